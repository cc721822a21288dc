package understand

import (
	"maps"
	"slices"
)

// Over returns the lexicon laid over a base of the same language: words and
// phrases add up, questions and the topic are its own.
func (l Lexicon) Over(base Lexicon) Lexicon {
	l.Classes = added(l.Classes, base.Classes)
	l.Numbers = added(l.Numbers, base.Numbers)
	l.Sums = added(l.Sums, base.Sums)
	l.Void = slices.Concat(l.Void, base.Void)
	l.Doubts = slices.Concat(l.Doubts, base.Doubts)
	l.Corrections = slices.Concat(l.Corrections, base.Corrections)
	l.Intents = intents(l.Intents, base.Intents)
	l.Times.over(base.Times)
	return l
}

func (t *Times) over(base Times) {
	t.Days, t.Weekdays = added(t.Days, base.Days), added(t.Weekdays, base.Weekdays)
	t.Months, t.Hours = added(t.Months, base.Months), added(t.Hours, base.Hours)
	for _, list := range []struct{ own, base *[]string }{
		{&t.Next, &base.Next}, {&t.At, &base.At}, {&t.Minute, &base.Minute}, {&t.HalfHour, &base.HalfHour}, {&t.Hour, &base.Hour},
	} {
		*list.own = slices.Concat(*list.own, *list.base)
	}
}

func added[K comparable](own, base map[K][]string) map[K][]string {
	out := maps.Clone(base)
	if out == nil {
		out = map[K][]string{}
	}
	for k, words := range own {
		out[k] = slices.Concat(words, base[k])
	}
	return out
}

// intents keeps the order of the base; new ones come last.
func intents(own, base []Intent) []Intent {
	out := slices.Clone(base)
	for at, n := range own {
		n.at = at
		i := slices.IndexFunc(out, func(b Intent) bool { return b.ID == n.ID })
		if i < 0 {
			out = append(out, n)
			continue
		}
		out[i].at = at
		out[i].Any = slices.Concat(n.Any, out[i].Any)
		out[i].Asks = slices.Concat(n.Asks, out[i].Asks)
		out[i].Spare = slices.Concat(n.Spare, out[i].Spare)
		out[i].Whole = out[i].Whole || n.Whole
		out[i].Corrects = out[i].Corrects || n.Corrects
	}
	return out
}
