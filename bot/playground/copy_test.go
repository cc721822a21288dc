package playground_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"testing"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/playground"
)

// copies makes a call of copyMessages and returns what it put into the forum.
func (st *stage) copies(t *testing.T, ids string, pairs ...string) []playground.Message {
	t.Helper()
	var made []struct {
		ID int `json:"message_id"`
	}
	st.decode(t, &made, "copyMessages", append([]string{"chat_id", id(st.forum.Chat), "from_chat_id", id(st.anna.Chat),
		"message_ids", ids, "message_thread_id", strconv.Itoa(st.topic.ID)}, pairs...)...)
	var all []playground.Message
	for _, one := range made {
		m, _ := st.forum.Message(one.ID)
		all = append(all, m)
	}
	return all
}

func TestCopiedAlbumsStayTogether(t *testing.T) {
	st := newStage(t)
	album := st.anna.SendAlbum("до", "после")
	gone := st.anna.Send("лишнее")
	st.anna.DeleteMessage(gone.ID)
	ids := fmt.Sprintf("[%d,%d,%d]", album[0].ID, album[1].ID, gone.ID)
	all := st.copies(t, ids)
	if len(all) != 2 || all[0].Caption != "до" || all[1].Photo == nil || all[0].Thread != st.topic.ID {
		t.Fatalf("%+v", all)
	}
	if all[0].Album == "" || all[0].Album != all[1].Album || all[0].Album == album[0].Album {
		t.Errorf("albums %q and %q of %q", all[0].Album, all[1].Album, album[0].Album)
	}
	if all := st.copies(t, ids, "remove_caption", "true"); all[0].Caption+all[1].Caption != "" {
		t.Errorf("captions %+v", all)
	}
}

func TestCopiesThatAreRefused(t *testing.T) {
	st := newStage(t)
	anna, forum := id(st.anna.Chat), id(st.forum.Chat)
	service := strconv.Itoa(st.topic.ID)
	for ids, want := range map[string]string{
		"[]":                      "Bad Request: message identifiers are not specified",
		"[998,999]":               "Bad Request: there are no messages to forward",
		"[" + st.said + ",1]":     "Bad Request: message identifiers must be in a strictly increasing order",
		"[1" + many(2, 101) + "]": "Bad Request: too many message identifiers specified",
	} {
		a := call(t, st.Server, st.client, "copyMessages", "chat_id", forum, "from_chat_id", anna, "message_ids", ids)
		if a.Description != want {
			t.Errorf("%.20s: %q", ids, a.Description)
		}
	}
	from := []string{"chat_id", anna, "from_chat_id", forum}
	if a := call(t, st.Server, st.client, "copyMessages", append(from, "message_ids", "["+service+"]")...); a.Description != "Bad Request: messages can't be forwarded" {
		t.Error(a.Description)
	}
	if a := call(t, st.Server, st.client, "copyMessage", append(from, "message_id", service)...); a.Description != "Bad Request: the message can't be copied" {
		t.Error(a.Description)
	}
}

// many lists the numbers from the first to the last, each after a comma.
func many(first, last int) (s string) {
	for n := first; n <= last; n++ {
		s += "," + strconv.Itoa(n)
	}
	return s
}

// TestBlockedPersonIsStillRead: what a lead sent before blocking the bot can be
// shown to others.
func TestBlockedPersonIsStillRead(t *testing.T) {
	st := newStage(t)
	photo := st.anna.SendPhoto("вот")
	st.anna.Block()
	if all := st.copies(t, fmt.Sprintf("[%d]", photo.ID)); len(all) != 1 || all[0].Caption != "вот" {
		t.Errorf("%+v", all)
	}
}

func TestCaptionsStandOnlyUnderSome(t *testing.T) {
	st := newStage(t)
	copied := func(m playground.Message) playground.Message {
		t.Helper()
		var made struct {
			ID int `json:"message_id"`
		}
		st.decode(t, &made, "copyMessage", "chat_id", id(st.forum.Chat), "from_chat_id", id(st.anna.Chat),
			"message_id", strconv.Itoa(m.ID), "caption", "<b>новая</b>", "parse_mode", "HTML")
		m, _ = st.forum.Message(made.ID)
		return m
	}
	on := func(m playground.Message) []string {
		return []string{"chat_id", id(st.forum.Chat), "message_id", strconv.Itoa(m.ID)}
	}
	for _, m := range []playground.Message{st.anna.SendPhoto("a"), st.anna.SendVideo(1, ""), st.anna.SendAudio(1, ""), st.anna.SendVoice(1)} {
		was := copied(m)
		if was.Caption != "новая" || len(was.CaptionEntities) != 1 {
			t.Errorf("%+v", was)
		}
		var now playground.Message
		st.decode(t, &now, "editMessageCaption", append(on(was), "caption", "другая", "reply_markup", keyboard("x", "x"))...)
		if now.Caption != "другая" || !slices.Equal(now.Labels(), []string{"x"}) {
			t.Errorf("%+v", now)
		}
	}
	for _, m := range []playground.Message{st.anna.Send("текст"), st.anna.SendSticker("👍"), st.anna.SendVideoNote(1), st.anna.SendLocation(1, 2)} {
		was := copied(m)
		a := call(t, st.Server, st.client, "editMessageCaption", append(on(was), "caption", "другая")...)
		if was.Caption != "" || a.Description != "Bad Request: there is no caption in the message to edit" {
			t.Errorf("%+v: %q", was, a.Description)
		}
	}
}

