package desk_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// TestHandOffersTheOthers: the least busy first, who is away last and marked, never
// oneself; without others it says so and asks nothing.
func TestHandOffersTheOthers(t *testing.T) {
	d := newDesk(t)
	r := pressed(d, leads["Olga's"](), "hand", olga, noon)
	if got := pressable(body(t, r.Out[0])); got != "hand:9 hand:6 | hand:8" {
		t.Errorf("offers %s", got)
	}
	for _, staff := range [][]desk.Colleague{nil, {{ID: olga.ID, Name: "Ольга"}}} {
		s := leads["Olga's"]()
		r := d.Press(s, "hand", 0, olga, staff, noon)
		if unchanged(t, leads["Olga's"](), s, r); r.Toast != word("desk_hand_nobody") {
			t.Errorf("told %q", r.Toast)
		}
	}
}

// TestHandKeepsTheClock: what stopped or was put off stays so with the next one.
func TestHandKeepsTheClock(t *testing.T) {
	for _, action := range []string{"hand:6", "take_over", "reopen"} {
		s, by := called(), olga
		s.Claim.Later = night
		switch action {
		case "take_over":
			by = ivan
		case "reopen":
			s.Owner, s.Stage = dialog.Closed, dialog.StageLost
		}
		pressed(newDesk(t), s, action, by, noon.Add(time.Hour))
		if c := s.Claim; !c.At.Equal(noon.Add(time.Hour)) || !c.FirstAt.Equal(noon) || !c.Later.Equal(night) || s.Owner != dialog.Manager {
			t.Errorf("%s: %s with %+v", action, s.Owner, c)
		}
	}
}

// TestLaterMoments: an hour, three, the next opening, the one after two days.
func TestLaterMoments(t *testing.T) {
	friday := noon.AddDate(0, 0, 1)
	for _, c := range []struct {
		at   time.Time
		week string
		want [4]string
	}{
		{noon, "Mon-Fri 10:00-19:00", [4]string{"19.11 13:00", "19.11 15:00", "20.11 10:00", "23.11 10:00"}},
		{friday, "Mon-Fri 10:00-19:00", [4]string{"20.11 13:00", "20.11 15:00", "23.11 10:00", "24.11 10:00"}},
		{noon, "Mon-Thu 09:00-18:00, Fri 11:00-15:00", [4]string{"19.11 13:00", "19.11 15:00", "20.11 11:00", "23.11 09:00"}},
		{noon, "always", [4]string{"19.11 13:00", "19.11 15:00", "20.11 10:00", "21.11 10:00"}},
		{noon, "Mon-Sun 22:00-06:00", [4]string{"19.11 13:00", "19.11 15:00", "20.11 22:00", "21.11 22:00"}},
	} {
		d := newDesk(t)
		week, err := dialog.ParseWeek(c.week)
		if err != nil {
			t.Fatal(err)
		}
		d.Assistant.Calendar.Working = week
		for i, want := range c.want {
			s := leads["Olga's"]()
			pressed(d, s, "later", olga, c.at)
			d.Press(s, "later", int64(i+1), olga, nil, c.at.Add(time.Minute))
			if got := s.Claim.Later.In(zone).Format("02.01 15:04"); got != want {
				t.Errorf("%s, choice %d: %s, want %s", c.week, i+1, got, want)
			}
		}
	}
}

// TestQuestionsAreAskedAgain when the first time is long ago; the old one loses
// its buttons.
func TestQuestionsAreAskedAgain(t *testing.T) {
	d, s := newDesk(t), leads["Olga's"]()
	first := asked(t, pressed(d, s, "later", olga, noon))
	r := pressed(d, s, "later", olga, noon.Add(time.Hour))
	if len(r.Out) != 2 || r.Out[0].Refers != first || r.Out[0].Method != outbox.Edit || len(body(t, r.Out[0]).Buttons) > 0 || asked(t, r) == first {
		t.Errorf("the second time: %s", plan(r.Out))
	}
	if len(s.Handoff.Prompts) != 1 {
		t.Errorf("open are %+v", s.Handoff.Prompts)
	}
}

// TestBriefIsOneScreen: ten lines, a thousand characters, whatever was said; the
// next manager is called by name, the strangers' words are marked.
func TestBriefIsOneScreen(t *testing.T) {
	d := newDesk(t)
	for seed := range uint64(300) {
		s := anyLead(rand.New(rand.NewPCG(seed, 3)))
		s.Answers["niche"] = qualify.Answer{Value: "has"}
		claimedBy(olga, s)
		r := pressed(d, s, "take_over", ivan, noon)
		text := body(t, r.Out[len(r.Out)-1]).Text
		if n := utf8.RuneCountInString(text.String()); n > 1000 || strings.Count(text.String(), "\n") > 9 {
			t.Errorf("lead %d: %d characters:\n%s", seed, n, text)
		}
		if strings.Contains(ours(text), "ЯД") {
			t.Errorf("lead %d: a stranger's words pass for ours: %+v", seed, text)
		}
		if text[0].Text != "Иван" || text[0].Person != ivan.ID || !text[0].Foreign || !strings.Contains(text.String(), "Дальше") {
			t.Errorf("lead %d: %s", seed, text)
		}
	}
}
