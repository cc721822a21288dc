package understand

import (
	"slices"
)

// matchAt returns where a match of the rest of a pattern at a token ends.
func (p pattern) matchAt(tokens []token, at int) (int, bool) {
	if len(p) == 0 {
		return at, true
	}
	e, rest := p[0], p[1:]
	switch e.kind {
	case clauseStart:
		return p.anchored(tokens, at, startsClause(tokens, at, e.gap))
	case clauseEnd:
		return p.anchored(tokens, at, endsClause(tokens, at))
	case textStart:
		return p.anchored(tokens, at, at <= e.gap)
	case textEnd:
		return p.anchored(tokens, at, at == len(tokens))
	case gap:
		return rest.within(tokens, at, e.gap)
	case absent:
		if at < len(tokens) && tokens[at].before < comma && tokens[at].is(e.sym) {
			return 0, false
		}
		return rest.matchAt(tokens, at)
	}
	if at < len(tokens) && tokens[at].is(e.sym) {
		if end, ok := rest.next(tokens, at+1); ok {
			return end, true
		}
	}
	if e.optional {
		return rest.matchAt(tokens, at)
	}
	return 0, false
}

func (p pattern) anchored(tokens []token, at int, holds bool) (int, bool) {
	if !holds {
		return 0, false
	}
	return p[1:].matchAt(tokens, at)
}

// next goes on behind a word, within its sentence.
func (p pattern) next(tokens []token, at int) (int, bool) {
	if len(p) > 0 && p[0].kind == word && !p[0].optional && at < len(tokens) && tokens[at].before == hard {
		return 0, false
	}
	return p.matchAt(tokens, at)
}

// within tries the rest after none and up to so many words of the clause, none of
// them a «не».
func (p pattern) within(tokens []token, at, words int) (int, bool) {
	for skip := 0; skip <= words && at+skip <= len(tokens); skip++ {
		if skip == 0 && at < len(tokens) && tokens[at].before >= comma && !(len(p) > 0 && p[0].kind != word && p[0].kind != absent) {
			return 0, false
		}
		if skip > 0 && (tokens[at+skip-1].negates || tokens[at+skip-1].before >= comma || at+skip < len(tokens) && tokens[at+skip].before >= comma) {
			return 0, false
		}
		if end, ok := p.next(tokens, at+skip); ok {
			return end, true
		}
	}
	return 0, false
}

func (t *token) is(s symbol) bool { return slices.Contains(t.syms, s) }

// startsClause reports whether a clause starts here or up to so many words before.
func startsClause(tokens []token, at, words int) bool {
	for i := at; i >= 0 && i >= at-words; i-- {
		if i == 0 || i < len(tokens) && tokens[i].before >= link {
			return true
		}
	}
	return false
}

func endsClause(tokens []token, at int) bool {
	return at == len(tokens) || tokens[at].before >= link
}
