package bot_test

import (
	"fmt"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// person is an input from a private chat.
func person(update, chat int64, kind dialog.Did, what string) bot.Input {
	name := fmt.Sprintf("Анна%d", chat)
	in := bot.Input{Update: update, Place: bot.Private, Chat: chat, Person: bot.Person{ID: chat, Name: name}}
	in.Event = dialog.Input{Kind: kind, Text: what, At: noon, From: dialog.Profile{UserID: chat, Name: name}}
	if kind == dialog.Pressed {
		in.Press, in.Event.Text, in.Event.Pressed = fmt.Sprintf("p%d", update), "", what
	}
	return in
}

// press is one of a button in a private chat.
func press(update, chat int64, data string) bot.Input {
	return person(update, chat, dialog.Pressed, data)
}

// tap is a press in the managers' chat, by a member of it.
func tap(update, by int64, data string) bot.Input {
	in := press(update, by, data)
	in.Place, in.Chat, in.Person.Manager = bot.Managers, managers, true
	return in
}

// wants are the inputs of a lead who agrees and asks for a human at once: the
// shortest way to an urgent card. They take three updates.
func wants(update, chat int64) []bot.Input {
	return []bot.Input{person(update, chat, dialog.Started, "ads"), press(update+1, chat, "consent:yes"), press(update+2, chat, "human")}
}

// broken is a session in which a text that is no answer panics: it waits for the
// managers without a card.
func broken(lead, chat int64) *dialog.Session {
	return &dialog.Session{
		ID: lead, ChatID: chat, Phase: dialog.Asking, Owner: dialog.Queue, Stage: dialog.StageQualifying, Asked: "niche",
		Flags: qualify.Flags{qualify.AskedHuman}, Consents: []dialog.Agreement{{Purpose: dialog.Processing, Given: true, At: noon}},
		Created: noon, Updated: noon, Heard: noon,
	}
}

// outcome reports what became of a delivery.
func outcome(d outbox.Delivery, v outbox.Verdict) bot.Input {
	return bot.Input{Place: bot.Inside, Outcome: &outbox.Outcome{Delivery: d, Verdict: v, At: noon}, Event: dialog.Input{At: noon}}
}
