package digest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/digest"
	"leadbot/dialog"
	"leadbot/qualify"
)

var update = flag.Bool("update", false, "rewrite the golden digests")

var zone = time.FixedZone("MSK", 3*3600)

var loaded = sync.OnceValue(func() *dialog.Script {
	script, problems := dialog.Load(dialog.Default, dialog.BuiltIn())
	if script == nil {
		panic(problems)
	}
	return script
})

// monday is when the week of the figures ends, in the owner's zone.
var monday = time.Date(2026, 11, 23, 0, 0, 0, 0, zone)

// week are the figures of the week before, without a lead.
func week(change func(f *digest.Figures)) digest.Figures {
	f := digest.Figures{From: monday.AddDate(0, 0, -7), To: monday, Period: "2026-W47"}
	if change != nil {
		change(&f)
	}
	return f
}

var golden = map[string]digest.Figures{
	"nothing": week(nil),
	"late":    week(func(f *digest.Figures) { f.Late = true }),
	"nothing new, old ones move": week(func(f *digest.Figures) {
		f.Before, f.Completed = 4, 2
		f.Categories, f.Temperatures = map[string]int{"promising": 2}, map[string]int{"warm": 2}
	}),
	"one": week(func(f *digest.Figures) {
		f.Sources, f.Before = []digest.Source{{Name: "ig_ads", New: 1}}, 3
		f.Funnel = []digest.Step{{Question: "niche", Asked: 1}}
		f.Categories, f.Temperatures = map[string]int{"unrated": 1}, map[string]int{"cold": 1}
	}),
	"many": week(func(f *digest.Figures) {
		f.Sources = []digest.Source{{Name: "vk", New: 120}, {Name: "ig_ads", New: 41}, {Name: "", New: 7}, {Name: strings.Repeat("канал", 20), New: 1}}
		f.Before, f.Completed = 150, 88
		f.Funnel = []digest.Step{
			{Question: "budget", Asked: 90, Answered: 70, Skipped: 15}, {Question: "niche", Asked: 160, Answered: 150},
			{Question: "price", Asked: 110, Answered: 70, Skipped: 5}, {Question: "product", Asked: 150, Answered: 141}, {Question: "gone", Asked: 9},
		}
		f.Categories = map[string]int{"promising": 40, "strategic": 12, "operational": 40, "problem": 3, "unrated": 74}
		f.Temperatures = map[string]int{"hot": 21, "warm": 60, "cold": 88}
		f.Unclaimed = waiting(3)
		f.Missed = []dialog.Missed{
			{ID: 5, Lead: 3, Question: "niche", Text: "фиг знает,\nесли честно", Leads: 3},
			{ID: 9, Lead: 4, Question: "price", Text: strings.Repeat("по-разному ", 40), Leads: 1},
		}
	}),
}

// waiting are leads that wait an hour longer each.
func waiting(n int) (leads []digest.Waiting) {
	for i := range n {
		leads = append(leads, digest.Waiting{Lead: int64(100 + i), Name: fmt.Sprintf("Анна %d", i+1), Since: monday.Add(time.Duration(i-30) * time.Hour)})
	}
	return leads
}

