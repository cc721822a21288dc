package understand

import (
	"strings"
	"unicode"

	"github.com/kljensen/snowball/russian"
)

// twins are letters of the Latin alphabet that look like Russian ones.
var twins = map[rune]rune{
	'a': 'а', 'b': 'в', 'c': 'с', 'e': 'е', 'h': 'н', 'k': 'к', 'm': 'м', 'o': 'о', 'p': 'р', 't': 'т', 'x': 'х', 'y': 'у', 'u': 'и', 'n': 'п', 'r': 'г',
}

// fold returns a word in small letters, ё as е; Latin letters among Russian ones
// become those they look like; letters repeated for emphasis are said once.
func fold(word string) string {
	mixed := strings.ContainsFunc(word, cyrillic) && strings.ContainsFunc(word, latin)
	var b strings.Builder
	b.Grow(len(word))
	var last, beforeLast rune
	for _, r := range word {
		r = unicode.ToLower(r)
		if r == 'ё' {
			r = 'е'
		}
		if twin, ok := twins[r]; ok && mixed {
			r = twin
		}
		if r == last && r == beforeLast || unicode.Is(unicode.Mn, r) {
			continue
		}
		b.WriteRune(r)
		beforeLast, last = last, r
	}
	return b.String()
}

func cyrillic(r rune) bool {
	return r >= 'а' && r <= 'я' || r >= 'А' && r <= 'Я' || r == 'ё' || r == 'Ё'
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// maxWord bounds what is stemmed, in bytes; longer runs of letters are no words.
const maxWord = 64

// stem returns the part of a folded word that its forms share.
func stem(word string) string {
	if len(word) > maxWord || !strings.ContainsFunc(word, cyrillic) {
		return word
	}
	return russian.Stem(word, true)
}

// sounds spells a word as it sounds: unstressed vowels, doubled letters and soft
// signs do not tell. It makes one of the commonest misspellings.
func sounds(word string) string {
	var b strings.Builder
	var last rune
	for _, r := range word {
		switch r {
		case 'о':
			r = 'а'
		case 'е', 'э':
			r = 'и'
		case 'ь', 'ъ':
			continue
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
