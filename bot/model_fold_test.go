package bot_test

import (
	"fmt"
	"slices"
	"time"

	"leadbot/bot"
	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// model is what the loop promises: a fold over the inputs, each handled once, in
// their order. It knows no batch, no database, no repetition and no crash.
type model struct {
	bot.Config
	desk    desk.Desk
	seen    map[int64]bool    // updates
	leads   []*dialog.Session // by id, from 1
	group   int64             // the managers' chat
	shadow  int
	rows    []*row // in the order in which they go out
	keys    map[string]*row
	clashes []string           // keys that two different deliveries have
	urgent  []string           // keys of the cards that may not be lost
	live    map[int64][]string // by lead: the buttons shown last
	lost    bool               // the managers' chat, as far as the loop knows
	room                       // the managers' side
}

func newModel(c bot.Config) *model {
	return &model{Config: c, desk: desk.Desk{Assistant: c.Assistant, Targets: c.Targets}, group: c.Managers, room: newRoom(),
		seen: map[int64]bool{}, keys: map[string]*row{}, live: map[int64][]string{}}
}

// lead is the one of a private chat, nil for a stranger.
func (m *model) lead(chat int64) *dialog.Session {
	i := slices.IndexFunc(m.leads, func(s *dialog.Session) bool { return s.ChatID == chat })
	if i < 0 {
		return nil
	}
	return m.leads[i]
}

// byID is the lead with the id, nil when there is none.
func (m *model) byID(id int64) *dialog.Session {
	if id < 1 || id > int64(len(m.leads)) {
		return nil
	}
	return m.leads[id-1]
}

// fold takes the next input and returns the answer to a press. An update that
// was there before changes nothing.
func (m *model) fold(in bot.Input) (toast string) {
	if in.Update != 0 && m.seen[in.Update] {
		return ""
	}
	m.seen[in.Update] = true
	defer func() {
		if recover() != nil {
			m.aside(in)
		}
	}()
	switch {
	case in.Rejected != nil:
		m.letter(in.Event.At)
	case in.Outcome != nil:
		m.outcome(in.Outcome)
	case in.Left != 0:
		m.left(in)
	case in.Digest != nil:
		m.say(outbox.Once, outbox.Report, outbox.Delivery{Key: "digest:900:" + in.Digest.Period, Chat: owner, Body: in.Digest.Message.Encode(), At: in.Event.At})
	case in.Place == bot.Inside:
		m.tick(in)
	case in.Place == bot.Managers || in.Place == bot.Elsewhere && in.Chat == m.group:
		return m.managers(in)
	case in.Place == bot.Elsewhere:
		m.leave(in)
	case in.Chat == owner && in.Event.Kind == dialog.Commanded && in.Event.Text == "help":
		m.tell(in, "tell", "owner_help", nil)
	default:
		return m.private(in)
	}
	return ""
}

// aside is an input that the database does not take, or one at which the
// conversation panicked.
func (m *model) aside(in bot.Input) {
	m.seen[in.Update] = true
	m.letter(in.Event.At)
	switch s := m.byID(in.Lead); {
	case in.Place == bot.Private:
		m.tell(in, "sorry", "sorry", nil)
	case in.Place == bot.Inside && s != nil:
		later := *s
		later.Due = in.Event.At.Add(time.Hour)
		m.keep(&later)
	}
}

func (m *model) private(in bot.Input) string {
	s := m.lead(in.Chat)
	if s == nil {
		if in.Event.Kind == dialog.BlockedUs || in.Event.Kind == dialog.Unblocked {
			return ""
		}
		s = &dialog.Session{
			ID: int64(len(m.leads) + 1), ChatID: in.Chat, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew,
			Created: in.Event.At, Heard: in.Event.At, Test: in.Chat == owner || in.Chat == head,
		}
	}
	held := *s
	toast := m.converse(s, in.Event)
	m.heard(&held, in.Event)
	return toast
}

func (m *model) tick(in bot.Input) {
	if s := m.byID(in.Lead); s != nil && !s.Due.IsZero() && !s.Due.After(in.Event.At) {
		m.converse(s, in.Event)
		m.clock(in.Lead, in.Event.At)
	}
}

// converse lets the assistant decide and the desk follow.
func (m *model) converse(s *dialog.Session, event dialog.Input) string {
	event.Shadow = m.shadow < m.Shadow
	t := m.Assistant.Advance(*s, event)
	cards := m.desk.Follow(&t.Session, t.Events, event.At)
	if m.keep(&t.Session); t.Erase {
		m.forgotten[s.ID]++
		m.give(s.ID, func(r *row) { r.erased = true })
	}
	if t.Withdraw {
		m.withdraw(s.ID)
	}
	for _, say := range t.Say {
		m.speak(&t.Session, say, event.At)
	}
	for _, card := range cards {
		m.add(card)
	}
	for _, e := range t.Events {
		if e.Kind == dialog.EventShadow {
			m.shadow++
		}
		if e.Kind == dialog.EventHandoff && t.Session.Handoff.Lane.Urgent() {
			m.urgent = append(m.urgent, fmt.Sprintf("card:%d:%d", s.ID, t.Session.Handoff.Number))
		}
	}
	m.finish(&t.Session, event.At)
	return t.Toast
}

// keep makes the session the lead's.
func (m *model) keep(s *dialog.Session) {
	if s.ID > int64(len(m.leads)) {
		m.leads = append(m.leads, nil)
	}
	m.leads[s.ID-1] = s
}

func (m *model) leave(in bot.Input) {
	if in.Event.Kind == dialog.BlockedUs {
		return
	}
	m.add(outbox.Delivery{Key: fmt.Sprintf("leave:%d:%d", in.Chat, in.Update), Class: outbox.Idempotent, Method: outbox.Leave,
		Chat: in.Chat, Priority: outbox.Report, Body: dialog.Message{}.Encode(), At: in.Event.At})
}

// tell answers in the chat of the input, among the managers in the lead's topic.
func (m *model) tell(in bot.Input, name, text string, values map[string]dialog.Text) {
	body := dialog.Message{Text: m.Assistant.Script.Text(text, values)}
	d := outbox.Delivery{Key: fmt.Sprintf("%s:%d:%d", name, in.Chat, in.Update), Chat: in.Chat, At: in.Event.At}
	if in.Place == bot.Managers {
		d.Chat, body.Reply = outbox.Managers, in.Event.Message
		if s := m.byID(in.Lead); s != nil {
			d.Topic = desk.TopicKey(s)
		}
	}
	d.Body = body.Encode()
	m.say(outbox.Reply, outbox.Answer, d)
}
