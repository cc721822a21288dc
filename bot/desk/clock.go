package desk

import (
	"slices"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Targets are how long things may take, in working hours.
type Targets struct {
	Hot     [3]time.Duration // an urgent lead without a human's word: the group hears of it, the heads, the owners
	Warm    time.Duration    // any other lead: the group hears of it
	Any     time.Duration    // and the owners
	Silent  time.Duration    // a manager who took a lead and says nothing to it is reminded
	Release time.Duration    // and so much later the lead is free again
}

// Steps is what the clock leads to beside the changed session.
type Steps struct {
	Out     []outbox.Delivery
	Burning []Burning
	Events  []dialog.Event
	Excuse  bool // the lead gets [dialog.Excused]
	Return  bool // the lead gets [dialog.Returned]
}

// The kinds of events of the clock.
const (
	EventEscalated = "escalated" // Text is the level
	EventPinged    = "pinged"    // Text is the id of the manager who says nothing
	EventLapsed    = "lapsed"    // and lost the lead
)

// alarm is something that the clock will do, and when. What is late waits on
// until hold lets it pass.
type alarm struct {
	at   time.Time
	hold func(time.Time) time.Time
	do   func(*dialog.Session, time.Time, *Steps)
}

func (a alarm) due(now time.Time) time.Time { return a.hold(later(a.hold(a.at), now)) }

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// Wake returns when a tick has something to do for the lead, not before now; the
// zero time for never.
func (d *Desk) Wake(s *dialog.Session, now time.Time) time.Time {
	first := albumDue(s)
	for _, a := range d.alarms(s) {
		if at := a.due(now); first.IsZero() || at.Before(first) {
			first = at
		}
	}
	return first
}

// Tick does what is due. A second tick at the same time finds nothing to do.
func (d *Desk) Tick(s *dialog.Session, at time.Time) Steps {
	steps := Steps{Out: d.albums(s, at)}
	for range 8 { // each alarm moves on when it goes off; the bound is a fuse
		alarms := d.alarms(s)
		i := slices.IndexFunc(alarms, func(a alarm) bool { return !a.due(at).After(at) })
		if i < 0 {
			break
		}
		handoff := *s.Handoff
		s.Handoff = &handoff
		alarms[i].do(s, at, &steps)
	}
	return steps
}

// Target is when a human should have had a word with the lead.
func (d *Desk) Target(s *dialog.Session) time.Time {
	if s.Handoff.Lane.Urgent() {
		return d.after(s.Handoff.At, d.Targets.Hot[0])
	}
	return d.after(s.Handoff.At, d.Targets.Warm)
}

// alarms returns everything that waits for its time. It hangs on nothing but the
// session, so that a restart changes nothing.
func (d *Desk) alarms(s *dialog.Session) []alarm {
	h := s.Handoff
	if h == nil || !h.Posted || h.Erased || s.Blocked || s.Owner != dialog.Queue && s.Owner != dialog.Manager {
		return nil
	}
	all := d.silence(s)
	if rungs := d.rungs(s); len(rungs) > 0 && !answered(s) {
		first := slices.MinFunc(rungs, func(a, b rung) int { return a.at.Compare(b.at) })
		all = append(all, alarm{first.at, d.working, d.escalate})
	}
	if owed(s) {
		at := d.after(h.At, d.last(h))
		if s.Nudged.After(h.At) { // they heard of the bot just now
			at = later(at, s.Nudged.Add(d.Targets.Release))
		}
		awake := func(t time.Time) time.Time { return d.Assistant.Calendar.Quiet.Delay(d.local(t), s.ID) }
		all = append(all, alarm{at, awake, d.excuse})
	}
	return all
}

// last is how long the escalation takes to its highest step.
func (d *Desk) last(h *dialog.Handoff) time.Duration {
	if h.Lane.Urgent() {
		return d.Targets.Hot[2]
	}
	return d.Targets.Any
}

// answered reports whether a human had a word with the lead: the clock stands.
func answered(s *dialog.Session) bool { return s.Claim != nil && !s.Claim.FirstAt.IsZero() }

// owed reports whether a lead who was promised an answer and has no manager can
// still be told that we are sorry. It is said once for a card.
func owed(s *dialog.Session) bool {
	h := s.Handoff
	return h.Promised() && s.Owner == dialog.Queue && len(h.Slots) == 0 && !s.Stopped
}

// after returns when so much working time has passed since a time.
func (d *Desk) after(from time.Time, wait time.Duration) time.Time {
	return d.Assistant.Calendar.Working.Add(d.local(from), wait)
}

// working returns the time itself in working hours, else the next opening.
func (d *Desk) working(at time.Time) time.Time {
	return d.Assistant.Calendar.Working.Next(d.local(at))
}

// rung is one step of the escalation.
type rung struct {
	n     int // how high it is: Handoff.Steps once it is taken
	level Level
	at    time.Time
	free  bool // it is for nobody when a manager has the lead
}

// slotWarning is how long before a time that the lead chose the managers are
// reminded, while nobody has the lead.
const slotWarning = 15 * time.Minute

// rungs are the steps of the escalation that were not taken yet.
func (d *Desk) rungs(s *dialog.Session) []rung {
	h, t := s.Handoff, d.Targets
	var all []rung
	switch {
	case !h.Lane.Urgent():
		all = []rung{{2, Target, d.after(h.At, t.Warm), true}, {4, Owners, d.after(h.At, t.Any), false}}
	default:
		all = []rung{{2, Target, d.after(h.At, t.Hot[0]), true}, {3, Heads, d.after(h.At, t.Hot[1]), false}, {4, Owners, d.after(h.At, t.Hot[2]), false}}
		if !d.Assistant.Calendar.Open(h.At) { // it came without a sound
			all = append(all, rung{1, Opening, d.working(h.At), true})
		}
	}
	if !h.Slot.IsZero() {
		all = append(all, rung{5, Soon, h.Slot.Add(-slotWarning), true}, rung{6, Owners, h.Slot, true})
	}
	return slices.DeleteFunc(all, func(r rung) bool { return r.n <= h.Steps })
}

// escalate takes the highest step that is due; those below it are taken with it.
func (d *Desk) escalate(s *dialog.Session, at time.Time, steps *Steps) {
	var top rung
	for _, r := range d.rungs(s) {
		if r.n > top.n && !d.working(r.at).After(at) {
			top = r
		}
	}
	s.Handoff.Steps = top.n
	if top.free && s.Owner == dialog.Manager {
		return
	}
	steps.Burning = append(steps.Burning, d.burning(top.level, s, at))
	steps.Events = append(steps.Events, dialog.Event{Kind: EventEscalated, Text: string(top.level), At: at})
}

// excuse lets the bot apologise and offer two times for a call.
func (d *Desk) excuse(s *dialog.Session, at time.Time, steps *Steps) {
	s.Handoff.Slots = d.slots(at)
	steps.Excuse = true
	steps.Out = append(steps.Out, d.redraw(s, outbox.Redraw, at))
}
