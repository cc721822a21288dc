package telegram

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
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
func (c *Client) Send(ctx context.Context, d outbox.Delivery, t Target) outbox.Outcome {
	o := outbox.Outcome{Delivery: d, Verdict: outbox.Sent, Chat: t.Chat}
	var f *Failure
	o.Message, f = c.attempt(ctx, d, t)
	if f != nil {
		o.Verdict, o.Err, o.After = classify(*f), f.Error(), f.Retry
	}
	if o.Verdict == outbox.Refused && d.Chat == outbox.Managers && f.chatUnknown() {
		o.Verdict = outbox.ChatLost // a wrong setting, which can be put right
	}
	if o.Verdict == outbox.Moved {
		o.Chat = f.MovedTo
	}
	o.At = time.Now()
	return o
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
	case outbox.Edit:
		f := c.edit(ctx, d, t, m)
		if f != nil && classify(*f) == outbox.NoTarget && m.Buttons == nil && d.Chat != outbox.Managers {
			return 0, nil // the reader deleted what was answered anyway
		}
		return t.Message, f
	case outbox.Topic:
		return c.topic(ctx, t.Chat, m.Text.String())
	}
	return 0, unfit(d, "unknown method")
}

// unfit refuses a delivery that no attempt can save.
func unfit(d outbox.Delivery, why string) *Failure {
	return &Failure{Method: string(d.Method), Status: 400, Answered: true, Text: why}
}

// send sends the parts of the message that were not sent before.
func (c *Client) send(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message) (id int64, f *Failure) {
	parts := pages(m.Text, t.Plain)
	done, _ := c.parts.Load(d.ID)
	from, _ := done.(int)
	for i := min(from, len(parts)-1); i < len(parts); i++ {
		id, f = c.sendPart(ctx, d, t, m, parts[i], i == len(parts)-1)
		if f != nil {
			c.keep(d, i, classify(*f))
			return 0, f
		}
	}
	if len(parts) > 1 {
		c.parts.Delete(d.ID)
	}
	return id, nil
}

// keep remembers how many parts of a text were sent, as long as the rest may
// still follow.
func (c *Client) keep(d outbox.Delivery, sent int, v outbox.Verdict) {
	switch {
	case sent == 0:
	case again(v, d.Class):
		c.parts.Store(d.ID, sent)
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

func (c *Client) sendPart(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message, text string, last bool) (int64, *Failure) {
	p := page(t, text)
	p.AddBool("disable_notification", m.Silent)
	p.AddNonZero64("message_thread_id", t.Topic)
	if t.Message != 0 {
		p["reply_parameters"] = fmt.Sprintf(`{"message_id":%d,"allow_sending_without_reply":true}`, t.Message)
	}
	if last {
		c.addMarkup(p, d, m)
	}
	result, f := c.call(ctx, "sendMessage", p, sendTimeout)
	if f != nil && f.topicClosed() && c.reopen(ctx, t) {
		result, f = c.call(ctx, "sendMessage", p, sendTimeout)
	}
	return resultID(result), f
}

// edit replaces the text and the buttons of a message.
func (c *Client) edit(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message) *Failure {
	p := page(t, pages(m.Text, t.Plain)[0])
	p["message_id"] = strconv.FormatInt(t.Message, 10)
	m.Keyboard, m.Unkey = nil, false
	c.addMarkup(p, d, m)
	_, f := c.call(ctx, "editMessageText", p, sendTimeout)
	if f != nil && f.done() {
		return nil
	}
	return f
}

// page holds what every text is sent with.
func page(t Target, text string) tgbotapi.Params {
	p := tgbotapi.Params{
		"chat_id":              strconv.FormatInt(t.Chat, 10),
		"text":                 text,
		"link_preview_options": `{"is_disabled":true}`,
	}
	if !t.Plain {
		p["parse_mode"] = tgbotapi.ModeHTML
	}
	return p
}

func (c *Client) addMarkup(p tgbotapi.Params, d outbox.Delivery, m dialog.Message) {
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

// resultID returns the id of the message in a result, 0 when it cannot be read:
// the message was sent all the same.
func resultID(result []byte) int64 {
	var m struct {
		ID int64 `json:"message_id"`
	}
	if len(result) == 0 || json.Unmarshal(result, &m) != nil {
		return 0
	}
	return m.ID
}

// title returns a topic's name on one line, cut to what fits.
func title(s string) string {
	s = strings.Join(strings.Fields(Clean(s)), " ")
	return strings.TrimSpace(s[:fit(s, maxTitle)])
}
