package telegram

import (
	"context"
	"errors"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Rights says in a sentence what the bot, whose own id is self, lacks to do its
// work in the managers' chat, "" when it lacks nothing; false while Telegram does
// not tell.
func (c *Client) Rights(ctx context.Context, chat, self int64) (lacks string, known bool) {
	var me struct {
		member
		Topics bool `json:"can_manage_topics"`
	}
	err := c.ask(ctx, "getChatMember", tgbotapi.Params{
		"chat_id": strconv.FormatInt(chat, 10), "user_id": strconv.FormatInt(self, 10),
	}, &me)
	var f *Failure
	if errors.As(err, &f) && f.Answered && f.Status >= 400 && f.Status < 429 {
		return "the bot cannot see the managers' chat (" + f.Text + "): add it there as an administrator", true
	}
	if err != nil || me.Status == "" {
		return "", false
	}
	switch me.rank() {
	case 0:
		return "the bot cannot write in the managers' chat: add it there as an administrator", true
	case 1:
		return "the bot is no administrator of the managers' chat: what managers write does not reach it", true
	}
	if forum, f := c.forum(ctx, chat); f == nil && forum && !me.Topics {
		return "the bot may not manage topics in the managers' chat: cards go to the general one", true
	}
	return "", true
}
