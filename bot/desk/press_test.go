package desk_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// leads are the states in which a press can find a lead.
var leads = map[string]func() *dialog.Session{
	"nobody's":   func() *dialog.Session { return posted(hot...) },
	"Olga's":     func() *dialog.Session { return claimedBy(olga, posted(hot...)) },
	"called":     called,
	"won":        func() *dialog.Session { return closed("won", 0) },
	"paid":       func() *dialog.Session { return closed("won", 50000) },
	"lost":       func() *dialog.Session { return closed("lost", 0) },
	"rejected":   func() *dialog.Session { return closed("reject", 0) },
	"no card":    func() *dialog.Session { s := posted(hot...); s.Handoff = nil; return s },
	"card waits": func() *dialog.Session { s := posted(hot...); s.Handoff.Posted = false; return s },
	"forgotten": func() *dialog.Session {
		s := posted()
		s.Owner, s.Handoff.Erased = dialog.Closed, true
		return s
	},
	"closed free": func() *dialog.Session {
		s := posted(hot...)
		aDesk().Press(s, "reject", 0, ivan, nil, noon)
		return s
	},
	"overridden": func() *dialog.Session {
		s := claimedBy(olga, posted(hot...))
		s.Overrides.Category = &dialog.Override{Label: "promising", By: olga.ID, Name: olga.Name, At: noon}
		s.Flags = s.Flags.With("rush")
		return s
	},
	"put off": func() *dialog.Session {
		s := claimedBy(olga, posted(hot...))
		aDesk().Press(s, "later", 0, olga, team, noon)
		return s
	},
}

// team are the managers there are; Olga and Ivan press, Vera is away.
var team = []desk.Colleague{
	{ID: olga.ID, Name: olga.Name, Load: 4}, {ID: 8, Name: "Вера", Away: true},
	{ID: ivan.ID, Name: ivan.Name, Load: 3}, {ID: 9, Name: "Пётр", Load: 1},
}

func called() *dialog.Session {
	s := claimedBy(olga, posted(hot...))
	s.Claim.FirstAt = noon
	return s
}

// closed is a lead whose case Olga ended, with the sum of the sale.
func closed(action string, sum int64) *dialog.Session {
	s := claimedBy(olga, posted(hot...))
	aDesk().Press(s, action, 0, olga, nil, noon)
	if sum > 0 {
		aDesk().Press(s, "amount", sum, olga, nil, noon)
	}
	return s
}

const taken = "Уже взял(а) Ольга в 12:00"

