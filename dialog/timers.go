package dialog

import (
	"fmt"
	"slices"
	"time"

	"leadbot/qualify"
)

// timer is something the bot does by itself, and when. One that writes to the
// lead keeps the quiet hours.
type timer struct {
	at     time.Time
	do     func(*step)
	writes bool
}

// apart is the least time between two messages on the bot's own initiative.
const apart = 2 * time.Hour

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// awake puts what would write to the lead past the quiet hours, and apart from
// the message before.
func (a *Assistant) awake(s *Session, at time.Time) time.Time {
	if !s.Nudged.IsZero() {
		at = later(at, s.Nudged.Add(apart))
	}
	return a.Calendar.awake(at, s.ID)
}

// Wake returns when a tick has something to do after now, the zero time for never.
func (a *Assistant) Wake(s *Session, now time.Time) time.Time {
	var first time.Time
	for _, t := range a.timers(s) {
		at := later(t.at, now)
		if t.writes && !at.Equal(t.at) { // it was due and the hour was quiet
			at = a.Calendar.awake(at, s.ID)
		}
		if first.IsZero() || at.Before(first) {
			first = at
		}
	}
	return first
}

// timers returns everything that waits for its time. It hangs on nothing but the
// session, so that a restart changes nothing.
func (a *Assistant) timers(s *Session) []timer {
	var all []timer
	if len(s.Burst) > 0 {
		all = append(all, timer{at: a.burstEnds(s), do: (*step).readBurst})
	}
	if s.Handoff != nil && !s.Handoff.Posted {
		all = append(all, timer{at: s.Handoff.Due, do: (*step).post})
	}
	talking := (s.Phase == Asking || s.Phase == Review) && s.Agreed(Processing)
	unfinished := talking && s.Completed.IsZero()
	calm := s.Handoff == nil || s.Owner == Queue && !s.Handoff.Lane.Urgent()
	if unfinished && calm && a.Assess(s, s.Heard).Temperature == qualify.Hot {
		all = append(all, timer{at: s.Heard.Add(a.Calendar.HandoffIdle), do: (*step).handOffIdle})
	}
	if s.Stopped || s.Blocked || !s.Paused.IsZero() || !s.Agreed(Processing) {
		return all
	}
	if s.Later.After(s.Nudged) && talking && s.Owner != Manager && s.Owner != Closed {
		all = append(all, timer{a.awake(s, s.Later), (*step).takeUp, true})
	}
	if s.Owner != Manager && s.Owner != Closed && len(s.Homework) > 0 {
		all = append(all, timer{a.awake(s, s.nextTask().Due), (*step).remindTask, true})
	}
	if unfinished && s.Owner == Bot && s.Reminded < len(a.Calendar.RemindAfter) {
		at := s.silence().Add(a.Calendar.RemindAfter[s.Reminded])
		if len(s.Homework) > 0 && s.nextTask().Due.Sub(at) < apart {
			at = later(at, s.nextTask().Due.Add(apart)) // what was promised comes first
		}
		all = append(all, timer{a.awake(s, at), (*step).remind, true})
	}
	return all
}

// tick does what is due. What would write to the lead waits for the end of the
// quiet hours, however late the tick comes.
func (t *step) tick() {
	quiet := t.Calendar.Quiet.Contains(t.Calendar.local(t.in.At))
	for range 8 { // each timer moves on when it fires; the bound is a fuse
		timers := t.timers(&t.Session)
		i := slices.IndexFunc(timers, func(x timer) bool { return !x.at.After(t.in.At) && !(quiet && x.writes) })
		if i < 0 {
			return
		}
		timers[i].do(t)
	}
}

// handOffIdle gives up waiting for a hot lead's «Да».
func (t *step) handOffIdle() { t.bring(LaneHot) }

// remind asks a silent lead to go on. After a downtime the overdue reminders are
// one: the latest.
func (t *step) remind() {
	for t.Reminded < len(t.Calendar.RemindAfter) && !t.silence().Add(t.Calendar.RemindAfter[t.Reminded]).After(t.in.At) {
		t.Reminded++
	}
	last := t.Reminded == len(t.Calendar.RemindAfter)
	t.event(Event{Kind: EventReminded})
	if t.Exercise != "" {
		if l, _ := t.Script.list(&t.Session, t.Exercise); len(l.Rows) == 0 {
			t.promise(t.Exercise, day)
		}
		t.Exercise = ""
	}
	text := t.fill(t.reminder(last), nil)
	if last {
		t.sayOnce("remind", t.Reminded, Message{Text: text})
		t.giveUp()
		return
	}
	t.nudge("remind", t.Reminded, text)
}

