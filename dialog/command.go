package dialog

import (
	"strconv"

	"leadbot/qualify"
)

// command takes a command of the prospect's chat.
func (t *step) command() {
	name, _, _ := cutSpace(t.in.Text)
	switch name {
	case "help":
		t.reply("help", nil)
	case "human":
		t.human()
	case "stop":
		t.stop()
	case "status":
		t.status()
	case "mydata":
		t.myData()
	case "forget":
		t.forget()
	case "back", "edit":
		t.move(name)
	default:
		if t.Owner == Manager {
			t.in.Text = "/" + t.in.Text
			t.passOn()
			return
		}
		t.reply("unknown_command", nil)
	}
}

// move takes the commands that walk through the answers.
func (t *step) move(name string) {
	t.Stopped = false
	switch {
	case t.Owner == Manager:
		t.reply("status_manager", nil)
	case !t.Agreed(Processing):
		t.askConsent(t.text("consent_again", nil))
	case name == "back" && t.Phase != Done:
		t.back()
	default:
		t.pickEdit()
	}
}

// stop ends every message that the bot would start by itself.
func (t *step) stop() {
	t.Stopped = true
	t.Homework = nil
	t.event(Event{Kind: EventStopped})
	t.reply("stopped", nil)
}

func (t *step) status() {
	switch {
	case t.Owner == Manager:
		t.reply("status_manager", nil)
	case t.Owner == Closed:
		t.reply("status_closed", nil)
	case t.Handoff != nil && t.Handoff.Posted && t.Owner == Queue:
		t.reply("status_queue", values{"when": Plain(t.when())})
	case t.Phase == Review:
		t.reply("status_review", nil)
	case t.Phase == Asking:
		n, total := t.count()
		t.reply("status_asking", values{"n": Plain(strconv.Itoa(n - 1)), "total": Plain(strconv.Itoa(total))})
	case t.Phase == Done && t.Handoff != nil:
		t.reply("status_queue", values{"when": Plain(t.when())})
	case t.Phase == Done:
		t.reply("status_done", nil)
	default:
		t.reply("status_new", nil)
	}
}

// myData shows what is kept of the person.
func (t *step) myData() {
	if !t.Agreed(Processing) {
		t.reply("mydata_none", nil)
		return
	}
	lines := []Text{Join("", Plain("• "+t.Script.Texts["name_label"]+": "), Foreign(t.Profile.Name))}
	if t.Profile.Username != "" {
		lines = append(lines, Plain("• @"+t.Profile.Username))
	}
	if t.Profile.FirstSource != "" {
		lines = append(lines, Join("", Plain("• "+t.Script.Texts["desk_source"]+": "), Foreign(t.Profile.FirstSource)))
	}
	t.reply("mydata", values{"list": Join("\n", append(lines, t.list())...)})
}

// forget erases the person. The proof of consent stays, with its withdrawal, and
// so do anonymous counts.
func (t *step) forget() {
	if t.Open != nil && !t.Open.Edit {
		t.send(Message{Text: t.text("forgotten", nil), Unkey: true}, Replies)
	} else {
		if t.Open != nil {
			t.redraw(Plain("…"), nil) // the answers it may show go too
		}
		t.reply("forgotten", nil)
	}
	kept := Session{
		ID: t.ID, ChatID: t.ChatID, Version: t.Version, Test: t.Test, Phase: Declined, Owner: Bot, Stage: t.Stage,
		Consents: t.Consents, Says: t.Says, Redrawn: t.Redrawn, Heard: t.Heard, Shadow: t.Shadow,
		Cards: t.Cards, Topics: t.Topics, Thread: t.Thread, Title: t.Title, Titles: t.Titles, Created: t.Created, Completed: t.Completed,
		Deals: t.Deals, Answers: map[qualify.Question]qualify.Answer{}, Flood: t.Flood,
	}
	for i := range kept.Consents {
		if kept.Consents[i].Withdrawn.IsZero() {
			kept.Consents[i].Withdrawn = t.in.At.UTC()
		}
	}
	if seen := t.posted(); seen > 0 { // each of these cards is emptied
		t.CountPost()
		kept.Owner, kept.Posts = Closed, t.Posts
		kept.Handoff = &Handoff{Number: seen, Posted: true, Erased: true, At: t.in.At, Due: t.in.At}
	}
	t.Session, t.erase = kept, true
	t.changed()
}
