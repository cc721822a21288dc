package dialog

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// values fill the placeholders of a text.
type values map[string]Text

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// Text returns one of the script's texts, its placeholders filled.
func (s *Script) Text(id string, v values) Text { return s.fill(s.Texts[id], v) }

// fill puts values and the script's facts into a template. An empty value takes
// the comma beside it along, so «{name}, добрый день» reads well without a name.
func (s *Script) fill(template string, v values) Text {
	var out Text
	rest := template
	for rest != "" {
		loc := placeholder.FindStringSubmatchIndex(rest)
		if loc == nil {
			out = append(out, Span{Text: rest})
			break
		}
		before, name := rest[:loc[0]], rest[loc[2]:loc[3]]
		rest = rest[loc[1]:]
		value, ok := v[name]
		if !ok {
			value = Plain(s.Vars[name])
		}
		if value.String() == "" {
			before, rest = without(before, rest)
		}
		if before != "" {
			out = append(out, Span{Text: before})
		}
		out = append(out, value...)
	}
	return out
}

// without joins the sides of an empty placeholder.
func without(before, after string) (string, string) {
	if trimmed, ok := strings.CutPrefix(after, ", "); ok {
		if start := strings.TrimRight(before, " \n"); start == "" || strings.ContainsRune(".!?…", lastRune(start)) {
			return before, Capital(trimmed)
		}
		return before, trimmed
	}
	return strings.TrimSuffix(before, ", "), after
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// Capital begins a text with a capital letter.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
