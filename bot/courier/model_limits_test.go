package courier

import (
	"cmp"
	"time"

	"leadbot/bot/outbox"
)

// quota is what a chat takes, or all of them together.
type quota struct {
	calls   []time.Duration
	blocked time.Duration
	since   time.Duration // when that was last said
}

// chatOf is where a lane's calls go.
func chatOf(l outbox.Lane) int64 { return cmp.Or(l.Chat, group) }

func (r *replay) quota(chat int64) *quota {
	if r.chats[chat] == nil {
		r.chats[chat] = &quota{}
	}
	return r.chats[chat]
}

// spend holds a call to the three rates.
func (r *replay) spend(row *row, q *quota) {
	r.all.calls, q.calls = append(r.all.calls, r.now), append(q.calls, r.now)
	for _, limit := range []struct {
		q       *quota
		burst   int
		every   time.Duration
		applies bool
	}{
		{&r.all, 3, time.Second / 30, true}, {q, 3, time.Second, row.Chat != outbox.Managers}, {q, 20, 0, row.Chat == outbox.Managers},
	} {
		if limit.applies && r.now < limit.q.free(limit.burst, limit.every, len(limit.q.calls)-1) {
			r.broke("%s goes beyond a limit of %d", row.Key, limit.burst)
		}
	}
}

// free is when a call may follow the first n: after a burst one each period, or
// without a period so many in any minute.
func (q *quota) free(burst int, every time.Duration, n int) (at time.Duration) {
	if every == 0 && n >= burst {
		return q.calls[n-burst] + time.Minute
	}
	for i := range n * int(min(every, 1)) { // the busiest stretch that ends here
		at = max(at, q.calls[i]+time.Duration(n-i-burst+1)*every)
	}
	return at
}

// prompt: in a private chat nothing else is waited for.
func (r *replay) prompt(row *row, f *fate, l *track, q *quota) {
	if row.Chat == outbox.Managers {
		return
	}
	due := max(f.pushed, l.after, l.changed, q.blocked, q.free(3, time.Second, len(q.calls)-1))
	if r.now > due+time.Second/2 {
		r.broke("%s could have begun at %v", row.Key, due)
	}
}

// open reports whether the chat's own limit lets a call through now.
func (r *replay) open(lane outbox.Lane, q *quota) bool {
	if lane.Chat == outbox.Managers {
		return q.free(20, 0, len(q.calls)) <= r.now
	}
	return q.free(3, time.Second, len(q.calls)) <= r.now
}
