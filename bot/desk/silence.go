package desk

import (
	"strconv"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// silence is what waits for a manager who took a lead and says nothing to it: a
// word, and then the lead is free again. Who put the lead off, or was chosen a
// time, is left alone until then.
func (d *Desk) silence(s *dialog.Session) []alarm {
	c := s.Claim
	if s.Owner != dialog.Manager || c == nil || c.Spoken() && c.Later.IsZero() {
		return nil
	}
	from := c.Later
	if from.IsZero() {
		from = d.after(c.At, d.Targets.Silent)
	}
	if !c.Spoken() {
		from = later(from, s.Handoff.Slot)
	}
	switch {
	case c.Pinged.Before(from):
		return []alarm{{from, d.working, d.ping}}
	case c.Spoken():
		return nil
	}
	return []alarm{{d.after(c.Pinged, d.Targets.Release), d.working, d.lapse}}
}

// ping reminds the manager who has the lead, by name.
func (d *Desk) ping(s *dialog.Session, at time.Time, steps *Steps) {
	claim := *s.Claim
	claim.Pinged = at
	s.Claim = &claim
	id := "desk_ping"
	if !claim.Later.IsZero() {
		id = "desk_ping_later"
	}
	steps.Out = append(steps.Out, d.news(s, d.text(id, d.holder(s)), at))
	steps.Events = append(steps.Events, held(EventPinged, s, at))
}

// lapse takes the lead from a manager who says nothing and offers it to all.
func (d *Desk) lapse(s *dialog.Session, at time.Time, steps *Steps) {
	steps.Events = append(steps.Events, held(EventLapsed, s, at))
	text := d.text("desk_lapsed", d.holder(s))
	free(s, at)
	claim := [][]dialog.Button{{button(s, d.word("desk_claim"), "claim", 0)}}
	steps.Out = append(steps.Out, d.line(s, dialog.Message{Text: text, Buttons: claim}, at), d.redraw(s, outbox.Claim, at))
	steps.Return = true
	s.Nudged = at // and no apology on its heels
}

// Absent frees a lead whose manager went away without a word to it, and offers it
// to the others; false when there is nothing to free.
func (d *Desk) Absent(s *dialog.Session, manager int64, at time.Time) (Steps, bool) {
	if s.HeldBy() != manager || s.Claim.Spoken() || s.Handoff == nil {
		return Steps{}, false
	}
	handoff := *s.Handoff
	s.Handoff = &handoff
	var steps Steps
	d.lapse(s, at, &steps)
	return steps, true
}

// free puts a lead back into the queue. Whom a human had answered waits anew
// from now on; anybody else waits since the promise.
func free(s *dialog.Session, at time.Time) {
	if answered(s) {
		handoff := *s.Handoff
		handoff.At, handoff.Steps = at, 0
		s.Handoff = &handoff
	}
	s.Claim, s.Owner, s.Stage = nil, dialog.Queue, dialog.StageHandedOff
}

func held(kind string, s *dialog.Session, at time.Time) dialog.Event {
	return dialog.Event{Kind: kind, Text: strconv.FormatInt(s.Claim.ID, 10), At: at}
}

// holder names the manager who has the lead, in a way that calls for him.
func (d *Desk) holder(s *dialog.Session) map[string]dialog.Text {
	name := dialog.Foreign(dialog.Short(s.Claim.Name, 40))
	name[0].Person = s.Claim.ID
	return map[string]dialog.Text{"manager": name, "time": dialog.Plain(d.local(s.Claim.At).Format("15:04"))}
}
