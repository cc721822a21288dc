package bot

import (
	"fmt"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
)

// listPause is how far apart two lists of one level are: leads whose time comes
// meanwhile share the second one. However many there are, the managers' chat has
// room for their cards.
const listPause = time.Minute

func listNote(level desk.Level) string { return "list:" + string(level) }

// crowded returns when a list about the leads may go out, the zero time for now.
func (b *batch) crowded(leads []desk.Burning, at time.Time) (until time.Time) {
	for _, lead := range leads {
		last, err := time.Parse(time.RFC3339Nano, b.start.Notes[listNote(lead.Level)])
		next := last.Add(listPause)
		if err == nil && !last.After(at) && next.After(at) && next.After(until) {
			until = next
		}
	}
	return until
}

// lists are the turns that tell what the clocks of all leads in this batch say:
// one message for each level, however many leads it is about.
func (b *batch) lists() []Turn {
	var turns []Turn
	for _, level := range []desk.Level{desk.Opening, desk.Target, desk.Heads, desk.Owners, desk.Soon} {
		var leads []desk.Burning
		for _, lead := range b.burning {
			if lead.Level == level {
				leads = append(leads, lead)
			}
		}
		if len(leads) > 0 {
			turn := Turn{Deliveries: b.numbered(b.list(level, leads))}
			b.note(&turn, listNote(level), b.clockAt.UTC().Format(time.RFC3339Nano))
			turns = append(turns, turn)
		}
	}
	return turns
}

// list goes to the managers' chat; what burns longer, to whom it concerns.
func (b *batch) list(level desk.Level, leads []desk.Burning) []outbox.Delivery {
	link := func(thread int64) string { return topicLink(b.Managers(), thread) }
	body := b.desk.List(level, leads, b.Config.Heads, link).Encode()
	to := []int64{outbox.Managers}
	switch level {
	case desk.Heads:
		to = append(to, b.Config.Heads...)
	case desk.Owners:
		if len(b.Config.Owners) > 0 {
			to = b.Config.Owners
		}
	}
	var lists []outbox.Delivery
	for _, chat := range to {
		lists = append(lists, outbox.Delivery{
			Key: fmt.Sprintf("list:%s:%d:%d", level, chat, b.start.LastDelivery+1), Class: outbox.Critical, Method: outbox.Send,
			Chat: chat, Priority: outbox.Claim, Body: body, At: b.clockAt,
		})
	}
	return lists
}
