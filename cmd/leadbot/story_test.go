package main

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot/playground"
)

func TestStoryHotLead(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		anna.says(hot...)
		if n := len(w.managers.Topics()); n != 0 {
			t.Fatalf("%d topics before the lead confirmed", n)
		}
		anna.says("[Да]")
		topics := w.managers.Topics()
		if len(topics) != 1 || !strings.HasPrefix(topics[0].Name, "Анна · Йога · ") {
			t.Fatalf("topics: %+v", topics)
		}
		card, _ := w.managers.Last()
		if card.Thread != topics[0].ID || card.Silent || !strings.Contains(card.Text, "Горячая заявка") {
			t.Errorf("the card stands in topic %d (silent %t): %s", card.Thread, card.Silent, card.Text)
		}
		if n := count(texts(anna.Chat), "в течение 15 минут"); n != 1 {
			t.Errorf("Анна was told %d times when she hears from a manager", n)
		}
	})
}

func TestStoryClaim(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		anna.says(append(hot, "[Да]")...)
		card, _ := w.managers.Last()
		stranger := w.server.Person("Чужой").In(w.managers)
		presses := []string{}
		for _, by := range []struct {
			name string
			data string
		}{{"stranger", ""}, {"olga", ""}, {"ivan", ""}, {"olga", ""}} {
			member := w.olga.In(w.managers)
			if by.name == "ivan" {
				member = w.ivan.In(w.managers)
			}
			if by.name == "stranger" {
				member = stranger
			}
			press := member.PressData(card, card.Inline.Rows[0][0].Data)
			w.settle()
			answer, err := w.server.AwaitAnswer(t.Context(), press)
			if err != nil {
				t.Fatal(err)
			}
			presses = append(presses, answer.Text)
		}
		if !strings.Contains(presses[0], "только у менеджеров") {
			t.Errorf("a stranger was told %q", presses[0])
		}
		if !strings.Contains(presses[2], "Ольга") {
			t.Errorf("the second manager was told %q", presses[2])
		}
		now, _ := w.managers.Message(card.ID)
		if !strings.Contains(now.Text, "Взял(а) Ольга") {
			t.Errorf("the card does not show who has the lead: %s", now.Text)
		}
		anna.Skip()
		anna.says("Когда вы позвоните?")
		if n := count(texts(w.managers.Chat), "Когда вы позвоните?"); n != 1 {
			t.Errorf("the managers saw the lead's message %d times", n)
		}
		if err := anna.Quiet(44 * time.Minute); err != nil {
			t.Errorf("the bot talks over the manager: %v", err)
		}
		w.lapses(anna)
	})
}

// lapses: a quarter of an hour after Ольга was reminded, whom she keeps waiting
// is free again and hears of it from the bot, once.
func (w *world) lapses(anna prospect) {
	w.t.Helper()
	if n := count(texts(w.managers.Chat), "Ольга, клиент ждёт"); n != 1 {
		w.t.Errorf("Ольга was reminded %d times", n)
	}
	time.Sleep(time.Hour)
	w.settle()
	if n := count(texts(w.managers.Chat), "заявка снова свободна"); n != 1 {
		w.t.Errorf("the lead was freed %d times", n)
	}
	if n := count(texts(anna.Chat), "С вами снова программа-помощник"); n != 1 {
		w.t.Errorf("Анна heard %d times that the bot is there again", n)
	}
	if topic := w.managers.Topics()[0]; !strings.HasSuffix(topic.Name, " · свободна") {
		w.t.Errorf("the topic is %q", topic.Name)
	}
}

func TestStoryHotLeadFallsSilent(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		anna.says(hot...)
		time.Sleep(9 * time.Minute)
		if n := len(w.managers.Topics()); n != 0 {
			t.Fatalf("handed over too early")
		}
		time.Sleep(2 * time.Minute)
		w.settle()
		card, _ := w.managers.Last()
		if !strings.Contains(card.Text, "не подтверждены") || card.Silent {
			t.Errorf("the card: silent %t, %s", card.Silent, card.Text)
		}
	})
}

func TestStoryNightIsQuiet(t *testing.T) {
	inWorld(t, map[string]string{"SHADOW_LEADS": "7"}, func(w *world) {
		w.until("Mon 20:30")
		anna, boris := w.prospect("Анна"), w.prospect("Борис Л.")
		boris.says(append(hot, "[Да]")...)
		card, _ := w.managers.Last()
		if !card.Silent || count(texts(boris.Chat), "завтра до 10:15") != 1 {
			t.Errorf("out of hours: silent %t, %q", card.Silent, boris.lastText())
		}
		anna.says("/start", "[Даю согласие]")
		anna.Skip()
		if err := anna.Quiet(12 * time.Hour); err != nil {
			t.Errorf("woken at night: %v", err)
		}
		w.until("Tue 09:40")
		if n := count(texts(anna.Chat), "ответы сохранены"); n != 1 {
			t.Errorf("%d reminders by morning", n)
		}
	})
}

