package understand

import (
	"math"
	"slices"
	"unicode/utf8"
)

// measured is a number that answers a question.
type measured struct {
	at     int
	lo, hi float64
	minor  bool // counts when no other number does
	loose  bool // no phrase says what it is
	rated  bool // a period was named
}

// measure finds the number that answers a question. Two that differ answer
// nothing.
func (t *reading) measure(name string, q *Question) {
	var found []measured
	for i := range t.tokens {
		k := &t.tokens[i]
		if k.number == nil || k.void || k.denier != 0 || q.Fact && (k.past || k.others || k.wished && t.asked != name) {
			continue
		}
		var m measured
		var ok bool
		if q.Kind == "sum" {
			m, ok = t.sum(name, i)
		} else {
			m, ok = t.count(name, q, i)
		}
		if ok {
			found = append(found, m)
		}
	}
	found = t.best(found)
	if len(found) == 0 {
		return
	}
	first := found[0]
	value, ok := option(q.Bands, first.lo, first.hi)
	if slices.ContainsFunc(found, func(m measured) bool { return m.lo != first.lo || m.hi != first.hi }) || !ok {
		t.unsure(name)
		return
	}
	t.answer(name, value, first.at, first.at+1)
	t.tokens[first.at].used = true
}

// best leaves the numbers that count most.
func (t *reading) best(found []measured) []measured {
	for _, m := range slices.Backward(t.matches) {
		if m.role != asCorrection {
			continue
		}
		after := slices.DeleteFunc(slices.Clone(found), func(s measured) bool { return s.at < m.from })
		if len(after) > 0 {
			found = after
			break
		}
	}
	for _, worse := range []func(measured) bool{
		func(m measured) bool { return m.loose },
		func(m measured) bool { return m.minor },
		func(m measured) bool { return !m.rated },
	} {
		if better := slices.DeleteFunc(slices.Clone(found), worse); len(better) > 0 {
			found = better
		}
	}
	return found
}

// sum reads the number at a token as an amount of money of the question.
func (t *reading) sum(name string, i int) (measured, bool) {
	k := &t.tokens[i]
	n := k.number
	if k.used || t.otherUnit(i, "", 0) {
		return measured{}, false
	}
	large := n.money() || n.scaled || n.lo >= 1000 && !calendarYear(n)
	m := measured{at: i}
	cue, distance := t.nearest(i)
	asked := t.questions[t.asked]
	switch {
	case cue.rule != nil && cue.role != asWeak:
		if cue.question != name || cue.role == asOther || !large && t.asked != name && (cue.role != asCue || distance > 3 || !t.bare(i)) {
			return m, false
		}
	case asked != nil && asked.Kind == "sum":
		if t.asked != name {
			return m, false
		}
	case !large:
		return m, false
	case cue.rule == nil:
		if m.loose = t.questions[name].Alone && len(t.out.Answers) > 0 && !t.spentNear(i); !m.loose {
			return m, false
		}
	case cue.question != name:
		return m, false
	}
	lo, hi, ok := n.ends()
	if !ok {
		return m, false
	}
	if !large {
		if n.hi > 0 && (n.lo < 5 || n.hi > 999 || n.hi >= 100 && t.asked != name && t.questions[name].Alone) {
			return m, false
		}
		lo, hi = lo*1000, hi*1000
	}
	m.lo, m.hi, m.minor = lo, hi, t.small(name, i)
	return m, true
}

// bare reports whether a number stands without anything that it may count.
func (t *reading) bare(i int) bool {
	if i+1 == len(t.tokens) {
		return true
	}
	next := &t.tokens[i+1]
	return next.before >= link || next.is(t.class.per) || next.is(t.class.filler) || next.is(t.class.most)
}

// spentNear reports whether the sentence speaks of money that is something else.
func (t *reading) spentNear(i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asOther && t.questions[m.question].Kind == "sum" && t.tokens[m.from].sentence == t.tokens[i].sentence
	})
}

