package bot

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// errUnreadable is the cause of a dead letter for an update that could not be read.
var errUnreadable = errors.New("the update could not be read")

// take finds who decides on an input, and returns the turn and the answer to a press.
func (b *batch) take(in Input) (Turn, string) {
	if in.Place == Elsewhere && in.Chat == movedTo(b.start.Notes, b.Config.Managers) {
		in.Place = Managers // under the id that it got just before, perhaps in this batch
	}
	switch {
	case in.Rejected != nil:
		return b.unreadable(in), ""
	case in.Outcome != nil:
		return b.outcome(in), ""
	case in.Redraw:
		return b.redraw(in), ""
	case in.Left != 0:
		return b.absent(in), ""
	case in.Post != nil:
		return b.posted(in), ""
	case in.Digest != nil:
		return b.digest(*in.Digest, in.Event.At), ""
	case in.Overdue != nil:
		return b.overdue(*in.Overdue, in.Event.At), ""
	case in.Away != nil:
		return b.away(*in.Away), ""
	case in.Alive:
		turn := Turn{}
		b.note(&turn, aliveNote, in.Event.At.UTC().Format(time.RFC3339))
		return turn, ""
	case in.Event.Kind == dialog.Commanded && in.Event.Text == "id" && b.unset():
		in.Place = Elsewhere // the answer goes there as it is called now
		return b.tell(in, "id_answer", map[string]dialog.Text{
			"id": dialog.Plain(strconv.FormatInt(in.Chat, 10)), "user": dialog.Plain(strconv.FormatInt(in.Person.ID, 10)),
		}), ""
	}
	switch in.Place {
	case Private:
		return b.private(in)
	case Managers:
		return b.managersChat(in)
	case Inside:
		return b.inside(in), ""
	}
	return b.elsewhere(in), ""
}

// posted lets out what was written beside the loop, but for what tells of a lead who
// was forgotten meanwhile.
func (b *batch) posted(in Input) Turn {
	if s, ok := b.sessions[in.Lead]; ok && s.Handoff != nil && s.Handoff.Erased {
		return Turn{}
	}
	return Turn{Deliveries: in.Post}
}

// unreadable sets an update aside; a lead behind it hears that something broke.
func (b *batch) unreadable(in Input) Turn {
	turn := Turn{Dead: dead(in, errUnreadable), Deliveries: b.alarm(in.Event.At, "alarm_dead", day(in.Event.At), nil)}
	if _, known := b.leads[in.Chat]; known {
		turn.Deliveries = append(turn.Deliveries, b.sorry(in))
	}
	return turn
}

// unset reports whether the ids that /id helps to find are still missing.
func (b *batch) unset() bool { return b.Config.Managers == 0 || len(b.Owners) == 0 }

// private is a person's chat with the bot: an owner's or a manager's command, else
// a prospect.
func (b *batch) private(in Input) (Turn, string) {
	if in.Person.Manager && in.Event.Kind == dialog.Commanded {
		if turn, ok := b.managerCommand(in); ok {
			return turn, ""
		}
	}
	if b.owner(in.Person.ID) && in.Event.Kind == dialog.Commanded {
		if turn, ok := b.ownerCommand(in); ok {
			return turn, ""
		}
	}
	if teaches(in) {
		return b.teaching(in)
	}
	s, known := b.sessions[b.leads[in.Chat]]
	if !known {
		if in.Event.Kind == dialog.BlockedUs || in.Event.Kind == dialog.Unblocked {
			return Turn{}, ""
		}
		s = b.newLead(in)
	}
	return b.converse(s, in)
}

// newLead gives the next id; nothing but chat and time is kept of a stranger.
func (b *batch) newLead(in Input) *dialog.Session {
	b.start.LastLead++
	return &dialog.Session{
		ID: b.start.LastLead, ChatID: in.Chat, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew,
		Created: in.Event.At, Heard: in.Event.At, Test: b.staff(in.Person.ID),
	}
}

// converse lets the assistant decide and the desk follow.
func (b *batch) converse(s *dialog.Session, in Input) (Turn, string) {
	event := in.Event
	event.Shadow = b.start.Shadow < b.Shadow
	t := b.Assistant.Advance(*s, event)
	turn := Turn{Session: &t.Session, Events: t.Events, Erase: t.Erase, Withdraw: t.Withdraw}
	for _, say := range t.Say {
		turn.Deliveries = append(turn.Deliveries, delivery(&t.Session, say, event.At))
	}
	cards := b.desk.Follow(&t.Session, t.Events, event.At)
	turn.Deliveries = append(turn.Deliveries, append(cards, b.standIn(cards)...)...)
	for _, e := range t.Events {
		if e.Kind == dialog.EventShadow {
			b.start.Shadow++
		}
	}
	b.finish(&turn, event.At)
	return turn, t.Toast
}

