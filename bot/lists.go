package bot

import (
	"fmt"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
)

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
			turns = append(turns, Turn{Deliveries: b.numbered(b.list(level, leads))})
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
