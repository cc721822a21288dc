package dialog

import (
	"slices"
	"strings"
)

// Found is what a lead's list came to.
type Found struct {
	Title string // of the list
	Text  string // the best topics, the chosen one marked and first
}

// Found returns what the lists that count came to, in the order of the script.
func (s *Script) Found(sess *Session) []Found {
	var all []Found
	for _, a := range s.Questions {
		if l, r := s.list(sess, a.ID); len(l.Rows) > 0 {
			all = append(all, Found{r.Title, s.found(l, r)})
		}
	}
	return all
}

// maxFound is how many topics of a list stand among the answers.
const maxFound = 3

func (s *Script) found(l List, r *Rows) string {
	topics := rank(l.Rows)
	mark := ""
	if i := slices.IndexFunc(topics, func(r ranked) bool { return same(r.topic, l.Taken) }); i >= 0 {
		topics = slices.Insert(slices.Delete(slices.Clone(topics), i, i+1), 0, topics[i])
		mark = "✓ "
	}
	var parts []string
	for _, topic := range topics[:min(len(topics), maxFound)] {
		parts = append(parts, mark+Short(topic.topic, 40)+" — "+s.brings(topic, r.Unit).String())
		mark = ""
	}
	if more := len(topics) - maxFound; more > 0 {
		parts = append(parts, s.more(more).String())
	}
	return strings.Join(parts, "; ")
}
