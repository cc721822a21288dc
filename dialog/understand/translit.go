package understand

import "strings"

// latinSounds spells Russian written in Latin letters, the longest first.
var latinSounds = strings.NewReplacer(
	"shch", "щ", "sch", "щ", "zh", "ж", "kh", "х", "ts", "ц", "ch", "ч", "sh", "ш", "yu", "ю", "ya", "я", "yo", "е", "ye", "е",
	"ju", "ю", "ja", "я", "jo", "е", "iy", "ий", "yy", "ый", "ey", "ей", "ay", "ай", "oy", "ой",
	"a", "а", "b", "б", "c", "ц", "d", "д", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "j", "й", "k", "к", "l", "л",
	"m", "м", "n", "н", "o", "о", "p", "п", "q", "к", "r", "р", "s", "с", "t", "т", "u", "у", "v", "в", "w", "в", "x", "х",
	"y", "ы", "z", "з", "4", "ч",
)

// minLatin is the number of words from which a text in Latin letters is taken for
// Russian: shorter ones are names.
const minLatin = 4

// respell writes a text that has no Russian letter in Russian ones, word by word; a
// word that is known as it stands is left alone.
func (r *Reader) respell(tokens []token) {
	words := 0
	for i := range tokens {
		if strings.ContainsFunc(tokens[i].text, cyrillic) {
			return
		}
		if strings.ContainsFunc(tokens[i].text, latin) {
			words++
		}
	}
	if words < minLatin {
		return
	}
	for i := range tokens {
		if k := &tokens[i]; !isDigit(k.text[0]) && len(r.words.of(k.text)) == 0 {
			k.text = latinSounds.Replace(k.text)
		}
	}
}
