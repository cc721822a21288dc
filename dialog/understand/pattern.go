package understand

import (
	"fmt"
	"slices"
	"strings"
)

// element is one place of a phrase.
type element struct {
	kind     elementKind
	sym      symbol
	optional bool
	gap      int
}

type elementKind uint8

const (
	word elementKind = iota
	absent
	gap
	clauseStart
	clauseEnd
	textStart
	textEnd
)

// pattern is a compiled phrase; its first element but for a start is a word.
type pattern []element

// compiler turns phrases into patterns over one vocabulary.
type compiler struct {
	words   *vocabulary
	classes map[string]symbol
}

// compile reads a phrase; one in any order gives a pattern for each order.
func (c *compiler) compile(phrase string) ([]pattern, error) {
	fields := strings.Fields(phrase)
	if len(fields) == 0 {
		return nil, fmt.Errorf("an empty phrase")
	}
	if i, phrases := severalWords(fields); i >= 0 {
		if phrases == nil {
			return nil, fmt.Errorf("phrase %q: ! takes single words", phrase)
		}
		return c.all(phrases)
	}
	if fields[0] != "~" {
		p, err := c.sequence(fields)
		return []pattern{p}, err
	}
	if len(fields) < 3 || len(fields) > 4 {
		return nil, fmt.Errorf("phrase %q: ~ takes two or three words", phrase)
	}
	var out []pattern
	for _, order := range orders(fields[1:]) {
		p, err := c.sequence(strings.Fields(strings.Join(order, " .. ")))
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// severalWords writes out a choice that has an alternative of several words, or
// the end: «ищу|в_поиске», «давайте .. завтра|$»; -1 when there is none. No words
// may stand before such an end.
func severalWords(fields []string) (int, []string) {
	for i, f := range fields {
		if strings.HasPrefix(f, "!") {
			if strings.Contains(f, "_") {
				return i, nil // «not one of several words» cannot be said
			}
			continue
		}
		var out, single []string
		for _, part := range strings.Split(f, "|") {
			switch {
			case strings.HasPrefix(part, "$") && strings.Contains(f, "|"):
				out = append(out, strings.TrimRight(strings.Join(fields[:i], " "), " .")+" "+part)
			case strings.Contains(part, "_") && part[0] != '<':
				out = append(out, replaced(fields, i, strings.ReplaceAll(part, "_", " ")))
			default:
				single = append(single, part)
			}
		}
		if len(out) == 0 {
			continue
		}
		if len(single) > 0 {
			out = append(out, replaced(fields, i, strings.Join(single, "|")))
		}
		return i, out
	}
	return -1, nil
}

func replaced(fields []string, i int, with string) string {
	fields = slices.Clone(fields)
	fields[i] = with
	return strings.Join(fields, " ")
}

// all compiles several phrases.
func (c *compiler) all(phrases []string) ([]pattern, error) {
	var out []pattern
	for _, phrase := range phrases {
		patterns, err := c.compile(phrase)
		if err != nil {
			return nil, err
		}
		out = append(out, patterns...)
	}
	return out, nil
}

// orders returns the words in every order.
func orders(words []string) [][]string {
	if len(words) == 1 {
		return [][]string{words}
	}
	var out [][]string
	for i, w := range words {
		rest := slices.Delete(slices.Clone(words), i, i+1)
		for _, tail := range orders(rest) {
			out = append(out, append([]string{w}, tail...))
		}
	}
	return out
}

func (c *compiler) sequence(fields []string) (pattern, error) {
	var p pattern
	for _, f := range fields {
		for _, part := range hyphens(f) {
			e, err := c.element(part)
			if err != nil {
				return nil, err
			}
			p = append(p, e)
		}
	}
	if len(p) > 1 && p[0].kind != word && p[1].kind == gap { // «^^ .. слово»: among the first words
		p[0].gap = p[1].gap
		p = slices.Delete(p, 1, 2)
	}
	i := slices.IndexFunc(p, func(e element) bool { return e.kind != clauseStart && e.kind != textStart })
	if i < 0 || p[i].kind != word || p[i].optional {
		return nil, fmt.Errorf("phrase %q must begin with a word", strings.Join(fields, " "))
	}
	return p, nil
}

// hyphens parts a word at its hyphens, as the text is parted.
func hyphens(field string) []string {
	if strings.HasPrefix(field, "<") || strings.Contains(field, "|") || !strings.Contains(strings.Trim(field, "-"), "-") {
		return []string{field}
	}
	return strings.Split(field, "-")
}

func (c *compiler) element(field string) (element, error) {
	switch field {
	case "..":
		return element{kind: gap, gap: 3}, nil
	case "...":
		return element{kind: gap, gap: 8}, nil
	case "^":
		return element{kind: clauseStart}, nil
	case "$":
		return element{kind: clauseEnd}, nil
	case "^^":
		return element{kind: textStart}, nil
	case "$$":
		return element{kind: textEnd}, nil
	}
	var e element
	if rest, ok := strings.CutPrefix(field, "!"); ok {
		e.kind, field = absent, rest
	}
	if rest, ok := strings.CutSuffix(field, "?"); ok {
		e.optional, field = true, rest
	}
	var err error
	e.sym, err = c.symbol(field)
	return e, err
}

// symbol returns the symbol of a word, a class or several of them.
func (c *compiler) symbol(field string) (symbol, error) {
	if s, ok := c.words.atoms[field]; ok && strings.Contains(field, "|") {
		return s, nil
	}
	parts := strings.Split(field, "|")
	var any symbol
	if len(parts) > 1 {
		any = c.words.fresh()
		c.words.atoms[field] = any
	}
	for _, part := range parts {
		s, err := c.single(part)
		if err != nil || len(parts) == 1 {
			return s, err
		}
		c.words.parents[s] = append(c.words.parents[s], any)
	}
	return any, nil
}

func (c *compiler) single(part string) (symbol, error) {
	name, isClass := strings.CutPrefix(part, "<")
	switch {
	case strings.Trim(part, "=*<>!?") == "":
		return 0, fmt.Errorf("a phrase with an empty word")
	case !isClass:
		return c.words.atom(part), nil
	}
	s, ok := c.classes[strings.TrimSuffix(name, ">")]
	if !ok {
		return 0, fmt.Errorf("unknown class %s", part)
	}
	return s, nil
}
