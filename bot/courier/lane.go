package courier

import (
	"cmp"
	"container/heap"
	"slices"
	"time"

	"leadbot/bot/outbox"
)

// parcel is a delivery on its way.
type parcel struct {
	outbox.Delivery
	used  bool // its only attempt was made before the start
	fresh bool // the message it refers to is gone
	plain bool // its markup was refused
}

// lane is a queue in which order is kept. It is in one heap at most, in none
// while it is busy or empty.
type lane struct {
	id      outbox.Lane
	queue   []*parcel // by id
	redraws []*parcel // by id, and titles; they let the others pass
	busy    bool      // its head is under way
	after   time.Time // nothing before
	place   int       // in its heap
	in      *lanes
}

// head returns what goes next, nil when the lane is empty.
func (l *lane) head() *parcel {
	switch {
	case len(l.queue) > 0:
		return l.queue[0]
	case len(l.redraws) > 0:
		return l.redraws[0]
	}
	return nil
}

// take removes the head.
func (l *lane) take() *parcel {
	from := &l.queue
	if len(l.queue) == 0 {
		from = &l.redraws
	}
	p := (*from)[0]
	(*from)[0] = nil
	*from = (*from)[1:]
	return p
}

// put adds a parcel in the order of ids. It returns the redraw or the title that
// is no longer needed, or nil.
func (l *lane) put(p *parcel) (needless *parcel) {
	to := &l.queue
	if p.Priority == outbox.Redraw || p.Method == outbox.Title {
		if l.outdated(p) {
			return p
		}
		to = &l.redraws
	}
	if i := l.rival(p); i >= 0 {
		needless = l.redraws[i]
		if needless.ID > p.ID && p.Method != outbox.Delete {
			return p
		}
		l.redraws = slices.Delete(l.redraws, i, i+1)
	}
	i, _ := slices.BinarySearchFunc(*to, p.ID, func(q *parcel, id int64) int { return cmp.Compare(q.ID, id) })
	*to = slices.Insert(*to, i, p)
	return needless
}

// outdated reports whether a newer edit of the redraw's message waits among what
// goes before it.
func (l *lane) outdated(p *parcel) bool {
	return slices.ContainsFunc(l.queue, func(q *parcel) bool {
		return q.Method == outbox.Edit && p.Method == outbox.Edit && q.Refers == p.Refers && q.ID > p.ID
	})
}

// rival returns the index of a waiting redraw of the message that p edits, or of
// a waiting title of the topic that p names, or -1. Only the newer of both is
// needed; of a message that p deletes, no redraw is.
func (l *lane) rival(p *parcel) int {
	method := p.Method
	switch method {
	case outbox.Delete:
		method = outbox.Edit
	case outbox.Edit, outbox.Title:
	default:
		return -1
	}
	return slices.IndexFunc(l.redraws, func(q *parcel) bool { return q.Method == method && q.Refers == p.Refers })
}

// lanes is a heap.
type lanes struct {
	all    []*lane
	before func(a, b *lane) bool
}

// importance orders lanes by what goes next in them.
func importance(a, b *lane) bool {
	x, y := a.head(), b.head()
	if x.Priority != y.Priority {
		return x.Priority < y.Priority
	}
	return x.ID < y.ID
}

func earlier(a, b *lane) bool { return a.after.Before(b.after) }

func (h *lanes) Len() int           { return len(h.all) }
func (h *lanes) Less(i, j int) bool { return h.before(h.all[i], h.all[j]) }

func (h *lanes) Swap(i, j int) {
	h.all[i], h.all[j] = h.all[j], h.all[i]
	h.all[i].place, h.all[j].place = i, j
}

func (h *lanes) Push(x any) {
	l := x.(*lane)
	l.place, l.in = len(h.all), h
	h.all = append(h.all, l)
}

func (h *lanes) Pop() any {
	last := len(h.all) - 1
	l := h.all[last]
	h.all[last] = nil
	h.all, l.in = h.all[:last], nil
	return l
}

// leave takes the lane out of its heap, if it is in one.
func (l *lane) leave() {
	if l.in != nil {
		heap.Remove(l.in, l.place)
	}
}
