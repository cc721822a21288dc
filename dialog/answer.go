package dialog

import (
	"slices"
	"time"

	"leadbot/qualify"
)

// accept records an answer to the open question and goes on, or redraws the
// message that still waits for the others in it.
func (t *step) accept(a *Ask, value, raw string, via qualify.Via) {
	t.record(a, value, raw, via)
	said := t.reaction(a)
	if t.waiting(a) {
		t.redraw(t.Open.Text, numbered(t.buttons(a), t.Open.Turn))
		return
	}
	t.finish(a, said)
}

// finish leaves a question whose message is complete.
func (t *step) finish(a *Ask, said Text) {
	t.close(t.chosen(a))
	t.proceed(said)
}

// waiting reports whether the message of the question still misses an answer.
func (t *step) waiting(a *Ask) bool {
	return t.Open != nil && t.waits(a)
}

// waits reports whether the question, or one that shares its message, is open.
func (t *step) waits(a *Ask) bool {
	return slices.ContainsFunc(t.group(a), t.waitsFor)
}

// waitsFor reports whether the question has neither an answer nor a skip.
func (t *step) waitsFor(a *Ask) bool {
	return !t.Answers.Has(a.ID) && !slices.Contains(t.Skipped, a.ID)
}

// chosen is what the closed message of a question shows.
func (t *step) chosen(a *Ask) string {
	members := t.group(a)
	if !slices.Contains(members, a) {
		members = append(members, a)
	}
	var labels string
	for _, m := range members {
		if !t.Answers.Has(m.ID) {
			continue
		}
		if labels != "" {
			labels += ", "
		}
		labels += Short(t.Script.Label(m.ID, t.Answers.Value(m.ID)), 80)
	}
	if labels == "" {
		return t.Script.Texts["skipped"]
	}
	return labels
}

// record keeps an answer and what follows from it. An earlier answer that had set
// this one is forgotten: it would say the contrary now.
func (t *step) record(a *Ask, value, raw string, via qualify.Via) {
	t.forgetSetters(a.ID)
	t.put(a.ID, value, raw, via)
	o, ok := a.Option(value)
	if !ok {
		return
	}
	for i := range t.Script.Questions {
		if set, ok := o.Sets[t.Script.Questions[i].ID]; ok {
			t.put(t.Script.Questions[i].ID, set, o.Text, via)
		}
	}
	if o.Exercise != "" {
		t.Exercise = a.ID
	}
}

func (t *step) forgetSetters(q qualify.Question) {
	for i := range t.Script.Questions {
		a := &t.Script.Questions[i]
		if o, ok := a.Option(t.Answers.Value(a.ID)); ok && o.Sets[q] != "" {
			delete(t.Answers, a.ID)
			t.Trail = slices.DeleteFunc(t.Trail, func(x qualify.Question) bool { return x == a.ID })
		}
	}
}

func (t *step) put(q qualify.Question, value, raw string, via qualify.Via) {
	answer := qualify.Answer{Value: value, Raw: raw, Via: via, At: t.in.At.UTC()}
	t.Answers[q] = answer
	t.passed(q)
	t.Skipped = slices.DeleteFunc(t.Skipped, func(x qualify.Question) bool { return x == q })
	t.Misses, t.Later = 0, time.Time{}
	t.event(Event{Kind: EventAnswered, Question: q, Answer: answer})
	t.changed()
}

// passed puts a question at the end of the trail that leads back.
func (t *step) passed(q qualify.Question) {
	t.Trail = append(slices.DeleteFunc(t.Trail, func(x qualify.Question) bool { return x == q }), q)
}

// changed tells the managers' side that a posted card is out of date.
func (t *step) changed() {
	posted := t.Handoff != nil && t.Handoff.Posted
	if posted && !slices.ContainsFunc(t.events, func(e Event) bool { return e.Kind == EventUpdated }) {
		t.event(Event{Kind: EventUpdated})
	}
}

// reaction is what is said to an answer, "" for nothing, after the steps that
// its option leads to.
func (t *step) reaction(a *Ask) Text {
	o, _ := a.Option(t.Answers.Value(a.ID))
	said := t.fill(o.Say, nil)
	for _, r := range a.Say {
		if t.Script.Scorecard.Holds(r.When.Condition, t.Answers, t.Flags) {
			said = t.fill(r.Text, nil)
			break
		}
	}
	switch o.Then {
	case Book:
		return Join("\n\n", said, t.book())
	case Think:
		t.promise(a.ID, 3*day)
		return Join("\n\n", said, t.text("think_set", nil))
	case OfferHuman:
		return Join("\n\n", said, t.text("offer_human", nil))
	}
	return said
}

// skip leaves a question without an answer; one that has its answer keeps it.
func (t *step) skip(q qualify.Question) {
	a, ok := t.Script.Ask(q)
	if !ok || !t.isOpen(a) {
		t.stale(q)
		return
	}
	open := slices.DeleteFunc(slices.Clone(t.group(a)), func(m *Ask) bool { return t.Answers.Has(m.ID) })
	if slices.ContainsFunc(open, func(m *Ask) bool { return m.Required }) {
		t.decline("required")
		return
	}
	for _, m := range open {
		t.Skipped = append(slices.DeleteFunc(t.Skipped, func(x qualify.Question) bool { return x == m.ID }), m.ID)
		t.passed(m.ID)
		t.event(Event{Kind: EventSkipped, Question: m.ID})
	}
	t.Misses = 0
	if a.Kind == Phone {
		t.unkey("phone_left")
	}
	t.finish(a, nil)
}

// isOpen reports whether the question is the one that waits for an answer, or
// shares its message.
func (t *step) isOpen(a *Ask) bool {
	open, ok := t.Script.Ask(t.Asked)
	return ok && t.Phase == Asking && t.Exercise == "" &&
		(open.ID == a.ID || a.Together != "" && a.Together == open.Together)
}

// back asks the question answered before once more; its answer stands until a
// new one comes.
func (t *step) back() {
	a, ok := t.Script.Ask(t.Asked)
	if !ok || t.Phase != Asking {
		a = &Ask{}
	}
	q, found := t.before(a)
	if t.Exercise != "" {
		q, found = t.Exercise, true
	}
	if !found || t.Phase != Asking && t.Phase != Review {
		t.decline("no_back")
		return
	}
	if a.Kind == Phone {
		t.unkey("phone_left")
	}
	t.ask(q, nil)
}

// decline says that something is not possible: as a toast to a press, else as a
// message.
func (t *step) decline(id string) {
	if t.in.Kind == Pressed {
		t.toast = t.text(id, nil).String()
		return
	}
	t.repeat(t.text(id, nil))
}
