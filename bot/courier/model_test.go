package courier

import (
	"context"
	"flag"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot/outbox"
)

// A command line says otherwise.
func init() { flag.Set("rapid.checks", "300") }

// TestModel lets a courier deliver random rows to a messenger that fails in every
// way, over restarts, and replays what happened against the promises. A long run
// is
//
//	go test ./bot/courier -run 'TestModel$' -rapid.checks=20000 -timeout 1h
func TestModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, restarts := draw(t)
		rapid.SyncTest(t, func(t *rapid.T) {
			s := &stage{rows: rows, begin: time.Now()}
			s.play(restarts)
			r := newReplay(t, s)
			r.run()
			r.end()
		})
	})
}

// stage is where a plan is played: the messenger, the database and a record of
// what happened, in its order.
type stage struct {
	rows  []*row
	begin time.Time

	mu     sync.Mutex
	run    int // of the process
	record []happened
	idle   bool // in the end
}

// happened is one thing of the record.
type happened struct {
	what    string // "push", "start", "end", "report" or "restart"
	at      time.Duration
	row     *row
	verdict outbox.Outcome // of an end or a report
}

func (s *stage) note(what string, r *row, o outbox.Outcome) {
	s.record = append(s.record, happened{what, time.Since(s.begin), r, o})
}

// play pushes the rows at their times, ends the process at the given ones, and
// waits for everything to come to rest.
func (s *stage) play(restarts []time.Duration) {
	pushed := 0
	for i := range len(restarts) + 1 {
		until := 24 * time.Hour
		if i < len(restarts) {
			until = time.Since(s.begin) + restarts[i]
		}
		pushed = s.live(pushed, until)
		s.mu.Lock()
		s.run++
		s.note("restart", nil, outbox.Outcome{})
		s.mu.Unlock()
	}
}

// live is one run of the process until the time; it returns how many rows are
// pushed since the beginning.
func (s *stage) live(pushed int, until time.Duration) int {
	ctx, kill := context.WithCancel(context.Background())
	defer kill()
	run := s.run
	c := New(&sender{s, run}, s, Options{
		Rate: 30, Managers: func() int64 { return group }, Log: slog.New(slog.DiscardHandler),
		Report: func(o outbox.Outcome) { s.reported(run, o) },
	})
	go c.Run(ctx)
	synctest.Wait()
	s.resume(c, pushed)
	for ; pushed < len(s.rows) && s.rows[pushed].push <= until; pushed++ {
		time.Sleep(time.Until(s.begin.Add(s.rows[pushed].push)))
		s.push(c, s.rows[pushed])
	}
	time.Sleep(time.Until(s.begin.Add(until)))
	s.idle = c.Idle()
	kill()
	synctest.Wait()
	return pushed
}

func (s *stage) push(c *Courier, r *row) {
	s.mu.Lock()
	r.flying = r.Class != outbox.Once
	s.note("push", r, outbox.Outcome{})
	s.mu.Unlock()
	c.Push([]outbox.Delivery{r.Delivery})
}

// resume hands over what the database holds.
func (s *stage) resume(c *Courier, pushed int) {
	var undone []outbox.Delivery
	flying := map[int64]bool{}
	s.mu.Lock()
	for _, r := range s.rows[:pushed] {
		if !r.over {
			undone, flying[r.ID] = append(undone, r.Delivery), r.flying
			s.note("push", r, outbox.Outcome{})
		}
	}
	s.mu.Unlock()
	c.Resume(undone, flying)
}

// reported is the database's side of a report.
func (s *stage) reported(run int, o outbox.Outcome) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if run != s.run {
		return // the process that says so has ended
	}
	r := s.rows[o.Delivery.ID-1]
	switch o.Verdict {
	case outbox.Wait, outbox.Unsent:
		r.flying = false
	case outbox.ChatLost, outbox.Moved, outbox.Garbled:
	default:
		r.over = true
	}
	s.note("report", r, o)
}

// Mark notes that a row is about to be tried.
func (s *stage) Mark(_ context.Context, id int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows[id-1].flying = true
	return nil
}

// Sent finds a card in every lane.
func (s *stage) Sent(_ context.Context, key string) (message, chat int64, ok bool, err error) {
	for _, r := range s.rows {
		if r.Refers == key {
			chat = r.Chat
		}
	}
	if chat == outbox.Managers {
		chat = group
	}
	return 500, chat, true, nil
}

// sender is the messenger as one run of the process meets it.
type sender struct {
	*stage
	run int
}

func (s *sender) Send(ctx context.Context, d outbox.Delivery, _ Target) outbox.Outcome {
	r := s.rows[d.ID-1]
	s.mu.Lock()
	o := outbox.Outcome{Verdict: outbox.Sent, Message: 1000 + d.ID}
	if len(r.script) > 0 {
		o, r.script = r.script[0], r.script[1:]
	}
	s.note("start", r, o)
	s.mu.Unlock()
	time.Sleep(r.latency + time.Duration(r.ID)*7*time.Microsecond) // nothing ends in the moment at which another begins
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stage.run == s.run {
		s.note("end", r, o)
	}
	return o
}
