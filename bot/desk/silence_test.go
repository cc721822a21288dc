package desk_test

import (
	"fmt"
	"testing"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestPing calls for the manager by name, aloud, below the card.
func TestPing(t *testing.T) {
	for id, later := range map[string]time.Duration{"desk_ping": 0, "desk_ping_later": 20 * time.Minute} {
		d, s := usual(t), posted(hot...)
		s.Handoff.Lane = dialog.LaneWarm
		takes(s, noon)
		if later > 0 {
			putOff(later)(s, noon)
		}
		steps := d.Tick(s, noon.Add(30*time.Minute))
		if len(steps.Out) != 1 || len(steps.Events) != 1 || steps.Events[0].Text != "5" || steps.Return {
			t.Fatalf("%s: %+v", id, steps)
		}
		line, m := steps.Out[0], body(t, steps.Out[0])
		want := loaded().Text(id, map[string]dialog.Text{"manager": dialog.Plain("Ольга"), "time": dialog.Plain("12:00")}).String()
		if m.Text.String() != want || m.Silent || m.Text[0].Person != olga.ID || line.Topic != "topic:42" || line.Refers != "card:42:1" {
			t.Errorf("%s: %+v %q", id, line, m.Text)
		}
	}
}

// TestLapse frees the lead: everybody may take it, and the card shows it.
func TestLapse(t *testing.T) {
	d, s := usual(t), posted(hot...)
	s.Handoff.Lane = dialog.LaneWarm
	takes(s, noon)
	run(t, d, s, noon, noon.Add(44*time.Minute))
	at := noon.Add(45 * time.Minute)
	steps := d.Tick(s, at)
	if state(s) != "queue handed_off -" || !steps.Return || !s.Nudged.Equal(at) || len(steps.Out) != 2 {
		t.Fatalf("%s, %+v", state(s), steps)
	}
	m := body(t, steps.Out[0])
	if m.Text.String() != "Ольга: ответа не было с 12:00, заявка снова свободна. Кто возьмёт?" || m.Silent || pressable(m) != "claim" {
		t.Errorf("the offer: %q with %s", m.Text, pressable(m))
	}
	if card := steps.Out[1]; card.Method != outbox.Edit || card.Refers != "card:42:1" || string(card.Body) != string(d.Card(s, at).Encode()) {
		t.Errorf("the card: %+v", card)
	}
}

// TestReleaseAfterAWord: a lead whom a human had answered waits anew; one whom
// nobody answered waits since the promise.
func TestReleaseAfterAWord(t *testing.T) {
	for _, c := range []struct {
		name string
		acts func(*dialog.Session)
		want string
	}{
		{"answered", func(s *dialog.Session) { takes(s, noon); answers(s, noon) }, "[Thu 14:05 target Thu 14:15 heads Thu 14:30 owners+sorry]"},
		{"silent", func(s *dialog.Session) { takes(s, noon) }, "[Thu 14:00 owners+sorry]"},
	} {
		d, s, at := usual(t), posted(hot...), noon.Add(2*time.Hour)
		c.acts(s)
		d.Press(s, "release", 0, olga, nil, at)
		if got := fmt.Sprint(run(t, d, s, at, at.Add(6*time.Hour))); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
