package bot

import (
	"fmt"
	"maps"
	"strconv"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// outcome records what became of a delivery, and draws the consequences.
func (b *batch) outcome(in Input) Turn {
	o := in.Outcome
	turn := Turn{Outcome: o}
	switch o.Verdict {
	case outbox.Moved:
		if o.Delivery.Chat != outbox.Managers { // somebody else's group
			break
		}
		b.note(&turn, movedNote(b.Managers()), strconv.FormatInt(o.Chat, 10))
	case outbox.Unreachable, outbox.Stranger:
		b.unreachable(&turn, o)
	case outbox.ChatLost:
		turn.Deliveries = b.alarm(o.At, "alarm_managers_lost", o.Delivery.ID, nil)
	case outbox.Unclear:
		turn.Deliveries = b.alarm(o.At, "alarm_unclear", o.Delivery.ID, nil)
	case outbox.Refused:
		if o.Delivery.Class == outbox.Critical && o.Delivery.Lead != 0 {
			lead := map[string]dialog.Text{"lead": dialog.Plain(strconv.FormatInt(o.Delivery.Lead, 10))}
			turn.Deliveries = b.alarm(o.At, "alarm_delivery", o.Delivery.ID, lead)
		}
		b.log.Error("delivery refused", "lead", o.Delivery.Lead, "attempt", o.Delivery.Attempts, "err", o.Err)
	}
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

// unreachable stops everything for a lead who blocked the bot.
func (b *batch) unreachable(turn *Turn, o *outbox.Outcome) {
	s, ok := b.sessions[o.Delivery.Lead]
	if !ok || o.Delivery.Chat != s.ChatID {
		return
	}
	t, _ := b.converse(s, Input{Event: dialog.Input{Kind: dialog.BlockedUs, At: o.At}})
	t.Outcome = o
	*turn = t
}

// alarm tells every owner, once for a cause.
func (b *batch) alarm(at time.Time, id string, cause int64, values map[string]dialog.Text) []outbox.Delivery {
	var alarms []outbox.Delivery
	for _, owner := range b.Owners {
		alarms = append(alarms, outbox.Delivery{
			Key: fmt.Sprintf("%s:%d:%d", id, owner, cause), Class: outbox.Critical, Method: outbox.Send, Chat: owner,
			Priority: outbox.Card, Body: dialog.Message{Text: b.Assistant.Script.Text(id, values)}.Encode(), At: at,
		})
	}
	return alarms
}

// digest sends a report to those who get it, and notes that its time is done.
func (b *batch) digest(d Digest, at time.Time) Turn {
	turn := Turn{}
	owners, class := b.Owners, outbox.Once
	if d.Ask != 0 {
		owners, class = []int64{d.Ask}, outbox.Reply
	} else {
		b.note(&turn, DigestNote, d.Due.UTC().Format(time.RFC3339))
	}
	for _, owner := range owners {
		key := fmt.Sprintf("digest:%d:%s", owner, d.Period)
		if d.Ask != 0 {
			key = fmt.Sprintf("digest:%d:asked:%d", owner, b.start.LastDelivery)
		}
		turn.Deliveries = append(turn.Deliveries, outbox.Delivery{
			Key: key, Class: class, Method: outbox.Send, Chat: owner,
			Priority: outbox.Report, Body: d.Message.Encode(), At: at,
		})
	}
	return turn
}