func TestReactions(t *testing.T) {
	st := newStage(t)
	m := st.anna.Send("да")
	for emoji, want := range map[string]string{"👌": "", "🤷\u200d♂": "", "🦖": "Bad Request: REACTION_INVALID", "👌 🕊": "Bad Request: REACTION_INVALID"} {
		a := call(t, st.Server, st.client, "setMessageReaction", "chat_id", id(st.anna.Chat), "message_id", strconv.Itoa(m.ID),
			"reaction", `[{"type":"emoji","emoji":"`+emoji+`"}]`)
		now, _ := st.anna.Message(m.ID)
		if a.Description != want || a.OK && now.Reaction != emoji {
			t.Errorf("%s: %q, shown %q", emoji, a.Description, now.Reaction)
		}
	}
}

func TestUploadedFileCanBeRead(t *testing.T) {
	st := newStage(t)
	bot, err := tgbotapi.NewBotAPIWithClient(token, st.URL+"/bot%s/%s", st.client)
	if err != nil {
		t.Fatal(err)
	}
	_, err = bot.UploadFiles("sendDocument", tgbotapi.Params{"chat_id": id(st.anna.Chat), "caption": "вот"},
		[]tgbotapi.RequestFile{{Name: "document", Data: tgbotapi.FileBytes{Name: "Переписка.txt", Bytes: []byte("Здравствуйте")}}})
	if err != nil {
		t.Fatal(err)
	}
	m, _ := st.anna.Last()
	if m.Document == nil || m.Document.Name != "Переписка.txt" || string(m.Document.Data) != "Здравствуйте" || m.Caption != "вот" {
		t.Errorf("%+v", m.Document)
	}
	if data, ok := st.File(m.Document.ID); !ok || string(data) != "Здравствуйте" {
		t.Errorf("%q, %v", data, ok)
	}
}

// TestStaffActInTopics: people of a group answer with anything, and edit it.
func TestStaffActInTopics(t *testing.T) {
	s, client := start(t)
	boss := s.Person("Босс")
	g := s.Group("Менеджеры", true, boss)
	topic := g.OpenTopic("Лид")
	card := boss.In(g).Topic(topic.ID).Send("карточка")
	updates(t, s, client)
	answer := boss.In(g).Quoting(card)
	photo := answer.SendPhoto("было")
	sent := []playground.Message{photo, answer.SendVideo(time.Second, ""), answer.SendAudio(time.Second, ""), answer.SendAnimation("")}
	sent = append(sent, answer.SendAlbum("а", "б")...)
	for _, m := range sent {
		if m.Thread != topic.ID || m.ReplyTo.ID != card.ID {
			t.Errorf("%+v", m)
		}
	}
	if m := boss.In(g).Topic(topic.ID).SendVoice(1); m.ReplyTo.ID != topic.ID {
		t.Errorf("a plain message replies to %+v", m.ReplyTo)
	}
	if m, err := boss.In(g).Edit(photo, "стало"); err != nil || m.Caption != "стало" || m.Text != "" {
		t.Errorf("%+v, %v", m, err)
	}
	if _, err := boss.In(g).Edit(boss.In(g).SendSticker("👍"), "x"); err == nil {
		t.Error("a sticker got a text")
	}
	list := updates(t, s, client)
	if edit := list[len(list)-2]["edited_message"]; !bytes.Contains(edit, []byte(`"caption":"стало"`)) {
		t.Errorf("%s", edit)
	}
	var moving map[string]json.RawMessage
	if err := json.Unmarshal(list[3]["message"], &moving); err != nil || moving["animation"] == nil || moving["document"] == nil {
		t.Errorf("%s, %v", list[3]["message"], err)
	}
}

func TestWhatCostsInAGroup(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		s.Limits = true
		anna, g := s.Person("Анна"), s.Group("Менеджеры", true)
		topic := strconv.Itoa(g.OpenTopic("Лид").ID)
		album := anna.SendAlbum(make([]string, 8)...)
		in := func(method string, pairs ...string) int {
			t.Helper()
			return call(t, s, client, method, append(pairs, "chat_id", id(g.Chat))...).Code
		}
		ids := "[1" + many(2, len(album)) + "]"
		for range 2 {
			if code := in("copyMessages", "from_chat_id", id(anna.Chat), "message_ids", ids); code != 0 {
				t.Fatal(code)
			}
		}
		last, _ := g.Last()
		for range 4 {
			in("sendMessage", "text", "x")
		}
		on := strconv.Itoa(last.ID)
		for want, codes := range map[int][]int{
			429: {in("sendMessage", "text", "x"), in("editMessageCaption", "message_id", on)},
			0: {in("editForumTopic", "message_thread_id", topic, "name", "x"), in("createForumTopic", "name", "y"),
				in("setMessageReaction", "message_id", on), in("deleteMessage", "message_id", on)},
		} {
			for i, code := range codes {
				if code != want {
					t.Errorf("call %d: %d, want %d", i, code, want)
				}
			}
		}
	})
}
