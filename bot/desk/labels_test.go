package desk_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestFlagsScoreAtOnce: the card and the panel show the new score with the press.
func TestFlagsScoreAtOnce(t *testing.T) {
	d, s := newDesk(t), leads["nobody's"]()
	panel := asked(t, pressed(d, s, "more", olga, noon))
	for i, c := range []struct{ press, card, button string }{
		{"flag:1", "86 из 100", "✓ Торопит"},
		{"flag:4", "Операционный · растёт · 61 из 100 · в рабочие часы", "✓ Не наш профиль"},
		{"flag:104", "Стратегический · растёт · 86 из 100 · срочно", "✓ Торопит"},
		{"flag:5", "Проблемный · растёт · 0 из 100 · не спешить", "✓ Спам"},
		{"flag:105", "86 из 100", "✓ Торопит"},
		{"flag:101", "91 из 100", "✓ Категория: по ответам"},
	} {
		r := pressed(d, s, c.press, ivan, noon.Add(time.Duration(i)*time.Minute))
		if len(r.Out) != 2 || !strings.Contains(body(t, r.Out[0]).Text.String(), c.card) {
			t.Fatalf("%s: %s: %s", c.press, plan(r.Out), body(t, r.Out[0]).Text)
		}
		m := body(t, r.Out[1])
		if r.Out[1].Refers != panel || r.Out[1].Method != outbox.Edit || !strings.Contains(m.Text.String(), c.card) || !strings.Contains(marked(m), "["+c.button+"]") {
			t.Errorf("%s: the panel is now\n%s", c.press, marked(m))
		}
	}
}

// TestOverridesKeepThePoints: labels and the next step follow the manager, points
// and reasons stay; taken back, all is as before.
func TestOverridesKeepThePoints(t *testing.T) {
	d, s := newDesk(t), leads["nobody's"]()
	before := d.Assistant.Assess(s, noon)
	pressed(d, s, "cat:4", ivan, noon)
	as := d.Assistant.Assess(s, noon)
	if as.Category != "problem" || as.Temperature != "warm" || as.NextStep != "manager_decides" || as.Score != before.Score || as.Points != before.Points || len(as.Reasons) != len(before.Reasons) {
		t.Errorf("a problem: %+v", as)
	}
	pressed(d, s, "temp:3", ivan, noon)
	if as := d.Assistant.Assess(s, noon); as.Category != "problem" || as.Temperature != "cold" || as.NextStep != "polite_close" {
		t.Errorf("and no hurry: %+v", as)
	}
	if o := s.Overrides.Temperature; o.By != ivan.ID || o.Name != ivan.Name || !o.At.Equal(noon) {
		t.Errorf("recorded as %+v", o)
	}
	pressed(d, s, "cat:5", olga, noon)
	pressed(d, s, "temp:4", olga, noon)
	if as := d.Assistant.Assess(s, noon); as.Category != before.Category || as.Temperature != before.Temperature || s.Overrides != (dialog.Overrides{}) {
		t.Errorf("taken back: %+v", as)
	}
}

// TestDealsMoveTheLifecycle: a first sale, a second one after the lead came back,
// and one that was none.
func TestDealsMoveTheLifecycle(t *testing.T) {
	d, s := newDesk(t), leads["Olga's"]()
	is := func(want string, deals int) {
		t.Helper()
		if got := d.Assistant.Assess(s, noon).Lifecycle; got != want || len(s.Deals) != deals {
			t.Errorf("%s with %d deals, want %s with %d", got, len(s.Deals), want, deals)
		}
	}
	is("prospect", 0)
	pressed(d, s, "won", olga, noon)
	is("user", 1)
	pressed(d, s, "won", olga, noon)
	is("user", 1)
	pressed(d, s, "reopen", ivan, noon)
	is("prospect", 0)
	pressed(d, s, "won", ivan, noon)
	pressed(d, s, "amount:20000", ivan, noon)
	is("user", 1)
	s.Consents = []dialog.Agreement{{Purpose: dialog.Processing, Given: true, At: noon}}
	returned := d.Assistant.Advance(*s, dialog.Input{Kind: dialog.Commanded, Text: "human", At: noon.Add(time.Hour)})
	s = &returned.Session
	is("user", 1)
	if s.Handoff.Number != 2 || s.Owner != dialog.Queue || s.Closing != nil {
		t.Errorf("back with card %d, %s, closing %+v", s.Handoff.Number, s.Owner, s.Closing)
	}
	pressed(d, s, "claim", olga, noon)
	pressed(d, s, "won", olga, noon)
	is("regular", 2)
	pressed(d, s, "lost", olga, noon)
	is("regular", 2)
}
