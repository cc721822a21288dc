package understand

import "slices"

// remark notes what is neither an answer nor an intent: what a question is about,
// and that the writer does not know.
func (t *reading) remark() {
	for _, m := range t.matches {
		switch m.role {
		case asTheme:
			if t.out.Theme == "" || t.rank(m.option) < t.rank(t.out.Theme) {
				t.out.Theme = m.option
			}
		case asDoubt:
			t.out.Doubt = len(t.out.Answers) == 0 && len(t.tokens) <= maxShrug
		}
	}
}

// maxShrug is the length, in words, of a text that is a doubt and nothing else.
const maxShrug = 8

// rank is the place of a theme in the lexicon.
func (r *Reader) rank(theme string) int {
	return slices.IndexFunc(r.themes, func(t Theme) bool { return t.ID == theme })
}
