package dialog

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"go.yaml.in/yaml/v3"

	"leadbot/dialog/understand"
	"leadbot/qualify"
)

// baseWords returns what every script of the language understands.
var baseWords = sync.OnceValue(func() understand.Lexicon {
	data, err := scripts.ReadFile("scripts/understand.yaml")
	if err != nil {
		panic(err) // it is embedded
	}
	var b Script
	if err := yaml.Unmarshal(data, &b); err != nil {
		panic(fmt.Sprintf("base words: %v", err)) // embedded and tested
	}
	return b.Understand
})

// understanding builds the reader of what people type.
func (c *checker) understanding(s *Script) {
	for name, q := range s.Understand.Answers {
		c.taught(s, name, q)
	}
	if d := s.Understand.Topic; d != nil {
		c.topic(s, d)
	}
	lexicon := s.Understand.Over(baseWords())
	for _, k := range s.FAQ {
		lexicon.Themes = append(lexicon.Themes, understand.Theme{ID: k.ID, Any: k.About})
	}
	reader, err := understand.New(lexicon)
	for _, m := range mistakes(err) {
		at := append(path{"understand"}, m.Path...)
		if m.Path[0] == "themes" {
			at = path{"faq", m.Path[1], "about", m.Path[3]}
		}
		c.add(at, "%s", m.Message)
	}
	s.Reader = reader
}

// taught checks that phrases lead to options that exist, and gives the reader the
// bounds of numbers.
func (c *checker) taught(s *Script, name string, q *understand.Question) {
	at := path{"understand", "answers", name}
	a, ok := s.Ask(qualify.Question(name))
	if !ok {
		c.add(at, "phrases for a question %q that the script does not have", name)
		return
	}
	if q == nil {
		c.add(at, "question %q: phrases are missing", name)
		return
	}
	known := func(option string) bool { _, ok := a.Option(option); return ok }
	options := slices.Concat(q.Order, q.Both)
	for option, phrases := range q.Options {
		options = append(options, option)
		if phrases.Not != "" {
			options = append(options, phrases.Not)
		}
	}
	for _, span := range q.Spans {
		options = append(options, span.Option)
	}
	slices.Sort(options)
	for _, option := range slices.Compact(options) {
		if !known(option) {
			c.add(append(at, "options", option), "question %q has no option %q", name, option)
		}
	}
	q.Bands = bands(a)
}

// topic checks the questions that take the field's name.
func (c *checker) topic(s *Script, d *understand.Topic) {
	at := path{"understand", "topic"}
	if _, ok := s.Ask(qualify.Question(d.Question)); !ok {
		c.add(append(at, "question"), "the script has no question %q", d.Question)
	}
	a, ok := s.Ask(qualify.Question(d.Choice))
	if !ok {
		c.add(append(at, "choice"), "the script has no question %q", d.Choice)
		return
	}
	for key, option := range map[string]string{"one": d.One, "several": d.Several} {
		if _, ok := a.Option(option); !ok {
			c.add(append(at, key), "question %q has no option %q", d.Choice, option)
		}
	}
}

// bands gives the reader the bounds of a question's options.
func bands(a *Ask) []understand.Band {
	var out []understand.Band
	for _, o := range a.Options {
		switch {
		case o.UpTo != nil:
			out = append(out, understand.Band{Option: o.ID, UpTo: float64(*o.UpTo)})
		case o.Under != nil:
			out = append(out, understand.Band{Option: o.ID, UpTo: float64(*o.Under), Under: true})
		case o.Over:
			out = append(out, understand.Band{Option: o.ID, Over: true})
		}
	}
	return out
}

// mistakes lists what an error of the lexicon joins.
func mistakes(err error) []understand.Mistake {
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		return nil
	}
	var out []understand.Mistake
	for _, e := range joined.Unwrap() {
		var m understand.Mistake
		if errors.As(e, &m) {
			out = append(out, m)
		}
	}
	return out
}
