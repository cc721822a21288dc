package telegram

import (
	"context"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Rights says in a sentence what the bot, whose own id is self, lacks to do its
// work in the managers' chat; "" when it lacks nothing.
func (c *Client) Rights(ctx context.Context, chat, self int64) string {
	id := strconv.FormatInt(chat, 10)
	var me struct {
		member
		Topics bool `json:"can_manage_topics"`
	}
	params := tgbotapi.Params{"chat_id": id, "user_id": strconv.FormatInt(self, 10)}
	if err := c.ask(ctx, "getChatMember", params, &me); err != nil {
		return "the managers' chat cannot be checked: " + err.Error()
	}
	switch me.rank() {
	case 0:
		return "the bot cannot write in the managers' chat: add it there"
	case 1:
		return "the bot is no administrator of the managers' chat: what managers write does not reach it"
	}
	if forum, f := c.forum(ctx, chat); f == nil && forum && !me.Topics {
		return "the bot may not manage topics in the managers' chat: cards go to the general one"
	}
	return ""
}
