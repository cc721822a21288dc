package understand

import "slices"

// scopes tells what the words around say about every token.
func (r *Reader) scopes(tokens []token) {
	r.clauses(tokens)
	for a := 0; a < len(tokens); {
		b := a + 1
		for b < len(tokens) && tokens[b].clause == tokens[a].clause {
			b++
		}
		r.deny(tokens, a, b)
		a = b
	}
	r.times(tokens)
	r.owners(tokens)
	r.asked(tokens)
}

// clauses numbers the clauses and sentences.
func (r *Reader) clauses(tokens []token) {
	clause, sentence := 0, 0
	for i := range tokens {
		t := &tokens[i]
		if i > 0 && (t.before >= comma || t.is(r.class.but)) && !replaces(tokens, i) {
			clause++
		}
		if i > 0 && t.before == hard {
			sentence++
		}
		t.clause, t.sentence = clause, sentence
	}
}

// replaces reports whether a number follows here instead of one denied, which
// counts the same: «учеников не трое, а восемь».
func replaces(tokens []token, i int) bool {
	return i > 1 && i+1 < len(tokens) && tokens[i].before <= comma && tokens[i-1].number != nil && tokens[i-2].negates && tokens[i+1].number != nil
}

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
	mark(tokens, max(a, i-reach), i, i)
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

// times marks what was and what is wished for, up to a word of the present, a
// contrast or the end of the sentence.
func (r *Reader) times(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		if t.is(r.class.past) && (i == 0 || !tokens[i-1].is(r.class.not)) || r.ago(tokens, i) { // «не было» tells of the present
			r.paint(tokens, i, true, func(s *scope) { s.past = true })
		}
		if t.is(r.class.wish) && (i == 0 || !tokens[i-1].negates) {
			r.paint(tokens, i, r.wishEnds(tokens, i), func(s *scope) { s.wished = true })
		}
	}
}

// ago reports whether a «назад» tells a time: «год назад», not «отмотайте назад».
func (r *Reader) ago(tokens []token, i int) bool {
	if i == 0 || !tokens[i].is(r.class.ago) {
		return false
	}
	before := &tokens[i-1]
	return before.is(r.class.year) || before.is(r.class.month) || before.is(r.class.week) || before.is(r.class.day) || before.is(r.class.halfYear)
}

// wishEnds reports whether what is wished stands before the wish: «группу мечтаю
// набрать», «группы планирую».
func (r *Reader) wishEnds(tokens []token, i int) bool {
	end := i + 1
	for end < len(tokens) && end < i+3 && tokens[end].clause == tokens[i].clause && infinitive(tokens[end].text) {
		end++
	}
	return end == len(tokens) || tokens[end].clause != tokens[i].clause
}

// paint sets a mark from the token on, over some words before it in its clause
// when back is set.
func (r *Reader) paint(tokens []token, i int, back bool, set func(*scope)) {
	for k := i; back && k >= max(0, i-3) && tokens[k].clause == tokens[i].clause && !tokens[k].is(r.class.now); k-- {
		set(&tokens[k].scope)
	}
	for k := i; k < len(tokens) && tokens[k].sentence == tokens[i].sentence; k++ {
		t := &tokens[k]
		if k > i && (t.is(r.class.now) || t.is(r.class.but)) {
			return
		}
		if !back && t.clause != tokens[i].clause {
			return
		}
		set(&t.scope)
	}
}

// owners marks the clauses that speak of somebody else.
func (r *Reader) owners(tokens []token) {
	for i := range tokens {
		if !tokens[i].is(r.class.others) && !r.acted(tokens, i) || i > 0 && (tokens[i-1].is(r.class.with) || tokens[i-1].is(r.class.me)) {
			continue
		}
		for k := i; k < len(tokens) && tokens[k].sentence == tokens[i].sentence; k++ {
			if k > i && (tokens[k].is(r.class.me) && !r.aside(tokens, i, k) || tokens[k].is(r.class.but)) {
				break
			}
			tokens[k].others = true
		}
	}
}

// acted reports whether somebody is named who did something: «Света посоветовала».
func (r *Reader) acted(tokens []token, i int) bool {
	return tokens[i].is(r.class.given) && i+1 < len(tokens) && tokens[i+1].before == none && happened(tokens[i+1].text)
}

// asked marks the clauses that ask something of the one written to: «а ваш офис
// где?» tells nothing of the writer.
func (r *Reader) asked(tokens []token) {
	for i := range tokens {
		if !tokens[i].is(r.class.you) || !asks(tokens, i) {
			continue
		}
		for k := range tokens {
			tokens[k].yours = tokens[k].yours || tokens[k].clause == tokens[i].clause
		}
	}
}

// asks reports whether the sentence of a token ends in a question mark.
func asks(tokens []token, i int) bool {
	for k := i; k < len(tokens) && tokens[k].sentence == tokens[i].sentence; k++ {
		if tokens[k].asks {
			return true
		}
	}
	return false
}

// aside reports whether a word of the speaker only says whose the other person is:
// «сестра у меня логопед».
func (r *Reader) aside(tokens []token, other, me int) bool {
	return me == other+2 && tokens[me].before < link && tokens[me-1].before < link && tokens[me-1].is(r.class.preposition)
}
