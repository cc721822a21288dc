package bot_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot"
	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

var targets = desk.Targets{
	Hot: [3]time.Duration{5 * time.Minute, 15 * time.Minute, 30 * time.Minute}, Warm: 4 * time.Hour, Any: 8 * time.Hour,
	Silent: 30 * time.Minute, Release: 15 * time.Minute,
}

// line is a message that has to reach the other side: a lead's the managers, or
// a manager's the lead.
type line struct {
	lead, message int64
	chat          int64 // where a manager wrote it
	out           bool  // a manager's
	album         bool
	refused       bool // it cannot reach the lead, and is to be marked so
	life          int  // how often the lead had been forgotten
}

// heard expects that what a lead whom a manager has sends is shown.
func (m *model) heard(before *dialog.Session, e dialog.Input) {
	talks := e.Kind == dialog.Wrote || e.Kind == dialog.SentMedia || e.Kind == dialog.Shared
	if before.Owner == dialog.Manager && talks {
		m.lines = append(m.lines, line{lead: before.ID, message: e.Message, album: e.Album != "", life: m.forgotten[before.ID]})
	}
}

// spoken expects that what the manager who has the lead writes goes out, unless
// it is for the managers alone. Nothing else may.
func (m *model) spoken(before *dialog.Session, in bot.Input) {
	e, unheld := in.Event, before.Handoff != nil && before.Handoff.Posted && before.Owner != dialog.Manager
	if unheld && !strings.HasPrefix(in.Origin.Key, "ask:") && (e.Kind == dialog.Wrote || e.Kind == dialog.SentMedia) && !strings.HasPrefix(e.Text, "//") {
		m.lines = append(m.lines, line{lead: before.ID, message: e.Message, chat: in.Chat, out: true, refused: true, life: m.forgotten[before.ID]})
	}
	if before.HeldBy() != in.Person.ID || strings.HasPrefix(e.Text, "//") || strings.HasPrefix(in.Origin.Key, "ask:") || e.Kind == dialog.Commanded {
		return
	}
	m.allowed[in.Update] = true
	if e.Kind != dialog.Edited {
		refused := before.Blocked || before.Stopped
		m.lines = append(m.lines, line{lead: before.ID, message: e.Message, chat: in.Chat, out: true, album: e.Album != "", refused: refused, life: m.forgotten[before.ID]})
	}
}

// carrier is the row that brings the line to the other side.
func (m *model) carrier(l line) *row {
	side := "in"
	if l.out {
		side = "out"
	}
	if !l.album {
		return m.keys[l.key()]
	}
	i := slices.IndexFunc(m.rows, func(r *row) bool {
		return r.Lead == l.lead && strings.HasPrefix(r.Key, side+":") && slices.Contains(copies(r.Body), l.message)
	})
	if i < 0 {
		return nil
	}
	return m.keys[m.rows[i].Key]
}

// key is that of the line's copy on the other side, if it is no part of an album.
func (l line) key() string {
	if l.out {
		return fmt.Sprintf("out:%d:%d:%d", l.lead, l.chat, l.message)
	}
	return fmt.Sprintf("in:%d:%d", l.lead, l.message)
}

// copies are the messages that a body shows again.
func copies(body []byte) []int64 {
	var m dialog.Message
	if json.Unmarshal(body, &m) != nil || m.Copy == nil {
		return nil
	}
	return m.Copy.Messages
}

// linesArrive: no line is lost, and each of a manager's is marked.
func (p *play) linesArrive(t *rapid.T) {
	for _, l := range p.model.lines {
		r := p.model.carrier(l)
		switch {
		case l.life != p.model.forgotten[l.lead] || r != nil && r.erased:
		case l.refused:
			p.marked(t, l, l.key(), "👎")
		case r == nil && l.out && l.album: // the lead was given back before it was whole
			p.marked(t, l, l.key(), "👎")
		case r == nil || r.arrivals == 0 && !r.refused:
			t.Errorf("the line %+v did not arrive", l)
		case !l.out:
		case !r.refused:
			p.marked(t, l, r.Key, "👍")
		case r.arrivals == 0:
			p.marked(t, l, r.Key, "👎")
		default: // a crash forgot the one or the other
			p.marked(t, l, r.Key, "👍", "👎")
		}
	}
}

