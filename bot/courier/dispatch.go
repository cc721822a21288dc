package courier

import (
	"container/heap"
	"time"

	"leadbot/bot/outbox"
)

// unknownChat is how long a delivery waits before it looks again whether the
// managers' chat is known.
const unknownChat = time.Second

// The methods of this file are called with the mutex held.

// add puts a parcel into its lane.
func (c *Courier) add(p *parcel) {
	if p.used {
		c.told = append(c.told, outcome(p, outbox.Unclear, "in flight when the process ended"))
		return
	}
	l := c.lanes[p.Lane()]
	if l == nil {
		l = &lane{id: p.Lane()}
		c.lanes[l.id] = l
	}
	l.leave()
	if needless := l.put(p); needless != nil {
		c.told = append(c.told, outcome(needless, outbox.Sent, ""))
	}
	c.settle(l)
}

// settle puts a lane where it belongs; an empty one is forgotten.
func (c *Courier) settle(l *lane) {
	switch {
	case l.busy:
	case l.head() == nil:
		delete(c.lanes, l.id)
	case l.after.After(time.Now()):
		heap.Push(&c.waiting, l)
	default:
		heap.Push(&c.ready, l)
	}
}

// dispatch starts every call that may start now, the most important first, and
// sets the timer for the next.
func (c *Courier) dispatch() {
	if c.ctx == nil {
		return
	}
	c.tell()
	now := time.Now()
	for c.waiting.Len() > 0 && !c.waiting.all[0].after.After(now) {
		heap.Push(&c.ready, heap.Pop(&c.waiting))
	}
	for c.ready.Len() > 0 && c.running < maxCalls && !c.limits.overall(now).After(now) {
		c.start(heap.Pop(&c.ready).(*lane), now)
	}
	c.sleep(now)
}

// tell reports what was over without a call.
func (c *Courier) tell() {
	told := c.told
	if len(told) == 0 {
		return
	}
	c.told = nil
	c.calls.Go(func() {
		for _, o := range told {
			c.report(o)
		}
	})
}

// start begins the call of the lane's head, unless its chat must wait.
func (c *Courier) start(l *lane, now time.Time) {
	chat := c.chat(l.id.Chat)
	if at := c.limits.chat(chat, now, l.head().cost()); chat == 0 || at.After(now) {
		l.after = at
		if chat == 0 {
			l.after = now.Add(unknownChat)
		}
		heap.Push(&c.waiting, l)
		return
	}
	p, ctx := l.take(), c.ctx
	c.limits.spend(chat, now, p.cost())
	l.busy = true
	c.running++
	c.calls.Go(func() { c.deliver(ctx, trip{p, l, chat}) })
}

// sleep sets the timer for the first thing that time alone brings about.
func (c *Courier) sleep(now time.Time) {
	var next time.Time
	if c.waiting.Len() > 0 {
		next = c.waiting.all[0].after
	}
	if at := c.limits.overall(now); c.ready.Len() > 0 && at.After(now) && (next.IsZero() || at.Before(next)) {
		next = at
	}
	if next.IsZero() {
		c.timer.Stop()
	} else {
		c.timer.Reset(next.Sub(now))
	}
}

// chat returns the id under which a chat is reached now, 0 while it is unknown.
func (c *Courier) chat(id int64) int64 {
	if id == outbox.Managers {
		id = c.managers()
	}
	for range len(c.moved) {
		to, ok := c.moved[id]
		if !ok {
			break
		}
		id = to
	}
	return id
}

// release puts the lane back to work after a call, and the parcel back into it
// unless that is over.
func (c *Courier) release(t trip, s step) {
	now := time.Now()
	c.running--
	t.lane.busy = false
	if s.whole {
		c.limits.block(t.chat, now, s.pause)
	} else {
		t.lane.after = now.Add(s.pause)
	}
	if s.over || c.gone(t.parcel) {
		c.settle(t.lane)
	} else {
		c.add(t.parcel)
	}
	c.dispatch()
}
