package understand

import "slices"

// topic is a compiled Topic.
type topic struct {
	Topic
	role, telling, subject, work, about, end, empty                                     symbol
	audience, practise, learns, activity, matter, forWhom, teach, since, place, closing symbol
}

// field compiles how the speaker's own field is told.
func (b *builder) field(d *Topic) {
	if d == nil {
		return
	}
	b.topic = &topic{Topic: *d}
	for _, list := range []struct {
		name  string
		words []string
		sym   *symbol
	}{
		{"roles", d.Roles, &b.topic.role}, {"telling", d.Telling, &b.topic.telling}, {"subjects", d.Subjects, &b.topic.subject},
		{"works", d.Works, &b.topic.work}, {"about", d.About, &b.topic.about}, {"ends", d.Ends, &b.topic.end}, {"empty", d.Empty, &b.topic.empty},
		{"audience", d.Audience, &b.topic.audience}, {"practise", d.Practise, &b.topic.practise}, {"since", d.Since, &b.topic.since}, {"teaches", d.Teaches, &b.topic.teach}, {"learns", d.Learns, &b.topic.learns},
		{"activities", d.Activities, &b.topic.activity}, {"matter", d.Matter, &b.topic.matter}, {"places", d.Places, &b.topic.place}, {"closing", d.Closing, &b.topic.closing}, {"for_whom", d.ForWhom, &b.topic.forWhom},
	} {
		*list.sym = b.words.fresh()
		for i, w := range list.words {
			b.member(*list.sym, w, []any{"topic", list.name, i})
		}
	}
	b.add(rule{role: asName}, d.Names, "topic", "names")
	b.add(rule{role: asLead}, d.Leads, "topic", "leads")
}

// named is a field that the text names; the better known it is to be one, the
// higher its rank.
type named struct {
	from, to, rank int
}

// field finds the speaker's own field.
func (t *reading) field() {
	f := t.topic
	if f == nil {
		return
	}
	choice := t.out.Answers[f.Choice].Value
	list := t.fields()
	if choice != "" && choice != f.One && choice != f.Several {
		if !t.mere[f.Choice] || !t.outweighs(list) {
			return
		}
		choice = ""
	}
	if len(list) == 0 {
		t.wholeText(choice)
		return
	}
	if choice == "" && (t.enumerated() || t.asksField() && t.row()) {
		t.answer(f.Choice, f.Several, list[0].from, list[0].to)
		return
	}
	if choice == f.Several {
		return
	}
	list = t.latest(list)
	if t.asksField() && t.wavers() {
		list = slices.DeleteFunc(list, func(n named) bool { return n.rank <= byHeadline })
	}
	if len(list) == 0 || t.asked == f.Question && !slices.ContainsFunc(list, func(n named) bool { return n.rank > byHeadline }) && t.wholeText("") {
		return
	}
	t.takeField(list)
}

// outweighs reports whether a field is named so openly, in a sentence of its own,
// that a remark elsewhere leaves no doubt: «учу петь. Начать думаю летом».
func (t *reading) outweighs(list []named) bool {
	said := t.tokens[t.places[t.topic.Choice]].sentence
	return slices.ContainsFunc(list, func(n named) bool {
		return n.rank >= byLead && t.own(n.from) && !t.tokens[n.from].unsure && t.tokens[n.from].sentence != said
	})
}

// takeField records the field that ranks highest.
func (t *reading) takeField(list []named) {
	best := slices.MaxFunc(list, func(a, b named) int { return a.rank - b.rank })
	for _, n := range list {
		if n.rank == best.rank {
			best = n
			break
		}
	}
	for best.from+1 < best.to && t.tokens[best.from].is(t.topic.matter) && !t.tokens[best.from].is(t.topic.forWhom) {
		best.from++ // «по керамике»
	}
	t.answer(t.topic.Question, "", best.from, best.to)
	a := t.out.Answers[t.topic.Question]
	a.Value = a.Raw
	t.out.Answers[t.topic.Question] = a
	t.answer(t.topic.Choice, t.topic.One, best.from, best.to)
}

