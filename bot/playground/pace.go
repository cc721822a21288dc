package playground

import (
	"encoding/json"
	"strings"
	"time"
)

// pace holds Telegram's rates: 30 a second overall, one a second in a private
// chat with bursts of three, 20 in any minute in a group.
type pace struct {
	overall bucket
	private map[int64]*bucket
	groups  map[int64]*window
}

func newPace() pace {
	return pace{
		overall: bucket{every: time.Second / 30, burst: 30},
		private: map[int64]*bucket{},
		groups:  map[int64]*window{},
	}
}

// spend takes one call off the rates, or refuses it with 429. Only calls that
// put or change a message cost; in a group each message of an album does.
func (s *Server) spend(c *call) error {
	if !s.Limits || !costs(c.method) {
		return nil
	}
	chat := s.pace.of(c.integer("chat_id"))
	if pause := max(s.pace.overall.pause(), chat.pause()); pause > 0 {
		return tooMany(pause)
	}
	s.pace.overall.take()
	for range c.weight() {
		chat.take()
	}
	return nil
}

func costs(method string) bool {
	return method != "sendChatAction" && (strings.HasPrefix(method, "send") || strings.HasPrefix(method, "editMessage") ||
		strings.HasPrefix(method, "copyMessage") || method == "forwardMessage")
}

// weight is how many messages a call puts into a group, 1 in private.
func (c *call) weight() int {
	var all []any
	if c.integer("chat_id") < 0 {
		json.Unmarshal([]byte(c.params["message_ids"]+c.params["media"]), &all)
	}
	return max(1, len(all))
}

// limit says how long to wait before the next call, and counts one.
type limit interface {
	pause() time.Duration
	take()
}

func (p *pace) of(chat int64) limit {
	if chat < 0 {
		if p.groups[chat] == nil {
			p.groups[chat] = &window{per: time.Minute, n: 20}
		}
		return p.groups[chat]
	}
	if p.private[chat] == nil {
		p.private[chat] = &bucket{every: time.Second, burst: 3}
	}
	return p.private[chat]
}

// A bucket lets a burst through and then one call each period.
type bucket struct {
	every time.Duration
	burst int
	full  time.Time // when the whole burst is there again
}

func (b *bucket) pause() time.Duration {
	return max(0, time.Until(b.full)) - time.Duration(b.burst-1)*b.every
}

func (b *bucket) take() {
	if now := time.Now(); b.full.Before(now) {
		b.full = now
	}
	b.full = b.full.Add(b.every)
}

// A window lets n calls through in any period.
type window struct {
	per   time.Duration
	n     int
	calls []time.Time // the last n
}

func (w *window) pause() time.Duration {
	if len(w.calls) < w.n {
		return 0
	}
	return time.Until(w.calls[0].Add(w.per))
}

func (w *window) take() {
	w.calls = append(w.calls, time.Now())
	if len(w.calls) > w.n {
		w.calls = w.calls[1:]
	}
}
