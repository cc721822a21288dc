package dialog

import (
	"time"

	"leadbot/qualify"
)

// exerciseOf returns the exercise that the answer to a question brings.
func (t *step) exerciseOf(q qualify.Question) (Exercise, bool) {
	e, ok := t.Script.Exercises[t.Script.exerciseName(&t.Session, q)]
	return e, ok
}

// exerciseName names that exercise, "" for none.
func (s *Script) exerciseName(sess *Session, q qualify.Question) string {
	a, ok := s.Ask(q)
	if !ok {
		return ""
	}
	o, _ := a.Option(sess.Answers.Value(q))
	return o.Exercise
}

// showExercise gives the advice and waits for a choice.
func (t *step) showExercise(said Text) {
	q := t.Exercise
	e, ok := t.exerciseOf(q)
	if !ok {
		t.Exercise = ""
		t.proceed(said)
		return
	}
	if l, _ := t.Script.list(&t.Session, q); len(l.Rows) > 0 {
		t.showList(q, said, nil)
		return
	}
	t.Phase, t.Asked = Asking, ""
	t.show(Join("\n\n", said, t.fill(e.Text, nil)), t.withFix([][]Button{
		{{t.Script.Texts["exercise_now"], exerciseData(q, "now")}},
		{{t.Script.Texts["exercise_later"], exerciseData(q, "later")}, {t.Script.Texts["exercise_go_on"], exerciseData(q, "go_on")}},
		{{t.Script.Texts["back"], "back"}, {t.Script.Texts["human"], "human"}},
	}))
}

func exerciseData(q qualify.Question, choice string) string { return "x:" + string(q) + ":" + choice }

// delays are the times that a reminder of an exercise can be put off to.
var delays = []struct {
	id    string
	after time.Duration
}{{"1d", day}, {"3d", 3 * day}, {"7d", 7 * day}}

// exercise takes a choice below an exercise.
func (t *step) exercise(q qualify.Question, choice string) {
	e, ok := t.exerciseOf(q)
	if !ok || t.Exercise != q && !t.hasTask(q) {
		t.stale(q)
		return
	}
	if t.Exercise != q {
		t.putOff(q, choice)
		return
	}
	switch choice {
	case "now":
		t.close(t.Script.Texts["exercise_now"])
		t.show(t.fill(e.Now, nil), [][]Button{{{t.Script.Texts["exercise_go_on"], exerciseData(q, "go_on")}}})
	case "later":
		t.close(t.Script.Texts["exercise_later"])
		t.Exercise = ""
		t.promise(q, day)
		t.askWhen(q, e)
		t.proceed(nil)
	case "take":
		t.takeBest(q)
	case "go_on":
		t.close(t.Script.Texts["exercise_go_on"])
		t.Exercise = ""
		t.proceed(nil)
	default:
		t.stale(q)
	}
}

// askWhen offers other times for the reminder; the conversation goes on
// meanwhile, so these buttons live beside the next question's.
func (t *step) askWhen(q qualify.Question, e Exercise) {
	var row []Button
	for _, d := range delays {
		row = append(row, Button{t.Script.Texts["exercise_"+d.id], exerciseData(q, d.id)})
	}
	when := t.momentAfter(day)
	t.send(Message{Text: t.fill(e.Later, values{"when": Plain(when)}), Buttons: numbered([][]Button{row}, t.Says+1)}, Replies)
}

// putOff moves a promised reminder.
func (t *step) putOff(q qualify.Question, choice string) {
	for _, d := range delays {
		if d.id == choice {
			t.promise(q, d.after)
			t.toastText("exercise_set", values{"when": Plain(t.momentAfter(d.after))})
			return
		}
	}
	t.stale(q)
}

func (t *step) momentAfter(d time.Duration) string {
	now := t.Calendar.local(t.in.At)
	return t.Script.Moment(t.Calendar.awake(now.Add(d), t.ID), now)
}

func (t *step) hasTask(q qualify.Question) bool {
	for _, h := range t.Homework {
		if h.Question == q {
			return true
		}
	}
	return false
}

// setsTask reports whether a press chooses the time of a promised reminder: such
// buttons outlive the messages after them.
func (t *step) setsTask(p Press) bool {
	return p.Verb == "x" && t.hasTask(qualify.Question(p.Args[0])) && t.Exercise == ""
}
