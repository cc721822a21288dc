package dialog

import (
	"slices"
	"strings"

	"leadbot/qualify"
)

// review paraphrases the card and asks whether it is right.
func (t *step) review(said Text) {
	t.Phase, t.Asked, t.Exercise = Review, "", ""
	t.show(Join("\n\n", said, t.text("review", values{"list": t.list()})), [][]Button{{
		{t.Script.Texts["review_yes"], "review:ok"},
		{t.Script.Texts["review_edit"], "review:edit"},
	}, {
		{t.Script.Texts["back"], "back"},
		{t.Script.Texts["human"], "human"},
	}})
}

// list is the answers that count, a line each, and what lists came to.
func (t *step) list() Text {
	var lines []Text
	applying := t.Script.Scorecard.Applying(t.Answers, t.Flags)
	for _, a := range t.Script.Questions {
		if answer, ok := applying[a.ID]; ok {
			lines = append(lines, Join("", Plain("• "+a.Title+": "), Foreign(Short(t.Script.Label(a.ID, answer.Value), 60))))
		}
	}
	for _, found := range t.Script.Found(&t.Session) {
		lines = append(lines, Join("", Plain("• "+found.Title+": "), Foreign(found.Text)))
	}
	return Join("\n", lines...)
}

func (t *step) reviewPressed(what string) {
	switch {
	case what == "ok" && t.Phase == Review:
		t.confirm()
	case what == "ok" && t.Phase == Done:
		t.close(t.Script.Texts["same"])
		if t.Owner == Closed {
			t.route()
		}
		t.closing()
	case what == "edit" && (t.Phase == Asking || t.Phase == Review || t.Phase == Done):
		t.pickEdit()
	default:
		t.toastText("stale", nil)
	}
}

// pickEdit lists the answers as buttons.
func (t *step) pickEdit() {
	t.reopen()
	applying := t.Script.Scorecard.Applying(t.Answers, t.Flags)
	var buttons []Button
	applicable := t.Script.Scorecard.Applicable(t.Answers, t.Flags)
	for _, a := range t.Script.Questions {
		data := "edit:" + string(a.ID)
		switch {
		case applying.Has(a.ID):
			buttons = append(buttons, Button{a.Title, data})
		case slices.Contains(t.Skipped, a.ID) && slices.Contains(applicable, a.ID):
			buttons = append(buttons, Button{a.Title + " (" + strings.ToLower(t.Script.Texts["skipped"]) + ")", data})
		}
	}
	if len(buttons) == 0 {
		t.decline("edit_nothing")
		return
	}
	t.close(t.Script.Texts["review_edit"])
	t.show(t.text("edit_pick", nil), append(pairs(buttons), []Button{{t.Script.Texts["keep"], "edit:" + none}}))
}

// none stands for the question that need not be edited.
const none = "-"

// keepAll leaves the list of answers and goes on where the conversation stood.
func (t *step) keepAll() {
	if t.Phase == Done {
		t.close(t.Script.Texts["keep"])
		t.reply("kept", nil)
		return
	}
	t.repeat(nil)
}

func pairs(buttons []Button) [][]Button {
	var rows [][]Button
	for i := 0; i < len(buttons); i += 2 {
		rows = append(rows, buttons[i:min(i+2, len(buttons))])
	}
	return rows
}

// edit asks a question again; its answer stands until a new one comes.
func (t *step) edit(q qualify.Question) {
	if q == none && t.Agreed(Processing) {
		t.keepAll()
		return
	}
	if _, ok := t.Script.Ask(q); !ok || !t.Answers.Has(q) && !slices.Contains(t.Skipped, q) || !t.Agreed(Processing) {
		t.toastText("stale", nil)
		return
	}
	t.reopen()
	t.ask(q, nil)
}

// confirm is the lead's «Да»: the card is right. The bot has the last word.
func (t *step) confirm() {
	t.close(t.Script.Texts["review_yes"])
	t.Phase = Done
	first := t.Completed.IsZero()
	if first {
		t.Completed = t.in.At
		t.event(Event{Kind: EventConfirmed})
	}
	before := copied(t.Handoff)
	t.route()
	if !first && t.sameCard(before) {
		t.reply("updated", nil)
		return
	}
	t.closing()
	if !t.asked(FollowUps) && (t.Handoff != nil || !t.problem()) {
		t.offerFollowUps()
	}
}

// sameCard reports whether the managers know the lead as before.
func (t *step) sameCard(before *Handoff) bool {
	if t.Handoff == nil || before == nil {
		return t.Handoff == before
	}
	return t.Handoff.Number == before.Number && t.Handoff.Lane == before.Lane
}

// offerFollowUps asks once, on its own, whether the bot may write again.
func (t *step) offerFollowUps() {
	if !t.Calendar.FollowUps {
		return
	}
	t.show(t.agreement(FollowUps), [][]Button{{
		{t.Script.Texts["followups_yes"], "followups:yes"},
		{t.Script.Texts["followups_no"], "followups:no"},
	}})
}

func (t *step) followUps(answer string) {
	if t.Phase != Done || answer != "yes" && answer != "no" {
		t.toastText("stale", nil)
		return
	}
	t.agree(FollowUps, answer == "yes")
	t.close(t.Script.Texts["followups_"+answer])
	if answer == "yes" {
		t.reply("followups_thanks", nil)
		return
	}
	t.reply("followups_declined", nil)
}
