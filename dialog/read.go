package dialog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"leadbot/qualify"
)

// typed takes a text: a way around the question, an option by its label or
// number, an amount, a plain yes or no. Free questions take any text.
func (t *step) typed() {
	if t.navigate() {
		return
	}
	a, ok := t.Script.Ask(t.Asked)
	if !ok || t.Phase != Asking || t.Exercise != "" {
		t.typedElsewhere()
		return
	}
	switch a.Kind {
	case Free:
		t.free(a)
	case Phone:
		t.typedPhone(a)
	default:
		t.typedChoice(a)
	}
}

// navigate takes the labels of the row below the options, typed or pressed on a
// keyboard.
func (t *step) navigate() bool {
	switch text := t.in.Text; {
	case t.wantsHuman(text):
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

// wantsHuman reports whether a text is nothing but the wish for a person.
func (t *step) wantsHuman(text string) bool {
	return same(text, t.Script.Texts["human"]) ||
		slices.ContainsFunc(t.Script.Words.Human, func(words string) bool { return same(text, words) })
}

// typedElsewhere takes a text while an exercise or the review waits.
func (t *step) typedElsewhere() {
	yes, no := t.plainly(t.in.Text)
	switch {
	case t.Exercise != "":
		t.reply("exercise_wait", nil)
	case t.Phase == Review && yes:
		t.confirm()
	case t.Phase == Review && no:
		t.pickEdit()
	default:
		t.repeat(t.text("miss", nil))
	}
}

// free keeps the text itself, up to a bound.
func (t *step) free(a *Ask) {
	text := t.in.Text
	if i, ok := number(text); ok && i >= 1 && i <= len(t.choices(a)) {
		text = t.choices(a)[i-1].Text
	}
	if strings.TrimSpace(text) == "" {
		t.missed()
		return
	}
	kept := Short(text, maxAnswer)
	if kept != text {
		t.reply("long_text", nil)
	}
	t.accept(a, kept, kept, qualify.ViaText)
}

// maxAnswer is the length, in characters, that a free answer is kept to.
const maxAnswer = 1000

func (t *step) typedChoice(a *Ask) {
	for _, m := range t.group(a) {
		if o, ok := t.match(m); ok {
			t.accept(m, o.ID, Short(t.in.Text, maxAnswer), qualify.ViaText)
			return
		}
	}
	t.missed()
}

// match finds the option that a text means, without guessing.
func (t *step) match(a *Ask) (Option, bool) {
	if a.Number != "" {
		if n, ok := quantity(t.in.Text, a.Number); ok {
			return a.band(n)
		}
	} else if n, ok := number(t.in.Text); ok && a.Together == "" && n >= 1 && n <= len(a.Options) {
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

// missed asks again, kindly; the third time in a row it offers a human.
func (t *step) missed() {
	t.Misses++
	t.event(Event{Kind: EventMissed, Question: t.Asked, Text: Short(t.in.Text, maxAnswer)})
	if t.Owner == Queue && t.Handoff.Posted { // a colleague is on the way: perhaps it is for them
		t.passOn()
		t.repeat(t.text("passed_on", nil))
		return
	}
	ids := []string{"miss", "miss_again", "miss_human"}
	t.repeat(t.text(ids[min(t.Misses, len(ids))-1], nil))
}

// plainly reports whether a text is nothing but a yes or a no.
func (t *step) plainly(text string) (yes, no bool) {
	is := func(word string) bool { return same(text, word) }
	return slices.ContainsFunc(t.Script.Words.Yes, is), slices.ContainsFunc(t.Script.Words.No, is)
}

// same compares two texts as people do: case, ё, punctuation and a leading
// number in a list do not count.
func same(a, b string) bool { return folded(a) != "" && folded(a) == folded(b) }

var listNumber = regexp.MustCompile(`^\s*\d{1,2}[.)]\s+`)

func folded(s string) string {
	s = listNumber.ReplaceAllString(s, "")
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.ReplaceAll(strings.Join(words, " "), "ё", "е")
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