// reminder is the text of the reminder just counted; the last one of the script
// says goodbye.
func (t *step) reminder(last bool) string {
	texts := t.Script.Reminders
	if last {
		return texts[len(texts)-1]
	}
	return texts[max(0, min(t.Reminded-1, len(texts)-2))]
}

// giveUp closes a form that nobody finishes; a promising one goes to the managers.
func (t *step) giveUp() {
	as := t.Assess(&t.Session, t.in.At)
	if t.Handoff == nil && t.Script.Score.Unfinished > 0 && as.Score >= t.Script.Score.Unfinished {
		t.handOff(LaneUnfinished)
	}
}

// nudge says something on the bot's own initiative, with the open question below.
func (t *step) nudge(name string, n int, text Text) {
	before, asked, said := t.Open, t.Asked, len(t.say)
	t.repeat(text)
	for i := said; i < len(t.say); i++ {
		t.once(&t.say[i], name, n)
	}
	t.Before = nil
	if before != nil && before.Edit && t.Open != nil && t.Open != before && t.Asked == asked {
		t.Before = &Before{Shown: *before, Buttons: t.say[len(t.say)-1].Message.Buttons}
	}
}

// unsent gives the message before its buttons back when the one that repeated it
// did not arrive: else there would be nothing to press.
func (t *step) unsent() {
	if t.Open == nil || t.Before == nil || t.Open.Key != t.in.Text {
		return
	}
	t.Open.Key, t.Open.Text = t.Before.Key, t.Before.Text
	t.redraw(t.Before.Text, t.Before.Buttons)
	t.Before = nil
}

func (t *step) sayOnce(name string, n int, m Message) {
	t.send(m, Reminds)
	t.once(&t.say[len(t.say)-1], name, n)
}

// once marks a message as one that must never go out twice.
func (t *step) once(s *Say, name string, n int) {
	s.Why, s.Until = Reminds, t.Calendar.Quiet.Next(t.Calendar.local(t.in.At))
	t.Nudged, t.Nudging = t.in.At, true
	key := fmt.Sprintf("%s:%d:%d:%d", name, t.ID, n, t.Says)
	if t.Open != nil && t.Open.Key == s.Key {
		t.Open.Key = key
	}
	s.Key = key
}

// promise notes a reminder that the lead was told to expect; one for the same
// question replaces the earlier.
func (t *step) promise(q qualify.Question, after time.Duration) {
	t.Homework = append(slices.DeleteFunc(t.Homework, func(h Task) bool { return h.Question == q }), Task{Question: q, Due: t.in.At.Add(after)})
}

func (s *Session) nextTask() *Task {
	next := &s.Homework[0]
	for i := range s.Homework {
		if s.Homework[i].Due.Before(next.Due) {
			next = &s.Homework[i]
		}
	}
	return next
}

// remindTask reminds of what the lead was promised; once the answer behind it
// has changed, of nothing.
func (t *step) remindTask() {
	task := t.nextTask()
	task.Sent++
	q, n := task.Question, task.Sent
	texts := t.taskTexts(q)
	if n < len(texts) {
		task.Due = t.in.At.Add(3 * day)
	} else {
		t.Homework = slices.DeleteFunc(t.Homework, func(h Task) bool { return h.Question == q })
	}
	if n <= len(texts) {
		t.sayOnce("task", n, Message{Text: t.fill(texts[n-1], nil)})
	}
}

// taskTexts are the reminders that an answer leads to: two of an exercise, one
// of something to think over.
func (t *step) taskTexts(q qualify.Question) []string {
	if e, ok := t.exerciseOf(q); ok {
		return e.Remind
	}
	a, ok := t.Script.Ask(q)
	if !ok {
		return nil
	}
	o, _ := a.Option(t.Script.Scorecard.Applying(t.Answers, t.Flags).Value(q))
	if o.Then == Think {
		return []string{t.Script.Texts["think_remind"]}
	}
	return nil
}
