package courier

import (
	"encoding/json"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// pace says when the next call may go.
type pace interface {
	next(now time.Time) time.Time // the zero time or one that is past: at once
	take(now time.Time, messages int)
	rested(now time.Time) bool // nothing would change if it were forgotten
}

// bucket lets a burst through and then one call each period.
type bucket struct {
	every time.Duration
	burst int
	full  time.Time // when the whole burst is there again
}

func (b *bucket) next(time.Time) time.Time {
	return b.full.Add(-time.Duration(b.burst-1) * b.every)
}

// take counts one call, whatever it sends.
func (b *bucket) take(now time.Time, _ int) {
	if b.full.Before(now) {
		b.full = now
	}
	b.full = b.full.Add(b.every)
}

func (b *bucket) rested(now time.Time) bool { return !b.full.After(now) }

// window lets so many messages through in any period of that length. An album
// that is too large for what is left goes, and those after it wait longer.
type window struct {
	per   time.Duration
	calls []time.Time // a ring of the last messages
	last  int         // the oldest of them
}

func (w *window) next(time.Time) time.Time {
	if oldest := w.calls[w.last]; !oldest.IsZero() {
		return oldest.Add(w.per)
	}
	return time.Time{}
}

func (w *window) take(now time.Time, messages int) {
	for range messages {
		w.calls[w.last] = now
		w.last = (w.last + 1) % len(w.calls)
	}
}

func (w *window) rested(now time.Time) bool {
	newest := w.calls[(w.last+len(w.calls)-1)%len(w.calls)]
	return !newest.Add(w.per).After(now)
}

// The messenger's limits for one chat.
const (
	privateEvery = time.Second
	privateBurst = 3
	groupPer     = time.Minute
	groupCalls   = 20
)

// limits holds all paces: one overall, one for each chat in use.
type limits struct {
	all   *bucket // nil: no limits
	chats map[int64]*chatLimit
	crowd int // number of chats at which those at rest are forgotten
}

// chatLimit is the pace of a chat and what the messenger itself asked for.
type chatLimit struct {
	pace    pace // nil without limits
	blocked time.Time
}

func newLimits(rate float64) limits {
	l := limits{chats: map[int64]*chatLimit{}, crowd: 1024}
	if rate > 0 {
		l.all = &bucket{every: time.Duration(float64(time.Second) / rate), burst: max(1, int(rate/10))}
	}
	return l
}

// overall returns when the next call may go anywhere.
func (l *limits) overall(now time.Time) time.Time {
	if l.all == nil {
		return time.Time{}
	}
	return l.all.next(now)
}

// cost is how many messages of the chat's own limit the parcel takes: what puts
// none there and changes none is free.
func (p *parcel) cost() int {
	switch p.Method {
	case outbox.Topic, outbox.Title, outbox.React, outbox.Delete, outbox.Leave:
		return 0
	case outbox.Copy:
		var m dialog.Message
		if json.Unmarshal(p.Body, &m) == nil && m.Copy != nil {
			return max(1, len(m.Copy.Messages))
		}
	}
	return 1
}

// chat returns when the next call of this cost may go to the chat.
func (l *limits) chat(id int64, now time.Time, cost int) time.Time {
	c := l.chats[id]
	if c == nil {
		return time.Time{}
	}
	at := c.blocked
	if c.pace != nil && cost > 0 {
		if next := c.pace.next(now); next.After(at) {
			at = next
		}
	}
	return at
}

// spend counts a call of this cost to the chat.
func (l *limits) spend(id int64, now time.Time, cost int) {
	if l.all == nil {
		return
	}
	l.all.take(now, 1)
	if cost > 0 {
		l.of(id, now).pace.take(now, cost)
	}
}

// block lets nothing go to the chat for the pause, nor before an earlier one ends.
func (l *limits) block(id int64, now time.Time, pause time.Duration) {
	c := l.of(id, now)
	if until := now.Add(pause); until.After(c.blocked) {
		c.blocked = until
	}
}

// of returns the chat's limit, a new one when it has none.
func (l *limits) of(id int64, now time.Time) *chatLimit {
	c := l.chats[id]
	if c == nil {
		l.forget(now)
		c = &chatLimit{}
		if l.all != nil {
			c.pace = newPace(id)
		}
		l.chats[id] = c
	}
	return c
}

// newPace returns the limit of a chat: groups have negative ids.
func newPace(chat int64) pace {
	if chat < 0 {
		return &window{per: groupPer, calls: make([]time.Time, groupCalls)}
	}
	return &bucket{every: privateEvery, burst: privateBurst}
}

// forget drops the chats at rest once there are many.
func (l *limits) forget(now time.Time) {
	if len(l.chats) < l.crowd {
		return
	}
	for id, c := range l.chats {
		if !c.blocked.After(now) && (c.pace == nil || c.pace.rested(now)) {
			delete(l.chats, id)
		}
	}
	l.crowd = max(1024, 2*len(l.chats))
}
