package qualify

import (
	"slices"
	"strings"
	"time"
)

// Group is one of the five sums of a score.
type Group string

// The groups: strategic fit, potential value, profitability, intent, cost to serve.
const (
	P Group = "P"
	V Group = "V"
	R Group = "R"
	I Group = "I"
	C Group = "C"
)

// Points are the sums by group; C counts against the others.
type Points struct {
	P int `json:"P"`
	V int `json:"V"`
	R int `json:"R"`
	I int `json:"I"`
	C int `json:"C"`
}

func (p *Points) add(g Group, n int) {
	switch g {
	case P:
		p.P += n
	case V:
		p.V += n
	case R:
		p.R += n
	case I:
		p.I += n
	case C:
		p.C += n
	}
}

func (p Points) of(g Group) int {
	return map[Group]int{P: p.P, V: p.V, R: p.R, I: p.I, C: p.C}[g]
}

func (p Points) total() int { return p.P + p.V + p.R + p.I - p.C }

// Scorecard holds the tables of a script. It is read-only once loaded.
type Scorecard struct {
	Questions   []Rated // every question, in the order of the script
	Formulas    []Rated // features made of several answers, such as the format
	Penalties   []Penalty
	Zero        []Flag // with one of these the total is 0
	Decay       Decay
	Awareness   Question // the question whose options carry an awareness
	Category    []Rule
	Temperature []Rule
	Segment     []Rule
	NextStep    []Rule
}

// Rated is a question, or a formula over several, as the score sees it.
type Rated struct {
	ID        Question
	When      Condition      // when the question applies; it may look at earlier questions only
	Keep      bool           // an answer counts even when the question no longer applies
	Group     Group          // "" when the question earns nothing
	Feature   bool           // counts in the completeness
	Points    map[string]int // by option
	Awareness map[string]int // by option
	Rows      []Row          // formulas only: the first row that holds gives the points
}

// Row is one line of a formula.
type Row struct {
	When   Condition
	Name   string
	Points int
}

// Penalty is what a flag costs. The questions in Voids earn nothing while it is raised.
type Penalty struct {
	Flag   Flag
	Points int
	Voids  []Question
}

// Decay takes Group down by one of Steps equal parts for each full Every without a message.
type Decay struct {
	Group Group
	Every time.Duration
	Steps int
}

// Rule gives its label when its condition holds; the first rule that holds wins.
type Rule struct {
	Label string
	When  Condition
}

// Applying returns the answers that count: those whose questions apply, given
// the answers that count before them.
func (c *Scorecard) Applying(a Answers, flags Flags) Answers {
	kept, _ := c.walk(a, flags)
	return kept
}

// Applicable returns, in the order of the script, the questions that apply to
// the answers given so far, answered or not. A question's own answer has no say
// in whether it applies.
func (c *Scorecard) Applicable(a Answers, flags Flags) []Question {
	_, applicable := c.walk(a, flags)
	return applicable
}

func (c *Scorecard) walk(a Answers, flags Flags) (kept Answers, applicable []Question) {
	kept = make(Answers, len(a))
	for i := range c.Questions {
		q := &c.Questions[i]
		applies := q.When.holds(c.partial(kept, flags))
		if applies {
			applicable = append(applicable, q.ID)
		}
		if answer, ok := a[q.ID]; ok && (q.Keep || applies) {
			kept[q.ID] = answer
		}
	}
	return kept, applicable
}

// partial is the view of a card that is still being filled.
func (c *Scorecard) partial(a Answers, flags Flags) view {
	return view{answers: a, flags: flags, measure: func(m Measure) int {
		points, _ := c.earned(a, flags)
		return measure(m, points, 0)
	}}
}

// measure reads a number of an assessment; Check refuses names that it does not know.
func measure(m Measure, p Points, completeness int) int {
	switch m {
	case "total":
		return p.total()
	case "completeness":
		return completeness
	}
	sum := 0
	for g := range strings.SplitSeq(string(m), "+") {
		sum += p.of(Group(g))
	}
	return sum
}

// Known reports whether the measure is one that a condition may use.
func (m Measure) Known() bool {
	if m == "total" || m == "completeness" {
		return true
	}
	for g := range strings.SplitSeq(string(m), "+") {
		if !strings.Contains("PVRIC", g) || len(g) != 1 {
			return false
		}
	}
	return true
}

// Holds reports whether a condition holds for the answers that apply.
func (c *Scorecard) Holds(cond Condition, a Answers, flags Flags) bool {
	return cond.holds(c.partial(c.Applying(a, flags), flags))
}

// Best returns the most points that a question or a formula can earn.
func (c *Scorecard) Best(id Question) int {
	best := 0
	for _, list := range [][]Rated{c.Questions, c.Formulas} {
		if i := slices.IndexFunc(list, func(q Rated) bool { return q.ID == id }); i >= 0 {
			best = max(best, list[i].best())
		}
	}
	return best
}

func (q *Rated) best() int {
	best := 0
	for _, n := range q.Points {
		best = max(best, n)
	}
	for _, row := range q.Rows {
		best = max(best, row.Points)
	}
	return best
}
