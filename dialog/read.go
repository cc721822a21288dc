package dialog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"leadbot/dialog/understand"
	"leadbot/qualify"
)

// typed takes a text: a way around the question, what would be a button word for
// word, and else what the reader makes of it.
func (t *step) typed() {
	asked := t.Asked
	if !t.navigate() && !t.exact() {
		t.respond(t.reading())
	}
	t.remember(asked)
}

// reading reads the input as an answer to what is open. Of questions that share a
// message the first open one is meant, else the only one that the text answers.
func (t *step) reading() understand.Reading {
	a, ok := t.Script.Ask(t.Asked)
	if !ok {
		return t.Script.Reader.Read("", t.in.Text)
	}
	first := t.wording(a)
	r := t.Script.Reader.Read(string(first.ID), t.in.Text)
	if len(r.Answers) > 0 || r.Intent != "" {
		return r
	}
	found := r
	for _, m := range t.group(a) {
		if m == first || !t.waitsFor(m) {
			continue
		}
		other := t.Script.Reader.Read(string(m.ID), t.in.Text)
		if len(other.Answers) > 0 && len(found.Answers) > 0 {
			return r
		}
		if len(other.Answers) > 0 {
			found = other
		}
	}
	return found
}

// navigate takes the labels of the row below the options, typed or pressed on a
// keyboard.
func (t *step) navigate() bool {
	switch text := t.in.Text; {
	case t.saysHuman(text):
		t.human()
	case same(text, t.Script.Texts["back"]):
		t.back()
	case same(text, t.Script.Texts["skip"]) && t.Asked != "":
		t.skip(t.Asked)
	default:
		return false
	}
	return true
}

// asksForHuman reports whether a text has the wish for a person in it.
func (t *step) asksForHuman() bool {
	return t.in.Kind == Wrote && (t.saysHuman(t.in.Text) || t.Script.Reader.Read("", t.in.Text).Intent == wantsHuman)
}

// saysHuman reports whether a text is nothing but the wish for a person.
func (t *step) saysHuman(text string) bool {
	return same(text, t.Script.Texts["human"]) ||
		slices.ContainsFunc(t.Script.Words.Human, func(words string) bool { return same(text, words) })
}

// exact takes a text that leaves nothing to understand: an option by its label or
// number, an amount, a plain yes or no, a suggestion by its number.
func (t *step) exact() bool {
	a, asked := t.Script.Ask(t.Asked)
	yes, no := t.plainly(t.in.Text)
	switch {
	case t.Phase == Review && yes:
		t.confirm()
	case t.Phase == Review && no:
		t.pickEdit()
	case !asked || t.Phase != Asking || t.Exercise != "":
		return false
	case a.Kind == Free:
		return t.suggested(a)
	case a.Kind == Phone:
		return t.typedPhone(a)
	default:
		return t.typedChoice(a)
	}
	return true
}

// suggested takes the number of a suggestion.
func (t *step) suggested(a *Ask) bool {
	i, ok := t.place()
	if !ok || i < 1 || i > len(t.choices(a)) {
		return false
	}
	label := t.choices(a)[i-1].Text
	t.accept(a, label, label, qualify.ViaText)
	return true
}

// maxAnswer is the length, in characters, that a free answer is kept to.
const maxAnswer = 1000

func (t *step) typedChoice(a *Ask) bool {
	for _, m := range t.group(a) {
		if o, ok := t.match(m); ok {
			t.accept(m, o.ID, Short(t.in.Text, maxAnswer), qualify.ViaText)
			return true
		}
	}
	return false
}

