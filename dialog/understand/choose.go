package understand

import "slices"

// said is an option that the text states.
type saying struct {
	option   string
	from, to int
	implied  bool // by denying its opposite
	wished   bool // not so yet
	asked    bool // in words that say so only as a reply
}

// choose finds the option of a question that phrases of the text state.
func (t *reading) choose(name string, q *Question) {
	found := t.sayings(name, q)
	found = surest(t.corrected(found))
	if len(found) == 0 {
		return
	}
	option, ok := q.together(found)
	if !ok || q.Hedged && t.hedged(found) || t.alternatives(found) && (len(q.Both) == 0 || t.asked == name) {
		t.unsure(name)
		return
	}
	i := max(0, slices.IndexFunc(found, func(s saying) bool { return s.option == option }))
	t.answer(name, option, found[i].from, found[i].to)
	t.mere[name] = found[i].asked
}

// hedged reports whether a reply is taken back, as it seems, by a «but» that nobody
// understood: «готов, но …».
func (t *reading) hedged(found []saying) bool {
	last := found[len(found)-1]
	if !last.asked || last.to >= len(t.tokens) || t.tokens[last.to].before == hard || !t.tokens[last.to].is(t.class.but) || endsClause(t.tokens, last.to+2) {
		return false
	}
	clause := t.tokens[last.to].clause
	if slices.ContainsFunc(t.matches, func(m match) bool { return m.role == asOption && t.tokens[m.from].clause == clause }) {
		return false
	}
	return !slices.ContainsFunc(t.tokens, func(k token) bool { return k.clause == clause && k.number != nil })
}

// sayings lists the options stated, in the order of the text.
func (t *reading) sayings(name string, q *Question) []saying {
	var found []saying
	for _, m := range t.matches {
		if m.role != asOption || m.question != name || m.option == "" || t.within(m) || t.replied(m, q) || t.foreign(m, name, q) {
			continue
		}
		option, implied := m.option, false
		if t.denied(m) {
			if m.not == "" {
				continue
			}
			option, implied = m.not, true
		}
		if t.tokens[m.from].unsure && m.to-m.from < 4 && len(m.also) == 0 && !t.any(m, func(k *token) bool { return k.negates }) {
			t.unsure(name)
			continue
		}
		wished := q.Fact && t.any(m, func(k *token) bool { return k.wished })
		found = append(found, saying{option, m.from, m.to, implied, wished, m.asked})
	}
	return found
}

// surest leaves what is over what is wished, and what is said over what follows
// from a denial.
func surest(found []saying) []saying {
	for _, less := range []func(saying) bool{
		func(s saying) bool { return s.wished },
		func(s saying) bool { return s.implied },
	} {
		if better := slices.DeleteFunc(slices.Clone(found), less); len(better) > 0 {
			found = better
		}
	}
	return found
}

// within reports whether a longer phrase about the same question holds the match,
// or one that answers nothing touches it; one that is denied holds nothing.
func (t *reading) within(m match) bool {
	return slices.ContainsFunc(t.matches, func(o match) bool {
		if o.role == asCorrection && o.from <= m.from && o.to >= m.to && m.asked && o.to < len(t.tokens) {
			return true // «хотя нет, пусть будет …»
		}
		if o.role != asOption || o.question != m.question || o.from >= m.to || m.from >= o.to {
			return false
		}
		return o.option == "" || o.to-o.from > m.to-m.from && (o.not != "" || !t.denied(o))
	})
}

// replied reports whether words of a phrase are the reply to another question,
// the one asked: «вживую» says where when that was asked.
func (t *reading) replied(m match, q *Question) bool {
	return slices.ContainsFunc(t.matches, func(o match) bool {
		return o.role == asOption && o.asked && o.question != m.question && !m.asked && !t.within(o) && (len(q.Yields) == 0 || slices.Contains(q.Yields, o.question)) && o.from < m.to && m.from < o.to && o.to-o.from >= m.to-m.from
	})
}

// foreign reports whether the phrase does not speak of the writer, or not of the
// present where the question is about that.
func (t *reading) foreign(m match, name string, q *Question) bool {
	return t.any(m, func(k *token) bool { return k.yours || q.Own && k.others }) || q.Fact && !t.factual(m, name)
}

// factual reports whether the phrase tells of the speaker as they are now; a
// wish will do when it is what was asked for.
func (t *reading) factual(m match, name string) bool {
	counted := t.questions[name].Kind == "count" // «мечтаю о сотне» counts nobody
	return !t.any(m, func(k *token) bool {
		return k.past && !t.givenUp(k) || k.others || k.wished && (counted || t.asked != name)
	})
}

// givenUp reports whether a word is what the writer has given up; that lasts: «от
// онлайна отказалась год назад».
func (t *reading) givenUp(k *token) bool {
	return k.denier != 0 && t.tokens[k.denier-1].is(t.class.quit)
}

// denied reports whether a negation outside the phrase reaches it; a phrase with
// a negation of its own means what it says.
func (t *reading) denied(m match) bool {
	if t.any(m, func(k *token) bool { return k.is(t.class.not) || k.is(t.class.without) || k.is(t.class.no) }) {
		return false
	}
	return t.any(m, func(k *token) bool { return k.denier != 0 && (k.denier-1 < m.from || k.denier-1 >= m.to) })
}

// corrected keeps what is said after the last correction, if anything is.
func (t *reading) corrected(found []saying) []saying {
	for _, m := range slices.Backward(t.matches) {
		if !t.corrects(m) {
			continue
		}
		after := slices.DeleteFunc(slices.Clone(found), func(s saying) bool { return s.from < m.to })
		if len(after) > 0 {
			return after
		}
	}
	return found
}

// corrects reports whether another value follows the phrase.
func (t *reading) corrects(m match) bool {
	return m.role == asCorrection || m.role == asIntent && slices.ContainsFunc(t.intents, func(n Intent) bool { return n.ID == m.option && n.Corrects })
}

// together makes one option of those stated.
func (q *Question) together(found []saying) (string, bool) {
	has := func(option string) bool {
		return slices.ContainsFunc(found, func(s saying) bool { return s.option == option })
	}
	if !slices.ContainsFunc(found, func(s saying) bool { return s.option != found[0].option }) {
		return found[0].option, true
	}
	for _, option := range q.Order {
		if has(option) {
			return option, true
		}
	}
	if len(q.Both) == 3 && (has(q.Both[0]) || has(q.Both[1]) && has(q.Both[2])) {
		return q.Both[0], true
	}
	return "", false
}

// alternatives reports whether the options are joined by an «or».
func (t *reading) alternatives(found []saying) bool {
	for i := 1; i < len(found); i++ {
		a, b := found[i-1], found[i]
		if a.option != b.option && b.from > a.to && b.from-a.to <= 2 && t.orBetween(a.to, b.from) {
			return true
		}
	}
	return false
}

func (t *reading) orBetween(from, to int) bool {
	return slices.ContainsFunc(t.tokens[from:to], func(k token) bool { return k.is(t.class.or) })
}
