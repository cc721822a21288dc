package main

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// TestStoryTopicIsMadeAnew: whoever deletes a lead's topic loses nothing: the
// next message opens another one, the card in it.
func TestStoryTopicIsMadeAnew(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		anna.says(append(hot, "[Да]")...)
		for round, said := range []string{"Когда позвоните?", "Я могу в пять"} {
			w.managers.DeleteTopic(w.topic().ID)
			anna.says(said)
			now := w.topic()
			var there []string
			for _, m := range w.managers.Said() {
				if m.Thread == now.ID {
					there = append(there, m.Text)
				}
			}
			if !strings.HasPrefix(now.Name, "Анна · Йога") || count(there, "Горячая заявка") != 1 || count(there, said) != 1 {
				t.Errorf("round %d, topic %q: %q", round, now.Name, there)
			}
		}
		card := w.card("Анна")
		w.olga.In(w.managers).PressData(card, card.Inline.Rows[0][0].Data)
		w.settle()
		if !strings.Contains(w.card("Анна").Text, "Взял(а) Ольга") {
			t.Errorf("the new card: %s", w.card("Анна").Text)
		}
	})
}

// TestStoryTopicThatNeverLasts ends in the general one, not in topics without end.
func TestStoryTopicThatNeverLasts(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		w.server.Fail("sendMessage", -1, playground.Refuse(400, "Bad Request: message thread not found").In(w.managers.ID()))
		w.prospect("Анна").says(append(hot, "[Да]")...)
		if n := len(w.managers.Topics()); n != 6 {
			t.Errorf("%d topics", n)
		}
		w.server.Heal()
		if n := count(texts(w.boss.Chat), "карточку заявки #1"); n != 1 {
			t.Errorf("the owner was told %d times that the card is refused: %q", n, texts(w.boss.Chat))
		}
	})
}

// topic is the newest topic.
func (w *world) topic() playground.Topic {
	w.t.Helper()
	topics := w.managers.Topics()
	if len(topics) == 0 {
		w.t.Fatal("there is no topic")
	}
	return topics[len(topics)-1]
}

// card is the newest card of a lead.
func (w *world) card(name string) (card playground.Message) {
	w.t.Helper()
	for _, m := range w.managers.Said() {
		if m.Inline != nil && strings.Contains(m.Text, name) {
			card = m
		}
	}
	if card.ID == 0 {
		w.t.Fatalf("%s has no card", name)
	}
	return card
}

// TestStoryWatchdog: a hot card that does not get through is shown to the owner
// within two minutes, once, and still goes to the managers.
func TestStoryWatchdog(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		w.server.Fail("sendMessage", -1, playground.ServerError.In(w.managers.ID()))
		w.prospect("Анна").says(append(hot, "[Да]")...)
		time.Sleep(2 * time.Minute)
		w.settle()
		said := texts(w.boss.Chat)
		if len(said) != 1 || !strings.Contains(said[0], "заявка #1") || !strings.Contains(said[0], "Чтобы группы") {
			t.Fatalf("after two minutes the owner was told %q", said)
		}
		time.Sleep(10 * time.Minute)
		if n := len(texts(w.boss.Chat)); n != 1 {
			t.Errorf("the owner was told %d times", n)
		}
		w.server.Heal()
		time.Sleep(2 * time.Minute)
		if w.card("Анна").Silent {
			t.Error("the card came silently")
		}
	})
}

// TestStoryWatchdogIsPatient: neither an outage for all nor a queue that moves is
// an alarm.
func TestStoryWatchdogIsPatient(t *testing.T) {
	inWorld(t, nil, func(w *world) {
		anna := w.prospect("Анна")
		anna.says(hot...)
		w.server.Down()
		time.Sleep(20 * time.Minute)
		if err := w.server.Up(); err != nil {
			t.Fatal(err)
		}
		anna.says("[Да]")
		time.Sleep(5 * time.Minute)
		if said := texts(w.boss.Chat); len(said) != 0 || w.card("Анна").ID == 0 {
			t.Errorf("the owner was told %q", said)
		}
	})
}