// presses say what follows from a press: where state is "", nothing. Posted are
// the lines below the card; the card itself is redrawn whenever about is known.
var presses = []struct {
	lead   string
	action string // with its number
	by     desk.Manager
	toast  string // a text's id, or the text itself
	state  string // owner, stage and who has the lead afterwards
	posted string // what goes out beside the card
}{
	{"nobody's", "claim", olga, "desk_yours", "manager claimed Ольга", ""},
	{"nobody's", "claim", ivan, "desk_yours", "manager claimed Иван", ""},
	{"nobody's", "reject", ivan, "desk_noted", "closed rejected -", "ask reject"},
	{"nobody's", "more", ivan, "", "queue handed_off -", "ask more"},
	{"nobody's", "flag:1", ivan, "desk_noted", "queue handed_off - rush", ""},
	{"nobody's", "cat:4", ivan, "desk_noted", "queue handed_off - problem", "ask cat"},
	{"nobody's", "temp:3", ivan, "desk_noted", "queue handed_off - cold", "ask temp"},
	{"nobody's", "transcript", ivan, "desk_transcript_soon", "", ""},
	{"nobody's", "take_over", ivan, "desk_free", "", ""},
	{"nobody's", "release", olga, "desk_free", "", ""},
	{"nobody's", "called", olga, "desk_free", "", ""},
	{"nobody's", "hand", olga, "desk_free", "", ""},
	{"nobody's", "hand:6", olga, "desk_free", "", ""},
	{"nobody's", "later", olga, "desk_free", "", ""},
	{"nobody's", "won", olga, "desk_free", "", ""},
	{"nobody's", "lost", olga, "desk_free", "", ""},
	{"nobody's", "amount:5", olga, "desk_answered", "", ""},
	{"nobody's", "why:1", olga, "desk_answered", "", ""},
	{"nobody's", "why:101", olga, "desk_answered", "", ""},
	{"nobody's", "reopen", olga, "desk_open", "", ""},
	{"nobody's", "dance", olga, "desk_gone", "", ""},
	{"nobody's", "", olga, "desk_gone", "", ""},

	{"Olga's", "claim", olga, "desk_yours", "", ""},
	{"Olga's", "claim", ivan, taken, "", ""},
	{"Olga's", "take_over", olga, "desk_yours", "", ""},
	{"Olga's", "take_over", ivan, "desk_yours", "manager claimed Иван", "news"},
	{"Olga's", "release", olga, "desk_released", "queue handed_off -", ""},
	{"Olga's", "release", ivan, taken, "", ""},
	{"Olga's", "called", olga, "desk_noted", "manager claimed Ольга called", ""},
	{"Olga's", "called", ivan, taken, "", ""},
	{"Olga's", "hand", olga, "", "manager claimed Ольга", "ask hand"},
	{"Olga's", "hand", ivan, taken, "", ""},
	{"Olga's", "hand:6", olga, "Передано: Иван", "manager claimed Иван", "news"},
	{"Olga's", "hand:8", olga, "Передано: Вера", "manager claimed Вера", "news"},
	{"Olga's", "hand:6", ivan, taken, "", ""},
	{"Olga's", "hand:5", olga, "desk_yours", "", ""},
	{"Olga's", "hand:77", olga, "desk_hand_gone", "", ""},
	{"Olga's", "later", olga, "", "manager claimed Ольга", "ask later"},
	{"Olga's", "later", ivan, taken, "", ""},
	{"Olga's", "later:1", olga, "desk_answered", "", ""},
	{"Olga's", "won", olga, "desk_noted", "closed won Ольга", "ask amount"},
	{"Olga's", "won", ivan, taken, "", ""},
	{"Olga's", "lost", olga, "desk_noted", "closed lost Ольга", "ask lost"},
	{"Olga's", "lost", ivan, taken, "", ""},
	{"Olga's", "reject", olga, "desk_noted", "closed rejected Ольга", "ask reject"},
	{"Olga's", "reject", ivan, taken, "", ""},
	{"Olga's", "more", ivan, "", "manager claimed Ольга", "ask more"},
	{"Olga's", "flag:6", ivan, "desk_noted", "manager claimed Ольга prohibited", ""},
	{"Olga's", "flag:101", ivan, "desk_noted", "", ""},
	{"Olga's", "flag:0", ivan, "desk_gone", "", ""},
	{"Olga's", "flag:7", ivan, "desk_gone", "", ""},
	{"Olga's", "flag:107", ivan, "desk_gone", "", ""},
	{"Olga's", "flag:100", ivan, "desk_gone", "", ""},
	{"Olga's", "cat:5", ivan, "desk_noted", "", ""},
	{"Olga's", "cat:6", ivan, "desk_gone", "", ""},
	{"Olga's", "cat:0", ivan, "desk_gone", "", ""},
	{"Olga's", "temp:4", ivan, "desk_noted", "", ""},
	{"Olga's", "temp:5", ivan, "desk_gone", "", ""},
	{"Olga's", "transcript", olga, "desk_transcript_soon", "", ""},
	{"Olga's", "dance", olga, "desk_gone", "", ""},

	{"put off", "later", olga, "desk_asked", "", ""},
	{"put off", "later:2", olga, "Отложено до 19.11 15:00", "manager claimed Ольга later", "ask later"},
	{"put off", "later:2", ivan, taken, "", ""},
	{"put off", "later:5", olga, "desk_gone", "", ""},

	{"overridden", "flag:1", ivan, "desk_noted", "", ""},
	{"overridden", "flag:101", ivan, "desk_noted", "manager claimed Ольга promising", ""},
	{"overridden", "cat:2", ivan, "desk_noted", "", ""},
	{"overridden", "cat:1", ivan, "desk_noted", "manager claimed Ольга rush strategic", "ask cat"},
	{"overridden", "cat:5", ivan, "desk_noted", "manager claimed Ольга rush", ""},
	{"overridden", "why:101", ivan, "desk_noted", "manager claimed Ольга rush promising Без причины", ""},
	{"overridden", "why:102", ivan, "desk_answered", "", ""},

	{"called", "called", olga, "desk_noted", "", ""},
	{"called", "release", olga, "desk_released", "queue handed_off -", ""},
	{"called", "take_over", ivan, "desk_yours", "manager claimed Иван called", "news"},
	{"called", "won", olga, "desk_noted", "closed won Ольга called", "ask amount"},

	{"won", "amount:50000", ivan, "desk_noted", "closed won Ольга 50000", "ask amount"},
	{"won", "amount", ivan, "desk_answered", "", ""},
	{"won", "why:1", ivan, "desk_answered", "", ""},
	{"won", "reopen", ivan, "desk_reopened", "manager claimed Иван", "ask amount"},
	{"paid", "amount:20000", olga, "desk_answered", "", ""},
	{"paid", "reopen", olga, "desk_reopened", "manager claimed Ольга", ""},
	{"lost", "why:1", olga, "desk_noted", "closed lost Ольга Дорого", "ask lost"},
	{"lost", "why:5", olga, "desk_answered", "", ""},
	{"lost", "amount:20000", olga, "desk_answered", "", ""},
	{"lost", "reopen", ivan, "desk_reopened", "manager claimed Иван", "ask lost"},
	{"rejected", "why:4", ivan, "desk_noted", "closed rejected Ольга Спам", "ask reject"},
	{"closed free", "reopen", olga, "desk_reopened", "manager claimed Ольга", "ask reject"},
	{"rejected", "why:101", ivan, "desk_answered", "", ""},
	{"rejected", "reopen", ivan, "desk_reopened", "manager claimed Иван", "ask reject"},
	{"rejected", "transcript", ivan, "desk_transcript_soon", "", ""},
}

