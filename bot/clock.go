package bot

import (
	"time"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// clock lets the desk's clock do what is due for the turn's lead. Where that would
// make one list after another, it waits for the next.
func (b *batch) clock(turn *Turn, at time.Time) {
	waiting := turn.Session
	turn.Session = copySession(waiting)
	steps := b.desk.Tick(turn.Session, at)
	if until := b.crowded(steps.Burning, at); !until.IsZero() {
		waiting.Due, turn.Session = until, waiting
		b.keep(waiting)
		return
	}
	b.step(turn, steps, at)
}

// redraw shows a lead's card anew after the managers' chat moved.
func (b *batch) redraw(in Input) Turn {
	s, ok := b.copied(in.Lead)
	if !ok || s.Handoff == nil || !s.Handoff.Posted {
		return Turn{}
	}
	return b.follow(s, desk.Result{Out: b.desk.Redraw(s, in.Event.At)}, in.Event.At)
}

// absent frees a lead whose manager went away without a word to it.
func (b *batch) absent(in Input) Turn {
	s, ok := b.copied(in.Lead)
	if !ok {
		return Turn{}
	}
	steps, freed := b.desk.Absent(s, in.Left, in.Event.At)
	if !freed {
		return Turn{}
	}
	turn := Turn{Session: s}
	b.step(&turn, steps, in.Event.At)
	return turn
}

// step makes what the desk's clock did a part of the turn.
func (b *batch) step(turn *Turn, steps desk.Steps, at time.Time) {
	turn.Deliveries, turn.Events = append(turn.Deliveries, steps.Out...), append(turn.Events, steps.Events...)
	b.burning, b.clockAt = append(b.burning, steps.Burning...), at
	if steps.Excuse {
		b.prompt(turn, dialog.Excused, at)
	}
	if steps.Return {
		b.prompt(turn, dialog.Returned, at)
	}
	b.finish(turn, at)
}

// finish completes a turn that changed a lead: the topic's title, the time when
// something is due next.
func (b *batch) finish(turn *Turn, at time.Time) {
	s := turn.Session
	turn.Deliveries = append(turn.Deliveries, b.desk.Retitle(s, at)...)
	s.Due = earliest(b.Assistant.Wake(s, at), b.desk.Wake(s, at))
	b.keep(s)
}

// earliest returns the first of the times that is one.
func earliest(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
