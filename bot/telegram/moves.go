package telegram

import (
	"leadbot/bot"
	"leadbot/bot/outbox"
)

// follow remembers that the managers' chat has a new id, for the updates that come
// before that is committed.
func (c *Client) follow(in bot.Input) {
	if o := in.Outcome; o != nil && o.Verdict == outbox.Moved {
		c.moves.Store(c.managers(), o.Chat)
	}
}

// followed is the managers' chat under its newest id.
func (c *Client) followed() int64 {
	id := c.managers()
	if to, ok := c.moves.Load(id); ok {
		id, _ = to.(int64)
	}
	return id
}
