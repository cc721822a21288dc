package playground_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"leadbot/bot/playground"
)

func TestCopyAndForward(t *testing.T) {
	st := newStage(t)
	anna, forum := id(st.anna.Chat), id(st.forum.Chat)
	asked := st.anna.Send("сколько стоит?")
	from := []string{"from_chat_id", anna, "message_id", strconv.Itoa(asked.ID), "chat_id", forum, "message_thread_id", strconv.Itoa(st.topic.ID)}
	var copied struct {
		ID int `json:"message_id"`
	}
	st.decode(t, &copied, "copyMessage", from...)
	if m, ok := st.forum.Message(copied.ID); !ok || m.Text != asked.Text || m.Forward != nil || m.Thread != st.topic.ID {
		t.Errorf("copied %+v", m)
	}
	var forwarded playground.Message
	st.decode(t, &forwarded, "forwardMessage", from...)
	if forwarded.Text != asked.Text || forwarded.Forward.User.ID != st.anna.ID() {
		t.Errorf("forwarded %+v", forwarded)
	}
}

func TestEdits(t *testing.T) {
	st := newStage(t)
	on := []string{"chat_id", id(st.anna.Chat), "message_id", st.said}
	var m playground.Message
	st.decode(t, &m, "editMessageReplyMarkup", append(on, "reply_markup", keyboard("Нет", "a:2"))...)
	if !slices.Equal(m.Labels(), []string{"Нет"}) || strconv.Itoa(m.ID) != st.said {
		t.Errorf("%+v", m)
	}
	st.decode(t, &m, "editMessageText", append(on, "text", "<b>Да?</b>", "parse_mode", "HTML", "reply_markup", `{"inline_keyboard":[[],[]]}`)...)
	st.decode(t, new(bool), "setMessageReaction", append(on, "reaction", `[{"type":"emoji","emoji":"👍"}]`)...)
	n, _ := strconv.Atoi(st.said)
	if m, _ := st.anna.Message(n); m.Reaction != "👍" || m.Inline != nil || m.Entities[0].Type != "bold" {
		t.Errorf("%+v", m)
	}
	st.decode(t, new(bool), "sendChatAction", "chat_id", id(st.anna.Chat), "action", "typing")
}

func TestReplies(t *testing.T) {
	st := newStage(t)
	anna := id(st.anna.Chat)
	var m playground.Message
	st.decode(t, &m, "sendMessage", "chat_id", anna, "text", "x", "reply_parameters", `{"message_id":`+st.said+`}`)
	if m.ReplyTo == nil || m.ReplyTo.Text != "Да?" {
		t.Errorf("%+v", m)
	}
	m = playground.Message{}
	st.decode(t, &m, "sendMessage", "chat_id", anna, "text", "x", "reply_to_message_id", "999", "allow_sending_without_reply", "true")
	if m.ReplyTo != nil {
		t.Errorf("%+v", m)
	}
}

func TestMentions(t *testing.T) {
	st := newStage(t)
	var m playground.Message
	text := fmt.Sprintf(`<a href="tg://user?id=%d">Анна</a> и <a href="tg://user?id=5">никто</a>`, st.anna.ID())
	st.decode(t, &m, "sendMessage", "chat_id", id(st.anna.Chat), "text", text, "parse_mode", "HTML", "link_preview_options", `{"is_disabled":true}`)
	if len(m.Entities) != 1 || m.Entities[0].Type != "text_mention" || m.Entities[0].User.FirstName != "Анна" {
		t.Errorf("%+v", m.Entities)
	}
	if m, _ := st.anna.Last(); !m.NoPreview {
		t.Error("link previews are on")
	}
}

func TestChatsAndCommands(t *testing.T) {
	st := newStage(t)
	st.anna.SetName("Анна", "Иванова")
	st.anna.SetLanguage("en")
	var chat playground.ChatInfo
	st.decode(t, &chat, "getChat", "chat_id", id(st.anna.Chat))
	if chat != st.anna.Info() || chat.LastName != "Иванова" {
		t.Errorf("%+v", chat)
	}
	const commands = `[{"command":"help","description":"Помощь"}]`
	st.decode(t, new(bool), "setMyCommands", "commands", commands)
	if st.Commands() != commands {
		t.Error(st.Commands())
	}
	var me playground.User
	st.decode(t, &me, "getMe")
	if me != st.Bot() {
		t.Errorf("%+v", me)
	}
	r, err := st.AwaitRequest(soon(t), func(r playground.Request) bool { return r.Method == "getMe" })
	if err != nil || r.Code != 200 || !r.Handled {
		t.Errorf("%+v, %v", r, err)
	}
	if a := call(t, st.Server, st.client, "setWebhook", "url", "http://example.com"); a.OK {
		t.Error("a webhook without TLS was taken")
	}
	st.decode(t, new(bool), "setWebhook", "url", "http://127.0.0.1:8080/hook")
}

func TestAwaitSaysWhatCame(t *testing.T) {
	st := newStage(t)
	_, err := st.anna.Await(t.Context(), playground.Says("Да?"))
	if err != nil {
		t.Fatal(err)
	}
	var m playground.Message
	st.decode(t, &m, "sendMessage", "chat_id", id(st.anna.Chat), "text", "Нет")
	if err := st.anna.Quiet(1); err == nil || !strings.Contains(err.Error(), "Нет") {
		t.Error(err)
	}
	st.anna.Skip()
	if err := st.anna.Quiet(1); err != nil {
		t.Error(err)
	}
}

// TestManyAtOnce is for the race detector.
func TestManyAtOnce(t *testing.T) {
	s, client := start(t)
	g := s.Group("Менеджеры", true)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			p := s.Person(fmt.Sprint(i))
			for n := range 20 {
				p.SetUsername(fmt.Sprint("user", n))
				p.Send(fmt.Sprint(n))
				p.In(g).Send("x")
				a := call(t, s, client, "sendMessage", "chat_id", id(p.Chat), "text", fmt.Sprint(n), "reply_markup", keyboard("x", "x"))
				var m playground.Message
				if err := json.Unmarshal(a.Result, &m); err != nil {
					t.Error(err)
				}
				call(t, s, client, "editMessageText", "chat_id", id(p.Chat), "message_id", strconv.Itoa(m.ID), "text", "y")
				poll(t, s, client, "limit", "1")
				p.PressData(m, "x")
				p.Messages()
				s.Requests()
			}
			p.Block()
			p.Unblock()
			if len(p.Said()) != 20 {
				t.Errorf("%d messages", len(p.Said()))
			}
		})
	}
	all.Wait()
}
