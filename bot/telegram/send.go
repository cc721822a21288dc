package telegram

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Target is where a delivery goes, its keys and Managers resolved.
type Target = struct {
	Chat    int64
	Topic   int64 // 0: the general one
	Message int64 // to edit, or to reply to; 0: none
	Plain   bool  // without markup, which was refused before
}

// Send makes one attempt at a delivery. A text too long for one message goes
// out as several, the buttons under the last, whose id is the Outcome's; when a
// later part fails, the next Send of the delivery goes on with that part. An
// edit cuts its text instead. A topic in a chat without topics is Sent, Message 0.
// What came to nothing because there is nothing left to mark, delete or name is
// Sent as well.
func (c *Client) Send(ctx context.Context, d outbox.Delivery, t Target) outbox.Outcome {
	o := outbox.Outcome{Delivery: d, Verdict: outbox.Sent, Chat: t.Chat}
	var f *Failure
	o.Message, f = c.attempt(ctx, d, t)
	if f != nil {
		o.Verdict, o.Err, o.After = verdict(f, d, t), f.Error(), f.Retry
	}
	if o.Verdict == outbox.Moved {
		o.Chat = f.MovedTo
	}
	o.At = time.Now()
	return o
}

// verdict is classify for a delivery whose chats are known.
func verdict(f *Failure, d outbox.Delivery, t Target) outbox.Verdict {
	v := classify(*f)
	switch {
	case v == outbox.Refused && d.Chat == outbox.Managers && f.chatUnknown():
		return outbox.ChatLost // a wrong setting, which can be put right
	case d.Method == outbox.Copy && t.Chat > 0 && (v == outbox.ChatLost || v == outbox.Moved):
		return outbox.Refused // only a group can be lost: the one that the original is in
	}
	return v
}

// attempt returns the id of the message or topic that stands afterwards.
func (c *Client) attempt(ctx context.Context, d outbox.Delivery, t Target) (int64, *Failure) {
	if d.Method == outbox.Leave {
		return 0, c.leave(ctx, t.Chat)
	}
	var m dialog.Message
	if err := json.Unmarshal(d.Body, &m); err != nil {
		return 0, unfit(d, "its body is no message")
	}
	switch d.Method {
	case outbox.Send:
		return c.send(ctx, d, t, m)
	case outbox.Copy:
		return c.copy(ctx, d, t, m)
	case outbox.File:
		return c.file(ctx, d, t, m)
	case outbox.Edit:
		return c.edit(ctx, d, t, m)
	case outbox.Topic:
		return c.topic(ctx, t.Chat, m.Text.String())
	case outbox.Title:
		return 0, c.rename(ctx, t, m.Text.String())
	case outbox.React:
		return 0, c.react(ctx, t, m)
	case outbox.Delete:
		return t.Message, c.remove(ctx, t)
	}
	return 0, unfit(d, "unknown method")
}

// unfit refuses a delivery that no attempt can save.
func unfit(d outbox.Delivery, why string) *Failure {
	return &Failure{Method: string(d.Method), Status: 400, Answered: true, Text: why}
}

// send sends a text in as many messages as it takes.
func (c *Client) send(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message) (int64, *Failure) {
	if m.Caption && m.Text.String() == "" {
		return 0, nil // a caption was taken away, and its picture is gone
	}
	parts := pages(m.Text, t.Plain)
	_, last, f := c.inParts(d, len(parts), func(i int, _ int64) (int64, *Failure) {
		return c.text(ctx, d, t, m, parts[i], i == len(parts)-1)
	})
	return last, f
}

// text sends one message, with the buttons if it is the last of its delivery.
func (c *Client) text(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message, text string, last bool) (int64, *Failure) {
	p := envelope(d, t, m)
	p["link_preview_options"] = noPreview
	write(p, t, "text", text)
	if last {
		c.addMarkup(p, d, t, m)
	}
	return c.post(ctx, "sendMessage", p, t)
}

// post sends a message into a chat or a topic, which it opens again if somebody
// closed it. It returns the id of the message, the first of an album.
func (c *Client) post(ctx context.Context, method string, p tgbotapi.Params, t Target, files ...tgbotapi.RequestFile) (int64, *Failure) {
	result, f := c.call(ctx, method, p, sendTimeout, files...)
	if f != nil && f.topicClosed() && c.reopen(ctx, t) {
		result, f = c.call(ctx, method, p, sendTimeout, files...)
	}
	return resultID(result), f
}

const noPreview = `{"is_disabled":true}`

// envelope holds what every new message is sent with.
func envelope(d outbox.Delivery, t Target, m dialog.Message) tgbotapi.Params {
	p := tgbotapi.Params{"chat_id": strconv.FormatInt(t.Chat, 10)}
	p.AddBool("disable_notification", m.Silent)
	p.AddNonZero64("message_thread_id", t.Topic)
	if to := answered(d, t, m); to != 0 {
		p["reply_parameters"] = fmt.Sprintf(`{"message_id":%d,"allow_sending_without_reply":true}`, to)
	}
	return p
}

// answered returns the message that a new one replies to, 0 for none. In a topic
// it is clear what a message is about, and quoting the card each time is noise.
func answered(d outbox.Delivery, t Target, m dialog.Message) int64 {
	if d.Refers == "" && t.Message == 0 || t.Topic != 0 {
		return m.Reply
	}
	return t.Message
}

// write puts a text into the field of a request.
func write(p tgbotapi.Params, t Target, field, text string) {
	p[field] = text
	if !t.Plain {
		p["parse_mode"] = tgbotapi.ModeHTML
	}
}

// addMarkup adds the buttons. What was refused before loses its links: an
// address may be the reason.
func (c *Client) addMarkup(p tgbotapi.Params, d outbox.Delivery, t Target, m dialog.Message) {
	if t.Plain {
		m.Links = nil
	}
	markup, fitted := replyMarkup(m)
	p.AddNonEmpty("reply_markup", markup)
	if !fitted {
		c.log.Error("a button does not fit and is left out", "lead", d.Lead, "chat", d.Chat)
	}
}

// leave leaves the chat; being out of it already is success.
func (c *Client) leave(ctx context.Context, chat int64) *Failure {
	_, f := c.call(ctx, "leaveChat", tgbotapi.Params{"chat_id": strconv.FormatInt(chat, 10)}, sendTimeout)
	if f != nil && classify(*f) == outbox.ChatLost {
		return nil
	}
	return f
}

// resultID returns the id of the message in a result, of the first where there
// are several, 0 when it cannot be read: the message was sent all the same.
func resultID(result []byte) int64 {
	type sent struct {
		ID int64 `json:"message_id"`
	}
	var one sent
	var all []sent
	if json.Unmarshal(result, &all) == nil && len(all) > 0 {
		return all[0].ID
	}
	if json.Unmarshal(result, &one) != nil {
		return 0
	}
	return one.ID
}
