package playground_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/playground"
)

// updates takes what is pending, by the kinds and contents of the updates.
func updates(t *testing.T, s *playground.Server, client *http.Client) []map[string]json.RawMessage {
	t.Helper()
	a := call(t, s, client, "getUpdates", "offset", "0")
	var list []map[string]json.RawMessage
	if err := json.Unmarshal(a.Result, &list); err != nil {
		t.Fatal(err)
	}
	call(t, s, client, "getUpdates", "offset", strconv.FormatInt(s.LastUpdate()+1, 10))
	return list
}

func kindsOf(list []map[string]json.RawMessage) []string {
	kinds := []string{}
	for _, u := range list {
		for kind := range u {
			if kind != "update_id" {
				kinds = append(kinds, kind)
			}
		}
	}
	return kinds
}

func TestMessageAsTelegramSendsIt(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		anna := s.Person("Анна")
		anna.SetUsername("anna")
		anna.Start("spring")
		want := `{"message_id":1,"from":{"id":1000001,"is_bot":false,"first_name":"Анна","username":"anna","language_code":"ru"},` +
			`"date":946684800,"chat":{"id":1000001,"type":"private","username":"anna","first_name":"Анна"},` +
			`"text":"/start spring","entities":[{"type":"bot_command","offset":0,"length":6}]}`
		if got := string(updates(t, s, client)[0]["message"]); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	})
}

func TestPressAsTelegramSendsIt(t *testing.T) {
	st := newStage(t)
	updates(t, st.Server, st.client)
	said, _ := strconv.Atoi(st.said)
	m, _ := st.anna.Message(said)
	press, err := st.anna.Press(m, "Да")
	if err != nil {
		t.Fatal(err)
	}
	st.anna.PressData(m, "forged")
	call(t, st.Server, st.client, "deleteMessage", "chat_id", id(st.anna.Chat), "message_id", st.said)
	st.anna.PressData(m, "a:1")
	var presses []map[string]any
	for _, u := range updates(t, st.Server, st.client) {
		var q map[string]any
		if err := json.Unmarshal(u["callback_query"], &q); err != nil {
			t.Fatal(err)
		}
		presses = append(presses, q)
	}
	if presses[0]["id"] != press.ID || presses[0]["data"] != "a:1" || presses[0]["chat_instance"] == "" {
		t.Errorf("%v", presses[0])
	}
	if on := presses[0]["message"].(map[string]any); on["text"] != "Да?" || on["reply_markup"] == nil {
		t.Errorf("pressed %v", on)
	}
	if presses[1]["data"] != "forged" {
		t.Errorf("%v", presses[1])
	}
	if on := presses[2]["message"].(map[string]any); on["date"] != 0.0 || on["text"] != nil {
		t.Errorf("a deleted message is %v", on)
	}
	if _, err := st.anna.Press(m, "Да"); err == nil {
		t.Error("a button of a deleted message was pressed")
	}
}

func TestStubs(t *testing.T) {
	s, client := start(t)
	anna := s.Person("Анна")
	anna.SendContact("+79990000000")
	anna.SendStrangersContact("+79990000001", "Пётр")
	anna.SendPhoto("вот")
	anna.SendDocument("plan.pdf", "")
	anna.SendVoice(3 * time.Second)
	anna.SendSticker("👍")
	anna.SendLocation(55.75, 37.62)
	anna.Forward(playground.User{ID: 5, FirstName: "Пётр"}, "чужое")
	m := anna.Send("x")
	if _, err := anna.Edit(m, "y"); err != nil {
		t.Error(err)
	}
	fields := []string{"contact", "contact", "photo", "document", "voice", "sticker", "location", "forward_origin", "text", "text"}
	for i, u := range updates(t, s, client) {
		body := u["message"]
		if i == 9 {
			body = u["edited_message"]
		}
		var content map[string]json.RawMessage
		if err := json.Unmarshal(body, &content); err != nil || content[fields[i]] == nil {
			t.Errorf("update %d has no %s: %s", i, fields[i], body)
		}
		if own := bytes.Contains(body, []byte(`"phone_number"`)) && bytes.Contains(body, []byte(`"user_id":1000001`)); own != (i == 0) {
			t.Errorf("update %d: own contact %v", i, own)
		}
	}
}

