package desk

import (
	"strings"

	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// The remarks and labels that a manager can set, in the order of their buttons:
// their numbers stand in the buttons' data.
var (
	flags        = []qualify.Flag{"rush", "extras", "pay_by_result", "out_of_profile", "spam", "prohibited"}
	categories   = []string{"strategic", "promising", "operational", "problem"}
	temperatures = []string{qualify.Hot, qualify.Warm, qualify.Cold}
)

// unset is added to a flag's number in the button that takes it away, so that a
// double tap does nothing twice.
const unset = 100

// more opens the panel of remarks and labels.
func (a *act) more() { a.ask("more", a.panel()) }

// panel shows the labels as they are and the buttons that change them.
func (a *act) panel() dialog.Message {
	as := a.Assistant.Assess(a.s, a.at)
	m := dialog.Message{Text: dialog.Join("\n", a.text("desk_ask_more", nil), a.labels(as))}
	var buttons []dialog.Button
	for i, f := range flags {
		if !a.script().HasFlag(f) {
			continue
		}
		number := int64(i + 1)
		if a.s.Flags.Has(f) {
			number += unset
		}
		buttons = append(buttons, button(a.s, ticked(a.s.Flags.Has(f), a.word("flag_"+string(f))), "flag", number))
	}
	m.Buttons = rows(buttons, 2)
	m.Buttons = append(m.Buttons, rows(a.choices("cat", "category", categories, a.s.Overrides.Category), 2)...)
	m.Buttons = append(m.Buttons, rows(a.choices("temp", "temperature", temperatures, a.s.Overrides.Temperature), 2)...)
	return m
}

// choices are the buttons of one label; the last leaves it to the answers.
func (a *act) choices(action, label string, values []string, now *dialog.Override) []dialog.Button {
	var buttons []dialog.Button
	for i, value := range values {
		buttons = append(buttons, button(a.s, ticked(now != nil && now.Label == value, a.word(label+"_"+value)), action, int64(i+1)))
	}
	return append(buttons, button(a.s, ticked(now == nil, a.word("desk_"+label+"_computed")), action, int64(len(values)+1)))
}

func ticked(on bool, label string) string {
	if label = dialog.Capital(label); on {
		return "✓ " + label
	}
	return label
}

// flag raises a remark or takes it away.
func (a *act) flag() {
	set := a.arg < unset
	i := int(a.arg - 1)
	if !set {
		i -= unset
	}
	switch {
	case i < 0 || i >= len(flags) || !a.script().HasFlag(flags[i]):
		a.say("desk_gone", nil)
	case a.s.Flags.Has(flags[i]) == set:
		a.say("desk_noted", nil)
	case set:
		a.s.Flags = a.s.Flags.With(flags[i])
		a.scored(string(flags[i]))
	default:
		a.s.Flags = a.s.Flags.Without(flags[i])
		a.scored("-" + string(flags[i]))
	}
}

// scored shows on the card and on the open panel what a change of the score made.
func (a *act) scored(about string) {
	a.say("desk_noted", nil)
	a.done(about, outbox.Redraw)
	if p, open := a.prompt("more"); open {
		a.edit(p.Key, a.panel())
	}
}

func (a *act) category() {
	a.override(&a.s.Overrides.Category, categories, noReason+1)
}

func (a *act) temperature() {
	a.override(&a.s.Overrides.Temperature, temperatures, noReason+2)
}

// override puts a label in place of the computed one, or takes it back, and asks
// for the reason.
func (a *act) override(now **dialog.Override, labels []string, silence int64) {
	computed := a.arg == int64(len(labels)+1)
	switch {
	case a.arg < 1 || a.arg > int64(len(labels)+1):
		a.say("desk_gone", nil)
	case computed && *now == nil, !computed && *now != nil && (*now).Label == labels[a.arg-1]:
		a.say("desk_noted", nil)
	case computed:
		*now = nil
		a.scored("computed")
		a.settle(a.action, nil)
	default:
		*now = &dialog.Override{Label: labels[a.arg-1], By: a.m.ID, Name: a.m.Name, At: a.at}
		a.scored(labels[a.arg-1])
		a.ask(a.action, dialog.Message{
			Text:    a.text("desk_ask_"+a.action, nil),
			Buttons: [][]dialog.Button{{button(a.s, a.word("desk_no_reason"), "why", silence)}},
		})
		a.say("desk_noted", nil)
	}
}

// unreasoned lets an override stand without a reason.
func (a *act) unreasoned(now **dialog.Override, what string) {
	if *now == nil || (*now).Reason != "" {
		a.say("desk_answered", nil)
		return
	}
	a.explain(now, a.word("desk_no_reason"), what)
}

// typedWhy takes the typed reason of an override.
func (a *act) typedWhy(now **dialog.Override, text string) {
	text = dialog.Short(text, maxReason)
	switch what := a.action; {
	case *now == nil:
		a.refuse("desk_answered")
	case (*now).Reason == text:
		a.say("desk_noted", nil)
	default:
		a.action = "why"
		a.explain(now, text, what)
	}
}

// explain records why a label was changed.
func (a *act) explain(now **dialog.Override, reason, what string) {
	o := **now
	o.Reason = reason
	*now = &o
	a.say("desk_noted", nil)
	a.done(what, outbox.Redraw)
	a.settle(what, dialog.Foreign(reason))
}

// overridden says which labels managers changed, and why.
func (d *Desk) overridden(s *dialog.Session, room int) []dialog.Text {
	var lines []dialog.Text
	change := func(label string, o *dialog.Override) {
		if o == nil {
			return
		}
		values := manager(o.Name)
		values["label"] = dialog.Plain(dialog.Capital(d.word(label + "_" + o.Label)))
		lines = append(lines, dialog.Join(": ", d.text("desk_overridden", values), dialog.Foreign(dialog.Short(o.Reason, room))))
	}
	change("category", s.Overrides.Category)
	change("temperature", s.Overrides.Temperature)
	return lines
}

// remarks names the remarks on the lead that count.
func (d *Desk) remarks(s *dialog.Session) string {
	var words []string
	for _, f := range flags {
		if s.Flags.Has(f) {
			words = append(words, d.word("flag_"+string(f)))
		}
	}
	return strings.Join(words, ", ")
}
