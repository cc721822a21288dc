package playground_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot/playground"
)

// stage is a server with people in every state, for requests that are refused.
type stage struct {
	*playground.Server
	client                *http.Client
	anna, blocked, silent *playground.Person
	forum                 *playground.Group
	topic, closed         playground.Topic
	old                   string // id of a basic group that became a supergroup
	said                  string // id of a message of the bot to anna
}

func newStage(t *testing.T) *stage {
	s, client := start(t)
	st := &stage{Server: s, client: client}
	st.anna, st.blocked, st.silent = s.Person("Анна"), s.Person("Борис"), s.Person("Вера")
	st.anna.Start("")
	st.blocked.Start("")
	st.blocked.Block()
	st.forum = s.Group("Менеджеры", true, st.anna)
	st.topic, st.closed = st.forum.OpenTopic("Лид 1"), st.forum.OpenTopic("Лид 2")
	st.forum.CloseTopic(st.closed.ID)
	old := s.Group("Old", false)
	old.Migrate()
	st.old = id(old.Chat)
	var m playground.Message
	st.decode(t, &m, "sendMessage", "chat_id", id(st.anna.Chat), "text", "Да?", "reply_markup", keyboard("Да", "a:1"))
	st.said = strconv.Itoa(m.ID)
	return st
}

func id(c *playground.Chat) string { return strconv.FormatInt(c.ID(), 10) }

func keyboard(label, data string) string {
	return fmt.Sprintf(`{"inline_keyboard":[[{"text":%q,"callback_data":%q}]]}`, label, data)
}

// decode makes a call that must succeed.
func (st *stage) decode(t *testing.T, result any, method string, pairs ...string) {
	t.Helper()
	a := call(t, st.Server, st.client, method, pairs...)
	if !a.OK {
		t.Fatalf("%s %q: %s", method, pairs, a.Description)
	}
	if err := json.Unmarshal(a.Result, result); err != nil {
		t.Fatal(err)
	}
}

