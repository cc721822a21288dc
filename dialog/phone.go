package dialog

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/nyaruka/phonenumbers"

	"leadbot/dialog/understand"
	"leadbot/qualify"
)

// askPhone asks with a keyboard that offers the own number.
func (t *step) askPhone(text Text) {
	if t.Open != nil && !t.Open.Edit {
		t.Open = nil // it is asked again: its keyboard stays
	}
	t.close("")
	turn := t.Says + 1
	row := []string{t.Script.Texts["skip"], t.Script.Texts["back"], t.Script.Texts["human"]}
	key := t.send(Message{Text: text, Keyboard: &Keyboard{Contact: t.Script.Texts["phone_button"], Rows: [][]string{row}}}, Replies)
	t.Open = &Shown{Key: key, Turn: turn, Text: text}
}

// contact takes a shared contact: only the own one is a phone number to call, asked
// for or not. One that cannot be called is shown to the managers like a photo.
func (t *step) contact() {
	open, ok := t.Script.Ask(t.Asked)
	asking := ok && t.Phase == Asking
	answered := t.Answers.Has(t.Asked)
	switch {
	case !t.in.Own:
		t.repeat(t.text("other_contact", nil))
	case asking && open.Kind == Phone:
		t.keepPhone(open, international(t.in.Phone), qualify.ViaContact)
	case !t.keepContact():
		t.media()
	case asking && !answered && t.Answers.Has(t.Asked):
		t.finish(open, t.text("phone_thanks", nil))
	default:
		t.reroute()
		t.repeat(t.text("phone_thanks", nil))
	}
}

// reroute lets the managers see a lead who was none for them, should the own number
// change that.
func (t *step) reroute() {
	if t.Phase == Done && t.Handoff == nil {
		t.route()
	}
}

// keepContact keeps the own number although nobody asks for it now, and reports
// whether there is one. Who sends it wants what the question for it hangs on, such
// as a call.
func (t *step) keepContact() bool {
	a, ok := t.Script.Phone()
	phone, valid := t.Script.phone(international(t.in.Phone))
	if !ok || !valid || !t.in.Own {
		return false
	}
	raw := Short(t.in.Phone, maxRaw)
	for _, q := range slices.Sorted(maps.Keys(a.When.Answers)) {
		if wanted := a.When.Answers[q].Is; len(wanted) == 1 && !t.Answers.Has(q) {
			t.imply(q, wanted[0], raw)
		}
	}
	t.put(a.ID, phone, raw, qualify.ViaContact)
	return true
}

// imply records an option that follows from the own number.
func (t *step) imply(q qualify.Question, option, raw string) {
	a, ok := t.Script.Ask(q)
	if !ok {
		return
	}
	if _, ok := a.Option(option); ok {
		t.record(a, option, raw, qualify.ViaContact)
	}
}

// international is the number of a contact, which has its country with or without
// a plus.
func international(number string) string { return "+" + strings.TrimPrefix(number, "+") }

// typedPhone takes a text with a number in it; what has no digits is read like
// any other.
func (t *step) typedPhone(a *Ask) bool {
	if !strings.ContainsFunc(t.in.Text, unicode.IsDigit) {
		return false
	}
	t.keepPhone(a, t.in.Text, qualify.ViaText)
	return true
}

// maxRaw is the length, in characters, that a number is kept to as it was written.
const maxRaw = 40

func (t *step) keepPhone(a *Ask, raw string, via qualify.Via) {
	phone, ok := t.Script.phone(raw)
	if !ok && t.Owner == Queue && t.Handoff.Posted {
		t.passOn()
		t.repeat(t.text("passed_on", nil))
		return
	}
	if !ok {
		t.repeat(t.text("bad_phone", nil))
		return
	}
	t.unkey("phone_thanks")
	t.accept(a, phone, Short(raw, maxRaw), via)
}

// phoneAmong finds the lead's number in a text that says other things too, once the
// answers ask for one.
func (t *step) phoneAmong(a *Ask) (understand.Answer, bool) {
	phone, ok := t.Script.phone(t.in.Text)
	if !ok || len(a.When.Answers) == 0 || t.Answers.Has(a.ID) || !t.Script.Scorecard.Holds(a.When.Condition, t.Answers, t.Flags) {
		return understand.Answer{}, false
	}
	return understand.Answer{Value: phone, Raw: Short(t.in.Text, maxRaw)}, true
}

// unkey takes the keyboard away, with a short message of its own.
func (t *step) unkey(id string) {
	t.Open = nil
	t.send(Message{Text: t.text(id, nil), Unkey: true}, Replies)
}

// digitRun is what may be a number among words, with whatever people put between
// its digits.
var digitRun = regexp.MustCompile(`\+?[\s\x{a0}(]*\d[\d\s\x{a0}().\-\x{2010}-\x{2015}]*\d`)

// phone finds the first number in a text that can be called and returns it as + and
// digits (E.164), without an extension. One without its country is of the script's
// region.
func (s *Script) phone(text string) (string, bool) {
	for _, run := range digitRun.FindAllString(Short(text, maxAnswer), -1) {
		for _, candidate := range append([]string{run}, strings.Fields(run)...) {
			if phone, ok := s.callable(candidate); ok {
				return phone, true
			}
		}
	}
	return "", false
}

// callable brings a number to E.164, false when it cannot be called. Many write the
// country without its plus; what begins as calls within the region do has none.
func (s *Script) callable(number string) (string, bool) {
	digits := phonenumbers.NormalizeDigitsOnly(number)
	if len(digits) < 7 || len(digits) > 15 { // of E.164, the shortest that are in use
		return "", false
	}
	written := []string{number}
	if trunk := phonenumbers.GetNddPrefixForRegion(s.Region, true); trunk == "" || !strings.HasPrefix(digits, trunk) {
		written = append(written, "+"+digits)
	}
	for _, w := range written {
		if n, err := phonenumbers.Parse(w, s.Region); err == nil && phonenumbers.IsValidNumber(n) {
			return phonenumbers.Format(n, phonenumbers.E164), true
		}
	}
	return "", false
}

// region checks the country of numbers that do not say theirs.
func (c *checker) region(s *Script) {
	if !phonenumbers.GetSupportedRegions()[s.Region] {
		c.add(path{"region"}, "unknown region %q: write a country in two letters, such as RU", s.Region)
	}
}