// standIn gives the owners urgent cards while there is no managers' chat; the
// cards themselves wait for it.
func (b *batch) standIn(cards []outbox.Delivery) []outbox.Delivery {
	if b.Managers() != 0 {
		return nil
	}
	var copies []outbox.Delivery
	for _, card := range cards {
		if card.Class != outbox.Critical || card.Method != outbox.Send {
			continue
		}
		for _, owner := range b.Owners {
			stand := card
			stand.Key, stand.Chat, stand.Topic = fmt.Sprintf("%s:owner:%d", card.Key, owner), owner, ""
			stand.Body = dialog.Unpressable(card.Body)
			copies = append(copies, stand)
		}
	}
	return copies
}

// keep makes a session the one that later inputs of the batch go on from.
func (b *batch) keep(s *dialog.Session) {
	b.undo = append(b.undo, kept{s.ID, b.sessions[s.ID]})
	b.sessions[s.ID], b.leads[s.ChatID] = s, s.ID
}

// ways say how each reason to speak is delivered.
var ways = map[dialog.Why]struct {
	class    outbox.Class
	priority outbox.Priority
}{
	dialog.Replies: {outbox.Reply, outbox.Answer},
	dialog.Redraws: {outbox.Idempotent, outbox.Redraw},
	dialog.Reminds: {outbox.Once, outbox.Nudge},
}

// delivery is a message to the lead on its way.
func delivery(s *dialog.Session, say dialog.Say, at time.Time) outbox.Delivery {
	way, method := ways[say.Why], outbox.Send
	if say.Edits != "" {
		method = outbox.Edit
	}
	return outbox.Delivery{
		Key: say.Key, Lead: s.ID, Class: way.class, Priority: way.priority, Method: method,
		Chat: s.ChatID, Refers: say.Edits, Body: say.Message.Encode(), At: at, Until: say.Until,
	}
}

// inside is something of a lead that nobody did: a timer, whose lead may have
// moved on since it was found due, or the end of a downtime.
func (b *batch) inside(in Input) Turn {
	s, ok := b.sessions[in.Lead]
	idle := s == nil || s.Due.IsZero() || s.Due.After(in.Event.At)
	if !ok || idle && in.Event.Kind == dialog.Ticked {
		return Turn{}
	}
	turn, _ := b.converse(s, in)
	switch {
	case in.Event.Kind == dialog.Ticked:
		b.clock(&turn, in.Event.At)
	case in.Event.Kind == dialog.Resumed && len(turn.Deliveries) == 0: // left alone
		return Turn{}
	}
	return turn
}

// elsewhere is any other chat: the bot leaves it, unless its owner is still
// looking for ids.
func (b *batch) elsewhere(in Input) Turn {
	if b.unset() || in.Event.Kind == dialog.BlockedUs {
		return Turn{}
	}
	return Turn{Deliveries: []outbox.Delivery{{
		Key: fmt.Sprintf("leave:%d:%d", in.Chat, in.Update), Class: outbox.Idempotent, Method: outbox.Leave,
		Chat: in.Chat, Priority: outbox.Report, Body: dialog.Message{}.Encode(), At: in.Event.At,
	}}}
}

// tell answers in the chat that the input came from.
func (b *batch) tell(in Input, id string, values map[string]dialog.Text) Turn {
	m, chat, topic := dialog.Message{Text: b.Assistant.Script.Text(id, values)}, in.Chat, ""
	if in.Place == Managers {
		m.Reply, chat = in.Event.Message, outbox.Managers
		if s, ok := b.sessions[in.Lead]; ok {
			topic = desk.TopicKey(s)
		}
	}
	return Turn{Deliveries: []outbox.Delivery{{
		Key: fmt.Sprintf("tell:%d:%d", in.Chat, in.Update), Class: outbox.Reply, Method: outbox.Send, Chat: chat, Topic: topic,
		Priority: outbox.Answer, Body: m.Encode(), At: in.Event.At,
	}}}
}

// ownerCommand takes a command that only owners have.
func (b *batch) ownerCommand(in Input) (Turn, bool) {
	switch name, _, _ := strings.Cut(in.Event.Text, " "); name {
	case "digest":
		b.reports = append(b.reports, Digest{Ask: in.Chat})
		return Turn{}, true
	case "unclear":
		b.askMissed(in)
		return Turn{}, true
	case "help":
		return b.tell(in, "owner_help", nil), true
	}
	return Turn{}, false
}
