package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// again is how long a question to the managers is not asked a second time.
const again = 5 * time.Minute

// ask puts a question below the card; an open one of the same kind loses its
// buttons. A double tap asks once.
func (a *act) ask(what string, m dialog.Message) {
	if p, open := a.prompt(what); open && a.at.Sub(p.At) < again {
		a.say("desk_asked", nil)
		return
	}
	a.settle(what, nil)
	m.Silent = !a.Assistant.Calendar.Open(a.at)
	d := a.line(a.s, m, a.at)
	d.Key = fmt.Sprintf("ask:%d:%s:%d:%d", a.s.ID, what, a.s.Handoff.Number, a.s.Posts)
	a.s.Handoff.Prompts = append(slices.Clip(a.s.Handoff.Prompts), dialog.Prompt{What: what, Key: d.Key, At: a.at})
	a.s.Updated = a.at
	a.Out = append(a.Out, d)
}

func (a *act) prompt(what string) (dialog.Prompt, bool) {
	for _, p := range a.s.Handoff.Prompts {
		if p.What == what {
			return p, true
		}
	}
	return dialog.Prompt{}, false
}

// settle takes the buttons of an open question away and notes the answer below it.
func (a *act) settle(what string, answer dialog.Text) {
	p, open := a.prompt(what)
	if !open {
		return
	}
	text := a.text("desk_ask_"+what, nil)
	if len(answer) > 0 {
		text = dialog.Join("\n", text, dialog.Join(" ", dialog.Plain("✓"), answer))
	}
	a.s.Handoff.Prompts = slices.DeleteFunc(slices.Clone(a.s.Handoff.Prompts), func(p dialog.Prompt) bool { return p.What == what })
	a.edit(p.Key, dialog.Message{Text: text})
}

// edit changes a question that was asked.
func (a *act) edit(key string, m dialog.Message) {
	a.s.CountPost()
	a.s.Updated = a.at
	m.Silent = !a.Assistant.Calendar.Open(a.at)
	a.Out = append(a.Out, outbox.Delivery{
		Key: fmt.Sprintf("%s:%d", key, a.s.Posts), Lead: a.s.ID, Class: outbox.Idempotent, Method: outbox.Edit,
		Topic: TopicKey(a.s), Refers: key, Priority: outbox.Claim, Body: m.Encode(), At: a.at,
	})
}

// note is a line of our own below the card.
func (a *act) note(id string) {
	a.s.Updated = a.at
	a.Out = append(a.Out, a.news(a.s, a.text(id, nil), a.at))
}

// button is one of a card, or of a question below it; number 0 is left out.
func button(s *dialog.Session, label, action string, number int64) dialog.Button {
	data := fmt.Sprintf("m:%d:%s", s.ID, action)
	if number != 0 {
		data += fmt.Sprintf(":%d", number)
	}
	return dialog.Button{Text: label, Data: data}
}

// rows puts buttons side by side.
func rows(buttons []dialog.Button, n int) [][]dialog.Button {
	return slices.Collect(slices.Chunk(buttons, n))
}

// Asks reports whether the delivery with the key is a question to the managers.
func Asks(key string) bool { return strings.HasPrefix(key, "ask:") }

// Answer takes a text typed as a reply to the message with the key, where that is
// a question to the managers; false when it is none, or the text a note. An answer given before is
// replaced. What cannot be recorded is said in a line below the card.
func (d *Desk) Answer(s *dialog.Session, key, text string, m Manager, at time.Time) (Result, bool) {
	parts := strings.Split(key, ":")
	if inside(text) || len(parts) < 3 || parts[0] != "ask" || parts[1] != fmt.Sprint(s.ID) {
		return Result{}, false
	}
	a := &act{Desk: d, s: s, action: parts[2], m: m, at: at}
	switch {
	case !m.Member:
		a.say("desk_not_member", nil)
	case s.Handoff == nil || !s.Handoff.Posted || s.Handoff.Erased:
		a.say("desk_gone", nil)
	default:
		a.own()
		a.answer(dialog.Line(text))
	}
	return a.Result, true
}

func (a *act) answer(text string) {
	switch what := a.action; {
	case text == "":
		a.refuse("desk_ask_button")
	case what == "amount":
		a.typedAmount(text)
	case what == "lost" || what == "reject":
		a.typedReason(text)
	case what == "cat":
		a.typedWhy(&a.s.Overrides.Category, text)
	case what == "temp":
		a.typedWhy(&a.s.Overrides.Temperature, text)
	default:
		a.refuse("desk_ask_button")
	}
}

// refuse says below the card why an answer is not taken.
func (a *act) refuse(id string) {
	a.say(id, nil)
	a.note(id)
}