// pressed presses a button by what its data says behind the lead.
func pressed(d *desk.Desk, s *dialog.Session, action string, by desk.Manager, at time.Time) desk.Result {
	p, ok := dialog.ParsePress("m:42:" + action)
	if !ok {
		name, _, _ := strings.Cut(action, ":")
		return d.Press(s, name, 0, by, team, at)
	}
	return d.Press(s, p.Args[1], int64(p.Turn), by, team, at)
}

func TestPress(t *testing.T) {
	d, at := newDesk(t), noon.Add(time.Minute)
	for _, c := range presses {
		t.Run(c.lead+" "+c.action+" "+c.by.Name, func(t *testing.T) {
			s, before := leads[c.lead](), leads[c.lead]()
			r := pressed(d, s, c.action, c.by, at)
			if want, known := loaded().Texts[c.toast]; known && r.Toast != want || !known && r.Toast != c.toast {
				t.Errorf("told %q, want %q", r.Toast, c.toast)
			}
			if c.state == "" {
				unchanged(t, before, s, r)
				return
			}
			if got := state(s); got != c.state {
				t.Errorf("afterwards %q, want %q", got, c.state)
			}
			if got := below(r.Out); got != c.posted {
				t.Errorf("below the card %q, want %q", got, c.posted)
			}
			if !s.Updated.Equal(at) || r.Return != (c.action == "release") {
				t.Errorf("updated %v, the bot returns %t", s.Updated, r.Return)
			}
			recorded(t, d, s, r, c.action, c.by, at)
		})
	}
}
