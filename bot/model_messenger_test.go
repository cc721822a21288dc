package bot_test

import (
	"cmp"
	"slices"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot/outbox"
)

// messenger delivers one attempt at a time by the rules of the outbox: lanes in
// the order of ids, classes by what is known of an attempt. What it keeps here
// is in memory and lost in a crash; what arrived is in the rows.
type messenger struct {
	*play
	waiting []*parcel // by id
	reports []outbox.Outcome
	spots   map[string]spot // where keys went
	lost    bool            // the managers' chat, and that was said
	moved   int64           // where the managers' chat went, 0: nowhere
}

// parcel is a delivery on its way.
type parcel struct {
	outbox.Delivery
	fresh, plain bool // ways tried before
}

// spot is a message or a topic in a chat.
type spot struct{ message, chat int64 }

// push takes what was committed. A redraw gives way to a newer edit of the same
// message or its end, a title to a newer one.
func (m *messenger) push(deliveries []outbox.Delivery) {
	for _, d := range deliveries {
		i := slices.IndexFunc(m.waiting, func(p *parcel) bool {
			newer := d.Method == p.Method && (d.Method == outbox.Edit || d.Method == outbox.Title) || d.Method == outbox.Delete && p.Method == outbox.Edit
			return newer && p.Priority == outbox.Redraw && p.Refers == d.Refers && p.Lane() == d.Lane()
		})
		if i >= 0 {
			m.report(m.waiting[i], outbox.Outcome{Verdict: outbox.Sent})
			m.waiting = slices.Delete(m.waiting, i, i+1)
		}
		m.waiting = append(m.waiting, &parcel{Delivery: d})
	}
}

// forget drops what waits of a lead who wants to be forgotten.
func (m *messenger) forget(lead, below int64) {
	m.waiting = slices.DeleteFunc(m.waiting, func(p *parcel) bool { return p.Lead == lead && p.ID < below })
}

// resume takes what the database holds at the start.
func (m *messenger) resume(deliveries []outbox.Delivery, tried map[int64]bool) {
	for _, d := range deliveries {
		if tried[d.ID] && d.Class == outbox.Once {
			m.report(&parcel{Delivery: d}, outbox.Outcome{Verdict: outbox.Unclear})
			continue
		}
		m.push([]outbox.Delivery{d})
	}
}

// heads are what may go next, one of each lane: redraws last.
func (m *messenger) heads() (heads []*parcel) {
	taken := map[outbox.Lane]bool{}
	for _, redraws := range []bool{false, true} {
		for _, p := range m.waiting {
			if p.Priority == outbox.Redraw == redraws && !taken[p.Lane()] {
				taken[p.Lane()] = true
				heads = append(heads, p)
			}
		}
	}
	return heads
}

// report tells the loop, later.
func (m *messenger) report(p *parcel, o outbox.Outcome) {
	o.Delivery, o.At, o.Chat = p.Delivery, m.now(), cmp.Or(o.Chat, p.Chat)
	m.reports = append(m.reports, o)
}

// try makes an attempt.
func (m *messenger) try(t *rapid.T, p *parcel) {
	r := m.model.keys[p.Key]
	to, needed := m.aim(p)
	switch {
	case !needed:
		r.settled, r.needless = true, true
		m.over(p, outbox.Outcome{Verdict: outbox.Sent})
		return
	case p.Class == outbox.Once && m.store.Mark(m.ctx, p.ID) != nil:
		if late := !r.Until.IsZero() && !r.Until.After(time.Now()); !r.withdrawn && !r.erased && !late {
			t.Fatalf("%s may not go out, for no reason", r.Key)
		}
		r.refused = true
		m.over(p, outbox.Outcome{Verdict: outbox.Stale})
		return
	}
	m.mayGo(t, r)
	m.judge(t, p, r, to, m.verdict(t, p, to))
}

// mayGo fails when another attempt at the row breaks a promise.
func (m *messenger) mayGo(t *rapid.T, r *row) {
	switch {
	case r.settled:
		t.Fatalf("%s goes out again although it is known to have arrived", r.Key)
	case r.Class == outbox.Once && r.perhaps:
		t.Fatalf("%s goes out again although it may have arrived", r.Key)
	case r.erased:
		t.Fatalf("%s goes out although the lead is forgotten", r.Key)
	case r.Class == outbox.Once && r.withdrawn:
		t.Fatalf("%s goes out although it was withdrawn", r.Key)
	case !r.Until.IsZero() && !r.Until.After(time.Now()):
		t.Fatalf("%s goes out after %v", r.Key, r.Until)
	}
	r.marked = r.Class == outbox.Once
}

