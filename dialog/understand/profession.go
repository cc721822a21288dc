package understand

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// profession reads one that says nothing without a topic.
func (t *reading) profession(i int) (named, bool) {
	if i+1 < len(t.tokens) && t.tokens[i+1].glued {
		to := t.trail(i + 2) // «мастер-классы по сыроварению»
		return named{i, to, byTrail}, to > i+2
	}
	left, to := t.qualifier(i), t.trail(i+1)
	switch {
	case to > i+1:
		return named{left, to, byTrail}, true
	case left < i:
		return named{left, to, byQualifier}, true
	}
	return named{i, to, byRole}, t.tokens[i].is(t.topic.subject)
}

// course reads what is made of a field: «курс балета», «программа у меня по
// снижению веса».
func (t *reading) course(i int) (named, bool) {
	if t.learnt(i) || i > 0 && t.tokens[i-1].is(t.class.preposition) {
		return named{}, false
	}
	if left := t.qualifier(i); left < i && t.relational(left) {
		return named{left, i + 1, byQualifier}, true
	}
	if i+1 == len(t.tokens) {
		return named{}, false
	}
	if t.quoted(i + 1) {
		return named{i + 1, t.segment(i + 1), byTrail}, true
	}
	if to := t.trail(i + 1); to > i+1 && t.belongs(i+1) {
		return named{i, to, byTrail}, true
	}
	for k := i + 1; k < len(t.tokens) && k <= i+maxApart && t.tokens[k].before < link; k++ {
		if t.tokens[k].is(t.topic.matter) {
			if _, to, ok := t.phrase(k); ok && t.present(k) {
				return named{k, to, t.rankOf(k, to, byTrail)}, true
			}
		}
	}
	return named{}, false
}

// relational reports whether an adjective tells of what a thing is, not how it
// is: «беговой клуб», not «новый клуб».
func (t *reading) relational(i int) bool {
	k := &t.tokens[i]
	return !t.taken(i) && (t.known(i) || utf8.RuneCountInString(k.text) > 5 && endsIn(k.text, []string{"овой", "евой", "овая", "евая", "вальная", "инный", "инная"}) && (i == 0 || t.tokens[i].before >= link))
}

// quoted reports whether an opening quotation mark stands before a token.
func (t *reading) quoted(i int) bool {
	before := strings.TrimRight(t.text[t.tokens[i-1].to:t.tokens[i].from], " ")
	return strings.HasSuffix(before, "«") || strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "“")
}

// rankOf returns the rank of words that lead to a field, or the lower one of people
// that it is for.
func (t *reading) rankOf(from, to, rank int) int {
	if t.people(from, to) {
		return byAudience
	}
	return rank
}

// maxApart bounds how far a course and its matter may stand apart, in words.
const maxApart = 4

// belongs reports whether a word after a course is what it is of: «школа вокала».
func (t *reading) belongs(i int) bool {
	k := &t.tokens[i]
	if k.is(t.topic.subject) {
		return true
	}
	return t.nameable(i) && !t.plainWord(i) && !verbal(k.text) && !k.is(t.class.unit) && !k.is(t.topic.audience) && !endsIn(k.text, shortEnds) && !endsIn(k.text, byEnds)
}

// self reports whether a profession is what the speaker is, by its form and the
// words before: not «ищу психолога», not «бухгалтер сказала».
func (t *reading) self(i int) bool {
	k := &t.tokens[i]
	if k.is(t.topic.activity) {
		return true
	}
	from, to := t.clause(i)
	if !person(k.text) {
		return endsIn(k.text, byEnds) && t.clauseHas(i, t.topic.practise) && (i == from || !t.tokens[i-1].is(t.class.with))
	}
	if i+2 < to && t.tokens[i+1].is(t.class.preposition) && t.tokens[i+2].is(t.class.me) {
		return false // «бухгалтер у нас кремень»
	}
	for j := from; j < i; j++ {
		if w := &t.tokens[j]; w.is(t.topic.learns) || w.is(t.class.doing) && !w.is(t.topic.practise) {
			return false
		}
	}
	if !t.asksField() && t.asked != "" && (i+1 < to && t.tokens[i+1].is(t.class.and) || i > from && t.tokens[i-1].is(t.class.and) || (t.opening(from, to) < t.qualifier(i) || k.sentence == 0) && !t.spoken(i)) {
		return false // «я и бухгалтер, и уборщица», «партнёр у меня дизайнер»
	}
	return i+1 == to || !verbal(t.tokens[i+1].text) || t.tokens[i+1].is(t.topic.practise) || slices.ContainsFunc(t.tokens[from:i], func(w token) bool { return w.is(t.class.me) })
}

// told reports whether a subject is what a verb of the speaker is about: «решаем
// задачи по математике».
func (t *reading) told(i int) bool {
	from, _ := t.clause(i)
	return t.asked == "" && i > from && t.tokens[i-1].is(t.topic.matter) && !t.learnt(i) && slices.ContainsFunc(t.tokens[from:i], func(k token) bool { return acting(k.text) && !k.is(t.class.wish) })
}

// spoken reports whether «я», or «я» and one word more, stands before a token.
func (t *reading) spoken(i int) bool {
	return t.has(max(0, i-2), i, t.class.speaker)
}

// placed reports whether a subject stands where a field does: in what the speaker
// does, or in words that say nothing else.
func (t *reading) placed(i int) bool {
	if t.asksField() || t.clauseHas(i, t.topic.practise) || i > 0 && t.tokens[i-1].is(t.topic.matter) && startsClause(t.tokens, i-1, 0) {
		return true
	}
	if i > 0 && t.tokens[i].before < link && acting(t.tokens[i-1].text) && !t.learnt(i) && !t.tokens[i-1].is(t.class.doing) {
		return true // «наращиваю ресницы»
	}
	if t.told(i) || i > 0 && t.tokens[i].before < link && t.tokens[i-1].is(t.topic.since) {
		return true
	}
	if t.learnt(i) || t.clauseHas(i, t.class.doing) || t.asked != "" {
		return false
	}
	from, to := t.clause(i)
	return !slices.ContainsFunc(t.tokens[from:to], func(k token) bool { return verbal(k.text) && !k.is(t.topic.subject) })
}
