package desk

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"leadbot/dialog"
)

// Level says who is to hear of a lead that waits.
type Level string

// The levels of the escalation.
const (
	Opening Level = "opening" // the group, when work begins: it came meanwhile
	Target  Level = "target"  // the group: nobody took it in time
	Heads   Level = "heads"   // the heads of sales, in the group
	Owners  Level = "owners"
	Soon    Level = "soon" // the group: the time that the lead chose comes, and nobody has the lead
)

// Burning is a lead that waits, one line of a list.
type Burning struct {
	Level  Level
	Lead   int64
	Name   string
	Text   dialog.Text
	Thread int64
	Since  time.Time
}

// The bounds of a list: one screen, and buttons that can be told apart.
const (
	maxRows  = 22
	maxLinks = 8
)

// burning is the line of a lead: who, what, since when, and who keeps it waiting.
func (d *Desk) burning(level Level, s *dialog.Session, at time.Time) Burning {
	name := dialog.Short(dialog.Line(d.who(s)["name"].String()), 40)
	category := d.word("category_" + d.Assistant.Assess(s, at).Category)
	text := dialog.Join(" · ", dialog.Foreign(name), dialog.Plain(category), d.since(s, at), d.keeper(s), d.missed(s, at))
	return Burning{Level: level, Lead: s.ID, Name: name, Text: text, Thread: s.Thread, Since: s.Handoff.At}
}

func (d *Desk) since(s *dialog.Session, at time.Time) dialog.Text {
	return d.text("desk_since", map[string]dialog.Text{"time": d.clock(s.Handoff.At, at)})
}

// clock is a time of the past, with the day unless it is today.
func (d *Desk) clock(t, now time.Time) dialog.Text {
	t, now = d.local(t), d.local(now)
	if t.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return dialog.Plain(t.Format("15:04"))
	}
	return dialog.Plain(t.Format("02.01 15:04"))
}

// keeper names the manager who took the lead and says nothing.
func (d *Desk) keeper(s *dialog.Session) dialog.Text {
	if s.Owner != dialog.Manager || s.Claim == nil {
		return nil
	}
	return d.text("desk_silent", d.held(s))
}

// missed names the time that the lead chose and at which nobody came.
func (d *Desk) missed(s *dialog.Session, at time.Time) dialog.Text {
	if s.Handoff.Slot.IsZero() || s.Handoff.Slot.After(at) {
		return nil
	}
	return d.text("desk_missed", map[string]dialog.Text{"time": d.clock(s.Handoff.Slot, at)})
}

// List is one message about many leads, those who wait longest first. Heads are
// called for where the level is theirs; link gives the address of a topic, "" for
// none.
func (d *Desk) List(level Level, leads []Burning, heads []int64, link func(thread int64) string) dialog.Message {
	leads = slices.Clone(leads)
	slices.SortStableFunc(leads, func(a, b Burning) int {
		return cmp.Or(a.Since.Compare(b.Since), cmp.Compare(a.Lead, b.Lead))
	})
	lines := []dialog.Text{d.headline(level, heads)}
	for _, b := range leads[:min(len(leads), maxRows)] {
		lines = append(lines, dialog.Join("", dialog.Plain("• "), b.Text))
	}
	if more := len(leads) - maxRows; more > 0 {
		lines = append(lines, d.text("desk_list_more", map[string]dialog.Text{"n": dialog.Plain(strconv.Itoa(more))}))
	}
	return dialog.Message{Text: dialog.Join("\n", lines...), Links: links(leads, link)}
}

func (d *Desk) headline(level Level, heads []int64) dialog.Text {
	var all []dialog.Text
	for _, id := range heads {
		all = append(all, dialog.Text{{Text: d.word("desk_head"), Person: id}})
	}
	text := d.text("desk_list_"+string(level), map[string]dialog.Text{"heads": dialog.Join(", ", all...)})
	for i := range text {
		text[i].Bold = true
	}
	return text
}

// links lead into the topics of the first few, two in a row.
func links(leads []Burning, link func(thread int64) string) [][]dialog.Button {
	var all []dialog.Button
	for _, b := range leads {
		if address := link(b.Thread); address != "" && len(all) < maxLinks {
			all = append(all, dialog.Button{Text: dialog.Short(b.Name, 24), Data: address})
		}
	}
	return slices.Collect(slices.Chunk(all, 2))
}
