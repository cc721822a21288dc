package bot_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// diary is a store that counts the rounds of a ticker, and can fail.
type diary struct {
	bot.Store
	found []int
	err   error
}

func (d *diary) Due(ctx context.Context, at time.Time, limit int) ([]int64, error) {
	if d.err != nil {
		return nil, d.err
	}
	leads, err := d.Store.Due(ctx, at, limit)
	d.found = append(d.found, len(leads))
	return leads, err
}

// idle is a lead who fell silent at noon amid the questions, due an hour later.
func idle(lead int64) *dialog.Session {
	s := broken(lead, 1000+lead)
	s.Owner, s.Flags, s.Due = dialog.Bot, nil, noon.Add(time.Hour)
	return s
}

// ticking runs the loop beside a test of a ticker.
func ticking(t *testing.T, store bot.Store, test func(o *office, ticker *bot.Ticker, d *diary)) {
	o := open(t, settings(), store)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { o.loop.Run(ctx); close(ended) }()
	d := &diary{Store: store}
	test(o, &bot.Ticker{Store: d, Submit: o.loop.Submit, Log: silent}, d)
	stop()
	<-ended
}

// TestTickerFindsWhoIsDue, however many they are, and reminds each once.
func TestTickerFindsWhoIsDue(t *testing.T) {
	db := database(t, filepath.Join(t.TempDir(), "bot.db"))
	var turns []bot.Turn
	for lead := range int64(600) {
		turns = append(turns, bot.Turn{Session: idle(lead + 1)})
	}
	must(db.Commit(t.Context(), turns))
	var reminded []outbox.Delivery
	ticking(t, db, func(o *office, ticker *bot.Ticker, d *diary) {
		o.loop.Deliver = func(d []outbox.Delivery) { reminded = append(reminded, d...) }
		ticker.Tick(t.Context(), noon.Add(time.Hour-time.Second))
		ticker.Tick(t.Context(), noon.Add(time.Hour))
		ticker.Tick(t.Context(), noon.Add(time.Hour+time.Second))
		if !slices.Equal(d.found, []int{0, 256, 256, 88, 0}) {
			t.Errorf("rounds of %v leads", d.found)
		}
	})
	leads := map[int64]int{}
	for _, r := range reminded {
		leads[r.Lead]++
		if r.Class != outbox.Once || r.Priority != outbox.Nudge {
			t.Fatalf("a reminder %+v", r)
		}
	}
	if len(leads) != 600 || len(reminded) != 600 {
		t.Errorf("%d reminders of %d leads", len(reminded), len(leads))
	}
}

func TestTickerTriesAgain(t *testing.T) {
	store := newMemory()
	must(store.Commit(t.Context(), []bot.Turn{{Session: idle(1)}}))
	ticking(t, store, func(o *office, ticker *bot.Ticker, d *diary) {
		d.err = errors.New("disk on fire")
		ticker.Tick(t.Context(), noon.Add(time.Hour))
		d.err = nil
		ticker.Tick(t.Context(), noon.Add(time.Hour+time.Second))
		if !slices.Equal(d.found, []int{1}) {
			t.Errorf("rounds of %v leads", d.found)
		}
	})
	if s := store.sessions[1]; s.Reminded != 1 || !s.Due.After(noon.Add(time.Hour)) {
		t.Errorf("reminded %d times, due %v", s.Reminded, s.Due)
	}
}

// TestTickerStops with its context, though the loop is gone.
func TestTickerStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMemory()
		must(store.Commit(t.Context(), []bot.Turn{{Session: idle(1)}}))
		o := open(t, settings(), store)
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		(&bot.Ticker{Store: store, Submit: o.loop.Submit, Log: silent}).Tick(ctx, noon.Add(time.Hour))
	})
}

// tick is what a ticker submits.
func tick(lead int64, at time.Time) bot.Input {
	return bot.Input{Place: bot.Inside, Lead: lead, Event: dialog.Input{Kind: dialog.Ticked, At: at}}
}

// TestTickComesTooLate: the lead wrote, or is gone, since it was found due.
func TestTickComesTooLate(t *testing.T) {
	store := newMemory()
	must(store.Commit(t.Context(), []bot.Turn{{Session: idle(1)}}))
	o := open(t, settings(), store)
	at := noon.Add(time.Hour)
	wrote := person(1, 1001, dialog.Wrote, "Йога")
	wrote.Event.At = at
	o.do(wrote, tick(1, at), tick(99, at), tick(0, at))
	if s := o.session(1001); s.Reminded != 0 || len(o.store.dead()) > 0 {
		t.Errorf("reminded %d times, dead letters %v", s.Reminded, o.store.dead())
	}
	o.do(tick(1, at.Add(time.Hour)), tick(1, at.Add(time.Hour)))
	if s := o.session(1001); s.Reminded != 1 {
		t.Errorf("two ticks at once reminded %d times", s.Reminded)
	}
}

// TestBrokenTimer of one lead does not come back each second, and does not keep
// the others waiting.
func TestBrokenTimer(t *testing.T) {
	store := newMemory()
	bad := idle(1)
	bad.Reminded = -1 // panics
	must(store.Commit(t.Context(), []bot.Turn{{Session: bad}, {Session: idle(2)}}))
	ticking(t, store, func(o *office, ticker *bot.Ticker, d *diary) {
		for second := range time.Duration(60) {
			ticker.Tick(t.Context(), noon.Add(time.Hour+second*time.Second))
		}
		if n := len(o.store.dead()); n != 1 {
			t.Errorf("a minute left %d dead letters", n)
		}
	})
	if store.sessions[2].Reminded != 1 {
		t.Error("the other lead was not reminded")
	}
}

// TestReleasedLeadIsStillReminded: what was promised comes also when a manager
// had the lead at the time and gave it back.
func TestReleasedLeadIsStillReminded(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(person(9, 100, dialog.Started, ""), press(1, 100, "consent:yes"), press(2, 100, "a:niche:doubts"), press(3, 100, "x:niche:later"), press(4, 100, "human"), tap(5, 5, "m:1:claim"))
	promised := o.session(100).Due
	release := tap(6, 5, "m:1:release")
	release.Event.At = promised.Add(time.Hour)
	o.do(tick(1, promised), release)
	s := o.session(100)
	if s.Owner != dialog.Queue || len(s.Homework) != 1 {
		t.Fatalf("the lead: %+v", s)
	}
	if s.Due.IsZero() {
		t.Error("nobody will remind of the list of people")
	}
}
