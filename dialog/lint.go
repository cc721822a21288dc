package dialog

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The bounds of a text that people like to read.
const (
	maxText     = 400 // characters
	maxExercise = 700
	maxSentence = 13 // words
	maxBefore   = 3  // sentences before a question
	maxLabel    = 32 // characters of a button
)

// lint advises on the copy that a prospect reads: length, sentences, one
// question a message, the name at most once, words to avoid.
func (c *checker) lint(s *Script) {
	for i := range s.Questions {
		a, at := &s.Questions[i], path{"questions", i}
		c.copy(s, a.Text, append(at, "ask"), maxText)
		for j, r := range a.Say {
			c.copy(s, r.Text, append(at, "say", j, "text"), maxText)
		}
		for j, o := range a.Options {
			c.copy(s, o.Say, append(slices.Clone(at), "options", j, "say"), maxText)
			c.label(o.Text, append(slices.Clone(at), "options", j, "text"))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Exercises)) {
		e, at := s.Exercises[name], path{"exercises", name}
		c.copy(s, e.Text, append(at, "text"), maxExercise)
		c.copy(s, e.Now, append(at, "now"), maxText)
		c.copy(s, e.Later, append(at, "later"), maxText)
		for i, r := range e.Remind {
			c.copy(s, r, append(slices.Clone(at), "remind", i), maxText)
		}
		if e.Rows != nil {
			c.label(e.Rows.Take, append(slices.Clone(at), "rows", "take"))
			for key, text := range e.Rows.said() {
				c.copy(s, text, append(slices.Clone(at), "rows", key), maxText)
			}
		}
	}
	for i, r := range s.Reminders {
		c.copy(s, r, path{"reminders", i}, maxText)
	}
	for _, id := range slices.Sorted(maps.Keys(s.Texts)) {
		if texts[id].reader == prospect {
			c.copy(s, s.Texts[id], path{"texts", id}, maxText)
		}
	}
}

func (c *checker) advise(at path, format string, args ...any) {
	c.add(at, format, args...)
	c.problems[len(c.problems)-1].Advice = true
}

func (c *checker) label(text string, at path) {
	if n := len([]rune(text)); n > maxLabel {
		c.advise(at, "a button of %d characters; at most %d read well", n, maxLabel)
	}
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?…:]+[»")]*(\s+|$)|\n+`)
	nameAgain   = regexp.MustCompile(`\{name\}`)
)

// copy looks at one text.
func (c *checker) copy(s *Script, text string, at path, most int) {
	if n := len([]rune(text)); n > most {
		c.advise(at, "%d characters; at most %d are read", n, most)
	}
	if n := strings.Count(text, "?"); n > 1 {
		c.advise(at, "%d questions in one message; one gets an answer", n)
	}
	if len(nameAgain.FindAllString(text, -1)) > 1 {
		c.advise(at, "the name stands more than once")
	}
	for _, sentence := range sentenceEnd.Split(text, -1) {
		if n := words(sentence); n > maxSentence {
			c.advise(at, "a sentence of %d words; at most %d are easy: %q", n, maxSentence, Short(sentence, 40))
		}
	}
	before := 0
	for _, sentence := range sentenceEnd.Split(strings.SplitN(text, "?", 2)[0], -1) {
		if words(sentence) > 0 {
			before++
		}
	}
	if strings.Contains(text, "?") && before-1 > maxBefore {
		c.advise(at, "%d sentences before the question; at most %d", before-1, maxBefore)
	}
	for _, word := range s.Words.Avoid {
		if strings.Contains(strings.ToLower(text), word) {
			c.advise(at, "avoid %q", word)
		}
	}
}

// words counts the words of a sentence; dashes and bullets are none.
func words(s string) int {
	n := 0
	for _, f := range strings.Fields(s) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
