package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"leadbot/dialog"
	"leadbot/qualify"
)

// quoted is the question whose answer says best what the lead wants: the latest
// free one, "" when there is none.
func (d *Desk) quoted(s *dialog.Session) qualify.Question {
	applying := d.script().Scorecard.Applying(s.Answers, s.Flags)
	for _, a := range slices.Backward(d.script().Questions) {
		if a.Kind == dialog.Free && applying.Has(a.ID) && !slices.Contains(a.UsedBy, "personalisation") {
			return a.ID
		}
	}
	return ""
}

// words is what the lead wants, in their own words.
func (d *Desk) words(s *dialog.Session) string { return dialog.Line(s.Answers.Value(d.quoted(s))) }

func quote(words string, room int) string {
	if words == "" {
		return ""
	}
	return "«" + dialog.Short(words, room) + "»"
}

// fact is one answer that the card shows.
type fact struct {
	title, value string
	need         int // features of the score most, then what the lead works on
}

// cut says the fact with so many characters for the value.
func (f fact) cut(room int) string { return f.title + ": " + dialog.Short(f.value, room) }

// facts are the answers that the card shows, in the order of the script, and what
// the lead's lists came to.
func (d *Desk) facts(s *dialog.Session) []fact {
	applying, quoted := d.script().Scorecard.Applying(s.Answers, s.Flags), d.quoted(s)
	var facts []fact
	for _, a := range d.script().Questions {
		if applying.Has(a.ID) && a.Kind != dialog.Phone && a.ID != quoted {
			value := dialog.Line(d.script().Label(a.ID, applying.Value(a.ID)))
			facts = append(facts, fact{a.Title, value, need(&a)})
		}
	}
	for _, found := range d.script().Found(s) {
		facts = append(facts, fact{title: found.Title, value: found.Text})
	}
	return facts
}

func need(a *dialog.Ask) int {
	switch {
	case a.Feature:
		return 2
	case slices.Contains(a.UsedBy, "personalisation"):
		return 1
	}
	return 0
}

// reasons names the three that speak most for the lead and two that speak against.
func (d *Desk) reasons(as qualify.Assessment) (up, risks string) {
	byPoints := slices.Clone(as.Reasons)
	slices.SortStableFunc(byPoints, func(a, b qualify.Reason) int { return cmp.Compare(b.Points, a.Points) })
	byGap := slices.DeleteFunc(slices.Clone(as.Reasons), func(r qualify.Reason) bool {
		return r.Answer == qualify.NotAsked || 2*r.Points > d.script().Scorecard.Best(r.Question)
	})
	slices.SortStableFunc(byGap, func(a, b qualify.Reason) int { return cmp.Compare(d.gap(b), d.gap(a)) })
	byPoints = slices.DeleteFunc(byPoints, func(r qualify.Reason) bool { return 2*r.Points <= d.script().Scorecard.Best(r.Question) })
	return d.named(byPoints, 3, " %+d"), d.named(byGap, 2, "")
}

// gap is how many points a reason leaves on the table.
func (d *Desk) gap(r qualify.Reason) int { return d.script().Scorecard.Best(r.Question) - r.Points }

func (d *Desk) named(reasons []qualify.Reason, n int, points string) string {
	var names []string
	for _, r := range reasons[:min(n, len(reasons))] {
		name := d.reason(r)
		if points != "" {
			name += fmt.Sprintf(points, r.Points)
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// reason names one line of the score in the script's words.
func (d *Desk) reason(r qualify.Reason) string {
	title := strings.ToLower(d.script().Title(r.Question))
	if label := d.script().Label(r.Question, r.Answer); title != "" && label != r.Answer {
		return title + " «" + label + "»"
	}
	return cmp.Or(title, d.word("flag_"+string(r.Question)), strings.ToLower(d.word("reason_"+string(r.Question))))
}
