// Package digest turns a week's figures into what the owner reads.
package digest

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

// Source counts the new leads that came first from one place.
type Source struct {
	Name string // "" when unknown
	New  int
}

// Step counts the leads that one question met in a period. A lead counts once in
// each column.
type Step struct {
	Question                 qualify.Question
	Asked, Answered, Skipped int
}

// Waiting is a lead that needs a manager and has none.
type Waiting struct {
	Lead  int64
	Name  string
	Since time.Time
}

// Figures are what is known of a period.
type Figures struct {
	From, To     time.Time
	Period       string
	Late         bool // sent later than planned
	Sources      []Source
	Before       int // new leads in the period of the same length before
	Funnel       []Step
	Completed    int
	Categories   map[string]int
	Temperatures map[string]int
	Unclaimed    []Waiting // hot ones, the longest waiting first
	Missed       []dialog.Missed
}

// Add counts a lead of the period with its assessment.
func (f *Figures) Add(s *dialog.Session, as qualify.Assessment) {
	if f.Categories == nil {
		f.Categories, f.Temperatures = map[string]int{}, map[string]int{}
	}
	f.Categories[as.Category]++
	f.Temperatures[as.Temperature]++
	if !s.Completed.IsZero() && !s.Completed.Before(f.From) && s.Completed.Before(f.To) {
		f.Completed++
	}
}

// Compose writes the digest in the script's words, its times in the given zone.
func Compose(script *dialog.Script, f Figures, zone *time.Location) dialog.Message {
	c := composer{script, zone}
	late := dialog.Text(nil)
	if f.Late {
		late = c.text("digest_late", nil)
	}
	return dialog.Message{Buttons: c.teaching(f), Text: dialog.Join("\n\n",
		c.title(f), late, c.leads(f), c.funnel(f),
		c.labels("digest_categories", "category_", f.Categories),
		c.labels("digest_temperatures", "temperature_", f.Temperatures),
		c.unclaimed(f), c.missed(f),
	)}
}

type composer struct {
	script *dialog.Script
	zone   *time.Location
}

func (c composer) text(id string, values map[string]dialog.Text) dialog.Text {
	return c.script.Text(id, values)
}

func (c composer) head(id string) dialog.Text { return dialog.Bold(c.script.Texts[id]) }

func number(n int) dialog.Text { return dialog.Plain(strconv.Itoa(n)) }

func (c composer) title(f Figures) dialog.Text {
	title := c.text("digest_title", map[string]dialog.Text{"period": dialog.Plain(f.Period)})
	dates := fmt.Sprintf("%s – %s", f.From.In(c.zone).Format("02.01 15:04"), f.To.In(c.zone).Format("02.01 15:04"))
	return dialog.Join("\n", dialog.Bold(title.String()), dialog.Plain(dates))
}

// leads are the new ones, by source, beside those of the period before.
func (c composer) leads(f Figures) dialog.Text {
	total := 0
	lines := []dialog.Text{}
	for _, s := range f.Sources {
		total += s.New
		name := dialog.Foreign(dialog.Short(s.Name, 40))
		if s.Name == "" {
			name = c.text("digest_no_source", nil)
		}
		lines = append(lines, dialog.Join("", dialog.Plain("• "), name, dialog.Plain(": "+strconv.Itoa(s.New))))
	}
	if total == 0 {
		return c.text("digest_empty", nil)
	}
	counts := c.text("digest_new", map[string]dialog.Text{"n": number(total), "before": number(f.Before), "completed": number(f.Completed)})
	head := dialog.Join("\n", dialog.Join(": ", c.head("digest_leads"), counts), dialog.Join("", c.head("digest_sources"), dialog.Plain(":")))
	return dialog.Join("\n", append([]dialog.Text{head}, lines...)...)
}

// funnel is the questions in the script's order, and the one where most leave.
func (c composer) funnel(f Figures) dialog.Text {
	lines := []dialog.Text{c.head("digest_funnel")}
	var worst Step
	for _, a := range c.script.Questions {
		i := slices.IndexFunc(f.Funnel, func(s Step) bool { return s.Question == a.ID })
		if i < 0 {
			continue
		}
		step := f.Funnel[i]
		lines = append(lines, c.text("digest_funnel_row", map[string]dialog.Text{
			"question": dialog.Plain(a.Title), "asked": number(step.met()), "answered": number(step.Answered),
		}))
		if step.lost() > worst.lost() {
			worst = step
		}
	}
	if len(lines) == 1 {
		return nil
	}
	if a, ok := c.script.Ask(worst.Question); ok && worst.lost() > 0 {
		lines = append(lines, dialog.Join(" ", c.head("digest_worst"), dialog.Plain("«"+a.Title+"»")))
	}
	return dialog.Join("\n", lines...)
}

// met is how many met the question: some answer before it is asked.
func (s Step) met() int { return max(s.Asked, s.Answered+s.Skipped) }

// lost is how many were asked and neither answered nor skipped.
func (s Step) lost() int { return s.Asked - s.Answered - s.Skipped }

// labels are counts by label, the most frequent first.
func (c composer) labels(id, prefix string, counts map[string]int) dialog.Text {
	if len(counts) == 0 {
		return nil
	}
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	var parts []dialog.Text
	for _, name := range names {
		parts = append(parts, dialog.Plain(fmt.Sprintf("%s %d", c.script.Texts[prefix+name], counts[name])))
	}
	return dialog.Join(": ", c.head(id), dialog.Join(", ", parts...))
}

// unclaimed are the hot leads that nobody took, at most ten by name.
func (c composer) unclaimed(f Figures) dialog.Text {
	if len(f.Unclaimed) == 0 {
		return dialog.Join(": ", c.head("digest_unclaimed"), c.text("digest_none", nil))
	}
	lines := []dialog.Text{dialog.Join(": ", c.head("digest_unclaimed"), number(len(f.Unclaimed)))}
	for _, w := range f.Unclaimed[:min(len(f.Unclaimed), 10)] {
		since := w.Since.In(c.zone).Format("02.01 15:04")
		lines = append(lines, dialog.Join(" ", dialog.Plain("• #"+strconv.FormatInt(w.Lead, 10)), dialog.Foreign(w.Name), dialog.Plain(since)))
	}
	return dialog.Join("\n", lines...)
}
