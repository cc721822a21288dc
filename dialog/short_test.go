package dialog_test

import (
	"strings"
	"testing"

	"leadbot/dialog"
)

// TestShortScriptPlays a piano tuner's conversation to its end: nothing in the
// code knows of the agency.
func TestShortScriptPlays(t *testing.T) {
	a := withScript(t, "short.yaml")
	s := dialog.Session{ID: 7, ChatID: 100, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew, Created: opening, Heard: opening}
	from := dialog.Profile{UserID: 100, Name: "Ольга"}
	var all []string
	do := func(in dialog.Input) {
		in.At, in.From = opening, from
		turn := a.Advance(s, in)
		for _, say := range turn.Say {
			all = append(all, say.Message.Text.String())
		}
		s = turn.Session
	}
	do(dialog.Input{Kind: dialog.Started})
	for _, pressed := range []string{"consent:yes", "a:instrument:grand", "a:tuned:long_ago"} {
		do(dialog.Input{Kind: dialog.Pressed, Pressed: pressed})
	}
	for _, text := range []string{"Западает ля", "7 тыс", "на этой неделе", "8 900 123-45-67"} {
		do(dialog.Input{Kind: dialog.Wrote, Text: text})
	}
	if s.Phase != dialog.Review {
		t.Fatalf("phase %s, asked %q", s.Phase, s.Asked)
	}
	do(dialog.Input{Kind: dialog.Pressed, Pressed: "review:ok"})
	do(dialog.Input{Kind: dialog.Pressed, Pressed: "followups:no"})
	as := a.Assess(&s, opening)
	if s.Phase != dialog.Done || as.Score != 95 || as.Temperature != "hot" || as.NextStep != "visit" || s.Handoff == nil || s.Handoff.Lane != dialog.LaneHot {
		t.Errorf("phase %s, score %+v, handoff %+v", s.Phase, as, s.Handoff)
	}
	if s.Answers.Value("phone") != "+79001234567" || s.Answers.Value("budget") != "fair" {
		t.Errorf("answers %v", s.Answers)
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{"мастерская «Камертон»", "Ольга, правильно ли я вас понимаю?", "• Жалоба: Западает ля", "5 из 6"} {
		if !strings.Contains(text, want) {
			t.Errorf("nobody says %q in:\n%s", want, text)
		}
	}
}

// TestShortScriptBranches: a digital piano is not tuned, and is no hot lead.
func TestShortScriptBranches(t *testing.T) {
	a := withScript(t, "short.yaml")
	s := at(t, a, "instrument", "digital", "budget", "small", "soon", "no", "review", "ok")
	if s.Phase != dialog.Review || s.Answers.Has("tuned") {
		t.Errorf("phase %s, answers %v", s.Phase, s.Answers)
	}
	if as := a.Assess(&s, opening); as.Temperature != "cold" || as.NextStep != "write" {
		t.Errorf("%+v", as)
	}
}
