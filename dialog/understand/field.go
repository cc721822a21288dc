package understand

import (
	"slices"
	"unicode/utf8"
)

// fields lists every field that is the speaker's own, now.
func (t *reading) fields() []named {
	var out []named
	for i := range t.tokens {
		if n, ok := t.fieldAt(i); ok {
			out = append(out, n)
		}
	}
	for _, m := range t.matches {
		if n, ok := t.led(m); ok {
			out = append(out, n)
		}
	}
	for i := range t.tokens {
		if n, ok := t.turned(i); ok {
			out = append(out, n)
		}
	}
	if n, ok := t.headline(); ok {
		out = append(out, n)
	}
	return out
}

// own reports whether a token speaks of what the speaker is now.
func (t *reading) own(i int) bool {
	return t.present(i) && (!t.tokens[i].wished || t.asksField()) && !t.asksHere(i)
}

// present reports whether a token speaks of the speaker's field, be it one to
// come.
func (t *reading) present(i int) bool {
	k := &t.tokens[i]
	return !k.void && k.denier == 0 && !k.past && !k.others
}

// asksHere reports whether the sentence of a token asks something; what the
// speaker tells of themselves before does not: «я логопед, возьмётесь?»
func (t *reading) asksHere(i int) bool {
	if _, to := t.clause(i); to < len(t.tokens) && !t.tokens[to-1].asks && t.clauseHas(i, t.class.me) {
		return false
	}
	return asks(t.tokens, i)
}

// clauseHas reports whether a word of a class stands in the clause of a token.
func (t *reading) clauseHas(i int, s symbol) bool {
	from, to := t.clause(i)
	return t.has(from, to, s)
}

// learnt reports whether what a token speaks of is not given by the speaker but
// taken, read of or looked for.
func (t *reading) learnt(i int) bool {
	from, to := t.clause(i)
	if t.tokens[i].is(t.topic.practise) {
		to = i // «помогаю найти общий язык»
	}
	return t.has(max(from, i-maxApart), min(to, i+maxApart), t.topic.learns)
}

// clause returns the ends of a token's clause.
func (t *reading) clause(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && t.tokens[from-1].clause == t.tokens[i].clause {
		from--
	}
	for to < len(t.tokens) && t.tokens[to].clause == t.tokens[i].clause {
		to++
	}
	return from, to
}

// fieldAt reads a profession, a course or a subject at a token.
func (t *reading) fieldAt(i int) (named, bool) {
	f, k := t.topic, &t.tokens[i]
	if !t.present(i) || t.asksHere(i) {
		return named{}, false
	}
	switch {
	case k.is(f.work) && !k.is(f.role):
		return t.course(i)
	case k.is(f.empty) || !t.own(i):
		return named{}, false
	case k.is(f.role) && t.compound(i):
		return t.course(i + 1)
	case k.is(f.role) && t.self(i):
		return t.profession(i)
	case k.is(f.telling) && t.self(i):
		return named{t.qualifier(i), t.trail(i + 1), byTelling}, true
	case k.is(f.subject) && !k.is(f.role) && !adverb(k) && t.placed(i):
		return named{t.qualifier(i), t.trail(i + 1), bySubject}, true
	}
	return named{}, false
}

// compound reports whether a hyphen joins a word to the next, which then tells what
// it is: «мастер-классы».
func (t *reading) compound(i int) bool { return i+1 < len(t.tokens) && t.tokens[i+1].glued }

// qualifier returns where the words that tell a profession or a course from
// others begin: «карьерный коуч», «йога-тренер».
func (t *reading) qualifier(i int) int {
	k := i - 1
	if k < 0 || t.tokens[i].before >= link || t.plainWord(k) {
		return i
	}
	if t.tokens[i].glued || adjective(t.tokens[k].text) {
		return k
	}
	return i
}

// plainWord reports whether a token cannot be part of a field's name.
func (t *reading) plainWord(i int) bool {
	k := &t.tokens[i]
	return k.number != nil || k.is(t.topic.empty) || k.is(t.topic.end) || k.is(t.class.filler) || t.taken(i)
}

