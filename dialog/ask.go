package dialog

import (
	"fmt"
	"slices"
	"strconv"

	"leadbot/qualify"
)

// Next returns the first question that applies to the answers and has none; a
// skipped one is not asked again by itself. False means that nothing is open.
func (s *Script) Next(a qualify.Answers, skipped []qualify.Question, flags qualify.Flags) (qualify.Question, bool) {
	for _, q := range s.Scorecard.Applicable(a, flags) {
		if !a.Has(q) && !slices.Contains(skipped, q) {
			return q, true
		}
	}
	return "", false
}

// proceed goes on after an answer: to the exercise it brought, the next open
// question, or the review. said is put before whatever comes.
func (t *step) proceed(said Text) {
	t.Asked = ""
	if t.Exercise != "" {
		t.showExercise(said)
		return
	}
	if q, ok := t.Script.Next(t.Answers, t.Skipped, t.Flags); ok {
		t.ask(q, said)
		return
	}
	t.review(said)
}

// ask puts a question, or the message that it shares with others.
func (t *step) ask(q qualify.Question, said Text) {
	a, ok := t.Script.Ask(q)
	if !ok {
		t.proceed(said)
		return
	}
	t.Phase, t.Asked, t.Exercise = Asking, q, ""
	if t.Stage == StageNew {
		t.Stage = StageQualifying
	}
	for _, m := range t.group(a) {
		t.event(Event{Kind: EventAsked, Question: m.ID})
	}
	text := Join("\n\n", said, t.fill(t.wording(a).Text, nil), t.progress(a))
	if a.Kind == Phone {
		t.askPhone(text)
		return
	}
	t.show(text, t.withFix(t.buttons(a)))
}

// withFix adds, above the last row, the button that corrects what was understood
// from a text, where something was.
func (t *step) withFix(rows [][]Button) [][]Button {
	if !t.fixable {
		return rows
	}
	return slices.Insert(rows, len(rows)-1, []Button{{t.Script.Texts["review_edit"], "review:edit"}})
}

// wording returns the question whose words head the message: of those that share
// it the first, or where some are answered, the first that is open.
func (t *step) wording(a *Ask) *Ask {
	group := t.group(a)
	open := slices.DeleteFunc(slices.Clone(group), func(m *Ask) bool { return t.Answers.Has(m.ID) })
	if len(open) == 0 {
		return group[0]
	}
	return open[0]
}

// repeat puts the open question again, or whatever else is open.
func (t *step) repeat(said Text) {
	switch {
	case t.leave(said):
	case t.Exercise != "":
		t.showExercise(said)
	case t.Phase == Consent:
		t.askConsent(said)
	case t.Phase == Review:
		t.review(said)
	case t.Phase == Asking:
		q := t.Asked
		if _, ok := t.Script.Ask(q); !ok {
			t.proceed(said)
			return
		}
		t.ask(q, said)
	default:
		t.send(Message{Text: said}, Replies)
	}
}

// group returns the questions that share a message with this one and apply, in
// the order of the script; alone, the question itself.
func (t *step) group(a *Ask) []*Ask {
	if a.Together == "" {
		return []*Ask{a}
	}
	applicable := t.Script.Scorecard.Applicable(t.Answers, t.Flags)
	var members []*Ask
	for i := range t.Script.Questions {
		m := &t.Script.Questions[i]
		if m.Together == a.Together && slices.Contains(applicable, m.ID) {
			members = append(members, m)
		}
	}
	return members
}

// buttons returns the options of a question and of those that share its message,
// and the ways around it below.
func (t *step) buttons(a *Ask) [][]Button {
	var rows [][]Button
	for _, m := range t.narrowed(a) {
		switch few := t.simply(m); {
		case few != nil && !t.everything:
			rows = append(rows, t.few(m, few)...)
		case m.Together == "":
			rows = append(rows, t.column(m)...)
		default:
			rows = append(rows, t.row(m)...)
		}
	}
	return append(rows, t.around(a))
}

