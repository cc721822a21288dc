package dialog

import (
	"slices"

	"leadbot/qualify"
)

// condition checks what a condition refers to; it may look at the first n questions only.
func (c *checker) condition(s *Script, w when, at path, n int) {
	for q, m := range w.Answers {
		for _, value := range slices.Concat(m.Is, m.Not) {
			c.reference(s, q, value, append(slices.Clone(at), string(q)), n)
		}
	}
	for _, flag := range slices.Concat(w.AnyFlag, w.NoFlag) {
		if !s.HasFlag(flag) {
			c.add(at, "unknown flag %q: it is neither a penalty nor in zero", flag)
		}
	}
	c.labels(w.Category, s.Score.Category, append(slices.Clone(at), "category"))
	c.labels(w.Segment, s.Score.Segment, append(slices.Clone(at), "segment"))
	c.labels(w.Temperature, s.Score.Temperature, append(slices.Clone(at), "temperature"))
	for m := range w.AtLeast {
		c.measure(m, append(slices.Clone(at), "at_least"))
	}
	for m := range w.Below {
		c.measure(m, append(slices.Clone(at), "below"))
	}
}

// HasFlag reports whether a flag means anything to the score.
func (s *Script) HasFlag(f qualify.Flag) bool {
	return f == qualify.AskedHuman || slices.Contains(s.Score.Zero, f) ||
		slices.ContainsFunc(s.Score.Penalties, func(p penalty) bool { return p.Flag == f })
}

// labels checks that the rules give every label that a condition waits for.
func (c *checker) labels(want []string, given []rule, at path) {
	for _, label := range want {
		if !slices.ContainsFunc(given, func(r rule) bool { return r.Label == label }) {
			c.add(at, "no rule gives the label %q", label)
		}
	}
}

func (c *checker) measure(m qualify.Measure, at path) {
	if !m.Known() {
		c.add(at, "unknown measure %q; known: P, V, R, I, C, their sums such as P+V+R, total, completeness", m)
	}
}

func (c *checker) reference(s *Script, q qualify.Question, value string, at path, n int) {
	a, ok := s.Ask(q)
	switch {
	case !ok:
		c.add(at, "unknown question %q", q)
	case s.byID[q] >= n:
		c.add(at, "question %q comes later: a condition may look at earlier questions only", q)
	case a.Kind == Choice && value != qualify.Unanswered:
		if _, ok := a.Option(value); !ok {
			c.add(at, "question %q has no option %q", q, value)
		}
	}
}

func (c *checker) penalties(s *Script) {
	for i, p := range s.Score.Penalties {
		for j, q := range p.Voids {
			if _, ok := s.Ask(q); !ok {
				c.add(path{"score", "penalties", i, "voids", j}, "unknown question %q", q)
			}
		}
	}
	if _, ok := s.Ask(s.Score.Awareness); s.Score.Awareness != "" && !ok {
		c.add(path{"score", "awareness"}, "unknown question %q", s.Score.Awareness)
	}
}

func (c *checker) decay(s *Script) {
	d := s.Score.Decay
	if d == (decay{}) {
		return
	}
	if days(d.Every) <= 0 || d.Steps <= 0 {
		c.add(path{"score", "decay"}, "decay needs every, such as 14d, and steps of at least 1")
	}
	c.group(d.Group, path{"score", "decay", "group"})
}

// rules checks a list of labels: the last one must always hold.
func (c *checker) rules(s *Script, name string, list []rule) {
	for i, r := range list {
		at := path{"score", name, i}
		if r.Label == "" {
			c.add(at, "a rule without a label")
		}
		c.condition(s, r.When, append(at, "when"), len(s.Questions))
	}
	if n := len(list); n > 0 && !always(list[n-1].When) {
		c.add(path{"score", name, n - 1}, "the last rule of %s must have no condition", name)
	}
}

func always(w when) bool {
	return len(w.Answers)+len(w.AtLeast)+len(w.Below)+len(w.AnyFlag)+len(w.NoFlag)+len(w.Category)+len(w.Segment)+len(w.Temperature) == 0
}

func (c *checker) nextSteps(s *Script) {
	for i, r := range s.Score.NextStep {
		if s.NextSteps[r.Label] == "" {
			c.add(path{"score", "next_step", i, "label"}, "next step %q is not explained in next_steps", r.Label)
		}
	}
}

func (c *checker) exercises(s *Script) {
	for name, e := range s.Exercises {
		at := path{"exercises", name}
		if e.Text == "" || e.Now == "" || e.Later == "" || len(e.Remind) == 0 {
			c.add(at, "exercise %q needs text, now, later and remind", name)
		}
		if e.Rows != nil {
			c.rows(s, e.Rows, append(at, "rows"))
		}
	}
}

// rows checks what is said to a list, and that its best topic answers questions
// of the script.
func (c *checker) rows(s *Script, r *Rows, at path) {
	if r.Title == "" || r.Unit == "" || r.Head == "" || r.Best == "" || r.How == "" || r.Take == "" {
		c.add(at, "rows need title, unit, head, best, how and take")
	}
	for q, option := range r.Sets {
		if a, ok := s.Ask(q); !ok {
			c.add(append(at, "sets"), "unknown question %q", q)
		} else if _, ok := a.Option(option); !ok {
			c.add(append(at, "sets"), "question %q has no option %q", q, option)
		}
	}
	if a, ok := s.Ask(r.Topic); r.Topic != "" && (!ok || a.Kind != Free) {
		c.add(append(at, "topic"), "the topic needs a question of kind text, not %q", r.Topic)
	}
}
