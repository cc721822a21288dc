package main

import (
	"strings"
	"testing"
	"time"
)

// down stops the bot for a while.
func (w *world) down(d time.Duration) {
	w.t.Helper()
	w.stop()
	time.Sleep(d)
	w.start()
	w.settle()
}

// TestStoryBackFromADowntime: who was in the middle of a conversation sees the
// question again, because the press on it may be lost; nobody else is written to.
func TestStoryBackFromADowntime(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		old, anna, vera, rita, lost := w.prospect("Давний"), w.prospect("Анна"), w.prospect("Вера"), w.prospect("Рита"), w.prospect("Новый")
		old.says("/start", "[Даю согласие]")
		time.Sleep(20 * time.Minute)
		anna.says("/start", "[Даю согласие]", "[Одна тема]")
		vera.says("/start", "[Даю согласие]")
		rita.says(append(hot, "[Да]")...)
		lost.says("/start")
		time.Sleep(time.Minute)
		for _, p := range []prospect{old, anna, vera, rita, lost} {
			p.Skip()
		}
		w.stop()
		anna.press("Пропустить")
		vera.Send("есть одна тема")
		time.Sleep(5 * time.Minute)
		w.start()
		w.settle()
		again := "мог пропустить ваш ответ"
		for name, c := range map[string]struct {
			of   prospect
			want int
		}{"Анна": {anna, 1}, "Вера": {vera, 0}, "Рита": {rita, 0}, "Давний": {old, 0}, "Новый": {lost, 1}} {
			if n := count(texts(c.of.Chat), again); n != c.want {
				t.Errorf("%s saw the question again %d times: %q", name, n, texts(c.of.Chat))
			}
		}
		if last, _ := anna.Last(); !strings.Contains(last.Text, "Какая") && len(last.Labels()) == 0 {
			t.Errorf("Анна cannot answer: %q", last.Text)
		}
		w.down(4 * time.Minute)
		if n := count(texts(anna.Chat), again); n != 1 {
			t.Errorf("after the next downtime Анна was asked %d times", n)
		}
	})
}

// TestStoryShortOrNightlyDowntime: a restart is not worth a word, and nobody is
// woken by one.
func TestStoryShortOrNightlyDowntime(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		anna.says("/start", "[Даю согласие]")
		w.down(time.Minute)
		w.until("Mon 20:50")
		anna.says("/start")
		w.stop()
		time.Sleep(30 * time.Minute)
		w.start()
		w.settle()
		if n := count(texts(anna.Chat), "мог пропустить"); n != 0 {
			t.Errorf("%d times", n)
		}
	})
}

// TestStoryLongDowntime: the owner hears from when to when, once.
func TestStoryLongDowntime(t *testing.T) {
	inWorld(t, map[string]string{"DIGEST_SCHEDULE": "0 9 1 1 *"}, func(w *world) {
		w.until("Mon 15:00")
		w.down(23 * time.Hour)
		if said := texts(w.boss.Chat); len(said) != 0 {
			t.Errorf("after 23 hours the owner reads %q", said)
		}
		w.down(30 * time.Hour)
		w.stop()
		w.start()
		w.settle()
		said := texts(w.boss.Chat)
		if len(said) != 1 || !strings.Contains(said[0], "не работал с 04.01 14:") || !strings.Contains(said[0], "до 05.01 20:00") {
			t.Errorf("after 30 hours the owner reads %q", said)
		}
	})
}
