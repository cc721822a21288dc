package understand

import (
	"math"
	"slices"
)

// measured is a number that answers a question.
type measured struct {
	at     int
	lo, hi float64
	minor  bool // counts when no other number does
	bare   bool // nothing says that it is money
	loose  bool // no phrase says what it is
	rated  bool // a period was named
}

// measure finds the number that answers a question. Two that differ answer
// nothing.
func (t *reading) measure(name string, q *Question) {
	var found []measured
	for i := range t.tokens {
		k := &t.tokens[i]
		if k.number == nil || k.void || k.yours || k.denier != 0 && !t.limits(i) || q.Fact && (k.past || k.others || t.outdated(i) || k.wished && t.asked != name) {
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
	if slices.ContainsFunc(found, func(m measured) bool { return !t.same(q, first, m) }) || !ok {
		t.unsure(name)
		return
	}
	t.answer(name, value, first.at, first.at+1)
	t.tokens[first.at].used = true
}

// outdated reports whether a number is told of the past, and what is so today
// follows in its sentence: «ходили трое, теперь пятнадцать».
func (t *reading) outdated(i int) bool {
	k := &t.tokens[i]
	inClause := func(has func(*token) bool) bool {
		return slices.ContainsFunc(t.tokens, func(o token) bool { return o.clause == k.clause && has(&o) })
	}
	if !inClause(func(o *token) bool { return happened(o.text) || endsIn(o.text, neuterEnds) }) || inClause(func(o *token) bool { return o.is(t.class.today) }) {
		return false
	}
	return slices.ContainsFunc(t.tokens[i:], func(o token) bool {
		return o.sentence == k.sentence && o.clause > k.clause && o.is(t.class.today)
	})
}

// same reports whether two numbers say the same: «три, максимум четыре».
func (t *reading) same(q *Question, a, b measured) bool {
	if q.Alone || q.Kind == "count" && b.at-a.at > 3 {
		return a.lo == b.lo && a.hi == b.hi
	}
	return bandOf(q.Bands, a.lo) == bandOf(q.Bands, b.hi)
}

// limits reports whether a «не» that follows makes a number a bound: «больше 15
// тысяч не дам», «дороже трёх тысяч не беру».
func (t *reading) limits(i int) bool {
	if n := t.tokens[i].number; !n.from && !n.upTo {
		return false
	}
	for k := i + 1; k < len(t.tokens) && k <= i+6 && t.tokens[k].clause == t.tokens[i].clause; k++ {
		if t.tokens[k].is(t.class.not) {
			return true
		}
	}
	return false
}

// best leaves the numbers that count most.
func (t *reading) best(found []measured) []measured {
	for _, m := range slices.Backward(t.matches) {
		if !t.corrects(m) {
			continue
		}
		after := slices.DeleteFunc(slices.Clone(found), func(s measured) bool { return s.at < m.from })
		if len(after) > 0 {
			found = after
			break
		}
	}
	for _, worse := range []func(measured) bool{
		func(m measured) bool { return t.tokens[m.at].wished },
		func(m measured) bool { return t.tokens[m.at].past },
		func(m measured) bool { return m.loose },
		func(m measured) bool { return m.minor },
		func(m measured) bool { return m.bare && !t.besideSure(m, found) },
		func(m measured) bool { return !m.rated },
	} {
		if better := slices.DeleteFunc(slices.Clone(found), worse); len(better) > 0 {
			found = better
		}
	}
	return found
}

// besideSure reports whether the sentence of a bare number holds a surer one: «один
// курс 12 тысяч, другой 40».
func (t *reading) besideSure(m measured, found []measured) bool {
	return slices.ContainsFunc(found, func(s measured) bool { return !s.bare && t.tokens[s.at].sentence == t.tokens[m.at].sentence })
}

// otherUnit reports whether the number counts something: months, lessons,
// people. A unit of the question itself is none.
func (t *reading) otherUnit(i int, name string, own symbol) bool {
	for k := i + 1; k < len(t.tokens) && k <= i+2; k++ {
		if t.tokens[k].before >= link || own != 0 && (t.tokens[k].is(own) || t.weakly(name, k)) || t.tokens[k].number != nil {
			return false
		}
		if t.tokens[k].is(t.class.unit) {
			return !t.tokens[k].is(t.class.single) || math.Mod(t.tokens[i].number.hi, 10) == 1
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
