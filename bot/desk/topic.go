package desk

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// maxTopics bounds how often a lead gets another topic for one that is gone.
const maxTopics = 5

// TopicKey is the key of a lead's topic, with a card in it for each handoff. It is ""
// for the general one, when topics do not last.
func TopicKey(s *dialog.Session) string {
	switch {
	case s.Topics == 0:
		return fmt.Sprintf("topic:%d", s.ID)
	case s.Topics <= maxTopics:
		return fmt.Sprintf("topic:%d:%d", s.ID, s.Topics)
	}
	return ""
}

// open makes the lead's topic, once for a key. One that is there already keeps
// its title until it gets another.
func (d *Desk) open(s *dialog.Session, class outbox.Class, p outbox.Priority, at time.Time) outbox.Delivery {
	title := d.title(s, at)
	if s.Title == "" {
		s.Title = title.String()
	}
	return outbox.Delivery{
		Key: TopicKey(s), Lead: s.ID, Class: class, Method: outbox.Topic, Priority: p,
		Body: dialog.Message{Text: title}.Encode(), At: at,
	}
}

// Retitle brings the topic's title up to date: nothing when it is.
func (d *Desk) Retitle(s *dialog.Session, at time.Time) []outbox.Delivery {
	if s.Title == "" || TopicKey(s) == "" {
		return nil
	}
	title := d.title(s, at)
	if title.String() == s.Title {
		return nil
	}
	s.Title = title.String()
	s.Titles++
	return []outbox.Delivery{{
		Key: fmt.Sprintf("title:%d:%d", s.ID, s.Titles), Lead: s.ID, Class: outbox.Idempotent, Method: outbox.Title,
		Refers: TopicKey(s), Priority: outbox.Redraw, Body: dialog.Message{Text: title}.Encode(), At: at,
	}}
}

// Rehome posts a delivery anew whose topic is gone. The first one to notice
// opens another topic and brings the card along; what waited behind it follows.
// Of a lead who wanted to be forgotten nothing is posted any more.
func (d *Desk) Rehome(s *dialog.Session, lost outbox.Delivery, at time.Time) []outbox.Delivery {
	if s.Handoff != nil && s.Handoff.Erased {
		return nil // its messages went with the topic
	}
	var out []outbox.Delivery
	if lost.Topic == TopicKey(s) {
		s.Topics++
		s.Title = ""
		if TopicKey(s) != "" {
			out = append(out, d.open(s, lost.Class, lost.Priority, at))
		}
		if s.Handoff != nil && s.Handoff.Posted && lost.Key != cardKey(s) {
			out = append(out, d.redraw(s, lost.Priority, at))
			if lost.Method == outbox.Edit && lost.Refers == cardKey(s) {
				return out
			}
		}
	}
	lost.Topic = TopicKey(s)
	if lost.Method == outbox.Send && s.Handoff != nil && lost.Key == cardKey(s) {
		lost.Body = d.asNow(s, lost.Body, at)
	}
	return append(out, lost)
}

// asNow is the card as the lead stands, as loud as the one before: edits that
// waited behind it found nothing to edit.
func (d *Desk) asNow(s *dialog.Session, before []byte, at time.Time) []byte {
	var was dialog.Message
	_ = json.Unmarshal(before, &was) // we encoded it
	card := d.Card(s, at)
	card.Silent = was.Silent
	return card.Encode()
}

// title is the topic's: name, niche, category, and who has the conversation.
func (d *Desk) title(s *dialog.Session, at time.Time) dialog.Text {
	if s.Handoff != nil && s.Handoff.Erased {
		return dialog.Join(" · ", d.who(s)["name"], dialog.Plain(d.word("title_erased")))
	}
	as := d.Assistant.Assess(s, at)
	name, theme := dialog.Short(dialog.Line(d.who(s)["name"].String()), 40), dialog.Short(dialog.Line(d.theme(s)), 40)
	return dialog.Join(" · ", dialog.Foreign(name), dialog.Foreign(theme), dialog.Plain(d.word("category_"+as.Category)), d.whose(s))
}

// whose says in a title who has the conversation.
func (d *Desk) whose(s *dialog.Session) dialog.Text {
	if s.HeldBy() != 0 {
		return dialog.Foreign(dialog.Short(dialog.Line(s.Claim.Name), 20))
	}
	return dialog.Plain(d.word("title_" + string(s.Owner)))
}

// theme is what the lead works on, in their own words.
func (d *Desk) theme(s *dialog.Session) string {
	applying := d.script().Scorecard.Applying(s.Answers, s.Flags)
	for _, a := range d.script().Questions {
		if a.Kind == dialog.Free && slices.Contains(a.UsedBy, "personalisation") && applying.Has(a.ID) {
			return applying.Value(a.ID)
		}
	}
	return ""
}
