package understand

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// quantity is a number as it was said: a range where lo < hi.
type quantity struct {
	lo, hi   float64
	upTo     bool // no more than that
	from     bool // that or more
	scaled   bool // said in thousands or millions
	sum      bool // a word that is a sum of money
	currency currency
}

type currency uint8

const (
	unsaid currency = iota
	rouble
	dollar
	euro
	foreign // no rate is known
)

// money reports whether the number can only be a sum.
func (q *quantity) money() bool { return q.sum || q.currency != unsaid }

// join makes one token of every number: «20 тыс. руб.», «двадцать пять тысяч»,
// «15-20к», «от 9 до 19 тысяч».
func (r *Reader) join(tokens []token) []token {
	out, numbers := tokens[:0:0], 0
	for i := 0; i < len(tokens); {
		t, end := tokens[i], i
		if numbers < maxNumbers {
			t, end = r.numberAt(tokens, out, i)
		}
		if end == i {
			end++
		} else {
			numbers++
		}
		out = append(out, t)
		i = end
	}
	return out
}

// maxNumbers bounds how many numbers of a text are read: beyond it the text is no
// answer, and each number is compared with many others.
const maxNumbers = 40

// numberAt makes one token of the number that begins at i, and returns where it ends;
// i itself where none begins. before are the tokens made so far.
func (r *Reader) numberAt(tokens, before []token, i int) (token, int) {
	t := tokens[i]
	if end := phone(tokens, i); end > i && !(end < len(tokens) && tokens[end].before == none && r.unitDays(&tokens[end]) > 0) { // not «99999999999 дней»
		t.to, t.syms = tokens[end-1].to, r.words.family(symPhone)
		return t, end
	}
	q, end := r.ranged(tokens, i)
	if end == i {
		return t, i
	}
	end = r.coin(tokens, end, &q)
	end = r.boundAfter(tokens, end, &q)
	r.boundBefore(before, &q)
	if i > 0 && q.currency == unsaid && t.before == none && (len(before) == 0 || before[len(before)-1].to < tokens[i-1].to || before[len(before)-1].number == nil) {
		q.currency = r.currencyOf(&tokens[i-1])
	}
	t.to, t.number, t.asks = tokens[end-1].to, &q, tokens[end-1].asks
	t.syms = append(t.syms[:len(t.syms):len(t.syms)], r.words.family(symNumber)...)
	if q.hi > 1 {
		t.syms = append(t.syms, r.words.family(symSeveral)...)
	}
	if q.money() {
		t.syms = append(t.syms, r.words.family(symMoney)...)
	}
	return t, end
}

const (
	apart  joint = iota
	beside       // nothing: «один два клиента»
	dash         // «3-4»
	words        // «от 3 до 4»
)

// scaledNumber reads one number with its thousands or millions.
func (r *Reader) scaledNumber(tokens []token, i int) (quantity, int) {
	if i >= len(tokens) {
		return quantity{}, i
	}
	if v, ok := r.valueOf(&tokens[i], r.sums); ok {
		return quantity{lo: v, hi: v, sum: true}, i + 1
	}
	v, end := r.bareNumber(tokens, i)
	if end == i {
		return r.scaleFirst(tokens, i)
	}
	if rest, stop := r.numberWords(tokens, end); v < 100 && stop > end && rest >= 100 && tokens[end].before == none { // «две пятьсот»
		return quantity{lo: v*1000 + rest, hi: v*1000 + rest, scaled: true}, stop
	}
	q := quantity{lo: v}
	for end < len(tokens) {
		scale := r.scale(tokens, end)
		if scale == 0 || tokens[end].before >= comma {
			break
		}
		q.lo, q.scaled = q.lo*scale, q.scaled || scale >= 1000
		end++
	}
	if q.scaled && q.lo >= 1000 { // «тысяча двести», «двадцать тысяч пятьсот»
		if rest, stop := r.numberWords(tokens, end); stop > end && rest < 1000 && rest >= 100 {
			q.lo, end = q.lo+rest, stop
		}
	}
	q.hi = q.lo
	return q, end
}

