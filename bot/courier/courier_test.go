package courier

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot/outbox"
)

func TestOrderWithinALane(t *testing.T) {
	run(t, 0, func(w *world) {
		w.latency = time.Second
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), to(1, 2, "b"), to(2, 3, "x")})
		w.courier.Push([]outbox.Delivery{to(1, 4, "c")})
		w.after(10)
		w.made("0 a", "0 x", "1 b", "2 c")
		w.told("a sent", "x sent", "b sent", "c sent")
		w.kept(0)
	})
}

func TestNothingStartsBeforeRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, 0)
		w.courier.Push([]outbox.Delivery{to(1, 1, "a")})
		w.after(5)
		w.made()
		w.during(func() { w.after(6) })
		w.made("5 a")
	})
}

func TestPriorityAcrossLanes(t *testing.T) {
	run(t, 10, func(w *world) {
		w.courier.Push([]outbox.Delivery{to(9, 1, "first")})
		low := to(1, 2, "report")
		low.Priority = outbox.Report
		w.courier.Push([]outbox.Delivery{low, to(2, 3, "answer"), card(7, 4, "card", outbox.Card), to(3, 5, "answer2")})
		w.after(5)
		w.made("0 first", "0.1 card group", "0.2 answer", "0.3 answer2", "0.4 report")
	})
}

func TestRedrawsStepAsideAndAreFolded(t *testing.T) {
	run(t, 30, func(w *world) {
		w.ledger["q1"], w.ledger["q2"] = spot{11, 1}, spot{12, 1}
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), to(1, 2, "b"), to(1, 3, "c")})
		w.courier.Push([]outbox.Delivery{
			redraw(1, 4, "r1", "q1"), redraw(1, 5, "r2", "q2"), redraw(1, 6, "r1'", "q1"), to(1, 7, "d"),
		})
		w.after(9)
		got := strings.Join(w.called()[3:], ", ")
		if !strings.HasSuffix(w.called()[3], " d") || !strings.HasSuffix(w.called()[4], " r2 on 12") || !strings.HasSuffix(w.called()[5], " r1' on 11") || len(w.called()) != 6 {
			w.Errorf("calls %s", got)
		}
		i := slices.IndexFunc(w.reported(), func(o outbox.Outcome) bool { return o.Delivery.Key == "r1" })
		if o := w.reported()[i]; o.Verdict != outbox.Sent || o.Message != 0 {
			w.Errorf("report of the older edit %+v", o)
		}
		w.kept(0)
	})
}

func TestRedrawYieldsToANewerEditOfAnyKind(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["q"] = spot{11, 1}
		w.latency = time.Second
		edit := redraw(1, 3, "edit", "q")
		edit.Priority = outbox.Claim
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), redraw(1, 2, "redraw", "q"), edit})
		w.after(9)
		w.made("0 a", "1 edit on 11")
		w.told("a sent", "redraw sent", "edit sent")
		w.kept(0)
	})
}

func TestRedrawThatFailsYieldsToANewerOne(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["q"] = spot{11, 1}
		w.script["old"] = verdicts(outbox.Unsent)
		w.latency = time.Second
		w.courier.Push([]outbox.Delivery{redraw(1, 1, "old", "q")})
		w.after(0.5)
		w.courier.Push([]outbox.Delivery{redraw(1, 2, "new", "q")})
		w.after(9)
		w.made("0 old on 11", "2 new on 11")
		w.told("old sent", "new sent")
	})
}

func TestRedrawThatFailsYieldsToANewerEditOfAnyKind(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["card"] = spot{11, 1}
		w.script["redraw"] = verdicts(outbox.Wait)
		w.latency = time.Second
		w.courier.Push([]outbox.Delivery{redraw(1, 1, "redraw", "card")})
		w.after(0.5)
		claimed := redraw(1, 2, "claimed", "card")
		claimed.Priority = outbox.Claim
		w.courier.Push([]outbox.Delivery{claimed})
		w.after(9)
		w.made("0 redraw on 11", "2 claimed on 11")
		w.told("redraw sent", "claimed sent")
	})
}

func TestLimitOfAPrivateChat(t *testing.T) {
	run(t, 1000, func(w *world) {
		for i := range int64(5) {
			w.courier.Push([]outbox.Delivery{to(1, i+1, fmt.Sprint(i))})
		}
		w.after(1.5)
		var late []string
		for _, call := range w.called() {
			if !strings.HasPrefix(call, "0") {
				late = append(late, call)
			}
		}
		if len(w.called()) != 4 || strings.Join(late, ",") != "1 3" {
			w.Errorf("calls %q", w.called())
		}
	})
}

func TestLimitOfTheGroup(t *testing.T) {
	run(t, 1000, func(w *world) {
		var all []outbox.Delivery
		for i := range int64(50) {
			all = append(all, card(i+1, i+1, fmt.Sprint("c", i), outbox.Claim))
		}
		w.courier.Push(all)
		w.after(30)
		if len(w.called()) != 20 {
			w.Errorf("%d calls in the first minute", len(w.called()))
		}
		w.courier.Push([]outbox.Delivery{card(99, 99, "hot", outbox.Card), to(1, 100, "reply")})
		w.after(31)
		if last := w.called()[20]; !strings.HasSuffix(last, "30 reply") {
			w.Errorf("the private chat waits: %q", last)
		}
		w.after(90)
		if len(w.called()) != 41 || !slices.Contains(w.called()[21:], "60 hot group") {
			w.Errorf("calls after the first minute %q", w.called()[21:])
		}
		w.after(190)
		w.kept(0)
	})
}

func TestOverallLimit(t *testing.T) {
	run(t, 30, func(w *world) {
		for i := range int64(300) {
			w.courier.Push([]outbox.Delivery{to(i+1, i+1, "x")})
		}
		w.after(5)
		if n := len(w.called()); n < 149 || n > 154 {
			w.Errorf("%d calls in 5 s", n)
		}
	})
}

func TestCallsAtOnce(t *testing.T) {
	run(t, 0, func(w *world) {
		w.latency = time.Second
		for i := range int64(200) {
			w.courier.Push([]outbox.Delivery{to(i+1, i+1, "x")})
		}
		w.after(10)
		if w.peak != maxCalls || len(w.called()) != 200 {
			w.Errorf("%d at once of %d", w.peak, len(w.called()))
		}
	})
}

func TestStopLetsCallsFinish(t *testing.T) {
	for latency, want := range map[time.Duration]string{3 * time.Second: "a sent", time.Minute: "a unclear"} {
		synctest.Test(t, func(t *testing.T) {
			w := newWorld(t, 0)
			w.latency = latency
			a := to(1, 1, "a")
			a.Class = outbox.Once
			w.during(func() {
				w.courier.Push([]outbox.Delivery{a, to(1, 2, "b")})
				w.after(1)
			})
			if d := time.Since(w.begin); d != min(latency, 6*time.Second) {
				t.Errorf("it took %v", d)
			}
			w.made("0 a")
			w.told(want)
			w.courier.Push([]outbox.Delivery{to(3, 3, "c")})
			w.made("0 a")
		})
	}
}

func TestIdleChatsAreForgotten(t *testing.T) {
	run(t, 1e6, func(w *world) {
		for i := range int64(5000) {
			w.courier.Push([]outbox.Delivery{to(i+1, i+1, "x")})
			if i%1000 == 0 {
				time.Sleep(time.Minute)
			}
		}
		w.after(3600)
		w.kept(0)
		if n := len(w.courier.limits.chats); n > 2500 {
			w.Errorf("%d chats are kept", n)
		}
	})
}
