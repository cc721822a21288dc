package main

import (
	"maps"
	"regexp"
	"slices"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/playground"
	"leadbot/dialog"
	"leadbot/qualify"
)

// note keeps account of a press that was taken.
func (p *guest) note(m playground.Message, b playground.InlineButton) {
	switch c := choiceOf(b.Data); c.verb {
	case "a":
		p.keep(c.question, value(c, b.Text))
	case "skip":
		for _, q := range asked(m, c.question) {
			p.skip(q)
		}
	case "human":
		p.human = true
	case "consent":
		p.declined = c.option == "no"
	}
}

var listNumber = regexp.MustCompile(`^\d+\. `)

// value is what an option stands for: a suggestion for a free answer is its text.
func value(c choice, label string) string {
	if a, ok := builtInScript.Ask(qualify.Question(c.question)); ok && a.Kind == dialog.Free {
		return listNumber.ReplaceAllString(label, "")
	}
	return c.option
}

// asked returns the questions of a message that a skip covers.
func asked(m playground.Message, q string) []string {
	all := []string{q}
	for _, b := range buttons(m) {
		if c := choiceOf(b.Data); c.verb == "a" && !slices.Contains(all, c.question) {
			all = append(all, c.question)
		}
	}
	return all
}

// keep notes an answer. It supersedes one that had set it, and what its own
// option sets.
func (p *guest) keep(q, value string) {
	for other, v := range p.answers {
		if _, set := sets(other, v)[qualify.Question(q)]; set {
			delete(p.answers, other)
		}
	}
	p.put(q, value)
	for other, v := range sets(q, value) {
		p.put(string(other), v)
	}
}

func (p *guest) put(q, value string) {
	p.answers[q] = value
	delete(p.skipped, q)
}

func sets(q, value string) map[qualify.Question]string {
	a, ok := builtInScript.Ask(qualify.Question(q))
	if !ok {
		return nil
	}
	o, _ := a.Option(value)
	return o.Sets
}

// skip notes a question left out; one that has its answer keeps it.
func (p *guest) skip(q string) {
	if _, ok := p.answers[q]; !ok {
		p.skipped[q] = true
	}
}

// compare returns how the export differs from the prospect's own account, "" when
// it does not.
func (p *guest) compare(l lead) string {
	type account struct {
		Phase            string
		AskedHuman       bool
		Answers, Skipped map[string]string
	}
	want := account{"done", p.human, p.answers, map[string]string{}}
	if p.declined {
		want.Phase = "declined"
	}
	for q := range maps.Keys(p.skipped) {
		want.Skipped[q] = "skipped"
	}
	got := account{l.Phase, slices.Contains(l.Flags, "asked_human"), map[string]string{}, map[string]string{}}
	for q, a := range l.Answers {
		got.Answers[q] = a.Value
	}
	for _, q := range l.Skipped {
		got.Skipped[q] = "skipped"
	}
	return cmp.Diff(want, got)
}
