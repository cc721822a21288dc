package playground

import (
	"strings"
	"unicode/utf8"
)

// htmlParser turns Telegram's HTML into visible text and entities. Its errors
// are Telegram's.
type htmlParser struct {
	src      string
	pos      int
	out      strings.Builder
	units    int // UTF-16 units written
	open     []htmlTag
	entities []Entity
}

// htmlTypes are the tags that Telegram knows and the entities they make; "a",
// "pre", "code" and "blockquote" depend on more.
var htmlTypes = map[string]string{
	"b": "bold", "strong": "bold", "i": "italic", "em": "italic",
	"u": "underline", "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
	"span": "spoiler", "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre",
	"blockquote": "blockquote",
}

// parseHTML returns what a reader sees of src and the entities over it, by the
// order of their ends.
func parseHTML(src string) (string, []Entity, error) {
	p := htmlParser{src: src}
	for p.pos < len(p.src) {
		if err := p.step(); err != nil {
			return "", nil, err
		}
	}
	if n := len(p.open); n > 0 {
		return "", nil, cannotParse(`Can't find end tag corresponding to start tag "%s"`, p.open[n-1].name)
	}
	for i, e := range p.entities {
		if e.Type == "code" {
			p.entities[i].Language = ""
		}
	}
	return p.out.String(), p.entities, nil
}

func cannotParse(format string, args ...any) error {
	return badf("can't parse entities: "+format, args...)
}

// step takes one character or one tag.
func (p *htmlParser) step() error {
	switch p.peek() {
	case '<':
		if strings.HasPrefix(p.src[p.pos:], "</") {
			return p.endTag()
		}
		return p.startTag()
	case '&':
		if r, size := decodeReference(p.src[p.pos:]); size > 0 {
			p.pos += size
			p.write(r)
			return nil
		}
	}
	r, size := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += size
	p.write(r)
	return nil
}

func (p *htmlParser) write(r rune) {
	p.out.WriteRune(r)
	p.units += runeUnits(r)
}

// peek returns the next byte, or 0 at the end.
func (p *htmlParser) peek() byte {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return 0
}

func (p *htmlParser) skipSpace() {
	for p.pos < len(p.src) && isSpace(p.peek()) {
		p.pos++
	}
}

// until returns the bytes up to white space, the end or one of stop.
func (p *htmlParser) until(stop string) string {
	begin := p.pos
	for p.pos < len(p.src) && !isSpace(p.peek()) && strings.IndexByte(stop, p.peek()) < 0 {
		p.pos++
	}
	return p.src[begin:p.pos]
}

func (p *htmlParser) endTag() error {
	begin := p.pos
	if len(p.open) == 0 {
		return cannotParse("Unexpected end tag at byte offset %d", begin)
	}
	p.pos += len("</")
	name := strings.ToLower(p.until(">"))
	p.skipSpace()
	if p.peek() != '>' {
		return cannotParse("Unclosed end tag at byte offset %d", begin)
	}
	p.pos++
	tag := p.open[len(p.open)-1]
	if name != "" && name != tag.name {
		return cannotParse(`Unmatched end tag at byte offset %d, expected "</%s>", found "</%s>"`, begin, tag.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	p.close(tag)
	return nil
}

// close writes down the entity of a tag that has ended; an empty one makes none.
func (p *htmlParser) close(tag htmlTag) {
	e := Entity{Type: htmlTypes[tag.name], Offset: tag.offset, Length: p.units - tag.offset}
	if e.Length == 0 {
		return
	}
	switch tag.name {
	case "a":
		if e.URL = tag.argument; e.URL == "" {
			e.URL = p.out.String()[tag.begin:]
		}
		if e.URL = checkedURL(e.URL); e.URL == "" {
			return
		}
	case "blockquote":
		e.Type = strings.TrimPrefix(tag.argument+"_blockquote", "_")
	case "code":
		e.Language = tag.argument
	}
	p.entities = append(p.entities, e)
	p.mergeCode()
}

// mergeCode makes one block of a pre and a code over the same text, if the code
// names a language.
func (p *htmlParser) mergeCode() {
	if len(p.entities) < 2 {
		return
	}
	rest, pair := p.entities[:len(p.entities)-2], p.entities[len(p.entities)-2:]
	code, pre := pair[0], pair[1]
	if code.Type == "pre" {
		code, pre = pre, code
	}
	if code.Type == "code" && pre.Type == "pre" && code.Language != "" && pre.Language == "" &&
		code.Offset == pre.Offset && code.Length == pre.Length {
		pre.Language = code.Language
		p.entities = append(rest, pre)
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0 || c == '\v'
}
