package bot_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// moved reports that the managers' chat has a new id, as a delivery finds out.
func moved(to int64) bot.Input {
	in := outcome(outbox.Delivery{Chat: outbox.Managers, Key: "card:1:1"}, outbox.Moved)
	in.Outcome.Chat = to
	return in
}

// TestIdsGoOnAfterARestart: neither a lead nor a delivery gets an id twice.
func TestIdsGoOnAfterARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	var pushed []outbox.Delivery
	for run := range int64(3) {
		db := database(t, path)
		o := open(t, settings(), db)
		o.do(wants(1+10*run, 100+run)...)
		if id := o.session(100 + run).ID; id != run+1 {
			t.Errorf("run %d: lead %d", run, id)
		}
		pushed = append(pushed, o.pushed...)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	inOrder(t, pushed)
}

// TestManagersMove: the chat is followed over the setting, over two moves and
// restarts; a new setting is believed.
func TestManagersMove(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.do(moved(-1001), moved(-1001))
		if o.loop.Managers() != -1001 {
			t.Errorf("after a move: %d", o.loop.Managers())
		}
		o.do(moved(-1001)) // a delivery that had started before
		again := open(t, settings(), store)
		if again.loop.Managers() != -1001 {
			t.Errorf("after a restart: %d", again.loop.Managers())
		}
		again.do(moved(-1002))
		if last := open(t, settings(), store); last.loop.Managers() != -1002 {
			t.Errorf("after two moves and a restart: %d", last.loop.Managers())
		}
		c := settings()
		c.Managers = -77
		if other := open(t, c, store); other.loop.Managers() != -77 {
			t.Errorf("another chat was set: %d", other.loop.Managers())
		}
	})
}

// TestOthersMoves: what moves elsewhere does not take the cards along, whether or
// not the managers' chat is known.
func TestOthersMoves(t *testing.T) {
	for _, set := range []int64{managers, 0} {
		c := settings()
		c.Managers = set
		o := open(t, c, newMemory())
		in := moved(-666)
		in.Outcome.Delivery = outbox.Delivery{Chat: -5, Key: "leave:-5:1", Method: outbox.Leave}
		o.do(in)
		if got := o.loop.Managers(); got != set {
			t.Errorf("the managers' chat %d became %d, which is somebody's group", set, got)
		}
	}
}

// TestNoteOnce: the first value stays, over restarts too.
func TestNoteOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		for run := range 3 {
			o := open(t, settings(), store)
			for range 2 {
				got, err := o.loop.NoteOnce(t.Context(), "color", fmt.Sprint(run))
				if err != nil || got != "0" {
					t.Errorf("run %d: %q, %v", run, got, err)
				}
			}
		}
	})
}

// shadowed are the inputs of a lead who only asks for a human, which takes a
// place among the first.
func shadowed(n int64) []bot.Input { return wants(10*n, 100+n) }

// TestShadowPlaces: the first leads take them, however they come in batches and
// over restarts; staff take none.
func TestShadowPlaces(t *testing.T) {
	for _, batches := range [][][]int64{{{1, 2, 3, 4}}, {{1}, {2}, {3}, {4}}, {{1, 2}, {3, 4}}} {
		onBoth(t, func(t *testing.T, store bot.Store) {
			c := settings()
			c.Shadow = 3
			for _, batch := range batches {
				o := open(t, c, store)
				o.do(wants(1000+10*batch[0], owner)...)
				var inputs []bot.Input
				for _, n := range batch {
					inputs = append(inputs, shadowed(n)...)
				}
				o.do(inputs...)
			}
			o := open(t, c, store)
			var took []int64
			for _, chat := range []int64{owner, 101, 102, 103, 104} {
				if o.session(chat).Shadow {
					took = append(took, chat)
				}
			}
			if !slices.Equal(took, []int64{101, 102, 103}) {
				t.Errorf("batches %v: places went to %v", batches, took)
			}
		})
	}
}

// TestShadowPlaceIsNotLost: a batch that is refused and tried one by one takes no
// place twice.
func TestShadowPlaceIsNotLost(t *testing.T) {
	c := settings()
	c.Shadow = 2
	o := open(t, c, newMemory())
	o.store.refuse = refuses(99, errBad)
	o.do(append(append(shadowed(1), shadowed(2)...), person(99, 5, dialog.Started, ""))...)
	o.do(shadowed(3)...)
	if !o.session(101).Shadow || !o.session(102).Shadow || o.session(103).Shadow {
		t.Error("the places went to others than the first two")
	}
}

// TestStopHandlesWhatWaits: inputs submitted before the end are handled, and
// what is committed last is a delivery's outcome: lost, it would go out again.
func TestStopHandlesWhatWaits(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.loop.Retry = func(error) bool { return true }
		ctx, stop := context.WithCancel(t.Context())
		handled := 0
		for _, in := range wants(1, 100) {
			in.Handled = func() { handled++ }
			o.loop.Submit(ctx, in)
		}
		stop()
		o.loop.Run(ctx)
		if handled != 3 || o.noted("health the database") > 0 {
			t.Errorf("%d of 3 inputs were handled, did %q", handled, o.did)
		}
	})
}
