package playground_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// browser is a page of the demo in a browser.
type browser struct {
	t    *testing.T
	url  string
	page *playground.Page
	*playground.Stage
}

func open(t *testing.T) *browser {
	p, stage := newDemo(t, func(s *playground.Server) {
		if err := s.Start(); err != nil {
			t.Fatal(err)
		}
	})
	web := httptest.NewServer(p)
	t.Cleanup(web.Close)
	t.Cleanup(p.Close)
	return &browser{t, web.URL, p, stage}
}

// state is what the tests read of /api/state.
type state struct {
	Epoch    string
	Seq      int
	Messages []struct {
		ID     int `json:"message_id"`
		Chat   playground.ChatInfo
		Text   string
		Date   int64
		Inline *playground.InlineKeyboard `json:"reply_markup"`
	}
	Personas []struct{ Key, Name, About string }
	Status   struct {
		Now, Digest, Busy string
		Prospects         []struct {
			ID          int64
			Name, Plays string
		}
	}
}

func (b *browser) state() (s state) {
	b.t.Helper()
	resp, err := http.Get(b.url + "/api/state")
	if err != nil {
		b.t.Fatal(err)
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&s); err != nil {
		b.t.Fatal(err)
	}
	return s
}

// order posts one and returns the status code and the answer.
func (b *browser) order(name, body string) (int, map[string]any) {
	b.t.Helper()
	r, _ := http.NewRequest("POST", b.url+"/api/"+name, strings.NewReader(body))
	r.Header.Set("Origin", b.url)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer resp.Body.Close()
	answer := map[string]any{}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		b.t.Fatal(err)
	}
	return resp.StatusCode, answer
}

// must is an order that succeeds.
func (b *browser) must(name, format string, args ...any) map[string]any {
	b.t.Helper()
	code, answer := b.order(name, fmt.Sprintf(format, args...))
	if code != 200 {
		b.t.Fatalf("%s: %d %v", name, code, answer)
	}
	return answer
}

// await waits until the page's state is as wanted.
func (b *browser) await(what string, want func(state) bool) state {
	b.t.Helper()
	for range 500 {
		if s := b.state(); want(s) {
			return s
		}
		time.Sleep(10 * time.Millisecond)
	}
	b.t.Fatalf("%s: never; the state is %+v", what, b.state())
	return state{}
}

func (s state) says(text string) bool {
	for _, m := range s.Messages {
		if strings.Contains(m.Text, text) {
			return true
		}
	}
	return false
}

func TestPageFiles(t *testing.T) {
	b := open(t)
	for path, want := range map[string]string{"/": "Симуляция — не настоящий Telegram", "/page.js": "new Pane", "/server.js": "EventSource", "/page.css": "prefers-color-scheme"} {
		resp, err := http.Get(b.url + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if !strings.Contains(string(body), want) || resp.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: %d %v", path, resp.StatusCode, resp.Header)
		}
	}
}

func TestPageSendsAndPresses(t *testing.T) {
	b := open(t)
	who := b.state().Status.Prospects[0].ID
	b.must("send", `{"who":%d,"chat":%d,"text":"/start ad"}`, who, who)
	s := b.await("the bot answers", func(s state) bool { return s.says("Согласны?") })
	asked := s.Messages[len(s.Messages)-1]
	if answer := b.must("press", `{"who":%d,"chat":%d,"message":%d,"button":"consent:yes"}`, who, who, asked.ID); answer["text"] != "нажато consent:yes" {
		t.Errorf("toast %v", answer)
	}
	b.await("the next question", func(s state) bool { return s.says("Ниша?") })
	sent := b.must("send", `{"who":%d,"chat":%d,"text":"ой","message":%d}`, who, who, asked.ID)
	if sent["reply_to_message"] == nil {
		t.Errorf("no reply: %v", sent)
	}
	if edited := b.must("edit", `{"who":%d,"chat":%d,"message":%v,"text":"ай"}`, who, who, sent["message_id"]); edited["text"] != "ай" {
		t.Errorf("edited %v", edited)
	}
	photo := b.must("attach", `{"who":%d,"chat":%d,"kind":"photo","text":"вот","message":%d}`, who, who, asked.ID)
	if photo["caption"] != "вот" || photo["reply_to_message"] == nil {
		t.Errorf("attached %v", photo)
	}
	if edited := b.must("edit", `{"who":%d,"chat":%d,"message":%v,"text":"и так"}`, who, who, photo["message_id"]); edited["caption"] != "и так" {
		t.Errorf("edited %v", edited)
	}
	for _, kind := range []string{"album", "video", "document", "voice", "video_note", "sticker", "contact", "location"} {
		b.must("attach", `{"who":%d,"chat":%d,"kind":%q}`, who, who, kind)
	}
	staff, group := b.Staff[0].User().ID, b.Managers.ID()
	topic := b.Managers.OpenTopic("Лид")
	if m := b.must("send", `{"who":%d,"chat":%d,"thread":%d,"text":"привет"}`, staff, group, topic.ID); int(m["message_thread_id"].(float64)) != topic.ID {
		t.Errorf("sent %v", m)
	}
}

