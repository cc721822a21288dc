package bot

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync/atomic"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// maxBatch bounds how many inputs share a commit.
const maxBatch = 256

// Config is what the loop is told of its surroundings.
type Config struct {
	Assistant *dialog.Assistant
	Managers  int64 // the managers' chat as set, 0 for none
	Owners    []int64
	Heads     []int64
	Shadow    int // how many first leads all go to the managers
	Targets   desk.Targets
}

// Loop takes every input and is the only one that changes state. Its methods may
// be called from any goroutine, Run from one.
type Loop struct {
	Config
	Deliver  func([]outbox.Delivery)                       // called after each commit; must not block
	Answer   func(ctx context.Context, press, text string) // answers a press; must not block
	Forget   func(lead, below int64)                       // drops what was handed to Deliver of a lead, up to an id; must not block
	Report   func(Digest)                                  // asks for a report; must not block
	Retry    func(error) bool                              // whether a failed commit is to be tried again
	Clerk    func(Request)                                 // answers a manager's question; must not block
	Health   func(problem string)                          // "" when all is well again; called at every try, it tells what is news
	Standing func()                                        // called when the bot's rights in the managers' chat changed; must not block

	store    Store
	log      *slog.Logger
	desk     *desk.Desk
	inputs   chan Input
	managers atomic.Int64
	notes    atomic.Pointer[map[string]string] // as of the last commit
	start    Start                             // grows with each commit
}

// NewLoop returns a loop that goes on from what the store holds.
func NewLoop(ctx context.Context, c Config, store Store, log *slog.Logger) (*Loop, error) {
	start, err := store.Start(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the loop's start: %w", err)
	}
	if start.Notes == nil {
		start.Notes = map[string]string{}
	}
	taught := *c.Assistant
	taught.Taught = start.Taught
	c.Assistant = &taught
	l := &Loop{
		Config: c, store: store, log: log, start: start, inputs: make(chan Input, 4*maxBatch),
		desk:    &desk.Desk{Assistant: c.Assistant, Targets: c.Targets},
		Deliver: func([]outbox.Delivery) {}, Answer: func(context.Context, string, string) {}, Report: func(Digest) {}, Forget: func(int64, int64) {}, Clerk: func(Request) {},
		Retry: func(error) bool { return false }, Health: func(string) {}, Standing: func() {},
	}
	l.publish()
	return l, nil
}

// NoteOnce returns what is noted under the name; when there is nothing yet, the
// value is noted and returned. To be called before Run.
func (l *Loop) NoteOnce(ctx context.Context, name, value string) (string, error) {
	if noted, ok := l.start.Notes[name]; ok {
		return noted, nil
	}
	if _, err := l.store.Commit(ctx, []Turn{{Notes: map[string]string{name: value}}}); err != nil {
		return "", fmt.Errorf("note %s: %w", name, err)
	}
	l.start.Notes[name] = value
	return value, nil
}

// Submit hands an input over; it waits while the loop is behind. After the
// context ends the input is dropped and its update stays unconfirmed.
func (l *Loop) Submit(ctx context.Context, in Input) {
	select {
	case l.inputs <- in:
	case <-ctx.Done():
	}
}

// Run handles inputs until the context ends, and then those that still wait.
func (l *Loop) Run(ctx context.Context) {
	for {
		select {
		case in := <-l.inputs:
			l.handle(ctx, l.gather(in))
			continue
		default:
		}
		select {
		case <-ctx.Done():
			return
		case in := <-l.inputs:
			l.handle(ctx, l.gather(in))
		}
	}
}

// gather takes what waits, without waiting for more.
func (l *Loop) gather(first Input) []Input {
	batch := []Input{first}
	for len(batch) < maxBatch {
		select {
		case in := <-l.inputs:
			batch = append(batch, in)
		default:
			return batch
		}
	}
	return batch
}

