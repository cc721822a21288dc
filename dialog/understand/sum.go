package understand

import (
	"math"
	"slices"
)

// sum reads the number at a token as an amount of money of the question.
func (t *reading) sum(name string, i int) (measured, bool) {
	k := &t.tokens[i]
	n := k.number
	grand := t.grand(name, i)
	if k.used || t.peopled(i) || !grand && n.currency == unsaid && t.otherUnit(i, "", 0) {
		return measured{}, false
	}
	large := n.money() || n.scaled || n.lo >= 1000 && !calendarYear(n)
	cue, distance := t.nearest(i)
	m := measured{at: i, minor: t.small(name, i)}
	ok := false
	if m.loose, ok = t.claims(name, i, large, cue, distance); !ok || n.slang() {
		return m, false
	}
	m.bare = !large && !grand && cue.rule == nil
	m.lo, m.hi, ok = t.reckon(name, i, large, grand, m.minor)
	return m, ok
}

// claims reports whether the sum is one of the question's, by the nearest cue or by
// what was asked; loose, that nothing but its size says so.
func (t *reading) claims(name string, i int, large bool, cue match, distance int) (loose, ok bool) {
	q, asked := t.questions[name], t.questions[t.asked]
	switch {
	case cue.rule != nil && cue.role != asWeak:
		near := large || t.asked == name || cue.role == asCue && distance <= 3 && t.bare(i)
		return false, cue.question == name && cue.role != asOther && near
	case asked != nil && asked.Kind == "sum":
		return false, t.asked == name
	case !large:
		return false, false
	case cue.rule != nil:
		return false, cue.question == name && q.Alone
	case q.Alone && t.announced(name, i):
		return false, true
	}
	counting := asked != nil && asked.Kind == "count"
	loose = q.Alone && len(t.out.Answers) > 0 && !counting && !t.spentNear(i)
	return loose, loose
}

// reckon returns the bounds of a sum in full, a month where the question counts so.
func (t *reading) reckon(name string, i int, large, grand, minor bool) (lo, hi float64, ok bool) {
	n := t.tokens[i].number
	lo, hi, ok = n.ends()
	if grand {
		lo, hi = lo*1000, hi*1000
	}
	if t.limits(i) && n.from { // «больше 20 не дам»
		lo, hi = lo-1, hi-1
	}
	if !large && !grand {
		scale := t.bareScale(name, i, minor)
		lo, hi, ok = lo*scale, hi*scale, ok && scale > 0
	}
	if t.questions[name].Monthly {
		rate, _ := t.rate(i)
		lo, hi, ok = lo*rate, hi*rate, ok && rate > 0
	}
	return lo, hi, ok
}

// peopled reports whether a number is a word for people: «шестеро».
func (t *reading) peopled(i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asWeak && m.from == i && m.to == i+1 && t.questions[m.question].Kind == "count"
	})
}

// grand reports whether pieces are thousands of money: «пять штук» where money is
// asked, «2 штуки за урок».
func (t *reading) grand(name string, i int) bool {
	if n := t.tokens[i].number; i+1 >= len(t.tokens) || !t.tokens[i+1].is(t.class.grand) || n.scaled || n.money() || n.hi > 999 {
		return false
	}
	return t.asked == name || slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asMinor && m.question == name && m.from == i+2
	})
}

// bareScale is what a bare number of money counts: thousands, or roubles where the
// price of a part is told in hundreds; 0 when nobody can tell.
func (t *reading) bareScale(name string, i int, minor bool) float64 {
	n := t.tokens[i].number
	hundreds := n.hi >= 100 && (t.asked != name || minor) && t.questions[name].Alone
	switch {
	case n.hi == 0 && !t.questions[name].Alone:
		return 1000
	case n.lo < 5 && (t.asked != name || n.lo == math.Trunc(n.lo)) || n.hi > 999:
		return 0
	case hundreds && (minor || n.lo >= 900 || math.Mod(n.lo, 100) == 90):
		return 1
	case hundreds:
		return 0
	}
	return 1000
}

