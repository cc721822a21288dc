package desk

import (
	"slices"
	"strconv"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// called notes the first call; the clock stops.
func (a *act) called() {
	a.say("desk_noted", nil)
	if a.s.Claim.Spoken() {
		return
	}
	spoke(a.s, a.at)
	a.done("", outbox.Claim)
}

// won closes the case with a sale, then asks for the amount.
func (a *act) won() {
	a.s.Deals = append(slices.Clip(a.s.Deals), dialog.Deal{By: a.m.ID, At: a.at})
	a.end(dialog.StageWon)
	var buttons []dialog.Button
	for _, n := range a.script().Desk.Amounts {
		buttons = append(buttons, button(a.s, a.money(n).String(), "amount", n))
	}
	a.ask("amount", dialog.Message{Text: a.text("desk_ask_amount", nil), Buttons: rows(buttons, 3)})
	a.say("desk_noted", nil)
}

func (a *act) lost() { a.endBecause(dialog.StageLost, "lost", a.script().Desk.Lost) }

func (a *act) reject() { a.endBecause(dialog.StageRejected, "reject", a.script().Desk.Reject) }

// end closes the case.
func (a *act) end(stage dialog.Stage) {
	a.s.Owner, a.s.Stage = dialog.Closed, stage
	a.s.Closing = &dialog.Closing{By: a.m.ID, Name: a.m.Name, At: a.at}
	a.done("", outbox.Claim)
}

// endBecause closes the case and asks why.
func (a *act) endBecause(stage dialog.Stage, what string, reasons []string) {
	a.end(stage)
	var buttons []dialog.Button
	for i, reason := range reasons {
		buttons = append(buttons, button(a.s, reason, "why", int64(i+1)))
	}
	a.ask(what, dialog.Message{Text: a.text("desk_ask_"+what, nil), Buttons: rows(buttons, 2)})
	a.say("desk_noted", nil)
}

// amount takes the sum of the sale from a button, once.
func (a *act) amount() {
	if a.s.Stage != dialog.StageWon || len(a.s.Deals) == 0 || a.arg == 0 || a.deal().Amount != 0 {
		a.say("desk_answered", nil)
		return
	}
	a.worth(a.arg)
}

func (a *act) deal() dialog.Deal { return a.s.Deals[len(a.s.Deals)-1] }

func (a *act) typedAmount(text string) {
	n, ok := dialog.Amount(text)
	switch {
	case a.s.Stage != dialog.StageWon || len(a.s.Deals) == 0:
		a.refuse("desk_answered")
	case !ok:
		a.refuse("desk_ask_digits")
	case a.deal().Amount == n:
		a.say("desk_noted", nil)
	default:
		a.worth(n)
	}
}

// worth records the sum of the last sale.
func (a *act) worth(n int64) {
	a.s.Deals = slices.Clone(a.s.Deals)
	a.s.Deals[len(a.s.Deals)-1].Amount = n
	a.say("desk_noted", nil)
	a.done(strconv.FormatInt(n, 10), outbox.Redraw)
	a.settle("amount", a.money(n))
}

// noReason is the number from which on a button says that an override has no
// reason: 101 of the category, 102 of the temperature.
const noReason = 100

// why takes a reason from a button: of the case's end, or none for an override.
func (a *act) why() {
	switch {
	case a.arg == noReason+1 && a.s.Owner != dialog.Closed:
		a.unreasoned(&a.s.Overrides.Category, "cat")
	case a.arg == noReason+2 && a.s.Owner != dialog.Closed:
		a.unreasoned(&a.s.Overrides.Temperature, "temp")
	case a.s.Owner != dialog.Closed || a.s.Closing == nil || a.s.Closing.Reason != "":
		a.say("desk_answered", nil)
	default:
		a.chosenReason()
	}
}

func (a *act) chosenReason() {
	reasons := map[dialog.Stage][]string{dialog.StageLost: a.script().Desk.Lost, dialog.StageRejected: a.script().Desk.Reject}[a.s.Stage]
	if a.arg < 1 || a.arg > int64(len(reasons)) {
		a.say("desk_answered", nil)
		return
	}
	a.because(reasons[a.arg-1])
}

func (a *act) typedReason(text string) {
	ended := map[string]dialog.Stage{"lost": dialog.StageLost, "reject": dialog.StageRejected}[a.action]
	if a.s.Closing == nil || a.s.Stage != ended {
		a.refuse("desk_answered")
		return
	}
	a.action = "why"
	a.because(dialog.Short(text, maxReason))
}

// maxReason is the length, in characters, that a reason is kept to.
const maxReason = 200

// because records why the case ended.
func (a *act) because(reason string) {
	closing := *a.s.Closing
	if closing.Reason == reason {
		a.say("desk_noted", nil)
		return
	}
	closing.Reason = reason
	a.s.Closing = &closing
	a.say("desk_noted", nil)
	a.done("", outbox.Redraw)
	a.settle(map[dialog.Stage]string{dialog.StageLost: "lost", dialog.StageRejected: "reject"}[a.s.Stage], dialog.Foreign(reason))
}

// reopen takes the end back: the lead is with whoever pressed, and a sale that
// was none does not count.
func (a *act) reopen() {
	if a.s.Owner != dialog.Closed {
		a.say("desk_open", nil)
		return
	}
	if a.s.Stage == dialog.StageWon && len(a.s.Deals) > 0 {
		a.s.Deals = slices.Clip(a.s.Deals[:len(a.s.Deals)-1])
	}
	from := string(a.s.Stage)
	a.s.Closing = nil
	a.give(a.m.ID, a.m.Name)
	a.say("desk_reopened", nil)
	a.done(from, outbox.Claim)
	for _, what := range []string{"amount", "lost", "reject"} {
		a.settle(what, nil)
	}
}

// money says an amount: «35 000 ₽».
func (d *Desk) money(n int64) dialog.Text {
	return d.script().Money(n)
}