func TestBlocking(t *testing.T) {
	s, client := start(t)
	anna := s.Person("Анна")
	anna.Block()
	anna.Block()
	anna.Send("x")
	if got := kindsOf(updates(t, s, client)); !slices.Equal(got, []string{"my_chat_member", "my_chat_member", "message"}) {
		t.Errorf("got %q", got)
	}
	anna.Deactivate()
	if a := call(t, s, client, "sendMessage", "chat_id", id(anna.Chat), "text", "x"); a.Description != "Forbidden: user is deactivated" {
		t.Error(a.Description)
	}
}

func TestGroupHearsByPrivacyMode(t *testing.T) {
	s, client := start(t)
	anna := s.Person("Анна")
	g := s.Group("Менеджеры", false, anna)
	said := func() int {
		updates(t, s, client)
		var m playground.Message
		a := call(t, s, client, "sendMessage", "chat_id", id(g.Chat), "text", "карточка")
		if err := json.Unmarshal(a.Result, &m); err != nil {
			t.Fatal(err)
		}
		in := anna.In(g)
		in.Send("просто")
		in.Send("/leads")
		in.Send("@playground_bot помоги")
		in.Reply(m, "ответ")
		return len(updates(t, s, client))
	}
	if n := said(); n != 4 {
		t.Errorf("an administrator heard %d", n)
	}
	g.Demote()
	if n := said(); n != 3 {
		t.Errorf("a plain member heard %d", n)
	}
}

func TestTopics(t *testing.T) {
	st := newStage(t)
	var topic struct {
		ID int `json:"message_thread_id"`
	}
	st.decode(t, &topic, "createForumTopic", "chat_id", id(st.forum.Chat), "name", "Лид 42")
	updates(t, st.Server, st.client)
	manager := st.anna.In(st.forum)
	manager.Topic(topic.ID).Send("беру")
	manager.Topic(topic.ID).Anonymous().Send("кто я?")
	manager.Send("в общем")
	var got []playground.Message
	for _, u := range updates(t, st.Server, st.client) {
		var m playground.Message
		if err := json.Unmarshal(u["message"], &m); err != nil {
			t.Fatal(err)
		}
		got = append(got, m)
	}
	if m := got[0]; m.Thread != topic.ID || !m.InTopic || m.ReplyTo == nil || m.ReplyTo.TopicCreated == nil {
		t.Errorf("in a topic: %+v", m)
	}
	if m := got[1]; m.SenderChat == nil || m.SenderChat.ID != st.forum.ID() || m.From.ID != 1087968824 {
		t.Errorf("anonymous: %+v", m)
	}
	if m := got[2]; m.Thread != 0 || m.InTopic || m.ReplyTo != nil {
		t.Errorf("in General: %+v", m)
	}
	st.decode(t, new(bool), "editForumTopic", "chat_id", id(st.forum.Chat), "message_thread_id", strconv.Itoa(topic.ID), "name", "Лид 43")
	st.decode(t, new(bool), "deleteForumTopic", "chat_id", id(st.forum.Chat), "message_thread_id", strconv.Itoa(topic.ID))
	last := st.forum.Topics()[2]
	if last.Name != "Лид 43" || !last.Deleted {
		t.Errorf("%+v", last)
	}
	if m, _ := st.forum.Message(topic.ID); !m.Deleted {
		t.Error("messages outlive their topic")
	}
}

func TestMembers(t *testing.T) {
	s, client := start(t)
	anna, boris := s.Person("Анна"), s.Person("Борис")
	g := s.Group("Менеджеры", true, anna)
	poll(t, s, client, "allowed_updates", `["my_chat_member","chat_member"]`)
	status := func(p *playground.Person) string {
		var m struct{ Status string }
		a := call(t, s, client, "getChatMember", "chat_id", id(g.Chat), "user_id", id(p.Chat))
		json.Unmarshal(a.Result, &m)
		return m.Status
	}
	got := []string{status(anna), status(boris)}
	g.Add(boris)
	got = append(got, status(boris))
	g.Remove(boris)
	got = append(got, status(boris))
	if diff := cmp.Diff([]string{"creator", "left", "member", "left"}, got); diff != "" {
		t.Error(diff)
	}
	admins := call(t, s, client, "getChatAdministrators", "chat_id", id(g.Chat))
	if n := strings.Count(string(admins.Result), `"status"`); n != 2 {
		t.Errorf("%d administrators: %s", n, admins.Result)
	}
	g.Kick()
	if got := kindsOf(updates(t, s, client)); !slices.Equal(got, []string{"my_chat_member", "chat_member", "chat_member", "my_chat_member"}) {
		t.Errorf("got %q", got)
	}
}

