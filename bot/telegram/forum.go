package telegram

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/outbox"
)

// forumFor is how long it is believed that a chat has topics or none.
const forumFor = 10 * time.Minute

// forums remembers which chats have topics. The zero value knows of none.
type forums struct {
	mu    sync.Mutex
	known map[int64]forum
}

type forum struct {
	is    bool
	until time.Time
}

func (m *forums) get(chat int64) (is, known bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f, ok := m.known[chat]
	return f.is, ok && time.Now().Before(f.until)
}

func (m *forums) set(chat int64, is bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil {
		m.known = map[int64]forum{}
	}
	m.known[chat] = forum{is, time.Now().Add(forumFor)}
}

// topic creates a topic and returns its id: 0 where the chat has no topics or
// the bot may not create them, so that the card still goes to the general one.
func (c *Client) topic(ctx context.Context, chat int64, name string) (int64, *Failure) {
	is, f := c.forum(ctx, chat)
	if f != nil || !is {
		return 0, f
	}
	result, f := c.call(ctx, "createForumTopic", tgbotapi.Params{
		"chat_id": strconv.FormatInt(chat, 10),
		"name":    title(name),
	}, sendTimeout)
	if f != nil && noTopics(*f) {
		c.forums.set(chat, false)
		c.log.Warn("no topic can be created", "chat", chat, "err", f)
		return 0, nil
	}
	var t struct {
		ID int64 `json:"message_thread_id"`
	}
	if f == nil && json.Unmarshal(result, &t) != nil {
		c.log.Warn("a new topic has no readable id", "chat", chat)
	}
	return t.ID, f
}

// rename gives a topic another name. Where there is no topic to name, or the bot
// may not, nothing is left to do.
func (c *Client) rename(ctx context.Context, t Target, name string) *Failure {
	if name = title(name); name == "" || t.Message == 0 {
		return nil
	}
	_, f := c.call(ctx, "editForumTopic", tgbotapi.Params{
		"chat_id":           strconv.FormatInt(t.Chat, 10),
		"message_thread_id": strconv.FormatInt(t.Message, 10),
		"name":              name,
	}, sendTimeout)
	switch {
	case f == nil:
		return nil
	case f.done(), noTopics(*f), classify(*f) == outbox.NoTopic:
		c.log.Debug("a topic keeps its name", "chat", t.Chat, "err", f)
		return nil
	case f.Status == http.StatusBadRequest && classify(*f) == outbox.ChatLost:
		c.unnamed.Do(func() { c.log.Warn("no topic can be renamed", "chat", t.Chat, "err", f) })
		return nil
	}
	return f
}

// reopen opens a topic that somebody closed; it reports whether it is open now.
func (c *Client) reopen(ctx context.Context, t Target) bool {
	_, f := c.call(ctx, "reopenForumTopic", tgbotapi.Params{
		"chat_id":           strconv.FormatInt(t.Chat, 10),
		"message_thread_id": strconv.FormatInt(t.Topic, 10),
	}, askTimeout)
	return f == nil || f.done()
}

// noTopics reports whether the chat refuses topics but no messages.
func noTopics(f Failure) bool {
	text := strings.ToLower(f.Text)
	return f.Status == 400 && (strings.Contains(text, "not a forum") ||
		strings.Contains(text, "chat_not_forum") || strings.Contains(text, "rights to create a topic"))
}

// forum asks whether the chat has topics. A chat that cannot be read has none.
// Asking changes nothing, so an unclear answer is as good as none sent.
func (c *Client) forum(ctx context.Context, chat int64) (bool, *Failure) {
	if is, known := c.forums.get(chat); known {
		return is, nil
	}
	result, f := c.call(ctx, "getChat", tgbotapi.Params{"chat_id": strconv.FormatInt(chat, 10)}, askTimeout)
	if f != nil && classify(*f) == outbox.Unclear {
		return false, &Failure{Method: f.Method, Text: f.Text}
	}
	if f != nil && classify(*f) != outbox.Refused {
		return false, f
	}
	var info struct {
		Forum bool `json:"is_forum"`
	}
	is := f == nil && json.Unmarshal(result, &info) == nil && info.Forum
	c.forums.set(chat, is)
	return is, nil
}

// title returns a topic's name on one line, cut to what fits.
func title(s string) string {
	s = strings.Join(strings.Fields(Clean(s)), " ")
	return strings.TrimSpace(s[:fit(s, maxTitle)])
}
