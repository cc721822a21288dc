package understand

// coin takes the currency behind a number.
func (r *Reader) coin(tokens []token, at int, q *quantity) int {
	if at < len(tokens) && tokens[at].before <= link {
		if q.currency = r.currencyOf(&tokens[at]); q.currency != unsaid {
			return at + 1
		}
	}
	return at
}

func (r *Reader) currencyOf(t *token) currency {
	switch {
	case t.is(r.class.rouble):
		return rouble
	case t.is(r.class.dollar):
		return dollar
	case t.is(r.class.euro):
		return euro
	case t.is(r.class.foreign):
		return foreign
	}
	return unsaid
}

// boundAfter takes «максимум», «и больше», «+» behind a number.
func (r *Reader) boundAfter(tokens []token, at int, q *quantity) int {
	if at >= len(tokens) || tokens[at].before >= hard {
		return at
	}
	i := at
	for skip := 0; skip < 3 && i < len(tokens) && tokens[i].before < comma && (tokens[i].is(r.class.per) || tokens[i].is(r.class.period)); skip++ {
		i++ // «100 тысяч в месяц и больше»
	}
	switch {
	case i < len(tokens) && tokens[i].is(r.class.most):
		q.upTo = true
	case i < len(tokens) && (tokens[i].is(r.class.least) || tokens[i].text == "+"):
		q.from = true
	case i+1 < len(tokens) && tokens[i].is(r.class.and) && tokens[i+1].is(r.class.more):
		q.from = true
	case i+1 < len(tokens) && tokens[i].is(r.class.from) && tokens[i+1].is(r.class.surplus): // «50 с лишним»
		q.from = true
		return i + 2
	case i+1 < len(tokens) && tokens[i].is(r.class.not) && tokens[i+1].is(r.class.more):
		q.upTo = true
	default:
		return at
	}
	if i == at && tokens[i].text == "+" {
		return at + 1
	}
	return at
}

// boundBefore takes «до», «от», «не больше» in front of a number.
func (r *Reader) boundBefore(before []token, q *quantity) {
	i := len(before) - 1
	for i >= 0 && (before[i].is(r.class.about) || before[i].is(r.class.than)) {
		i--
	}
	if i < 0 || q.lo < q.hi && !before[i].is(r.class.to) {
		return
	}
	denied := i > 0 && before[i-1].is(r.class.not)
	switch t := &before[i]; {
	case t.is(r.class.to) && i > 0 && before[i-1].is(r.class.changed):
	case t.is(r.class.to), t.is(r.class.most):
		q.upTo = true
	case t.is(r.class.from), t.is(r.class.least):
		q.from = true
	case t.is(r.class.more):
		q.from, q.upTo = !denied, denied
	case t.is(r.class.less):
		q.from, q.upTo = denied, !denied
	}
}

// ends returns the smallest and the largest number that is meant, in the
// script's currency; false when nobody can tell.
func (q *quantity) ends() (lo, hi float64, ok bool) {
	lo, hi = q.lo, q.hi
	switch {
	case q.upTo:
		lo, hi = hi-0.5, hi-0.5
	case q.from:
		lo, hi = lo+0.5, lo+0.5
	}
	switch q.currency {
	case dollar:
		return lo * 60, hi * 110, true
	case euro:
		return lo * 65, hi * 125, true
	case foreign:
		return 0, 0, false
	}
	return lo, hi, true
}

// slang reports whether so few roubles were said that thousands may be meant: «15
// рублей».
func (q *quantity) slang() bool { return q.currency == rouble && !q.scaled && q.lo > 0 && q.hi < 100 }

// option returns the option whose bounds hold all the numbers meant.
func option(bands []Band, lo, hi float64) (string, bool) {
	a, b := bandOf(bands, lo), bandOf(bands, hi)
	return a, a == b && a != ""
}

func bandOf(bands []Band, n float64) string {
	for _, b := range bands {
		if b.Over || n < b.UpTo || !b.Under && n == b.UpTo {
			return b.Option
		}
	}
	return ""
}
