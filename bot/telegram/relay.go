package telegram

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// copy shows messages of another chat again and returns the id of the first. A
// text of the delivery stands in place of a caption; what does not fit there
// goes out below, and so does all of it below an album, as a reply to it. Where
// no caption can stand, such as under a sticker, Telegram leaves it out.
func (c *Client) copy(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message) (int64, *Failure) {
	if m.Copy == nil || len(m.Copy.Messages) == 0 {
		return 0, unfit(d, "there is nothing to copy")
	}
	if len(m.Copy.Messages) > 1 {
		return c.copyAlbum(ctx, d, t, m)
	}
	p := envelope(d, t, m)
	p["from_chat_id"] = strconv.FormatInt(m.Copy.Chat, 10)
	p["message_id"] = strconv.FormatInt(m.Copy.Messages[0], 10)
	return c.withCaption(ctx, d, t, m, func(caption string) (int64, *Failure) {
		if caption != "" {
			write(p, t, "caption", caption)
		}
		return c.post(ctx, "copyMessage", p, t)
	})
}

// withCaption sends what a caption stands under, and then what did not fit.
func (c *Client) withCaption(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message,
	send func(caption string) (int64, *Failure)) (int64, *Failure) {
	caption, rest := underneath(m.Text, t.Plain)
	first, _, f := c.inParts(d, 1+len(rest), func(i int, first int64) (int64, *Failure) {
		if i == 0 {
			return send(caption)
		}
		return c.below(ctx, d, t, m, first, rest[i-1])
	})
	return first, f
}

// below sends a text that belongs to a message sent before.
func (c *Client) below(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message, first int64, text string) (int64, *Failure) {
	t.Message = cmp.Or(answered(d, t, m), first)
	return c.text(ctx, d, t, dialog.Message{Silent: m.Silent, Reply: t.Message}, text, false)
}

// copyAlbum keeps messages together; an album cannot be a reply, its text can.
func (c *Client) copyAlbum(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message) (int64, *Failure) {
	ids, _ := json.Marshal(slices.Compact(slices.Sorted(slices.Values(m.Copy.Messages)))) // integers always encode
	p := envelope(d, t, m)
	delete(p, "reply_parameters")
	p["from_chat_id"], p["message_ids"] = strconv.FormatInt(m.Copy.Chat, 10), string(ids)
	var texts []string
	if m.Text.String() != "" {
		p["remove_caption"] = "true"
		texts = pages(m.Text, t.Plain)
	}
	first, _, f := c.inParts(d, 1+len(texts), func(i int, first int64) (int64, *Failure) {
		if i == 0 {
			return c.post(ctx, "copyMessages", p, t)
		}
		return c.below(ctx, d, t, m, first, texts[i-1])
	})
	return first, f
}

// file uploads a text file with the text as its caption.
func (c *Client) file(ctx context.Context, d outbox.Delivery, t Target, m dialog.Message) (int64, *Failure) {
	if m.File == nil || m.File.Text == "" {
		return 0, unfit(d, "there is no file")
	}
	document := tgbotapi.RequestFile{Name: "document", Data: tgbotapi.FileBytes{
		Name: m.File.Name, Bytes: []byte(m.File.Text),
	}}
	p := envelope(d, t, m)
	c.addMarkup(p, d, t, m)
	return c.withCaption(ctx, d, t, m, func(caption string) (int64, *Failure) {
		if caption != "" {
			write(p, t, "caption", caption)
		}
		return c.post(ctx, "sendDocument", p, t, document)
	})
}
