package understand

import (
	"slices"
	"unicode/utf8"
)

// headline finds a field that is named and nothing more: «Айкидо, зал в Твери».
// In the reply to another question only a known field is one.
func (t *reading) headline() (named, bool) {
	asked := t.asksField()
	if t.asked == "" && !t.telling() {
		return named{}, false
	}
	for _, from := range []int{t.resumes(), 0} {
		if n, ok := t.headlineFrom(from, asked); ok {
			return n, true
		}
	}
	return named{}, false
}

// headlineFrom finds the first one from a token on.
func (t *reading) headlineFrom(first int, asked bool) (named, bool) {
	fresh := true
	for a := first; a < len(t.tokens) && t.tokens[a].sentence <= maxHeadline; {
		b := t.segment(a)
		fresh = fresh || t.tokens[a].before == hard
		from := t.opening(a, b)
		known := asked || fresh && (t.asked == "" || t.tokens[a].sentence > 0 && t.has(from, b, t.topic.subject)) || t.serves(from, b) || a > 0 && t.dense() && t.lone(from, b)
		if wants := t.wants(); asked && (wants || t.wavers()) || wants && t.asked == "" {
			known = t.has(from, b, t.topic.subject) || t.has(from, b, t.topic.telling)
		}
		if to, ok := t.nominal(from, b); ok && known {
			return named{from, to, byHeadline}, true
		}
		fresh = from == b
		a = b
	}
	return named{}, false
}

// has reports whether a word of a class stands between two places.
func (t *reading) has(from, to int, s symbol) bool {
	return slices.ContainsFunc(t.tokens[from:to], func(k token) bool { return k.is(s) })
}

// turned reads a field that stands before the verb: «ремонт телефонов преподаю».
func (t *reading) turned(i int) (named, bool) {
	if !t.tokens[i].is(t.topic.closing) || !t.own(i) {
		return named{}, false
	}
	from, _ := t.clause(i)
	from = t.opening(from, i)
	if to, ok := t.nominal(from, i); ok {
		return named{from, to, byLead}, ok
	}
	for from = i - 1; from > 0 && t.tokens[from].before < link && t.tokens[from].is(t.class.filler); from-- {
	}
	return named{from, from + 1, byLead}, from >= 0 && t.object(from, i)
}

// object reports whether a word before a verb is what the verb is about by its
// form: «стендапу учу».
func (t *reading) object(i, verb int) bool {
	k := &t.tokens[i]
	if t.tokens[verb].before >= link || !t.present(i) || t.hollow(i) || t.taken(i) || k.number != nil || k.is(t.topic.audience) || k.is(t.topic.work) || k.is(t.topic.end) || k.is(t.class.unit) || verbal(k.text) || adverb(k) {
		return false
	}
	return utf8.RuneCountInString(k.text) > 3 && endsIn(k.text, []string{"у", "ю", "ам", "ям", "ом", "ем", "ой", "ей", "ами"})
}

// dense reports whether the text tells so much else that it must be about the
// speaker's work.
func (t *reading) dense() bool {
	facts := len(t.out.Answers)
	for i := range t.tokens {
		if t.tokens[i].number != nil {
			facts++
		}
	}
	return facts >= 2
}

// lone reports whether words are a known field and little else.
func (t *reading) lone(from, to int) bool {
	return to > from && to-from <= 3 && (t.known(from) || t.known(to-1))
}

// serves reports whether words name a thing and whom it is for: «эксель для
// бухгалтеров».
func (t *reading) serves(from, to int) bool {
	return to-from > 2 && t.has(from+1, to-1, t.topic.forWhom)
}

// maxHeadline is the last sentence that may be a headline; the first is 0.
const maxHeadline = 3

// asksField reports whether the speaker was asked for the field.
func (t *reading) asksField() bool { return t.asked == t.topic.Choice || t.asked == t.topic.Question }

// telling reports whether the text tells of the speaker's work at all: a lone
// word that nobody asked for is no headline.
func (t *reading) telling() bool {
	for i := range t.tokens {
		k := &t.tokens[i]
		if k.number != nil || t.taken(i) || k.is(t.topic.practise) || k.is(t.topic.work) || k.is(t.topic.telling) {
			return true
		}
	}
	return false
}

// segment returns where the words between two signs end.
func (t *reading) segment(a int) int {
	b := a + 1
	for b < len(t.tokens) && t.tokens[b].before < link && !t.tokens[b].is(t.class.but) {
		b++
	}
	return b
}

