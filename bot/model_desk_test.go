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
	listed  map[desk.Level]time.Time
	lines   []line         // that have to reach the other side
	allowed map[int64]bool // updates of managers that may reach a lead

	forgotten map[int64]int // how often, by lead
}

func newRoom() room {
	return room{names: map[int64]string{}, away: map[int64]bool{}, allowed: map[int64]bool{}, forgotten: map[int64]int{}, listed: map[desk.Level]time.Time{}}
}

// managers is what happened in their chat.
func (m *model) managers(in bot.Input) (toast string) {
	switch kind := in.Event.Kind; {
	case kind == dialog.BlockedUs:
		m.lose(in.Event.At)
	case in.Gone:
		delete(m.names, in.Person.ID)
		return ""
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
	r, question := desk.Result{}, strings.HasPrefix(in.Origin.Key, "ask:") && !strings.HasPrefix(in.Event.Text, "//")
	switch {
	case question && in.Event.Kind == dialog.Wrote:
		r, _ = m.desk.Answer(s, in.Origin.Key, in.Event.Text, who(in), in.Event.At)
	case !question:
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
		m.answer(in, "desk_"+name, map[string]dialog.Text{"name": dialog.Foreign(in.Person.Name)})
		m.away[in.Person.ID] = name == "away"
	case "help":
		m.answer(in, "desk_help", nil)
	default:
		return false
	}
	return true
}

// answer answers a command in the managers' chat, where it was given.
func (m *model) answer(in bot.Input, text string, values map[string]dialog.Text) {
	d := outbox.Delivery{Key: fmt.Sprintf("tell:%d:%d", in.Chat, in.Update), At: in.Event.At}
	d.Body = dialog.Message{Text: m.Assistant.Script.Text(text, values), Reply: in.Event.Message}.Encode()
	if s := m.byID(in.Lead); s != nil {
		d.Topic = desk.TopicKey(s)
	}
	m.say(outbox.Reply, outbox.Answer, d)
}

// decided records what a manager's act led to.
func (m *model) decided(s *dialog.Session, r desk.Result, at time.Time) {
	if len(r.Out)+len(r.Events) == 0 && !r.Return {
		return
	}
	if s.Owner == dialog.Manager || s.Owner == dialog.Closed {
		m.withdraw(s.ID)
	}
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
	if until := m.crowded(steps.Burning, at); !until.IsZero() {
		waiting := m.copied(lead)
		waiting.Due = until.UTC() // as it was noted
		m.keep(waiting)
		return
	}
	m.step(s, steps, at)
}

// crowded is when a list may follow the one before, the zero time for now.
func (m *model) crowded(leads []desk.Burning, at time.Time) (until time.Time) {
	for _, lead := range leads {
		last, listed := m.listed[lead.Level]
		if next := last.Add(time.Minute); listed && !last.After(at) && next.After(at) && next.After(until) {
			until = next
		}
	}
	return until
}

// left frees the lead of a manager who went away.
func (m *model) left(in bot.Input) {
	s := m.copied(in.Lead)
	if s == nil {
		return
	}
	if steps, freed := m.desk.Absent(s, in.Left, in.Event.At); freed {
		m.step(s, steps, in.Event.At)
	}
}

// step does what the desk's clock decided.
func (m *model) step(s *dialog.Session, steps desk.Steps, at time.Time) {
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
	case s.Handoff == nil:
	default:
		for _, answer := range m.answers(s, o) {
			m.add(answer)
		}
	}
	m.keep(s)
}

// answers tell the managers whether what was passed on arrived.
func (m *model) answers(s *dialog.Session, o *outbox.Outcome) []outbox.Delivery {
	d, sent, why := o.Delivery, o.Verdict == outbox.Sent, "desk_unsent"
	if o.Verdict == outbox.Unreachable {
		why = ""
	}
	switch side, _, _ := strings.Cut(d.Key, ":"); {
	case side == "del":
		return m.desk.Deleted(s, d, sent && o.Message != 0, o.At)
	case side == "out" && sent:
		return m.desk.Arrived(s, d, o.At)
	case side == "out":
		return m.desk.Missed(s, d, why, o.At)
	case !sent:
		return m.desk.Unshown(s, o.At)
	}
	return nil
}
