package bot_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestPanicIsSetAsideAlone: what breaks the conversation goes to the dead
// letters; the person is told kindly, everyone else is served in the same batch.
func TestPanicIsSetAsideAlone(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		must(store.Commit(t.Context(), []bot.Turn{{Session: broken(7, 700)}}))
		o := open(t, settings(), store)
		bad := person(4, 700, dialog.Wrote, "ну такое")
		o.do(append(wants(1, 100), bad, person(5, 101, dialog.Started, ""), press(6, 700, "a:niche:has"))...)
		letters := o.store.dead()
		if len(letters) != 1 || letters[0].Update != 4 || letters[0].Chat != 700 || !letters[0].At.Equal(noon) ||
			!strings.Contains(string(letters[0].Payload), "ну такое") || !strings.HasPrefix(letters[0].Err, "panic: ") {
			t.Fatalf("dead letters: %+v", letters)
		}
		if got := o.sent(700); len(got) < 1 || got[0] != text("sorry") {
			t.Errorf("the person is told %q", got)
		}
		if o.session(100).Handoff == nil || o.session(101).Phase != dialog.Consent || o.session(700).Answers.Value("niche") != "has" {
			t.Error("the others in the batch were not served")
		}
		if len(o.store.commits) != 1 || o.noted("handled 4") != 1 {
			t.Errorf("%d commits, did %q", len(o.store.commits), o.did)
		}
		inOrder(t, o.pushed)
		o.do(bad)
		if len(o.store.dead()) != 1 || said(o.sent(700)[1:], text("sorry")) {
			t.Error("the same update broke twice")
		}
	})
}

// inOrder expects ids without a gap, so that a panic took none along.
func inOrder(t *testing.T, pushed []outbox.Delivery) {
	t.Helper()
	for i, d := range pushed {
		if d.ID != int64(i+1) {
			t.Errorf("%s has id %d, want %d", d.Key, d.ID, i+1)
		}
	}
}

// TestPanicAtTheFirstMessage gives no lead id away.
func TestPanicAtTheFirstMessage(t *testing.T) {
	c := settings()
	script := load()
	script.Questions = script.Questions[:3] // «price» is still in the index: a press on it panics
	c.Assistant.Script = script
	o := open(t, c, newMemory())
	o.do(press(1, 100, "a:price:gt80k"), person(2, 101, dialog.Started, ""))
	if s := o.session(101); s.ID != 1 || len(o.store.dead()) != 1 || o.sent(100)[0] != text("sorry") {
		t.Errorf("the second person is lead %d; %d dead letters, told %q", s.ID, len(o.store.dead()), o.sent(100))
	}
}

// TestUnreadableUpdate is kept as it came, and nobody is told.
func TestUnreadableUpdate(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(bot.Input{Update: 1, Place: bot.Elsewhere, Rejected: []byte(`{"update_id":1,`), Event: dialog.Input{At: noon}}, person(2, 100, dialog.Started, ""))
	letters := o.store.dead()
	if len(letters) != 1 || string(letters[0].Payload) != `{"update_id":1,` || letters[0].Update != 1 || len(o.sent(100)) != 2 {
		t.Errorf("dead letters %+v, pushed %q", letters, o.keys())
	}
}

var errBad = errors.New("constraint failed")

// refuses makes every commit fail that holds the update beside a session.
func refuses(update int64, err error) func([]bot.Turn) error {
	return func(turns []bot.Turn) error {
		if slices.ContainsFunc(turns, func(t bot.Turn) bool { return t.Update == update && t.Session != nil }) {
			return err
		}
		return nil
	}
}

