package playground_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// guide is a small bot with every kind of question that the page's people know.
type guide struct {
	t      *testing.T
	server *playground.Server
	client *http.Client
}

// steps are what the bot says to a press with this data; "text" stands for any
// text and "contact" for a contact.
var steps = map[string][]string{
	"/start":          {"Согласны?", "consent:yes consent:no"},
	"consent:no":      {"Хорошо"},
	"consent:yes":     {"Ниша?", "a:niche:has a:niche:none human"},
	"a:niche:has":     {"О чём?", "skip:niche_text back human"},
	"a:niche:none":    {"Упражнение", "x:niche:now x:niche:later x:niche:go_on human"},
	"x:niche:now":     {"Пишите", "x:niche:go_on"},
	"x:niche:later":   {"Когда?", "x:niche:1d"},
	"x:niche:go_on":   {"Формат?", "a:participation:group a:participation:undecided a:place:online a:place:offline human"},
	"text":            {"Формат?", "a:participation:group a:participation:undecided a:place:online a:place:offline human"},
	"a:place:online":  {"Цвет?", "a:colour:red a:colour:blue skip:colour human"},
	"a:place:offline": {"Цена?", "a:price:lt5k a:price:gt80k human"},
	"human":           {"Зову", ""},
	"a:colour:red":    {"Номер?", "keyboard"},
	"contact":         {"Верно?", "review:ok review:edit"},
	"review:ok":       {"Присылать заметки?", "followups:yes followups:no"},
	"followups:yes":   {"Спасибо"},
	"followups:no":    {"Ладно"},

	"a:participation:undecided": {"Формат онлайн?", "a:format_a:group_online a:format_a:neither human"},
	"a:format_a:group_online":   {"Номер?", "keyboard"},
	"Пропустить":                {"Верно?", "review:ok review:edit"},
}

func startGuide(t *testing.T, s *playground.Server) {
	g := &guide{t, s, s.Client()}
	ctx, cancel := context.WithCancel(context.Background())
	var done sync.WaitGroup
	done.Go(func() { g.run(ctx) })
	t.Cleanup(func() {
		cancel()
		s.Close()
		done.Wait()
		g.client.CloseIdleConnections()
	})
}

func (g *guide) run(ctx context.Context) {
	for offset := int64(0); ctx.Err() == nil; {
		body, err := g.ask(ctx, "getUpdates", map[string]any{"offset": offset, "timeout": 30})
		if err != nil {
			return
		}
		var updates []struct {
			ID       int64               `json:"update_id"`
			Message  *playground.Message `json:"message"`
			Callback *struct {
				ID      string
				Data    string
				From    playground.User
				Message playground.Message
			} `json:"callback_query"`
		}
		if json.Unmarshal(body, &updates) != nil {
			return
		}
		for _, u := range updates {
			offset = u.ID + 1
			switch {
			case u.Callback != nil:
				g.ask(ctx, "answerCallbackQuery", map[string]any{"callback_query_id": u.Callback.ID, "text": "нажато " + u.Callback.Data})
				g.say(ctx, u.Callback.Message.Chat.ID, u.Callback.Data)
			case u.Message != nil && u.Message.Chat.Type == "private":
				g.say(ctx, u.Message.Chat.ID, heardIn(u.Message))
			}
		}
	}
}

func heardIn(m *playground.Message) string {
	first, _, _ := strings.Cut(m.Text, " ")
	switch {
	case m.Contact != nil:
		return "contact"
	case steps[first] != nil:
		return first
	case strings.Contains(m.Text, "—"):
		return "rows"
	}
	return "text"
}

func (g *guide) say(ctx context.Context, chat int64, to string) {
	step := steps[to]
	if step == nil {
		return
	}
	params := map[string]any{"chat_id": chat, "text": step[0]}
	if len(step) > 1 && step[1] != "" {
		params["reply_markup"] = markupOf(step[1])
	}
	g.ask(ctx, "sendMessage", params)
}

func markupOf(data string) map[string]any {
	if data == "keyboard" {
		return map[string]any{"keyboard": [][]map[string]any{{{"text": "Мой номер", "request_contact": true}}, {{"text": "Пропустить"}}}}
	}
	var rows [][]map[string]any
	for _, d := range strings.Fields(data) {
		rows = append(rows, []map[string]any{{"text": d, "callback_data": d}})
	}
	return map[string]any{"inline_keyboard": rows}
}

func (g *guide) ask(ctx context.Context, method string, params map[string]any) (json.RawMessage, error) {
	body, err := json.Marshal(params)
	if err != nil {
		g.t.Error(err)
	}
	r, err := http.NewRequestWithContext(ctx, "POST", g.server.URL+"/bot"+token+"/"+method, strings.NewReader(string(body)))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	resp, err := g.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return nil, err
	}
	if !a.OK && ctx.Err() == nil {
		g.t.Errorf("%s: %s", method, a.Description)
	}
	return a.Result, nil
}

// newDemo returns a page over a fresh stage whose server listens by start, and
// the clock of the stage.
func newDemo(t *testing.T, listen func(*playground.Server)) (*playground.Page, *playground.Stage) {
	var ahead time.Duration
	var mu sync.Mutex
	now := func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		return time.Now().Add(ahead).UTC()
	}
	stage := new(playground.Stage)
	open := func() playground.Stage {
		s := newServer(t)
		s.Now = now
		listen(s)
		startGuide(t, s)
		olga, owner := s.Person("Ольга"), s.Person("Вадим")
		*stage = playground.Stage{Server: s, Owner: owner, Staff: []*playground.Person{olga},
			Managers: s.Group("Менеджеры", true, olga), Now: now,
			NextDigest: func() time.Time { return now().Truncate(24 * time.Hour).Add(33 * time.Hour) },
			Jump: func(_ context.Context, d time.Duration) error {
				mu.Lock()
				defer mu.Unlock()
				ahead += d
				return nil
			},
		}
		return *stage
	}
	first := open()
	first.Reset = func(context.Context) (playground.Stage, error) {
		if stage.Reset != nil {
			return playground.Stage{}, fmt.Errorf("reset twice")
		}
		next := open()
		next.Reset = func(context.Context) (playground.Stage, error) {
			return playground.Stage{}, fmt.Errorf("no stage left")
		}
		return next, nil
	}
	p := playground.NewPage(first)
	t.Cleanup(p.Close)
	return p, stage
}
