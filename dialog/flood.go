package dialog

import (
	"time"

	"leadbot/qualify"
)

// Flood tells who writes faster than anybody talks.
type Flood struct {
	Since    time.Time `json:"since,omitzero"` // what follows is counted from then on
	Messages int       `json:"messages,omitempty"`
	Presses  int       `json:"presses,omitempty"`
	At       time.Time `json:"at,omitzero"` // when there was last one too many
}

// What one person may do in floodPause. The managers' group takes 20 messages a
// minute from everybody together; a press costs next to nothing.
const (
	floodPause   = time.Minute
	maxMessages  = 20
	maxToManager = 60 // while a manager talks with them
	maxPresses   = 600
)

// flooding counts what the prospect does and reports whether it is left alone: one
// warning, then silence until a minute went by without one too many. A press still
// learns why nothing happens.
func (t *step) flooding() bool {
	silent := !t.Flood.At.IsZero() && t.in.At.Before(t.Flood.At.Add(floodPause))
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
	if t.in.At.Sub(t.Flood.Since) >= floodPause {
		t.Flood = Flood{Since: t.in.At, At: t.Flood.At}
	}
	count, most := &t.Flood.Messages, maxMessages
	switch {
	case t.in.Kind == Pressed:
		count, most = &t.Flood.Presses, maxPresses
	case t.in.Album != "" && t.in.Album == t.Album:
		return false // a further part of what was counted
	case t.Owner == Manager:
		most = maxToManager
	}
	if *count++; *count > most {
		t.Flood = Flood{At: t.Flood.At}
		return true
	}
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
