package understand

import "slices"

// led reads the field that a phrase leads to: «обучаю массажу».
func (t *reading) led(m match) (named, bool) {
	if m.role != asName && m.role != asLead || t.denied(m) || t.asksHere(m.from) || t.learnt(m.from) || t.amid(m) {
		return named{}, false
	}
	from, to, ok := t.phrase(m.to)
	if !ok || !t.present(m.from) || t.tokens[from].unsure || t.stray(m.to, from, to) {
		return named{}, false
	}
	if t.tokens[m.to].before == comma && (m.role == asLead || t.tokens[m.to-1].is(t.topic.practise)) {
		return named{}, false // «вокалу учу, голос берегу»
	}
	if t.tokens[from].before < link && t.described(from, to) || m.role == asLead && t.whereabouts(m.to, from, to) {
		return named{}, false
	}
	return named{from, to, t.rankLed(m, from, to)}, true
}

// amid reports whether a course is only where or when something else happens:
// «после ретрита по випассане».
func (t *reading) amid(m match) bool {
	return m.from > 0 && t.tokens[m.from].is(t.topic.work) && t.tokens[m.from-1].is(t.class.preposition) && t.tokens[m.from].before < link
}

// rankLed returns the rank of words that a phrase leads to.
func (t *reading) rankLed(m match, from, to int) int {
	switch k := &t.tokens[m.from]; {
	case m.role == asName:
		return byName
	case k.is(t.topic.forWhom):
		return byAudience
	case k.is(t.topic.teach):
		return t.rankOf(from, to, byTeaching)
	}
	return t.rankOf(from, to, byLead)
}

// stray reports whether words that a lead is followed by are no field of the
// speaker: another's, a verb of the past, an adverb.
func (t *reading) stray(lead, from, to int) bool {
	for i := from; i < to; i++ {
		if k := &t.tokens[i]; i > from && k.is(t.class.others) && !infinitive(k.text) && !endsIn(k.text, dativeEnds) {
			return true // «делами мужа»
		}
	}
	if !t.present(from) && !infinitive(t.tokens[from].text) {
		return true
	}
	for i := from; i < to; i++ {
		k := &t.tokens[i]
		if !k.is(t.class.filler) && !k.is(t.topic.empty) {
			return !t.known(i) && (happened(k.text) || finite(k.text) && !t.tokens[lead-1].is(t.topic.teach) || adverb(k))
		}
	}
	return true
}

// whereabouts reports whether a preposition leads to a place or a time instead of
// a field: «обучаю на борту».
func (t *reading) whereabouts(at, from, to int) bool {
	doing := slices.ContainsFunc(t.tokens[from:to], func(k token) bool { return infinitive(k.text) }) // «учу с пасекой управляться»
	return t.has(at, from, t.topic.place) && !doing && !t.has(from, to, t.topic.subject)
}

// described reports whether the words say what a field is like instead of naming
// it: «тема тяжёлая».
func (t *reading) described(from, to int) bool {
	for i := from; i < to; i++ {
		k := &t.tokens[i]
		if !k.is(t.class.filler) && !k.is(t.topic.empty) && (k.is(t.topic.subject) || !endsIn(k.text, []string{"ая", "яя", "ное", "лое", "ный", "лый", "ные", "тый"})) {
			return false
		}
	}
	return true
}

// people reports whether the words name whom the speaker works with and nothing
// else: «учу декларантов».
func (t *reading) people(from, to int) bool {
	for i := from; i < to; i++ {
		k := &t.tokens[i]
		if k.is(t.class.filler) || k.is(t.topic.empty) || k.is(t.topic.audience) || k.is(t.class.preposition) {
			continue
		}
		if i > from && k.before < link && t.tokens[i-1].is(t.topic.audience) || k.is(t.topic.subject) || !endsIn(k.text, []string{"ов", "ев", "ей", "ам", "ям", "ами", "ями"}) {
			return false
		}
	}
	return true
}
