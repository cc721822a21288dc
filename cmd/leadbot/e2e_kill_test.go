package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// hotLikes are the choices of a prospect whom the managers want at once.
var hotLikes = map[string]string{
	"niche": "has", "product": "in_place", "landing": "yes", "sales": "gt20", "participation": "group", "place": "online",
	"delivery": "live", "price": "gt80k", "start": "now", "experience": "seeking", "budget": "gte100k", "decides": "self",
	"call": "yes", "horizon": "long",
}

// The bot is killed while people talk with it, and started again. Nobody notices
// but by a message that comes twice: the one that was on its way.
func TestKilledInConversation(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.run()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	var guests []*guest
	for i := range 8 {
		g := newGuest(w.server, fmt.Sprintf("Гость%d", i), seed, uint64(i))
		g.calm, g.pause = true, 150*time.Millisecond
		if i%2 == 0 {
			g.likes = hotLikes
		}
		guests = append(guests, g)
	}
	talked := make(chan struct{})
	var all sync.WaitGroup
	for _, g := range guests {
		all.Go(func() {
			if err := g.talk(w.ctx); err != nil {
				t.Errorf("%s: %v", g.User().FirstName, err)
			}
		})
	}
	go func() { all.Wait(); close(talked) }()
	kills := w.killUntil(talked, rand.New(rand.NewPCG(seed, 99)))
	w.deliverAgain(guests)
	w.awaitCards()
	w.checkAccounts(guests, 1)
	w.checkTwice(kills)
	w.checkHot(kills)
	w.stop()
	t.Logf("killed %d times", len(kills))
}

// killUntil kills the bot now and then and starts it again at once. It returns
// when each kill happened.
func (w *town) killUntil(over <-chan struct{}, rng *rand.Rand) (kills []time.Time) {
	for {
		select {
		case <-over:
			return kills
		case <-time.After(time.Duration(100+rng.IntN(400)) * time.Millisecond):
		}
		if len(kills) == 6 {
			<-over
			return kills
		}
		w.bot.kill()
		kills = append(kills, time.Now())
		w.run()
	}
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

// checkTwice allows a message to come twice only when the bot was killed between
// its two sendings.
func (w *town) checkTwice(kills []time.Time) {
	w.t.Helper()
	sent := map[string]time.Time{}
	twice := 0
	for _, r := range w.server.Requests("sendMessage") {
		key := fmt.Sprint(r.Chat, " ", turnOf(r))
		if turnOf(r) == 0 || !r.Handled {
			continue
		}
		if before, again := sent[key]; again {
			twice++
			if !between(kills, before, r.Done) {
				w.t.Errorf("sent twice without a crash: %s", r.Params["text"])
			}
		}
		sent[key] = r.At
	}
	w.t.Logf("%d questions came twice", twice)
}

// turnOf returns the number that the buttons of a message end in, 0 without any.
func turnOf(r playground.Request) int {
	var markup playground.InlineKeyboard
	if json.Unmarshal([]byte(r.Params["reply_markup"]), &markup) != nil || len(markup.Rows) == 0 {
		return 0
	}
	return choiceOf(markup.Rows[0][0].Data).turn
}

func between(times []time.Time, from, to time.Time) bool {
	return slices.ContainsFunc(times, func(t time.Time) bool { return t.After(from) && t.Before(to) })
}

// checkHot wants the card of every lead that is due one; a second one only by a crash.
func (w *town) checkHot(kills []time.Time) {
	w.t.Helper()
	cards, hot := w.cards(), 0
	for _, l := range w.export() {
		if l.Temperature == "hot" {
			hot++
		}
		n := len(cards[l.ID])
		if l.due() && n == 0 {
			w.t.Errorf("the card of %s is lost", l.Name)
		}
		if n > 1+len(kills) || !l.due() && n > 0 {
			w.t.Errorf("%s (%s, %s) has %d cards", l.Name, l.Temperature, l.Owner, n)
		}
	}
	if hot < 4 {
		w.t.Errorf("only %d leads are hot", hot)
	}
}
