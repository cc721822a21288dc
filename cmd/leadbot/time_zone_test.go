package main

import (
	"testing"
	"time"
)

var berlin, _ = time.LoadLocation("Europe/Berlin")

// The nights in which the clocks change: a digest due in the hour that is
// skipped, or that comes twice, comes once; one of the Monday after by the wall.
func TestDigestAtTheChangeOfClocks(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spec string
		due  time.Time
	}{
		"skipped hour":     {"30 2 * * *", in(berlin, 3, 26, 3, 0)},
		"hour twice":       {"30 2 * * *", in(berlin, 10, 29, 1, 30).Add(time.Hour)},
		"Monday in spring": {"0 9 * * MON", in(berlin, 3, 27, 9, 0)},
		"Monday in autumn": {"0 9 * * MON", in(berlin, 10, 30, 9, 0)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			inWorldAt(t, c.due.Add(-62*time.Minute), map[string]string{"TIMEZONE": "Europe/Berlin", "DIGEST_SCHEDULE": c.spec}, func(w *world) {
				w.expect(w.boss.Chat, "Сводка", c.due.Add(-59*time.Minute), 0)
				w.sleep(c.due.Add(-2 * time.Minute))
				w.expect(w.boss.Chat, "Сводка", c.due.Add(-time.Second), 0)
				w.expect(w.boss.Chat, "Сводка", c.due.Add(time.Minute), 1)
				w.sleep(c.due.Add(58 * time.Minute))
				w.expect(w.boss.Chat, "Сводка", c.due.Add(62*time.Minute), 1)
			})
		})
	}
}

// in is a time of the year 2000 in a zone.
func in(zone *time.Location, month time.Month, day, hour, minute int) time.Time {
	return time.Date(2000, month, day, hour, minute, 0, 0, zone)
}

// Quiet hours end and working hours begin by the clock on the wall, also on the
// mornings after it was changed.
func TestMorningsAfterTheChangeOfClocks(t *testing.T) {
	t.Parallel()
	for name, day := range map[string]time.Time{"spring": in(berlin, 3, 25, 0, 0), "autumn": in(berlin, 10, 28, 0, 0)} {
		on := func(n, hour, minute int) time.Time { return in(berlin, day.Month(), day.Day()+n, hour, minute) }
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			inWorldAt(t, on(0, 20, 0), map[string]string{"TIMEZONE": "Europe/Berlin", "DIGEST_SCHEDULE": "0 9 1 1 *"}, func(w *world) {
				vera, anna := w.prospect("Вера"), w.prospect("Анна")
				vera.says("/start", "[Даю согласие]")
				anna.says(append(hot, "[Да]")...)
				w.expect(anna.Chat, "понедельник до 10:15", on(0, 20, 5), 1)
				w.sleep(on(1, 8, 57))
				w.expect(vera.Chat, "ответы сохранены", on(1, 8, 59), 0)
				w.expect(vera.Chat, "ответы сохранены", on(1, 9, 31), 1)
				w.sleep(on(2, 9, 57))
				w.expect(w.managers.Chat, "", on(2, 9, 59), 1)
				w.expect(w.managers.Chat, "", on(2, 10, 1), 2) // the card of the weekend is announced
			})
		})
	}
}

// sleep stops the bot until a moment.
func (w *world) sleep(until time.Time) {
	w.t.Helper()
	w.stop()
	w.at(until)
	w.start()
	w.settle()
}

// The bot is down from a Monday at 08:59, when a digest and two reminders are
// due. Back again it sends one digest, late or folded into the next, and one
// reminder, by day.
func TestDownOverAMonday(t *testing.T) {
	t.Parallel()
	on := func(day, hour, minute int) time.Time { return in(moscow, 1, day, hour, minute) }
	for name, c := range map[string]struct {
		back, look time.Time
		digest     string // what the only one says
		late       int
		reminders  int // while the bot is back
	}{
		"half an hour":             {on(17, 9, 30), on(17, 9, 35), "2000-W02", 0, 0},
		"two hours":                {on(17, 11, 0), on(17, 11, 5), "2000-W02", 1, 0},
		"to the evening":           {on(17, 20, 0), on(17, 20, 5), "2000-W02", 1, 1},
		"to Tuesday":               {on(18, 12, 0), on(18, 12, 5), "2000-W02", 1, 1},
		"to Tuesday by night":      {on(18, 3, 0), on(18, 3, 10), "2000-W02", 1, 0},
		"to the morning of Monday": {on(24, 8, 55), on(24, 9, 35), "10.01 00:00 – 24.01 00:00", 0, 1},
		"over the next Monday":     {on(24, 9, 10), on(24, 9, 15), "10.01 00:00 – 24.01 00:00", 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			inWorldAt(t, on(16, 18, 30), nil, func(w *world) {
				vera := w.prospect("Вера")
				vera.says("/start", "[Даю согласие]", "[Одна тема]")
				w.at(on(16, 18, 46)) // after which nobody is in the middle of talking
				w.sleep(on(16, 19, 29))
				w.expect(vera.Chat, "ответы сохранены", on(16, 19, 32), 1)
				w.sleep(on(17, 8, 58))
				said := len(texts(vera.Chat))
				w.sleep(c.back)
				w.at(c.look)
				w.expect(w.boss.Chat, "Сводка", c.look, 1)
				w.expect(w.boss.Chat, c.digest, c.look, 1)
				w.expect(w.boss.Chat, "с опозданием", c.look, c.late)
				if n := len(texts(vera.Chat)) - said; n != c.reminders {
					t.Errorf("Вера heard %d things, want %d: %q", n, c.reminders, texts(vera.Chat)[said:])
				}
			})
		})
	}
}
