package understand

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What the ending of a Russian word tells about it. None of these is a
// dictionary: they serve where a wrong guess costs a question more.

func endsIn(word string, ends []string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(word, end) })
}

var (
	ofEnds     = []string{"а", "я", "ы", "и", "ов", "ев", "ий", "ого", "его", "ой", "ей", "ых", "их", "ению", "ам", "ек", "ок", "ом", "ем"}
	shortEnds  = []string{"ана", "ены", "ена", "ита", "ыта", "аны", "ова", "гда", "жды", "сти"}
	verbEnds   = []string{"аю", "яю", "ую", "ею", "юсь", "усь", "ся", "ать", "ять", "еть", "ить", "уть", "чься", "лась", "лись", "ал", "ала", "али", "ил", "ила", "ыл", "ыла", "ыли", "ела", "ул", "ула", "ает", "яет", "ует", "еет", "ают", "яют", "уют", "еют", "ишь", "ешь", "аем", "яем", "уем", "еем", "йте", "ите", "ит", "нут", "ят", "дим", "тим", "вим", "жу", "чу", "шу", "щу", "лю", "рю", "ню"}
	adverbEnds = []string{"нно", "льно", "тно", "дно", "чно", "жно", "вно", "зно", "рно", "мно", "сно", "йно", "шно", "лько", "око", "гко", "дко", "тко", "лко", "мко", "зко", "рко", "ого", "рго", "лго", "его", "сто", "что", "это", "ято", "ито", "ето", "ото", "ее", "ски", "ше", "жды", "гда", "ту", "лю", "чу", "жу", "шу", "щу", "ду", "му", "ну", "ую", "ла", "аны", "ено", "ана"}
	pastEnds   = []string{"ал", "ала", "али", "ил", "ила", "или", "ела", "ели", "ул", "ула", "ыла"}
	neuterEnds = []string{"ило", "ало", "ыло", "ело", "лось"} // of verbs of the past
	actEnds    = []string{"аю", "яю", "ую", "ею", "лю", "рю", "ню", "жу", "шу", "чу", "щу", "аем", "яем", "уем"}
	dativeEnds = []string{"у", "ю", "ам", "ям", "ами", "ями"}
	pluralEnds = []string{"дим", "тим", "вим", "аем", "яем", "уем", "еем"}
	womenEnds  = []string{"ье", "ица", "иня", "ша", "тка", "рка", "лка", "нка", "ея", "ула", "ая"}
	manyEnds   = []string{"ов", "ев", "ам", "ям", "ах", "ях", "ами", "ями", "ей", "ой", "ом", "ем", "им", "ым", "ых", "их", "ого", "его", "ому"}
	byEnds     = []string{"ом", "ем", "ой", "ей", "ею", "им", "ым"}
)

// ofNoun tells a word that may belong to the noun before: «тренер личностного
// роста».
func ofNoun(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsIn(word, ofEnds)
}

// verbal tells a verb.
func verbal(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsIn(word, verbEnds)
}

// happened tells a verb of the past.
func happened(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsIn(word, pastEnds)
}

// acting tells a verb that says what the speaker does.
func acting(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsIn(word, actEnds)
}

// title tells a noun or an adjective as it stands in a title, in the nominative.
func title(word string) bool {
	return !verbal(word) && !endsIn(word, adverbEnds) && !endsIn(word, manyEnds)
}

// person tells a profession in the nominative: «психолог», not «психологов».
func person(word string) bool {
	if endsIn(word, []string{"ский", "ская", "ское", "ские", "ний", "рий", "гий"}) {
		return false // «стоматологический»
	}
	if endsIn(word, womenEnds) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	return !strings.ContainsRune("аеиоуыюя", last) && (!endsIn(word, manyEnds) || strings.HasSuffix(word, "ном"))
}

// firstPerson tells by its ending that a word is what the writer does: «раздаю».
func firstPerson(word string) bool {
	for _, end := range []string{"аю", "яю", "ею", "лю", "жу", "чу", "щу", "шу", "аем", "яем", "уем", "дим", "тим"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// adjective tells by its ending that a word belongs to the next one.
func adjective(word string) bool {
	if endsIn(word, []string{"ений", "аний", "оний", "ций", "сий", "зий", "ение", "ание", "яние", "тие", "ствие"}) {
		return false // «без церемоний», «сыроварение»
	}
	for _, end := range []string{"ый", "ий", "ого", "его", "ых", "их", "ую", "ые", "ие", "ая", "ными", "ной", "вой", "ской", "одной", "ному", "овому", "шему", "щему"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// genitive tells by its ending that a word is many of a thing that is denied.
func genitive(word string) bool {
	for _, end := range []string{"ов", "ей", "ий"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

func infinitive(word string) bool {
	return strings.HasSuffix(word, "ть") || strings.HasSuffix(word, "ться") || strings.HasSuffix(word, "ти")
}

// finite tells a verb that has a person: «танцую», not «танцевать».
func finite(word string) bool {
	return happened(word) || utf8.RuneCountInString(word) > 3 && (endsIn(word, actEnds) || endsIn(word, pluralEnds))
}

// adverb tells how something is done: «параллельно», «по-китайски».
func adverb(k *token) bool {
	return utf8.RuneCountInString(k.text) > 5 && endsIn(k.text, []string{"льно", "енно", "тно", "вно", "ски", "ьзя", "рядом", "вместе"})
}
