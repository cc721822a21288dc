package playground

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// decodeReference reads a character reference at the start of s; size is 0 when
// there is none that Telegram knows.
func decodeReference(s string) (r rune, size int) {
	if !strings.HasPrefix(s, "&") {
		return 0, 0
	}
	if strings.HasPrefix(s, "&#") {
		return decodeNumber(s)
	}
	for name, r := range map[string]rune{"&lt": '<', "&gt": '>', "&amp": '&', "&quot": '"'} {
		rest, ok := strings.CutPrefix(s, name)
		if ok && (rest == "" || !isLetter(rest[0])) {
			return r, len(name) + semicolon(rest)
		}
	}
	return 0, 0
}

func decodeNumber(s string) (rune, int) {
	begin, base := 2, 10
	if strings.HasPrefix(s, "&#x") {
		begin, base = 3, 16
	}
	end := begin
	for end < len(s) && end-begin < 8 && strings.IndexByte("0123456789abcdefABCDEF"[:base+base/16*6], s[end]) >= 0 {
		end++
	}
	n, err := strconv.ParseInt(s[begin:end], base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, 0
	}
	return rune(n), end + semicolon(s[end:])
}

func semicolon(rest string) int {
	if strings.HasPrefix(rest, ";") {
		return 1
	}
	return 0
}
