package dialog

import (
	"slices"
	"time"

	"leadbot/qualify"
)

// Flood tells who writes faster than anybody talks.
type Flood struct {
	Messages []int64   `json:"messages,omitempty"` // of the last minute, their times as Unix milliseconds
	Presses  []int64   `json:"presses,omitempty"`
	At       time.Time `json:"at,omitzero"` // when there was last one too many
}

// What one person may do in floodPause. The managers' group takes 20 messages a
// minute from everybody together; a press costs next to nothing.
const (
	floodPause  = time.Minute
	maxMessages = 20
	maxPresses  = 60
)

// flooding counts what the prospect does and reports whether it is left alone: one
// warning, then silence until a minute went by without one too many. A press still
// learns why nothing happens.
func (t *step) flooding() bool {
	silent := t.in.At.Before(t.Flood.At.Add(floodPause))
	flood := t.countOne()
	if flood {
		t.Flood.At = t.in.At
	}
	switch {
	case !silent && !flood, t.obeyed():
		return false
	case !silent:
		t.reply("flood", nil)
	case t.in.Kind == Pressed:
		t.toastText("flood", nil)
	}
	return true
}

// countOne counts the input and reports whether it is one too many; then the count
// begins anew, so that a lone word in the silence does not make it longer.
func (t *step) countOne() bool {
	times, most := &t.Flood.Messages, maxMessages
	if t.in.Kind == Pressed {
		times, most = &t.Flood.Presses, maxPresses
	}
	ago := t.in.At.Add(-floodPause).UnixMilli()
	recent := slices.DeleteFunc(slices.Clone(*times), func(at int64) bool { return at <= ago })
	if len(recent) == most {
		*times = nil
		return true
	}
	*times = append(recent, t.in.At.UnixMilli())
	return false
}

// obeyed reports whether the input is a wish that is met in a flood too: to be left
// alone, to be forgotten, or for a person. Each is met once.
func (t *step) obeyed() bool {
	switch t.in.Kind {
	case Commanded:
		name, _, _ := cutSpace(t.in.Text)
		return name == "stop" && !t.Stopped || name == "forget" && t.Agreed(Processing) || name == "human" && !t.awaits()
	case Pressed:
		p, ok := ParsePress(t.in.Pressed)
		return ok && p.Verb == "human" && !t.awaits()
	case Wrote:
		return !t.awaits() && t.saysHuman(t.in.Text)
	}
	return false
}

// awaits reports whether the lead already asked for a person who is still to come,
// or is there.
func (t *step) awaits() bool {
	return t.Human || t.Flags.Has(qualify.AskedHuman) && (t.Owner == Queue || t.Owner == Manager)
}
