package playground

import (
	"slices"
	"strings"
)

// A Person has a private chat with the bot. The methods of Chat tell what stands
// in it, those of Member act in it.
type Person struct {
	*Chat
	Member

	user        User
	started     bool // ever wrote to the bot
	blocked     bool
	deactivated bool
	hidden      bool // from buttons that lead to the profile
}

// firstUser is where the ids of people begin.
const firstUser = 1_000_001

// Person returns a new person with an id of their own, a Russian client and no
// username, who has never written to the bot.
func (s *Server) Person(firstName string) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := int64(firstUser + len(s.users))
	p := &Person{user: User{ID: id, FirstName: firstName, Language: "ru"}}
	p.Chat = &Chat{server: s, id: id, name: "the chat of " + firstName, person: p, members: map[int64]membership{},
		info: ChatInfo{ID: id, Type: "private", FirstName: firstName}}
	p.Member = Member{person: p, chat: p.Chat}
	s.users[id], s.chats[id] = p, p.Chat
	return p
}

// SetName changes the person's names; the last one may be empty.
func (p *Person) SetName(first, last string) {
	p.set(func(u *User) { u.FirstName, u.LastName = first, last })
}

// SetUsername changes the person's username, without the @; "" takes it away.
func (p *Person) SetUsername(name string) { p.set(func(u *User) { u.Username = name }) }

// SetLanguage changes the language of the person's client, such as "en".
func (p *Person) SetLanguage(code string) { p.set(func(u *User) { u.Language = code }) }

func (p *Person) set(change func(*User)) {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	change(&p.user)
	p.info.FirstName, p.info.LastName, p.info.Username = p.user.FirstName, p.user.LastName, p.user.Username
}

// User returns the person as messages show them.
func (p *Person) User() User {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	return p.user
}

func (p *Person) copy() *User {
	u := p.user
	return &u
}

// In lets the person act in a group. Whether they are a member only decides what
// getChatMember tells the bot.
func (p *Person) In(g *Group) Member { return Member{person: p, chat: g.Chat} }

// Start opens the chat by a link with this payload; "" is the plain button.
func (p *Person) Start(payload string) Message {
	return p.Send(strings.TrimSpace("/start " + payload))
}

// Tap presses a button of the reply keyboard that stands under the chat: it sends
// the label, or the person's own contact with this phone where the button asks
// for one. The error is about a missing button.
func (p *Person) Tap(label, phone string) (Message, error) {
	b, ok := p.Keyboard().find(label)
	if !ok {
		return Message{}, noButton(label, p.Chat)
	}
	if b.RequestContact {
		return p.SendContact(phone), nil
	}
	return p.Send(label), nil
}

// Block stops the bot: it is told and can write no more. Writing to it again
// unblocks it. Repeated it does nothing.
func (p *Person) Block() { p.setBlocked(true) }

// Unblock undoes Block, and tells the bot.
func (p *Person) Unblock() { p.setBlocked(false) }

func (p *Person) setBlocked(blocked bool) {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	p.block(blocked)
}

func (p *Person) block(blocked bool) {
	if p.blocked == blocked {
		return
	}
	p.blocked = blocked
	bot := p.server.botUser()
	states := []membership{{User: bot, Status: "member"}, {User: bot, Status: "kicked"}}
	if !blocked {
		slices.Reverse(states)
	}
	p.server.updates.push("my_chat_member", map[string]any{
		"chat": p.info, "from": p.copy(), "date": p.server.date(),
		"old_chat_member": states[0], "new_chat_member": states[1],
	})
}

// Deactivate deletes the person's account: the bot is not told, but can write no more.
func (p *Person) Deactivate() {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	p.deactivated = true
}

// HideProfile makes Telegram refuse keyboards with a button to tg://user?id=… of
// the person.
func (p *Person) HideProfile() {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	p.hidden = true
}

// refusal returns why the bot cannot write to the person, or nil.
func (p *Person) refusal() error {
	switch {
	case p.deactivated:
		return errDeactivated
	case !p.started:
		return errNotStarted
	case p.blocked:
		return errBlocked
	}
	return nil
}
