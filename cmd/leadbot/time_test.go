package main

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/playground"
	"leadbot/storage"
)

// startBy starts the bot by a clock of its own.
func (w *world) startBy(c *clock) {
	w.t.Helper()
	settings := must(LoadSettings("", func(name string) (string, bool) { v, ok := w.settings[name]; return v, ok }))(w.t)
	script := must(loadScript(settings))(w.t)
	ctx, cancel := context.WithCancel(w.t.Context())
	db := must(storage.Open(ctx, settings.Database))(w.t)
	a := must(newApp(ctx, settings, script, db, outside{http: w.client, now: c.now}, slog.New(slog.DiscardHandler)))(w.t)
	ended := make(chan error, 1)
	go func() { ended <- a.serve(ctx) }()
	synctest.Wait()
	w.stop = func() {
		cancel()
		if err := <-ended; err != nil {
			w.t.Errorf("the bot ended with %v", err)
		}
		db.Close()
	}
}

// at lets time pass up to a moment.
func (w *world) at(moment time.Time) {
	w.t.Helper()
	if d := time.Until(moment); d > 0 {
		time.Sleep(d)
	}
	synctest.Wait()
}

// said is everything that the bot said so far, by who heard it.
func (w *world) said(people ...prospect) map[string][]string {
	all := map[string][]string{"the owner": texts(w.boss.Chat), "the managers": texts(w.managers.Chat)}
	for _, p := range people {
		all[p.User().FirstName] = texts(p.Chat)
	}
	return all
}

// pass lets the clock run in leaps, as a long wait would.
func (w *world) pass(c *clock, d time.Duration) {
	for ; d > 0; d -= leap {
		c.ahead.Add(int64(leap))
		time.Sleep(2 * time.Second)
		synctest.Wait()
	}
}

// A clock that is put back by three hours, after a morning with a digest, a
// reminder and a card: none of it comes again, and everything goes on.
func TestClockPutBack(t *testing.T) {
	t.Parallel()
	inWorldAt(t, in(moscow, 1, 16, 20, 30), nil, func(w *world) {
		vera, anna, boris := w.prospect("Вера"), w.prospect("Анна"), w.prospect("Борис Л.")
		vera.says("/start", "[Даю согласие]", "[Одна тема]")
		anna.says(append(hot, "[Да]")...)
		w.stop()
		w.at(in(moscow, 1, 17, 8, 50))
		c := &clock{zone: moscow}
		w.startBy(c)
		w.pass(c, 75*time.Minute)
		before := w.said(vera, anna)
		if count(before["Вера"], "ответы сохранены") != 1 || count(before["the owner"], "2000-W02") != 1 || len(before["the managers"]) != 2 {
			t.Fatalf("by ten o'clock was said %q", before)
		}

		c.ahead.Add(int64(-3 * time.Hour))
		w.pass(c, 200*time.Minute) // through the morning once more
		if diff := cmp.Diff(before, w.said(vera, anna)); diff != "" {
			t.Errorf("said by itself (-before +after):\n%s", diff)
		}
		c.ahead.Add(int64(-3 * time.Hour))
		vera.says("Йога")
		if !strings.Contains(vera.lastText(), "\n3 из") {
			t.Errorf("after the jump Вера reads %q", vera.lastText())
		}
		boris.says(append(hot, "[Да]")...)
		if n := len(w.managers.Topics()); n != 2 {
			t.Errorf("%d cards of two hot leads", n)
		}
		w.pass(c, 4*time.Hour)
		if n := count(texts(vera.Chat), "ответы сохранены"); n != 2 {
			t.Errorf("%d reminders of two silences", n)
		}
	})
}

// A clock that jumps forward by five days: everybody hears from the bot once at
// most, however much is due; the digest comes once and says that it is late.
func TestClockPutForward(t *testing.T) {
	t.Parallel()
	inWorldAt(t, in(moscow, 1, 13, 12, 0), nil, func(w *world) {
		c := &clock{zone: moscow}
		w.stop()
		w.startBy(c)
		silent, busy, tasked, idle := w.prospect("Вера"), w.prospect("Даша"), w.prospect("Рита"), w.prospect("Анна")
		silent.says("/start", "[Даю согласие]", "[Одна тема]")
		tasked.says("/start", "[Даю согласие]", "[Сомневаюсь в выборе]", "[Напомнить позже]")
		idle.says(hot...)
		busy.says("/start", "[Даю согласие]")
		people := []prospect{silent, busy, tasked, idle}
		before := w.said(people...)
		c.ahead.Add(int64(5 * 24 * time.Hour)) // to Tuesday
		w.pass(c, 100*time.Minute)
		w.checkFlood(before, w.said(people...))
		busy.says("[Одна тема]")
		if !strings.Contains(busy.lastText(), "\n2 из") {
			t.Errorf("Даша cannot go on: %q", busy.lastText())
		}
	})
}

// checkFlood allows everybody one message, and wants the digest and the card of
// the hot lead who fell silent.
func (w *world) checkFlood(before, after map[string][]string) {
	w.t.Helper()
	fresh := map[string][]string{}
	for name, said := range after {
		if fresh[name] = said[len(before[name]):]; len(fresh[name]) > 1 {
			w.t.Errorf("%s heard %q", name, fresh[name])
		}
	}
	if len(fresh["Вера"]) != 1 || len(fresh["Рита"]) != 1 {
		w.t.Errorf("who fell silent heard %q", fresh)
	}
	if digest := fresh["the owner"]; count(digest, "2000-W02") != 1 || count(digest, "с опозданием") != 1 {
		w.t.Errorf("the digest: %q", digest)
	}
	if cards := fresh["the managers"]; count(cards, "не подтверждены") != 1 {
		w.t.Errorf("the card: %q", cards)
	}
}

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

// expect counts a text in a chat at a moment.
func (w *world) expect(c *playground.Chat, part string, at time.Time, want int) {
	w.t.Helper()
	w.at(at)
	if n := count(texts(c), part); n != want {
		w.t.Errorf("at %s «%s» was said %d times, want %d", at, part, n, want)
	}
}