// TestGolden compares whole digests with the files of testdata; **bold** and
// ‹strangers'› words are marked. With -update the files are written.
func TestGolden(t *testing.T) {
	for name, figures := range golden {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", strings.NewReplacer(" ", "_", ",", "").Replace(name)+".txt")
			got := marked(digest.Compose(loaded(), figures, zone).Text) + "\n"
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func marked(text dialog.Text) string {
	var b strings.Builder
	for _, span := range text {
		switch {
		case span.Bold:
			b.WriteString("**" + span.Text + "**")
		case span.Foreign:
			b.WriteString("‹" + span.Text + "›")
		default:
			b.WriteString(span.Text)
		}
	}
	return b.String()
}

// TestWorst: the worst step loses the most leads, the earlier of two equals; none
// is worst where nobody leaves.
func TestWorst(t *testing.T) {
	for _, c := range []struct {
		funnel []digest.Step
		want   string
	}{
		{[]digest.Step{{"price", 9, 3, 0}, {"niche", 9, 3, 0}}, "Ниша"},
		{[]digest.Step{{"price", 9, 3, 6}, {"niche", 9, 8, 0}}, "Ниша"},
		{[]digest.Step{{"price", 9, 2, 0}, {"niche", 9, 3, 0}}, "Цена"},
		{[]digest.Step{{"price", 3, 9, 0}, {"niche", 9, 9, 0}}, ""}, // asked the week before
		{[]digest.Step{{"removed", 99, 0, 0}, {"niche", 2, 1, 0}}, "Ниша"},
		{[]digest.Step{{"removed", 99, 0, 0}}, ""},
	} {
		text := digest.Compose(loaded(), week(func(f *digest.Figures) { f.Funnel = c.funnel }), zone).Text.String()
		_, rest, _ := strings.Cut(text, loaded().Texts["digest_worst"]+" «")
		if got, _, _ := strings.Cut(rest, "»"); got != c.want {
			t.Errorf("%+v: worst %q, want %q", c.funnel, got, c.want)
		}
	}
}

// TestFunnelFollowsTheScript, whatever the order of the figures.
func TestFunnelFollowsTheScript(t *testing.T) {
	f := week(nil)
	for i := len(loaded().Questions) - 1; i >= 0; i-- {
		f.Funnel = append(f.Funnel, digest.Step{Question: loaded().Questions[i].ID, Asked: 2, Answered: 1})
	}
	text := digest.Compose(loaded(), f, zone).Text.String()
	for _, a := range loaded().Questions {
		row := "\n" + a.Title + ": спросили 2, ответили 1"
		_, rest, found := strings.Cut(text, row)
		if !found {
			t.Fatalf("%q is missing or stands before an earlier question:\n%s", row, text)
		}
		text = rest
	}
}

// TestUnclaimed names at most ten and counts them all.
func TestUnclaimed(t *testing.T) {
	for _, n := range []int{0, 1, 10, 11, 500} {
		text := digest.Compose(loaded(), week(func(f *digest.Figures) { f.Unclaimed = waiting(n) }), zone).Text.String()
		want := fmt.Sprintf("Никто не взял: %d\n", n)
		if n == 0 {
			want = "Никто не взял: нет"
		}
		if named := strings.Count(text, "• #"); named != min(n, 10) || !strings.Contains(text, want) {
			t.Errorf("%d wait, %d are named:\n%s", n, named, text)
		}
	}
}

// TestStrangersWordsStayTheirs: sources and names are never spans of ours.
func TestStrangersWordsStayTheirs(t *testing.T) {
	f := week(func(f *digest.Figures) {
		for _, name := range []string{"<b>ЯД</b>", "https://t.me/ЯД @ЯД", "*ЯД* {n} {period}", strings.Repeat("ЯД", 5000)} {
			f.Sources = append(f.Sources, digest.Source{Name: name, New: 1})
			f.Unclaimed = append(f.Unclaimed, digest.Waiting{Lead: 1, Name: name, Since: monday})
			f.Missed = append(f.Missed, dialog.Missed{ID: 1, Question: "niche", Text: name, Leads: 1})
		}
	})
	for _, span := range digest.Compose(loaded(), f, zone).Text {
		if strings.Contains(span.Text, "ЯД") && !span.Foreign {
			t.Errorf("a stranger's words pass for ours: %+v", span)
		}
	}
}

// TestTimesAreTheOwners: both bounds and the waiting are told in the given zone.
func TestTimesAreTheOwners(t *testing.T) {
	f := week(func(f *digest.Figures) { f.Unclaimed = waiting(1) })
	f.From, f.To = f.From.UTC(), f.To.UTC()
	text := digest.Compose(loaded(), f, zone).Text.String()
	for _, want := range []string{"16.11 00:00 – 23.11 00:00", "• #100 Анна 1 21.11 18:00"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
}

// TestAdd counts every lead by its labels, and as completed who finished in the
// period: its start belongs to it, its end does not.
func TestAdd(t *testing.T) {
	f := week(nil)
	for _, completed := range []time.Time{{}, f.From.Add(-1), f.From, f.To.Add(-1), f.To} {
		f.Add(&dialog.Session{Completed: completed}, qualify.Assessment{Category: "promising", Temperature: qualify.Warm})
	}
	f.Add(&dialog.Session{}, qualify.Assessment{Category: "problem", Temperature: qualify.Cold})
	want := week(func(f *digest.Figures) {
		f.Completed, f.Categories, f.Temperatures = 2, map[string]int{"promising": 5, "problem": 1}, map[string]int{"warm": 5, "cold": 1}
	})
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMissedLeadsToTeaching: what was not understood brings a button, else there is none.
func TestMissedLeadsToTeaching(t *testing.T) {
	for _, n := range []int{0, 1, 5} {
		f := week(func(f *digest.Figures) { f.Missed = make([]dialog.Missed, n) })
		if m := digest.Compose(loaded(), f, zone); len(m.Buttons) != min(n, 1) || n > 0 && m.Buttons[0][0].Data != "unclear" {
			t.Errorf("%d: the buttons are %v", n, m.Buttons)
		}
	}
}
