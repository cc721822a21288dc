package dialog

import (
	"slices"
	"strings"
	"time"
)

// Fragment is a message that may be a part of a longer thought.
type Fragment struct {
	Message int64     `json:"message"`
	Reply   int64     `json:"reply,omitempty"`
	Text    string    `json:"text"`
	At      time.Time `json:"at"`
}

// maxBurst is how many messages are read as one at most.
const maxBurst = 20

// gather holds a text back until its writer pauses: one thought often comes in
// several messages. What would be a button is taken at once.
func (t *step) gather() {
	asked := t.Asked
	switch {
	case len(t.Burst) > 0:
	case t.Calendar.Burst == 0:
		t.written()
		return
	case t.Phase != Done && t.Exercise == "" && (t.navigate() || t.exact()):
		t.remember(asked)
		return
	}
	t.Burst = append(slices.Clone(t.Burst), Fragment{t.in.Message, t.in.Reply, t.in.Text, t.in.At})
	if len(t.Burst) >= maxBurst {
		t.readBurst()
	}
}

// readBurst reads the gathered messages as one text. Whoever waited for that was
// not silent meanwhile.
func (t *step) readBurst() {
	t.Heard = t.in.At
	t.unite(t.gathered())
	t.content()
}

// gathered takes the messages out that wait to be read.
func (t *step) gathered() []Fragment {
	parts := t.Burst
	t.Burst = nil
	return parts
}

// unite makes the messages the input.
func (t *step) unite(parts []Fragment) {
	t.parts = parts
	texts := make([]string, len(t.parts))
	for i, p := range t.parts {
		texts[i] = p.Text
	}
	last := t.parts[len(t.parts)-1]
	t.in = Input{
		Kind: Wrote, Text: strings.Join(texts, "\n"), Message: last.Message, Reply: last.Reply,
		From: t.in.From, At: t.in.At, Shadow: t.in.Shadow,
	}
}

// written takes a text as a whole.
func (t *step) written() {
	asked := t.Asked
	switch {
	case t.listed():
		t.remember(asked)
	case t.Phase == Done:
		t.afterDone()
		t.remember(asked)
	default:
		t.typed()
	}
}

// movesOn reports whether the input leaves the question that gathered messages were
// written to, or comes after them to a manager.
func (t *step) movesOn() bool {
	name, _, _ := cutSpace(t.in.Text)
	switch {
	case t.in.Kind == Commanded && name == "forget":
		return false // they are forgotten too
	case t.Owner == Manager:
		return true
	case t.in.Kind == Commanded:
		return name == "back" || name == "edit" || name == "stop"
	case t.in.Kind == Shared:
		a, ok := t.Script.Ask(t.Asked)
		return ok && a.Kind == Phone && t.in.Own
	case t.in.Kind != Pressed:
		return false
	}
	p, ok := ParsePress(t.in.Pressed)
	return ok && p.Verb != "human" && p.Verb != "slot" && !t.outdated(p)
}

// settle takes in what was gathered before an input that moves on: of the text only
// what does not concern the open question counts.
func (t *step) settle() {
	if len(t.Burst) == 0 {
		return
	}
	first := t.in
	t.unite(t.gathered())
	defer func() { t.in, t.parts = first, nil }()
	if t.Owner == Manager {
		t.passOn()
		return
	}
	r := t.Script.Reader.Read(string(t.Asked), t.in.Text)
	if open, ok := t.Script.Ask(t.Asked); ok {
		for _, a := range t.group(open) {
			delete(r.Answers, string(a.ID))
		}
	}
	t.toManagers()
	if q, rows, _ := t.listing(); len(rows) > 0 {
		t.enlist(q, rows)
	} else {
		t.absorb(r, nil)
	}
	t.remember(t.Asked)
	switch r.Intent {
	case wantsHuman:
		t.human()
	case wantsStop:
		t.stop()
	}
}

// burstEnds is when the gathered messages are read.
func (a *Assistant) burstEnds(s *Session) time.Time {
	return s.Burst[len(s.Burst)-1].At.Add(a.Calendar.Burst)
}