// narrowed returns the questions whose buttons are shown: to an undecided lead one
// at a time.
func (t *step) narrowed(a *Ask) []*Ask {
	group := t.group(a)
	i := slices.IndexFunc(group, t.waitsFor)
	if !t.simpler || t.everything || i < 0 {
		return group
	}
	return group[i : i+1]
}

// few puts the simplest options in a row each, with a way to all of them.
func (t *step) few(a *Ask, options []Few) [][]Button {
	var rows [][]Button
	for _, o := range options {
		rows = append(rows, []Button{{o.Text, answerData(a.ID, o.ID)}})
	}
	return append(rows, []Button{{t.Script.Texts["more"], "more:" + string(a.ID)}})
}

// column puts each option in a row of its own, numbered where a typed number
// means the option.
func (t *step) column(a *Ask) [][]Button {
	var rows [][]Button
	for i, o := range t.choices(a) {
		label := o.Text
		if a.Number == "" {
			label = strconv.Itoa(i+1) + ". " + label
		}
		rows = append(rows, []Button{{label, answerData(a.ID, o.ID)}})
	}
	return rows
}

// row puts the options side by side, at most three, with the choice marked.
func (t *step) row(a *Ask) [][]Button {
	var rows [][]Button
	for chunk := range slices.Chunk(a.Options, rowLength(len(a.Options))) {
		var row []Button
		for _, o := range chunk {
			label := o.Text
			if t.Answers.Value(a.ID) == o.ID {
				label = "✓ " + label
			}
			row = append(row, Button{label, answerData(a.ID, o.ID)})
		}
		rows = append(rows, row)
	}
	return rows
}

func rowLength(options int) int {
	if options == 4 {
		return 2
	}
	return 3
}

func answerData(q qualify.Question, option string) string { return fmt.Sprintf("a:%s:%s", q, option) }

// choices returns the options of a question; for a free one with suggestions,
// the first two themes of the answer that it builds on.
func (t *step) choices(a *Ask) []Option {
	if a.Suggest == "" {
		return a.Options
	}
	var out []Option
	for i, theme := range themes(t.Answers.Value(a.Suggest)) {
		out = append(out, Option{ID: strconv.Itoa(i + 1), Text: theme})
	}
	return out
}

// around returns the row below the options: skip or keep, back, human.
func (t *step) around(a *Ask) []Button {
	var row []Button
	if q, label := t.skippable(a); q != "" {
		row = append(row, Button{t.Script.Texts[label], "skip:" + string(q)})
	}
	if _, ok := t.before(a); ok {
		row = append(row, Button{t.Script.Texts["back"], "back"})
	}
	return append(row, Button{t.Script.Texts["human"], "human"})
}

// skippable returns which question a skip button would name, and its label: a
// question that has its answer keeps it. In a shared message the skip covers
// what is open once the mandatory ones are answered.
func (t *step) skippable(a *Ask) (qualify.Question, string) {
	group := t.group(a)
	open := slices.DeleteFunc(slices.Clone(group), func(m *Ask) bool { return t.Answers.Has(m.ID) })
	if len(open) == 0 {
		return a.ID, "keep"
	}
	if slices.ContainsFunc(open, func(m *Ask) bool { return m.Required }) {
		return "", ""
	}
	for _, m := range group {
		if !m.Required {
			return m.ID, "skip"
		}
	}
	return "", ""
}

// before returns the question that was answered last before this one.
func (t *step) before(a *Ask) (qualify.Question, bool) {
	trail := t.Trail
	for i, q := range trail {
		if m, ok := t.Script.Ask(q); ok && (q == a.ID || m.Together != "" && m.Together == a.Together) {
			trail = trail[:i]
			break
		}
	}
	applicable := t.Script.Scorecard.Applicable(t.Answers, t.Flags)
	for _, q := range slices.Backward(trail) {
		if slices.Contains(applicable, q) {
			return q, true
		}
	}
	return "", false
}
