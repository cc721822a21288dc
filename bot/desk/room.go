package desk

import (
	"iter"
	"slices"
	"strings"
	"time"

	"leadbot/dialog"
)

// maxCard is the length of a card in characters: one screen of a phone.
const maxCard = 1000

// room is how much the parts of a card may take: characters of a quote, a fact's
// value, a list of reasons and a manager's reason, how many extras, which facts.
type room struct {
	quote, value, reasons, note int
	extras                      int
	facts                       []fact
}

// fitted is the card in the most room with which it is one screen.
func (d *Desk) fitted(s *dialog.Session, at time.Time) dialog.Text {
	p := d.parts(s, at)
	var card dialog.Text
	for r := range rooms(d.facts(s)) {
		if card = dialog.Join("\n", d.lines(s, p, r)...); runes(card) <= maxCard {
			return card
		}
	}
	return cut(card, maxCard)
}

// sizes go from a card with room to one where everything is cut.
var sizes = []room{
	{quote: 120, value: 40, reasons: 400, note: 80},
	{quote: 90, value: 28, reasons: 250, note: 60},
	{quote: 60, value: 18, reasons: 120, note: 40},
	{quote: 50, value: 18, reasons: 80, note: 20},
}

// rooms are the ways to make a card shorter, each with less room: first the
// extras go, then everything is cut, then facts go, the least needed first, and
// last the reasons.
func rooms(facts []fact) iter.Seq[room] {
	return func(yield func(room) bool) {
		r := sizes[0]
		r.facts = facts
		for r.extras = 3; r.extras > 0; r.extras-- {
			if !yield(r) {
				return
			}
		}
		for _, r = range sizes {
			if r.facts = facts; !yield(r) {
				return
			}
		}
		for len(r.facts) > 0 {
			if r.facts = fewer(r.facts); !yield(r) {
				return
			}
		}
		r.reasons = 0
		yield(r)
	}
}

// fewer leaves out the least needed fact, the last of equals.
func fewer(facts []fact) []fact {
	least := len(facts) - 1
	for i, f := range slices.Backward(facts) {
		if f.need < facts[least].need {
			least = i
		}
	}
	return slices.Delete(slices.Clone(facts), least, least+1)
}

// laid puts the facts two to a line.
func (r room) laid() []dialog.Text {
	var lines []dialog.Text
	for pair := range slices.Chunk(r.facts, 2) {
		parts := make([]string, len(pair))
		for i, f := range pair {
			parts[i] = f.cut(r.value)
		}
		lines = append(lines, dialog.Foreign(strings.Join(parts, " · ")))
	}
	return lines
}

func runes(t dialog.Text) int { return len([]rune(t.String())) }

// cut ends a text after so many characters, with an ellipsis.
func cut(t dialog.Text, n int) dialog.Text {
	var out dialog.Text
	for _, span := range t {
		if left := n - runes(out); left <= 0 {
			break
		} else if len([]rune(span.Text)) > left {
			span.Text = dialog.Short(span.Text, left)
		}
		out = append(out, span)
	}
	return out
}
