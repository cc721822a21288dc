package courier

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot/outbox"
)

func TestFloodHoldsTheChatAndUsesNoAttempt(t *testing.T) {
	run(t, 0, func(w *world) {
		w.script["a"] = []outbox.Outcome{{Verdict: outbox.Wait, After: 7 * time.Second}}
		w.script["x"] = []outbox.Outcome{{Verdict: outbox.Wait, After: 3 * time.Second}}
		w.latency = time.Millisecond
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), to(1, 2, "b"), card(7, 3, "x", outbox.Card)})
		w.after(1)
		w.courier.Push([]outbox.Delivery{to(2, 4, "c"), card(8, 5, "y", outbox.Card)})
		w.after(20)
		w.made("0 x group", "0 a", "1 c", "3.001 x group", "3.001 y group", "7.001 a", "7.002 b")
		for _, o := range w.reported() {
			if o.Delivery.Attempts != 0 {
				w.Errorf("%s used %d attempts", o.Delivery.Key, o.Delivery.Attempts)
			}
		}
	})
}

func TestShorterPauseDoesNotEndALongerOne(t *testing.T) {
	run(t, 0, func(w *world) {
		w.script["a"] = []outbox.Outcome{{Verdict: outbox.Wait, After: 30 * time.Second}}
		w.script["b"] = []outbox.Outcome{{Verdict: outbox.Wait, After: 2 * time.Second}}
		w.latency = time.Second
		w.courier.Push([]outbox.Delivery{card(7, 1, "a", outbox.Card)})
		w.after(0.5)
		w.courier.Push([]outbox.Delivery{card(8, 2, "b", outbox.Card)})
		w.after(40)
		w.made("0 a group", "0.5 b group", "31 a group", "31 b group")
	})
}

func TestBackoff(t *testing.T) {
	run(t, 0, func(w *world) {
		unsent := outbox.Unsent
		w.script["a"] = verdicts(unsent, unsent, unsent, unsent, unsent, unsent, unsent, unsent)
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), to(1, 2, "b")})
		w.after(500)
		w.made("0 a", "1 a", "3 a", "7 a", "15 a", "31 a", "63 a", "123 a", "183 a", "183 b")
		w.told("a sent", "b sent")
	})
}

func TestUnclearGoesByClass(t *testing.T) {
	for class, again := range map[outbox.Class]bool{
		outbox.Critical: true, outbox.Reply: true, outbox.Idempotent: true, outbox.Once: false,
	} {
		run(t, 0, func(w *world) {
			d := to(1, 1, "a")
			d.Class = class
			w.script["a"] = verdicts(outbox.Unclear)
			w.courier.Push([]outbox.Delivery{d})
			w.after(5)
			if again {
				w.made("0 a", "1 a")
				w.told("a sent")
			} else {
				w.made("0 a")
				w.told("a unclear")
			}
			if marked := len(w.marks) == 1; marked != (class == outbox.Once) {
				w.Errorf("%s: marks %v", class, w.marks)
			}
			w.kept(0)
		})
	}
}

func TestOnceIsTriedAgainWhileProvablyUnsent(t *testing.T) {
	run(t, 0, func(w *world) {
		d := to(1, 1, "a")
		d.Class = outbox.Once
		w.script["a"] = verdicts(outbox.Unsent, outbox.Wait, outbox.Unclear)
		w.courier.Push([]outbox.Delivery{d})
		w.after(9)
		w.made("0 a", "1 a", "2 a")
		w.told("a unsent", "a wait", "a unclear")
	})
}

func TestFinalVerdicts(t *testing.T) {
	for _, v := range []outbox.Verdict{outbox.Sent, outbox.Unreachable, outbox.Stranger, outbox.Refused, "nonsense"} {
		run(t, 0, func(w *world) {
			w.script["a"] = verdicts(v)
			w.courier.Push([]outbox.Delivery{to(1, 1, "a"), to(1, 2, "b")})
			w.after(9)
			if v == "nonsense" {
				v = outbox.Refused
			}
			w.made("0 a", "0 b")
			w.told("a "+string(v), "b sent")
		})
	}
}

func TestRevokedEndsAllSending(t *testing.T) {
	run(t, 0, func(w *world) {
		w.script["a"] = verdicts(outbox.Revoked)
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), to(1, 2, "b")})
		w.after(9)
		w.courier.Push([]outbox.Delivery{to(2, 3, "c")})
		w.after(99)
		w.made("0 a")
		w.told("a revoked")
	})
}

func TestDatabaseThatFailsIsWaitedFor(t *testing.T) {
	run(t, 0, func(w *world) {
		w.broken = errors.New("disk is full")
		once := to(1, 1, "once")
		once.Class = outbox.Once
		w.courier.Push([]outbox.Delivery{once, redraw(2, 2, "edit", "q")})
		w.after(2)
		w.made()
		w.mu.Lock()
		w.broken, w.ledger["q"] = nil, spot{5, 2}
		w.mu.Unlock()
		w.after(9)
		w.made("3 once", "3 edit on 5")
	})
}

func TestDeliveryThatMustNotGoOut(t *testing.T) {
	run(t, 0, func(w *world) {
		w.courier.passes = func(error) bool { return false }
		w.broken = errors.New("erased")
		once := to(1, 1, "once")
		once.Class = outbox.Once
		w.courier.Push([]outbox.Delivery{once, to(1, 2, "next")})
		w.after(9)
		w.made("0 next")
		w.told("once stale", "next sent")
	})
}

func TestPanicIsRefused(t *testing.T) {
	run(t, 0, func(w *world) {
		w.courier.sender = nil
		w.courier.Push([]outbox.Delivery{to(1, 1, "a")})
		w.after(1)
		w.told("a refused")
	})
}

func TestResume(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, 0)
		once, reply, fresh := to(1, 1, "once"), to(1, 2, "reply"), to(1, 3, "fresh")
		once.Class, fresh.Class = outbox.Once, outbox.Once
		w.courier.Resume([]outbox.Delivery{once, reply, fresh}, map[int64]bool{1: true, 2: true})
		w.courier.Push([]outbox.Delivery{to(1, 4, "new")})
		w.during(func() { w.after(5) })
		w.made("0 reply", "0 fresh", "0 new")
		var first []string
		for _, o := range w.reported() {
			if o.Delivery.Key == "once" {
				first = append(first, string(o.Verdict))
			}
		}
		if strings.Join(first, ",") != "unclear" || len(w.reported()) != 4 {
			t.Errorf("reports %+v", w.reported())
		}
	})
}
