package understand

import (
	"cmp"
	"slices"
)

// Reading is what a text says.
type Reading struct {
	Answers map[string]Answer // by question
	Intent  string            // what the writer wants beside answering; "" for nothing
	Unsure  []string          // questions that are touched on without a clear answer
	Theme   string            // what a question of the writer is about; "" when nobody knows
	Doubt   bool              // it says nothing but that the writer does not know
}

// Answer is one answer that a text gives.
type Answer struct {
	Value string // the option, or the text itself where the question is a free one
	Raw   string // the words that it was taken from
}

// Reader reads free text. It may be used by several goroutines at once.
type Reader struct {
	words     *vocabulary
	rules     []rule
	byFirst   map[symbol][]int // rules by their first word
	numbers   map[symbol]float64
	sums      map[symbol]float64
	class     classes
	questions map[string]*Question
	names     []string // the questions, sorted
	intents   []Intent // by what counts first
	topic     *topic
	calendar  calendar
	themes    []Theme
}

// reading is a text while it is read.
type reading struct {
	*Reader
	text    string
	asked   string
	tokens  []token
	matches []match
	places  map[string]int // where the answers stand
	out     Reading
	mere    map[string]bool // answers in words that a number outweighs: «60, больше нету»
}

// Read reads a text that answers the question asked, "" for none. What it cannot
// tell it leaves out.
func (r *Reader) Read(asked, text string) Reading {
	t := &reading{Reader: r, text: text, asked: asked, places: map[string]int{}, out: Reading{Answers: map[string]Answer{}}, mere: map[string]bool{}}
	t.tokens = r.cut(text)
	r.scopes(t.tokens)
	t.match()
	for _, name := range r.names {
		t.choose(name, r.questions[name])
	}
	t.field()
	for _, kind := range []string{"count", "sum", "span"} { // what is counted is no sum
		for _, name := range r.names {
			t.number(name, kind, r.questions[name])
		}
	}
	t.intent()
	t.remark()
	slices.Sort(t.out.Unsure)
	t.out.Unsure = slices.Compact(t.out.Unsure)
	return t.out
}

// cut makes tokens of a text: its words with what they mean, its numbers.
func (r *Reader) cut(text string) []token {
	r.words.seal()
	tokens := scan(text)
	tokens = tokens[:min(len(tokens), maxWords)]
	r.respell(tokens)
	for i := range tokens {
		k := &tokens[i]
		k.syms = r.words.of(k.text)
		k.negates = k.is(r.class.not)
	}
	return r.join(tokens)
}

// number finds the answer that a number gives to a question that no phrase
// answers.
func (t *reading) number(name, kind string, q *Question) {
	if q.Kind == kind && kind == "span" {
		t.span(name, q)
		return
	}
	if t.answered(name) && !t.mere[name] || q.Kind != kind {
		return
	}
	t.measure(name, q)
}

// answer records what was understood, with the words from one token to another.
func (t *reading) answer(question, value string, from, to int) {
	t.places[question] = from
	t.out.Answers[question] = Answer{Value: value, Raw: short(t.said(from, to), maxRaw)}
}

func (t *reading) unsure(question string) { t.out.Unsure = append(t.out.Unsure, question) }

// said returns the original words of the tokens.
func (t *reading) said(from, to int) string {
	return t.text[t.tokens[from].from:t.tokens[to-1].to]
}

// maxRaw bounds the words that an answer keeps, in characters.
const maxRaw = 60

// short cuts a text at a word, to so many characters at most.
func short(s string, limit int) string {
	count, space := 0, 0
	for i, r := range s {
		if count == limit {
			if space > 0 {
				return s[:space]
			}
			return s[:i]
		}
		if r == ' ' {
			space = i
		}
		count++
	}
	return s
}

// match is a phrase that was found.
type match struct {
	*rule
	from, to int
}

// match finds all phrases, those that say nothing first.
func (t *reading) match() {
	for i := range t.tokens {
		for _, s := range t.tokens[i].syms {
			for _, id := range t.byFirst[s] {
				t.try(&t.rules[id], i)
			}
		}
	}
	slices.SortStableFunc(t.matches, func(a, b match) int { return cmp.Or(a.from-b.from, b.to-a.to) })
	for _, m := range t.matches {
		if m.role == asVoid {
			for i := m.from; i < m.to; i++ {
				t.tokens[i].void = true
			}
		}
	}
	t.matches = slices.DeleteFunc(t.matches, func(m match) bool { return m.role != asVoid && t.any(m, func(s *token) bool { return s.void }) })
	t.doubt()
	t.jokes()
}

// maxReply is the length, in words, of a text that is a reply as a whole; a longer
// one replies in its first sentence.
const maxReply = 16

func (t *reading) try(r *rule, i int) {
	if r.asked && (r.question != t.asked || len(t.tokens) > maxReply && t.tokens[i].sentence > 0 || t.asksHere(i)) {
		return
	}
	if end, ok := r.pattern.matchAt(t.tokens, i); ok && end > i && t.beside(r, i, end) {
		t.matches = append(t.matches, match{r, i, end})
	}
}

// beside reports whether what a phrase asks for stands in its sentence too, apart
// from the words it covers.
func (t *reading) beside(r *rule, from, to int) bool {
	if len(r.also) == 0 {
		return true
	}
	near := func(i int) bool { return r.wide || t.tokens[i].sentence == t.tokens[from].sentence }
	first, last := from, to
	for first > 0 && near(first-1) && from-first < maxSentence {
		first--
	}
	for last < len(t.tokens) && near(last) && last-to < maxSentence {
		last++
	}
	for i := first; i < last; i++ {
		for _, p := range r.also {
			if end, ok := p.matchAt(t.tokens, i); ok && (end <= from || i >= to) {
				return true
			}
		}
	}
	return false
}

// maxSentence bounds how far apart two parts of a phrase may stand, in words.
const maxSentence = 16

// any reports whether one of the match's tokens has a property.
func (t *reading) any(m match, has func(*token) bool) bool {
	for i := m.from; i < m.to; i++ {
		if has(&t.tokens[i]) {
			return true
		}
	}
	return false
}

// doubt marks what is said in doubt: the clause of the doubt, and the one before
// when the doubt is a clause of its own.
func (t *reading) doubt() {
	for _, m := range t.matches {
		if m.role != asDoubt || t.covered(m) {
			continue
		}
		clause := t.tokens[m.from].clause
		alone := (m.from == 0 || t.tokens[m.from-1].clause < clause) && (m.to >= len(t.tokens) || t.tokens[m.to].clause > clause)
		for i := max(0, m.from-maxDoubt); i < min(len(t.tokens), m.to+maxDoubt); i++ {
			c := t.tokens[i].clause
			if c == clause || alone && c == clause-1 && t.tokens[i].sentence == t.tokens[m.from].sentence {
				t.tokens[i].unsure = true
			}
		}
	}
}

// maxDoubt bounds what a doubt reaches, in words.
const maxDoubt = 6

// covered reports whether a phrase with a meaning of its own holds the match.
func (t *reading) covered(m match) bool {
	return slices.ContainsFunc(t.matches, func(o match) bool {
		return o.role == asOption && o.from <= m.from && o.to >= m.to
	})
}