// handle turns inputs into turns, commits them and lets them act. When the commit
// refuses the batch, each input is tried alone and the bad one is set aside.
func (l *Loop) handle(ctx context.Context, inputs []Input) {
	b, fresh, err := l.attempt(ctx, inputs)
	switch {
	case err == nil:
		l.act(ctx, b, fresh)
	case ctx.Err() != nil:
		return
	case len(inputs) > 1:
		for _, in := range inputs {
			l.handle(ctx, []Input{in})
		}
	default:
		l.log.Error("input set aside", "update", inputs[0].Update, "chat", inputs[0].Chat, "err", err)
		l.setAside(ctx, inputs[0], err)
	}
}

// attempt advances and commits; what the database cannot do now is tried until
// it can, and meanwhile nothing is confirmed.
func (l *Loop) attempt(ctx context.Context, inputs []Input) (*batch, []outbox.Delivery, error) {
	pause := time.Second / 4
	for {
		b, err := l.load(context.WithoutCancel(ctx), inputs)
		if err == nil {
			b.advance()
			var fresh []outbox.Delivery
			if fresh, err = l.store.Commit(context.WithoutCancel(ctx), b.turns); err == nil {
				l.Health("")
				return b, fresh, nil
			}
		}
		if !l.Retry(err) || !l.rest(ctx, pause, err) {
			return nil, nil, err
		}
		pause = min(2*pause, 10*time.Second)
	}
}

// rest waits before another try; false when the context ended meanwhile.
func (l *Loop) rest(ctx context.Context, pause time.Duration, err error) bool {
	l.Health("the database does not take changes: " + err.Error())
	l.log.Debug("commit failed, trying again", "err", err)
	select {
	case <-ctx.Done():
		return false
	case <-time.After(pause):
		return true
	}
}

// setAside records an input that cannot be handled, so that it blocks no other.
func (l *Loop) setAside(ctx context.Context, in Input, cause error) {
	b, err := l.load(context.WithoutCancel(ctx), []Input{in})
	if err != nil {
		b = l.batch([]Input{in})
	}
	b.turns = []Turn{b.setAside(in, cause)}
	for {
		fresh, err := l.store.Commit(context.WithoutCancel(ctx), b.turns)
		if err == nil {
			l.Health("")
			l.act(ctx, b, fresh)
			return
		}
		if !l.Retry(err) || !l.rest(ctx, time.Second, err) {
			l.log.Error("dead letter not recorded", "update", in.Update, "err", err)
			l.Health("an input can be neither handled nor set aside: " + err.Error())
			return
		}
	}
}

// act lets a committed batch take effect: presses are answered, updates
// confirmed, deliveries handed on.
func (l *Loop) act(ctx context.Context, b *batch, fresh []outbox.Delivery) {
	l.start, l.Assistant = b.start, b.Assistant
	l.publish()
	for i, in := range b.inputs {
		l.answer(ctx, in, b.toasts[i])
	}
	for _, turn := range b.turns {
		if turn.Erase && len(turn.Deliveries) > 0 {
			lead, below := turn.Session.ID, turn.Deliveries[0].ID
			l.Forget(lead, below)
			fresh = slices.DeleteFunc(fresh, func(d outbox.Delivery) bool { return d.Lead == lead && d.ID < below }) // of this batch
		}
	}
	if len(fresh) > 0 {
		l.Deliver(fresh)
	}
	for _, in := range b.inputs {
		l.settled(in)
	}
	for _, ask := range b.reports {
		l.Report(ask)
	}
	for _, ask := range b.requests {
		l.Clerk(ask)
	}
}

func (l *Loop) answer(ctx context.Context, in Input, toast string) {
	if in.Press != "" {
		l.Answer(ctx, in.Press, toast)
	}
}

// settled confirms an input.
func (l *Loop) settled(in Input) {
	if in.Handled != nil {
		in.Handled()
	}
	if kind := in.Event.Kind; in.Place == Managers && (kind == dialog.BlockedUs || kind == dialog.Unblocked) {
		l.Standing()
	}
}

func (l *Loop) owner(id int64) bool { return id != 0 && slices.Contains(l.Owners, id) }

func (l *Loop) staff(id int64) bool { return l.owner(id) || id != 0 && slices.Contains(l.Heads, id) }
