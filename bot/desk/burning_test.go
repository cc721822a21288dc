package desk_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// waits are the lines of leads that came one after another, the latest first.
func waits(t *testing.T, n int) []desk.Burning {
	var all []desk.Burning
	for i := n; i > 0; i-- {
		s := posted(hot...)
		s.ID, s.Profile.Name, s.Thread = int64(i), fmt.Sprintf("Клиент %d", i), int64(100+i)
		s.Handoff.At = noon.Add(time.Duration(i) * time.Millisecond)
		all = append(all, newDesk(t).Tick(s, noon.Add(6*time.Minute)).Burning...)
	}
	return all
}

func address(thread int64) string {
	if thread == 0 {
		return ""
	}
	return fmt.Sprint("https://t.me/c/1/", thread)
}

func TestList(t *testing.T) {
	d := newDesk(t)
	night := posted(hot...)
	night.Profile.Name, night.Handoff.At, night.Handoff.Lane = "Борис", noon.Add(-14*time.Hour), dialog.LaneHuman
	taken := posted(hot...)
	takes(taken, noon)
	forgotten := posted(hot...)
	forgotten.Profile.Name, forgotten.Handoff.Steps, forgotten.Handoff.Slots = "Вера", 4, []time.Time{noon, noon}
	forgotten.Handoff.Slot = noon.Add(15 * time.Minute)
	var leads []desk.Burning
	for _, s := range []*dialog.Session{taken, night, forgotten} {
		leads = append(leads, d.Tick(s, noon.Add(16*time.Minute)).Burning...)
	}
	for _, c := range []struct {
		level desk.Level
		heads []int64
		want  string
	}{
		{desk.Opening, nil, "Пришли в нерабочее время, ждут ответа:"},
		{desk.Target, nil, "Пора ответить, никто не взял:"},
		{desk.Heads, nil, "Этим клиентам ещё никто не ответил:"},
		{desk.Heads, []int64{8, 9}, "руководитель, руководитель, этим клиентам ещё никто не ответил:"},
		{desk.Owners, nil, "Этим клиентам до сих пор никто не ответил:"},
	} {
		want := c.want + `
• Борис · Стратегический · ждёт с 18.11 22:00
• Анна Петрова · Стратегический · ждёт с 12:00 · взял(а) Ольга в 12:00, ответа ещё нет
• Вера · Стратегический · ждёт с 12:00 · разговор был обещан: 12:15`
		m := d.List(c.level, leads, c.heads, address)
		if diff := cmp.Diff(want, m.Text.String()); diff != "" {
			t.Errorf("%s: %s", c.level, diff)
		}
		var people []int64
		for _, span := range m.Text {
			if span.Person != 0 {
				people = append(people, span.Person)
			}
		}
		if diff := cmp.Diff(c.heads, people); diff != "" {
			t.Errorf("%s calls for %s", c.level, diff)
		}
		if len(m.Links) > 0 {
			t.Errorf("links without topics: %v", m.Links)
		}
	}
}

// TestLongList stays on one screen, the oldest first, with a few links.
func TestLongList(t *testing.T) {
	leads := waits(t, 200)
	text := newDesk(t).List(desk.Target, leads, nil, address)
	lines := strings.Split(text.Text.String(), "\n")
	if len(lines) > 25 || lines[1] != "• Клиент 1 · Стратегический · ждёт с 12:00" || lines[len(lines)-1] != "и ещё 178" {
		t.Errorf("%d lines:\n%s", len(lines), text.Text)
	}
	var links []dialog.Button
	for _, row := range text.Links {
		links = append(links, row...)
	}
	if len(links) != 8 || links[0] != (dialog.Button{Text: "Клиент 1", Data: "https://t.me/c/1/101"}) {
		t.Errorf("links %v", links)
	}
	if leads[0].Lead != 200 {
		t.Error("the list sorts what it was given")
	}
}

// TestListOfStrangers: whatever leads are called, the list is one message and
// their names are marked as theirs.
func TestListOfStrangers(t *testing.T) {
	d := newDesk(t)
	for _, name := range hostile {
		s := posted(hot...)
		s.Profile.Name, s.Thread = name, 5
		takes(s, noon)
		s.Claim.Name = name
		steps := d.Tick(s, noon.Add(3*time.Hour))
		m := d.List(desk.Heads, slicesOf(steps.Burning[0], 100), []int64{1}, address)
		if strings.Contains(ours(m.Text), "ЯД") || utf8.RuneCountInString(m.Text.String()) > 4000 || utf8.RuneCountInString(m.Links[0][0].Text) > 24 {
			t.Errorf("%.20q: %d characters, ours %.80q", name, utf8.RuneCountInString(m.Text.String()), ours(m.Text))
		}
		for _, line := range steps.Out {
			if strings.Contains(ours(body(t, line).Text), "ЯД") {
				t.Errorf("%.20q passes for ours in %s", name, line.Key)
			}
		}
	}
}

func slicesOf(b desk.Burning, n int) []desk.Burning {
	all := make([]desk.Burning, n)
	for i := range all {
		all[i] = b
	}
	return all
}
