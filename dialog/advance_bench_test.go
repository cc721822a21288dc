package dialog_test

import (
	"testing"

	"leadbot/dialog"
)

// at returns a session with the conversation led to the first open question after
// the answers given, as question and option in turn.
func at(t testing.TB, a *dialog.Assistant, answers ...string) dialog.Session {
	t.Helper()
	s := dialog.Session{ID: 7, ChatID: 100, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew, Created: opening, Heard: opening}
	press := func(data string) {
		s = a.Advance(s, dialog.Input{Kind: dialog.Pressed, Pressed: data, At: opening, From: dialog.Profile{Name: "Анна", UserID: 100}}).Session
	}
	s = a.Advance(s, dialog.Input{Kind: dialog.Started, At: opening}).Session
	press("consent:yes")
	for i := 0; i < len(answers); i += 2 {
		if answers[i+1] == "skip" {
			press("skip:" + answers[i])
			continue
		}
		press("a:" + answers[i] + ":" + answers[i+1])
	}
	return s
}

// midway are answers up to the price.
var midway = []string{"niche", "has", "niche_text", "skip", "product", "in_place", "landing", "yes", "sales", "6_20",
	"participation", "group", "place", "online", "delivery", "live"}

// BenchmarkAdvance presses one button in mid-conversation.
func BenchmarkAdvance(b *testing.B) {
	a := newAssistant(b)
	s := at(b, a, midway...)
	if s.Asked != "price" {
		b.Fatalf("asked %q", s.Asked)
	}
	in := dialog.Input{Kind: dialog.Pressed, Pressed: "a:price:20k_80k", At: opening, From: s.Profile}
	b.ReportAllocs()
	for b.Loop() {
		if turn := a.Advance(s, in); turn.Session.Asked != "start" {
			b.Fatalf("asked %q", turn.Session.Asked)
		}
	}
}

// BenchmarkAdvanceStart presses the consent, where the way ahead is longest.
func BenchmarkAdvanceStart(b *testing.B) {
	a := newAssistant(b)
	s := a.Advance(dialog.Session{ID: 7, ChatID: 100, Phase: dialog.New}, dialog.Input{Kind: dialog.Started, At: opening}).Session
	in := dialog.Input{Kind: dialog.Pressed, Pressed: "consent:yes", At: opening}
	b.ReportAllocs()
	for b.Loop() {
		if turn := a.Advance(s, in); turn.Session.Asked != "niche" {
			b.Fatalf("asked %q", turn.Session.Asked)
		}
	}
}
