package bot_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// outcome is what the loop learns of a delivery.
func (m *model) outcome(o *outbox.Outcome) {
	d := o.Delivery
	r, s := m.keys[d.Key], m.byID(d.Lead)
	theirs := s != nil && d.Chat == s.ChatID
	switch o.Verdict {
	case outbox.Wait, outbox.Unsent:
		r.marked = false
	case outbox.Sent:
		m.arrived(r, o)
		m.lost = m.lost && (d.Chat != outbox.Managers || d.Method == outbox.Topic || o.Message == 0)
	case outbox.Moved:
		m.group = o.Chat
	case outbox.ChatLost:
		m.lose(o.At)
	case outbox.Garbled:
		r.marked = false
		m.alarm("alarm_garbled", daily(o.At), o.At, nil)
	case outbox.NoTopic:
		m.rehome(d, o.At)
	case outbox.Unreachable:
		m.unreachable(o)
		if theirs {
			m.converse(s, dialog.Input{Kind: dialog.BlockedUs, At: o.At})
		}
	case outbox.Unclear, outbox.Stale, outbox.Refused:
		if theirs && d.Class == outbox.Once {
			m.converse(s, dialog.Input{Kind: dialog.Unsent, Text: d.Key, At: o.At})
		}
		m.missed(o)
	}
	m.relayed(o)
}

// missed tells the owner of what did not arrive, or perhaps did not.
func (m *model) missed(o *outbox.Outcome) {
	d := o.Delivery
	lead := map[string]dialog.Text{"lead": dialog.Plain(strconv.FormatInt(d.Lead, 10))}
	switch {
	case o.Verdict == outbox.Stale:
	case o.Verdict == outbox.Unclear && d.Lead != 0:
		m.alarm("alarm_unclear_lead", d.ID, o.At, lead)
	case o.Verdict == outbox.Unclear:
		m.alarm("alarm_unclear", d.ID, o.At, nil)
	case d.Chat == owner || d.Method == outbox.Delete:
	case d.Class == outbox.Critical && strings.HasPrefix(d.Key, "card:"):
		var card dialog.Message
		if json.Unmarshal(d.Body, &card) == nil {
			m.alert("alarm_delivery", d.ID, d.Lead, o.At, dialog.Join("\n\n", m.Assistant.Script.Text("alarm_delivery", lead), card.Text))
		}
	default:
		m.alarm("alarm_refused", daily(o.At), o.At, map[string]dialog.Text{"error": dialog.Foreign("")})
	}
}

// lose tells the owner that the managers' chat is out of reach, once until
// something arrives there.
func (m *model) lose(at time.Time) {
	if !m.lost {
		m.alarm("alarm_managers_lost", at.Unix(), at, nil)
	}
	m.lost = true
}

// unreachable tells the managers of an owner whom the bot cannot write to.
func (m *model) unreachable(o *outbox.Outcome) {
	key := fmt.Sprintf("absent:%d:%d", owner, daily(o.At))
	if o.Delivery.Chat == owner && m.keys[key] == nil {
		text := m.Assistant.Script.Text("desk_owner_absent", map[string]dialog.Text{"id": dialog.Plain("900")})
		m.say(outbox.Reply, outbox.Report, outbox.Delivery{Key: key, Body: dialog.Message{Text: text, Silent: true}.Encode(), At: o.At})
	}
}

// rehome posts anew what was to go into a topic that is gone; what is no lead's, in
// the general one.
func (m *model) rehome(d outbox.Delivery, at time.Time) {
	if !m.keys[d.Key].erased {
		delete(m.keys, d.Key)
	}
	s := m.copied(d.Lead)
	if s == nil {
		d.Topic = ""
		m.add(d)
		return
	}
	for _, post := range m.desk.Rehome(s, d, at) {
		m.add(post)
	}
	m.keep(s)
}

// letter is an input set aside: the owner hears of it once a day.
func (m *model) letter(at time.Time) { m.alarm("alarm_dead", daily(at), at, nil) }

// daily numbers the days.
func daily(at time.Time) int64 { return at.Unix() / 86400 }

// alarm tells the owner one of the script's texts, once for a cause.
func (m *model) alarm(text string, cause int64, at time.Time, values map[string]dialog.Text) {
	m.alert(text, cause, 0, at, m.Assistant.Script.Text(text, values))
}

func (m *model) alert(name string, cause, lead int64, at time.Time, text dialog.Text) {
	key := fmt.Sprintf("%s:%d:%d", name, owner, cause)
	if m.keys[key] == nil {
		m.say(outbox.Critical, outbox.Card, outbox.Delivery{Key: key, Lead: lead, Chat: owner, Body: dialog.Message{Text: text}.Encode(), At: at})
	}
}

// alarmed reports whether the owner heard that the delivery did not arrive.
func (m *model) alarmed(r *row) bool {
	alarm := m.keys[fmt.Sprintf("alarm_delivery:%d:%d", owner, r.ID)]
	return alarm != nil && (alarm.arrivals > 0 || alarm.refused)
}