// opening skips what comes before the matter: a greeting, a name, «ну».
func (t *reading) opening(a, b int) int {
	for a < b {
		k := &t.tokens[a]
		if k.is(t.class.preposition) && !t.asksField() {
			break
		}
		if !k.is(t.class.filler) && !k.is(t.class.yes) && !k.is(t.class.given) && !k.is(t.class.town) && !k.is(t.topic.empty) && !t.wanted(a) && !k.is(t.class.but) {
			break
		}
		a++
	}
	return a
}

// nominal returns where the name of a thing ends that a segment is; a segment
// that says something about a thing is none.
func (t *reading) nominal(a, b int) (int, bool) {
	if a == b || b-a > maxField || !t.begins(a) {
		return 0, false
	}
	noun := false
	for i := a; i < b; i++ {
		k := &t.tokens[i]
		if k.is(t.class.preposition) || k.is(t.class.and) {
			if !noun && k.is(t.topic.place) && !(i > a && t.lettered(i-1)) {
				return 0, false // «вечера в подвальчике»
			}
			continue
		}
		if noun && t.tokens[i-1].is(t.class.preposition) && (k.number != nil || k.is(t.class.unit)) {
			return i - 1, true // «логоритмика от полутора лет»
		}
		known := t.known(i)
		if !t.nameable(i) || t.wanted(i) || !known && (verbal(k.text) || t.taken(i)) {
			return 0, false
		}
		if k.is(t.topic.role) || k.is(t.topic.work) && !known {
			continue
		}
		noun = noun || known || !adjective(k.text) && !endsIn(k.text, adverbEnds) && !t.hollow(i) && utf8.RuneCountInString(k.text) > 2
	}
	return b, noun
}

// begins reports whether a word may be the first of a name.
func (t *reading) begins(i int) bool {
	k := &t.tokens[i]
	if k.is(t.topic.telling) || k.is(t.topic.role) {
		return k.is(t.topic.subject) || person(k.text)
	}
	return k.is(t.topic.subject) || !k.is(t.class.preposition) && !k.is(t.topic.audience) && (t.lettered(i) || utf8.RuneCountInString(k.text) > 2 && title(k.text) && !happened(k.text))
}

// nameable reports whether a token may stand in the name of a field that is the
// speaker's own.
func (t *reading) nameable(i int) bool {
	k := &t.tokens[i]
	if !t.present(i) || k.unsure || k.asks || k.number != nil && !t.lettered(i) || k.is(t.topic.learns) || k.wished && !t.asksField() {
		return false
	}
	return t.known(i) || !k.is(t.topic.end) && !k.is(t.class.doing) && !k.is(t.topic.practise)
}

// known reports whether a token is a field or a profession.
func (t *reading) known(i int) bool {
	return t.tokens[i].is(t.topic.subject) || t.tokens[i].is(t.topic.telling)
}

// wholeText takes a short answer to the question for the field as it stands, and
// reports whether it did.
func (t *reading) wholeText(choice string) bool {
	if !t.asksField() || choice != "" || len(t.out.Answers)+len(t.out.Unsure) > 0 || t.wants() || t.wavers() {
		return false
	}
	limit := maxField
	if t.asked == t.topic.Question {
		limit = maxTopic
	}
	content := 0
	for i := range t.tokens {
		k := &t.tokens[i]
		if i == limit || k.asks || k.void || i == len(t.tokens)-1 && happened(k.text) && !t.known(i) && !slices.ContainsFunc(t.tokens, func(k token) bool { return infinitive(k.text) }) || k.number != nil || t.wanted(i) || t.asked == t.topic.Choice && t.idle(i) {
			return false
		}
		if !t.hollow(i) && !k.is(t.class.preposition) && (k.denier == 0 || infinitive(k.text)) && utf8.RuneCountInString(k.text) > 2 {
			content++
		}
	}
	if content > 0 {
		t.takeField([]named{{0, len(t.tokens), byWhole}})
	}
	return content > 0
}

// maxTopic bounds what is taken as it stands where the name itself was asked for.
const maxTopic = 9

// idle reports whether a token keeps a text from being a field as it stands.
func (t *reading) idle(i int) bool {
	k := &t.tokens[i]
	return k.unsure || k.denier != 0 || k.past || k.others || acting(k.text) && !t.known(i) || k.is(t.topic.end) && !t.joins(i) || k.is(t.topic.learns) || k.is(t.class.doing)
}
