package dialog

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"leadbot/qualify"
)

// when is a condition as a script writes it: a map from questions to the options
// that hold, beside a few reserved words.
type when struct{ qualify.Condition }

// reserved are the words of a condition that are no question's id.
var reserved = map[string]func(*qualify.Condition) any{
	"at_least":    func(c *qualify.Condition) any { return &c.AtLeast },
	"below":       func(c *qualify.Condition) any { return &c.Below },
	"any_flag":    func(c *qualify.Condition) any { return &c.AnyFlag },
	"no_flag":     func(c *qualify.Condition) any { return &c.NoFlag },
	"category":    func(c *qualify.Condition) any { return &c.Category },
	"segment":     func(c *qualify.Condition) any { return &c.Segment },
	"temperature": func(c *qualify.Condition) any { return &c.Temperature },
}

// UnmarshalYAML reads the map; `niche: [has, several]` lists what holds,
// `product: {not: multi}` what does not.
func (w *when) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: a condition is a map such as {niche: has}", n.Line)
	}
	w.Answers = map[qualify.Question]qualify.Match{}
	for i := 0; i < len(n.Content); i += 2 {
		if err := w.entry(n.Content[i].Value, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (w *when) entry(key string, n *yaml.Node) error {
	if field, ok := reserved[key]; ok {
		return n.Decode(field(&w.Condition))
	}
	var m qualify.Match
	var err error
	switch {
	case n.Kind != yaml.MappingNode:
		err = n.Decode((*options)(&m.Is))
	case len(n.Content) != 2 || n.Content[0].Value != "not":
		return fmt.Errorf("line %d: write {not: option}", n.Line)
	default:
		err = n.Content[1].Decode((*options)(&m.Not))
	}
	if err == nil && len(m.Is)+len(m.Not) == 0 {
		err = fmt.Errorf("line %d: no option for %s", n.Line, key)
	}
	w.Answers[qualify.Question(key)] = m
	return err
}

// options is one option or a list of them.
type options []string

func (o *options) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*o = options{n.Value}
		return nil
	}
	return n.Decode((*[]string)(o))
}
