package dialog

import (
	"strconv"

	"leadbot/qualify"
)

// showList says what the rows for an exercise come to, with the best topic as a
// candidate; the exercise waits again. said stands before that, and what is to be
// noted behind.
func (t *step) showList(q qualify.Question, said, noted Text) {
	l, r := t.Script.list(&t.Session, q)
	t.Exercise = q
	if len(l.Rows) == 0 {
		t.showExercise(Join("\n\n", said, noted))
		return
	}
	all := rank(l.Rows)
	best := t.fill(r.Best, values{"topic": Foreign(Short(all[0].topic, 40))})
	table := Join("\n", t.fill(r.Head, nil), t.Script.table(all, r.Unit))
	t.Phase, t.Asked = Asking, ""
	t.show(Join("\n\n", said, table, noted, best), [][]Button{
		{{r.Take, exerciseData(q, "take")}},
		{{t.Script.Texts["exercise_go_on"], exerciseData(q, "go_on")}},
		{{t.Script.Texts["back"], "back"}, {t.Script.Texts["human"], "human"}},
	})
}

// maxUnread is how many lines are named at once.
const maxUnread = 3

// noted says how many rows found no room, names the lines that are none and shows
// what one looks like.
func (t *step) noted(q qualify.Question, left int, bad []unread) Text {
	var full Text
	if left > 0 {
		full = t.text("exercise_full", values{"n": Plain(strconv.Itoa(maxRows))})
	}
	if len(bad) == 0 {
		return full
	}
	lines := []Text{t.text("exercise_unread", nil)}
	for _, b := range bad[:min(len(bad), maxUnread)] {
		lines = append(lines, t.text("exercise_line", values{"n": Plain(strconv.Itoa(b.line)), "text": Foreign(Short(b.text, 25))}))
	}
	if more := len(bad) - maxUnread; more > 0 {
		lines = append(lines, t.Script.more(more))
	}
	e, _ := t.exerciseOf(q)
	return Join("\n\n", full, Join("\n", append(lines, t.fill(e.Rows.How, nil))...))
}

// takeBest makes the best topic of the list the lead's choice, and goes on.
func (t *step) takeBest(q qualify.Question) {
	l, r := t.Script.list(&t.Session, q)
	if len(l.Rows) == 0 {
		t.stale(q)
		return
	}
	l.Taken = rank(l.Rows)[0].topic
	t.keepList(q, l)
	t.Exercise = ""
	for i := range t.Script.Questions {
		a := &t.Script.Questions[i]
		if option, ok := r.Sets[a.ID]; ok {
			t.record(a, option, t.Script.Label(a.ID, option), qualify.ViaButton)
		}
	}
	if r.Topic != "" {
		t.put(r.Topic, l.Taken, l.Taken, qualify.ViaButton)
	}
	t.close(r.Take)
	t.proceed(t.fill(r.Taken, values{"topic": Foreign(Short(l.Taken, 40))}))
}
