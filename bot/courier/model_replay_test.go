package courier

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot/outbox"
)

// replay goes through a record and holds each step to the promises.
type replay struct {
	*rapid.T
	stage *stage
	fates map[*row]*fate
	lanes map[outbox.Lane]*track
	chats map[int64]*quota
	all   quota
	now   time.Duration
	place int    // in the record
	began []*row // at this moment
}

// fate is what became of a row.
type fate struct {
	pushed   time.Duration
	waiting  bool
	busy     bool
	attempts int
	failures int // in this run
	arrivals int
	known    bool // it arrived, and the courier knows
	maybe    bool // it arrived, or may have
	lost     bool // a crash or the messenger left an attempt open
	refused  bool
	folded   bool
}

// track is a lane.
type track struct {
	busy    bool
	after   time.Duration // nothing before
	changed time.Duration
}

func newReplay(t *rapid.T, s *stage) *replay {
	r := &replay{T: t, stage: s, fates: map[*row]*fate{}, now: -1}
	for _, row := range s.rows {
		r.fates[row] = &fate{}
	}
	r.restart()
	return r
}

func (r *replay) run() {
	for i, h := range r.stage.record {
		if h.at != r.now {
			r.fair()
		}
		r.now, r.place = h.at, i
		switch h.what {
		case "push":
			f := r.fates[h.row]
			f.pushed, f.waiting = h.at, true
			if r.lanes[h.row.Lane()] == nil {
				r.lanes[h.row.Lane()] = &track{}
			}
		case "start":
			r.start(h.row, r.fates[h.row], r.lanes[h.row.Lane()])
		case "end":
			r.ended(h.row, r.fates[h.row], r.lanes[h.row.Lane()], h.verdict)
		case "report":
			r.told(h.row, r.fates[h.row], h.verdict)
		case "restart":
			r.restart()
		}
	}
}

// broke says what is wrong, after what.
func (r *replay) broke(format string, args ...any) {
	for _, h := range r.stage.record[max(0, r.place-12) : r.place+1] {
		key := ""
		if h.row != nil {
			key = fmt.Sprintf("%s %s to %v", h.row.Key, h.row.Method, h.row.Lane())
		}
		r.Logf("%12v %-7s %s %s", h.at, h.what, key, h.verdict.Verdict)
	}
	r.Fatalf(format, args...)
}

// start is the beginning of a call.
func (r *replay) start(row *row, f *fate, l *track) {
	q := r.quota(chatOf(row.Lane()))
	switch {
	case l.busy:
		r.broke("%s begins while its lane is busy", row.Key)
	case r.now < l.after:
		r.broke("%s begins before %v", row.Key, l.after)
	case r.now < q.blocked && q.since < r.now:
		r.broke("%s begins although its chat waits until %v", row.Key, q.blocked)
	case f.known || row.Class == outbox.Once && f.maybe:
		r.broke("%s begins again", row.Key)
	}
	r.inOrder(row)
	r.spend(row, q)
	r.prompt(row, f, l, q)
	f.busy, f.attempts, l.busy, l.changed = true, f.attempts+1, true, r.now
	r.began = append(r.began, row)
}

// inOrder: what was said before goes first, redraws last, and an edit never
// after a newer one.
func (r *replay) inOrder(row *row) {
	redraw := row.Priority == outbox.Redraw
	for other, f := range r.fates {
		if other.Lane() != row.Lane() || other == row {
			continue
		}
		ahead := other.Priority != outbox.Redraw && f.pushed < r.now && (redraw || other.ID < row.ID)
		if f.waiting && ahead && !r.outdone(other) {
			r.broke("%s begins before %s", row.Key, other.Key)
		}
		if row.Method == outbox.Edit && other.Method == outbox.Edit && other.ID > row.ID && f.arrivals > 0 && !f.lost {
			r.broke("%s begins after %s, a newer edit", row.Key, other.Key)
		}
	}
}

// fair: of what could have begun at this moment, the most important did.
func (r *replay) fair() {
	for lane, l := range r.lanes {
		head, q := r.head(lane), r.quota(chatOf(lane))
		if head == nil || l.busy || l.changed >= r.now || l.after > r.now || q.blocked > r.now || r.fates[head].pushed >= r.now {
			continue
		}
		for _, row := range r.began {
			rivals := chatOf(row.Lane()) == chatOf(lane) || r.open(lane, q)
			if rivals && (head.Priority < row.Priority || head.Priority == row.Priority && head.ID < row.ID) {
				r.broke("%s begins, %s to %v is more important and waits since %v", row.Key, head.Key, lane, max(r.fates[head].pushed, l.changed, l.after, q.blocked))
			}
		}
	}
	r.began = nil
}

// head is what goes next in a lane, nil for nothing.
func (r *replay) head(lane outbox.Lane) (head *row) {
	for _, row := range r.stage.rows {
		if row.Lane() != lane || !r.fates[row].waiting || r.fates[row].busy {
			continue
		}
		if head == nil || head.Priority == outbox.Redraw && row.Priority != outbox.Redraw {
			head = row
		}
	}
	return head
}

// ended is the end of a call.
func (r *replay) ended(row *row, f *fate, l *track, o outbox.Outcome) {
	f.busy, l.busy, l.changed = false, false, r.now
	q := r.quota(chatOf(row.Lane()))
	switch o.Verdict {
	case outbox.Sent:
		f.arrivals++
		f.known, f.maybe = true, true
	case outbox.Unclear:
		f.maybe, f.lost = true, true
		if row.Class != outbox.Once {
			l.after = r.now + f.pause()
		}
	case outbox.Unsent:
		l.after = r.now + f.pause()
	case outbox.Wait:
		q.blocked, q.since = max(q.blocked, r.now+o.After), r.now
	case outbox.ChatLost:
		q.blocked, q.since = max(q.blocked, r.now+time.Minute), r.now
	}
}

// pause is how long an attempt that failed is waited after: 1, 2, 4 and so on up
// to 60 seconds.
func (f *fate) pause() time.Duration {
	f.failures++
	return min(time.Second<<(f.failures-1), time.Minute)
}

// told is a report.
func (r *replay) told(row *row, f *fate, o outbox.Outcome) {
	switch o.Verdict {
	case outbox.Wait, outbox.Unsent, outbox.ChatLost, outbox.Garbled:
		return
	case outbox.Sent:
		f.folded = f.folded || o.Message == 0
	case outbox.Unclear:
		f.lost = true
	default:
		f.refused = true
	}
	f.waiting = false
}

// restart begins a new process: what was under way may have arrived.
func (r *replay) restart() {
	r.lanes, r.chats, r.all, r.began = map[outbox.Lane]*track{}, map[int64]*quota{}, quota{}, nil
	for _, f := range r.fates {
		if f.busy || f.waiting {
			f.maybe, f.lost = f.maybe || f.busy, true
		}
		f.known = f.known && !f.waiting
		f.busy, f.waiting, f.failures = false, false, 0
	}
}
