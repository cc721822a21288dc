package understand

import "slices"

// intent finds what the writer wants beside answering: of several wishes the one
// that counts first.
func (t *reading) intent() {
	_, answered := t.out.Answers[t.asked]
	for _, intent := range t.intents {
		i := slices.IndexFunc(t.matches, func(m match) bool {
			return m.role == asIntent && m.option == intent.ID && !t.denied(m) && (!m.asks || t.asking(m)) && (!m.spare || !answered) && !t.answers(m, intent.Silences)
		})
		if i >= 0 && (!intent.Whole || t.nothingElse()) && (!intent.Short || t.facts() <= 1) {
			t.out.Intent = intent.ID
			t.silence(intent)
			return
		}
	}
}

// facts counts the answers; that there is a field and which one it is are one.
func (t *reading) facts() int {
	if t.topic != nil && t.answered(t.topic.Question) && t.answered(t.topic.Choice) {
		return len(t.out.Answers) - 1
	}
	return len(t.out.Answers)
}

// answers reports whether a phrase of an intent is but a part of an answer that
// the intent would silence: «хоть сию секунду».
func (t *reading) answers(m match, silenced []string) bool {
	return slices.ContainsFunc(t.matches, func(o match) bool {
		return o.role == asOption && slices.Contains(silenced, o.question) && o.from <= m.from && m.to <= o.to && o.to-o.from > m.to-m.from
	})
}

// silence drops the answers that are words of the intent: «продолжим через
// час» tells no time to begin.
func (t *reading) silence(intent Intent) {
	for _, name := range intent.Silences {
		at, ok := t.places[name]
		if ok && slices.ContainsFunc(t.matches, func(m match) bool {
			return m.role == asIntent && m.option == intent.ID && t.tokens[m.from].sentence == t.tokens[at].sentence
		}) {
			delete(t.out.Answers, name)
		}
	}
}

// asking reports whether the sentence of a phrase ends in a question mark.
func (t *reading) asking(m match) bool {
	s := t.tokens[m.from].sentence
	return slices.ContainsFunc(t.tokens[m.from:], func(k token) bool { return k.sentence == s && k.asks })
}

// nothingElse reports whether the text says little beside its intents.
func (t *reading) nothingElse() bool {
	if len(t.out.Answers)+len(t.out.Unsure) > 0 {
		return false
	}
	left := 0
	for i := range t.tokens {
		if !t.wanted(i) && !t.tokens[i].is(t.class.filler) {
			left++
		}
	}
	return left <= 2
}

func (t *reading) wanted(i int) bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asIntent && m.from <= i && i < m.to && (!m.asks || t.asking(m))
	})
}
