package desk_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
)

// asked is the key of the question that a press put below the card.
func asked(t *testing.T, r desk.Result) string {
	t.Helper()
	for _, d := range r.Out {
		if strings.HasPrefix(d.Key, "ask:") && d.Method == outbox.Send {
			return d.Key
		}
	}
	t.Fatalf("nothing is asked: %s", plan(r.Out))
	return ""
}

// TestAnswer: what a manager types as a reply to a question is its answer, the
// first time and later ones.
func TestAnswer(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		lead, press, typed string
		toast, state       string // "" for a state: nothing is recorded
	}{
		{"Olga's", "won", "35 000", "desk_noted", "closed won Ольга 35000"},
		{"Olga's", "won", "35к", "desk_noted", "closed won Ольга 35000"},
		{"Olga's", "won", " 120 тыс. руб ", "desk_noted", "closed won Ольга 120000"},
		{"Olga's", "won", "1 200 000 ₽", "desk_noted", "closed won Ольга 1200000"},
		{"Olga's", "won", "потом скажу", "desk_ask_digits", ""},
		{"Olga's", "won", "0", "desk_ask_digits", ""},
		{"Olga's", "won", "-5000", "desk_ask_digits", ""},
		{"Olga's", "won", "99999999999999999999", "desk_ask_digits", ""},
		{"Olga's", "won", "\n ", "desk_ask_button", ""},
		{"Olga's", "lost", "Выбрали\nподешевле", "desk_noted", "closed lost Ольга Выбрали подешевле"},
		{"Olga's", "lost", strings.Repeat("я", 500), "desk_noted", "closed lost Ольга " + strings.Repeat("я", 199) + "…"},
		{"nobody's", "reject", "Ищет работу", "desk_noted", "closed rejected - Ищет работу"},
		{"nobody's", "cat:1", "знаю его", "desk_noted", "queue handed_off - strategic знаю его"},
		{"nobody's", "temp:3", "просил весной", "desk_noted", "queue handed_off - cold просил весной"},
		{"Olga's", "hand", "Иван", "desk_ask_button", ""},
		{"Olga's", "later", "завтра", "desk_ask_button", ""},
		{"Olga's", "more", "спам", "desk_ask_button", ""},
	} {
		s := leads[c.lead]()
		key := asked(t, pressed(d, s, c.press, olga, noon))
		before := state(s)
		r, ok := d.Answer(s, key, c.typed, ivan, noon.Add(time.Hour))
		if !ok || r.Toast != word(c.toast) {
			t.Errorf("%s, %q: told %q, %t", c.press, c.typed, r.Toast, ok)
		}
		if c.state == "" {
			if got := state(s); got != before || len(r.Events) > 0 || below(r.Out) != "news" || body(t, r.Out[0]).Text.String() != word(c.toast) {
				t.Errorf("%s, %q: %q, %+v", c.press, c.typed, got, r)
			}
			continue
		}
		if got := state(s); got != c.state || len(r.Events) != 1 || r.Events[0].Text != "6" || len(r.Out) != 2 {
			t.Errorf("%s, %q: %q, %+v", c.press, c.typed, got, r)
			continue
		}
		redrawn(t, d, s, r.Out[0], noon.Add(time.Hour))
		if q := body(t, r.Out[1]); r.Out[1].Refers != key || r.Out[1].Method != outbox.Edit || len(q.Buttons) > 0 || !strings.Contains(q.Text.String(), "✓ ") {
			t.Errorf("%s, %q: the question becomes %+v", c.press, c.typed, q)
		}
	}
}

// TestAnswerAgain: the later answer counts, the same one changes nothing.
func TestAnswerAgain(t *testing.T) {
	d, s := newDesk(t), leads["Olga's"]()
	key := asked(t, pressed(d, s, "won", olga, noon))
	pressed(d, s, "amount:20000", olga, noon)
	if r, ok := d.Answer(s, key, "25 000", olga, noon); !ok || s.Deals[0].Amount != 25000 || below(r.Out) != "" || len(r.Out) != 1 {
		t.Errorf("corrected: %+v, %+v", s.Deals, r)
	}
	before := *s
	r, _ := d.Answer(s, key, "25 000", ivan, noon.Add(time.Hour))
	if unchanged(t, &before, s, r); r.Toast != word("desk_noted") {
		t.Errorf("told %q", r.Toast)
	}
}

// TestAnswerToNothing: a reply to another message is none of ours, and a question
// that is over records nothing, yet is no line for the client.
func TestAnswerToNothing(t *testing.T) {
	d := newDesk(t)
	for _, key := range []string{"", "card:42:1", "news:42:1:3", "ask:43:amount:1:1", "ask:42", "in:42:7"} {
		s := leads["won"]()
		r, ok := d.Answer(s, key, "35 000", olga, noon)
		if ok {
			t.Errorf("%q asks something", key)
		}
		unchanged(t, leads["won"](), s, r)
	}
	for _, c := range [][2]string{{"Olga's", "amount"}, {"lost", "amount"}, {"won", "lost"}, {"lost", "reject"}, {"Olga's", "reject"}, {"Olga's", "cat"}, {"Olga's", "temp"}} {
		s := leads[c[0]]()
		before := state(s)
		r, ok := d.Answer(s, "ask:42:"+c[1]+":1:1", "35 000", olga, noon)
		if !ok || state(s) != before || len(r.Events) > 0 || r.Toast != word("desk_answered") || below(r.Out) != "news" {
			t.Errorf("%s, %s: %q, %+v", c[0], c[1], state(s), r)
		}
	}
	for _, lead := range []string{"no card", "card waits", "forgotten"} {
		s := leads[lead]()
		r, ok := d.Answer(s, "ask:42:amount:1:1", "35 000", olga, noon)
		if !ok || r.Toast != word("desk_gone") {
			t.Errorf("%s: %+v", lead, r)
		}
		unchanged(t, leads[lead](), s, r)
	}
	s := leads["won"]()
	r, ok := d.Answer(s, "ask:42:amount:1:1", "35 000", stranger, noon)
	if unchanged(t, leads["won"](), s, r); !ok || r.Toast != word("desk_not_member") {
		t.Errorf("a stranger is told %q", r.Toast)
	}
}
