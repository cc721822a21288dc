package playground_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot/playground"
)

// local sends an order to the page without a network, as a bubble needs it.
func local(t *testing.T, p *playground.Page, name, body string) string {
	t.Helper()
	r := httptest.NewRequest("POST", "http://127.0.0.1:80/api/"+name, strings.NewReader(body))
	r.RemoteAddr = "127.0.0.1:5000"
	r.Header.Set("X-Leadbot-Demo", "1")
	here := net.TCPAddrFromAddrPort(netip.MustParseAddrPort("127.0.0.1:80"))
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, here)))
	if w.Code != 200 {
		t.Fatalf("%s %s: %d %s", name, body, w.Code, w.Body)
	}
	return w.Body.String()
}

// said returns the texts of a chat, of the bot or of the person.
func said(s *playground.Server, first string) (lines []string) {
	events, _ := s.Watch(context.Background(), 0)
	for _, e := range events {
		if m := e.Message; m.Chat.FirstName == first && e.Kind == playground.Sent {
			text := m.Text
			if m.Contact != nil {
				text = m.Contact.Phone
			}
			lines = append(lines, text)
		}
	}
	return lines
}

// TestPersonas plays all of them at once against the small bot.
func TestPersonas(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, stage := newDemo(t, (*playground.Server).StartPipe)
		for _, one := range playground.Personas {
			local(t, p, "play", `{"persona":"`+one.Key+`"}`)
		}
		time.Sleep(2 * time.Minute)
		for name, want := range map[string][]string{
			"Анна": {"/start ig_ads", "Согласны?", "Ниша?", "О чём?", "Голос и уверенность на сцене", "Формат?", "Цвет?", "Номер?",
				"+79990000001", "Верно?", "Присылать заметки?", "Спасибо", "Забыла сказать: есть рассылка на 500 человек"},
			"Дина": {"/start vk_post", "Согласны?", "Хорошо"},
			"Борис": {"/start vk_post", "Согласны?", "Ниша?", "Упражнение", "Пишите", "Ольга — выступления — 6 000\nСергей — переговоры — 4 000\nИрина — выступления — 9 000",
				"Формат?", "Формат онлайн?", "Номер?", "Пропустить", "Верно?", "Присылать заметки?", "Спасибо"},
			"Егор": {"/start friend", "Согласны?", "Ниша?", "О чём?", "Группы поддержки для врачей", "Формат?", "Цена?", "Зову"},
		} {
			got := said(stage.Server, name)
			if last := len(got) - 1; name == "Анна" {
				got = slices.Delete(got, last, last+1) // what the small bot says to the last word
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s:\n got %q\nwant %q", name, got, want)
			}
		}
		p.Close()
	})
}

func TestPersonaStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, stage := newDemo(t, (*playground.Server).StartPipe)
		started := local(t, p, "play", `{"persona":"anna"}`)
		time.Sleep(2 * time.Second)
		id := strings.Split(strings.TrimPrefix(started, `{"id":`), ",")[0]
		local(t, p, "stop", `{"who":`+id+`}`)
		before := len(said(stage.Server, "Анна"))
		time.Sleep(time.Minute)
		if got := said(stage.Server, "Анна"); len(got) != before || before < 2 {
			t.Errorf("after the stop: %q", got[before:])
		}
		p.Close()
	})
}
