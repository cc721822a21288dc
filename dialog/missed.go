package dialog

import (
	"maps"
	"slices"

	"leadbot/dialog/understand"
	"leadbot/qualify"
)

// missed asks again, kindly: with all buttons, then with fewer and simpler ones,
// then with a human beside them. Who does not know gets the simpler ones at once.
func (t *step) missed(r understand.Reading) {
	if t.mereCaption() {
		return
	}
	t.Misses++
	t.event(Event{Kind: EventMissed, Question: t.Asked, Text: Short(t.in.Text, maxAnswer)})
	t.toManagers()
	if t.awaited() && t.Misses == 1 { // a colleague is on the way: perhaps it is for them
		t.repeat(t.text("passed_on", nil))
		return
	}
	if t.leave(nil) {
		return
	}
	unsure := r.Doubt || slices.Contains(r.Unsure, string(t.Asked))
	t.simpler = t.Misses > 1 || unsure
	t.repeat(t.text(t.missText(unsure), nil))
}

// missText names what is said to a text that was not understood.
func (t *step) missText(unsure bool) string {
	a, ok := t.Script.Ask(t.Asked)
	switch {
	case ok && a.Kind == Phone:
		return "bad_phone"
	case t.Exercise != "":
		return "exercise_wait"
	case t.Misses > 2:
		return "miss_human"
	case unsure:
		return "miss_unsure"
	case t.Misses == 2:
		return "miss_again"
	}
	return "miss"
}

// awaited reports whether an urgent card is out and nobody took it yet: what the
// lead writes may be for the human who is on the way.
func (t *step) awaited() bool {
	return t.Owner == Queue && t.Handoff.Posted && t.Handoff.Lane.Urgent()
}

// noteChange counts how often an answer was changed: whoever changes one twice is
// undecided.
func (t *step) noteChange(a *Ask) {
	if !t.Answers.Has(a.ID) {
		return
	}
	t.corrects = true
	t.Changes = maps.Clone(t.Changes)
	if t.Changes == nil {
		t.Changes = map[qualify.Question]int{}
	}
	t.Changes[a.ID]++
}

// wavering is how many changes of an answer make somebody undecided.
const wavering = 2

// simply returns the few options that an undecided lead chooses from, nil for all
// of them.
func (t *step) simply(a *Ask) []Few {
	if len(a.Simple) == 0 || !t.simpler && t.Changes[a.ID] < wavering {
		return nil
	}
	return a.Simple
}

// all shows every option of the open question again.
func (t *step) all(q qualify.Question) {
	a, ok := t.Script.Ask(q)
	if !ok || !t.isOpen(a) {
		t.stale(q)
		return
	}
	t.everything = true
	t.ask(t.Asked, nil)
}
