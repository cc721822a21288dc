package desk

import (
	"cmp"
	"slices"
	"strconv"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// claim gives the lead to whoever was first.
func (a *act) claim() {
	switch c := a.s.Claim; {
	case c == nil:
		a.give(a.m.ID, a.m.Name)
		a.say("desk_yours", nil)
		a.done("", outbox.Claim)
		if before := a.spokeBefore(); before != "" && before != manager(a.m.Name)["manager"].String() {
			a.tell(a.brief(mention(a.m.ID, a.m.Name), dialog.Foreign(before)))
		}
	case c.ID == a.m.ID:
		a.say("desk_yours", nil)
	default:
		a.say("desk_taken", a.held(a.s))
	}
}

// give makes a manager the holder. The client hears from one house: what the
// holder before has said or put off stands.
func (a *act) give(id int64, name string) {
	claim := dialog.Claim{ID: id, Name: name, At: a.at}
	if before := a.s.Claim; before != nil {
		claim.FirstAt, claim.Later = before.FirstAt, before.Later
	}
	a.s.Claim = &claim
	a.s.Handoff.Offered = false // when the lead is free again, it is offered again
	a.s.Owner, a.s.Stage = dialog.Manager, dialog.StageClaimed
}

// spokeBefore is the last manager who wrote to the lead, "" when none did.
func (a *act) spokeBefore() string {
	for _, r := range slices.Backward(a.s.Talk) {
		if r.By != "" {
			return dialog.Short(dialog.Line(r.By), maxName)
		}
	}
	return ""
}

// release puts the lead back; the bot speaks again.
func (a *act) release() {
	free(a.s, a.at)
	a.Return = true
	a.say("desk_released", nil)
	a.done("", outbox.Claim)
}

// takeOver takes the lead from its holder.
func (a *act) takeOver() {
	switch before := a.s.Claim; {
	case before == nil:
		a.say("desk_free", nil)
	case before.ID == a.m.ID:
		a.say("desk_yours", nil)
	default:
		a.give(a.m.ID, a.m.Name)
		a.say("desk_yours", nil)
		a.done(strconv.FormatInt(before.ID, 10), outbox.Claim)
		a.tell(a.brief(mention(a.m.ID, a.m.Name), mention(before.ID, before.Name)))
	}
}

// hand asks to whom the lead is to go, then gives it there.
func (a *act) hand() {
	if a.arg == 0 {
		a.askWhom()
		return
	}
	i := slices.IndexFunc(a.staff, func(c Colleague) bool { return c.ID == a.arg })
	switch {
	case a.arg == a.m.ID:
		a.say("desk_yours", nil)
	case i < 0:
		a.say("desk_hand_gone", nil)
	default:
		to := a.staff[i]
		a.give(to.ID, to.Name)
		a.say("desk_handed", manager(to.Name))
		a.done(strconv.FormatInt(to.ID, 10), outbox.Claim)
		a.settle("hand", manager(to.Name)["manager"])
		a.tell(a.brief(mention(to.ID, to.Name), mention(a.m.ID, a.m.Name)))
	}
}

// askWhom offers the others, those with the fewest leads first and those who are
// away last.
func (a *act) askWhom() {
	others := slices.DeleteFunc(slices.Clone(a.staff), func(c Colleague) bool { return c.ID == a.m.ID })
	if len(others) == 0 {
		a.say("desk_hand_nobody", nil)
		return
	}
	slices.SortStableFunc(others, func(x, y Colleague) int {
		return cmp.Or(away(x)-away(y), cmp.Compare(x.Load, y.Load), cmp.Compare(x.Name, y.Name))
	})
	var buttons []dialog.Button
	for _, c := range others[:min(len(others), maxColleagues)] {
		label := dialog.Short(dialog.Line(c.Name), 20) + " · " + strconv.Itoa(c.Load)
		if c.Away {
			label += " · " + a.word("desk_absent")
		}
		buttons = append(buttons, button(a.s, label, "hand", c.ID))
	}
	a.ask("hand", dialog.Message{Text: a.text("desk_ask_hand", nil), Buttons: rows(buttons, 2)})
}

// maxColleagues is how many buttons fit below a question.
const maxColleagues = 30

func away(c Colleague) int {
	if c.Away {
		return 1
	}
	return 0
}

// mention is a manager's name that rings for them.
func mention(id int64, name string) dialog.Text {
	text := manager(name)["manager"]
	text[0].Person = id
	return text
}

// tell puts a text below the card.
func (a *act) tell(text dialog.Text) { a.Out = append(a.Out, a.news(a.s, text, a.at)) }