func TestPageTapsTheKeyboard(t *testing.T) {
	b := open(t)
	who := b.state().Status.Prospects[0].ID
	press := func(after, button string) int {
		t.Helper()
		s := b.await(after, func(s state) bool { return s.says(after) })
		on := s.Messages[len(s.Messages)-1].ID
		b.must("press", `{"who":%d,"chat":%d,"message":%d,"button":%q}`, who, who, on, button)
		return on
	}
	b.must("send", `{"who":%d,"chat":%d,"text":"/start"}`, who, who)
	on := press("Согласны?", "consent:yes")
	if code, _ := b.order("press", fmt.Sprintf(`{"who":%d,"chat":%d,"message":%d,"button":"forged"}`, who, who, on)); code != http.StatusConflict {
		t.Errorf("a forged button: %d", code)
	}
	if code, _ := b.order("tap", fmt.Sprintf(`{"who":%d,"button":"Мой номер"}`, who)); code != http.StatusConflict {
		t.Errorf("a key before the keyboard: %d", code)
	}
	press("Ниша?", "a:niche:has")
	press("О чём?", "skip:niche_text")
	b.must("send", `{"who":%d,"chat":%d,"text":"сад"}`, who, who)
	press("Формат?", "a:place:online")
	press("Цвет?", "a:colour:red")
	b.await("the keyboard", func(s state) bool { return s.says("Номер?") })
	m := b.must("tap", `{"who":%d,"button":"Мой номер","phone":"+79990000000"}`, who)
	if contact, _ := m["contact"].(map[string]any); contact["phone_number"] != "+79990000000" {
		t.Errorf("%v", m)
	}
}

func TestPageRefusesNonsense(t *testing.T) {
	b := open(t)
	who := b.state().Status.Prospects[0].ID
	other := b.state().Status.Prospects[1].ID
	for order, code := range map[string]int{
		`send {`: 400,
		fmt.Sprintf(`send {"who":%d,"chat":%d,"text":"x"}`, who, other):                                            409,
		fmt.Sprintf(`send {"who":%d,"chat":%d,"text":"x"}`, who, b.Managers.ID()):                                  409,
		fmt.Sprintf(`send {"who":%d,"chat":%d,"text":" "}`, who, who):                                              409,
		fmt.Sprintf(`send {"who":%d,"chat":%d,"text":"%s"}`, who, who, strings.Repeat("ж", 4097)):                  409,
		fmt.Sprintf(`attach {"who":%d,"chat":%d,"kind":"elephant"}`, who, who):                                     409,
		fmt.Sprintf(`attach {"who":%d,"chat":%d,"kind":"photo","text":"%s"}`, who, who, strings.Repeat("ж", 1025)): 409,
		fmt.Sprintf(`edit {"who":%d,"chat":%d,"message":1,"text":"x"}`, who, who):                                  409,
		`prospects {"name":" "}`: 409,
		`jump {"by":"year"}`:     409,
		`play {"persona":"?"}`:   409,
		`stop {"who":1}`:         200,
		`prospects {"name":"` + strings.Repeat("x", 70<<10) + `"}`: 400,
	} {
		name, body, _ := strings.Cut(order, " ")
		if got, answer := b.order(name, body); got != code || code >= 400 && answer["error"] == nil {
			t.Errorf("%.80s: %d %v, want %d", order, got, answer, code)
		}
	}
}

func TestPageAddsJumpsAndResets(t *testing.T) {
	b := open(t)
	before := b.state()
	added := b.must("prospects", `{"name":"Пётр Ильин"}`)
	if added["name"] != "Пётр Ильин" || added["username"] == "" {
		t.Errorf("added %v", added)
	}
	b.must("send", `{"who":%v,"chat":%v,"text":"/start"}`, int64(added["id"].(float64)), int64(added["id"].(float64)))
	s := b.await("the question", func(s state) bool { return s.says("Согласны?") })
	asked := s.Messages[len(s.Messages)-1]
	b.must("jump", `{"by":"day"}`)
	b.must("jump", `{"by":"digest"}`)
	s = b.state()
	now, _ := time.Parse(time.RFC3339, s.Status.Now)
	if begun, _ := time.Parse(time.RFC3339, before.Status.Now); now.Sub(begun) < 24*time.Hour || now.Hour() != 9 {
		t.Errorf("the clock went from %s to %s", before.Status.Now, s.Status.Now)
	}
	if len(s.Status.Prospects) != 3 || s.Status.Busy != "" {
		t.Errorf("%+v", s.Status)
	}
	answer := b.must("press", `{"who":%d,"chat":%d,"message":%d,"button":"consent:yes"}`, asked.Chat.ID, asked.Chat.ID, asked.ID)
	if answer["answered"] != true {
		t.Errorf("a press after the jump: %v", answer)
	}
	s = b.await("the next question", func(s state) bool { return s.says("Ниша?") })
	if m := s.Messages[len(s.Messages)-1]; time.Unix(m.Date, 0).Before(now.Add(-time.Minute)) {
		t.Errorf("a message of %v after a jump to %v", time.Unix(m.Date, 0), now)
	}
	b.must("reset", `{}`)
	if s := b.state(); s.Epoch == before.Epoch || len(s.Status.Prospects) != 2 || s.says("Согласны?") {
		t.Errorf("after the reset: %+v", s)
	}
	if code, answer := b.order("reset", `{}`); code != 500 || answer["error"] == nil {
		t.Errorf("a reset that fails: %d %v", code, answer)
	}
	b.must("prospects", `{"name":"Ещё Один"}`)
}