// TestRefusedBatchIsTriedOneByOne: only the input that the store never takes is
// set aside.
func TestRefusedBatchIsTriedOneByOne(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.store.refuse = refuses(3, errBad)
		o.do(person(1, 100, dialog.Started, ""), press(2, 100, "consent:yes"), press(3, 101, "consent:yes"), press(4, 100, "a:niche:has"))
		letters := o.store.dead()
		if len(letters) != 1 || letters[0].Update != 3 || letters[0].Chat != 101 || letters[0].Err != errBad.Error() {
			t.Fatalf("dead letters: %+v", letters)
		}
		if s := o.session(100); s.Answers.Value("niche") != "has" {
			t.Errorf("the others were not served: %+v", s)
		}
		if o.noted("handled") != 4 || o.noted("answer p") != 3 {
			t.Errorf("did %q", o.did)
		}
		inOrder(t, o.pushed)
	})
}

var errBusy = errors.New("database is locked")

// patient is an office whose loop retries what is busy.
func patient(t *testing.T, refuse func([]bot.Turn) error) *office {
	o := open(t, settings(), newMemory())
	o.store.refuse = refuse
	o.loop.Retry = func(err error) bool { return errors.Is(err, errBusy) || errors.Is(err, context.Canceled) }
	return o
}

// TestBusyStoreIsWaitedFor: while the store takes nothing, nothing is confirmed
// and the health says so; then all of it happens once.
func TestBusyStoreIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, start, tries := patient(t, nil), time.Now(), 0
		o.store.refuse = func([]bot.Turn) error {
			if tries++; time.Since(start) > 15*time.Second {
				return nil
			}
			if kinds := slices.Compact(slices.Clone(o.did)); len(kinds) > 1 || len(kinds) == 1 && !strings.Contains(kinds[0], errBusy.Error()) {
				t.Errorf("before the commit happened %q", kinds)
			}
			return errBusy
		}
		o.do(wants(1, 100)...)
		if tries < 5 || tries > 12 || len(o.store.commits) != 1 {
			t.Errorf("%d tries, %d commits", tries, len(o.store.commits))
		}
		if got := o.did[tries-1:]; got[0] != "health " || len(got) != 7 || o.noted("handled") != 3 || o.noted("answer") != 2 {
			t.Errorf("after the commit happened %q", got)
		}
		inOrder(t, o.pushed)
	})
}

// TestStopWhileBusy ends at once and confirms nothing.
func TestStopWhileBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := patient(t, func([]bot.Turn) error { return errBusy })
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		in := person(1, 100, dialog.Started, "")
		in.Handled = func() { t.Error("confirmed without a commit") }
		o.loop.Submit(ctx, in)
		o.loop.Run(ctx)
		if len(o.store.dead()) > 0 || o.loop.Managers() != managers {
			t.Errorf("dead letters: %v", o.store.dead())
		}
	})
}

// TestDeadLetterWaitsForTheStore: an input is set aside also when the store is
// busy just then; nothing waits for ever.
func TestDeadLetterWaitsForTheStore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, tries := patient(t, nil), 0
		o.store.refuse = func(turns []bot.Turn) error {
			if turns[0].Dead == nil {
				return errBad
			}
			if tries++; tries < 3 {
				return errBusy
			}
			return nil
		}
		o.do(press(1, 100, "consent:yes"))
		if len(o.store.dead()) != 1 || o.noted("handled 1") != 1 || o.noted("answer p1") != 1 {
			t.Errorf("%d dead letters, did %q", len(o.store.dead()), o.did)
		}
	})
}

// TestStaleSessionIsLoadedAnew: when somebody else changed the lead meanwhile, the
// input is decided again on what is there now.
func TestStaleSessionIsLoadedAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := patient(t, nil)
		o.loop.Retry = func(err error) bool { return true }
		o.do(wants(1, 100)...)
		o.store.refuse = func([]bot.Turn) error {
			s := o.session(100)
			s.Claim, s.Owner = &dialog.Claim{ID: 6, Name: "Иван", At: noon}, dialog.Manager
			o.store.refuse = nil
			must(o.store.Store.Commit(t.Context(), []bot.Turn{{Session: &s}}))
			return nil
		}
		o.do(tap(10, 5, "m:1:claim"))
		if o.session(100).Claim.ID != 6 || o.noted("answer p10 Уже взял(а) Иван") != 1 {
			t.Errorf("the lead is with %+v, did %q", o.session(100).Claim, o.did)
		}
	})
}
