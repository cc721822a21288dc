package understand

import (
	"math"
	"strings"
)

// phone returns where a phone number that begins at a token ends: ten digits or
// more in several groups, or in one.
func phone(tokens []token, i int) int {
	first := tokens[i].text
	plus := first == "+"
	if !plus && !strings.ContainsRune("789", rune(first[0])) {
		return i
	}
	end, digits, groups := i, 0, 0
	if plus {
		end++
	}
	for end < len(tokens) && isDigit(tokens[end].text[0]) && (end == i || tokens[end].before <= link) {
		digits, groups, end = digits+len(tokens[end].text), groups+1, end+1
	}
	if digits < 10 || digits > 12 || !plus && groups > 1 && groups < 3 {
		return i
	}
	return end
}

// ranged reads a number or a range of two.
func (r *Reader) ranged(tokens []token, i int) (quantity, int) {
	low, end := r.scaledNumber(tokens, i)
	if end == i {
		return low, end
	}
	at, sign := r.rangeSign(tokens, i, end)
	if sign == apart {
		return low, end
	}
	high, stop := r.scaledNumber(tokens, at)
	if stop == at {
		return low, end
	}
	if high.scaled && !low.scaled && low.lo < 1000 && low.lo < high.lo {
		low.lo *= scaleOf(high.lo)
	}
	if low.scaled && !high.scaled && high.lo < 1000 { // «тысяч 5-7»
		high.lo, high.scaled = high.lo*scaleOf(low.lo), true
	}
	switch {
	case low.lo == high.lo && sign == dash && tokens[at].before == link: // «6 300 (шесть тысяч триста)»
		return high, stop
	case low.lo >= high.lo, sign != words && high.lo > 20*low.lo, sign == beside && !r.neighbours(tokens, i, low, high):
		return low, end
	}
	high.lo, high.hi = low.lo, high.lo
	return high, stop
}

func scaleOf(n float64) float64 {
	if n >= 1_000_000 {
		return 1_000_000
	}
	return 1000
}

// neighbours tells «один два клиента» from two numbers that stand side by side.
func (r *Reader) neighbours(tokens []token, i int, low, high quantity) bool {
	if tokens[i].text != "" && isDigit(tokens[i].text[0]) {
		return false
	}
	small := math.Mod(high.lo, 1000)
	if small == 0 {
		return high.lo-low.lo <= 2*scaleOf(high.lo)
	}
	return high.lo-low.lo <= 2
}

// joint is what makes a range of two numbers.
type joint uint8

// rangeSign returns where the second number of a range would begin.
func (r *Reader) rangeSign(tokens []token, first, end int) (int, joint) {
	if end >= len(tokens) || tokens[end].before >= comma {
		return end, apart
	}
	t := &tokens[end]
	switch {
	case t.glued || t.before == link:
		return end, dash
	case t.is(r.class.to) && first > 0 && tokens[first-1].is(r.class.from), t.is(r.class.or):
		return end + 1, words
	}
	return end, beside
}
