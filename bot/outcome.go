package bot

import (
	"fmt"
	"maps"
	"strconv"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// outcome records what became of a delivery, and draws the consequences.
func (b *batch) outcome(in Input) Turn {
	o := in.Outcome
	turn := Turn{Outcome: o}
	switch o.Verdict {
	case outbox.Sent:
		b.found(&turn, o)
	case outbox.Moved:
		if o.Delivery.Chat != outbox.Managers { // somebody else's group
			break
		}
		if b.start.Notes[movedNote(b.Managers())] == "" { // once, however many find out
			b.requests = append(b.requests, Request{Kind: "moved", At: o.At})
		}
		b.note(&turn, movedNote(b.Managers()), strconv.FormatInt(o.Chat, 10))
	case outbox.Unreachable, outbox.Stranger:
		b.unreachable(&turn, o)
	case outbox.ChatLost:
		b.lost(&turn, o.At)
	case outbox.NoTopic:
		b.rehome(&turn, o)
	case outbox.Unclear:
		b.unsent(&turn, o)
		turn.Deliveries = append(turn.Deliveries, b.unclear(o)...)
	case outbox.Garbled:
		turn.Deliveries = b.alarm(o.At, "alarm_garbled", day(o.At), nil)
	case outbox.Stale:
		b.unsent(&turn, o)
	case outbox.Refused:
		b.unsent(&turn, o)
		b.refused(&turn, o)
	}
	b.relayed(&turn, o)
	return turn
}

func (b *batch) note(turn *Turn, name, value string) {
	if turn.Notes == nil {
		turn.Notes = map[string]string{}
	}
	turn.Notes[name] = value
	b.start.Notes = maps.Clone(b.start.Notes)
	b.start.Notes[name] = value
}

// unreachable stops everything for a lead who blocked the bot. An owner whom the
// bot cannot write to is told through the managers, once a day.
func (b *batch) unreachable(turn *Turn, o *outbox.Outcome) {
	if b.owner(o.Delivery.Chat) {
		turn.Deliveries = append(turn.Deliveries, b.ownerAbsent(o))
	}
	s, ok := b.sessions[o.Delivery.Lead]
	if !ok || o.Delivery.Chat != s.ChatID {
		return
	}
	t, _ := b.converse(s, Input{Event: dialog.Input{Kind: dialog.BlockedUs, At: o.At}})
	t.Outcome, t.Deliveries = o, append(turn.Deliveries, t.Deliveries...)
	*turn = t
}

// unsent lets the conversation go on without a reminder that did not arrive.
func (b *batch) unsent(turn *Turn, o *outbox.Outcome) {
	s, ok := b.sessions[o.Delivery.Lead]
	if !ok || o.Delivery.Class != outbox.Once || o.Delivery.Chat != s.ChatID {
		return
	}
	t, _ := b.converse(s, Input{Event: dialog.Input{Kind: dialog.Unsent, Text: o.Delivery.Key, At: o.At}})
	t.Outcome = o
	*turn = t
}

// unclear tells the owners of what perhaps did not arrive and is not sent again.
func (b *batch) unclear(o *outbox.Outcome) []outbox.Delivery {
	if o.Delivery.Lead == 0 {
		return b.alarm(o.At, "alarm_unclear", o.Delivery.ID, nil)
	}
	lead := map[string]dialog.Text{"lead": dialog.Plain(strconv.FormatInt(o.Delivery.Lead, 10))}
	return b.alarm(o.At, "alarm_unclear_lead", o.Delivery.ID, lead)
}

func (b *batch) ownerAbsent(o *outbox.Outcome) outbox.Delivery {
	text := b.Assistant.Script.Text("desk_owner_absent", map[string]dialog.Text{"id": dialog.Plain(strconv.FormatInt(o.Delivery.Chat, 10))})
	return outbox.Delivery{
		Key: fmt.Sprintf("absent:%d:%d", o.Delivery.Chat, day(o.At)), Class: outbox.Reply, Method: outbox.Send, Chat: outbox.Managers,
		Priority: outbox.Report, Body: dialog.Message{Text: text, Silent: true}.Encode(), At: o.At,
	}
}

// rehome takes back what was to go into a topic that is gone: the lead gets
// another one with the card in it, and what was to be posted follows.
func (b *batch) rehome(turn *Turn, o *outbox.Outcome) {
	s, ok := b.sessions[o.Delivery.Lead]
	if !ok {
		given := o.Delivery
		given.Topic = ""
		turn.Deliveries = []outbox.Delivery{given}
		return
	}
	changed := copySession(s)
	turn.Deliveries = b.desk.Rehome(changed, o.Delivery, o.At)
	turn.Session = changed
	b.keep(changed)
}

// person is the private chat that a delivery is about, so that what is kept of it
// is erased with the person; else where it was to go.
func (b *batch) person(d outbox.Delivery) int64 {
	if s, ok := b.sessions[d.Lead]; ok {
		return s.ChatID
	}
	return d.Chat
}

// refused sets aside what the messenger does not take, and tells the owners:
// of a card by its lead, of the rest once a day.
func (b *batch) refused(turn *Turn, o *outbox.Outcome) {
	d := o.Delivery
	b.log.Error("delivery refused", "chat", d.Chat, "lead", d.Lead, "attempt", d.Attempts, "err", o.Err)
	if d.Method == outbox.Delete {
		return // too old to be deleted: whoever wanted it is told
	}
	turn.Dead = &DeadLetter{At: o.At, Chat: b.person(d), Payload: d.Body, Err: o.Err}
	switch {
	case b.owner(d.Chat): // it may be an alarm itself
	case d.Class == outbox.Critical && desk.IsCard(d.Key):
		turn.Deliveries = append(turn.Deliveries, b.withCard(o.At, "alarm_delivery", d)...)
	default:
		said := map[string]dialog.Text{"error": dialog.Foreign(dialog.Short(o.Err, 200))}
		turn.Deliveries = append(turn.Deliveries, b.alarm(o.At, "alarm_refused", day(o.At), said)...)
	}
}
