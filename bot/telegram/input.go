package telegram

import (
	"regexp"
	"strings"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// reader turns updates into inputs; it asks nobody.
type reader struct {
	managers int64  // id of their chat, 0 while unknown
	username string // of the bot, "" while unknown
	now      time.Time
}

// input returns what happened, false when the update is of no interest.
func (r reader) input(u update) (bot.Input, bool) {
	var in bot.Input
	ok := false
	switch {
	case u.Message != nil:
		in, ok = r.message(u.Message)
	case u.Edited != nil:
		in, ok = r.edited(u.Edited)
	case u.Press != nil:
		in, ok = r.press(u.Press)
	case u.Standing != nil:
		in, ok = r.standing(u.Standing)
	}
	in.Update, in.Event.At = u.ID, r.now
	return in, ok
}

// from starts an input of a message or a press in a chat. What a channel or an
// anonymous administrator sends comes from nobody, so that nobody is authorised.
func (r reader) from(c *chat, u *user) bot.Input {
	in := bot.Input{Place: r.place(c), Chat: c.ID}
	if u == nil || u.Bot {
		return in
	}
	name := cleanName(u.First, u.Last)
	in.Person = bot.Person{ID: u.ID, Name: name}
	in.Event.From = dialog.Profile{UserID: u.ID, Username: Clean(u.Username), Name: name, Language: Clean(u.Language)}
	return in
}

func (r reader) place(c *chat) bot.Place {
	switch {
	case c.Type == "private":
		return bot.Private
	case c.ID == r.managers && r.managers != 0:
		return bot.Managers
	}
	return bot.Elsewhere
}

// written is from for a message. Who can write in the managers' chat belongs to it.
func (r reader) written(m *message) bot.Input {
	sender := m.From
	if m.SenderChat != nil {
		sender = nil
	}
	in := r.from(m.Chat, sender)
	in.Person.Manager = in.Place == bot.Managers && in.Person.ID != 0
	in.Event.Message, in.Event.Reply, in.Event.Album = m.ID, m.answers(), Clean(m.Album)
	if m.InTopic {
		in.Topic = m.Thread
	}
	return in
}

func (r reader) message(m *message) (bot.Input, bool) {
	in := r.written(m)
	if m.MigrateTo != 0 || m.MigrateFrom != 0 {
		return r.moved(in, m)
	}
	e := &in.Event
	switch {
	case m.service.any():
		return in, false
	case m.Contact != nil && in.Place != bot.Managers: // there it is nobody's answer
		e.Kind, e.Phone, e.Media = dialog.Shared, Clean(m.Contact.Phone), true
		e.Own = m.Contact.UserID != 0 && m.Contact.UserID == in.Person.ID
	case m.Text != "":
		e.Kind, e.Text = r.typed(Clean(m.Text))
	default:
		e.Kind, e.Text, e.Media, e.Sticker = dialog.SentMedia, Clean(m.Caption), true, bool(m.Sticker)
	}
	return in, true
}

// edited passes on everything but a live location, which moves without a word.
func (r reader) edited(m *message) (bot.Input, bool) {
	in := r.written(m)
	e := &in.Event
	e.Kind, e.Text, e.Media = dialog.Edited, Clean(m.Text+m.Caption), m.Text == ""
	return in, !m.service.any() && (e.Text != "" || e.Media && !bool(m.Location))
}

// press relies on the sender and the data: the message may be out of reach, or
// missing.
func (r reader) press(p *press) (bot.Input, bool) {
	where := &chat{ID: p.From.ID, Type: "private"}
	if p.Message != nil && p.Message.Chat != nil {
		where = p.Message.Chat
	}
	in := r.from(where, p.From)
	in.Press = p.ID
	in.Event.Kind, in.Event.Pressed = dialog.Pressed, Clean(p.Data)
	if m := p.Message; m != nil {
		in.Event.Message = m.ID
		if m.InTopic {
			in.Topic = m.Thread
		}
	}
	return in, true
}

// left reports that somebody is no longer in the managers' chat.
func (r reader) left(u update) (bot.Input, bool) {
	who := u.Member.New
	in := bot.Input{Update: u.ID, Place: r.place(u.Member.Chat), Chat: u.Member.Chat.ID, Person: bot.Person{ID: who.User.ID}, Gone: true}
	in.Event.At = r.now
	return in, in.Place == bot.Managers && !who.belongs() && !who.User.Bot
}

// moved reports that the managers' chat has a new id, as the courier does when
// a delivery finds out.
func (r reader) moved(in bot.Input, m *message) (bot.Input, bool) {
	to := m.MigrateTo
	if m.MigrateFrom != 0 {
		in.Place, to = r.place(&chat{ID: m.MigrateFrom}), m.Chat.ID
	}
	in.Outcome = &outbox.Outcome{Verdict: outbox.Moved, Chat: to, At: r.now}
	return in, in.Place == bot.Managers
}

// standing reports that the bot was blocked or let back in; in groups, that it
// may do less there than before, or more.
func (r reader) standing(c *memberChange) (bot.Input, bool) {
	in := r.from(c.Chat, c.From)
	before, after := c.Old.rank(), c.New.rank()
	in.Event.Kind = dialog.BlockedUs
	if after > before {
		in.Event.Kind = dialog.Unblocked
	}
	if in.Place == bot.Elsewhere && after > before && r.mayMove() {
		return in, false
	}
	return in, before != after
}

// mayMove reports whether the managers' chat may still become a supergroup: then
// a group that seems strange may be that one, under the id it is about to get.
func (r reader) mayMove() bool { return r.managers < 0 && r.managers > -1_000_000_000_000 }

// rank is 0 for who cannot write in the chat, 1 for who can, and 2 for who reads
// everything too, which a bot does as an administrator.
func (m member) rank() int {
	switch {
	case m.Status == "creator" || m.Status == "administrator":
		return 2
	case m.Status == "member", m.Status == "restricted" && m.Inside && m.Writes:
		return 1
	}
	return 0
}

// belongs reports whether the member is in the chat.
func (m member) belongs() bool {
	switch m.Status {
	case "creator", "administrator", "member":
		return true
	}
	return m.Status == "restricted" && m.Inside
}

// command is a name with an optional address and arguments.
var command = regexp.MustCompile(`^/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)`)

// maxPayload is the length of a start's payload in characters.
const maxPayload = 64

// typed tells a command from a text. A command for another bot is a text; the
// arguments follow the name after a space.
func (r reader) typed(text string) (dialog.Did, string) {
	m := command.FindStringSubmatch(text)
	if m == nil || m[2] != "" && r.username != "" && !strings.EqualFold(m[2], r.username) {
		return dialog.Wrote, text
	}
	name, rest := strings.ToLower(m[1]), strings.TrimSpace(text[len(m[0]):])
	if name == "start" {
		return dialog.Started, head(rest, maxPayload)
	}
	return dialog.Commanded, strings.TrimSpace(name + " " + rest)
}
