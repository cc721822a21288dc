package telegram

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"leadbot/dialog"
)

// Telegram's sizes, in UTF-16 units of what is visible.
const (
	maxText    = 4096
	maxCaption = 1024
	maxToast   = 200
	maxTitle   = 128
)

// split returns the text in parts of at most limit units. It cuts after a line,
// else after a word, else between characters as people see them. Parts that
// would be blank are left out, but one always remains.
func split(t dialog.Text, limit int) []dialog.Text {
	if length(t) <= limit {
		return []dialog.Text{t}
	}
	var parts []dialog.Text
	for rest := t; len(parts) == 0 || len(rest) > 0; {
		var part dialog.Text
		part, rest = divide(rest, fit(rest.String(), limit))
		last := len(rest) == 0 && len(parts) == 0
		if last || strings.TrimSpace(part.String()) != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// length returns the bytes of the text, which are no fewer than its units.
func length(t dialog.Text) (n int) {
	for _, s := range t {
		n += len(s.Text)
	}
	return n
}

// divide cuts the text after n bytes.
func divide(t dialog.Text, n int) (head, rest dialog.Text) {
	for i, s := range t {
		if len(s.Text) > n {
			left, right := s, s
			left.Text, right.Text = s.Text[:n], s.Text[n:]
			head = append(t[:i:i], left)
			rest = append(dialog.Text{right}, t[i+1:]...)
			return head, rest
		}
		n -= len(s.Text)
	}
	return t, nil
}

// fit returns how many bytes of s, which is valid UTF-8, make at most limit
// units: all, or up to the best place to cut, but at least one character.
func fit(s string, limit int) int {
	var line, word, whole, units int
	var c cluster
	for i, r := range s {
		if c.starts(r) {
			whole = i
			if unicode.IsSpace(c.last) {
				word = i
			}
			if c.last == '\n' {
				line = i
			}
		}
		if units += utf16.RuneLen(r); units > limit {
			return best(i, line, word, whole, utf8.RuneLen(r))
		}
		c.add(r)
	}
	return len(s)
}

// best chooses where to cut before byte i: after a line or a word when that
// fills half of the room, between characters, inside one, after the first rune.
func best(i, line, word, whole, first int) int {
	switch {
	case line > i/2:
		return line
	case word > i/2:
		return word
	case whole > 0:
		return whole
	}
	return max(i, first)
}

// cluster follows what people see as one character.
type cluster struct {
	last  rune // 0 at the beginning
	flags int  // regional indicators in a row: two make a flag
}

// starts reports whether r begins a new character after those added.
func (c *cluster) starts(r rune) bool {
	switch {
	case c.last == '\u200d', extends(r), c.last == '\r' && r == '\n':
		return false
	case indicator(r):
		return c.flags%2 == 0
	}
	return true
}

func (c *cluster) add(r rune) {
	c.last = r
	if indicator(r) {
		c.flags++
	} else {
		c.flags = 0
	}
}

func indicator(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

// extends reports whether r belongs to the character before it: combining
// marks, joiners, skin tones, tags, and the later letters of a Hangul syllable.
func extends(r rune) bool {
	if r < 0x300 {
		return false
	}
	return unicode.Is(unicode.M, r) || r == '\u200c' || r == '\u200d' ||
		0x1f3fb <= r && r <= 0x1f3ff || 0xe0020 <= r && r <= 0xe007f || 0x1160 <= r && r <= 0x11ff
}