func TestRefusals(t *testing.T) {
	st := newStage(t)
	anna, forum := id(st.anna.Chat), id(st.forum.Chat)
	topic := strconv.Itoa(st.topic.ID)
	tests := []struct {
		code   int
		want   string
		method string
		pairs  string // name=value, separated by |
	}{
		{404, "Not Found", "sendMesage", ""},
		{501, "Not Implemented: the playground does not play sendDice", "sendDice", ""},
		{400, "Bad Request: chat_id is empty", "sendMessage", "text=x"},
		{400, "Bad Request: chat not found", "sendMessage", "chat_id=5|text=x"},
		{400, "Bad Request: chat not found", "sendMessage", "chat_id=@nobody|text=x"},
		{403, "Forbidden: bot can't initiate conversation with a user", "sendMessage", "text=x|chat_id=" + id(st.silent.Chat)},
		{403, "Forbidden: bot was blocked by the user", "sendMessage", "text=x|chat_id=" + id(st.blocked.Chat)},
		{400, "Bad Request: group chat was upgraded to a supergroup chat", "sendMessage", "text=x|chat_id=" + st.old},
		{400, "Bad Request: message text is empty", "sendMessage", "chat_id=" + anna},
		{400, "Bad Request: text must be non-empty", "sendMessage", "text= \n|chat_id=" + anna},
		{400, "Bad Request: text must be non-empty", "sendMessage", "text=<b></b>|parse_mode=HTML|chat_id=" + anna},
		{400, "Bad Request: message is too long", "sendMessage", "chat_id=" + anna + "|text=" + strings.Repeat("ж", 4097)},
		{400, "Bad Request: message is too long", "sendMessage", "chat_id=" + anna + "|text=" + strings.Repeat("😀", 2049)},
		{400, "Bad Request: strings must be encoded in UTF-8", "sendMessage", "text=\xff|chat_id=" + anna},
		{400, `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`, "sendMessage", "text=<b>x|parse_mode=HTML|chat_id=" + anna},
		{400, `Bad Request: can't parse entities: Unsupported start tag "" at byte offset 2`, "sendMessage", "text=a < b|parse_mode=html|chat_id=" + anna},
		{400, "Bad Request: unsupported parse_mode", "sendMessage", "text=x|parse_mode=XML|chat_id=" + anna},
		{400, "Bad Request: message thread not found", "sendMessage", "text=x|message_thread_id=999|chat_id=" + forum},
		{400, "Bad Request: message thread not found", "sendMessage", "text=x|message_thread_id=7|chat_id=" + anna},
		{400, "Bad Request: message to be replied not found", "sendMessage", `text=x|reply_parameters={"message_id":99}|chat_id=` + anna},
		{400, "Bad Request: object expected as reply markup", "sendMessage", "text=x|reply_markup=null|chat_id=" + anna},
		{400, "Bad Request: object expected as reply markup", "sendMessage", "text=x|reply_markup=[]|chat_id=" + anna},
		{400, "Bad Request: BUTTON_DATA_INVALID", "sendMessage", "text=x|chat_id=" + anna + "|reply_markup=" + keyboard("x", strings.Repeat("ж", 33))},
		{400, "Bad Request: text buttons are unallowed in the inline keyboard", "sendMessage", `text=x|reply_markup={"inline_keyboard":[[{"text":"x"}]]}|chat_id=` + anna},
		{400, "Bad Request: text of the inline keyboard button must be non-empty", "sendMessage", "text=x|chat_id=" + anna + "|reply_markup=" + keyboard("", "x")},
		{400, "Bad Request: reply markup is too long", "sendMessage", `text=x|chat_id=` + anna + `|reply_markup={"inline_keyboard":[[` + strings.Repeat(`{"text":"x","callback_data":"x"},`, 100) + `{"text":"x","callback_data":"x"}]]}`},
		{400, "Bad Request: can't parse reply markup JSON object: not of type InlineKeyboardMarkup", "editMessageText", `text=x|message_id=1|reply_markup={"keyboard":[[{"text":"x"}]]}|chat_id=` + anna},
		{400, `Bad Request: sendMessage has no parameter "parsemode"`, "sendMessage", "text=x|parsemode=HTML|chat_id=" + anna},
		{400, `Bad Request: parameter "message_id" of deleteMessage must be Integer`, "deleteMessage", "message_id=x|chat_id=" + anna},
		{400, "Bad Request: message to edit not found", "editMessageText", "text=x|message_id=999|chat_id=" + anna},
		{400, "Bad Request: message can't be edited", "editMessageText", "text=x|message_id=1|chat_id=" + anna},
		{400, "Bad Request: MESSAGE_TOO_LONG", "editMessageText", "message_id=" + st.said + "|chat_id=" + anna + "|text=" + strings.Repeat("ж", 4097)},
		{400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", "editMessageText", "text=<i></i>Да?|parse_mode=HTML|message_id=" + st.said + "|chat_id=" + anna + "|reply_markup=" + keyboard("Да", "a:1")},
		{400, "Bad Request: message identifier is not specified", "deleteMessage", "chat_id=" + anna},
		{400, "Bad Request: message to delete not found", "deleteMessage", "message_id=999|chat_id=" + anna},
		{400, "Bad Request: message to copy not found", "copyMessage", "message_id=999|from_chat_id=" + anna + "|chat_id=" + anna},
		{400, "Bad Request: message to forward not found", "forwardMessage", "message_id=999|from_chat_id=" + anna + "|chat_id=" + anna},
		{400, "Bad Request: message to react not found", "setMessageReaction", "message_id=999|chat_id=" + anna},
		{400, "Bad Request: message caption is too long", "sendPhoto", "photo=x|chat_id=" + anna + "|caption=" + strings.Repeat("ж", 1025)},
		{400, "Bad Request: wrong file identifier/HTTP URL specified", "sendPhoto", "photo=x|chat_id=" + anna},
		{400, "Bad Request: there is no document in the request", "sendDocument", "chat_id=" + anna},
		{400, "Bad Request: wrong parameter action in request", "sendChatAction", "action=dance|chat_id=" + anna},
		{400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "answerCallbackQuery", "callback_query_id=1"},
		{400, "Bad Request: the chat is not a forum", "createForumTopic", "name=x|chat_id=" + anna},
		{400, "Bad Request: topic name is too long", "createForumTopic", "chat_id=" + forum + "|name=" + strings.Repeat("ж", 129)},
		{400, "Bad Request: topic name must be non-empty", "createForumTopic", "chat_id=" + forum},
		{400, "Bad Request: TOPIC_ID_INVALID", "closeForumTopic", "message_thread_id=999|chat_id=" + forum},
		{400, "Bad Request: TOPIC_NOT_MODIFIED", "reopenForumTopic", "message_thread_id=" + topic + "|chat_id=" + forum},
		{400, "Bad Request: user not found", "getChatMember", "user_id=77|chat_id=" + forum},
		{400, "Bad Request: there are no administrators in the private chat", "getChatAdministrators", "chat_id=" + anna},
		{400, "Bad Request: expected an Array of BotCommand", "setMyCommands", "commands=null"},
		{400, "Bad Request: BOT_COMMAND_INVALID", "setMyCommands", `commands=[{"command":"Старт","description":"x"}]`},
	}
	for _, tt := range tests {
		var pairs []string
		for _, pair := range strings.Split(tt.pairs, "|") {
			if name, value, ok := strings.Cut(pair, "="); ok {
				pairs = append(pairs, name, value)
			}
		}
		a := call(t, st.Server, st.client, tt.method, pairs...)
		if a.OK || a.Code != tt.code || a.Status != tt.code || a.Description != tt.want {
			t.Errorf("%s %.80q\n got %d %s\nwant %d %s", tt.method, pairs, a.Code, a.Description, tt.code, tt.want)
		}
	}
}

func TestTokenAndPath(t *testing.T) {
	s, client := start(t)
	for path, want := range map[string]int{
		"/bot42:wrong/getMe": 401, "/bot" + token + "/getMe": 200, "/bot" + token + "/GETME": 200,
		"/bot" + token: 404, "/": 404, "/bot" + token + "/getMe/x": 404,
	} {
		resp, err := client.Get(s.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, resp.StatusCode, want)
		}
	}
}

