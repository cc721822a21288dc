package understand

import "slices"

// deny finds what the negations of the clause from a to b reach.
func (r *Reader) deny(tokens []token, a, b int) {
	for i := a; i < b; i++ {
		switch t := &tokens[i]; {
		case t.is(r.class.not) && i+1 < b && !tokens[i+1].is(r.class.idiom):
			r.denyVerb(tokens, a, b, i)
		case t.is(r.class.without):
			r.denyNoun(tokens, i, b, i)
		case t.is(r.class.no):
			r.denyNo(tokens, a, b, i)
		case t.is(r.class.quit) && (i == a || !tokens[i-1].is(r.class.not)):
			r.denyQuit(tokens, a, b, i)
		}
	}
}

// denyVerb: «не веду группы онлайн», «группы не веду», «не онлайн».
func (r *Reader) denyVerb(tokens []token, a, b, i int) {
	if !tokens[i+1].is(r.class.doing) && !firstPerson(tokens[i+1].text) {
		r.denyNoun(tokens, i, b, i)
		return
	}
	mark(tokens, i+1, r.nextVerb(tokens, i+2, min(b, i+6)), i)
	if limited(tokens[a:i]) {
		return
	}
	if i+2 < b && !tokens[i+2].is(r.class.filler) {
		if i > a && genitive(tokens[i-1].text) { // «записей не оставляю»
			mark(tokens, i-1, i, i)
		}
		return
	}
	reach := 3
	for k := a; k < i-1; k++ {
		if tokens[k].is(r.class.doing) && !tokens[k].is(r.class.with) {
			reach = 1
		}
	}
	mark(tokens, max(a, i-reach, joined(r, tokens[:i], a)), i, i)
}

// joined returns where a verb is joined on to another that it denies nothing of:
// «делаю сама и отдавать не собираюсь».
func joined(r *Reader, before []token, from int) int {
	for k := len(before) - 2; k >= from; k-- {
		if before[k].is(r.class.and) && infinitive(before[k+1].text) {
			return k + 1
		}
	}
	return from
}

// limited reports whether a «не» behind the words sets a bound and denies nothing:
// «в группу больше 19 не беру».
func limited(before []token) bool {
	return slices.ContainsFunc(before, func(t token) bool { return t.number != nil && (t.number.from || t.number.upTo) })
}

// nextVerb returns where another verb is joined on, which the negation of the
// first does not reach: «не умею и ищу, кто возьмётся».
func (r *Reader) nextVerb(tokens []token, from, to int) int {
	for i := from; i+1 < to; i++ {
		if tokens[i].is(r.class.and) && !tokens[i+1].is(r.class.not) && tokens[i+1].is(r.class.doing) && !tokens[i+1].is(r.class.filler) {
			return i
		}
	}
	return to
}

// denyNoun: «без групп», «без живых эфиров», «не лично».
func (r *Reader) denyNoun(tokens []token, i, b, by int) {
	end := i + 2
	for end < b && end < i+5 && (adjective(tokens[end-1].text) || tokens[end-1].is(r.class.filler) || tokens[end].is(r.class.and) || tokens[end-1].is(r.class.and)) {
		end++
	}
	mark(tokens, i+1, min(b, end), by)
}

// denyQuit: «группы убрал», «отказалась от групп».
func (r *Reader) denyQuit(tokens []token, a, b, i int) {
	mark(tokens, max(a, i-3), i, i)
	r.denyNoun(tokens, i, b, i)
}

// denyNo: «нет групп», «групп нет», «ни одной записи», «никаких записей».
func (r *Reader) denyNo(tokens []token, a, b, i int) {
	if tokens[i].is(r.class.none) {
		r.denyNoun(tokens, i, b, i)
		return
	}
	if i+1 < b && !tokens[i+1].is(r.class.filler) {
		if i > 0 {
			r.denyNoun(tokens, i, b, i)
		}
		return
	}
	reach := 2
	for k := i - 1; k >= a && k >= i-2; k-- {
		if tokens[k].is(r.class.filler) {
			reach++
		}
	}
	mark(tokens, max(a, i-reach), i, i)
}

func mark(tokens []token, from, to, by int) {
	for i := from; i < to; i++ {
		tokens[i].denier = by + 1
	}
}