func TestTranscript(t *testing.T) {
	st := newStage(t)
	anna := id(st.anna.Chat)
	before, err := st.Watch(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	said, _ := strconv.Atoi(st.said)
	m, _ := st.anna.Message(said)
	press, _ := st.anna.Press(m, "Да")
	st.decode(t, new(bool), "answerCallbackQuery", "callback_query_id", press.ID, "text", "Записано")
	var edited playground.Message
	st.decode(t, &edited, "editMessageText", "chat_id", anna, "message_id", st.said, "text", "Да!")
	st.decode(t, new(bool), "deleteMessage", "chat_id", anna, "message_id", st.said)
	var got []string
	events, err := st.Watch(t.Context(), len(before))
	for _, e := range events {
		got = append(got, string(e.Kind)+" "+e.Message.Text+" "+e.Toast.Text)
	}
	if diff := cmp.Diff([]string{"answered Да? Записано", "edited Да! ", "deleted Да! "}, got); err != nil || diff != "" {
		t.Error(diff, err)
	}
	if edited.Inline != nil || !edited.Edited() {
		t.Errorf("%+v", edited)
	}
}

func TestReplyKeyboard(t *testing.T) {
	st := newStage(t)
	anna := id(st.anna.Chat)
	var m playground.Message
	st.decode(t, &m, "sendMessage", "chat_id", anna, "text", "Телефон?", "disable_notification", "true",
		"reply_markup", `{"keyboard":[[{"text":"Отправить","request_contact":true}],[{"text":"Пропустить"}]],"resize_keyboard":true}`)
	sent, err := st.anna.Tap("Отправить", "+79990000000")
	if err != nil || sent.Contact == nil || sent.Contact.UserID != st.anna.ID() {
		t.Errorf("%+v, %v", sent, err)
	}
	if sent, err := st.anna.Tap("Пропустить", ""); err != nil || sent.Text != "Пропустить" {
		t.Errorf("%+v, %v", sent, err)
	}
	if m, _ := st.anna.Last(); !m.Silent {
		t.Error("the message came with a sound")
	}
	st.decode(t, &m, "sendMessage", "chat_id", anna, "text", "Спасибо", "reply_markup", `{"remove_keyboard":true}`)
	if st.anna.Keyboard() != nil {
		t.Error("the keyboard is still there")
	}
	if _, err := st.anna.Tap("Пропустить", ""); err == nil {
		t.Error("a removed button was tapped")
	}
	if a := call(t, st.Server, st.client, "editMessageText", "chat_id", anna, "message_id", strconv.Itoa(m.ID), "text", "x"); a.Description != "Bad Request: message can't be edited" {
		t.Error(a.Description)
	}
}

func TestQuiet(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		anna := s.Person("Анна")
		anna.Start("")
		if err := anna.Quiet(time.Hour); err != nil {
			t.Error(err)
		}
		time.AfterFunc(time.Minute, func() { call(t, s, client, "sendMessage", "chat_id", id(anna.Chat), "text", "Вы тут?") })
		if err := anna.Quiet(time.Hour); err == nil || !strings.Contains(err.Error(), "Вы тут?") {
			t.Errorf("quiet: %v", err)
		}
		synctest.Wait()
	})
}

func TestJSONBody(t *testing.T) {
	st := newStage(t)
	body := `{"chat_id":` + id(st.anna.Chat) + `,"text":"x","reply_markup":` + keyboard("Да", "a:1") + `,"disable_notification":true}`
	resp, err := st.client.Post(st.URL+"/bot"+token+"/sendMessage", "application/json; charset=utf-8", strings.NewReader(body))
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(resp, err)
	}
	resp.Body.Close()
	if m, _ := st.anna.Last(); m.Text != "x" || !m.Silent || !slices.Equal(m.Labels(), []string{"Да"}) {
		t.Errorf("%+v", m)
	}
}
