package bot

import (
	"strconv"
	"strings"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// managersChat is the managers' group: presses on cards, commands, what they
// write to leads, and the bot's standing.
func (b *batch) managersChat(in Input) (Turn, string) {
	turn, toast := Turn{}, ""
	switch {
	case in.Event.Kind == dialog.BlockedUs:
		b.lost(&turn, in.Event.At)
	case in.Person.ID == 0 && in.Event.Kind == dialog.Wrote:
		turn = b.anonymous(in)
	case in.Gone:
		b.gone(&turn, in)
		return turn, ""
	case teaches(in):
		turn, toast = b.teaching(in)
	case in.Event.Kind == dialog.Unblocked || !in.Person.Manager && in.Event.Kind != dialog.Pressed:
	case in.Event.Kind == dialog.Pressed:
		turn, toast = b.card(in)
	default:
		turn = b.written(in)
	}
	b.meet(&turn, in.Person)
	return turn, toast
}

// written is what a manager wrote: a command, the answer to a question of ours,
// or a message in a lead's topic.
func (b *batch) written(in Input) Turn {
	if in.Event.Kind == dialog.Commanded {
		if turn, ok := b.managerCommand(in); ok {
			return turn
		}
	}
	s, ok := b.copied(in.Lead)
	if !ok {
		return Turn{}
	}
	at, m := in.Event.At, desk.Manager{ID: in.Person.ID, Name: in.Person.Name, Member: true}
	switch {
	case in.Event.Kind == dialog.Wrote:
		if r, ok := b.desk.Answer(s, in.Origin.Key, in.Event.Text, m, at); ok {
			return b.follow(s, r, at)
		}
	case desk.Asks(in.Origin.Key): // answered with something that is no answer
		return Turn{}
	}
	w := desk.Written{Input: in.Event, Chat: in.Chat, Quote: in.Origin.quote()}
	return b.follow(s, b.desk.Write(s, w, m, at), at)
}

// anonymous is what an administrator wrote under the group's name: nobody can tell
// whether they have the lead.
func (b *batch) anonymous(in Input) Turn {
	s, ok := b.copied(in.Lead)
	if !ok {
		return Turn{}
	}
	w := desk.Written{Input: in.Event, Chat: in.Chat}
	return b.follow(s, b.desk.Anonymous(s, w, in.Event.At), in.Event.At)
}

// card is a press on a button in the managers' chat.
func (b *batch) card(in Input) (Turn, string) {
	lead, p := cardPress(in.Event.Pressed)
	s, ok := b.copied(lead)
	if !ok {
		return Turn{}, b.Assistant.Script.Texts["desk_gone"]
	}
	action, m := p.Args[1], desk.Manager{ID: in.Person.ID, Name: in.Person.Name, Member: in.Person.Manager}
	if action == "transcript" && m.Member {
		b.requests = append(b.requests, Request{Kind: action, Lead: lead, By: m.ID, Chat: outbox.Managers, Update: in.Update, At: in.Event.At})
	}
	r := b.desk.Press(s, action, int64(p.Turn), m, b.colleagues(), in.Event.At)
	return b.follow(s, r, in.Event.At), r.Toast
}

// follow makes a turn of what the desk decided; nothing when it decided nothing.
func (b *batch) follow(s *dialog.Session, r desk.Result, at time.Time) Turn {
	if len(r.Out) == 0 && len(r.Events) == 0 && !r.Return {
		return Turn{}
	}
	turn := Turn{Session: s, Deliveries: r.Out, Events: r.Events, Withdraw: s.Owner == dialog.Manager || s.Owner == dialog.Closed}
	if r.Return {
		b.prompt(&turn, dialog.Returned, at)
	}
	b.finish(&turn, at)
	return turn
}

// prompt lets the assistant tell the lead what the desk decided.
func (b *batch) prompt(turn *Turn, kind dialog.Did, at time.Time) {
	t := b.Assistant.Advance(*turn.Session, dialog.Input{Kind: kind, At: at})
	turn.Session = &t.Session
	turn.Events = append(turn.Events, t.Events...)
	for _, say := range t.Say {
		turn.Deliveries = append(turn.Deliveries, delivery(&t.Session, say, at))
	}
}

// copied returns a lead's session that may be changed.
func (b *batch) copied(lead int64) (*dialog.Session, bool) {
	s, ok := b.sessions[lead]
	if !ok {
		return nil, false
	}
	return copySession(s), true
}

func copySession(s *dialog.Session) *dialog.Session {
	changed := *s
	if s.Handoff != nil {
		handoff := *s.Handoff
		changed.Handoff = &handoff
	}
	return &changed
}

// cardPress takes a card button's data apart; the lead is 0 for anything else.
func cardPress(data string) (lead int64, p dialog.Press) {
	p, ok := dialog.ParsePress(data)
	if !ok || p.Verb != "m" {
		return 0, p
	}
	lead, err := strconv.ParseInt(p.Args[0], 10, 64)
	if err != nil {
		return 0, p
	}
	return lead, p
}

// managerCommand takes a command that only managers have, in their chat or in
// their own.
func (b *batch) managerCommand(in Input) (Turn, bool) {
	name, rest, _ := strings.Cut(in.Event.Text, " ")
	switch name {
	case "leads", "lead", "find":
		b.requests = append(b.requests, Request{
			Kind: name, Text: strings.TrimSpace(rest), Lead: in.Lead, By: in.Person.ID, Chat: b.askedIn(in),
			Topic: in.Topic, Reply: in.Event.Message, Update: in.Update, At: in.Event.At,
		})
		return Turn{}, true
	case "unclear":
		b.askMissed(in)
		return Turn{}, true
	case "away", "here":
		turn, away := b.tell(in, "desk_"+name, map[string]dialog.Text{"name": dialog.Foreign(in.Person.Name)}), ""
		if name == "away" {
			away = in.Event.At.UTC().Format(time.RFC3339)
			b.requests = append(b.requests, Request{Kind: name, By: in.Person.ID, Update: in.Update, At: in.Event.At})
		}
		b.note(&turn, awayNote(in.Person.ID), away)
		return turn, true
	case "help":
		if in.Place == Managers {
			return b.tell(in, "desk_help", nil), true
		}
	}
	return Turn{}, false
}

// askedIn is the chat that a command was given in.
func (b *batch) askedIn(in Input) int64 {
	if in.Place == Managers {
		return outbox.Managers
	}
	return in.Chat
}