func TestStoryRemindersSurviveRestarts(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		anna.says("/start", "[Даю согласие]", "[Одна тема]")
		for range 76 {
			w.stop()
			time.Sleep(50 * time.Minute)
			w.start()
			time.Sleep(10 * time.Minute)
		}
		w.settle()
		all := texts(anna.Chat)
		for _, part := range []string{"ответы сохранены. Продолжить", "Анкета ждёт", "Закрываю анкету"} {
			if n := count(all, part); n != 1 {
				t.Errorf("«%s» was said %d times", part, n)
			}
		}
	})
}

func TestStoryDigest(t *testing.T) {
	sunday := time.Date(2000, 1, 16, 20, 0, 0, 0, moscow)
	inWorldAt(t, sunday, nil, func(w *world) {
		w.prospect("Анна").says(append(hot, "[Да]")...)
		w.prospect("Вера").says("/start vk", "[Даю согласие]", "[Одна тема]")
		w.until("Mon 08:59")
		w.stop()
		time.Sleep(90 * time.Minute)
		w.start()
		w.settle()
		time.Sleep(3 * time.Hour)
		w.stop()
		w.start()
		w.settle()
		digests := texts(w.boss.Chat)
		if n := count(digests, "2000-W02"); n != 1 {
			t.Fatalf("the week was reported %d times: %q", n, digests)
		}
		for _, part := range []string{"с опозданием", "ig_ads: 1", "vk: 1", "Ниша: спросили 2, ответили 2", "срочно 1", "Никто не взял: 1"} {
			if count(digests, part) != 1 {
				t.Errorf("the digest does not say %q:\n%s", part, strings.Join(digests, "\n---\n"))
			}
		}
	})
}

func TestStoryDigestOnRequest(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		w.prospect("Анна").says("/start", "[Даю согласие]")
		for range 2 {
			w.boss.Send("/digest")
			w.settle()
		}
		if n := count(texts(w.boss.Chat), "без метки: 1"); n != 2 {
			t.Errorf("the owner got %d digests: %q", n, texts(w.boss.Chat))
		}
	})
}

func TestStoryManagersMove(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		w.prospect("Олег").says(append(hot, "[Да]")...)
		moved := w.managers.Migrate()
		w.settle()
		if card, _ := moved.Last(); !strings.Contains(card.Text, "Олег") || card.Inline == nil {
			t.Errorf("the open lead stayed in the old group: %+v", card.Text)
		}
		w.prospect("Анна").says(append(hot, "[Да]")...)
		if n := count(texts(moved.Chat), "Горячая заявка"); n != 2 {
			t.Errorf("%d cards in the new group", n)
		}
		w.stop()
		w.start()
		w.prospect("Вера").says(append(hot, "[Да]")...)
		if n := count(texts(moved.Chat), "Горячая заявка"); n != 3 {
			t.Errorf("%d cards in the new group after a restart", n)
		}
	})
}

func TestStoryShadowStart(t *testing.T) {
	inWorld(t, map[string]string{"SHADOW_LEADS": "1"}, func(w *world) {
		cold := []string{"/start", "[Даю согласие]", "[Пока ни одной]", "[Идём дальше]", "[Ещё не готов]", "[Пока подумаю]", "[Пока не знаю]",
			"[Группа онлайн]", "[В записи]", "[Позже, срока пока нет]", "[Всё веду самостоятельно]", "[Пока нисколько]", "[Только я]", "[Лучше переписка]", "[Да]"}
		w.prospect("Анна").says(cold...)
		w.prospect("Вера").says(cold...)
		if n := len(w.managers.Topics()); n != 1 {
			t.Errorf("%d cards of cold leads; the first one goes to the managers", n)
		}
		card, _ := w.managers.Last()
		if !card.Silent {
			t.Error("the card of a cold lead makes a sound")
		}
	})
}

// TestStoryNoReminderAfterAnOutageByNight: a reminder that could not leave before
// the quiet hours does not leave within them, nor after the lead came back.
func TestStoryNoReminderAfterAnOutageByNight(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		w.until("Mon 19:50")
		anna.says("/start", "[Даю согласие]")
		w.server.Fail("sendMessage", -1, playground.Flood(2*time.Hour))
		w.until("Mon 23:30")
		w.server.Heal()
		w.until("Tue 08:59")
		if n := count(texts(anna.Chat), "ответы сохранены"); n != 0 {
			t.Errorf("%d reminders by night", n)
		}
	})
}
