package main

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// Telegram delivers every update twice, at once or later, and every press once
// more under a new id.
func TestEveryUpdateTwice(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	sent := w.follow()
	w.start()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	var guests []*guest
	for i := range 6 {
		g := newGuest(w.server, fmt.Sprintf("Гость%d", i), seed, uint64(i))
		g.calm, g.pause = true, 10*time.Millisecond
		guests = append(guests, g)
	}
	talked, again := make(chan struct{}), make(chan int)
	go func() { again <- w.deliverTwice(talked) }()
	var all sync.WaitGroup
	for _, g := range guests {
		all.Go(func() {
			if err := g.talk(w.ctx); err != nil {
				t.Errorf("%s: %v", g.User().FirstName, err)
			}
		})
	}
	all.Wait()
	close(talked)
	if n := <-again; n < 100 {
		t.Errorf("only %d updates came twice", n)
	}
	w.deliverAgain(guests)
	w.awaitConfirmed()
	w.checkAccounts(guests, 1)
	w.quietLog()
	w.stop()
	sent.end()
	sent.checkRepeats(nil)
}

// deliverTwice delivers every update but the newest once more under its old id,
// in order; it returns how many those were.
func (w *town) deliverTwice(over <-chan struct{}) (n int) {
	last, talking := w.server.LastUpdate(), true
	for talking {
		select {
		case <-over:
			talking = false
		case <-time.After(5 * time.Millisecond):
		}
		for w.server.Pending() > 0 && w.ctx.Err() == nil { // or the old ids would come before lower ones
			time.Sleep(time.Millisecond)
		}
		newest := w.server.LastUpdate() - 1 // a batch that confirms nothing new makes the bot pause
		for id := newest; id > last; id-- {
			if err := w.server.Redeliver(id); err != nil {
				w.t.Error(err)
			}
			n++
		}
		last = max(last, newest)
	}
	return n
}

// An update is confirmed after its commit and not before: a kill between the two,
// or before both, lets it come again, and it has one effect.
func TestKilledBeforeTheConfirmation(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	anna := w.newcomer("Анна")
	w.awaitConfirmed()
	w.awaitSettled()

	release := w.holdDatabase() // it cannot be recorded
	anna.Send("1")
	w.awaitTaken()
	w.bot.kill()
	release()
	w.start()
	must(anna.Await(w.ctx, playground.Says("\n2 из")))(t)
	w.awaitConfirmed()
	w.awaitSettled()

	w.server.Fail("getUpdates", -1, playground.DropBefore) // it cannot be confirmed, but for the poll that hangs
	anna.Send("Йога")
	must(anna.Await(w.ctx, playground.Says("\n3 из")))(t)
	w.awaitSettled()
	if n := w.server.Pending(); n != 1 {
		t.Errorf("%d updates wait, want the one that is not confirmed", n)
	}
	w.bot.kill()
	w.server.Heal()
	w.start()
	w.awaitConfirmed()
	anna.Send("1")
	must(anna.Await(w.ctx, playground.Says("\n4 из")))(t)
	if a := w.export()[anna.ID()]; len(a.Answers) != 3 {
		t.Errorf("of Анна is known %+v", a)
	}
	w.onlyOnce()
	w.stop()
}
