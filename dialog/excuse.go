package dialog

import (
	"fmt"
	"strconv"
)

// begins reports whether the bot may write on its own initiative now.
func (t *step) begins() bool {
	return !t.Blocked && !t.Stopped && t.Agreed(Processing) && !t.Calendar.Quiet.Contains(t.Calendar.local(t.in.At))
}

// excuse apologises to a lead whom nobody answered in the promised time, and
// offers the handoff's times for a call. The buttons live on beside the open
// question.
func (t *step) excuse() {
	h := t.Handoff
	if h == nil || len(h.Slots) == 0 || !h.Slot.IsZero() || t.Owner != Queue || !t.begins() {
		return
	}
	t.Nudged = t.in.At
	t.say = append(t.say, Say{
		Key: t.excuseKey(), Message: Message{Text: t.text("excuse", nil), Buttons: t.slotButtons()},
		Why: Reminds, Until: t.Calendar.Quiet.Next(t.Calendar.local(t.in.At)),
	})
}

// excuseKey names the one apology that a card can lead to.
func (t *step) excuseKey() string { return fmt.Sprintf("excuse:%d:%d", t.ID, t.Handoff.Number) }

// slotOther stands for a time that the lead is to name.
const slotOther = "other"

func (t *step) slotButtons() [][]Button {
	var rows [][]Button
	for i := range t.Handoff.Slots {
		rows = append(rows, []Button{{Capital(t.slotMoment(i)), "slot:" + strconv.Itoa(i+1)}})
	}
	rows = append(rows, []Button{{t.Script.Texts["slot_other"], "slot:" + slotOther}})
	return numbered(rows, t.Handoff.Number)
}

func (t *step) slotMoment(i int) string {
	return t.Script.Moment(t.Calendar.local(t.Handoff.Slots[i]), t.Calendar.local(t.in.At))
}

// slot takes a press below the apology. The first choice stands.
func (t *step) slot(p Press) {
	h := t.Handoff
	switch {
	case h == nil || len(h.Slots) == 0 || p.Turn != 0 && p.Turn != h.Number || t.Owner == Closed:
		t.toastText("stale", nil)
	case !h.Slot.IsZero():
		t.already(t.Script.Moment(t.Calendar.local(h.Slot), t.Calendar.local(t.in.At)))
	case p.Args[0] == slotOther:
		t.askTime("slot_ask")
	default:
		t.chooseSlot(p.Args[0])
	}
}

// chooseSlot settles an offered time. One that has passed meanwhile leads to
// another.
func (t *step) chooseSlot(choice string) {
	n, err := strconv.Atoi(choice)
	if err != nil || n < 1 || n > len(t.Handoff.Slots) {
		t.toastText("stale", nil)
		return
	}
	if !t.Handoff.Slots[n-1].After(t.in.At) {
		t.askTime("slot_past")
		return
	}
	when := t.slotMoment(n - 1)
	t.Handoff.Slot, t.Handoff.Other = t.Handoff.Slots[n-1], false
	t.event(Event{Kind: EventSlot, Text: when})
	t.changed()
	t.closeExcuse(Capital(when))
	t.confirmTime("slot_set", values{"when": Plain(when)})
}

// askTime lets the lead name a time in their own words.
func (t *step) askTime(id string) {
	t.Handoff.Other = t.Owner == Queue // a manager reads all that comes
	t.closeExcuse(t.Script.Texts["slot_other"])
	t.confirmTime(id, nil)
}

// confirmTime answers a press: with a message, or where a manager talks to the
// lead, above the chat.
func (t *step) confirmTime(id string, v values) {
	if t.Owner == Manager {
		t.toastText(id, v)
		return
	}
	t.reply(id, v)
}

// closeExcuse takes the buttons of the apology away and notes the choice.
func (t *step) closeExcuse(choice string) {
	t.Redrawn++
	t.redraws = append(t.redraws, Say{
		Key: fmt.Sprintf("e:%d:%d", t.ID, t.Redrawn), Edits: t.excuseKey(), Why: Redraws,
		Message: Message{Text: Join("\n\n", t.text("excuse", nil), Foreign("✓ "+choice))},
	})
}

// namesTime reports whether the lead was asked for a time and says something.
func (t *step) namesTime() bool {
	return t.Handoff != nil && t.Handoff.Other && t.Owner == Queue && (t.in.Kind == Wrote || t.in.Kind == SentMedia)
}

// otherTime passes the lead's own time on to the managers.
func (t *step) otherTime() {
	t.Handoff.Other = false
	t.passOn()
	t.goOn(t.text("slot_thanks", nil))
}

// comeBack says that the lead talks to the bot again, and when a human will write.
func (t *step) comeBack() {
	if t.Handoff != nil && t.Owner == Queue && t.begins() {
		t.nudge("returned", t.Handoff.Number, t.text("returned", values{"when": Plain(t.when())}))
	}
}