// scaleFirst reads «тысяч двадцать», «тысяча», «полмиллиона».
func (r *Reader) scaleFirst(tokens []token, i int) (quantity, int) {
	scale := r.scale(tokens, i)
	if scale == 0 || utf8.RuneCountInString(tokens[i].text) < 3 {
		return quantity{}, i
	}
	if i+1 < len(tokens) && tokens[i+1].before == none {
		if v, end := r.bareNumber(tokens, i+1); end > i+1 && v >= 100 && !tokens[i].is(r.class.many) { // «тысяча пятьсот»
			return quantity{lo: scale + v, hi: scale + v, scaled: scale >= 1000}, end
		} else if end > i+1 {
			return quantity{lo: v * scale, hi: v * scale, scaled: scale >= 1000}, end
		}
	}
	if tokens[i].is(r.class.many) { // «тысяч» alone: nobody knows how many
		return quantity{}, i
	}
	end := i + 1
	if end < len(tokens) && tokens[end].before == none && scale < 1000 && r.scale(tokens, end) >= 1000 { // «сотня тысяч»
		scale, end = scale*r.scale(tokens, end), end+1
	}
	return quantity{lo: scale, hi: scale, scaled: scale >= 1000}, end
}

// scale returns what the word multiplies by, 0 when it does not.
func (r *Reader) scale(tokens []token, i int) float64 {
	t := &tokens[i]
	switch {
	case t.is(r.class.thousand):
		if utf8.RuneCountInString(t.text) == 1 && !r.letterScale(tokens, i) {
			return 0
		}
		return 1000
	case t.is(r.class.million):
		return 1_000_000
	case t.is(r.class.hundred):
		return 100
	case t.is(r.class.ten):
		return 10
	}
	return 0
}

// letterScale tells the «к» of «20 к» from the preposition.
func (r *Reader) letterScale(tokens []token, i int) bool {
	if i == 0 {
		return false
	}
	if tokens[i-1].to == tokens[i].from || i+1 == len(tokens) || tokens[i+1].before >= link {
		return true
	}
	next := &tokens[i+1]
	return r.currencyOf(next) != unsaid || next.is(r.class.per)
}

// bareNumber reads digits or number words.
func (r *Reader) bareNumber(tokens []token, i int) (float64, int) {
	if text := tokens[i].text; isDigit(text[0]) {
		if strings.Contains(text, ":") {
			return 0, i
		}
		if strings.Count(text, ".") > 1 || len(text) > 4 && text[len(text)-4] == '.' {
			text = strings.ReplaceAll(text, ".", "")
		}
		v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		if err != nil || v > 1e12 {
			return 0, i
		}
		return r.andHalf(tokens, v, i+1)
	}
	if tokens[i].is(r.class.half) {
		return 1.5, i + 1
	}
	v, end := r.numberWords(tokens, i)
	if end == i {
		return v, end
	}
	return r.andHalf(tokens, v, end)
}

// andHalf takes the «с половиной» behind a number.
func (r *Reader) andHalf(tokens []token, v float64, end int) (float64, int) {
	if end+1 < len(tokens) && tokens[end].is(r.class.from) && tokens[end+1].is(r.class.halfMore) {
		return v + 0.5, end + 2
	}
	return v, end
}

// numberWords adds up «сто двадцать пять».
func (r *Reader) numberWords(tokens []token, i int) (float64, int) {
	total, last, end := 0.0, math.Inf(1), i
	for end < len(tokens) && (end == i || tokens[end].before == none && !tokens[end].glued) {
		v, ok := r.valueOf(&tokens[end], r.numbers)
		if !ok || !math.IsInf(last, 1) && !(last >= 100 && v < 100 || last >= 20 && last < 100 && v >= 1 && v < 10) {
			break
		}
		total, last, end = total+v, v, end+1
	}
	return total, end
}

func (r *Reader) valueOf(t *token, values map[symbol]float64) (float64, bool) {
	for _, s := range t.syms {
		if v, ok := values[s]; ok {
			return v, true
		}
	}
	return 0, false
}
