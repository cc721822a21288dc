package dialog

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"leadbot/qualify"
)

// progress says how far the conversation is: «4 из 12». A question that is asked
// again has its place already.
func (t *step) progress(a *Ask) Text {
	if !t.waits(a) {
		return nil
	}
	n, total := t.count()
	return t.text("progress", values{"n": Plain(strconv.Itoa(n)), "total": Plain(strconv.Itoa(total))})
}

// count returns the number of the open step and the steps of the longest path
// still possible. Questions that share a message are one step.
func (t *step) count() (n, total int) {
	done := map[string]bool{}
	for _, q := range t.Trail {
		if a, ok := t.Script.Ask(q); ok && q != t.Asked {
			done[a.step()] = true
		}
	}
	if a, ok := t.Script.Ask(t.Asked); ok {
		delete(done, a.step())
	}
	n = len(done) + 1
	total = len(done) + t.Script.longest(t.Answers, t.Skipped, t.Flags, done)
	if a, ok := t.Script.Ask(t.Asked); ok && !t.waits(a) {
		total++ // it is asked again
	}
	return n, max(n, total)
}

// step names the message that a question goes out in.
func (a *Ask) step() string {
	if a.Together != "" {
		return a.Together
	}
	return string(a.ID)
}

// longest returns how many steps the longest path still has that are not done.
func (s *Script) longest(a qualify.Answers, skipped []qualify.Question, flags qualify.Flags, done map[string]bool) int {
	w := walk{script: s, answers: s.Scorecard.Applying(a, flags), seen: done, closed: map[qualify.Question]bool{}}
	for _, q := range skipped {
		w.closed[q] = true
	}
	for q := range a {
		w.closed[q] = true
	}
	return s.paths.get(w.key(), func() int { return w.from(0) })
}

// key tells apart all that the search looks at.
func (w *walk) key() string {
	var b strings.Builder
	for i := range w.script.Questions {
		a := &w.script.Questions[i]
		b.WriteByte(flag(w.closed[a.ID], w.seen[a.step()]))
		if len(a.forks) > 0 {
			b.WriteString(w.answers.Value(a.ID))
		}
	}
	return b.String()
}

// lengths remembers the longest paths that were searched for.
type lengths struct {
	mu    sync.Mutex
	known map[string]int
}

// maxKnown bounds the memory; beyond it everything is forgotten.
const maxKnown = 4096

func (l *lengths) get(key string, search func() int) int {
	l.mu.Lock()
	n, ok := l.known[key]
	l.mu.Unlock()
	if ok {
		return n
	}
	n = search()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known == nil || len(l.known) >= maxKnown {
		l.known = map[string]int{}
	}
	l.known[key] = n
	return n
}

// walk tries the ways that a conversation can still take. What a condition asks
// of numbers is taken as possible.
type walk struct {
	script  *Script
	answers qualify.Answers
	seen    map[string]bool           // steps counted so far
	closed  map[qualify.Question]bool // answered or skipped
}

// from returns the most steps that the questions from the i-th on can take.
func (w *walk) from(i int) int {
	for ; i < len(w.script.Questions); i++ {
		a := &w.script.Questions[i]
		if !w.closed[a.ID] && a.When.AnswersHold(w.answers) {
			return w.open(a, i)
		}
	}
	return 0
}

func (w *walk) open(a *Ask, i int) int {
	more, step := 0, a.step()
	if !w.seen[step] {
		w.seen[step], more = true, 1
		defer delete(w.seen, step)
	}
	best := 0
	if !a.Required || len(a.forks) == 0 {
		best = w.from(i + 1)
	}
	for _, option := range a.forks {
		best = max(best, w.choose(a, option, i))
	}
	return best + more
}

// choose goes on as if an option had been chosen.
func (w *walk) choose(a *Ask, option Option, i int) int {
	defer w.answer(a.ID, option.ID)()
	for q, value := range option.Sets {
		defer w.answer(q, value)()
	}
	return w.from(i + 1)
}

// answer puts an answer and returns how to take it back.
func (w *walk) answer(q qualify.Question, value string) (undo func()) {
	before, had := w.answers[q]
	w.answers[q] = qualify.Answer{Value: value}
	return func() {
		if had {
			w.answers[q] = before
		} else {
			delete(w.answers, q)
		}
	}
}

// fork keeps of each question's options one for every way in which the
// conversation can go on from it.
func (s *Script) fork() {
	for i := range s.Questions {
		a := &s.Questions[i]
		seen := map[string]bool{}
		for _, o := range a.Options {
			if way := s.way(a, o); way != "" && !seen[way] {
				seen[way] = true
				a.forks = append(a.forks, o)
			}
		}
	}
}

// way tells apart what the later conditions make of an option, "" when none of
// them looks at the question.
func (s *Script) way(a *Ask, o Option) string {
	var b strings.Builder
	for i := range s.Questions {
		if m, ok := s.Questions[i].When.Answers[a.ID]; ok {
			fmt.Fprintf(&b, "%d=%t ", i, m.Holds(o.ID))
		}
	}
	for _, q := range slices.Sorted(maps.Keys(o.Sets)) {
		fmt.Fprintf(&b, "%s=%s ", q, o.Sets[q])
	}
	return b.String()
}

// flag packs two facts into one readable byte.
func flag(a, b bool) byte {
	n := byte('0')
	if a {
		n++
	}
	if b {
		n += 2
	}
	return n
}
