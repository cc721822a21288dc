package main

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"leadbot/bot/playground"
)

// Two managers press «Взять» at once, over and over: one gets the lead, the other
// is told who has it, and the card shows it to all.
func TestClaimRace(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	won, winners := map[string]int{}, map[int64]string{}
	for i := range 30 {
		p, card := w.wanted(fmt.Sprintf("Гость%d", i))
		winner := w.race(card, i%2)
		won[winner]++
		winners[p.ID()] = winner
		m := must(w.group.Await(w.ctx, func(m playground.Message) bool { return m.ID == card.ID }))(t)
		if !strings.Contains(m.Text, "Взял(а) "+winner) || len(m.Labels()) < 2 || m.Labels()[0] == "Взять" {
			t.Errorf("the card after the claim of %s, with %q: %s", winner, m.Labels(), m.Text)
		}
	}
	for chat, l := range w.export() {
		if l.Owner != "manager" || l.Stage != "claimed" || l.Manager == nil || l.Manager.Name != winners[chat] {
			t.Errorf("%s won, and the export has %+v", winners[chat], l)
		}
	}
	t.Logf("won: %v", won)
	w.stop()
}

// race lets both managers press at once, the one of the index perhaps a moment
// earlier, and returns the name of who won.
func (w *town) race(card playground.Message, first int) (winner string) {
	w.t.Helper()
	var toasts [2]string
	var both sync.WaitGroup
	gun := make(chan struct{})
	for _, i := range []int{1 - first, first} {
		both.Go(func() {
			<-gun
			press := w.managers[i].In(w.group).PressData(card, buttons(card)[0].Data)
			a, err := w.server.AwaitAnswer(w.ctx, press)
			if err != nil {
				w.t.Error(err)
			}
			toasts[i] = a.Text
		})
	}
	close(gun)
	both.Wait()
	for i := range toasts {
		name, other := w.managers[i].User().FirstName, toasts[1-i]
		if strings.Contains(toasts[i], "Заявка ваша") {
			if winner != "" || !strings.Contains(other, "Уже взял(а) "+name) {
				w.t.Fatalf("the toasts: %q", toasts)
			}
			winner = name
		}
	}
	if winner == "" {
		w.t.Fatalf("nobody won: %q", toasts)
	}
	return winner
}

// A hundred managers press «Взять» at once: one has the lead, and all the others
// are told who.
func TestHundredClaims(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	managers := make([]*playground.Person, 100)
	for i := range managers {
		managers[i] = w.server.Person(fmt.Sprintf("Менеджер%d.", i))
		w.group.Add(managers[i])
	}
	w.start()
	p, card := w.wanted("Анна")
	presses := make([]playground.Callback, len(managers))
	var all sync.WaitGroup
	for i, m := range managers {
		all.Go(func() { presses[i] = m.In(w.group).PressData(card, buttons(card)[0].Data) })
	}
	all.Wait()
	toasts := map[string]int{}
	winner := ""
	for i, press := range presses {
		text := must(w.server.AwaitAnswer(w.ctx, press))(t).Text
		toasts[text]++
		if strings.Contains(text, "Заявка ваша") {
			winner = managers[i].User().FirstName
		}
	}
	if len(toasts) != 2 || winner == "" {
		t.Fatalf("the toasts: %v", toasts)
	}
	for text, n := range toasts {
		if told := strings.Contains(text, "Уже взял(а) "+winner); told && n != 99 || !told && n != 1 {
			t.Errorf("%d were told %q", n, text)
		}
	}
	if l := w.export()[p.ID()]; l.Manager == nil || l.Manager.Name != winner {
		t.Errorf("%s won, and the export has %+v", winner, l)
	}
	w.stop()
}

// Whoever is no member of the managers' chat changes nothing, from wherever.
func TestStrangersPressNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	p, card := w.wanted("Анна")
	stranger, former := w.newcomer("Чужой"), w.server.Person("Бывший")
	w.group.Add(former)
	w.group.Remove(former)
	elsewhere := w.server.Group("Другая группа", false, stranger)
	question, _ := stranger.Last()
	prospects, _ := p.Last()
	presses := []playground.Callback{
		stranger.In(w.group).PressData(card, buttons(card)[0].Data),
		former.In(w.group).PressData(card, buttons(card)[0].Data),
		stranger.In(elsewhere).PressData(card, buttons(card)[0].Data),
		stranger.PressData(question, buttons(card)[0].Data),
		p.PressData(prospects, buttons(card)[0].Data),
		w.managers[0].In(w.group).Anonymous().PressData(card, "m:999:claim"),
	}
	for _, press := range presses {
		if a := must(w.server.AwaitAnswer(w.ctx, press))(t); strings.Contains(a.Text, "ваша") {
			t.Errorf("a stranger was told %q", a.Text)
		}
	}
	if l := w.export()[p.ID()]; l.Owner != "queue" || l.Manager != nil {
		t.Errorf("a stranger changed the lead: %+v", l)
	}
	if m, _ := w.group.Message(card.ID); m.Edited() {
		t.Errorf("a stranger changed the card: %s", m.Text)
	}
	w.claim(card)
	w.stop()
}
