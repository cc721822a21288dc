package playground

import (
	"regexp"
	"strings"
)

// linkTypes are what Telegram makes clickable by itself, the stronger first. The
// first group of each expression is the link.
var linkTypes = []struct {
	name string
	expr *regexp.Regexp
}{
	{"url", regexp.MustCompile(`((?:https?|tg)://[^\s<>"«»]+)`)},
	{"email", regexp.MustCompile(`(?:^|[^\pL\pN_.+-])([A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})`)},
	{"url", regexp.MustCompile(`(?:^|[^\pL\pN_@.-])((?:[\pL\pN-]+\.)+(?i:com|net|org|info|biz|io|ai|co|me|tv|ru|su|рф|dev|app|online|site|shop|store|pro|by|kz|ua|uk|de|fr|us|py|md|sh|rs)(?:[/?#:][^\s<>"«»]*)?)(?:$|[^\pL\pN_@-])`)},
	{"mention", regexp.MustCompile(`(?:^|[^\pL\pN_])(@[A-Za-z0-9_]{4,32})(?:$|[^\pL\pN_])`)},
	{"bot_command", regexp.MustCompile(`(?:^|[^\pL\pN_/<>])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?:$|[^\pL\pN_/<>])`)},
	{"hashtag", regexp.MustCompile(`(?:^|[^\pL\pN_&#])(#[\pL\pN_]*[\pL_][\pL\pN_]*)`)},
}

// withLinks adds the entities that Telegram finds in any text, where no link or
// code stands already.
func withLinks(text string, marks []Entity) []Entity {
	for _, t := range linkTypes {
		for begin := 0; begin < len(text); {
			at := t.expr.FindStringSubmatchIndex(text[begin:])
			if at == nil {
				break
			}
			link := strings.TrimRight(text[begin+at[2]:begin+at[3]], ".,;:!?([{)]}'")
			e := Entity{Type: t.name, Offset: units(text[:begin+at[2]]), Length: units(link)}
			if free(e, marks) {
				marks = append(marks, e)
			}
			begin += at[3]
		}
	}
	return sorted(marks)
}

// free reports whether the entity touches no link and no code.
func free(e Entity, marks []Entity) bool {
	for _, m := range marks {
		apart := e.Offset+e.Length <= m.Offset || m.Offset+m.Length <= e.Offset
		switch m.Type {
		case "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote":
			continue
		}
		if !apart {
			return false
		}
	}
	return true
}
