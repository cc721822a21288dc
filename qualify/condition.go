package qualify

import "slices"

// Unanswered stands in a Match for a question without an answer.
const Unanswered = "unanswered"

// Match is a requirement on one question. With Is, the answer must be one of
// the listed; with Not, none of them: then a question without an answer matches.
type Match struct {
	Is  []string
	Not []string
}

// Holds reports whether an answer, or "" for none, meets the requirement.
func (m Match) Holds(value string) bool {
	if value == "" {
		value = Unanswered
	}
	if slices.Contains(m.Not, value) {
		return false
	}
	return len(m.Is) == 0 || slices.Contains(m.Is, value)
}

// Measure names a number of an assessment: a group ("P"), a sum of groups
// ("P+V+R"), "total" or "completeness".
type Measure string

// Condition holds when every part of it does; the zero Condition always holds.
type Condition struct {
	Answers     map[Question]Match
	AnyFlag     []Flag
	NoFlag      []Flag
	AtLeast     map[Measure]int
	Below       map[Measure]int
	Category    []string
	Segment     []string
	Temperature []string
}

// view is what a condition is tried on.
type view struct {
	answers Answers
	flags   Flags
	measure func(Measure) int
	labels  labels
}

type labels struct{ category, segment, temperature string }

func (c Condition) holds(v view) bool {
	return c.AnswersHold(v.answers) && c.flagsHold(v.flags) && c.numbersHold(v.measure) && c.labelsHold(v.labels)
}

// AnswersHold reports whether the part about answers holds.
func (c Condition) AnswersHold(a Answers) bool {
	for q, m := range c.Answers {
		if !m.Holds(a.Value(q)) {
			return false
		}
	}
	return true
}

func (c Condition) flagsHold(flags Flags) bool {
	return (len(c.AnyFlag) == 0 || slices.ContainsFunc(c.AnyFlag, flags.Has)) &&
		!slices.ContainsFunc(c.NoFlag, flags.Has)
}

func (c Condition) numbersHold(measure func(Measure) int) bool {
	for m, n := range c.AtLeast {
		if measure(m) < n {
			return false
		}
	}
	for m, n := range c.Below {
		if measure(m) >= n {
			return false
		}
	}
	return true
}

func (c Condition) labelsHold(l labels) bool {
	in := func(want []string, label string) bool { return len(want) == 0 || slices.Contains(want, label) }
	return in(c.Category, l.category) && in(c.Segment, l.segment) && in(c.Temperature, l.temperature)
}