func TestMigratedGroupNamesTheNewOne(t *testing.T) {
	st := newStage(t)
	a := call(t, st.Server, st.client, "sendMessage", "chat_id", st.old, "text", "x")
	if a.Parameters.MigrateToChatID > -1_001_000_000_000 {
		t.Errorf("migrate_to_chat_id %d", a.Parameters.MigrateToChatID)
	}
	var m playground.Message
	st.decode(t, &m, "sendMessage", "chat_id", strconv.FormatInt(a.Parameters.MigrateToChatID, 10), "text", "x")
}

func TestRightsOfTheBot(t *testing.T) {
	st := newStage(t)
	forum := id(st.forum.Chat)
	closed := strconv.Itoa(st.closed.ID)
	said := func(method string, pairs ...string) string {
		return call(t, st.Server, st.client, method, append(pairs, "chat_id", forum)...).Description
	}
	want := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	want(said("sendMessage", "text", "x", "message_thread_id", closed), "")
	st.forum.Deny("can_manage_topics")
	want(said("createForumTopic", "name", "x"), "Bad Request: not enough rights to create a topic")
	want(said("sendMessage", "text", "x", "message_thread_id", closed), "Bad Request: TOPIC_CLOSED")
	st.forum.Mute()
	want(said("sendMessage", "text", "x"), "Bad Request: not enough rights to send text messages to the chat")
	st.forum.Kick()
	want(said("sendMessage", "text", "x"), "Forbidden: bot was kicked from the supergroup chat")
	st.forum.Promote()
	want(said("leaveChat"), "")
	want(said("sendMessage", "text", "x"), "Forbidden: bot is not a member of the supergroup chat")
	st.forum.Promote()
	st.forum.DeleteTopic(st.topic.ID)
	want(said("sendMessage", "text", "x", "message_thread_id", strconv.Itoa(st.topic.ID)), "Bad Request: message thread not found")
}