// The ways a field is named, the surest last.
const (
	byWhole    int = iota // the whole of a short answer
	byRole                // «психолог», and no word of the topic
	byAudience            // «работаю с подростками»
	bySubject
	byHeadline // «Айкидо, зал в Твери»
	byLead
	byTelling
	byTeaching  // «учу вязать»
	byQualifier // «карьерный коуч»
	byTrail     // «тренер по продажам»
	byName      // «ниша — …»
)

// enumerated reports whether the speaker lists fields of their own: «йога и
// цигун».
func (t *reading) enumerated() bool {
	last, joined := -1, 0
	for i := range t.tokens {
		k := &t.tokens[i]
		if !k.is(t.topic.telling) && !k.is(t.topic.subject) || !t.own(i) || t.introduces(i) {
			continue
		}
		if last >= 0 && i-last <= 4 && !slices.Equal(k.syms, t.tokens[last].syms) && t.listed(last+1, i) {
			joined++
			if joined > 1 || k.is(t.topic.telling) || i-last != 2 {
				return true // «стретчинг и шпагат» may be one
			}
		}
		last = i
	}
	return false
}

// introduces reports whether a profession only leads to its topic: «я психолог,
// тревожность».
func (t *reading) introduces(i int) bool {
	if !t.tokens[i].is(t.topic.role) || i+1 == len(t.tokens) {
		return false
	}
	next := &t.tokens[i+1]
	return next.before == comma && next.is(t.topic.subject) && !next.is(t.topic.role) && !next.is(t.topic.telling)
}

// latest leaves the fields that are named after a correction, or after a word that
// something new begins, if there are any.
func (t *reading) latest(list []named) []named {
	from, to := t.resumes(), len(t.tokens)
	for i := range t.tokens {
		if t.tokens[i].is(t.topic.since) && i >= from {
			from, to = i, t.sentenceEnd(i) // a later sentence may be about anything
		}
	}
	after := slices.DeleteFunc(slices.Clone(list), func(n named) bool { return n.from < from || n.from >= to || n.rank < bySubject })
	if len(after) > 0 {
		return after
	}
	return list
}

// sentenceEnd returns where the sentence of a token ends.
func (t *reading) sentenceEnd(i int) int {
	for i < len(t.tokens) && (i+1 == len(t.tokens) || t.tokens[i+1].sentence == t.tokens[i].sentence) {
		i++
	}
	return min(i+1, len(t.tokens))
}

// resumes returns where the last correction stands, 0 without one.
func (t *reading) resumes() int {
	from := 0
	for _, m := range t.matches {
		if m.role == asCorrection {
			from = max(from, m.to)
		}
	}
	if from == len(t.tokens) {
		return 0
	}
	return from
}

// row reports whether the text is a row of three names or more: «вокал, речь,
// импровизация».
func (t *reading) row() bool {
	names := 0
	for a := t.resumes(); a < len(t.tokens) && t.tokens[a].sentence == t.tokens[t.resumes()].sentence; {
		b := t.segment(a)
		from := t.opening(a, b)
		if to, ok := t.nominal(from, b); ok && to-from <= 2 {
			names++
		} else if from < b && names >= 3 {
			break
		} else if from < b {
			names = 0 // «их у меня пучок: вокал, речь, импровизация»
		}
		a = b
	}
	return names >= 3
}

// listed reports whether only joining words stand between two fields.
func (t *reading) listed(from, to int) bool {
	joined := t.tokens[to].before == comma
	for i := from; i < to; i++ {
		k := &t.tokens[i]
		joined = joined || k.is(t.class.and)
		if !k.is(t.class.and) && !k.is(t.class.filler) && !k.is(t.topic.practise) {
			return false
		}
	}
	return joined
}

// wavers reports whether anything is said in doubt.
func (t *reading) wavers() bool {
	return slices.ContainsFunc(t.matches, func(m match) bool { return m.role == asDoubt && !t.covered(m) })
}

// wants reports whether the writer wants something beside answering; a greeting
// is no wish.
func (t *reading) wants() bool {
	return slices.ContainsFunc(t.matches, func(m match) bool {
		return m.role == asIntent && !m.whole && !t.denied(m) && (!m.asks || t.asking(m))
	})
}
