package dialog

import (
	"strconv"
	"strings"
	"time"
)

// local returns the time in the business's zone.
func (c Calendar) local(at time.Time) time.Time {
	if c.Zone == nil {
		return at.UTC()
	}
	return at.In(c.Zone)
}

// working returns the time itself in working hours, else the next opening.
func (c Calendar) working(at time.Time) time.Time { return c.Working.Next(c.local(at)) }

// Open reports whether the business works at the time.
func (c Calendar) Open(at time.Time) bool { return c.Working.Open(c.local(at)) }

// awake returns the time itself, or the end of the quiet hours and a little more.
func (c Calendar) awake(at time.Time, lead int64) time.Time {
	return c.Quiet.Delay(c.local(at), lead)
}

// whenHot says within which time a human answers: minutes while the business
// works, else the next opening.
func (t *step) whenHot() string {
	if t.Calendar.Open(t.in.At) {
		minutes := strconv.Itoa(int(t.Calendar.Promise.Minutes()))
		return t.Script.Text("when_minutes", values{"n": Plain(minutes)}).String()
	}
	return t.Script.moment("by", t.Calendar.working(t.in.At).Add(t.Calendar.Promise), t.Calendar.local(t.in.At))
}

// whenWarm says by when a human answers, counted in working hours.
func (t *step) whenWarm() string {
	start := t.Calendar.working(t.in.At)
	return t.Script.moment("by", roundUp(t.Calendar.Working.Add(start, t.Calendar.WarmPromise)), t.Calendar.local(t.in.At))
}

// roundUp makes a time one that people say: a multiple of five minutes.
func roundUp(at time.Time) time.Time {
	const step = 5 * time.Minute
	return at.Add(step - 1).Truncate(step)
}

// when says by when a lead who waits was promised an answer; once that is past,
// no new time is promised.
func (t *step) when() string {
	due := t.Deadline(t.Handoff)
	if !due.After(t.in.At) {
		return t.Script.Texts["when_late"]
	}
	how := "by"
	if !t.Handoff.Slot.IsZero() {
		how = "when"
	}
	return t.Script.moment(how, t.Calendar.local(due), t.Calendar.local(t.in.At))
}

// Moment says a time as people do, seen from now: «завтра в 10:00». Both are in
// the reader's zone.
func (s *Script) Moment(at, now time.Time) string { return s.moment("when", at, now) }

// moment says a time: «завтра в 10:00» for "when", «завтра до 10:00» for "by".
func (s *Script) moment(how string, at, now time.Time) string {
	v := values{"time": Plain(at.Format("15:04")), "date": Plain(at.Format("02.01"))}
	weekdays := strings.Split(s.Texts["weekdays"], "|")
	if int(at.Weekday()) < len(weekdays) {
		v["day"] = Plain(weekdays[at.Weekday()])
	}
	id := how + "_date"
	switch n := daysBetween(now, at); {
	case n == 0:
		id = how + "_today"
	case n == 1:
		id = how + "_tomorrow"
	case n < 7:
		id = how + "_day"
	}
	return s.Text(id, v).String()
}

// daysBetween counts the midnights between two times.
func daysBetween(a, b time.Time) int {
	midnight := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(midnight(b).Sub(midnight(a)).Hours() / 24)
}
