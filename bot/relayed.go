package bot

import (
	"leadbot/bot/desk"
	"leadbot/bot/outbox"
)

// relayed draws the consequences for the desk: where a lead's topic is, and
// whether what was passed between a lead and the managers arrived.
func (b *batch) relayed(turn *Turn, o *outbox.Outcome) {
	d, over := o.Delivery, ended(o)
	topic := d.Method == outbox.Topic && o.Verdict == outbox.Sent
	passed := over && d.Twin != 0 && d.Method != outbox.Edit
	if !topic && !passed {
		return
	}
	s := turn.Session
	if s == nil {
		known := false
		if s, known = b.copied(d.Lead); !known {
			return
		}
	}
	switch {
	case topic:
		s.Thread = o.Message
	case s.Handoff == nil:
	case desk.Deletes(d.Key):
		turn.Deliveries = append(turn.Deliveries, b.desk.Deleted(s, d, o.Verdict == outbox.Sent && o.Message != 0, o.At)...)
	case desk.Sends(d.Key) && o.Verdict == outbox.Sent:
		turn.Deliveries = append(turn.Deliveries, b.desk.Arrived(s, d, o.At)...)
	case desk.Sends(d.Key):
		turn.Deliveries = append(turn.Deliveries, b.desk.Missed(s, d, missed(o), o.At)...)
	case o.Verdict != outbox.Sent:
		turn.Deliveries = append(turn.Deliveries, b.desk.Unshown(s, o.At)...)
	}
	turn.Session = s
	b.keep(s)
}

// ended reports whether the delivery will not be tried again.
func ended(o *outbox.Outcome) bool {
	switch o.Verdict {
	case outbox.Sent, outbox.Refused, outbox.Unreachable, outbox.Stranger, outbox.Stale:
		return true
	}
	return false
}

// missed is the text that tells why a manager's message did not arrive, "" where
// another line does.
func missed(o *outbox.Outcome) string {
	if o.Verdict == outbox.Unreachable || o.Verdict == outbox.Stranger {
		return ""
	}
	return "desk_unsent"
}
