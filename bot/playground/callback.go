package playground

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// A Callback is one press of an inline button.
type Callback struct {
	ID     string // callback_query_id
	Update int64  // id of the update that tells the bot, 0 if it does not want presses; see Repeat
	Data   string

	at     time.Time // by the real clock: a jump of Now expires nothing
	chat   *Chat
	on     Message
	answer *Answer
	news   signal
}

// An Answer is what the bot said to a press: a toast over the chat.
type Answer struct {
	Text  string // may be empty
	Alert bool   // a box to be closed instead of a toast
	URL   string
	At    time.Time
}

// answerCallbackQuery takes the first answer to a press that is not too old.
func (s *Server) answerCallbackQuery(c *call) (any, error) {
	press := s.callbacks[c.params["callback_query_id"]]
	if press == nil || press.answer != nil || time.Since(press.at) > s.Expiry {
		return nil, errQueryOld
	}
	text := c.params["text"]
	if units(text) > maxToast {
		return nil, errEditLong
	}
	press.answer = &Answer{Text: text, Alert: c.truth("show_alert"), URL: c.params["url"], At: s.now()}
	press.news.raise()
	press.chat.tell(Event{Kind: Answered, Message: press.on, Toast: *press.answer})
	return true, nil
}

// AwaitAnswer returns the bot's answer to a press; it waits for it until ctx ends.
func (s *Server) AwaitAnswer(ctx context.Context, press Callback) (Answer, error) {
	for {
		s.mu.Lock()
		known := s.callbacks[press.ID]
		if known == nil {
			s.mu.Unlock()
			return Answer{}, errors.New("await an answer: no such press")
		}
		answer, news := known.answer, known.news.wait()
		s.mu.Unlock()
		if answer != nil {
			return *answer, nil
		}
		select {
		case <-news:
		case <-ctx.Done():
			return Answer{}, fmt.Errorf("await an answer to the press of %q: %w", press.Data, ctx.Err())
		case <-s.done:
			return Answer{}, ErrClosed
		}
	}
}

// accessible returns the message as a press carries it: of a deleted one only
// the ids, with the date 0.
func (c *Chat) accessible(m Message) any {
	if c.find(m.ID) == nil {
		return map[string]any{"chat": c.info, "message_id": m.ID, "date": 0}
	}
	return m
}

// callbackID names the n-th press.
func callbackID(n int) string { return strconv.Itoa(4_000_000_000_000_000 + n) }

// press tells the bot that somebody pressed a button with this data.
func (s *Server) press(c *Chat, by *User, m Message, data string) Callback {
	s.presses++
	id := callbackID(s.presses)
	update := s.updates.push("callback_query", map[string]any{
		"id": id, "from": by, "message": c.accessible(m), "data": data,
		"chat_instance": strconv.FormatInt(-1_000_000_007*c.id, 10),
	})
	delete(s.callbacks, callbackID(s.presses-kept))
	s.callbacks[id] = &Callback{ID: id, Update: update, Data: data, at: time.Now(), chat: c, on: m}
	return Callback{ID: id, Update: update, Data: data}
}
