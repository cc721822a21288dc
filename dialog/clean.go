package dialog

import (
	"strings"
	"unicode"
)

// Clean makes a text that a stranger wrote fit to be kept: valid UTF-8 without
// control, direction and invisible characters; line breaks stay.
func Clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

// CleanLine is Clean in one line, runs of white space folded.
func CleanLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// Short cuts a text to so many characters, with an ellipsis where it was cut.
func Short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}
