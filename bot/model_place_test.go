package bot_test

import (
	"fmt"
	"slices"
	"strings"

	"leadbot/bot"
	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// begin starts a batch: what its inputs refer to is what the loop knows by then.
func (m *model) begin(inputs []bot.Input) []bot.Input {
	inputs = slices.Clone(inputs)
	m.loads, m.before, m.burning = nil, m.group, nil
	for i := range inputs {
		in := &inputs[i]
		switch in.Place {
		case bot.Managers:
			m.inRoom(in)
		case bot.Private:
			m.inPrivate(in)
		}
		if strings.HasPrefix(in.Event.Pressed, "m:") && strings.Contains(in.Event.Pressed, ":hand") {
			m.count()
		}
	}
	return inputs
}

// inRoom finds the lead that somebody writes about.
func (m *model) inRoom(in *bot.Input) {
	if in.Topic != 0 && in.Press == "" {
		in.Lead = m.origin(in.Chat, in.Topic, true).Lead
	}
	if in.Event.Reply == 0 {
		return
	}
	if in.Origin = m.origin(in.Chat, in.Event.Reply, false); in.Lead == 0 {
		in.Lead = in.Origin.Lead
	}
}

// inPrivate finds which message of a manager is answered, and whether the
// managers have seen what is edited.
func (m *model) inPrivate(in *bot.Input) {
	if in.Event.Reply != 0 {
		in.Origin, in.Event.Reply = m.origin(in.Chat, in.Event.Reply, false), 0
		if strings.HasPrefix(in.Origin.Key, "out:") {
			in.Event.Reply = in.Origin.Twin
		}
	}
	if s := m.lead(in.Chat); s != nil && in.Event.Kind == dialog.Edited {
		in.Event.Shown = m.keys[fmt.Sprintf("in:%d:%d", s.ID, in.Event.Message)] != nil
	}
}

// origin is what made a topic or a message that concerns a lead.
func (m *model) origin(chat, message int64, topic bool) bot.Origin {
	for _, r := range m.rows {
		ours := r.Chat == outbox.Managers || r.Twin != 0
		if r.Lead != 0 && r.made == (spot{message, chat}) && (r.Method == outbox.Topic) == topic && ours {
			return bot.Origin{Lead: r.Lead, Key: r.Key, Twin: r.Twin}
		}
	}
	for _, r := range m.rows {
		if !topic && r.Twin == message && r.Key == fmt.Sprintf("out:%d:%d:%d", r.Lead, chat, message) {
			return bot.Origin{Lead: r.Lead, Key: r.Key, Twin: r.Twin}
		}
	}
	return bot.Origin{}
}

// count counts the leads that managers have.
func (m *model) count() {
	m.loads = map[int64]int{}
	for _, s := range m.leads {
		m.loads[s.HeldBy()]++
	}
}

// arrived notes where a delivery is. An edit of what was gone stands for that.
func (m *model) arrived(r *row, o *outbox.Outcome) {
	r.made, r.told = spot{o.Message, o.Chat}, true
	if of := m.keys[r.Refers]; r.Method == outbox.Edit && o.Message != 0 && of != nil && (of.told || of.erased) {
		of.made = r.made
	}
}

// end tells what the clocks of a batch said: one list for a level.
func (m *model) end() {
	link := func(thread int64) string {
		id, super := strings.CutPrefix(fmt.Sprint(m.before), "-100")
		if !super || thread == 0 {
			return ""
		}
		return fmt.Sprintf("https://t.me/c/%s/%d", id, thread)
	}
	for _, l := range []struct {
		desk.Level
		to []int64
	}{{desk.Opening, []int64{0}}, {desk.Target, []int64{0}}, {desk.Heads, []int64{0, head}}, {desk.Owners, []int64{owner}}, {desk.Soon, []int64{0}}} {
		of := slices.DeleteFunc(slices.Clone(m.burning), func(b desk.Burning) bool { return b.Level != l.Level })
		if len(of) == 0 {
			continue
		}
		m.listed[l.Level] = m.last
		for i, chat := range l.to {
			m.list(i+1, fmt.Sprintf("list:%s:%d", l.Level, chat), chat, m.desk.List(l.Level, of, m.Heads, link).Encode())
		}
	}
}

// list adds a row whose key the loop completes.
func (m *model) list(n int, key string, chat int64, body []byte) {
	m.rows = append(m.rows, &row{list: n, Delivery: outbox.Delivery{
		Key: key, Class: outbox.Critical, Method: outbox.Send, Chat: chat, Priority: outbox.Claim, Body: body, At: m.last,
	}})
}
