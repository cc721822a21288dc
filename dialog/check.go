package dialog

import (
	"regexp"
	"slices"

	"leadbot/qualify"
)

// idForm keeps callback data within its 64 bytes and free of separators.
var idForm = regexp.MustCompile(`^[a-z0-9_]{1,22}$`)

// uses are the purposes a question may be asked for.
var uses = []string{"score", "branch", "card", "personalisation", "next_step", "segment", "scheme", "follow_up", "handoff"}

// check looks for what decoding cannot see: ids, references, tables, texts.
func (c *checker) check(s *Script) {
	if len(s.Questions) == 0 {
		c.add(path{"questions"}, "the script has no questions")
	}
	c.region(s)
	for i := range s.Questions {
		c.question(s, i)
	}
	for i, f := range s.Score.Formulas {
		for j, row := range f.Rows {
			c.condition(s, row.When, path{"score", "formulas", i, "rows", j, "when"}, len(s.Questions))
		}
		c.group(f.Group, path{"score", "formulas", i, "group"})
	}
	for i, scheme := range s.Schemes {
		c.condition(s, scheme.When, path{"schemes", i, "when"}, len(s.Questions))
	}
	c.penalties(s)
	c.decay(s)
	c.rules(s, "category", s.Score.Category)
	c.rules(s, "temperature", s.Score.Temperature)
	c.rules(s, "segment", s.Score.Segment)
	c.rules(s, "next_step", s.Score.NextStep)
	c.nextSteps(s)
	c.exercises(s)
	c.desk(s)
	c.understanding(s)
	c.talk(s)
	if len(s.Score.Temperature) == 0 {
		c.advise(path{"score"}, "without temperature rules no lead is hot: the managers see only who asks for a human")
	}
	c.texts(s)
	c.lint(s)
}

func (c *checker) question(s *Script, i int) {
	a, at := &s.Questions[i], path{"questions", i}
	switch {
	case !idForm.MatchString(string(a.ID)):
		c.add(append(at, "id"), "question id %q: use 1 to 22 of a-z, 0-9 and _", a.ID)
	case reserved[string(a.ID)] != nil:
		c.add(append(at, "id"), "question id %q is a reserved word of conditions", a.ID)
	case s.byID[a.ID] != i:
		c.add(append(at, "id"), "question %q stands twice", a.ID)
	}
	if a.Text == "" {
		c.add(at, "question %q asks nothing: add ask", a.ID)
	}
	if a.Title == "" {
		c.add(at, "question %q has no title", a.ID)
	}
	c.used(a, at)
	c.condition(s, a.When, append(at, "when"), i)
	c.group(a.Group, append(at, "group"))
	c.kind(s, a, at)
	for j, r := range a.Say {
		c.condition(s, r.When, append(at, "say", j, "when"), i+1)
	}
	c.options(s, a, at)
}

// used holds the script to asking nothing that nobody needs.
func (c *checker) used(a *Ask, at path) {
	if len(a.UsedBy) == 0 {
		c.add(at, "question %q is not used by anything: say used_by or leave it out", a.ID)
	}
	for j, u := range a.UsedBy {
		if !slices.Contains(uses, u) {
			c.add(append(at, "used_by", j), "unknown use %q; known: %v", u, uses)
		}
	}
	if slices.Contains(a.UsedBy, "score") != (a.Group != "" || a.Feature) && a.Kind == Choice && a.Together == "" {
		c.add(append(at, "used_by"), "question %q: used_by score and group go together", a.ID)
	}
}

func (c *checker) group(g qualify.Group, at path) {
	if g != "" && !slices.Contains([]qualify.Group{qualify.P, qualify.V, qualify.R, qualify.I}, g) {
		c.add(at, "unknown group %q; known: P, V, R, I", g)
	}
}

func (c *checker) kind(s *Script, a *Ask, at path) {
	switch a.Kind {
	case Choice:
		if len(a.Options) < 2 {
			c.add(at, "question %q needs at least two options", a.ID)
		}
	case Free, Phone:
		if len(a.Options) > 0 || a.Together != "" || a.Number != "" {
			c.add(at, "question %q is no choice: no options, together or number", a.ID)
		}
	default:
		c.add(append(at, "kind"), "unknown kind %q; known: choice, text, phone", a.Kind)
	}
	c.bounds(a, at)
	if a.Number != "" && a.Number != Count && a.Number != Money {
		c.add(append(at, "number"), "unknown number %q; known: count, money", a.Number)
	}
	if q, ok := s.Ask(a.Suggest); a.Suggest != "" && (!ok || q.Kind != Free) {
		c.add(append(at, "suggest"), "suggest names no text question: %q", a.Suggest)
	}
}

// bounds checks that the options of a number cover it in growing steps, and that
// no other options have bounds.
func (c *checker) bounds(a *Ask, at path) {
	last, open, bounded := -1, false, false
	for j, o := range a.Options {
		at := append(slices.Clone(at), "options", j)
		kinds := 0
		for _, has := range []bool{o.UpTo != nil, o.Under != nil, o.Over} {
			if has {
				kinds++
			}
		}
		bounded, open = bounded || kinds > 0, open || o.Over
		if kinds > 1 {
			c.add(at, "option %q has more than one of up_to, under and over", o.ID)
		}
		if bound := o.bound(); bound >= 0 && bound <= last {
			c.add(at, "option %q: the bounds must grow", o.ID)
		} else if bound >= 0 {
			last = bound
		}
	}
	switch {
	case a.Number != "" && !open:
		c.add(at, "question %q counts a number: one option must take over: true", a.ID)
	case a.Number == "" && bounded:
		c.add(at, "question %q has bounds but no number: count or money", a.ID)
	}
}

// bound is the largest number that means the option, -1 for none.
func (o Option) bound() int {
	switch {
	case o.UpTo != nil:
		return *o.UpTo
	case o.Under != nil:
		return *o.Under - 1
	}
	return -1
}

func (c *checker) options(s *Script, a *Ask, at path) {
	for j, o := range a.Options {
		at := append(slices.Clone(at), "options", j)
		if !idForm.MatchString(o.ID) || o.ID == qualify.Unanswered {
			c.add(append(at, "id"), "option id %q: use 1 to 22 of a-z, 0-9 and _", o.ID)
		}
		if first := slices.IndexFunc(a.Options, func(x Option) bool { return x.ID == o.ID || x.Text == o.Text }); first != j {
			c.add(at, "option %q repeats the id or the text of another", o.ID)
		}
		if o.Text == "" {
			c.add(at, "option %q has no text", o.ID)
		}
		if o.Exercise != "" && s.Exercises[o.Exercise].Text == "" {
			c.add(append(at, "exercise"), "unknown exercise %q", o.Exercise)
		}
		if o.Then != "" && !slices.Contains([]Step{Book, OfferHuman, Think}, o.Then) {
			c.add(append(at, "then"), "unknown step %q; known: book, offer_human, think", o.Then)
		}
		for q, value := range o.Sets {
			c.reference(s, q, value, append(at, "sets", string(q)), len(s.Questions))
		}
	}
}
