package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"leadbot/bot/playground"
	"leadbot/storage"
)

var (
	manyKills  = flag.Int("kills", 6, "how often TestKilledInConversation kills the bot")
	manyGuests = flag.Int("guests", 8, "how many prospects talk at once in TestKilledInConversation")
	oneSeed    = flag.Uint64("seed", 0, "seed of TestKilledInConversation, as it printed it; 0: a new one")
)

// slowness is how long a slow call takes.
const slowness = 600 * time.Millisecond

// chaos is everything that can go wrong with a call and passes by itself.
var chaos = []playground.Fault{
	playground.ServerError, playground.BadGateway, playground.OtherPoll, playground.Flood(time.Second),
	playground.DropBefore, playground.DropAfter, playground.Slow(slowness),
}

// hotLikes are the choices of a prospect whom the managers want at once.
var hotLikes = map[string]string{
	"niche": "has", "product": "in_place", "landing": "yes", "sales": "gt20", "participation": "group", "place": "online",
	"delivery": "live", "price": "gt80k", "start": "now", "experience": "seeking", "budget": "gte100k", "decides": "self",
	"call": "yes", "horizon": "long",
}

// The bot is killed while people talk with it, and started again, and one call in
// twenty goes wrong. Nobody notices but by a message that comes twice: the one
// that was on its way. The owner gets a digest every two seconds, none twice. The
// long version, -kills 200 -guests 50, takes a minute and a quarter.
func TestKilledInConversation(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.wait(2*patience + time.Duration(*manyKills)*2*time.Second)
	w.env["DIGEST_SCHEDULE"] = "@every 2s"
	w.owner.Start("")
	seed := *oneSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("again with: -run %s -kills %d -guests %d -seed %d", t.Name(), *manyKills, *manyGuests, seed)
	sent := w.follow()
	w.server.Chaos(seed, 0.05, chaos...)
	w.run()
	closed := make(chan struct{})
	var deaths []time.Time
	go func() {
		defer close(closed)
		deaths = w.killTimes(*manyKills, rand.New(rand.NewPCG(seed, 99)))
		w.server.Heal()
	}()
	began := time.Now()
	all := w.receive(*manyGuests, seed, closed)
	w.deliverAgain(all[max(0, len(all)-8):])
	w.settle()
	w.awaitCards()
	w.checkAccounts(all, 2) // with the owner and the newcomer
	w.checkHot(all)
	must(w.owner.Await(w.ctx, isDigest))(t)
	w.stop()
	sent.end()
	if len(deaths) != *manyKills {
		t.Errorf("killed only %d times", len(deaths))
	}
	again := sent.checkRepeats(deaths)
	t.Logf("killed %d times; %d prospects in %s; %d of %d calls went wrong: %v", len(deaths), len(all),
		time.Since(began).Round(time.Second), sum(sent.faults), sent.calls, sent.faults)
	t.Logf("%d messages and topics, again %d after a kill and %d without an answer, one came %d times; %d digests",
		len(sent.all), again.died, again.unanswered, again.most, len(periods(w.owner)))
}

func sum(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// wait lets the test take as long as this.
func (w *town) wait(d time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	w.t.Cleanup(cancel)
	w.ctx = ctx
}

// killTimes kills the bot n times, at random, and starts it again at once. It
// returns when each kill happened.
func (w *town) killTimes(n int, rng *rand.Rand) (deaths []time.Time) {
	for range n {
		select {
		case <-w.ctx.Done():
			return deaths
		case <-time.After(time.Duration(100+rng.IntN(400)) * time.Millisecond):
		}
		w.bot.bury()
		deaths = append(deaths, time.Now())
		w.run()
	}
	return deaths
}

// receive lets n prospects talk at once, every other a hot one. When one has
// finished another comes, until the door is closed; it returns them all when the
// last has finished.
func (w *town) receive(n int, seed uint64, closed <-chan struct{}) (all []*guest) {
	var mu sync.Mutex
	next := func() *guest {
		mu.Lock()
		defer mu.Unlock()
		i := len(all)
		g := newGuest(w.server, fmt.Sprintf("Гость%d", i), seed, uint64(i))
		g.calm, g.pause = true, 150*time.Millisecond
		if i%2 == 0 {
			g.likes = hotLikes
		}
		all = append(all, g)
		return g
	}
	var chairs sync.WaitGroup
	for range n {
		chairs.Go(func() {
			for open := true; open; {
				if g := next(); !w.entertain(g) {
					return
				}
				select {
				case <-closed:
					open = false
				default:
				}
			}
		})
	}
	chairs.Wait()
	<-closed
	return all
}

// entertain lets the prospect talk to the end.
func (w *town) entertain(g *guest) bool {
	err := g.talk(w.ctx)
	if err != nil {
		w.t.Errorf("%s: %v", g.User().FirstName, err)
	}
	return err == nil
}

// deliverAgain lets Telegram send old presses once more, under their old ids and
// under new ones.
func (w *town) deliverAgain(guests []*guest) {
	w.t.Helper()
	for _, g := range guests {
		for i, press := range g.presses {
			repeat := w.server.Redeliver
			if i%2 == 0 {
				repeat = w.server.Repeat
			}
			if err := repeat(press.Update); err != nil {
				w.t.Error(err)
			}
		}
	}
	w.newcomer("Последний") // whoever comes now comes after all that
}

// settle waits until no update and no delivery waits.
func (w *town) settle() {
	w.t.Helper()
	db := must(storage.OpenReader(w.ctx, w.env["DATABASE_URL"]))(w.t)
	defer db.Close()
	for {
		undone, _, err := db.Undelivered(w.ctx)
		if err != nil {
			w.t.Fatalf("it does not settle: %v", err)
		}
		if len(undone) == 0 && w.server.Pending() == 0 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// checkHot wants the card of every lead that is due one and none for the others.
func (w *town) checkHot(all []*guest) {
	w.t.Helper()
	cards, leads := w.cards(), w.export()
	for _, g := range all {
		l := leads[g.ID()]
		if g.likes != nil && l.Temperature != "hot" {
			w.t.Errorf("%s is %s, not hot", l.Name, l.Temperature)
		}
		if n := len(cards[l.ID]); l.due() != (n > 0) {
			w.t.Errorf("%s (%s, %s) has %d cards", l.Name, l.Temperature, l.Owner, n)
		}
	}
}
