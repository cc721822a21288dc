package dialog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Row is one line of a list that an exercise asks for: what somebody came with or
// bought, and what it brought. Their names are not kept.
type Row struct {
	Topic string `json:"topic"`
	Sum   int64  `json:"sum"`
	Count int    `json:"count,omitempty"` // of people or sales; 0 when the row does not say
	From  int64  `json:"from,omitempty"`  // id of the message
}

// unread is a line of a list that is no row.
type unread struct {
	line int // from 1, blank lines left out
	text string
}

// rows reads a list line by line. A table's head and its total are neither rows
// nor mistakes.
func (s *Script) rows(text string, from int64) (rows []Row, bad []unread) {
	n := 0
	for line := range strings.Lines(text) {
		line = Line(strings.ReplaceAll(line, "\t", "|"))
		line = strings.Trim(bullet.ReplaceAllString(line, ""), " |;,")
		if !strings.ContainsFunc(line, legible) {
			continue
		}
		n++
		if row, ok := s.row(line); ok {
			row.From = from
			rows = append(rows, row)
		} else if !s.aside(line) {
			bad = append(bad, unread{n, line})
		}
	}
	return rows, bad
}

// bullet is what stands before a line of a list: «—», «•», «1.», «2)».
var bullet = regexp.MustCompile(`^\s*(?:[•·*▪◦●–—-]\s*)?(?:\d{1,3}(?:[.)]|\x{fe0f}?\x{20e3})\s*)?`)

func legible(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// signs part a row, the plainest first: where more than one kind stands in a
// line, the plainer one parts and the others belong to the words.
var signs = []string{"|;", "—–−-", ":", ","}

// row reads «name — topic — sum» or «topic — sum».
func (s *Script) row(line string) (Row, bool) {
	parts := split(line, strings.Join(signs, ""))
	for i := 0; len(parts) > 3 && i < len(signs); i++ {
		if plainer := split(line, signs[i]); len(plainer) == 3 {
			parts = plainer
		}
	}
	if len(parts) != 2 && len(parts) != 3 {
		return Row{}, false
	}
	row, ok := s.brought(parts[len(parts)-1])
	topic := parts[len(parts)-2]
	if len(parts) == 3 {
		if n, counted := s.sold(topic); counted { // «topic — 12 sales — sum»
			row.Count, topic = n, parts[0]
		} else {
			row.Count = max(row.Count, 1)
		}
	}
	row.Topic = Short(strings.Trim(topic, ` .,:;!?|«»"'()*`), maxRowTopic)
	return row, ok && folded(row.Topic) != "" && !slices.Contains(parts, "") && !s.is(s.Words.Total, topic)
}

// maxRowTopic bounds a topic, in characters.
const maxRowTopic = 60

// brought reads the last part of a row: a sum, nothing, or how often something
// was sold.
func (s *Script) brought(text string) (Row, bool) {
	if n, ok := s.sold(text); ok {
		return Row{Count: n}, true
	}
	sum, ok := s.Reader.Sum(text)
	return Row{Sum: sum}, ok || s.is(s.Words.Free, text)
}

var counted = regexp.MustCompile(`^(\d{1,6})\s*(\pL+)\.?$`)

// sold reads «12 продаж».
func (s *Script) sold(text string) (int, bool) {
	f := counted.FindStringSubmatch(text)
	if f == nil || !s.is(s.Words.Sold, f[2]) {
		return 0, false
	}
	n, err := strconv.Atoi(f[1])
	return n, err == nil && n > 0
}

// aside reports whether a line belongs to a list and is none of its rows: the
// head, or the total.
func (s *Script) aside(line string) bool {
	parts := split(line, strings.Join(signs, ""))
	return s.is(s.Words.Total, parts[0]) || !strings.ContainsFunc(line, unicode.IsDigit) && s.is(s.Words.Heads, parts[len(parts)-1])
}

func (s *Script) is(words []string, text string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return same(word, text) })
}

// split cuts a line at the signs that part it.
func split(line, signs string) []string {
	var parts []string
	from := 0
	for i, r := range line {
		if strings.ContainsRune(signs, r) && parting(line, i, r) {
			parts = append(parts, strings.TrimSpace(line[from:i]))
			from = i + utf8.RuneLen(r)
		}
	}
	return append(parts, strings.TrimSpace(line[from:]))
}

// parting tells a sign between two parts from one inside a word or a number:
// «арт-терапия», «1,5», «10–15».
func parting(line string, i int, sign rune) bool {
	before, _ := utf8.DecodeLastRuneInString(line[:i])
	after, _ := utf8.DecodeRuneInString(line[i+utf8.RuneLen(sign):])
	switch sign {
	case '|', ';':
		return true
	case '-':
		return before == ' ' || after == ' '
	}
	return !unicode.IsDigit(before) || !unicode.IsDigit(after)
}