// small reports whether the sum is that of a part, such as one session: its word
// stands nearer than that of the whole.
func (t *reading) small(name string, i int) bool {
	least, minor := math.MaxInt, false
	for _, m := range t.matches {
		if m.question != name || m.role != asMinor && m.role != asWeak || t.tokens[m.from].sentence != t.tokens[i].sentence {
			continue
		}
		d := t.distance(m, i)
		if m.role == asWeak {
			d -= weakness(t.tokens[m.from].clause == t.tokens[i].clause)
		}
		if d < least || d == least && m.role == asMinor {
			least, minor = d, m.role == asMinor
		}
	}
	return minor
}

// weakness is what a weak cue stands farther off, in words.
func weakness(sameClause bool) int {
	if sameClause {
		return 4
	}
	return 12
}

func calendarYear(n *quantity) bool { return n.lo >= 1950 && n.lo <= 2050 && n.lo == math.Trunc(n.lo) }

// otherUnit reports whether the number counts something: months, lessons,
// people. A unit of the question itself is none.
func (t *reading) otherUnit(i int, name string, own symbol) bool {
	for k := i + 1; k < len(t.tokens) && k <= i+2; k++ {
		if t.tokens[k].before >= link || own != 0 && (t.tokens[k].is(own) || t.weakly(name, k)) || t.tokens[k].number != nil {
			return false
		}
		if t.tokens[k].is(t.class.unit) {
			return true
		}
		if !adjective(t.tokens[k].text) {
			return false
		}
	}
	return false
}

// weakly reports whether a token is a weak cue of a question.
func (t *reading) weakly(name string, i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool { return m.role == asWeak && m.question == name && m.from <= i && i < m.to })
}

// nearest returns the cue that stands nearest to a number, and how far.
func (t *reading) nearest(i int) (match, int) {
	var best match
	least := math.MaxInt
	for _, m := range t.matches {
		q := t.questions[m.question]
		if m.role < asCue || m.role > asOther || q == nil || q.Kind != "sum" || t.tokens[m.from].sentence != t.tokens[i].sentence || t.denied(m) {
			continue
		}
		if d := t.distance(m, i); d < least {
			best, least = m, d
		}
	}
	return best, least
}

// distance counts the words between a cue and a number; clauses, other numbers
// and weakness add to it.
func (t *reading) distance(m match, i int) int {
	a, b := m.to, i
	d := 0
	if m.from > i {
		a, b, d = i+1, m.from, 1
	}
	for k := a; k < b; k++ {
		d++
		if t.tokens[k].number != nil {
			d += 3
		}
	}
	if m.to <= i || m.from > i {
		d += 5 * max(t.tokens[i].clause-t.tokens[m.from].clause, t.tokens[m.from].clause-t.tokens[i].clause)
	}
	if m.role == asWeak {
		d += weakness(t.tokens[m.from].clause == t.tokens[i].clause)
	}
	return d
}

// count reads the number at a token as how many, a month.
func (t *reading) count(name string, q *Question, i int) (measured, bool) {
	n := t.tokens[i].number
	if n.money() || n.scaled && !t.unitNear(i, q.units) || t.otherUnit(i, name, q.units) {
		return measured{}, false
	}
	rate, rated := t.rate(i)
	if rate == 0 || t.excluded(name, i) {
		return measured{}, false
	}
	unit := t.unitNear(i, q.units)
	cued := t.cued(name, i, asCue, rated)
	switch {
	case unit:
	case (rated || cued || t.presently(i)) && t.weakNear(name, i):
	case t.presently(i) && t.spokenOf(i, q.units) && t.plain(i): // «было 30 заказов, а сейчас три»
	case rated && cued:
	case t.asked == name && !calendarYear(n) && (cued || t.weakNear(name, i) || t.plain(i)):
	default:
		return measured{}, false
	}
	lo, hi, ok := n.ends()
	return measured{at: i, lo: lo * rate, hi: hi * rate, rated: rated}, ok
}

