package telegram

import (
	"context"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Rights says in one line what the bot lacks in the managers' chat, "" when
// nothing or when it cannot be found out now.
func (c *Client) Rights(ctx context.Context, chat, self int64) string {
	var m member
	err := c.ask(ctx, "getChatMember", tgbotapi.Params{
		"chat_id": strconv.FormatInt(chat, 10),
		"user_id": strconv.FormatInt(self, 10),
	}, &m)
	if f, ok := err.(*Failure); ok && f.Answered && f.Status >= 400 && f.Status < 429 {
		return "MANAGERS_CHAT_ID: the bot is not in that chat (" + f.Text + "); add it there as an administrator"
	}
	switch {
	case err != nil || m.Status == "":
		return ""
	case m.rank() == 0:
		return "MANAGERS_CHAT_ID: the bot may not write in that chat; make it an administrator"
	case m.rank() == 1:
		return "MANAGERS_CHAT_ID: the bot is no administrator there, so what managers write never reaches it"
	}
	return ""
}
