// Package courier delivers the outbox: in order where order matters, within the
// messenger's limits, and again until it is done.
package courier

import (
	"cmp"
	"context"
	"log/slog"
	"sync"
	"time"

	"leadbot/bot/outbox"
)

// Target is where a delivery goes, its keys resolved. It is a bare struct, so
// that a messenger satisfies Sender without knowing this package.
type Target = struct {
	Chat    int64
	Topic   int64 // 0: the general one
	Message int64 // to edit, to delete or to reply to, or the topic to name; 0: none
	Plain   bool  // without markup, which was refused before
}

// Sender makes one attempt at a delivery.
type Sender interface {
	Send(ctx context.Context, d outbox.Delivery, t Target) outbox.Outcome
}

// Ledger is what the database remembers of deliveries.
type Ledger interface {
	// Mark commits that a delivery of class Once is about to be tried. Marking
	// again changes nothing; it fails when the delivery must not go out.
	Mark(ctx context.Context, id int64) error
	// Sent returns the message, or the topic, that the delivery with this key led
	// to, and its chat; false when it led to none.
	Sent(ctx context.Context, key string) (message, chat int64, ok bool, err error)
}

// Options are what a Courier needs beside its Sender and its Ledger.
type Options struct {
	Rate     float64      // calls a second overall; 0 lifts this and every chat's own limit
	Managers func() int64 // id of the managers' chat; while it is 0, what goes there waits
	// Report takes what became of a delivery. It is called from several
	// goroutines, for one lane in order, and may block; Push never waits for it.
	// A delivery is over with every verdict but these: Moved, Garbled and ChatLost
	// tell what the courier goes on from, Wait and Unsent come for class Once only
	// and take its mark back, and Revoked ends all sending. An Edit that was Sent
	// reports the message that now shows its text: another than it refers to when
	// that one was gone, 0 when nothing had to be done.
	Report func(outbox.Outcome)
	// Retry reports whether a failure of the ledger may pass; nil: always. After
	// any other the delivery is Stale.
	Retry func(error) bool
	Log   *slog.Logger // nil: slog.Default
}

// maxCalls is how many calls may be under way at once.
const maxCalls = 64

// stopFor is how long Run waits for calls under way when its context ends.
const stopFor = 5 * time.Second

// Courier delivers. Its methods may be called from several goroutines at once.
type Courier struct {
	sender   Sender
	ledger   Ledger
	managers func() int64
	report   func(outbox.Outcome)
	passes   func(error) bool // whether a failure of the ledger may pass
	log      *slog.Logger

	mu        sync.Mutex
	lanes     map[outbox.Lane]*lane // those with something to do
	ready     lanes                 // by importance
	waiting   lanes                 // by time
	limits    limits
	recent    recent
	moved     map[int64]int64  // chats with a new id
	lost      map[int64]bool   // chats that were reported as lost
	forgotten map[int64]int64  // leads, and the id below which nothing of them goes out
	running   int              // calls under way
	told      []outbox.Outcome // to be reported, of what was over without a call
	ctx       context.Context  // of calls; nil while nothing may start
	timer     *time.Timer
	calls     sync.WaitGroup
}

// New returns a Courier that starts nothing before Run.
func New(sender Sender, ledger Ledger, o Options) *Courier {
	c := &Courier{
		sender:    sender,
		ledger:    ledger,
		managers:  o.Managers,
		report:    o.Report,
		passes:    o.Retry,
		log:       cmp.Or(o.Log, slog.Default()),
		lanes:     map[outbox.Lane]*lane{},
		ready:     lanes{before: importance},
		waiting:   lanes{before: earlier},
		limits:    newLimits(o.Rate),
		recent:    newRecent(),
		moved:     map[int64]int64{},
		lost:      map[int64]bool{},
		forgotten: map[int64]int64{},
	}
	if c.passes == nil {
		c.passes = func(error) bool { return true }
	}
	return c
}

// Push adds deliveries that were committed, in the order of their ids. It never
// blocks.
func (c *Courier) Push(deliveries []outbox.Delivery) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, d := range deliveries {
		c.add(&parcel{Delivery: d})
	}
	c.dispatch()
}

// Resume adds what the database holds at the start. A delivery that was in
// flight when the process ended may have arrived: class Once is not tried again
// but reported as Unclear.
func (c *Courier) Resume(deliveries []outbox.Delivery, flying map[int64]bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, d := range deliveries {
		c.add(&parcel{Delivery: d, used: flying[d.ID] && d.Class == outbox.Once})
	}
	c.dispatch()
}

// Run delivers until ctx ends, then waits for the calls under way, at most five
// seconds. What was not delivered stays in the database. Run is called once.
func (c *Courier) Run(ctx context.Context) {
	calls, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	c.mu.Lock()
	c.ctx, c.timer = calls, time.AfterFunc(time.Hour, c.wake)
	c.dispatch()
	c.mu.Unlock()

	<-ctx.Done()
	c.stop()
	late := time.AfterFunc(stopFor, cancel)
	defer late.Stop()
	c.calls.Wait()
}

// stop lets no more calls start.
func (c *Courier) stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ctx = nil
	c.timer.Stop()
}

func (c *Courier) wake() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dispatch()
}

// Idle reports whether nothing waits and nothing is under way.
func (c *Courier) Idle() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.lanes) == 0 && c.running == 0
}
