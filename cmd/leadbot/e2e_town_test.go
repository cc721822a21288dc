package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// town is a Telegram with a business in it: two managers in a forum, an owner,
// and the bot.
type town struct {
	t        *testing.T
	ctx      context.Context // ends when the test has waited long enough
	server   *playground.Server
	group    *playground.Group
	managers [2]*playground.Person
	owner    *playground.Person
	env      settings
	bot      *process
}

// newTown returns a town whose bot does not run yet.
func newTown(t *testing.T) *town {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	s := playground.Strict(botToken)
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	w := &town{t: t, ctx: ctx, server: s, owner: s.Person("Олег")}
	w.managers = [2]*playground.Person{s.Person("Мария"), s.Person("Максим")}
	w.group = s.Group("Менеджеры", true, w.managers[0], w.managers[1])
	w.env = settings{
		"TELEGRAM_TOKEN": botToken, "TELEGRAM_API_URL": s.URL, "DATABASE_URL": filepath.Join(t.TempDir(), "leads.db"),
		"SEND_RATE": "off", "WORKING_HOURS": "always", "QUIET_HOURS": "none", "SHADOW_LEADS": "0", "BURST_PAUSE": "off",
		"MANAGERS_CHAT_ID": strconv.FormatInt(w.group.ID(), 10), "OWNER_IDS": strconv.FormatInt(w.owner.ID(), 10),
	}
	return w
}

// run starts the bot, once more after it ended.
func (w *town) run() *process {
	w.t.Helper()
	w.bot = launch(w.t, w.env, "")
	return w.bot
}

// start runs the bot and waits until it has spoken with Telegram.
func (w *town) start() {
	w.t.Helper()
	if err := w.run().log.await(w.ctx, "runs"); err != nil {
		w.t.Fatal(err)
	}
}

// stop ends the bot as a service manager does.
func (w *town) stop() {
	w.t.Helper()
	w.stopBy(syscall.SIGTERM)
}

// stopBy ends the bot by a signal.
func (w *town) stopBy(sig syscall.Signal) {
	w.t.Helper()
	w.bot.signal(sig)
	if code := w.bot.exit(10 * time.Second); code != 0 {
		w.t.Errorf("exit code %d after %s; the log:\n%s", code, sig, w.bot.log)
	}
}

// must stops the test at an error.
func must[T any](value T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// newcomer is a person who agreed to the consent and was asked the first question.
func (w *town) newcomer(name string) *playground.Person {
	w.t.Helper()
	p := w.server.Person(name)
	p.Start("")
	consent := must(p.Await(w.ctx, playground.Says("согласны")))(w.t)
	must(p.Press(consent, "Даю согласие"))(w.t)
	must(p.Await(w.ctx, playground.Says("Начнём с ниши")))(w.t)
	return p
}

// wanted is a person who asked for a human, with the card.
func (w *town) wanted(name string) (*playground.Person, playground.Message) {
	w.t.Helper()
	p := w.newcomer(name)
	p.Send("/human")
	card := must(w.group.Await(w.ctx, func(m playground.Message) bool {
		return cardOf(m) != 0 && strings.Contains(m.Text, name)
	}))(w.t)
	return p, card
}

// cardOf returns the lead whose card the message is, as its buttons tell; 0 for
// any other message.
func cardOf(m playground.Message) int64 {
	for _, b := range buttons(m) {
		var lead int64
		if n, _ := fmt.Sscanf(b.Data, "m:%d:", &lead); n == 1 {
			return lead
		}
	}
	return 0
}

func buttons(m playground.Message) []playground.InlineButton {
	var all []playground.InlineButton
	if m.Inline != nil {
		for _, row := range m.Inline.Rows {
			all = append(all, row...)
		}
	}
	return all
}

// cards returns the cards in the managers' chat by their leads.
func (w *town) cards() map[int64][]playground.Message {
	cards := map[int64][]playground.Message{}
	for _, m := range w.group.Said() {
		if lead := cardOf(m); lead != 0 {
			cards[lead] = append(cards[lead], m)
		}
	}
	return cards
}

// lead is what these tests read of a line of the export.
type lead struct {
	ID          int64
	ChatID      int64 `json:"chat_id"`
	Name        string
	Phase       string
	Owner       string
	Stage       string
	Skipped     []string
	Flags       []string
	Temperature string
	Answers     map[string]struct{ Value, Via string }
	Manager     *struct{ Name string }
}

// export returns all leads by their chats, beside the running bot or without it.
func (w *town) export() map[int64]lead {
	w.t.Helper()
	r := command(w.t, w.env, "", "export", "--format", "jsonl")
	if r.code != 0 || r.log != "" {
		w.t.Fatalf("export: exit code %d, %s", r.code, r.log)
	}
	leads := map[int64]lead{}
	for line := range strings.Lines(r.out) {
		var l lead
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			w.t.Fatalf("export: %v in %s", err, line)
		}
		if _, again := leads[l.ChatID]; again {
			w.t.Errorf("chat %d has two leads", l.ChatID)
		}
		leads[l.ChatID] = l
	}
	return leads
}
