package courier

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/outbox"
)

const group = -100

// world is a courier among fakes in virtual time. It begins at second 0.
type world struct {
	*testing.T
	courier *Courier
	begin   time.Time

	mu       sync.Mutex
	script   map[string][]outbox.Outcome // what attempts at a key lead to; then Sent
	latency  time.Duration
	calls    []string // "second key" with what is special of the target
	running  int
	peak     int
	reports  []outbox.Outcome
	managers int64
	marks    []int64
	ledger   map[string]spot
	broken   error // of the ledger
}

// run lets a test play in a world whose courier runs.
func run(t *testing.T, rate float64, test func(*world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, rate)
		w.during(func() { test(w) })
	})
}

func newWorld(t *testing.T, rate float64) *world {
	w := &world{T: t, begin: time.Now(), managers: group,
		script: map[string][]outbox.Outcome{}, ledger: map[string]spot{}}
	w.courier = New(w, w, Options{
		Rate: rate, Log: slog.New(slog.DiscardHandler),
		Managers: func() int64 {
			w.mu.Lock()
			defer w.mu.Unlock()
			return w.managers
		},
		Report: func(o outbox.Outcome) {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.reports = append(w.reports, o)
		},
	})
	return w
}

// during runs the courier while f does.
func (w *world) during(f func()) {
	ctx, cancel := context.WithCancel(w.Context())
	var ended sync.WaitGroup
	ended.Go(func() { w.courier.Run(ctx) })
	synctest.Wait()
	f()
	cancel()
	ended.Wait()
}

func (w *world) Send(ctx context.Context, d outbox.Delivery, t Target) outbox.Outcome {
	w.mu.Lock()
	w.calls = append(w.calls, w.note(d, t))
	w.running++
	w.peak = max(w.peak, w.running)
	o := outbox.Outcome{Verdict: outbox.Sent, Message: 10 * d.ID, Chat: t.Chat}
	if script := w.script[d.Key]; len(script) > 0 {
		o, w.script[d.Key] = script[0], script[1:]
	}
	w.mu.Unlock()
	if !w.delay(ctx) {
		o = outbox.Outcome{Verdict: outbox.Unclear}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.running--
	return o
}

// delay lets the latency pass; false when the context ended before.
func (w *world) delay(ctx context.Context) bool {
	if w.latency == 0 { // no timers by the thousand: they upset the race detector
		return true
	}
	select {
	case <-time.After(w.latency):
		return true
	case <-ctx.Done():
		return false
	}
}

func (w *world) note(d outbox.Delivery, t Target) string {
	s := fmt.Sprintf("%g %s", time.Since(w.begin).Seconds(), d.Key)
	if t.Chat == w.managers {
		s += " group"
	}
	if t.Topic != 0 {
		s += fmt.Sprint(" in ", t.Topic)
	}
	if t.Message != 0 {
		s += fmt.Sprint(" on ", t.Message)
	}
	if t.Plain {
		s += " plain"
	}
	return s
}

func (w *world) Mark(_ context.Context, id int64) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.broken == nil {
		w.marks = append(w.marks, id)
	}
	return w.broken
}

func (w *world) Sent(_ context.Context, key string) (message, chat int64, ok bool, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	s, ok := w.ledger[key]
	return s.message, s.chat, ok, w.broken
}

// after waits until the second and what happens in it.
func (w *world) after(seconds float64) {
	time.Sleep(time.Until(w.begin.Add(time.Duration(seconds * float64(time.Second)))))
	synctest.Wait()
}

// made checks the calls so far. Calls of one moment are in no order.
func (w *world) made(want ...string) {
	w.Helper()
	w.same("calls", w.called(), want)
}

// told checks the reports so far, each as "key verdict", in no order.
func (w *world) told(want ...string) {
	w.Helper()
	var got []string
	for _, o := range w.reported() {
		got = append(got, o.Delivery.Key+" "+string(o.Verdict))
	}
	w.same("reports", got, want)
}

func (w *world) same(what string, got, want []string) {
	w.Helper()
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if diff := cmp.Diff(want, got); diff != "" {
		w.Errorf("%s: %s", what, diff)
	}
}

func (w *world) called() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.calls)
}

func (w *world) reported() []outbox.Outcome {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.reports)
}

// setManagers changes the id of the managers' chat.
func (w *world) setManagers(id int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.managers = id
}

// kept checks that nothing of finished lanes is left.
func (w *world) kept(lanes int) {
	w.Helper()
	w.courier.mu.Lock()
	defer w.courier.mu.Unlock()
	c := w.courier
	if len(c.lanes) != lanes || c.ready.Len()+c.waiting.Len() > lanes {
		w.Errorf("%d lanes, %d ready, %d waiting; want %d", len(c.lanes), c.ready.Len(), c.waiting.Len(), lanes)
	}
}

// to is a reply to a private chat.
func to(chat, id int64, key string) outbox.Delivery {
	return outbox.Delivery{ID: id, Key: key, Class: outbox.Reply, Method: outbox.Send, Chat: chat, Priority: outbox.Answer}
}

// card is a delivery to the managers about a lead.
func card(lead, id int64, key string, p outbox.Priority) outbox.Delivery {
	return outbox.Delivery{ID: id, Key: key, Class: outbox.Critical, Method: outbox.Send,
		Chat: outbox.Managers, Lead: lead, Priority: p}
}

// redraw is an edit that may wait.
func redraw(chat, id int64, key, of string) outbox.Delivery {
	return outbox.Delivery{ID: id, Key: key, Class: outbox.Idempotent, Method: outbox.Edit,
		Chat: chat, Refers: of, Priority: outbox.Redraw}
}

func verdicts(all ...outbox.Verdict) []outbox.Outcome {
	var outcomes []outbox.Outcome
	for _, v := range all {
		outcomes = append(outcomes, outbox.Outcome{Verdict: v})
	}
	return outcomes
}
