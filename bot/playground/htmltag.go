package playground

import "strings"

// An htmlTag is a start tag that waits for its end.
type htmlTag struct {
	name     string
	argument string // href, language, "spoiler" or "expandable"
	offset   int    // UTF-16
	begin    int    // bytes of the output
}

func (p *htmlParser) startTag() error {
	begin := p.pos
	p.pos++
	name := strings.ToLower(p.until(">"))
	if p.peek() == 0 {
		return cannotParse("Unclosed start tag at byte offset %d", begin)
	}
	if htmlTypes[name] == "" {
		return cannotParse(`Unsupported start tag "%s" at byte offset %d`, name, begin)
	}
	tag := htmlTag{name: name, offset: p.units, begin: p.out.Len()}
	if err := p.attributes(&tag, begin); err != nil {
		return err
	}
	if name == "span" && tag.argument != "spoiler" {
		return cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset %d`, begin)
	}
	p.open = append(p.open, tag)
	return nil
}

// attributes reads up to the closing > of a start tag.
func (p *htmlParser) attributes(tag *htmlTag, begin int) error {
	for {
		p.skipSpace()
		if p.peek() == '>' {
			p.pos++
			return nil
		}
		name := p.until(`=>/"'`)
		if name == "" {
			return cannotParse(`Empty attribute name in the tag "%s" at byte offset %d`, tag.name, begin)
		}
		valued := p.equals()
		if p.pos >= len(p.src) {
			return cannotParse(`Unclosed start tag "%s" at byte offset %d`, tag.name, begin)
		}
		value := ""
		if valued {
			var err error
			if value, err = p.value(); err != nil {
				return err
			}
			if p.pos >= len(p.src) {
				return cannotParse("Unclosed start tag at byte offset %d", begin)
			}
		}
		tag.take(strings.ToLower(name), value)
	}
}

// equals skips an equals sign with white space around it, and reports whether
// there was one.
func (p *htmlParser) equals() bool {
	p.skipSpace()
	if p.peek() != '=' {
		return false
	}
	p.pos++
	p.skipSpace()
	return true
}

// value reads an attribute's value, quoted or a bare token.
func (p *htmlParser) value() (string, error) {
	begin := p.pos
	quote := p.peek()
	if quote != '"' && quote != '\'' {
		for isNameByte(p.peek()) {
			p.pos++
		}
		if next := p.peek(); next != 0 && next != '>' && !isSpace(next) {
			return "", cannotParse("Unexpected end of name token at byte offset %d", begin)
		}
		return strings.ToLower(p.src[begin:p.pos]), nil
	}
	p.pos++
	var value strings.Builder
	for p.pos < len(p.src) && p.peek() != quote {
		if r, size := decodeReference(p.src[p.pos:]); size > 0 {
			value.WriteRune(r)
			p.pos += size
			continue
		}
		value.WriteByte(p.peek())
		p.pos++
	}
	p.pos = min(p.pos+1, len(p.src))
	return value.String(), nil
}

// take keeps the attributes that mean something to the tag.
func (t *htmlTag) take(name, value string) {
	switch {
	case t.name == "a" && name == "href":
		t.argument = value
	case t.name == "code" && name == "class" && strings.HasPrefix(value, "language-"):
		t.argument = strings.TrimPrefix(value, "language-")
	case t.name == "span" && name == "class" && strings.HasPrefix(value, "tg-"):
		t.argument = strings.TrimPrefix(value, "tg-")
	case t.name == "blockquote" && name == "expandable":
		t.argument = "expandable"
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isNameByte(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || c == '.' || c == '-'
}
