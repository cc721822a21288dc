package bot_test

import (
	"fmt"
	"slices"
	"testing"

	"leadbot/bot"
	"leadbot/dialog"
)

// TestInputsShareACommit: what waits is committed as one, up to a bound, and in
// the order in which it came.
func TestInputsShareACommit(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		var inputs []bot.Input
		for i := range int64(600) {
			inputs = append(inputs, person(i+1, 1000+i%300, dialog.Started, "ads"))
		}
		o.do(inputs...)
		var sizes []int
		for _, turns := range o.store.commits {
			sizes = append(sizes, len(turns))
		}
		if !slices.Equal(sizes, []int{256, 256, 88}) {
			t.Errorf("commits of %v turns", sizes)
		}
		for i := range int64(300) {
			if s := o.session(1000 + i); s.ID != i+1 || s.Says < 3 {
				t.Fatalf("chat %d is lead %d, was told %d messages", 1000+i, s.ID, s.Says)
			}
		}
		for i, d := range o.pushed {
			if d.ID != int64(i+1) {
				t.Fatalf("delivery %d is pushed as the %dth", d.ID, i+1)
			}
		}
	})
}

// TestOneBatchOneConversation: the inputs of one lead build on one another
// within a batch, and so do those of a lead that the batch makes.
func TestOneBatchOneConversation(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.do(append(wants(1, 100), press(4, 100, "a:niche:has"), person(5, 100, dialog.Wrote, "Йога"), tap(6, 5, "m:1:claim"))...)
		s := o.session(100)
		if len(o.store.commits) != 1 || s.Owner != dialog.Manager || s.Claim.ID != 5 || s.Answers.Value("niche_text") != "Йога" {
			t.Errorf("%d commits, lead %+v", len(o.store.commits), s)
		}
		o.do(person(7, 100, dialog.Wrote, "Когда?"))
		if !said(o.sent(0), "Когда?") {
			t.Errorf("the managers got %q", o.sent(0))
		}
	})
}

// TestSameEitherWay: one batch and a batch for each input say the same under the
// same keys and leave the same leads.
func TestSameEitherWay(t *testing.T) {
	var inputs []bot.Input
	for i := range int64(5) {
		inputs = append(inputs, wants(1+10*i, 100+i)...)
		inputs = append(inputs, press(5+10*i, 100+i, "a:niche:has"), tap(6+10*i, 5, fmt.Sprintf("m:%d:claim", i+1)))
	}
	at := func(batches ...[]bot.Input) *office {
		o := open(t, settings(), newMemory())
		for _, batch := range batches {
			o.do(batch...)
		}
		return o
	}
	together, apart := at(inputs), at(slices.Collect(slices.Chunk(inputs, 1))...)
	if a, b := together.keys(), apart.keys(); !slices.Equal(a, b) || len(a) == 0 {
		t.Errorf("together %q\napart %q", a, b)
	}
	for i, d := range together.pushed {
		if string(d.Body) != string(apart.pushed[i].Body) || d.ID != apart.pushed[i].ID {
			t.Errorf("%s differs: %s, %s", d.Key, d.Body, apart.pushed[i].Body)
		}
	}
	for chat := range int64(5) {
		a, b := together.session(100+chat), apart.session(100+chat)
		if a.Owner != b.Owner || a.Says != b.Says || a.Claim.ID != b.Claim.ID || a.Phase != b.Phase {
			t.Errorf("lead of chat %d: %+v, %+v", chat, a, b)
		}
	}
}

// TestActsAfterTheCommit: first the database, then the presses' answers and the
// deliveries, and the confirmations last.
func TestActsAfterTheCommit(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.store.refuse = func([]bot.Turn) error { o.note("commit"); return nil }
	o.do(wants(1, 100)...)
	want := []string{"commit", "health ", "answer p2 ", "answer p3 ", fmt.Sprint("deliver ", len(o.pushed)), "handled 1", "handled 2", "handled 3"}
	if !slices.Equal(o.did, want) {
		t.Errorf("happened %q", o.did)
	}
}

// TestUpdateIsHandledOnce: a repeated update changes nothing, in one batch, in a
// later one and after a restart; its press is answered all the same.
func TestUpdateIsHandledOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		hello := person(1, 100, dialog.Started, "")
		consent := press(2, 100, "consent:yes")
		o.do(hello, hello, consent, consent, hello)
		pushed, says := len(o.pushed), o.session(100).Says
		o.do(consent, hello)
		again := open(t, settings(), store)
		again.do(hello, consent)
		if len(o.pushed) != pushed || len(again.pushed) != 0 || o.session(100).Says != says {
			t.Errorf("said %q, then %q; %d messages", o.keys(), again.keys(), o.session(100).Says)
		}
		if n := o.noted("answer p2"); n != 3 || again.noted("answer p2") != 1 {
			t.Errorf("the three presses were answered %d times, the one after the restart %d times", n, again.noted("answer p2"))
		}
		if n := o.noted("handled"); n != 7 || again.noted("handled") != 2 {
			t.Errorf("%d and %d inputs were confirmed", n, again.noted("handled"))
		}
	})
}

// TestInputsWithoutANumber are never taken for repetitions.
func TestInputsWithoutANumber(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(person(0, 100, dialog.Started, ""), person(0, 100, dialog.Commanded, "help"), person(0, 100, dialog.Commanded, "help"))
	if n := len(o.sent(100)); n != 4 { // hello, consent, help, help
		t.Errorf("%d messages: %q", n, o.sent(100))
	}
}

// TestPressesAreAnswered exactly once each, whoever presses whatever and wherever.
func TestPressesAreAnswered(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(wants(1, 100)...)
	o.did = nil
	elsewhere := press(24, 100, "m:1:claim")
	elsewhere.Place, elsewhere.Chat = bot.Elsewhere, -7
	stranger := tap(25, 66, "m:1:claim")
	stranger.Person.Manager = false
	o.do(press(20, 100, "a:niche:has"), press(21, 100, "nonsense"), press(22, 777, "consent:yes"), tap(23, 5, "m:9:claim"),
		elsewhere, stranger, tap(26, 5, "a:niche:has"), tap(27, 5, "m:1:dance"), tap(28, 5, ""))
	for _, want := range []string{
		"answer p20 ", "answer p21 " + text("stale"), "answer p22 " + text("stale"), "answer p23 " + text("desk_gone"), "answer p24 ",
		"answer p25 " + text("desk_not_member"), "answer p26 " + text("desk_gone"), "answer p27 " + text("desk_gone"), "answer p28 " + text("desk_gone"),
	} {
		if n := o.noted(want); n != 1 {
			t.Errorf("%d answers %q", n, want)
		}
	}
	if n := o.noted("answer"); n != 9 {
		t.Errorf("9 presses got %d answers: %q", n, o.did)
	}
	if s := o.session(100); s.Claim != nil {
		t.Errorf("somebody has the lead: %+v", s.Claim)
	}
}
