package telegram

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"leadbot/dialog"
)

// zeroWidth breaks what Telegram would turn into a link.
const zeroWidth = "\u200b"

// pages returns the text as messages that fit, each in Telegram's HTML or, when
// plain, as it is. There is always at least one.
func pages(t dialog.Text, plain bool) []string { return written(split(tame(t), maxText), plain) }

// underneath returns the text as a caption that fits and, if it is longer, the
// messages that go on with it.
func underneath(t dialog.Text, plain bool) (caption string, rest []string) {
	t = tame(t)
	head, tail := divide(t, fit(t.String(), maxCaption))
	if strings.TrimSpace(tail.String()) != "" {
		rest = written(split(tail, maxText), plain)
	}
	return written([]dialog.Text{head}, plain)[0], rest
}

// written returns the parts of a text as they are sent.
func written(parts []dialog.Text, plain bool) []string {
	var all []string
	for _, part := range parts {
		if plain {
			all = append(all, part.String())
		} else {
			all = append(all, markup(part))
		}
	}
	return all
}

// tame returns the text as it may be shown: valid, and what a stranger wrote
// without tricks and links.
func tame(t dialog.Text) dialog.Text {
	safe := make(dialog.Text, len(t))
	for i, s := range t {
		if s.Foreign {
			s.Text = unlink(Clean(s.Text))
		} else {
			s.Text = strings.ReplaceAll(strings.ToValidUTF8(s.Text, ""), "\x00", "")
		}
		safe[i] = s
	}
	return safe
}

// unlink breaks mentions, commands and addresses with a zero-width space, so
// that they read the same and lead nowhere.
func unlink(s string) string {
	if !strings.ContainsAny(s, "@/.") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i, r := range s {
		b.WriteRune(r)
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if r == '@' || r == '/' || r == '.' && wordy(next) {
			b.WriteString(zeroWidth)
		}
	}
	return b.String()
}

// wordy reports whether an address can go on with the rune after a dot.
func wordy(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || r == '-' || r == '_')
}

// markup writes the text as Telegram's HTML.
func markup(t dialog.Text) string {
	var b strings.Builder
	b.Grow(length(t) + 32)
	for _, s := range t {
		open, end := tags(s)
		b.WriteString(open)
		escape(&b, s.Text)
		b.WriteString(end)
	}
	return b.String()
}

// escape writes s so that HTML reads it back as it is.
func escape(b *strings.Builder, s string) {
	from := 0
	for i := range len(s) {
		if e := entity(s[i]); e != "" {
			b.WriteString(s[from:i])
			b.WriteString(e)
			from = i + 1
		}
	}
	b.WriteString(s[from:])
}

func entity(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	}
	return ""
}

// tags are what goes around a span.
func tags(s dialog.Span) (open, end string) {
	switch {
	case s.Person != 0:
		return `<a href="tg://user?id=` + strconv.FormatInt(s.Person, 10) + `">`, "</a>"
	case s.Bold:
		return "<b>", "</b>"
	}
	return "", ""
}
