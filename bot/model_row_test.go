package bot_test

import (
	"strings"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// row is a delivery that the model expects, and what became of it outside.
type row struct {
	outbox.Delivery // its ID is given by the loop
	withdrawn       bool
	erased          bool

	arrivals int
	first    int  // the place of its first arrival among all, from 1
	settled  bool // it arrived, and the loop knows or will
	perhaps  bool // an attempt may have arrived
	spared   bool // a crash or the messenger left open whether an attempt arrived
	refused  bool // for good: by the messenger, by the database, by time
	marked   bool // class once: begun
	needless bool // an edit of what was never sent

	told bool // the loop knows that it was sent
	made spot // the message or the topic that it led to, as far as the loop knows
	list int  // among the lists of a level, counted from 1: its key ends in the id of the first; 0 for all else
}

// say adds a new message.
func (m *model) say(class outbox.Class, priority outbox.Priority, d outbox.Delivery) {
	d.Class, d.Priority, d.Method = class, priority, outbox.Send
	m.add(d)
}

// speak adds what the assistant says to a lead.
func (m *model) speak(s *dialog.Session, say dialog.Say, at time.Time) {
	d := outbox.Delivery{Key: say.Key, Lead: s.ID, Chat: s.ChatID, Refers: say.Edits, Body: say.Message.Encode(), At: at, Until: say.Until}
	d.Method, d.Class, d.Priority = outbox.Send, outbox.Reply, outbox.Answer
	switch say.Why {
	case dialog.Redraws:
		d.Class, d.Priority = outbox.Idempotent, outbox.Redraw
	case dialog.Reminds:
		d.Class, d.Priority = outbox.Once, outbox.Nudge
	}
	if say.Edits != "" {
		d.Method = outbox.Edit
	}
	if data := buttons(say.Message); len(data) > 0 {
		m.live[s.ID] = data
	}
	m.add(d)
}

// add expects a delivery. A lead keeps its topic, and a message is deleted once;
// else no two have one key.
func (m *model) add(d outbox.Delivery) {
	if m.keys[d.Key] != nil {
		if d.Method != outbox.Topic && d.Method != outbox.Delete {
			m.clashes = append(m.clashes, d.Key)
		}
		return
	}
	r := &row{Delivery: d}
	m.keys[d.Key], m.rows = r, append(m.rows, r)
}

// give changes every row of a lead so far.
func (m *model) give(lead int64, change func(*row)) {
	for _, r := range m.rows {
		if r.Lead == lead {
			change(r)
		}
	}
}

// withdraw takes the reminders back that nobody began to send.
func (m *model) withdraw(lead int64) {
	m.give(lead, func(r *row) { r.withdrawn = r.withdrawn || r.Class == outbox.Once && !r.marked })
}

// buttons are the data under a message.
func buttons(msg dialog.Message) (data []string) {
	for _, line := range msg.Buttons {
		for _, b := range line {
			data = append(data, b.Data)
		}
	}
	return data
}

// ofQuestion reports whether a button leads on in the conversation.
func ofQuestion(data string) bool {
	verb, rest, _ := strings.Cut(data, ":")
	return verb == "a" || verb == "x" || verb == "followups" || verb == "consent" && strings.HasPrefix(rest, "yes") || verb == "review" && strings.HasPrefix(rest, "ok")
}
