package playground

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// An Event is one change that people see.
type Event struct {
	Seq     int // grows by one, from 1, over all chats
	Kind    EventKind
	At      time.Time
	Message Message // as it was after the change; for Answered the pressed one
	Toast   Answer  // for Answered
}

// An EventKind says what happened to the message.
type EventKind string

const (
	Sent     EventKind = "sent"
	Edited   EventKind = "edited"
	Deleted  EventKind = "deleted"
	Answered EventKind = "answered"
	Reacted  EventKind = "reacted" // the bot set its emoji or took it away
	Typing   EventKind = "typing"  // only chat and thread of the message are set
)

// ErrClosed is what waiting helpers return when the server closes.
var ErrClosed = errors.New("playground: server closed")

// transcript is the end of a list of events, with a signal for readers.
type transcript struct {
	events tail[Event]
	news   signal
}

func (t *transcript) add(e Event) {
	t.events.add(e)
	t.news.raise()
}

// Watch returns the events after the one numbered after (0 is the beginning), of
// very many only the last: go on from the Seq of the newest.
// When there are none it waits until there are, ctx ends or the server closes.
func (s *Server) Watch(ctx context.Context, after int) ([]Event, error) {
	events, _, err := s.watch(ctx, &s.transcript, after)
	return events, err
}

// watch returns the events of t after the first n, waiting for one, and how many
// there have been with them.
func (s *Server) watch(ctx context.Context, t *transcript, n int) ([]Event, int, error) {
	for {
		s.mu.Lock()
		events, count, news := t.events.after(n), t.events.len(), t.news.wait()
		s.mu.Unlock()
		if len(events) > 0 {
			return events, count, nil
		}
		select {
		case <-news:
		case <-ctx.Done():
			return nil, n, ctx.Err()
		case <-s.done:
			return nil, n, ErrClosed
		}
	}
}

// Await returns the first message of the bot, new or edited, that match accepts
// and that came after the last awaited one; it waits for it until ctx ends. A
// message that has already come counts, and none is returned twice.
func (c *Chat) Await(ctx context.Context, match func(Message) bool) (Message, error) {
	var passed []string
	for n := c.awaited(); ; {
		events, count, err := c.server.watch(ctx, &c.transcript, n)
		if err != nil {
			return Message{}, fmt.Errorf("await a message in %s: %w; since the last awaited came %q", c.name, err, passed)
		}
		n = count - len(events)
		for _, e := range events {
			n++
			if !e.fromBot() {
				continue
			}
			if match(e.Message) {
				c.setAwaited(n)
				return e.Message, nil
			}
			passed = append(passed, e.Message.Text+e.Message.Caption)
		}
	}
}

// Quiet waits for d and returns an error when the bot said anything in the chat
// after the last awaited message.
func (c *Chat) Quiet(d time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	m, err := c.Await(ctx, Any)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("%s was not quiet: %q", c.name, strings.TrimSpace(m.Text+m.Caption))
}

// Skip makes Await look only at what comes from now on.
func (c *Chat) Skip() {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.seen = c.transcript.events.len()
}

func (e Event) fromBot() bool {
	return (e.Kind == Sent || e.Kind == Edited) && e.Message.ByBot() && !e.Message.service()
}

func (c *Chat) awaited() int {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return c.seen
}

func (c *Chat) setAwaited(n int) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.seen = n
}
