package playground

import (
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	maxText    = 4096 // UTF-16 units, as all of these
	maxCaption = 1024
	maxToast   = 200
	maxTopic   = 128
)

// text reads a formatted text: the parameter name, its parse_mode or the
// entities parameter. It returns what readers see.
func (c *call) text(name, entities string) (string, []Entity, error) {
	text := clean(c.params[name])
	var marks []Entity
	switch mode := strings.ToLower(c.params["parse_mode"]); mode {
	case "":
		if list := c.params[entities]; list != "" && json.Unmarshal([]byte(list), &marks) != nil {
			return "", nil, cannotParse("expected an Array of MessageEntity")
		}
	case "html":
		var err error
		if text, marks, err = parseHTML(text); err != nil {
			return "", nil, err
		}
	case "markdown", "markdownv2":
		return "", nil, &Error{Code: 501, Description: "Not Implemented: the playground plays no parse_mode but HTML"}
	default:
		return "", nil, bad("unsupported parse_mode")
	}
	text, marks = trim(text, sorted(marks))
	return text, withLinks(text, marks), nil
}

// clean drops and replaces the characters that Telegram never keeps.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r', 0x2028 <= r && r <= 0x202e:
			return -1
		case r < ' ':
			return ' '
		}
		return r
	}, text)
}

// trim cuts white space from both ends, and the entities with it.
func trim(text string, marks []Entity) (string, []Entity) {
	text = strings.TrimRight(text, " \n")
	begin := len(text) - len(strings.TrimLeft(text, " \n"))
	if len(marks) > 0 {
		begin = min(begin, marks[0].Offset)
	}
	text = text[begin:]
	length := units(text)
	var kept []Entity
	for _, e := range marks {
		e.Offset -= begin
		e.Length = min(e.Length, length-e.Offset)
		if e.Length > 0 && e.Offset >= 0 {
			kept = append(kept, e)
		}
	}
	return text, kept
}

// sorted puts entities into the order of their beginnings, outer ones first.
func sorted(marks []Entity) []Entity {
	slices.SortStableFunc(marks, func(a, b Entity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		return b.Length - a.Length
	})
	return marks
}

// blank reports whether nothing of the text can be seen.
func blank(text string) bool {
	return strings.Trim(text, " \n\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") == ""
}

// units counts UTF-16 units, which Telegram's limits and entities are in.
func units(text string) int {
	n := 0
	for _, r := range text {
		n += runeUnits(r)
	}
	return n
}

func runeUnits(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

// checkedURL returns the address of a link as Telegram stores it, "" when it
// takes it for none.
func checkedURL(text string) string {
	if !strings.Contains(text, "://") {
		text = "http://" + text
	}
	u, err := url.Parse(text)
	if err != nil || !utf8.ValidString(text) {
		return ""
	}
	switch u.Scheme {
	case "tg":
		return text
	case "http", "https":
		if !strings.Contains(strings.Trim(u.Host, "."), ".") && u.Hostname() != "localhost" {
			return ""
		}
		if u.Path == "" {
			u.Path = "/"
		}
		return u.String()
	}
	return ""
}

// mentions turns links to tg://user?id=… into mentions of people whom the bot
// knows; the others are dropped.
func (s *Server) mentions(marks []Entity) []Entity {
	var kept []Entity
	for _, e := range marks {
		if p, ok := s.profile(e.URL); p != nil {
			e.Type, e.URL, e.User = "text_mention", "", p.copy()
		} else if ok {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// profile returns whom a link to tg://user?id=… leads to, nil when the bot does
// not know them, and whether it is such a link.
func (s *Server) profile(link string) (*Person, bool) {
	id, ok := strings.CutPrefix(link, "tg://user?id=")
	n, _ := strconv.ParseInt(id, 10, 64)
	return s.users[n], ok
}
