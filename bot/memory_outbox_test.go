package bot_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
)

// kept is a delivery in a store in memory.
type kept struct {
	outbox.Delivery
	flying        bool // perhaps tried; of class once only when it was marked
	over          bool
	message, chat int64 // what it led to
}

// accept takes the deliveries whose keys are new.
func (m *memory) accept(deliveries []outbox.Delivery) (added []outbox.Delivery) {
	for _, d := range deliveries {
		if _, taken := m.rows[d.Key]; taken {
			continue
		}
		m.rows[d.Key], m.start.LastDelivery = &kept{Delivery: d, flying: d.Class != outbox.Once}, max(m.start.LastDelivery, d.ID)
		added = append(added, d)
	}
	return added
}

// origin is the delivery that made a topic or a message, the first of several; of
// what a manager wrote, the one that brought it to the lead.
func (m *memory) origin(ref bot.Ref) (first *kept) {
	if ref.Key != "" {
		return m.rows[ref.Key]
	}
	for _, d := range m.rows {
		if d.made(ref) && (first == nil || d.ID < first.ID) {
			first = d
		}
	}
	for _, d := range m.rows {
		if first == nil && ref.Topic == 0 && d.Twin == ref.Message && d.Key == fmt.Sprintf("out:%d:%d:%d", d.Lead, ref.Chat, d.Twin) {
			return d
		}
	}
	return first
}

func (d *kept) made(ref bot.Ref) bool {
	switch {
	case d.Lead == 0:
		return false
	case ref.Topic != 0:
		return d.Chat == outbox.Managers && d.Method == outbox.Topic && d.message == ref.Topic && d.chat == ref.Chat
	}
	made := d.message == ref.Message && d.chat == ref.Chat
	return made && (d.Chat == outbox.Managers && d.Method != outbox.Topic || d.Twin != 0)
}

// settle notes what an attempt led to.
func (m *memory) settle(o *outbox.Outcome) {
	if o == nil {
		return
	}
	d := m.rows[o.Delivery.Key]
	if d == nil || d.ID != o.Delivery.ID || d.over && o.Verdict != outbox.Sent {
		return
	}
	if o.Verdict == outbox.NoTopic { // its turn delivers it anew under the same key
		if !d.over {
			delete(m.rows, d.Key)
		}
		return
	}
	d.Attempts, d.flying = o.Delivery.Attempts, d.Class != outbox.Once
	switch o.Verdict {
	case outbox.Sent:
		d.over, d.message, d.chat = true, o.Message, o.Chat
	case outbox.Refused, outbox.Unreachable, outbox.Stranger, outbox.Stale:
		d.over = true
	case outbox.Unclear:
		d.over = d.Class == outbox.Once
	}
	if edited := m.rows[d.Refers]; d.Method == outbox.Edit && d.message != 0 && edited != nil && edited.over {
		edited.message, edited.chat = o.Message, o.Chat
	}
}

// withdraw gives up the reminders of a lead that nobody began to send.
func (m *memory) withdraw(lead int64) {
	for _, d := range m.rows {
		if d.Lead == lead && d.Class == outbox.Once && !d.flying {
			d.over = true
		}
	}
}

// erase gives up everything that is still to go out about a lead.
func (m *memory) erase(lead int64) {
	for _, d := range m.rows {
		d.over = d.over || d.Lead == lead
	}
}

// Mark notes that a delivery is about to be tried, unless it must not go out.
func (m *memory) Mark(_ context.Context, id int64) error {
	for _, d := range m.rows {
		if d.ID == id && !d.over && (d.Until.IsZero() || d.Until.After(time.Now())) {
			d.flying = true
			return nil
		}
	}
	return errors.New("it does not wait")
}

// Undelivered returns what is not over, by id, and what of it was perhaps tried.
func (m *memory) Undelivered(context.Context) (undone []outbox.Delivery, tried map[int64]bool, err error) {
	tried = map[int64]bool{}
	for d := range maps.Values(m.rows) {
		if d.over {
			continue
		}
		undone = append(undone, d.Delivery)
		if d.flying {
			tried[d.ID] = true
		}
	}
	slices.SortFunc(undone, func(a, b outbox.Delivery) int { return cmp.Compare(a.ID, b.ID) })
	return undone, tried, nil
}

// Sent returns the message that the delivery of the key led to.
func (m *memory) Sent(_ context.Context, key string) (message, chat int64, ok bool, err error) {
	d := m.rows[key]
	if d == nil || d.message == 0 {
		return 0, 0, false, nil
	}
	return d.message, d.chat, true, nil
}
