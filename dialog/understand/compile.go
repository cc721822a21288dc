package understand

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// role is what a phrase tells.
type role uint8

const (
	asVoid   role = iota // nothing, whatever its words say elsewhere
	asOption             // an option of a question
	asIntent
	asDoubt
	asCorrection
	asCue   // what a number near it is
	asWeak  // the same, when no better cue stands near
	asMinor // that a number near it counts when no other does
	asOther // that a number near it is something else
	asName  // that the speaker's field follows
	asLead  // that it may follow
	asTheme // what a question of the writer is about
)

// rule is a phrase with what it tells.
type rule struct {
	role     role
	question string
	option   string
	not      string // the option that is meant when this one is denied
	asked    bool   // only as an answer to the question
	asks     bool   // only in a sentence that asks
	spare    bool   // only when the question asked is not answered
	pattern  pattern
	also     []pattern // one of them must stand in the same sentence
	whole    bool      // an intent that counts only when nothing else is said
	wide     bool      // or in another one of the message
}

// New compiles a lexicon. The error joins a Mistake for everything wrong with it.
func New(l Lexicon) (*Reader, error) {
	b := &builder{
		Reader: &Reader{
			words: newVocabulary(), byFirst: map[symbol][]int{}, questions: l.Answers,
			numbers: map[symbol]float64{}, sums: map[symbol]float64{},
			names: slices.Sorted(maps.Keys(l.Answers)),
		},
	}
	b.compiler = compiler{words: b.words, classes: map[string]symbol{}}
	b.classes(l.Classes)
	b.values(l.Numbers, b.numbers, "numbers")
	b.values(l.Sums, b.sums, "sums")
	b.add(rule{role: asVoid}, l.Void, "void")
	b.add(rule{role: asDoubt}, l.Doubts, "doubts")
	b.add(rule{role: asCorrection}, l.Corrections, "corrections")
	for _, intent := range l.Intents {
		b.intents = append(b.intents, intent)
		b.add(rule{role: asIntent, option: intent.ID, whole: intent.Whole}, intent.Any, "intents", intent.at, "any")
		b.add(rule{role: asIntent, option: intent.ID, whole: intent.Whole, asks: true}, intent.Asks, "intents", intent.at, "asks")
		b.add(rule{role: asIntent, option: intent.ID, whole: intent.Whole, spare: true}, intent.Spare, "intents", intent.at, "spare")
	}
	b.themes = l.Themes
	for i, theme := range l.Themes {
		b.add(rule{role: asTheme, option: theme.ID}, theme.Any, "themes", i, "any")
	}
	b.dates(l.Times)
	for _, name := range b.names {
		b.question(name, l.Answers[name])
	}
	b.field(l.Topic)
	return b.Reader, errors.Join(b.mistakes...)
}

// builder compiles a lexicon and collects its mistakes.
type builder struct {
	*Reader
	compiler compiler
	mistakes []error
}

func (b *builder) mistake(path []any, format string, args ...any) {
	b.mistakes = append(b.mistakes, Mistake{path, fmt.Sprintf(format, args...)})
}

// classes gives every class its symbol, then its words; a class may name others.
func (b *builder) classes(list map[string][]string) {
	names := slices.Sorted(maps.Keys(list))
	b.compiler.classes["several"] = symSeveral
	b.compiler.classes["number"], b.compiler.classes["money"], b.compiler.classes["phone"] = symNumber, symMoney, symPhone
	for _, name := range names {
		b.compiler.classes[name] = b.words.fresh()
	}
	for name, field := range b.class.fields() {
		if _, ok := b.compiler.classes[name]; !ok {
			b.compiler.classes[name] = b.words.fresh()
		}
		*field = b.compiler.classes[name]
	}
	for _, name := range names {
		for i, w := range list[name] {
			b.member(b.compiler.classes[name], w, []any{"classes", name, i})
		}
	}
}

// member makes a word one of a class.
func (b *builder) member(class symbol, w string, path []any) {
	if strings.ContainsAny(w, " |-") {
		b.mistake(path, "class word %q: one word, without spaces, | and hyphens", w)
		return
	}
	s, err := b.compiler.single(w)
	if err != nil {
		b.mistake(path, "%v", err)
		return
	}
	if s != class {
		b.words.parents[s] = append(b.words.parents[s], class)
	}
}

func (b *builder) values(list map[int64][]string, into map[symbol]float64, section ...any) {
	for _, value := range slices.Sorted(maps.Keys(list)) {
		for i, w := range list[value] {
			s, err := b.compiler.single(w)
			if err != nil {
				b.mistake(append(slices.Clone(section), fmt.Sprint(value), i), "%v", err)
				continue
			}
			into[s] = float64(value)
		}
	}
}

func (b *builder) question(name string, q *Question) {
	for _, option := range slices.Sorted(maps.Keys(q.Options)) {
		p := q.Options[option]
		b.phrases(rule{role: asOption, question: name, option: option, not: p.Not}, p, "answers", name, "options", option)
	}
	b.add(rule{role: asOption, question: name}, q.Void, "answers", name, "void")
	b.add(rule{role: asCue, question: name}, q.Cues, "answers", name, "cues")
	b.add(rule{role: asWeak, question: name}, q.Weak, "answers", name, "weak")
	b.add(rule{role: asMinor, question: name}, q.Minor, "answers", name, "minor")
	b.add(rule{role: asOther, question: name}, q.Other, "answers", name, "other")
	if q.Kind != "" && !slices.Contains([]string{"sum", "count", "span"}, q.Kind) {
		b.mistake([]any{"answers", name, "kind"}, "unknown kind %q; known: sum, count, span", q.Kind)
	}
	if len(q.Both) != 0 && len(q.Both) != 3 {
		b.mistake([]any{"answers", name, "both"}, "both takes three options: the one for both, and the two")
	}
	q.units = b.words.fresh()
	for i, w := range q.Units {
		b.member(q.units, w, []any{"answers", name, "units", i})
	}
}

func (b *builder) phrases(r rule, p Phrases, path ...any) {
	b.add(r, p.Any, append(slices.Clone(path), "any")...)
	r.asked = true
	b.add(r, p.Asked, append(slices.Clone(path), "asked")...)
}

// add compiles phrases that tell the same.
func (b *builder) add(r rule, phrases []string, path ...any) {
	for i, phrase := range phrases {
		phrase, also, both := strings.Cut(strings.Replace(phrase, " && ", " & ", 1), " & ")
		patterns, err := b.compiler.compile(phrase)
		r.also, r.wide = nil, strings.Contains(phrases[i], " && ")
		if err == nil && both {
			r.also, err = b.compiler.compile(also)
		}
		if err != nil {
			b.mistake(append(slices.Clone(path), i), "%v", err)
			continue
		}
		for _, p := range patterns {
			r.pattern = p
			b.rules = append(b.rules, r)
			first := slices.IndexFunc(p, func(e element) bool { return e.kind == word })
			b.byFirst[p[first].sym] = append(b.byFirst[p[first].sym], len(b.rules)-1)
		}
	}
}