// aim resolves the keys of the parcel. An edit of what was never sent is not
// needed, nor is the end of it or the name of a topic that stayed behind.
func (m *messenger) aim(p *parcel) (to spot, needed bool) {
	to.chat = p.Chat
	if p.Chat == outbox.Managers {
		to.chat = cmp.Or(m.moved, m.loop.Managers())
	}
	bound := p.Method == outbox.Delete || p.Method == outbox.Title
	if p.Method != outbox.Edit && !bound || p.fresh {
		return to, !bound
	}
	at := m.find(p.Refers)
	if at.chat == to.chat {
		to.message = at.message
	}
	return to, to.message != 0 || at.message != 0 && !bound
}

func (m *messenger) find(key string) spot {
	if at, ok := m.spots[key]; ok {
		return at
	}
	message, chat, _, err := m.store.Sent(m.ctx, key)
	if err != nil {
		m.t.Fatal(err)
	}
	return spot{message, chat}
}

// judge lets the attempt arrive or not, and does what follows from the verdict.
func (m *messenger) judge(t *rapid.T, p *parcel, r *row, to spot, v verdict) {
	var at spot
	if v.arrives {
		at = m.arrive(p, r, to)
	}
	r.perhaps = r.perhaps || v.arrives
	switch v.Verdict {
	case "crash":
		r.spared = true
		m.crash()
	case outbox.Sent:
		r.settled, m.lost = true, false
		if at.message != 0 {
			m.spots[p.Key] = at
		}
		if p.Method == outbox.Edit {
			m.spots[p.Refers] = at
		}
		m.over(p, outbox.Outcome{Verdict: outbox.Sent, Message: at.message, Chat: at.chat})
	case outbox.Refused, outbox.Unreachable, outbox.NoTopic: // without a topic it comes back as another row
		r.refused = true
		m.over(p, outbox.Outcome{Verdict: v.Verdict})
	case outbox.Unclear:
		r.spared = true
		if p.Class == outbox.Once {
			m.over(p, outbox.Outcome{Verdict: outbox.Unclear})
		}
		p.Attempts++
	default:
		m.again(p, r, v.Verdict)
	}
}

// again keeps the parcel for another attempt.
func (m *messenger) again(p *parcel, r *row, v outbox.Verdict) {
	switch v {
	case outbox.Wait, outbox.Unsent:
		if p.Class == outbox.Once {
			m.report(p, outbox.Outcome{Verdict: v})
		}
	case outbox.ChatLost:
		if !m.lost {
			m.report(p, outbox.Outcome{Verdict: v})
		}
		m.lost = true
	case outbox.Moved:
		m.moved = m.group
		m.report(p, outbox.Outcome{Verdict: v, Chat: m.group})
	case outbox.Garbled:
		p.plain = true
		m.report(p, outbox.Outcome{Verdict: v})
	case outbox.NoTarget:
		p.fresh = true
	}
}

// over ends the parcel.
func (m *messenger) over(p *parcel, o outbox.Outcome) {
	m.waiting = slices.DeleteFunc(m.waiting, func(q *parcel) bool { return q == p })
	m.report(p, o)
}

// arrive is the messenger's own side: a message is there, or shows another text.
func (m *messenger) arrive(p *parcel, r *row, to spot) spot {
	m.arrived++
	if r.arrivals++; r.first == 0 {
		r.first = m.arrived
	}
	m.seen = append(m.seen, sight{to.chat, p.Method, p.Body})
	switch {
	case p.Method == outbox.Edit && to.message != 0:
		m.shown[to] = p.Body
		return to
	case p.Method == outbox.Title:
		m.shown[to] = p.Body
		return spot{0, to.chat}
	case p.Method == outbox.Delete:
		return to
	case p.Method == outbox.React || p.Method == outbox.Leave:
		return spot{0, to.chat}
	}
	at := spot{int64(m.arrived), to.chat}
	m.shown[at] = p.Body
	return at
}

// known returns what the loop hears next, at most n reports.
func (m *messenger) known(n int) []outbox.Outcome {
	n = min(n, len(m.reports))
	told := m.reports[:n]
	m.reports = m.reports[n:]
	return told
}

// told reports whether the loop heard of every attempt at the delivery so far.
func (m *messenger) told(p *parcel) bool {
	return !slices.ContainsFunc(m.reports, func(o outbox.Outcome) bool { return o.Delivery.ID == p.ID })
}
