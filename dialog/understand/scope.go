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

// times marks what was and what is wished for, up to a word of the present, a
// contrast or the end of the sentence.
func (r *Reader) times(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		than := i+1 < len(tokens) && tokens[i+1].is(r.class.than)                                                                   // «раньше чем через полгода»
		if t.is(r.class.past) && !than && (i == 0 || !tokens[i-1].is(r.class.not)) && !r.lastMonth(tokens, i) || r.ago(tokens, i) { // «не было» tells of the present
			r.paint(tokens, i, true, true, func(s *scope) { s.past = true })
		}
		if t.is(r.class.wish) && (i == 0 || !tokens[i-1].negates) {
			r.paint(tokens, i, r.wishEnds(tokens, i), false, func(s *scope) { s.wished = true })
		}
	}
}

// lastMonth reports whether a word of the past means the month before this, which
// tells how things are.
func (r *Reader) lastMonth(tokens []token, i int) bool {
	return i+1 < len(tokens) && tokens[i].is(r.class.that) && tokens[i+1].is(r.class.month)
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
// when back is set, and over the clauses that follow when on is.
func (r *Reader) paint(tokens []token, i int, back, on bool, set func(*scope)) {
	for k := i; back && k >= max(0, i-3) && tokens[k].clause == tokens[i].clause && !tokens[k].is(r.class.now); k-- {
		set(&tokens[k].scope)
	}
	for k := i; k < len(tokens) && tokens[k].sentence == tokens[i].sentence; k++ {
		t := &tokens[k]
		if k > i && (t.is(r.class.now) || t.is(r.class.but)) {
			return
		}
		if !on && t.clause != tokens[i].clause {
			return
		}
		set(&t.scope)
	}
}

// owners marks the clauses that speak of somebody else.
func (r *Reader) owners(tokens []token) {
	for i := range tokens {
		if !tokens[i].is(r.class.others) && !r.acted(tokens, i) && !r.contrasted(tokens, i) {
			continue
		}
		if object(tokens, i) || i > 0 && (tokens[i-1].is(r.class.with) || tokens[i-1].is(r.class.me)) {
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

// contrasted reports whether what another has stands against what the speaker has:
// «у неё тридцать, а у меня четыре».
func (r *Reader) contrasted(tokens []token, i int) bool {
	return tokens[i].is(r.class.third) && slices.ContainsFunc(tokens[i:], func(k token) bool {
		return k.sentence == tokens[i].sentence && k.clause > tokens[i].clause && k.is(r.class.me)
	})
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

// object reports whether somebody else is whom the speaker does something to, not
// who does it: «других учу».
func object(tokens []token, i int) bool {
	if !endsIn(tokens[i].text, []string{"их", "ых", "ей", "ег"}) {
		return false
	}
	return i > 0 && tokens[i].before < link && firstPerson(tokens[i-1].text) || i+1 < len(tokens) && tokens[i+1].before < link && firstPerson(tokens[i+1].text)
}
