// Package desk is the managers' side: which cards they get, what a card says,
// who takes a lead. It decides with values alone.
package desk

import (
	"fmt"
	"strings"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Desk serves the managers with the script's words and the business's calendar.
type Desk struct {
	Assistant *dialog.Assistant
	Targets   Targets
}

func (d *Desk) script() *dialog.Script { return d.Assistant.Script }

func (d *Desk) text(id string, values map[string]dialog.Text) dialog.Text {
	return d.script().Text(id, values)
}

func (d *Desk) word(id string) string { return d.script().Texts[id] }

// local returns a time in the business's zone.
func (d *Desk) local(at time.Time) time.Time { return at.In(d.Assistant.Calendar.Zone) }

// Follow returns what the managers get of a turn's events: the card of a
// handoff, its new state, news from the lead. It counts in the session what was
// posted; the deliveries have no ids yet.
func (d *Desk) Follow(s *dialog.Session, events []dialog.Event, at time.Time) []outbox.Delivery {
	var out []outbox.Delivery
	for _, e := range events {
		if s.Handoff == nil || !s.Handoff.Posted {
			continue
		}
		switch e.Kind {
		case dialog.EventHandoff:
			out = append(out, append(d.post(s, at), d.kept(s, at)...)...)
		case dialog.EventRaised:
			out = append(out, d.raised(s, dialog.Lane(e.Text), at))
		case dialog.EventUpdated:
			out = append(out, d.redrawAll(s, at)...)
		case dialog.EventNews:
			out = append(out, d.heard(s, e.Input, at)...)
		case dialog.EventSlot:
			out = append(out, d.slot(s, at)) // and the card is updated, as after any answer
		case dialog.EventBlocked:
			out = append(out, d.news(s, d.text("desk_blocked", d.who(s)), at))
		case dialog.EventUnblocked:
			out = append(out, d.news(s, d.text("desk_unblocked", d.who(s)), at))
		case dialog.EventStopped:
			out = append(out, d.news(s, d.text("desk_stopped", d.who(s)), at))
		}
	}
	return out
}

func (d *Desk) who(s *dialog.Session) map[string]dialog.Text {
	name := s.Profile.Name
	if name == "" {
		name = fmt.Sprintf("#%d", s.ID)
	}
	return map[string]dialog.Text{"name": dialog.Foreign(name)}
}

// IsCard reports whether a delivery is a lead's card.
func IsCard(key string) bool { return strings.HasPrefix(key, "card:") }

func cardKey(s *dialog.Session) string { return fmt.Sprintf("card:%d:%d", s.ID, s.Handoff.Number) }

// post makes the topic and the card in it. A card sounds in working hours, when
// someone should act at once.
func (d *Desk) post(s *dialog.Session, at time.Time) []outbox.Delivery {
	card := d.Card(s, at)
	card.Silent = !s.Handoff.Lane.Urgent() || !d.Assistant.Calendar.Open(at)
	class, priority := outbox.Reply, outbox.Claim
	if s.Handoff.Lane.Urgent() {
		class, priority = outbox.Critical, outbox.Card
	}
	var out []outbox.Delivery
	if s.Title == "" { // else it has a topic from before
		out = append(out, d.open(s, class, priority, at))
	}
	return append(out, outbox.Delivery{
		Key: cardKey(s), Lead: s.ID, Class: class, Method: outbox.Send, Topic: TopicKey(s), Priority: priority, Body: card.Encode(), At: at,
	})
}

// redrawAll brings the lead's card up to date; for a lead who wants to be
// forgotten, every card there ever was.
func (d *Desk) redrawAll(s *dialog.Session, at time.Time) []outbox.Delivery {
	out := []outbox.Delivery{d.redraw(s, outbox.Redraw, at)}
	last := s.Handoff.Number
	for s.Handoff.Number = 1; s.Handoff.Erased && s.Handoff.Number < last; s.Handoff.Number++ {
		out = append(out, d.redraw(s, outbox.Redraw, at))
	}
	s.Handoff.Number = last
	return out
}

// raised announces that a card has a new reason.
func (d *Desk) raised(s *dialog.Session, lane dialog.Lane, at time.Time) outbox.Delivery {
	line := d.news(s, dialog.Bold(d.word("desk_new_"+string(lane))), at)
	if lane.Urgent() {
		return urgent(line)
	}
	return line
}

// slot tells which time for a call the lead chose.
func (d *Desk) slot(s *dialog.Session, at time.Time) outbox.Delivery {
	when := dialog.Plain(d.script().Moment(d.local(s.Handoff.Slot), d.local(at)))
	return urgent(d.news(s, d.text("desk_slot", map[string]dialog.Text{"name": d.who(s)["name"], "when": when}), at))
}

// urgent makes a line go out like a hot card.
func urgent(line outbox.Delivery) outbox.Delivery {
	line.Class, line.Priority = outbox.Critical, outbox.Card
	return line
}

// Redraw brings the lead's card up to date, wherever it stands.
func (d *Desk) Redraw(s *dialog.Session, at time.Time) []outbox.Delivery {
	return []outbox.Delivery{d.redraw(s, outbox.Claim, at)}
}

// redraw brings a posted card up to date.
func (d *Desk) redraw(s *dialog.Session, p outbox.Priority, at time.Time) outbox.Delivery {
	s.CountPost()
	card := d.Card(s, at)
	card.Silent = !d.Assistant.Calendar.Open(at) // where it must be posted anew
	return outbox.Delivery{
		Key: fmt.Sprintf("%s:%d", cardKey(s), s.Posts), Lead: s.ID, Class: outbox.Idempotent, Method: outbox.Edit,
		Topic: TopicKey(s), Refers: cardKey(s), Priority: p, Body: card.Encode(), At: at,
	}
}

// news is a text below the card, which makes a sound in working hours.
func (d *Desk) news(s *dialog.Session, text dialog.Text, at time.Time) outbox.Delivery {
	return d.line(s, dialog.Message{Text: text, Silent: !d.Assistant.Calendar.Open(at)}, at)
}

// line is a message below the card, which it answers where the lead has no topic,
// unless it answers another message.
func (d *Desk) line(s *dialog.Session, m dialog.Message, at time.Time) outbox.Delivery {
	s.CountPost()
	line := outbox.Delivery{
		Key: fmt.Sprintf("news:%d:%d:%d", s.ID, s.Handoff.Number, s.Posts), Lead: s.ID, Class: outbox.Reply, Method: outbox.Send,
		Topic: TopicKey(s), Refers: cardKey(s), Priority: outbox.Claim, Body: m.Encode(), At: at,
	}
	if m.Reply != 0 {
		line.Refers = ""
	}
	return line
}
