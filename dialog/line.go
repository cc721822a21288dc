package dialog

import "strings"

// Line puts a text into one line, runs of white space folded.
func Line(s string) string { return strings.Join(strings.Fields(s), " ") }

// Short cuts a text to so many characters, with an ellipsis where it was cut.
func Short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}
