package dialog_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

// withScript returns the assistant with another script.
func withScript(t testing.TB, name string) *dialog.Assistant {
	t.Helper()
	data, err := os.ReadFile("testdata/scripts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	script, problems := dialog.Load(name, data)
	if script == nil {
		t.Fatalf("%s: %v", name, problems)
	}
	a := newAssistant(t)
	a.Script = script
	return a
}

// TestTotalIsTheLongestWay: the first progress names as many steps as the longest
// conversation takes, found by having all of them.
func TestTotalIsTheLongestWay(t *testing.T) {
	for _, name := range []string{"short.yaml", "branches.yaml"} {
		a := withScript(t, name)
		s := at(t, a)
		turn := a.Advance(s, dialog.Input{Kind: dialog.Wrote, Text: "?", At: opening})
		_, total, ok := lastSteps(turn)
		if want := longest(a, s, map[string]bool{}); !ok || total != want {
			t.Errorf("%s: the first total is %d, the longest way has %d steps", name, total, want)
		}
	}
}

// longest goes every way from a session and returns the most messages with
// questions that one of them brings; a message asked twice is one.
func longest(a *dialog.Assistant, s dialog.Session, seen map[string]bool) int {
	if s.Phase != dialog.Asking {
		return len(seen)
	}
	q, _ := a.Script.Ask(s.Asked)
	step := q.Together + "/" + string(q.ID)
	if q.Together != "" {
		step = q.Together
	}
	if !seen[step] {
		seen[step] = true
		defer delete(seen, step)
	}
	most := 0
	for _, in := range waysOn(a, s, q) {
		next := a.Advance(s, in).Session
		if next.Asked != s.Asked || len(next.Answers) > len(s.Answers) || len(next.Skipped) > len(s.Skipped) {
			most = max(most, longest(a, next, seen))
		}
	}
	return most
}

// waysOn are the answers to the open question and to those that share its
// message, and the skip.
func waysOn(a *dialog.Assistant, s dialog.Session, open *dialog.Ask) []dialog.Input {
	var all []dialog.Input
	press := func(data string) {
		all = append(all, dialog.Input{Kind: dialog.Pressed, Pressed: data, At: opening})
	}
	for _, q := range a.Script.Questions {
		if q.ID != open.ID && (open.Together == "" || q.Together != open.Together) {
			continue
		}
		for _, o := range q.Options {
			if !s.Answers.Has(q.ID) {
				press("a:" + string(q.ID) + ":" + o.ID)
			}
		}
	}
	press("skip:" + string(open.ID))
	return append(all, dialog.Input{Kind: dialog.Wrote, Text: "89001234567", At: opening})
}

func lastSteps(turn dialog.Turn) (n, total int, ok bool) {
	for _, say := range turn.Say {
		if a, b, found := steps(say.Message.Text.String()); found {
			n, total, ok = a, b, true
		}
	}
	return n, total, ok
}

// TestTotalNeverGrows while new answers come, and the step never falls.
func TestTotalNeverGrows(t *testing.T) {
	a := newAssistant(t)
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 0))
		s, n, total := at(t, a), 0, 1000
		for i := 0; s.Phase != dialog.Done; i++ {
			if i > 60 {
				t.Fatalf("seed %d: no end in sight: phase %s, asked %q", seed, s.Phase, s.Asked)
			}
			in := onward(a, s, r)
			in.At = opening.Add(time.Duration(i) * 10 * time.Second)
			turn := a.Advance(s, in)
			if step, of, ok := lastSteps(turn); ok {
				if of > total || step < n || step > of {
					t.Fatalf("seed %d: %d of %d comes after %d of %d, asked %s after %s", seed, step, of, n, total, turn.Session.Asked, s.Asked)
				}
				n, total = step, of
			}
			s = turn.Session
		}
	}
}

// onward is a new answer, a skip, or the yes at the end.
func onward(a *dialog.Assistant, s dialog.Session, r *rand.Rand) dialog.Input {
	press := func(data string) dialog.Input {
		return dialog.Input{Kind: dialog.Pressed, Pressed: data, At: opening}
	}
	switch {
	case s.Exercise != "":
		return press("x:" + string(s.Exercise) + ":go_on")
	case s.Phase == dialog.Review:
		return press("review:ok")
	case s.Phase == dialog.Done:
		return press("followups:yes")
	}
	q, _ := a.Script.Ask(s.Asked)
	var open []qualify.Question
	for _, id := range a.Script.Scorecard.Applicable(s.Answers, s.Flags) {
		m, _ := a.Script.Ask(id)
		if !s.Answers.Has(id) && (id == q.ID || q.Together != "" && m.Together == q.Together) {
			open = append(open, id)
		}
	}
	if q, _ = a.Script.Ask(pick(r, open)); !q.Required && r.IntN(6) == 0 {
		return press("skip:" + string(q.ID))
	}
	if q.Kind == dialog.Choice {
		return press("a:" + string(q.ID) + ":" + pick(r, q.Options).ID)
	}
	return dialog.Input{Kind: dialog.Wrote, Text: strings.Repeat("8", 11), At: opening}
}
