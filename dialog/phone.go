package dialog

import (
	"regexp"
	"strings"
	"unicode"

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

// contact takes a shared contact: only the own one is a phone number to call.
func (t *step) contact() {
	a, ok := t.Script.Ask(t.Asked)
	switch {
	case !ok || a.Kind != Phone || t.Phase != Asking:
		t.repeat(t.text("media", nil))
	case !t.in.Own:
		t.repeat(t.text("other_contact", nil))
	default: // contacts are international, with or without a +
		t.keepPhone(a, "+"+strings.TrimPrefix(t.in.Phone, "+"), qualify.ViaContact)
	}
}

// keepContact keeps the own number although nobody asks for it now.
func (t *step) keepContact() {
	a, ok := t.Script.Phone()
	phone, valid := normalPhone("+" + strings.TrimPrefix(t.in.Phone, "+"))
	if ok && valid && t.in.Own {
		t.put(a.ID, phone, t.in.Phone, qualify.ViaContact)
	}
}

// typedPhone takes a text with a number in it; what has no digits is read like
// any other.
func (t *step) typedPhone(a *Ask) bool {
	if !strings.ContainsFunc(t.in.Text, unicode.IsDigit) {
		return false
	}
	t.keepPhone(a, t.in.Text, qualify.ViaText)
	return true
}

func (t *step) keepPhone(a *Ask, raw string, via qualify.Via) {
	phone, ok := phoneOf(raw)
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
	t.accept(a, phone, Short(raw, 40), via)
}

// unkey takes the keyboard away, with a short message of its own.
func (t *step) unkey(id string) {
	t.Open = nil
	t.send(Message{Text: t.text(id, nil), Unkey: true}, Replies)
}

// phoneOf finds the number in a text.
func phoneOf(text string) (string, bool) {
	if phone, ok := normalPhone(text); ok {
		return phone, true
	}
	return normalPhone(phoneInText.FindString(text))
}

// phoneInText finds a number among words.
var phoneInText = regexp.MustCompile(`\+?\d[\d\s().-]{8,18}\d`)

// normalPhone brings a number to + and digits; one written the Russian way, with
// an 8 in front or without a prefix, gets +7.
func normalPhone(s string) (string, bool) {
	var digits strings.Builder
	for _, r := range strings.TrimSpace(s) {
		switch {
		case unicode.IsDigit(r) && r < 0x80:
			digits.WriteRune(r)
		case !strings.ContainsRune("+-() .\u00a0", r):
			return "", false
		}
	}
	d := digits.String()
	switch {
	case strings.HasPrefix(strings.TrimSpace(s), "+"):
	case len(d) == 10 && d[0] == '9':
		d = "7" + d
	case len(d) == 11 && d[0] == '8':
		d = "7" + d[1:]
	}
	if len(d) < 10 || len(d) > 15 {
		return "", false
	}
	return "+" + d, true
}