// taken reports whether a token begins or ends an answer to a question of choice;
// what stands between may be a word of another matter.
func (t *reading) taken(i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool { return m.role == asOption && (m.from == i || i == m.to-1) })
}

// trail returns where the words that follow a profession or a course end: «по …»,
// «для …», a noun of theirs; the token itself when there are none.
func (t *reading) trail(i int) int {
	if i < len(t.tokens) && t.workOf(i) {
		return i + 1
	}
	if i >= len(t.tokens) || t.tokens[i].before >= link || !t.tokens[i].is(t.topic.about) && !t.tokens[i].is(t.topic.subject) && !ofNoun(t.tokens[i].text) {
		return i
	}
	if _, to, ok := t.phrase(i); ok {
		return to
	}
	return i
}

// workOf reports whether a word is what an adjective before it tells the kind of:
// «духовное наставничество».
func (t *reading) workOf(i int) bool {
	before := t.tokens[i-1].text
	return t.tokens[i].is(t.topic.work) && t.tokens[i].before < link && (adjective(before) || endsIn(before, []string{"ное", "кое"}))
}

// maxField bounds a field's name, in words.
const maxField = 6

// joins reports whether a word joins two nouns of one name: «выход из декрета».
func (t *reading) joins(i int) bool {
	if !t.tokens[i].is(t.class.preposition) || i+1 == len(t.tokens) {
		return false
	}
	next := &t.tokens[i+1]
	return next.before < link && !next.is(t.topic.end) && !next.is(t.topic.empty) && !next.is(t.class.filler) && !next.is(t.class.town) && next.number == nil && !next.is(t.class.unit) && !t.taken(i+1)
}

// lettered reports whether a number is part of a word: «1С».
func (t *reading) lettered(i int) bool {
	return i+1 < len(t.tokens) && t.tokens[i+1].from == t.tokens[i].to && !t.tokens[i+1].is(t.class.unit)
}

// phrase takes the words of a field's name from a token on.
func (t *reading) phrase(i int) (from, to int, ok bool) {
	start := i
	if start < len(t.tokens) && t.tokens[start].before == hard {
		return i, i, false
	}
	for i < len(t.tokens) && (t.tokens[i].denier != 0 || t.tokens[i].is(t.class.not)) {
		i++ // «не коучинг, а менторинг»
	}
	if i > start && (i == len(t.tokens) || !t.tokens[i].is(t.class.but)) {
		if start+1 < len(t.tokens) && infinitive(t.tokens[start+1].text) {
			i = start // «не бояться отказов»
		} else {
			return i, i, false
		}
	}
	for i < len(t.tokens) && (i == start || t.tokens[i].before < link || t.tokens[i].is(t.class.but)) && (t.tokens[i].is(t.class.but) || t.tokens[i].is(t.class.filler)) {
		i++
	}
	from, to = i, i
	content := false
	for k := i; k < len(t.tokens) && k < i+maxField; k++ {
		w := &t.tokens[k]
		if content && to == k && t.workOf(k) {
			to = k + 1
			continue
		}
		if k > i && w.before >= link || w.before == hard || w.is(t.topic.end) && !t.joins(k) || w.number != nil && !t.lettered(k) || w.is(t.class.but) || t.taken(k) {
			break
		}
		if !t.hollow(k) && (!w.is(t.topic.work) || w.is(t.topic.role) || t.known(k)) && utf8.RuneCountInString(w.text) > 2 {
			content, to = true, k+1
		}
	}
	return from, to, content
}

// hollow reports whether a token is no field by itself: a unit, a town, a name.
func (t *reading) hollow(i int) bool {
	k := &t.tokens[i]
	if k.is(t.topic.empty) || k.is(t.class.filler) {
		return true
	}
	return !t.known(i) && (k.is(t.class.thousand) || k.is(t.class.grand) || k.is(t.class.rouble) || k.is(t.class.dollar) || k.is(t.class.month) || k.is(t.class.week) || k.is(t.class.day) || k.is(t.class.year) || k.is(t.class.town) || k.is(t.class.given))
}
