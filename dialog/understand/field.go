package understand

import (
	"slices"
	"strings"
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
		if m.role != asName && m.role != asLead || t.denied(m) || t.asksHere(m.from) {
			continue
		}
		rank := byLead
		if m.role == asName {
			rank = byName
		}
		if from, to, ok := t.phrase(m.to); ok && t.present(m.from) && t.present(from) {
			out = append(out, named{from, to, rank})
		}
	}
	return out
}

// own reports whether a token speaks of what the speaker is now.
func (t *reading) own(i int) bool {
	asked := t.asked == t.topic.Choice || t.asked == t.topic.Question
	return t.present(i) && (!t.tokens[i].wished || asked) && !t.asksHere(i)
}

// present reports whether a token speaks of the speaker's field, be it one to
// come.
func (t *reading) present(i int) bool {
	k := &t.tokens[i]
	return !k.void && k.denier == 0 && !k.past && !k.others
}

// asksHere reports whether the sentence of a token asks something.
func (t *reading) asksHere(i int) bool { return asks(t.tokens, i) }

// fieldAt reads a profession, a course or a subject at a token.
func (t *reading) fieldAt(i int) (named, bool) {
	f, k := t.topic, &t.tokens[i]
	if !t.present(i) || t.asksHere(i) || k.is(f.empty) {
		return named{}, false
	}
	to := t.trail(i + 1)
	switch {
	case k.is(f.work) && !k.is(f.role):
		return named{i, to, byTrail}, to > i+1 && t.tokens[i+1].is(f.about)
	case !t.own(i):
		return named{}, false
	case k.is(f.role):
		left := t.qualifier(i)
		if to > i+1 {
			return named{left, to, byTrail}, true
		}
		if left == i {
			return named{i, to, bySubject}, k.is(f.subject)
		}
		return named{left, to, byQualifier}, true
	case k.is(f.telling):
		return named{t.qualifier(i), to, byTelling}, true
	case k.is(f.subject):
		return named{t.qualifier(i), to, bySubject}, true
	}
	return named{}, false
}

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

// taken reports whether a token is part of an answer to a question of choice.
func (t *reading) taken(i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool { return m.role == asOption && m.from <= i && i < m.to })
}

// trail returns where the words that follow a profession or a course end: «по …»,
// «для …», a noun of theirs; the token itself when there are none.
func (t *reading) trail(i int) int {
	if i >= len(t.tokens) || t.tokens[i].before >= link || !t.tokens[i].is(t.topic.about) && !ofNoun(t.tokens[i].text) {
		return i
	}
	if _, to, ok := t.phrase(i); ok {
		return to
	}
	return i
}

// ofNoun tells by its ending a word that may belong to the noun before: «тренер
// личностного роста».
func ofNoun(word string) bool {
	for _, end := range []string{"а", "я", "ы", "и", "ов", "ев", "ий", "ого", "его", "ой", "ей", "ых", "их", "ению", "ам", "ек", "ок", "ом", "ем"} {
		if strings.HasSuffix(word, end) {
			return utf8.RuneCountInString(word) > 3
		}
	}
	return false
}

// maxField bounds a field's name, in words.
const maxField = 6

// phrase takes the words of a field's name from a token on.
func (t *reading) phrase(i int) (from, to int, ok bool) {
	start := i
	for i < len(t.tokens) && (t.tokens[i].denier != 0 || t.tokens[i].is(t.class.not)) {
		i++ // «не коучинг, а менторинг»
	}
	for i < len(t.tokens) && (i == start || t.tokens[i].before < link || t.tokens[i].is(t.class.but)) && (t.tokens[i].is(t.class.but) || t.tokens[i].is(t.class.filler)) {
		i++
	}
	from, to = i, i
	content := false
	for k := i; k < len(t.tokens) && k < i+maxField; k++ {
		w := &t.tokens[k]
		if k > i && w.before >= link || w.before == hard || w.is(t.topic.end) || w.number != nil || w.is(t.class.but) || t.taken(k) {
			break
		}
		if !w.is(t.topic.empty) && !w.is(t.class.filler) && utf8.RuneCountInString(w.text) > 2 {
			content, to = true, k+1
		}
	}
	return from, to, content
}
