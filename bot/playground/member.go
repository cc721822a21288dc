package playground

import (
	"fmt"
	"strings"
)

// A Member is a person in one chat, and in one topic of it.
type Member struct {
	person    *Person
	chat      *Chat
	thread    int
	reply     *Message
	anonymous bool
}

// Topic lets the member act in a topic of the forum; 0 is General.
func (m Member) Topic(thread int) Member {
	m.thread = thread
	return m
}

// Quoting lets the member reply to a message of the chat, in its topic, with
// whatever they send.
func (m Member) Quoting(to Message) Member {
	m.thread, m.reply = to.Thread, to.quoted()
	return m
}

// Anonymous lets the member act as an anonymous administrator: under the name of
// the group and a fake user.
func (m Member) Anonymous() Member {
	m.anonymous = true
	return m
}

// anonymousBot is who stands in from for an anonymous administrator.
var anonymousBot = User{ID: 1087968824, IsBot: true, FirstName: "Group", Username: "GroupAnonymousBot"}

// Send writes a text. Nothing checks that a human could: it may be empty or long.
func (m Member) Send(text string) Message { return m.Post(Message{Text: text}) }

// Reply writes a text as a reply to a message of the chat, in its topic.
func (m Member) Reply(to Message, text string) Message { return m.Quoting(to).Send(text) }

// Forward sends what somebody else wrote elsewhere.
func (m Member) Forward(author User, text string) Message {
	return m.Post(Message{Text: text, Forward: &Origin{Type: "user", Date: m.chat.server.date(), User: &author}})
}

// Post sends a message with any content; who, where and when are filled in, and
// so are the entities when there are none. The bot is told, unless it is a plain
// member of a group, which hears only commands, mentions and replies to it.
func (m Member) Post(content Message) Message {
	s := m.chat.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if m.chat.private() {
		m.person.started = true
		m.person.block(false)
	}
	if content.Entities == nil {
		content.Entities = withLinks(content.Text, nil)
	}
	if content.CaptionEntities == nil {
		content.CaptionEntities = withLinks(content.Caption, nil)
	}
	content.Thread = m.thread
	if content.ReplyTo == nil {
		content.ReplyTo = m.reply
	}
	content.From, content.SenderChat = m.identity()
	sent := m.chat.add(content)
	if m.chat.heard(sent) {
		s.updates.push("message", sent)
	}
	return *sent
}

// identity returns who the bot takes the member for.
func (m Member) identity() (*User, *ChatInfo) {
	if m.anonymous {
		fake, group := anonymousBot, m.chat.info
		return &fake, &group
	}
	return m.person.copy(), nil
}

// heard reports whether the bot is told of a message, by Telegram's privacy mode.
func (c *Chat) heard(m *Message) bool {
	if c.private() {
		return true
	}
	if c.upgraded != 0 || c.outcast() != nil {
		return false
	}
	bot := c.members[c.server.bot.ID]
	return bot.Status == "administrator" || m.service() || strings.HasPrefix(m.Text, "/") ||
		strings.Contains(m.Text, "@"+c.server.bot.Username) ||
		m.ReplyTo != nil && m.ReplyTo.From.ID == c.server.bot.ID && !m.ReplyTo.service()
}

// Edit changes the text of a message of the member's own, or its caption. The
// error is about a message that is gone, somebody else's or takes no words.
func (m Member) Edit(old Message, text string) (Message, error) {
	s := m.chat.server
	s.mu.Lock()
	defer s.mu.Unlock()
	sent := m.chat.find(old.ID)
	if sent == nil || sent.From.ID != m.person.user.ID || sent.Text == "" && !sent.captioned() {
		return Message{}, fmt.Errorf("edit message %d in %s: not there, not one's own or without words", old.ID, m.chat.name)
	}
	if sent.captioned() {
		sent.Caption, sent.CaptionEntities = text, withLinks(text, nil)
	} else {
		sent.Text, sent.Entities = text, withLinks(text, nil)
	}
	sent.EditDate = s.date()
	m.chat.tell(Event{Kind: Edited, Message: *sent})
	if m.chat.heard(sent) {
		s.updates.push("edited_message", sent)
	}
	return *sent, nil
}

// Press presses the inline button with this label or data under a message as it
// is now. Each press is an update of its own. The error is about a message that
// is gone or has no such button.
func (m Member) Press(on Message, button string) (Callback, error) {
	s := m.chat.server
	s.mu.Lock()
	defer s.mu.Unlock()
	current := m.chat.find(on.ID)
	if current == nil {
		return Callback{}, fmt.Errorf("press %q in %s: message %d is not there", button, m.chat.name, on.ID)
	}
	b, ok := current.Inline.find(button)
	if !ok || b.Data == "" {
		return Callback{}, fmt.Errorf("%w; there are %q", noButton(button, m.chat), current.Labels())
	}
	who, _ := m.identity()
	return s.press(m.chat, who, *current, b.Data), nil
}

// PressData sends a press with any data, as a changed client does, or an old one
// that still shows the message as it was.
func (m Member) PressData(on Message, data string) Callback {
	s := m.chat.server
	s.mu.Lock()
	defer s.mu.Unlock()
	who, _ := m.identity()
	return s.press(m.chat, who, on, data)
}

func noButton(label string, c *Chat) error {
	return fmt.Errorf("no button %q in %s", label, c.name)
}
