package understand

import "slices"

// span finds the answer of a question that a time from now means: «через два
// месяца», «месяца через два».
func (t *reading) span(name string, q *Question) {
	at, last := t.places[name], t.revised()
	firm := t.answered(name) && !t.mere[name]
	if firm && at >= last || t.spanFrom(name, q, last) || last == 0 {
		return
	}
	if !t.answered(name) || !firm && at < last {
		t.spanFrom(name, q, 0)
	}
}

// spanFrom answers with the first time that stands behind a token.
func (t *reading) spanFrom(name string, q *Question, from int) bool {
	for i := from; i < len(t.tokens); i++ {
		days := t.unitDays(&t.tokens[i])
		if k := &t.tokens[i]; days == 0 || k.void || k.past || k.yours || t.excluded(name, i) {
			continue
		}
		lo, hi, ok := t.howMany(i)
		if !ok && t.asked == name && t.brief(i) {
			t.unsure(name) // «после нового года»
		}
		if !ok || !t.ahead(i) && !(t.asked == name && t.brief(i)) || t.asked != name && !t.inSentence(name, i) {
			continue
		}
		if value, ok := q.spanOf(lo*days, hi*days); ok {
			t.answer(name, value, i, i+1)
			return true
		}
		t.unsure(name)
	}
	return false
}

// revised returns where the last correction ends, 0 for none.
func (t *reading) revised() int {
	for _, m := range slices.Backward(t.matches) {
		if t.corrects(m) && m.from > 0 {
			return m.to
		}
	}
	return 0
}

// farAway is a time that nobody means, in days.
const farAway = 50 * 365

// jokes puts in doubt what is said beside a time that nobody lives to: «давайте
// через миллион лет».
func (t *reading) jokes() {
	for i := 1; i < len(t.tokens); i++ {
		n, days := t.tokens[i-1].number, t.unitDays(&t.tokens[i])
		if n == nil || n.lo*days < farAway || !t.ahead(i) {
			continue
		}
		for k := range t.tokens {
			t.tokens[k].unsure = t.tokens[k].unsure || t.tokens[k].clause == t.tokens[i].clause
		}
	}
}

func (t *reading) answered(name string) bool {
	_, ok := t.out.Answers[name]
	return ok
}

// unitDays is the length of a unit of time in days, 0 for any other word.
func (r *Reader) unitDays(u *token) float64 {
	switch {
	case u.is(r.class.day):
		return 1
	case u.is(r.class.week):
		return 7
	case u.is(r.class.month):
		return 30
	case u.is(r.class.quarter):
		return 91
	case u.is(r.class.halfYear):
		return 182
	case u.is(r.class.year):
		return 365
	}
	return 0
}

// howMany returns the number that a unit of time goes with, one when none is
// said.
func (t *reading) howMany(i int) (lo, hi float64, ok bool) {
	for _, k := range []int{i - 1, i + 2, i + 1} {
		if k < 0 || k >= len(t.tokens) || t.tokens[k].number == nil || t.tokens[k].clause != t.tokens[i].clause {
			continue
		}
		if n := t.tokens[k].number; !n.money() && !n.scaled && !calendarYear(n) {
			return n.lo, n.hi, true
		}
		return 0, 0, false
	}
	if i > 0 && (t.tokens[i-1].is(t.class.many) || !t.ahead(i) && adjective(t.tokens[i-1].text)) { // «к новому году»
		return 0, 0, false
	}
	return 1, 1, true
}

// ahead reports whether the time is said to lie ahead.
func (t *reading) ahead(i int) bool {
	for k := max(0, i-3); k < min(len(t.tokens), i+2); k++ {
		if t.tokens[k].clause == t.tokens[i].clause && t.tokens[k].is(t.class.after) {
			return true
		}
	}
	return false
}

// brief reports whether a time is the reply itself: its clause says little else.
func (t *reading) brief(i int) bool {
	words := 0
	for k := range t.tokens {
		if t.tokens[k].clause == t.tokens[i].clause && !t.tokens[k].is(t.class.filler) {
			words++
		}
	}
	return words <= 5
}

func (t *reading) inSentence(name string, i int) bool {
	for _, m := range t.matches {
		if m.role == asCue && m.question == name && t.tokens[m.from].sentence == t.tokens[i].sentence {
			return true
		}
	}
	return false
}

// spanOf returns the option that means both times.
func (q *Question) spanOf(lo, hi float64) (string, bool) {
	for _, s := range q.Spans {
		if lo >= s.From && (s.To == 0 || hi <= s.To) {
			return s.Option, true
		}
	}
	return "", false
}
