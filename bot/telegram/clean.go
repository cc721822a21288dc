package telegram

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks may stand on one letter.
const maxMarks = 3

// Clean returns the text without what people cannot see but are fooled by:
// broken UTF-8, control, bidi and zero-width characters, and towers of combining
// marks. Line breaks stay. Cleaning again changes nothing.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	marks := 0
	for _, r := range strings.ToValidUTF8(s, "") {
		r = visible(r)
		if unicode.Is(unicode.M, r) {
			marks++
		} else if r >= 0 {
			marks = 0
		}
		if r >= 0 && marks <= maxMarks {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain reports whether s is ASCII without control characters but line breaks.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' && c != '\n' || c == 0x7f {
			return false
		}
	}
	return true
}

// visible returns the rune to write for r, -1 for none.
func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r == '\t':
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), strings.ContainsRune(blanks, r):
		return -1
	}
	return r
}

// blanks look like nothing although they are letters, marks or symbols.
const blanks = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"

// maxName is the length of a name in characters.
const maxName = 64

// cleanName returns a person's name on one line, cut to maxName.
func cleanName(first, last string) string {
	name := strings.Join(strings.Fields(Clean(first+" "+last)), " ")
	return strings.TrimSpace(head(name, maxName))
}

// head returns at most the first n characters of s.
func head(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
