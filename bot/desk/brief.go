package desk

import (
	"strings"

	"leadbot/dialog"
)

// brief tells the next manager in ten lines, on one screen, what the one before
// knew: who, what they want and answered, what is promised and to be done next,
// the last messages. Long parts are cut before any is left out.
func (a *act) brief(to, from dialog.Text) dialog.Text {
	var text dialog.Text
	for _, room := range []int{160, 120, 90, 60, 40, 25} {
		if text = a.briefly(to, from, room); runes(text) <= maxCard {
			return text
		}
	}
	return cut(text, maxCard)
}

// briefly writes the brief with so many characters for a message.
func (a *act) briefly(to, from dialog.Text, room int) dialog.Text {
	as := a.Assistant.Assess(a.s, a.at)
	lines := []dialog.Text{
		dialog.Join(" ", a.text("desk_brief", map[string]dialog.Text{"manager": to}),
			a.text("desk_brief_before", map[string]dialog.Text{"manager": from})),
		dialog.Join(" · ", a.person(a.s), dialog.Plain(a.word("category_"+as.Category)), dialog.Plain(a.word("temperature_"+as.Temperature))),
		a.labelled("desk_said", dialog.Foreign(quote(a.words(a.s), room))),
		a.labelled("desk_brief_answers", dialog.Foreign(a.gist(2*room))),
		dialog.Join(" · ", a.labelled("desk_promised", a.promised(a.s)), a.labelled("desk_next", a.next(a.s, as))),
	}
	for _, r := range a.s.Talk[max(0, len(a.s.Talk)-lastRemarks):] {
		lines = append(lines, a.remark(r, room))
	}
	return dialog.Join("\n", lines...)
}

// gist is the needed answers in one line, as many as there is room for.
func (a *act) gist(room int) string {
	var parts []string
	for _, f := range a.facts(a.s) {
		if part := f.cut(24); f.need > 0 && len([]rune(strings.Join(append(parts, part), " · "))) <= room {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

func (a *act) remark(r dialog.Remark, room int) dialog.Text {
	by := r.By
	if by == "" {
		by = a.who(a.s)["name"].String()
	}
	at := dialog.Plain(a.local(r.At).Format("15:04"))
	said := dialog.Foreign(dialog.Short(dialog.Line(by), 20) + ": " + dialog.Short(dialog.Line(r.Text), room))
	return dialog.Join(" ", at, said)
}
