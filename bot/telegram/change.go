package telegram

import (
	"context"
	"encoding/json"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// edit replaces the text, or the caption, and the buttons of a message. It
// returns the message that shows them, 0 when nobody is to see them any more.
func (c *Client) edit(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message) (int64, *Failure) {
	p := on(t, t.Message)
	method := "editMessageText"
	if m.Caption {
		caption, _ := underneath(m.Text, t.Plain)
		method = "editMessageCaption"
		write(p, t, "caption", caption)
	} else {
		p["link_preview_options"] = noPreview
		write(p, t, "text", pages(m.Text, t.Plain)[0])
	}
	m.Keyboard, m.Unkey = nil, false
	c.addMarkup(p, d, t, m)
	_, f := c.call(ctx, method, p, sendTimeout)
	switch {
	case f == nil, f.done():
		return t.Message, nil
	case classify(*f) == outbox.NoTarget && !f.wordless() && m.Buttons == nil && d.Chat != outbox.Managers:
		return 0, nil // the reader deleted what was answered anyway
	}
	return t.Message, f
}

// on begins a request about a message of the chat.
func on(t Target, message int64) tgbotapi.Params {
	return tgbotapi.Params{
		"chat_id":    strconv.FormatInt(t.Chat, 10),
		"message_id": strconv.FormatInt(message, 10),
	}
}

// react marks a message with an emoji, or takes the mark away when there is none.
func (c *Client) react(ctx context.Context, t Target, m dialog.Message) *Failure {
	type reaction struct {
		Type  string `json:"type"`
		Emoji string `json:"emoji"`
	}
	marks := []reaction{}
	if emoji := m.Text.String(); emoji != "" {
		marks = append(marks, reaction{"emoji", emoji})
	}
	list, _ := json.Marshal(marks) // strings always encode
	p := on(t, m.Reply)
	p["reaction"] = string(list)
	return c.ifThere(ctx, "setMessageReaction", p)
}

// remove deletes a message.
func (c *Client) remove(ctx context.Context, t Target) *Failure {
	if t.Message == 0 {
		return nil
	}
	return c.ifThere(ctx, "deleteMessage", on(t, t.Message))
}

// ifThere makes a call about a message that may be gone, which is no failure.
func (c *Client) ifThere(ctx context.Context, method string, p tgbotapi.Params) *Failure {
	_, f := c.call(ctx, method, p, sendTimeout)
	if f != nil && (f.done() || classify(*f) == outbox.NoTarget) {
		c.log.Debug("nothing is left to do", "chat", p["chat_id"], "err", f)
		return nil
	}
	return f
}
