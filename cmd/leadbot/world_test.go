package main

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot/playground"
	"leadbot/storage"
)

// world is the whole product in virtual time: the bot and a Bot API server that
// talk over pipes, people around them.
type world struct {
	t        *testing.T
	server   *playground.Server
	client   *http.Client
	settings map[string]string
	managers *playground.Group
	boss     *playground.Person
	olga     *playground.Person // managers
	ivan     *playground.Person
	log      slog.Handler // of the bot; nil drops what it logs
	app      *app         // the bot that runs, or ran last
	ended    chan error   // what it ended with
	stop     func()
}

const canary = "123456:canary-Token-that-nobody-may-see"

// inWorld runs a test at noon on a Monday in Moscow, with the bot running.
func inWorld(t *testing.T, settings map[string]string, test func(w *world)) {
	inWorldAt(t, mondayNoon, settings, test)
}

var (
	moscow     = time.FixedZone("MSK", 3*3600)
	mondayNoon = time.Date(2000, 1, 3, 12, 0, 0, 0, moscow)
)

func inWorldAt(t *testing.T, at time.Time, settings map[string]string, test func(w *world)) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{t: t, server: playground.Strict(canary), settings: map[string]string{
			"TELEGRAM_TOKEN": canary, "DATABASE_URL": filepath.Join(t.TempDir(), "bot.db"), "SHADOW_LEADS": "0", "SEND_RATE": "30",
		}}
		w.server.StartPipe()
		w.client = w.server.Client()
		defer func() {
			w.server.Close()
			w.client.CloseIdleConnections()
		}()
		w.boss, w.olga, w.ivan = w.server.Person("Борис"), w.server.Person("Ольга"), w.server.Person("Иван")
		w.boss.Start("")
		w.managers = w.server.Group("Менеджеры", true, w.olga, w.ivan)
		w.settings["TELEGRAM_API_URL"] = w.server.URL
		w.settings["MANAGERS_CHAT_ID"] = strconv.FormatInt(w.managers.ID(), 10)
		w.settings["OWNER_IDS"] = strconv.FormatInt(w.boss.ID(), 10)
		for name, value := range settings {
			w.settings[name] = value
		}
		time.Sleep(time.Until(at))
		w.start()
		defer func() { w.stop() }()
		w.boss.Skip()
		test(w)
	})
}

// start starts the bot; it is what a fresh process would do.
func (w *world) start() {
	w.t.Helper()
	settings, err := LoadSettings("", func(name string) (string, bool) { v, ok := w.settings[name]; return v, ok })
	if err != nil {
		w.t.Fatal(err)
	}
	script, err := loadScript(settings)
	if err != nil {
		w.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(w.t.Context())
	db, err := storage.Open(ctx, settings.Database)
	if err != nil {
		w.t.Fatal(err)
	}
	a, err := newApp(ctx, settings, script, db, outside{http: w.client}, slog.New(cmp.Or(w.log, slog.DiscardHandler)))
	if err != nil {
		w.t.Fatal(err)
	}
	w.app, w.ended = a, make(chan error, 1)
	go func() { w.ended <- a.serve(ctx) }()
	synctest.Wait()
	w.stop = func() {
		cancel()
		if err := <-w.ended; err != nil {
			w.t.Errorf("the bot ended with %v", err)
		}
		if err := db.Close(); err != nil {
			w.t.Error(err)
		}
	}
}

// settle lets everything happen that happens at once.
func (w *world) settle() { time.Sleep(5 * time.Second); synctest.Wait() }

// until lets time pass up to a time of the coming days, such as "Tue 09:10".
func (w *world) until(day string) {
	w.t.Helper()
	for now := time.Now().In(moscow); ; now = now.Add(time.Minute) {
		if now.Format("Mon 15:04") == day {
			time.Sleep(time.Until(now.Truncate(time.Minute)))
			w.settle()
			return
		}
	}
}

// prospect is a person who talks to the bot.
type prospect struct {
	*playground.Person
	w *world
}

func (w *world) prospect(name string) prospect { return prospect{w.server.Person(name), w} }

// says plays a conversation: «[Да]» presses the button with that label on the
// newest message that has it, «/start x» starts, anything else is typed.
func (p prospect) says(lines ...string) {
	p.w.t.Helper()
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "["):
			p.press(strings.Trim(line, "[]"))
		case strings.HasPrefix(line, "/start"):
			p.Start(strings.TrimSpace(strings.TrimPrefix(line, "/start")))
		default:
			p.Send(line)
		}
		p.w.settle()
	}
}

func (p prospect) press(label string) {
	p.w.t.Helper()
	if !pressed(p.Member, p.Said(), label) {
		p.w.t.Fatalf("%s finds no button %q; the last message is %q", p.User().FirstName, label, p.lastText())
	}
}

func (p prospect) lastText() string {
	last, _ := p.Last()
	return last.Text
}

// pressed presses the button whose label ends with the given one.
func pressed(by playground.Member, messages []playground.Message, label string) bool {
	for i := len(messages) - 1; i >= 0; i-- {
		for _, have := range messages[i].Labels() {
			if have == label || strings.HasSuffix(have, ". "+label) || have == "✓ "+label {
				_, err := by.Press(messages[i], have)
				return err == nil
			}
		}
	}
	return false
}

// texts returns what the bot said in a chat and did not take back.
func texts(c *playground.Chat) []string {
	var all []string
	for _, m := range c.Said() {
		all = append(all, m.Text)
	}
	return all
}

// count counts the texts that contain a part.
func count(texts []string, part string) int {
	n := 0
	for _, text := range texts {
		if strings.Contains(text, part) {
			n++
		}
	}
	return n
}

// hot is a conversation that ends hot, up to the review.
var hot = []string{
	"/start ig_ads", "[Даю согласие]", "[Одна тема]", "Йога", "[Готов и продаётся]", "[Есть]", "[Больше 20]",
	"[Группа]", "[Онлайн]", "[Вживую]", "[20 000–80 000 ₽]", "[Прямо сейчас]", "[Ищу, кому поручить]", "[От 100 000 ₽]",
	"[Только я]", "[Лучше переписка]", "[Сразу надолго]", "Чтобы группы были полными",
}
