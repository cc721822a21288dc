package bot_test

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"leadbot/bot"
	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// room is the managers' side of the model.
type room struct {
	names   map[int64]string // who was seen among the managers
	away    map[int64]bool
	loads   map[int64]int  // leads by manager before the batch, nil unless somebody hands one over
	before  int64          // the managers' chat as it was then
	burning []desk.Burning // what the clocks said in the batch
	last    time.Time      // and when
	lines   []line         // that have to reach the other side
	allowed map[int64]bool // updates of managers that may reach a lead

	forgotten map[int64]int // how often, by lead
}

func newRoom() room {
	return room{names: map[int64]string{}, away: map[int64]bool{}, allowed: map[int64]bool{}, forgotten: map[int64]int{}}
}

// managers is what happened in their chat.
func (m *model) managers(in bot.Input) (toast string) {
	switch kind := in.Event.Kind; {
	case kind == dialog.BlockedUs:
		m.lose(in.Event.At)
	case kind == dialog.Unblocked || !in.Person.Manager && kind != dialog.Pressed:
	case kind == dialog.Pressed:
		toast = m.press(in)
	default:
		m.written(in)
	}
	if in.Person.Manager {
		m.names[in.Person.ID] = in.Person.Name
	}
	return toast
}

func (m *model) press(in bot.Input) string {
	p, _ := dialog.ParsePress(in.Event.Pressed)
	gone := m.Assistant.Script.Texts["desk_gone"]
	if p.Verb != "m" {
		return gone
	}
	id, _ := strconv.ParseInt(p.Args[0], 10, 64)
	s := m.copied(id)
	if s == nil {
		return gone
	}
	r := m.desk.Press(s, p.Args[1], int64(p.Turn), who(in), m.staff(), in.Event.At)
	m.decided(s, r, in.Event.At)
	return r.Toast
}

func who(in bot.Input) desk.Manager {
	return desk.Manager{ID: in.Person.ID, Name: in.Person.Name, Member: in.Person.Manager}
}

// staff is who a lead can be handed to.
func (m *model) staff() (all []desk.Colleague) {
	for id, name := range m.names {
		all = append(all, desk.Colleague{ID: id, Name: name, Away: m.away[id], Load: m.loads[id]})
	}
	slices.SortFunc(all, func(a, b desk.Colleague) int { return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return all
}

// written is a command, the answer to a question, or a message to a lead.
func (m *model) written(in bot.Input) {
	if in.Event.Kind == dialog.Commanded && m.command(in) {
		return
	}
	s := m.copied(in.Lead)
	if s == nil {
		return
	}
	m.spoken(m.byID(in.Lead), in)
	r, ok := m.desk.Answer(s, in.Origin.Key, in.Event.Text, who(in), in.Event.At)
	if !ok {
		w := desk.Written{Input: in.Event, Chat: in.Chat}
		if o := in.Origin; o.Key == fmt.Sprintf("in:%d:%d", o.Lead, o.Twin) {
			w.Quote = o.Twin
		}
		r = m.desk.Write(s, w, who(in), in.Event.At)
	}
	m.decided(s, r, in.Event.At)
}

// command is one of the managers' own; questions are answered beside the loop.
func (m *model) command(in bot.Input) bool {
	switch name := in.Event.Text; name {
	case "leads", "lead", "find":
	case "away", "here":
		m.tell(in, "tell", "desk_"+name, map[string]dialog.Text{"name": dialog.Foreign(in.Person.Name)})
		m.away[in.Person.ID] = name == "away"
	case "help":
		m.tell(in, "tell", "desk_help", nil)
	default:
		return false
	}
	return true
}

// decided records what a manager's act led to.
func (m *model) decided(s *dialog.Session, r desk.Result, at time.Time) {
	if len(r.Out)+len(r.Events) == 0 && !r.Return {
		return
	}
	m.withdraw(s.ID)
	for _, d := range r.Out {
		m.add(d)
	}
	if r.Return {
		s = m.prompt(s, dialog.Returned, at)
	}
	m.finish(s, at)
}

// prompt lets the assistant say something on the desk's behalf.
func (m *model) prompt(s *dialog.Session, kind dialog.Did, at time.Time) *dialog.Session {
	t := m.Assistant.Advance(*s, dialog.Input{Kind: kind, At: at})
	for _, say := range t.Say {
		m.speak(&t.Session, say, at)
	}
	return &t.Session
}

// clock lets the desk do what is due.
func (m *model) clock(lead int64, at time.Time) {
	s := m.copied(lead)
	steps := m.desk.Tick(s, at)
	for _, d := range steps.Out {
		m.add(d)
	}
	m.burning, m.last = append(m.burning, steps.Burning...), at
	if steps.Excuse {
		s = m.prompt(s, dialog.Excused, at)
	}
	if steps.Return {
		s = m.prompt(s, dialog.Returned, at)
	}
	m.finish(s, at)
}

// finish names the topic anew where that is needed, and sets the time when
// something is due.
func (m *model) finish(s *dialog.Session, at time.Time) {
	for _, d := range m.desk.Retitle(s, at) {
		m.add(d)
	}
	s.Due = m.Assistant.Wake(s, at)
	if wake := m.desk.Wake(s, at); s.Due.IsZero() || !wake.IsZero() && wake.Before(s.Due) {
		s.Due = wake
	}
	m.keep(s)
}

// copied is a lead's session that may be changed, nil when there is none.
func (m *model) copied(id int64) *dialog.Session {
	before := m.byID(id)
	if before == nil {
		return nil
	}
	s := *before
	if s.Handoff != nil {
		handoff := *s.Handoff
		s.Handoff = &handoff
	}
	return &s
}

// relayed is what the desk learns of a delivery: where a topic is, whether what
// was passed between a lead and the managers arrived.
func (m *model) relayed(o *outbox.Outcome) {
	d, s := o.Delivery, m.copied(o.Delivery.Lead)
	over := o.Verdict == outbox.Sent || o.Verdict == outbox.Refused || o.Verdict == outbox.Unreachable || o.Verdict == outbox.Stale
	switch {
	case s == nil:
		return
	case d.Method == outbox.Topic && o.Verdict == outbox.Sent:
		s.Thread = o.Message
	case d.Twin == 0 || d.Method == outbox.Edit || !over:
		return
	case strings.HasPrefix(d.Key, "out:"):
		for _, mark := range m.marks(s, o) {
			m.add(mark)
		}
	case desk.Deletes(d.Key):
		for _, mark := range m.desk.Deleted(s, d, o.Verdict == outbox.Sent && o.Message != 0, o.At) {
			m.add(mark)
		}
	case o.Verdict != outbox.Sent:
		for _, line := range m.desk.Unshown(s, o.At) {
			m.add(line)
		}
	}
	m.keep(s)
}

// marks are what becomes of a manager's message in the topic.
func (m *model) marks(s *dialog.Session, o *outbox.Outcome) []outbox.Delivery {
	switch o.Verdict {
	case outbox.Sent:
		return m.desk.Arrived(s, o.Delivery, o.At)
	case outbox.Unreachable:
		return m.desk.Missed(s, o.Delivery, "", o.At)
	}
	return m.desk.Missed(s, o.Delivery, "desk_unsent", o.At)
}
