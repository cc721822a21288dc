package desk

import (
	"time"

	"leadbot/dialog"
)

// slots are two times at which a manager can call: the first full half-hour that
// leaves an hour of work before it, and one on another working day.
func (d *Desk) slots(at time.Time) []time.Time {
	first := d.halfHour(d.after(at, time.Hour))
	return []time.Time{first, d.nextDay(first)}
}

// halfHour returns the first full half-hour from a time on that is fit for a call.
func (d *Desk) halfHour(t time.Time) time.Time {
	fallback := d.working(t)
	for range 7 * 48 { // a week: what is not found there is nowhere
		t = roundUp(d.Assistant.Calendar.Quiet.Delay(d.working(t), 0))
		if d.fit(t) {
			return t
		}
		t = t.Add(30 * time.Minute)
	}
	return fallback
}

// nextDay returns the same time on the next working day, or two hours after its
// opening.
func (d *Desk) nextDay(t time.Time) time.Time {
	for day := 1; day <= 7; day++ {
		same := time.Date(t.Year(), t.Month(), t.Day()+day, t.Hour(), t.Minute(), 0, 0, t.Location())
		if d.fit(same) {
			return same
		}
		midnight := time.Date(t.Year(), t.Month(), t.Day()+day, 0, 0, 0, 0, t.Location())
		if c := d.halfHour(d.after(midnight, 2*time.Hour)); c.YearDay() == same.YearDay() {
			return c
		}
	}
	return d.halfHour(t.AddDate(0, 0, 1))
}

// fit reports whether a call can be held at a time: the business is open for half
// an hour more, and nobody sleeps.
func (d *Desk) fit(t time.Time) bool {
	c := d.Assistant.Calendar
	return c.Working.Between(t, t.Add(30*time.Minute)) == 30*time.Minute && !c.Quiet.Contains(t)
}

// roundUp returns the next full half-hour that a clock shows, or t itself.
func roundUp(t time.Time) time.Time {
	if whole := t.Truncate(time.Minute); whole.Before(t) {
		t = whole.Add(time.Minute)
	}
	return t.Add(time.Duration((60-t.Minute())%30) * time.Minute)
}

// offered says on the card what a lead whom nobody answered was offered.
func (d *Desk) offered(s *dialog.Session) dialog.Text {
	h := s.Handoff
	if len(h.Slots) != 2 || !h.Slot.IsZero() || s.Owner == dialog.Closed {
		return nil
	}
	date := func(t time.Time) dialog.Text { return dialog.Plain(d.local(t).Format("02.01 15:04")) }
	return d.text("desk_offered", map[string]dialog.Text{"first": date(h.Slots[0]), "second": date(h.Slots[1])})
}