// marked: a manager sees by one of the emoji whether his message arrived.
func (p *play) marked(t *rapid.T, l line, key string, emoji ...string) {
	if !slices.ContainsFunc(emoji, func(e string) bool {
		r := p.model.keys["mark:"+key+":"+e]
		return r != nil && (r.arrivals > 0 || r.refused || r.erased)
	}) {
		t.Errorf("the line %+v is not marked %s", l, emoji)
	}
}

// nothingElse: of what managers write a lead sees only the lines that are meant
// for it.
func (p *play) nothingElse(t *rapid.T) {
	for _, s := range p.seen {
		if !slices.Contains(prospects, s.chat) {
			continue
		}
		var m dialog.Message
		if err := json.Unmarshal(s.body, &m); err != nil {
			t.Fatal(err)
		}
		said := copies(s.body)
		if _, number, ok := strings.Cut(m.Text.String(), "реплика "); ok {
			var n int64
			fmt.Sscan(number, &n)
			said = append(said, n)
		}
		for _, n := range said {
			if s.chat != owner && !p.model.allowed[n] { // the owner is told of leads
				t.Errorf("%d sees the managers' line %d: %s", s.chat, n, s.body)
			}
		}
	}
}

// titles: a topic's name says who has the lead, unless the name was refused.
func (p *play) titles(t *rapid.T) {
	for _, s := range p.model.leads {
		now, topic, last := *s, (*row)(nil), (*row)(nil)
		for _, r := range p.model.rows {
			switch {
			case r.Lead != s.ID:
			case r.Method == outbox.Topic:
				topic, last = r, nil
			case r.Method == outbox.Title:
				last = r
			}
		}
		if more := p.model.desk.Retitle(&now, p.now()); len(more) > 0 {
			t.Errorf("the topic of lead %d is called %q, want %s", s.ID, s.Title, more[0].Body)
		}
		if topic != nil && !strings.HasSuffix(s.Title, holder(s)) {
			t.Errorf("the topic of lead %d is called %q, and it is with %s", s.ID, s.Title, holder(s))
		}
		if topic == nil || last != nil && (last.refused || last.erased) {
			continue
		}
		var at spot
		at.message, at.chat, _, _ = p.store.Sent(p.ctx, topic.Key)
		var shown dialog.Message
		if body := p.shown[at]; at.message != 0 && at.chat == p.group && (json.Unmarshal(body, &shown) != nil || shown.Text.String() != s.Title) {
			t.Errorf("the topic of lead %d shows %s, want %q", s.ID, body, s.Title)
		}
	}
}

// holder is who has the lead, as a topic's title ends.
func holder(s *dialog.Session) string {
	switch {
	case s.Handoff != nil && s.Handoff.Erased:
		return text("title_erased")
	case s.HeldBy() != 0:
		return s.Claim.Name
	}
	return text("title_" + string(s.Owner))
}

// climb: each step of the escalation is taken once for a promise.
func (p *play) climb(turn bot.Turn) {
	for _, e := range turn.Events {
		if e.Kind != desk.EventEscalated {
			continue
		}
		h := turn.Session.Handoff
		promise := fmt.Sprint(turn.Session.ID, h.Number, h.At.UnixNano())
		if h.Steps <= p.climbed[promise] {
			p.t.Fatalf("lead %d: step %d (%s) is taken after %d", turn.Session.ID, h.Steps, e.Text, p.climbed[promise])
		}
		p.climbed[promise] = h.Steps
	}
}

// albumDue is when the next album is whole; false when none is under way.
func (m *model) albumDue() (due time.Time, waits bool) {
	for _, s := range m.leads {
		for _, a := range s.Albums {
			if !waits || a.Due.Before(due) {
				due, waits = a.Due, true
			}
		}
	}
	return due, waits
}