// bare reports whether a number stands without anything that it may count.
func (t *reading) bare(i int) bool {
	if i+1 == len(t.tokens) {
		return true
	}
	next := &t.tokens[i+1]
	return next.before >= link || t.pays(i+1) || next.is(t.class.per) || next.is(t.class.filler) || next.is(t.class.most)
}

// pays reports whether a cue of a sum begins at a token: «до 20 выделю».
func (t *reading) pays(i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asCue && m.from == i && t.questions[m.question].Kind == "sum"
	})
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
		if m.question != name || m.role != asMinor && m.role != asWeak || t.tokens[m.from].sentence != t.tokens[i].sentence || t.tokens[m.from].clause != t.tokens[i].clause && t.numbered(t.tokens[m.from].clause) {
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

// otherness is what a phrase that makes a sum something else stands nearer, in
// words: a wrong sum is worse than none.
const otherness = 4

// weakness is what a weak cue stands farther off, in words.
func weakness(sameClause bool) int {
	if sameClause {
		return 4
	}
	return 12
}

func calendarYear(n *quantity) bool {
	return n.lo >= 1950 && n.lo <= 2050 && n.lo != 2000 && n.lo == math.Trunc(n.lo)
} // «урок 2000» is a price

// nearest returns the cue that stands nearest to a number, and how far.
func (t *reading) nearest(i int) (match, int) {
	var best match
	least := math.MaxInt
	for _, m := range t.matches {
		q := t.questions[m.question]
		if m.role < asCue || m.role > asOther || q == nil || q.Kind != "sum" || t.tokens[m.from].sentence != t.tokens[i].sentence || t.denied(m) && !t.limits(i) || t.busy(m, i) || t.bygone(m, i) || m.role == asWeak && !q.Alone && m.from > i {
			continue
		}
		if d := t.distance(m, i); d < least {
			best, least = m, d
		}
	}
	return best, least
}

// announced reports whether the sentence before that of a number names the sum and
// holds no number itself: «Теперь про цену. 29 тысяч».
func (t *reading) announced(name string, i int) bool {
	before := t.tokens[i].sentence - 1
	if slices.ContainsFunc(t.tokens, func(k token) bool { return k.sentence == before && k.number != nil }) {
		return false
	}
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asCue && m.question == name && t.tokens[m.from].sentence == before && !t.denied(m)
	})
}

// busy reports whether a cue has another sum in its own clause, so that it tells
// nothing of one in another clause: «плата 4500, бюджет 20 тысяч». What was so, and
// what is corrected, leaves the cue free.
func (t *reading) busy(m match, i int) bool {
	if t.tokens[m.from].clause == t.tokens[i].clause || m.role == asOther || t.presently(i) || t.correctedBy(i) {
		return false
	}
	return slices.ContainsFunc(t.tokens, func(k token) bool {
		return k.clause == t.tokens[m.from].clause && k.number != nil && !k.past && k.denier == 0 &&
			(k.number.money() || k.number.scaled || k.number.lo >= 1000 && !calendarYear(k.number))
	})
}

// bygone reports whether what a sum was once for tells nothing of one of today:
// «раньше просил 15, нынче 25».
func (t *reading) bygone(m match, i int) bool {
	return m.role == asOther && t.tokens[m.from].past && t.tokens[m.from].clause != t.tokens[i].clause && t.presently(i)
}

// correctedBy reports whether a correction stands before a number in its sentence.
func (t *reading) correctedBy(i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asCorrection && m.from < i && t.tokens[m.from].sentence == t.tokens[i].sentence
	})
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
	if m.role == asOther && t.tokens[m.from].clause == t.tokens[i].clause {
		d -= otherness
	}
	if m.role == asWeak {
		d += weakness(t.tokens[m.from].clause == t.tokens[i].clause)
	}
	return d
}
