package courier

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"time"

	"leadbot/bot/outbox"
)

// trip is a parcel under way from its lane to a chat.
type trip struct {
	*parcel
	lane *lane
	chat int64
}

// deliver makes one attempt, reports it where that is due, and frees the lane.
func (c *Courier) deliver(ctx context.Context, t trip) {
	o := c.attempt(ctx, t)
	s := t.judge(&o, t.chat)
	c.record(t, o)
	if news := c.learn(t, o); news && s.tell {
		c.report(o)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.release(t, s)
}

// record logs what went wrong: loudly where it does not pass by itself.
func (c *Courier) record(t trip, o outbox.Outcome) {
	level := slog.LevelWarn
	switch o.Verdict {
	case outbox.Sent:
		return
	case outbox.Wait, outbox.Unsent, outbox.Unclear, outbox.Stale:
		level = slog.LevelDebug
	}
	c.log.Log(context.Background(), level, "delivery "+string(o.Verdict),
		"chat", t.chat, "lead", t.Lead, "attempt", t.Attempts, "err", o.Err)
}

// attempt aims the parcel and sends it. What fails before the call was provably
// not sent.
func (c *Courier) attempt(ctx context.Context, t trip) (o outbox.Outcome) {
	defer func() {
		if r := recover(); r != nil {
			o = outcome(t.parcel, outbox.Refused, fmt.Sprint("panic: ", r))
		}
	}()
	to, needed, err := c.aim(ctx, t)
	if err == nil && needed && t.Class == outbox.Once {
		err = c.ledger.Mark(ctx, t.ID)
	}
	switch {
	case err != nil && !c.passes(err):
		return outcome(t.parcel, outbox.Stale, err.Error())
	case err != nil:
		return outcome(t.parcel, outbox.Unsent, err.Error())
	case !needed:
		return outcome(t.parcel, outbox.Sent, "")
	}
	d := t.Delivery
	if t.fresh && d.Method == outbox.Edit {
		d.Method = outbox.Send
	}
	o = c.sender.Send(ctx, d, to)
	o.Delivery, o.Chat = t.Delivery, cmp.Or(o.Chat, t.chat)
	return o
}

func outcome(p *parcel, v outbox.Verdict, err string) outbox.Outcome {
	return outbox.Outcome{Delivery: p.Delivery, Verdict: v, Err: err, At: time.Now()}
}

// aim resolves the keys of the parcel. It is not needed when it changes a message
// that was never sent, or deletes or names what stayed behind in another chat.
func (c *Courier) aim(ctx context.Context, t trip) (to Target, needed bool, err error) {
	to = Target{Chat: t.chat, Plain: t.plain}
	if t.Topic != "" {
		topic, err := c.find(ctx, t.Topic)
		if err != nil {
			return to, false, err
		}
		if topic.chat == t.chat {
			to.Topic = topic.message
		}
	}
	if t.Refers == "" || t.fresh {
		return to, !t.bound(), nil
	}
	m, err := c.find(ctx, t.Refers)
	switch {
	case err != nil:
		return to, false, err
	case m.message == 0:
		return to, t.Method != outbox.Edit && !t.bound(), nil
	case m.chat != t.chat: // it stayed behind when the group moved
		t.fresh = true
		return to, !t.bound(), nil
	default:
		to.Message = m.message
	}
	return to, true, nil
}

// bound reports whether the parcel means nothing without what it refers to.
func (p *parcel) bound() bool { return p.Method == outbox.Delete || p.Method == outbox.Title }

// find returns where the delivery with this key went, zero when it went nowhere.
func (c *Courier) find(ctx context.Context, key string) (spot, error) {
	c.mu.Lock()
	s, ok := c.recent.get(key)
	c.mu.Unlock()
	if ok {
		return s, nil
	}
	message, chat, ok, err := c.ledger.Sent(ctx, key)
	if err != nil || !ok {
		return spot{}, err
	}
	return spot{message, chat}, nil
}

// learn remembers what an attempt tells about messages and chats. It returns
// false when its outcome is no news.
func (c *Courier) learn(t trip, o outbox.Outcome) (news bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch o.Verdict {
	case outbox.Sent:
		delete(c.lost, o.Chat)
		c.remember(t, o)
	case outbox.Moved:
		c.moved[t.chat] = o.Chat
	case outbox.ChatLost:
		news = !c.lost[t.chat]
		c.lost[t.chat] = true
		return news
	case outbox.Revoked:
		c.ctx = nil
	}
	return true
}

// remember keeps the message under the delivery's key. A message sent in place
// of a lost one stands for that, too.
func (c *Courier) remember(t trip, o outbox.Outcome) {
	if o.Message == 0 && t.Method != outbox.Topic {
		return
	}
	s := spot{o.Message, o.Chat}
	c.recent.set(t.Key, s)
	if t.Method == outbox.Edit {
		c.recent.set(t.Refers, s)
	}
}
