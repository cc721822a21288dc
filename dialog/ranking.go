package dialog

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// ranked is a topic of a list with what its rows come to.
type ranked struct {
	topic string
	sum   int64
	count int  // a row that does not say counts as one
	sure  bool // more than one row, or one that says
}

// rank adds up the rows by topic, the most profitable first; among equals the
// one with more people, then the one named first.
func rank(rows []Row) []ranked {
	var all []ranked
	for _, row := range rows {
		i := slices.IndexFunc(all, func(r ranked) bool { return same(r.topic, row.Topic) })
		if i < 0 {
			i = len(all)
			all = append(all, ranked{topic: row.Topic})
		}
		r := &all[i]
		r.sure = r.sure || r.count > 0 || row.Count > 0
		r.sum += row.Sum
		r.count += max(row.Count, 1)
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(b.count, a.count))
	})
	return all
}

// maxRanked is how many topics a lead reads at once.
const maxRanked = 5

// table says the best topics, a line each.
func (s *Script) table(all []ranked, forms string) Text {
	var lines []Text
	for i, r := range all[:min(len(all), maxRanked)] {
		lines = append(lines, Join("", Plain(strconv.Itoa(i+1)+". "), Foreign(Short(r.topic, 40)), Plain(" — "), s.brings(r, forms)))
	}
	if more := len(all) - maxRanked; more > 0 {
		lines = append(lines, s.more(more))
	}
	return Join("\n", lines...)
}

func (s *Script) more(n int) Text {
	return s.Text("exercise_more", values{"n": Plain(strconv.Itoa(n))})
}

// brings says what a topic came to: «15 000 ₽, 2 человека».
func (s *Script) brings(r ranked, forms string) Text {
	people := Text(nil)
	if r.sure {
		people = Plain(Counted(forms, r.count))
	}
	if r.sum == 0 && r.sure { // only sales were counted
		return people
	}
	return Join(", ", s.Money(r.sum), people)
}

// Money says a sum in the script's currency, its thousands apart.
func (s *Script) Money(n int64) Text {
	digits := strconv.FormatInt(n, 10)
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return s.Text("desk_money", values{"n": Plain(strings.Join(append([]string{digits}, groups...), "\u00a0"))})
}

// Counted puts a word after a number in the form that the number asks for. The
// forms are those for 1, 2 and 5, or for 1 and 2, separated by |.
func Counted(forms string, n int) string {
	all := strings.Split(forms, "|")
	i := 1
	switch {
	case len(all) > 2 && (n%100 >= 11 && n%100 <= 14 || n%10 == 0 || n%10 >= 5):
		i = 2
	case n == 1 || len(all) > 2 && n%10 == 1:
		i = 0
	}
	return strconv.Itoa(n) + " " + all[min(i, len(all)-1)]
}
