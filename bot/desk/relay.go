package desk

import (
	"fmt"
	"strings"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Written is what a manager wrote in a lead's topic, or as an answer to what the
// bot posted there.
type Written struct {
	dialog.Input
	Chat  int64 // the managers' chat
	Quote int64 // message of the lead's chat that it answers, 0 for none
}

// The emoji that mark a manager's message.
const (
	arrived = "👍"
	failed  = "👎"
)

// Write passes a manager's message on to the lead. Only lines of whoever has the
// lead go out; one that begins with two slashes stays inside. While nobody has
// the lead, taking it is offered once.
func (d *Desk) Write(s *dialog.Session, w Written, m Manager, at time.Time) Result {
	switch {
	case s.Handoff == nil || !s.Handoff.Posted || inside(w.Text) && w.Album == "":
		return Result{}
	case s.Owner != dialog.Manager:
		return d.offer(s, w, at)
	case s.Claim.ID != m.ID:
		return Result{}
	case w.Kind == dialog.Commanded || w.Kind == dialog.Started:
		return d.unsay(s, w, m, at)
	case w.Kind == dialog.Edited:
		return Result{Out: []outbox.Delivery{d.correct(s, w, at)}, Events: remarked(m, "✎ "+w.Text, at)}
	case s.Blocked || s.Stopped:
		return d.refuse(s, w, at)
	}
	return d.pass(s, w, m, at)
}

// inside reports whether a line is a note among managers.
func inside(text string) bool { return strings.HasPrefix(text, "//") }

// pass sends the message to the lead. An album waits until it is whole.
func (d *Desk) pass(s *dialog.Session, w Written, m Manager, at time.Time) Result {
	s.Updated = at
	if !underWay(s, w.Album) {
		s.Talk = remember(s.Talk, dialog.Remark{By: m.Name, Text: d.shown(w.Input), At: at})
	}
	if w.Album != "" {
		s.Albums = collect(s.Albums, w.Input, w.Chat, w.Text)
		return Result{Events: remarked(m, d.shown(w.Input), at)}
	}
	return Result{Out: []outbox.Delivery{toLead(s, w, at)}, Events: remarked(m, d.shown(w.Input), at)}
}

// remarked records what a manager said to the lead.
func remarked(m Manager, text string, at time.Time) []dialog.Event {
	return []dialog.Event{{Kind: dialog.EventSaid, Text: m.Name + ": " + text, At: at}}
}

// shown is what a message says in words: of a picture its caption, and that there
// is one.
func (d *Desk) shown(in dialog.Input) string {
	if !in.Media {
		return in.Text
	}
	return strings.TrimSpace(in.Text + " " + d.word("desk_media"))
}

// toLead is a manager's message on its way to the lead.
func toLead(s *dialog.Session, w Written, at time.Time) outbox.Delivery {
	out := outbox.Delivery{
		Key: sentKey(s, w, w.Message), Lead: s.ID, Class: outbox.Reply, Method: outbox.Send, Chat: s.ChatID,
		Twin: w.Message, Priority: outbox.Answer, At: at,
	}
	body := dialog.Message{Text: dialog.Plain(w.Text), Reply: w.Quote}
	if w.Media {
		out.Method = outbox.Copy
		body.Text, body.Copy = nil, &dialog.Copy{Chat: w.Chat, Messages: []int64{w.Message}}
	}
	if w.Quote == 0 && w.Reply != 0 { // an earlier message of a manager
		out.Refers = sentKey(s, w, w.Reply)
	}
	out.Body = body.Encode()
	return out
}

// The copies of a message on the other side: of a manager's in the lead's chat,
// and of the lead's in the managers'. Where these have moved to another chat, their
// messages count from one again.
func sentKey(s *dialog.Session, w Written, message int64) string {
	return fmt.Sprintf("out:%d:%d:%d", s.ID, w.Chat, message)
}

// ShownKey is the key of the copy in the managers' chat of a lead's message.
func ShownKey(lead, message int64) string { return fmt.Sprintf("in:%d:%d", lead, message) }

// Sends reports whether a delivery brings a manager's message to the lead.
func Sends(key string) bool { return strings.HasPrefix(key, "out:") }

// offer marks what does not go out because nobody has the lead, and says so once
// until somebody takes it.
func (d *Desk) offer(s *dialog.Session, w Written, at time.Time) Result {
	if inside(w.Text) || w.Kind != dialog.Wrote && w.Kind != dialog.SentMedia {
		return Result{}
	}
	unsent := d.mark(s, sentKey(s, w, w.Message), w.Message, failed, at)
	if s.Handoff.Offered {
		return Result{Out: []outbox.Delivery{unsent}}
	}
	id := "desk_take_first"
	if s.Owner == dialog.Closed {
		id = "desk_closed_inside"
	}
	s.Handoff.Offered = true
	m := dialog.Message{Text: d.text(id, d.who(s)), Buttons: d.buttons(s), Reply: w.Message, Silent: true}
	return Result{Out: []outbox.Delivery{unsent, d.line(s, m, at)}}
}

// unsay deletes at the lead's what a manager sent before; any other command goes
// nowhere, and is marked so.
func (d *Desk) unsay(s *dialog.Session, w Written, m Manager, at time.Time) Result {
	if w.Kind == dialog.Started || w.Text != "del" || w.Reply == 0 {
		return Result{Out: []outbox.Delivery{d.mark(s, sentKey(s, w, w.Message), w.Message, failed, at)}}
	}
	said := sentKey(s, w, w.Reply)
	return Result{
		Out: []outbox.Delivery{{
			Key: deletion + said, Lead: s.ID, Class: outbox.Idempotent, Method: outbox.Delete, Chat: s.ChatID,
			Refers: said, Twin: w.Message, Priority: outbox.Answer, Body: dialog.Message{}.Encode(), At: at,
		}},
		Events: remarked(m, "✗", at),
	}
}

// deletion begins the key of what deletes a manager's message at the lead's.
const deletion = "del:"

// correct changes at the lead's what a manager changed.
func (d *Desk) correct(s *dialog.Session, w Written, at time.Time) outbox.Delivery {
	s.CountPost()
	return outbox.Delivery{
		Key: fmt.Sprintf("%s:%d", sentKey(s, w, w.Message), s.Posts), Lead: s.ID, Class: outbox.Idempotent, Method: outbox.Edit,
		Chat: s.ChatID, Refers: sentKey(s, w, w.Message), Priority: outbox.Answer, At: at,
		Body: dialog.Message{Text: dialog.Plain(w.Text), Caption: w.Media}.Encode(),
	}
}

// Anonymous marks what somebody wrote under the group's name to a lead that a
// manager has; it does not go out.
func (d *Desk) Anonymous(s *dialog.Session, w Written, at time.Time) Result {
	if s.HeldBy() == 0 || inside(w.Text) {
		return Result{}
	}
	return Result{Out: []outbox.Delivery{
		d.mark(s, sentKey(s, w, w.Message), w.Message, failed, at), d.answer(s, w.Message, d.text("desk_anonymous", nil), at),
	}}
}

// refuse marks a message that cannot go out, and says why.
func (d *Desk) refuse(s *dialog.Session, w Written, at time.Time) Result {
	id := "desk_blocked"
	if s.Stopped && !s.Blocked {
		id = "desk_stopped_unsent"
	}
	return Result{Out: []outbox.Delivery{d.mark(s, sentKey(s, w, w.Message), w.Message, failed, at), d.answer(s, w.Message, d.text(id, d.who(s)), at)}}
}

// mark is the bot's reaction to a manager's message, whose copy has the key.
func (d *Desk) mark(s *dialog.Session, key string, message int64, emoji string, at time.Time) outbox.Delivery {
	return outbox.Delivery{
		Key: fmt.Sprintf("mark:%s:%s", key, emoji), Lead: s.ID, Class: outbox.Idempotent, Method: outbox.React,
		Priority: outbox.Claim, Body: dialog.Message{Text: dialog.Plain(emoji), Reply: message}.Encode(), At: at,
	}
}

// answer is a line in the topic that answers a manager's message.
func (d *Desk) answer(s *dialog.Session, message int64, text dialog.Text, at time.Time) outbox.Delivery {
	return d.line(s, dialog.Message{Text: text, Reply: message, Silent: true}, at)
}

// Arrived marks a manager's message that reached the lead; the first one stops the
// clock.
func (d *Desk) Arrived(s *dialog.Session, sent outbox.Delivery, at time.Time) []outbox.Delivery {
	out := []outbox.Delivery{d.mark(s, sent.Key, sent.Twin, arrived, at)}
	if s.HeldBy() == 0 || s.Claim.Spoken() {
		return out
	}
	spoke(s, at)
	return append(out, d.redraw(s, outbox.Redraw, at))
}

// spoke notes that whoever has the lead had a word with it.
func spoke(s *dialog.Session, at time.Time) {
	claim := *s.Claim
	if claim.FirstAt.IsZero() {
		claim.FirstAt = at
	}
	claim.Spoke = true
	s.Claim = &claim
}

// Missed marks a manager's message that did not reach the lead; why says so in the
// topic, "" where another line does.
func (d *Desk) Missed(s *dialog.Session, lost outbox.Delivery, why string, at time.Time) []outbox.Delivery {
	out := []outbox.Delivery{d.mark(s, lost.Key, lost.Twin, failed, at)}
	if why != "" {
		out = append(out, d.answer(s, lost.Twin, d.text(why, d.who(s)), at))
	}
	return out
}

// Deleted marks the order to delete a manager's message at the lead's.
func (d *Desk) Deleted(s *dialog.Session, order outbox.Delivery, done bool, at time.Time) []outbox.Delivery {
	if !done {
		return d.Missed(s, order, "desk_undeleted", at)
	}
	return []outbox.Delivery{d.mark(s, order.Key, order.Twin, "👌", at)}
}

// Deletes reports whether a delivery deletes a manager's message at the lead's.
func Deletes(key string) bool { return strings.HasPrefix(key, deletion) }