// match finds the option that a text means, without guessing.
func (t *step) match(a *Ask) (Option, bool) {
	if o, ok := t.means(a); ok {
		return o, true
	}
	if a.Number != "" {
		if n, ok := quantity(t.in.Text, a.Number); ok {
			return a.band(n)
		}
	} else if n, ok := t.place(); ok && a.Together == "" && n >= 1 && n <= len(a.Options) {
		return a.Options[n-1], true
	}
	if i := slices.IndexFunc(a.Options, func(o Option) bool { return same(t.in.Text, o.Text) }); i >= 0 {
		return a.Options[i], true
	}
	switch yes, no := t.plainly(t.in.Text); {
	case yes:
		return a.Option("yes")
	case no:
		return a.Option("no")
	}
	return Option{}, false
}

// band returns the option whose bounds hold the quantity.
func (a *Ask) band(n int) (Option, bool) {
	for _, o := range a.Options {
		if o.UpTo != nil && n <= *o.UpTo || o.Under != nil && n < *o.Under || o.Over {
			return o, true
		}
	}
	return Option{}, false
}

// plainly reports whether a text is nothing but a yes or a no.
func (t *step) plainly(text string) (yes, no bool) {
	is := func(word string) bool { return same(text, word) }
	return slices.ContainsFunc(t.Script.Words.Yes, is), slices.ContainsFunc(t.Script.Words.No, is)
}

// same compares two texts as people do: case, ё, punctuation and a leading
// number in a list do not count. What is as long as an essay is no label.
func same(a, b string) bool {
	if len(a) > maxAnswer {
		return false
	}
	return folded(a) != "" && folded(a) == folded(b)
}

var listNumber = regexp.MustCompile(`^\s*\d{1,2}[.)]\s+`)

func folded(s string) string {
	s = listNumber.ReplaceAllString(s, "")
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.ReplaceAll(strings.Join(words, " "), "ё", "е")
}

// place reads a text that names an option by its place: «2», «2.», «вариант 2»,
// «второй».
func (t *step) place() (int, bool) {
	if n, ok := number(t.in.Text); ok {
		return n, true
	}
	text := folded(t.in.Text)
	for i, words := range t.Script.Words.Ordinals {
		if slices.Contains(strings.Split(words, "|"), text) {
			return i + 1, true
		}
	}
	for _, word := range t.Script.Words.Place {
		if rest, ok := strings.CutPrefix(text, word+" "); ok {
			return number(rest)
		}
	}
	return 0, false
}

// number reads a text that is nothing but a small number, such as «2» or «2.».
func number(s string) (int, bool) {
	n, err := strconv.Atoi(strings.Trim(s, " .)\n"))
	return n, err == nil
}

var amount = regexp.MustCompile(`^(?:~|≈)?\s*(\d{1,3}(?:[ \x{00a0}.]\d{3})+|\d{1,9})\s*(к|k|т|тыс|тысяч|тысячи|тыщ)?\.?\s*(₽|р|руб|рублей)?\.?$`)

// maxQuantity is more than anybody sells or pays.
const maxQuantity = 1_000_000_000_000

// quantity reads a text that is nothing but a count or an amount of money.
func quantity(s string, q Quantity) (int, bool) {
	f := amount.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s)))
	if f == nil {
		return 0, false
	}
	n, err := strconv.Atoi(strings.NewReplacer(" ", "", "\u00a0", "", ".", "").Replace(f[1]))
	if err != nil || n > maxQuantity {
		return 0, false
	}
	if q == Count {
		return n, f[2]+f[3] == ""
	}
	if f[2] != "" || f[3] == "" && n >= 5 && n <= 999 {
		n *= 1000
	}
	return n, true
}

// Amount reads a text that is nothing but a sum of money: «35 000», «35к»; a bare
// 5 to 999 means thousands.
func Amount(text string) (int64, bool) {
	n, ok := quantity(text, Money)
	return int64(n), ok && n > 0
}

var between = regexp.MustCompile(`\s*[,;/\n]\s*|\s+и\s+`)

// themes returns the first two themes that an answer names, none when it names
// fewer than two.
func themes(s string) []string {
	var out []string
	for _, part := range between.Split(s, -1) {
		if part = Line(part); part != "" {
			out = append(out, Short(part, 40))
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out[:2]
}
