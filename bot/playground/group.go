package playground

import "maps"

// A Group is a private group with the bot and people in it.
type Group struct{ *Chat }

const (
	firstGroup      = -4_000_000_001
	firstSupergroup = -1_001_000_000_001
)

// Group returns a new group with the bot as an administrator with all rights
// that it needs. A forum is a supergroup with topics; anything else begins as a
// basic group. The first member owns it. The bot is told that it was added.
func (s *Server) Group(title string, forum bool, members ...*Person) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := &Group{s.newGroup(title, forum, forum)}
	status := "creator"
	for _, p := range members {
		g.members[p.user.ID] = membership{Status: status}
		status = "member"
	}
	g.setMember(g.owner(), s.botUser(), "administrator", adminRights)
	return g
}

func (s *Server) newGroup(title string, supergroup, forum bool) *Chat {
	id, kind := int64(firstGroup-len(s.chats)), "group"
	if supergroup {
		id, kind = int64(firstSupergroup-len(s.chats)), "supergroup"
	}
	c := &Chat{server: s, id: id, name: title, members: map[int64]membership{}, topics: map[int]*Topic{},
		info: ChatInfo{ID: id, Type: kind, Title: title, IsForum: forum}}
	s.chats[id] = c
	return c
}

// owner returns who does what nobody in particular does in the group.
func (c *Chat) owner() *User {
	for id, m := range c.members {
		if m.Status == "creator" {
			return c.server.user(id)
		}
	}
	fake := anonymousBot
	return &fake
}

// Add makes the person a member and tells the bot. Repeated it tells again.
func (g *Group) Add(p *Person) {
	g.change(func() {
		g.setMember(g.owner(), p.copy(), "member", nil)
		g.serve(Message{From: p.copy(), NewMembers: []User{p.user}})
	})
}

// Remove takes the person out of the group and tells the bot.
func (g *Group) Remove(p *Person) {
	g.change(func() {
		g.setMember(g.owner(), p.copy(), "left", nil)
		g.serve(Message{From: p.copy(), LeftMember: p.copy()})
	})
}

// Kick throws the bot out and tells it.
func (g *Group) Kick() { g.setBot("kicked", nil) }

// Promote makes the bot an administrator with all rights again.
func (g *Group) Promote() { g.setBot("administrator", adminRights) }

// Demote makes the bot a plain member: it hears only commands, mentions and
// replies to it.
func (g *Group) Demote() { g.setBot("member", nil) }

// Mute forbids the bot to write.
func (g *Group) Mute() { g.setBot("restricted", nil) }

// Deny takes one right, such as "can_manage_topics", from the bot and tells it. A bot
// that is no administrator has none to lose.
func (g *Group) Deny(right string) {
	g.change(func() {
		bot := g.members[g.server.bot.ID]
		if bot.Status != "administrator" {
			return
		}
		rights := maps.Clone(bot.Rights)
		rights[right] = false
		g.setMember(g.owner(), g.server.botUser(), bot.Status, rights)
	})
}

func (g *Group) setBot(status string, rights map[string]bool) {
	g.change(func() { g.setMember(g.owner(), g.server.botUser(), status, rights) })
}

// Migrate makes a supergroup of a basic group and returns it. The old id answers
// with the new one; both chats tell the bot of the other. The history stays behind.
func (g *Group) Migrate() *Group {
	var next *Group
	g.change(func() {
		next = &Group{g.server.newGroup(g.info.Title, true, false)}
		next.members = maps.Clone(g.members)
		g.serve(Message{From: g.owner(), MigrateTo: next.id})
		next.serve(Message{From: g.owner(), MigrateFrom: g.id})
		g.upgraded = next.id
	})
	return next
}

// SetForum turns the topics of a supergroup on or off.
func (g *Group) SetForum(on bool) { g.change(func() { g.info.IsForum = on }) }

// OpenTopic lets the owner create a topic; the bot is told.
func (g *Group) OpenTopic(name string) Topic {
	var opened Topic
	g.change(func() {
		t := g.openTopic(name, topicColor, g.owner())
		g.tellBot(t.created)
		opened = *t
	})
	return opened
}

// DeleteTopic lets the owner delete a topic with its messages; the bot is not
// told. A topic that is not there is left alone.
func (g *Group) DeleteTopic(id int) {
	g.change(func() {
		if t := g.topics[id]; t != nil {
			g.dropTopic(t)
		}
	})
}

// CloseTopic lets the owner close a topic; the bot is told.
func (g *Group) CloseTopic(id int) {
	g.change(func() {
		if t := g.topics[id]; t != nil && !t.Closed {
			t.Closed = true
			g.serve(Message{From: g.owner(), Thread: id, TopicClosed: &struct{}{}})
		}
	})
}

// serve adds a service message and tells the bot.
func (g *Group) serve(m Message) { g.tellBot(g.add(m)) }

func (g *Group) tellBot(m *Message) {
	if g.heard(m) {
		g.server.updates.push("message", m)
	}
}

func (g *Group) change(f func()) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	f()
}
