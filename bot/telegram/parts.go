package telegram

import "leadbot/bot/outbox"

// progress is how much of a delivery in several messages was sent.
type progress struct {
	sent  int
	first int64 // id of the first message
}

// inParts sends the messages of a delivery that were not sent before: send gets
// the number of one, from 0, and the id of the first. It returns the ids of the
// first and the last.
func (c *Client) inParts(d outbox.Delivery, n int, send func(i int, first int64) (int64, *Failure)) (first, last int64, f *Failure) {
	done, _ := c.parts.Load(d.ID)
	p, _ := done.(progress)
	for i := min(p.sent, n-1); i < n; i++ {
		last, f = send(i, p.first)
		if f != nil {
			p.sent = i
			c.keep(d, p, classify(*f))
			return 0, 0, f
		}
		if i == 0 {
			p.first = last
		}
	}
	if n > 1 {
		c.parts.Delete(d.ID)
	}
	return p.first, last, nil
}

// keep remembers how much was sent, as long as the rest may still follow.
func (c *Client) keep(d outbox.Delivery, p progress, v outbox.Verdict) {
	switch {
	case p.sent == 0:
	case again(v, d.Class):
		c.parts.Store(d.ID, p)
	default:
		c.parts.Delete(d.ID)
	}
}

// again reports whether a delivery may be tried once more in the same chat.
func again(v outbox.Verdict, class outbox.Class) bool {
	switch v {
	case outbox.Wait, outbox.Unsent, outbox.ChatLost, outbox.NoTopic, outbox.Garbled, outbox.Hidden:
		return true
	case outbox.Unclear:
		return class != outbox.Once
	}
	return false
}
