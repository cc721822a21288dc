package qualify

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Assessment is a scored card. Its field names are those of the export.
type Assessment struct {
	Points       Points   `json:"points"`
	Score        int      `json:"score"`
	Completeness int      `json:"completeness"` // whole percent
	Category     string   `json:"category"`
	Temperature  string   `json:"temperature"`
	Segment      string   `json:"segment"`
	Awareness    int      `json:"awareness"` // 0 when unknown
	Lifecycle    string   `json:"lifecycle"`
	Reasons      []Reason `json:"reasons"`
	NextStep     string   `json:"next_step"`
}

// Reason is one line of the score. Answer is an option or NotAsked; for a flag it
// is "yes" and for the decay the idle days. The points of all
// reasons add up to the total before it is clamped to 0…100.
type Reason struct {
	Question Question `json:"question"`
	Answer   string   `json:"answer"`
	Points   int      `json:"points"`
}

// NotAsked stands in a reason for a question without an answer that counts.
const NotAsked = "not_asked"

// The temperatures: how fast to act.
const (
	Hot  = "hot"
	Warm = "warm"
	Cold = "cold"
)

// The lifecycle of a lead: first and second won deal move it on.
const (
	Prospect = "prospect"
	User     = "user"
	Regular  = "regular"
)

// Fixed are labels that a person put in place of those of the rules; "" leaves
// one to the rules.
type Fixed struct{ Category, Temperature string }

// Assess scores a card. Answers that do not apply are ignored, unanswered
// questions earn nothing and are listed; idle is the time since the lead last
// wrote. The lifecycle is always Prospect: deals are not part of the answers.
func (c *Scorecard) Assess(a Answers, flags Flags, idle time.Duration) Assessment {
	return c.AssessFixed(a, flags, idle, Fixed{})
}

// AssessFixed scores a card some of whose labels are fixed: the points are the
// same, the rules that come after a fixed label go by it.
func (c *Scorecard) AssessFixed(a Answers, flags Flags, idle time.Duration, fixed Fixed) Assessment {
	applying, applicable := c.walk(a, flags)
	points, reasons := c.earned(applying, flags)
	reasons = append(reasons, c.penalise(&points, flags)...)
	reasons = append(reasons, c.decay(&points, idle)...)
	as := Assessment{
		Points: points, Score: min(max(points.total(), 0), 100),
		Completeness: c.completeness(applying, applicable), Lifecycle: Prospect, Reasons: reasons,
		Awareness: c.awareness(applying),
	}
	if slices.ContainsFunc(c.Zero, flags.Has) {
		as.Score = 0
	}
	c.label(&as, applying, flags, fixed)
	return as
}

// label sets the labels in their order; each may look at the ones before it.
func (c *Scorecard) label(as *Assessment, a Answers, flags Flags, fixed Fixed) {
	v := view{answers: a, flags: flags, measure: func(m Measure) int {
		if m == "total" {
			return as.Score
		}
		return measure(m, as.Points, as.Completeness)
	}}
	as.Category = cmp.Or(fixed.Category, first(c.Category, v))
	v.labels.category = as.Category
	as.Segment = first(c.Segment, v)
	v.labels.segment = as.Segment
	as.Temperature = cmp.Or(fixed.Temperature, first(c.Temperature, v))
	v.labels.temperature = as.Temperature
	as.NextStep = first(c.NextStep, v)
}

func first(rules []Rule, v view) string {
	for _, r := range rules {
		if r.When.holds(v) {
			return r.Label
		}
	}
	return ""
}

// earned sums what the answers are worth, without penalties and decay.
func (c *Scorecard) earned(a Answers, flags Flags) (Points, []Reason) {
	var points Points
	var reasons []Reason
	for _, list := range [][]Rated{c.Questions, c.Formulas} {
		for i := range list {
			if list[i].Group == "" {
				continue
			}
			r := c.reason(&list[i], a, flags)
			points.add(list[i].Group, r.Points)
			reasons = append(reasons, r)
		}
	}
	return points, reasons
}

func (c *Scorecard) reason(q *Rated, a Answers, flags Flags) Reason {
	r := Reason{Question: q.ID, Answer: NotAsked}
	if row, ok := q.row(a); ok {
		r.Answer, r.Points = row.Name, row.Points
	} else if answer, ok := a[q.ID]; ok {
		r.Answer, r.Points = answer.Value, q.Points[answer.Value]
	}
	if c.voided(q.ID, flags) {
		r.Points = 0
	}
	return r
}

// row returns the first row of a formula that holds; false when none does yet.
func (q *Rated) row(a Answers) (Row, bool) {
	for _, row := range q.Rows {
		if row.When.AnswersHold(a) {
			return row, true
		}
	}
	return Row{}, false
}

func (c *Scorecard) voided(q Question, flags Flags) bool {
	return slices.ContainsFunc(c.Penalties, func(p Penalty) bool {
		return flags.Has(p.Flag) && slices.Contains(p.Voids, q)
	})
}

func (c *Scorecard) penalise(points *Points, flags Flags) []Reason {
	var reasons []Reason
	for _, p := range c.Penalties {
		if flags.Has(p.Flag) {
			points.add(C, p.Points)
			reasons = append(reasons, Reason{Question(p.Flag), "yes", -p.Points})
		}
	}
	return reasons
}

func (c *Scorecard) decay(points *Points, idle time.Duration) []Reason {
	if c.Decay.Every <= 0 || idle < c.Decay.Every {
		return nil
	}
	steps := min(int(idle/c.Decay.Every), c.Decay.Steps)
	before := points.of(c.Decay.Group)
	lost := before - before*(c.Decay.Steps-steps)/c.Decay.Steps
	points.add(c.Decay.Group, -lost)
	return []Reason{{"decay", fmt.Sprintf("%dd", int(idle.Hours()/24)), -lost}}
}

func (c *Scorecard) completeness(a Answers, applicable []Question) int {
	answered, total := 0, 0
	for _, list := range [][]Rated{c.Questions, c.Formulas} {
		for i := range list {
			q := &list[i]
			if _, rated := q.row(a); q.Feature && (rated || a.Has(q.ID)) {
				answered++
				total++
			} else if q.Feature && (len(q.Rows) > 0 || slices.Contains(applicable, q.ID)) {
				total++
			}
		}
	}
	if total == 0 {
		return 0
	}
	return 100 * answered / total
}

func (c *Scorecard) awareness(a Answers) int {
	for _, q := range c.Questions {
		if q.ID == c.Awareness {
			return q.Awareness[a.Value(q.ID)]
		}
	}
	return 0
}
