package bot

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// lostNote tells since when the managers' chat is out of reach, "" while it is not.
const lostNote = "managers_lost"

// lost tells the owners that the managers' chat is out of reach, once until
// something arrives there again.
func (b *batch) lost(turn *Turn, at time.Time) {
	if b.start.Notes[lostNote] != "" {
		return
	}
	b.note(turn, lostNote, at.UTC().Format(time.RFC3339))
	turn.Deliveries = b.alarm(at, "alarm_managers_lost", at.Unix(), nil)
}

func (b *batch) found(turn *Turn, o *outbox.Outcome) {
	if b.start.Notes[lostNote] != "" && o.Delivery.Chat == outbox.Managers && o.Delivery.Method != outbox.Topic && o.Message != 0 {
		b.note(turn, lostNote, "")
	}
}

// alarm tells every owner one of the script's texts, once for a cause.
func (b *batch) alarm(at time.Time, id string, cause int64, values map[string]dialog.Text) []outbox.Delivery {
	return b.alert(at, id, cause, b.Assistant.Script.Text(id, values))
}

func (b *batch) alert(at time.Time, name string, cause int64, text dialog.Text) []outbox.Delivery {
	var alarms []outbox.Delivery
	for _, owner := range b.Owners {
		alarms = append(alarms, outbox.Delivery{
			Key: fmt.Sprintf("%s:%d:%d", name, owner, cause), Class: outbox.Critical, Method: outbox.Send, Chat: owner,
			Priority: outbox.Card, Body: dialog.Message{Text: text}.Encode(), At: at,
		})
	}
	return alarms
}

// day numbers the days: the cause of an alarm that is told once a day.
func day(at time.Time) int64 { return at.Unix() / 86400 }

// overdue tells the owners of an urgent card that does not get through to the
// managers, with the card itself.
func (b *batch) overdue(d outbox.Delivery, at time.Time) Turn {
	if b.Managers() == 0 || d.Body == nil {
		return Turn{} // the owners have a copy, or the lead is erased
	}
	return Turn{Deliveries: b.withCard(at, "alarm_overdue", d)}
}

// withCard is an alarm with the card that it is about.
func (b *batch) withCard(at time.Time, id string, d outbox.Delivery) []outbox.Delivery {
	var card dialog.Message
	_ = json.Unmarshal(d.Body, &card) // without one the alarm stands alone
	lead := map[string]dialog.Text{"lead": dialog.Plain(strconv.FormatInt(d.Lead, 10))}
	alarms := b.alert(at, id, d.ID, dialog.Join("\n\n", b.Assistant.Script.Text(id, lead), card.Text))
	for i := range alarms {
		alarms[i].Lead = d.Lead // erased with the lead
	}
	return alarms
}
