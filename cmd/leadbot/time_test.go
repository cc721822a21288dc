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
// reminder, a card that nobody takes and all that follows from it: none of it
// comes again, and everything goes on.
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
		w.pass(c, 105*time.Minute)
		before := w.said(vera, anna)
		for _, once := range []struct{ who, part string }{
			{"Вера", "ответы сохранены"}, {"the owner", "2000-W02"}, {"the managers", "Горячая заявка"}, {"the managers", "Пришли в нерабочее время"},
			{"the managers", "Пора ответить"}, {"the owner", "до сих пор никто не ответил"}, {"Анна", "простите нас"},
		} {
			if n := count(before[once.who], once.part); n != 1 {
				t.Errorf("%s heard %q %d times by half past ten: %q", once.who, once.part, n, before[once.who])
			}
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
		w.settle()
		for _, label := range []string{"Взять", "Позвонил"} {
			if !pressed(w.olga.In(w.managers), w.managers.Said(), label) {
				t.Errorf("Ольга finds no button %q: %q", label, texts(w.managers.Chat))
			}
			w.settle()
		}
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

// expect counts a text in a chat at a moment.
func (w *world) expect(c *playground.Chat, part string, at time.Time, want int) {
	w.t.Helper()
	w.at(at)
	if n := count(texts(c), part); n != want {
		w.t.Errorf("at %s «%s» was said %d times, want %d", at, part, n, want)
	}
}