func TestPrivacyOfProfiles(t *testing.T) {
	st := newStage(t)
	st.blocked.HideProfile()
	markup := `{"inline_keyboard":[[{"text":"x","url":"tg://user?id=` + id(st.blocked.Chat) + `"}]]}`
	a := call(t, st.Server, st.client, "sendMessage", "chat_id", id(st.anna.Chat), "text", "x", "reply_markup", markup)
	if a.Description != "Bad Request: BUTTON_USER_PRIVACY_RESTRICTED" {
		t.Error(a.Description)
	}
}

// bubble runs a test on a server over net.Pipe, where time passes at once.
func bubble(t *testing.T, test func(t *testing.T, s *playground.Server, client *http.Client)) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.StartPipe()
		client := s.Client()
		defer client.CloseIdleConnections()
		defer s.Close()
		test(t, s, client)
	})
}

func TestRates(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		s.Limits = true
		anna, group := s.Person("Анна"), s.Group("Менеджеры", false)
		anna.Start("")
		sent := func(chat *playground.Chat) int {
			for n := 0; ; n++ {
				a := call(t, s, client, "sendMessage", "chat_id", id(chat), "text", "x")
				if a.Code == 429 {
					if want := fmt.Sprint("Too Many Requests: retry after ", a.Parameters.RetryAfter); a.Description != want || a.Parameters.RetryAfter < 1 {
						t.Errorf("%+v", a)
					}
					time.Sleep(time.Duration(a.Parameters.RetryAfter) * time.Second)
					return n
				}
			}
		}
		for i, want := range []int{3, 1, 1} {
			if n := sent(anna.Chat); n != want {
				t.Errorf("private, round %d: %d sent, want %d", i, n, want)
			}
		}
		began := time.Now()
		for i := range 3 {
			if n := sent(group.Chat); n != 20 {
				t.Errorf("group, round %d: %d sent", i, n)
			}
		}
		if passed := time.Since(began); passed != 3*time.Minute {
			t.Errorf("60 messages took %v", passed)
		}
	})
}

func TestOverallRate(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		s.Limits = true
		refused := 0
		for range 40 {
			p := s.Person("x")
			p.Start("")
			if call(t, s, client, "sendMessage", "chat_id", id(p.Chat), "text", "x").Code == 429 {
				refused++
			}
		}
		if refused != 10 {
			t.Errorf("%d of 40 refused", refused)
		}
	})
}

func TestPressesGrowOld(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		anna := s.Person("Анна")
		anna.Start("")
		call(t, s, client, "sendMessage", "chat_id", id(anna.Chat), "text", "x", "reply_markup", keyboard("Да", "a:1"))
		m, _ := anna.Last()
		first, err := anna.Press(m, "Да")
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(s.Expiry)
		answer := func(c playground.Callback) bool {
			return call(t, s, client, "answerCallbackQuery", "callback_query_id", c.ID).OK
		}
		if !answer(first) || answer(first) {
			t.Error("a press can be answered once")
		}
		late, _ := anna.Press(m, "a:1")
		time.Sleep(s.Expiry + 1)
		if answer(late) {
			t.Error("an old press was answered")
		}
		if n := s.Pending(); n != 1 {
			t.Errorf("%d updates pending, want the message alone", n)
		}
		time.Sleep(24 * time.Hour)
		if n := s.Pending(); n != 0 {
			t.Errorf("%d updates pending after a day", n)
		}
	})
}
