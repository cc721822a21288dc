package desk_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// noon is a Thursday in working hours, night the same day after them.
var (
	zone  = time.FixedZone("MSK", 3*3600)
	noon  = time.Date(2026, 11, 19, 12, 0, 0, 0, zone)
	night = noon.Add(10 * time.Hour)
)

var loaded = sync.OnceValue(func() *dialog.Script {
	script, problems := dialog.Load(dialog.Default, dialog.BuiltIn())
	if script == nil {
		panic(problems)
	}
	return script
})

func newDesk(t testing.TB) *desk.Desk {
	t.Helper()
	return aDesk()
}

func aDesk() *desk.Desk {
	working, err := dialog.ParseWeek("Mon-Fri 10:00-19:00")
	if err != nil {
		panic(err)
	}
	return &desk.Desk{Targets: targets, Assistant: &dialog.Assistant{Script: loaded(), Calendar: dialog.Calendar{
		Zone: zone, Working: working, HandoffIdle: 10 * time.Minute, Promise: 15 * time.Minute, WarmPromise: 4 * time.Hour,
	}}}
}

var targets = desk.Targets{
	Hot: [3]time.Duration{5 * time.Minute, 15 * time.Minute, 30 * time.Minute}, Warm: 4 * time.Hour, Any: 8 * time.Hour,
	Silent: 30 * time.Minute, Release: 15 * time.Minute,
}

// word is one of the script's texts for the managers.
func word(id string) string { return loaded().Texts[id] }

// hot are the answers of a lead who scores high.
var hot = []string{
	"niche", "has", "niche_text", "Йога", "product", "in_place", "landing", "yes", "sales", "gt20", "participation", "group",
	"place", "online", "delivery", "live", "price", "20k_80k", "start", "now", "experience", "burned",
	"last_contractor", "Обещали и пропали", "budget", "gte100k", "decides", "shared", "call", "yes", "phone", "+79001234567", "horizon", "trial",
}

// posted is a lead whose card is out: hot, confirmed at noon, nobody's yet.
func posted(answers ...string) *dialog.Session {
	s := &dialog.Session{
		ID: 42, ChatID: 100, Phase: dialog.Done, Owner: dialog.Queue, Stage: dialog.StageHandedOff, Answers: qualify.Answers{},
		Profile: dialog.Profile{UserID: 100, Name: "Анна Петрова", Username: "anna_coach", FirstSource: "ig_ads", LastSource: "vk"},
		Handoff: &dialog.Handoff{Lane: dialog.LaneHot, At: noon, Due: noon, Posted: true, Confirmed: true, Number: 1},
		Created: noon, Updated: noon, Heard: noon, Completed: noon, Cards: 1,
	}
	for i := 0; i < len(answers); i += 2 {
		s.Answers[qualify.Question(answers[i])] = qualify.Answer{Value: answers[i+1], Raw: answers[i+1], Via: qualify.ViaButton, At: noon}
	}
	return s
}

// claimedBy gives the lead to a manager.
func claimedBy(m desk.Manager, s *dialog.Session) *dialog.Session {
	s.Claim = &dialog.Claim{ID: m.ID, Name: m.Name, At: noon}
	s.Owner, s.Stage = dialog.Manager, dialog.StageClaimed
	return s
}

// happened is an event of a turn; news come with the message that they are about.
func happened(kind, text string) dialog.Event {
	e := dialog.Event{Kind: kind, Text: text, At: noon}
	if kind == dialog.EventNews {
		e.Input = &dialog.Input{Kind: dialog.Wrote, Text: text, At: noon}
	}
	return e
}

func body(t testing.TB, d outbox.Delivery) dialog.Message {
	t.Helper()
	var m dialog.Message
	if err := json.Unmarshal(d.Body, &m); err != nil {
		t.Fatalf("delivery %s: %v", d.Key, err)
	}
	return m
}

// pressable are the actions that a message's buttons offer, row by row.
func pressable(m dialog.Message) string {
	var rows []string
	for _, row := range m.Buttons {
		var actions []string
		for _, b := range row {
			_, action, _ := strings.Cut(strings.TrimPrefix(b.Data, "m:"), ":")
			actions = append(actions, action)
		}
		rows = append(rows, strings.Join(actions, " "))
	}
	return strings.Join(rows, " | ")
}

// ours is what of a text was not written by strangers.
func ours(text dialog.Text) string {
	var b strings.Builder
	for _, span := range text {
		if !span.Foreign {
			b.WriteString(span.Text)
		}
	}
	return b.String()
}
