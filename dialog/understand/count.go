package understand

import (
	"slices"
	"unicode/utf8"
)

// count reads the number at a token as how many, a month.
func (t *reading) count(name string, q *Question, i int) (measured, bool) {
	n := t.tokens[i].number
	if n.money() || (n.scaled || n.lo >= 1000) && !t.unitNext(i, q.units) || t.otherUnit(i, name, q.units) {
		return measured{}, false
	}
	rate, rated := t.rate(i)
	if rate == 0 || t.excluded(name, i) || !rated && t.asked != name && t.portion(i) {
		return measured{}, false
	}
	unit := t.unitNear(i, q.units)
	cued := t.cued(name, i, asCue, rated)
	switch {
	case unit && (isDigit(t.tokens[i].text[0]) || n.hi > 1 || rated || cued || t.asked == name || t.presently(i)): // «одна ученица» is often no count
	case (rated || cued || t.presently(i)) && t.weakNear(name, i):
	case t.presently(i) && (t.spokenOf(i, q.units) || t.cued(name, i, asCue, true) && !t.priced(i)) && t.plain(i): // «было 30 заказов, а сейчас три»
	case rated && cued && !t.foreignUnit(i):
	case t.asked == name && !calendarYear(n) && (cued || t.weakNear(name, i) || t.plain(i)):
	default:
		return measured{}, false
	}
	lo, hi, ok := n.ends()
	return measured{at: i, lo: lo * rate, hi: hi * rate, rated: rated}, ok
}

// portion reports whether a number tells how many are taken at once, or at most:
// «увожу по восемь человек», «до 8 учеников».
func (t *reading) portion(i int) bool {
	return t.tokens[i].number.upTo || i > 0 && t.tokens[i-1].is(t.class.apiece)
}

// foreignUnit reports whether the clause of a number names something else that it
// may count: «часов в неделю выходит пятнадцать».
func (t *reading) foreignUnit(i int) bool {
	c := t.tokens[i].clause
	return slices.ContainsFunc(t.tokens[:i], func(k token) bool {
		return k.clause == c && k.is(t.class.unit) && !k.is(t.class.week) && !k.is(t.class.month) && !k.is(t.class.day)
	})
}

// priced reports whether the sentence of a number speaks of a sum.
func (t *reading) priced(i int) bool {
	cue, _ := t.nearest(i)
	return cue.rule != nil && cue.role != asWeak && !t.tokens[cue.from].past
}

// presently reports whether the clause of a number says «now».
func (t *reading) presently(i int) bool {
	c := t.tokens[i].clause
	return slices.ContainsFunc(t.tokens, func(k token) bool { return k.clause == c && k.is(t.class.now) })
}

// weakNear reports whether a weak cue stands right by a number.
func (t *reading) weakNear(name string, i int) bool {
	for k := max(0, i-2); k <= min(len(t.tokens)-1, i+3); k++ {
		if t.tokens[k].clause == t.tokens[i].clause && t.weakly(name, k) && (k == 0 || k-1 == i || !t.tokens[k-1].is(t.class.per)) { // not «3500 за консультацию»
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
		if k != i && t.tokens[k].number != nil && t.tokens[k].denier == 0 {
			return false
		}
	}
	return words <= 6 && (words <= 3 || isDigit(t.tokens[i].text[0]) || t.tokens[i].number.lo > 1)
}

// unitNext reports whether what is counted follows the number at once, but for an
// adjective.
func (t *reading) unitNext(i int, unit symbol) bool {
	k := i + 1
	for k < len(t.tokens) && adjective(t.tokens[k].text) {
		k++
	}
	return k < len(t.tokens) && t.tokens[k].is(unit)
}

// unitNear reports whether what is counted stands right by the number.
func (t *reading) unitNear(i int, unit symbol) bool {
	for k := i + 1; k < len(t.tokens) && k <= i+3 && t.tokens[k].before < link && t.tokens[k].number == nil; k++ {
		if t.tokens[k].is(unit) {
			return true
		}
	}
	if i > 0 && t.tokens[i].before == comma && t.tokens[i-1].is(unit) && endsClause(t.tokens, i+1) { // «ученики, двое»
		return true
	}
	for k, near := i-1, 4; k >= 0 && near > 0 && t.counted(k) && t.tokens[k].clause == t.tokens[i].clause; k-- {
		if t.tokens[k].is(unit) {
			return true
		}
		if !t.tokens[k].is(t.class.filler) {
			near--
		}
	}
	return false
}

// counted reports whether no other number than one denied stands at a token.
func (t *reading) counted(k int) bool { return t.tokens[k].number == nil || t.tokens[k].denier != 0 }

// cued reports whether a phrase of the question stands in the clause of a number,
// or in its sentence.
func (t *reading) cued(name string, i int, as role, sentence bool) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		a, b := &t.tokens[m.from], &t.tokens[i]
		return m.role == as && m.question == name && (a.clause == b.clause || sentence && a.sentence == b.sentence && !t.numbered(a.clause))
	})
}

// numbered reports whether a clause holds a number, which its phrases tell of then.
func (t *reading) numbered(clause int) bool {
	return slices.ContainsFunc(t.tokens, func(k token) bool { return k.clause == clause && k.number != nil && !k.past && k.denier == 0 })
}

// excluded reports whether the number counts something else: a phrase that says
// so stands by it.
func (t *reading) excluded(name string, i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asOther && m.question == name && t.tokens[m.from].clause == t.tokens[i].clause &&
			(m.from <= i && m.to > i-5 || m.from > i && m.from <= i+3)
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
	for k := i - 1; k >= 0 && k >= i-7 && t.tokens[k].clause == t.tokens[i].clause && t.counted(k); k-- {
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
		by = utf8.RuneCountInString(t.tokens[k-1].text) > 2 && t.tokens[k-1].number == nil && !(t.tokens[k-1].is(t.class.that) && !u.is(t.class.month)) // not «на этой неделе», not «на трое суток»
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
