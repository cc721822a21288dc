package understand

import (
	"slices"
	"sync"
	"unicode/utf8"
)

// symbol is a word, a form, a beginning or a class that phrases may ask for.
type symbol int32

// The symbols of numbers.
const (
	symNumber symbol = iota
	symSeveral
	symMoney
	symPhone
	symFirst // the first one of the lexicon
)

// vocabulary knows which symbols a word is an instance of.
type vocabulary struct {
	exact, stems, starts map[string][]symbol
	finals               map[string][]symbol // by how words end
	sounding             map[string][]symbol // stems as they sound, for misspellings
	near                 map[string][]string // stems by what is left when a letter is dropped
	known                map[string][]symbol // all there is to the words that stand for themselves
	shortest, longest    int                 // of starts, in bytes
	next                 symbol
	atoms                map[string]symbol // by notation
	parents              map[symbol][]symbol
	sealing              sync.Once
}

func newVocabulary() *vocabulary {
	return &vocabulary{
		exact: map[string][]symbol{}, stems: map[string][]symbol{}, starts: map[string][]symbol{}, finals: map[string][]symbol{},
		sounding: map[string][]symbol{}, near: map[string][]string{},
		atoms: map[string]symbol{}, parents: map[symbol][]symbol{}, next: symFirst, shortest: maxWord,
	}
}

func (v *vocabulary) fresh() symbol {
	v.next++
	return v.next - 1
}

// atom returns the symbol of one word in the notation of phrases.
func (v *vocabulary) atom(notation string) symbol {
	if s, ok := v.atoms[notation]; ok {
		return s
	}
	s := v.fresh()
	v.atoms[notation] = s
	switch n := len(notation); {
	case notation[0] == '=':
		word := fold(notation[1:])
		v.exact[word] = append(v.exact[word], s)
	case n > 1 && notation[0] == '*':
		end := fold(notation[1:])
		v.finals[end] = append(v.finals[end], s)
	case n > 1 && notation[n-1] == '*':
		start := fold(notation[:n-1])
		v.starts[start] = append(v.starts[start], s)
		v.shortest, v.longest = min(v.shortest, len(start)), max(v.longest, len(start))
	default:
		word := fold(notation)
		if base := stem(word); utf8.RuneCountInString(base) >= minStem {
			v.stems[base] = append(v.stems[base], s)
			break
		}
		v.exact[word] = append(v.exact[word], s)
	}
	return s
}

// minStem is the length, in letters, below which a stem is shared by too many
// words: such a word stands for itself.
const minStem = 4

// minTypo is the length, in letters, from which a stem may be misspelt.
const minTypo = 5

// seal prepares the search, once, when the first text is read; no word of a
// lexicon may come after it.
func (v *vocabulary) seal() { v.sealing.Do(v.prepare) }

func (v *vocabulary) prepare() {
	for _, known := range []map[string][]symbol{v.stems, v.starts} {
		v.misspellings(known)
	}
	for left := range v.near {
		slices.Sort(v.near[left])
	}
	v.known = make(map[string][]symbol, len(v.exact))
	for word := range v.exact {
		v.known[word] = slices.Clip(v.of(word))
	}
}

func (v *vocabulary) misspellings(known map[string][]symbol) {
	for word, symbols := range known {
		if utf8.RuneCountInString(word) < minTypo {
			continue
		}
		spelt := sounds(word)
		v.sounding[spelt] = append(v.sounding[spelt], symbols...)
		for _, left := range drops(spelt) {
			v.near[left] = append(v.near[left], spelt)
		}
	}
}

// drops returns the word and what is left when any one letter is dropped.
func drops(word string) []string {
	out := []string{word}
	for i, r := range word {
		out = append(out, word[:i]+word[i+utf8.RuneLen(r):])
	}
	return out
}

// of returns the symbols that a word is an instance of, classes included.
func (v *vocabulary) of(word string) []symbol {
	if found, ok := v.known[word]; ok {
		return found
	}
	base := stem(word)
	found := v.plain(word, base)
	if len(found) == 0 && len(word) <= maxWord {
		found = v.misspelt(base)
	}
	return v.family(found...)
}

// family returns the symbols and all that they are one of: classes, and classes of
// classes.
func (v *vocabulary) family(found ...symbol) []symbol {
	for i := 0; i < len(found); i++ { // grows
		for _, p := range v.parents[found[i]] {
			if !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
	}
	return found
}

func (v *vocabulary) plain(word, base string) []symbol {
	var found []symbol
	found = append(found, v.exact[word]...)
	found = append(found, v.stems[base]...)
	for i := range word {
		if i >= v.shortest && i <= v.longest {
			found = append(found, v.starts[word[:i]]...)
		}
	}
	for i := range word {
		if i > 0 {
			found = append(found, v.finals[word[i:]]...)
		}
	}
	if len(word) >= v.shortest && len(word) <= v.longest {
		found = append(found, v.starts[word]...)
	}
	return found
}

// misspelt looks for the one known word that a long word was meant to be: the
// same by its sound, or one letter away.
func (v *vocabulary) misspelt(base string) []symbol {
	if utf8.RuneCountInString(base) < minTypo || !cyrillic(firstRune(base)) {
		return nil
	}
	spelt := sounds(base)
	if found := v.sounding[spelt]; len(found) > 0 {
		return slices.Clone(found)
	}
	if utf8.RuneCountInString(base) < minTypo+1 {
		return nil
	}
	for _, left := range drops(spelt) {
		for _, candidate := range v.near[left] {
			if utf8.RuneCountInString(candidate) >= minTypo && oneApart(spelt, candidate) {
				return slices.Clone(v.sounding[candidate])
			}
		}
	}
	return nil
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// oneApart reports whether one change, or two letters swapped, makes one word
// of the other. The first letter is rarely mistaken.
func oneApart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if x[0] != y[0] {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	if i == len(x) || slices.Equal(x[i+1:], y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}
