package main

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// A hundred prospects talk at once, each at random, to the last word.
func TestCrowd(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.wait(3 * patience) // a busy machine that looks for races is slow
	w.run()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	crowd := make([]*guest, 100)
	for i := range crowd {
		crowd[i] = newGuest(w.server, fmt.Sprintf("Гость%d", i), seed, uint64(i))
	}
	var all sync.WaitGroup
	for _, p := range crowd {
		all.Go(func() {
			if err := p.talk(w.ctx); err != nil {
				t.Errorf("%s: %v", p.User().FirstName, err)
			}
		})
	}
	all.Wait()
	w.awaitCards()
	w.checkAccounts(crowd, 0)
	w.checkCards(crowd)
	if lines := w.bot.logged("level=ERROR"); len(lines) > 0 {
		t.Errorf("the log has errors:\n%s", strings.Join(lines, "\n"))
	}
	w.stop()
}

// checkAccounts holds the export, which has some others too, against what each
// prospect said.
func (w *town) checkAccounts(crowd []*guest, others int) {
	w.t.Helper()
	leads := w.export()
	if len(leads) != len(crowd)+others {
		w.t.Errorf("the export has %d leads, want %d", len(leads), len(crowd)+others)
	}
	for _, p := range crowd {
		if diff := p.compare(leads[p.ID()]); diff != "" {
			w.t.Errorf("%s (-said +exported):\n%s", p.User().FirstName, diff)
		}
	}
}

// checkCards wants one card, in a topic of its own, for every lead that is hot or
// in the managers' queue, and none for the others.
func (w *town) checkCards(crowd []*guest) {
	w.t.Helper()
	cards, topics, hot := w.cards(), map[int]playground.Topic{}, 0
	for _, topic := range w.group.Topics() {
		topics[topic.ID] = topic
	}
	for _, l := range w.export() {
		want := 0
		if l.due() {
			want = 1
		}
		if l.Temperature == "hot" {
			hot++
		}
		if n := len(cards[l.ID]); n != want {
			w.t.Errorf("lead %d (%s, %s) has %d cards, want %d", l.ID, l.Temperature, l.Owner, n, want)
			continue
		}
		for _, card := range cards[l.ID] {
			if topic, ok := topics[card.Thread]; !ok || !strings.HasPrefix(topic.Name, l.Name+" ") {
				w.t.Errorf("the card of %s is in topic %d, %q", l.Name, card.Thread, topic.Name)
			}
			delete(topics, card.Thread)
		}
	}
	if len(topics) > 0 {
		w.t.Errorf("topics without a card of their own: %v", topics)
	}
	w.t.Logf("%d of %d are hot, %d cards", hot, len(crowd), len(cards))
}

// due reports whether the managers should have the lead's card.
func (l lead) due() bool { return l.Temperature == "hot" || l.Owner == "queue" }

// awaitCards waits until the cards that are due have come.
func (w *town) awaitCards() {
	w.t.Helper()
	want := 0
	for _, l := range w.export() {
		if l.due() {
			want++
		}
	}
	for after := 0; len(w.cards()) < want; {
		events, err := w.server.Watch(w.ctx, after)
		if err != nil {
			w.t.Errorf("%d of %d cards came: %v", len(w.cards()), want, err)
			return
		}
		after += len(events)
	}
}
