package telegram

import (
	"context"
	"encoding/json"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot"
)

// pollFor is how long Telegram holds a poll open when there is nothing new.
const pollFor = 30 * time.Second

// pollLimit is how many updates Telegram gives at once.
const pollLimit = 100

// Poll asks for updates until ctx ends, and then returns nil; it returns
// ErrRevoked when the token is refused. It hands each batch over in the order of
// Telegram, waits until every input's Handled was called, and only then
// confirms the batch by asking for the next. An update that cannot be read comes
// as an Input with Rejected. Trouble is waited out.
func (c *Client) Poll(ctx context.Context, submit func([]bot.Input)) error {
	var offset int64
	var hold time.Duration // not until all that waited is handled
	t := troubles{client: c}
	for ctx.Err() == nil {
		batch, f := c.updates(ctx, offset, hold)
		switch {
		case ctx.Err() != nil:
			return nil
		case f != nil && f.revoked():
			return ErrRevoked
		case f != nil:
			sleep(ctx, t.after(f))
			continue
		}
		t.over()
		if !c.handle(ctx, batch, submit) {
			return nil
		}
		if len(batch) < pollLimit {
			hold = pollFor
			c.caughtUp()
		}
		if before := offset; len(batch) > 0 {
			offset = next(batch, offset)
			if offset == before { // the same would come at once again
				sleep(ctx, outage.min)
			}
		}
	}
	return nil
}

// updates makes one poll for what comes after the confirmed updates.
func (c *Client) updates(ctx context.Context, offset int64, hold time.Duration) ([]json.RawMessage, *Failure) {
	p := tgbotapi.Params{
		"timeout":         strconv.Itoa(int(hold / time.Second)),
		"limit":           strconv.Itoa(pollLimit),
		"allowed_updates": allowedUpdates,
	}
	p.AddNonZero64("offset", offset)
	result, f := c.call(ctx, "getUpdates", p, pollFor+10*time.Second)
	if f != nil {
		return nil, f
	}
	var batch []json.RawMessage
	if err := json.Unmarshal(result, &batch); err != nil {
		return nil, &Failure{Method: "getUpdates", Status: 200, Wrote: true, Text: unreadable("a batch", err).Error()}
	}
	return batch, nil
}

// next returns what confirms the batch: one more than its last id. Ids are not
// compared, because Telegram may start them again lower.
func next(batch []json.RawMessage, offset int64) int64 {
	for i := len(batch) - 1; i >= 0; i-- {
		if id := updateID(batch[i]); id != 0 {
			return id + 1
		}
	}
	return offset
}

// handle submits what the updates say and waits until all of it is handled. It
// returns false when ctx ends before.
func (c *Client) handle(ctx context.Context, batch []json.RawMessage, submit func([]bot.Input)) bool {
	var inputs []bot.Input
	for _, raw := range batch {
		if in, ok := c.read(ctx, raw); ok {
			inputs = append(inputs, in)
		}
	}
	if len(inputs) == 0 {
		return true
	}
	done := await(inputs)
	submit(inputs)
	select {
	case <-done:
		return true
	case <-ctx.Done():
		return false
	}
}

// await returns a channel that closes once all the inputs are handled.
func await(inputs []bot.Input) <-chan struct{} {
	done := make(chan struct{})
	var left atomic.Int64
	left.Store(int64(len(inputs)))
	for i := range inputs {
		inputs[i].Handled = sync.OnceFunc(func() {
			if left.Add(-1) == 0 {
				close(done)
			}
		})
	}
	return done
}

// read returns the input of one update, false when it says nothing of interest.
func (c *Client) read(ctx context.Context, raw []byte) (bot.Input, bool) {
	r := reader{managers: c.followed(), now: c.now()}
	if name := c.username.Load(); name != nil {
		r.username = *name
	}
	u, err := parse(raw)
	if err != nil {
		c.log.Error("an update cannot be read", "update", u.ID, "err", err)
		in := bot.Input{Update: u.ID, Place: bot.Elsewhere, Chat: chatID(raw), Rejected: raw} // the chat lets it be erased
		if in.Chat > 0 {
			in.Place = bot.Private
		}
		in.Event.At = r.now
		return in, true
	}
	if u.Member != nil {
		c.learn(u.Member)
		return r.left(u)
	}
	in, ok := r.input(u)
	c.follow(in)
	if ok {
		c.admit(ctx, &in)
	}
	return in, ok
}

func sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
