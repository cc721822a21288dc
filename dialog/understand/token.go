package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// boundary is what stands between a token and the one before it.
type boundary uint8

const (
	none  boundary = iota // at most a space
	link                  // a dash, a colon, a bracket: what follows belongs to what went before
	comma                 // a clause ends
	hard                  // a sentence ends
)

// token is a word, a number or a sign of the text.
type token struct {
	text     string // small letters, ё as е, look-alikes of other alphabets replaced
	from, to int    // its place in the original, in bytes
	before   boundary
	glued    bool // joined to the one before by a hyphen
	asks     bool // a question mark follows
	syms     []symbol
	number   *quantity
	negates  bool // a «не»
	used     bool // a number that is an answer already
	scope
}

// scope is what the words around say about a token.
type scope struct {
	clause   int
	sentence int
	denier   int  // the place of the «не», «без», «нет» that denies it, from 1; 0 for none
	past     bool // no longer so
	wished   bool // not yet so
	others   bool // of another person
	yours    bool // asked of the one written to
	unsure   bool // said in doubt
	void     bool // part of a phrase that says nothing
}

// maxWords bounds it in words: a long message has some 650.
const maxWords = 800

// maxText bounds what is read, in bytes: more than Telegram lets one send.
const maxText = 1 << 14

// scanner cuts a text into tokens.
type scanner struct {
	text   string
	at     int
	tokens []token
	gap    boundary
	hyphen bool

	brackets int // open ones
}

func scan(text string) []token {
	if len(text) > maxText {
		text = text[:maxText]
	}
	s := scanner{text: text, gap: hard, tokens: make([]token, 0, len(text)/8+4)}
	for s.at < len(text) {
		r, size := utf8.DecodeRuneInString(text[s.at:])
		switch {
		case unicode.IsDigit(r):
			s.digits()
		case unicode.IsLetter(r):
			s.word()
		default:
			s.sign(r)
			s.at += size
		}
	}
	return s.tokens
}

func (s *scanner) emit(text string, from int) {
	s.tokens = append(s.tokens, token{text: text, from: from, to: s.at, before: s.gap, glued: s.hyphen})
	s.gap, s.hyphen = none, false
}

// sign takes what is neither a letter nor a digit.
func (s *scanner) sign(r rune) {
	s.hyphen = false
	switch r {
	case '.', '…', '!', '\n', ';':
		if r != '.' || !s.abbreviated() {
			s.part(hard)
		}
	case '?':
		s.part(hard)
		if n := len(s.tokens); n > 0 {
			s.tokens[n-1].asks = true
		}
	case ',':
		s.part(comma)
	case '-', '–', '—', '−':
		s.dash()
	case ')':
		if s.brackets--; s.brackets < 0 { // a smile
			s.brackets = 0
			s.part(hard)
		}
		s.part(link)
	case '(':
		s.brackets++
		s.part(link)
	case ':', '"', '«', '»', '[', ']', '=':
		s.part(link)
	case '/', '+', '$', '€', '₽', '%', '~', '>', '<', '@', '№', '#':
		s.emit(string(r), s.at)
		s.tokens[len(s.tokens)-1].to += utf8.RuneLen(r)
	case ' ', '\t', '\u00a0', '\r', '\'', '`', '*', '_', '’', '\u200d', '\ufe0f':
	default:
		s.part(link)
		if unicode.Is(unicode.So, r) { // a picture ends what it follows
			s.part(comma)
		}
	}
}

func (s *scanner) part(b boundary) { s.gap = max(s.gap, b) }

// dash joins words, makes a range of numbers, or parts clauses.
func (s *scanner) dash() {
	next, _ := utf8.DecodeRuneInString(s.text[s.at+firstSize(s.text[s.at:]):])
	touches := len(s.tokens) > 0 && s.gap == none && s.tokens[len(s.tokens)-1].to == s.at
	if touches && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		s.hyphen = true
		return
	}
	s.part(link)
}

func firstSize(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// abbreviated reports whether the full stop here belongs to a short word, as in
// «25 тыс. в месяц» or «т.р.».
func (s *scanner) abbreviated() bool {
	n := len(s.tokens)
	if n == 0 || s.tokens[n-1].to != s.at || !abbreviations[s.tokens[n-1].text] {
		return false
	}
	rest := strings.TrimLeft(s.text[s.at+1:], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && !unicode.IsUpper(r)
}

var abbreviations = map[string]bool{
	"тыс": true, "т": true, "р": true, "руб": true, "мес": true, "чел": true, "шт": true, "нед": true,
	"ч": true, "мин": true, "млн": true, "к": true, "долл": true, "ок": true, "прим": true, "тр": true, "др": true, "г": true,
}

// word takes a run of letters.
func (s *scanner) word() {
	from := s.at
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		s.at += size
	}
	s.emit(fold(s.text[from:s.at]), from)
}

// digits takes a number with its thousands apart, or a clock.
func (s *scanner) digits() {
	from := s.at
	s.run()
	if s.at-from <= 3 {
		for s.thousands() {
		}
	}
	s.fraction()
	text := strings.NewReplacer(" ", "", "\u00a0", "", "'", "").Replace(s.text[from:s.at])
	s.emit(text, from)
}

func (s *scanner) run() {
	for s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9' {
		s.at++
	}
	if s.at < len(s.text) && s.text[s.at] >= utf8.RuneSelf { // digits of other scripts are letters to us
		if r, size := utf8.DecodeRuneInString(s.text[s.at:]); unicode.IsDigit(r) {
			s.at += size
			s.run()
		}
	}
}

// thousands takes one more group of three digits: « 000».
func (s *scanner) thousands() bool {
	rest := s.text[s.at:]
	skip := 0
	for _, gap := range []string{" ", "\u00a0", "."} {
		if strings.HasPrefix(rest, gap) {
			skip = len(gap)
		}
	}
	end := skip + 3
	if skip == 0 || len(rest) < end || !allDigits(rest[skip:end]) || len(rest) > end && isDigit(rest[end]) {
		return false
	}
	s.at += end
	return true
}

// fraction takes «,5» and the minutes of a clock.
func (s *scanner) fraction() {
	rest := s.text[s.at:]
	if len(rest) < 2 || !strings.ContainsRune(",.:", rune(rest[0])) || !isDigit(rest[1]) {
		return
	}
	end := 1
	for end < len(rest) && isDigit(rest[end]) {
		end++
	}
	if end <= 3 {
		s.at += end
	}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
