package understand

import "math"

// Sum reads a text that is nothing but one sum of money in the script's currency:
// «12 000», «1,5 тыс. руб.», «около 20к». A bare number below a hundred means
// thousands. False for ranges, bounds, other currencies and everything beside a
// sum.
func (r *Reader) Sum(text string) (int64, bool) {
	var found *quantity
	tokens := r.cut(text)
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.number != nil && found == nil:
			found = t.number
		case t.number != nil || !t.is(r.class.about) && r.currencyOf(t) != rouble:
			return 0, false
		}
	}
	if found == nil || !found.exact() {
		return 0, false
	}
	sum := found.lo
	if sum < 100 && !found.money() && !found.scaled { // nobody pays five roubles
		sum *= 1000
	}
	return int64(math.Round(sum)), true
}

// maxSum is more than anybody pays.
const maxSum = 1e12

// exact reports whether one sum of the script's currency is meant.
func (q *quantity) exact() bool {
	return q.lo == q.hi && q.lo <= maxSum && !q.upTo && !q.from && (q.currency == unsaid || q.currency == rouble)
}