// presently reports whether the clause of a number says «now».
func (t *reading) presently(i int) bool {
	c := t.tokens[i].clause
	return slices.ContainsFunc(t.tokens, func(k token) bool { return k.clause == c && k.is(t.class.now) })
}

// weakNear reports whether a weak cue stands right by a number.
func (t *reading) weakNear(name string, i int) bool {
	for k := max(0, i-2); k <= min(len(t.tokens)-1, i+3); k++ {
		if t.tokens[k].clause == t.tokens[i].clause && t.weakly(name, k) {
			return true
		}
	}
	return false
}

// spokenOf reports whether the sentence of a number names what is counted.
func (t *reading) spokenOf(i int, unit symbol) bool {
	return slices.ContainsFunc(t.tokens, func(k token) bool { return k.sentence == t.tokens[i].sentence && k.is(unit) })
}

// plain reports whether a bare number may stand for the answer: it is the only
// one of its clause, and more than the word «one» of a longer remark.
func (t *reading) plain(i int) bool {
	words := 0
	for k := range t.tokens {
		if t.tokens[k].clause != t.tokens[i].clause {
			continue
		}
		words++
		if k != i && t.tokens[k].number != nil {
			return false
		}
	}
	return words <= 6 && (words <= 3 || isDigit(t.tokens[i].text[0]) || t.tokens[i].number.lo > 1)
}

// unitNear reports whether what is counted stands right by the number.
func (t *reading) unitNear(i int, unit symbol) bool {
	for k := i + 1; k < len(t.tokens) && k <= i+3 && t.tokens[k].before < link && t.tokens[k].number == nil; k++ {
		if t.tokens[k].is(unit) {
			return true
		}
	}
	for k := i - 1; k >= 0 && k >= i-4 && t.tokens[k].number == nil && t.tokens[k].clause == t.tokens[i].clause; k-- {
		if t.tokens[k].is(unit) {
			return true
		}
	}
	return false
}

// cued reports whether a phrase of the question stands in the clause of a number,
// or in its sentence.
func (t *reading) cued(name string, i int, as role, sentence bool) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		a, b := &t.tokens[m.from], &t.tokens[i]
		return m.role == as && m.question == name && (a.clause == b.clause || sentence && a.sentence == b.sentence)
	})
}

// excluded reports whether the number counts something else: a phrase that says
// so stands by it.
func (t *reading) excluded(name string, i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asOther && m.question == name && t.tokens[m.from].clause == t.tokens[i].clause &&
			(m.from <= i && m.to > i-5 || m.from > i && m.from <= i+5)
	})
}

// rate returns how many times a month the number happens, 0 for never: yearly
// numbers tell nothing of a month; and whether a period is named.
func (t *reading) rate(i int) (float64, bool) {
	for k := i + 1; k < len(t.tokens) && k <= i+7 && t.tokens[k].clause == t.tokens[i].clause && t.tokens[k].number == nil; k++ {
		if rate, ok := t.period(k); ok {
			return rate, true
		}
	}
	for k := i - 1; k >= 0 && k >= i-7 && t.tokens[k].clause == t.tokens[i].clause && t.tokens[k].number == nil; k-- {
		if rate, ok := t.period(k); ok {
			return rate, true
		}
	}
	return 1, false
}

// period reads «в неделю», «/мес», «ежемесячно» at a token.
func (t *reading) period(k int) (float64, bool) {
	u := &t.tokens[k]
	by := k > 0 && (t.tokens[k-1].is(t.class.per) || t.tokens[k-1].text == "/")
	if !by && k > 1 && t.tokens[k-2].is(t.class.per) { // «в обычную неделю», «в каждый день»
		by = utf8.RuneCountInString(t.tokens[k-1].text) > 2
	}
	switch {
	case u.is(t.class.period):
	case !by:
		return 0, false
	}
	switch {
	case u.is(t.class.day):
		return 30, true
	case u.is(t.class.week):
		return 4.3, true
	case u.is(t.class.month):
		return 1, true
	case u.is(t.class.year):
		return 0, true
	}
	return 0, false
}
