package desk_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// leads are the states in which a press can find a lead.
var leads = map[string]func() *dialog.Session{
	"nobody's":   func() *dialog.Session { return posted(hot...) },
	"Olga's":     func() *dialog.Session { return claimedBy(olga, posted(hot...)) },
	"called":     called,
	"won":        func() *dialog.Session { return closed(dialog.StageWon) },
	"lost":       func() *dialog.Session { return closed(dialog.StageLost) },
	"no card":    func() *dialog.Session { s := posted(hot...); s.Handoff = nil; return s },
	"card waits": func() *dialog.Session { s := posted(hot...); s.Handoff.Posted = false; return s },
	"forgotten": func() *dialog.Session {
		s := closed(dialog.StageHandedOff)
		s.Claim, s.Handoff.Erased = nil, true
		return s
	},
	"closed free": func() *dialog.Session { s := closed(dialog.StageRejected); s.Claim = nil; return s },
}

func called() *dialog.Session {
	s := claimedBy(olga, posted(hot...))
	s.Claim.FirstAt = noon
	return s
}

func closed(stage dialog.Stage) *dialog.Session {
	s := claimedBy(olga, posted(hot...))
	s.Owner, s.Stage = dialog.Closed, stage
	return s
}

const taken = "Уже взял(а) Ольга в 12:00"

// presses says what follows from a press. Where state is "" nothing changes; a
// lead in any state that is not listed behaves like nothing happened.
var presses = []struct {
	lead   string
	action string
	by     desk.Manager
	toast  string // a text's id, or the text itself
	state  string // owner, stage and who has the lead afterwards
}{
	{"nobody's", "claim", olga, "desk_yours", "manager claimed Ольга"},
	{"nobody's", "claim", ivan, "desk_yours", "manager claimed Иван"},
	{"nobody's", "claim", stranger, "desk_not_member", ""},
	{"nobody's", "release", olga, "desk_free", ""},
	{"nobody's", "called", olga, "desk_free", ""},
	{"nobody's", "won", olga, "desk_free", ""},
	{"nobody's", "lost", olga, "desk_free", ""},
	{"nobody's", "reject", olga, "desk_free", ""},
	{"nobody's", "reject", stranger, "desk_not_member", ""},
	{"nobody's", "dance", olga, "desk_free", ""},

	{"Olga's", "claim", olga, "desk_yours", ""},
	{"Olga's", "claim", ivan, taken, ""},
	{"Olga's", "claim", stranger, "desk_not_member", ""},
	{"Olga's", "release", olga, "desk_released", "queue handed_off -"},
	{"Olga's", "release", ivan, taken, ""},
	{"Olga's", "called", olga, "desk_noted", "manager claimed Ольга called"},
	{"Olga's", "called", ivan, taken, ""},
	{"Olga's", "won", olga, "desk_noted", "closed won Ольга"},
	{"Olga's", "won", ivan, taken, ""},
	{"Olga's", "won", stranger, "desk_not_member", ""},
	{"Olga's", "lost", olga, "desk_noted", "closed lost Ольга"},
	{"Olga's", "lost", ivan, taken, ""},
	{"Olga's", "reject", olga, "desk_noted", "closed rejected Ольга"},
	{"Olga's", "reject", ivan, taken, ""},
	{"Olga's", "dance", olga, "desk_gone", ""},
	{"Olga's", "", olga, "desk_gone", ""},

	{"called", "called", olga, "desk_noted", ""},
	{"called", "release", olga, "desk_released", "queue handed_off -"},
	{"called", "won", olga, "desk_noted", "closed won Ольга called"},
}

func TestPress(t *testing.T) {
	d, at := newDesk(t), noon.Add(time.Minute)
	for _, c := range presses {
		t.Run(c.lead+" "+c.action+" "+c.by.Name, func(t *testing.T) {
			s, before := leads[c.lead](), leads[c.lead]()
			toast, deliveries := d.Press(s, c.action, c.by, at)
			if want, known := loaded().Texts[c.toast]; known && toast != want || !known && toast != c.toast {
				t.Errorf("told %q, want %q", toast, c.toast)
			}
			if c.state == "" {
				unchanged(t, before, s, deliveries)
				return
			}
			if got := state(s); got != c.state {
				t.Errorf("afterwards %q, want %q", got, c.state)
			}
			if !s.Updated.Equal(at) || len(deliveries) != 1 {
				t.Fatalf("updated %v, %d deliveries", s.Updated, len(deliveries))
			}
			redrawn(t, d, s, deliveries[0], at)
		})
	}
}

// TestPressAfterTheEnd: once a lead is closed, or has no card, nothing can be
// pressed by anybody.
func TestPressAfterTheEnd(t *testing.T) {
	d := newDesk(t)
	says := map[string]string{"won": "desk_closed", "lost": "desk_closed", "forgotten": "desk_closed", "closed free": "desk_closed",
		"no card": "desk_gone", "card waits": "desk_gone"}
	for _, lead := range slices.Sorted(maps.Keys(says)) {
		for _, action := range []string{"claim", "release", "called", "won", "lost", "reject", "dance"} {
			for _, by := range []desk.Manager{olga, ivan, stranger} {
				s, before := leads[lead](), leads[lead]()
				toast, deliveries := d.Press(s, action, by, noon)
				unchanged(t, before, s, deliveries)
				want := word(says[lead])
				if !by.Member {
					want = word("desk_not_member")
				}
				if toast != want {
					t.Errorf("%s, %s by %s: told %q, want %q", lead, action, by.Name, toast, want)
				}
			}
		}
	}
}

// TestPressTwice: the second of two equal presses changes nothing.
func TestPressTwice(t *testing.T) {
	d := newDesk(t)
	for _, c := range presses {
		if c.state == "" {
			continue
		}
		s := leads[c.lead]()
		d.Press(s, c.action, c.by, noon)
		before := *s
		_, deliveries := d.Press(s, c.action, c.by, noon.Add(time.Minute))
		unchanged(t, &before, s, deliveries)
	}
}

// TestPressKeepsTheLoadedSession: who works on a copy finds the original as it
// was, its claim included.
func TestPressKeepsTheLoadedSession(t *testing.T) {
	d := newDesk(t)
	for _, c := range presses {
		original := leads[c.lead]()
		copied, handoff := *original, *original.Handoff
		copied.Handoff = &handoff
		d.Press(&copied, c.action, c.by, noon)
		if diff := cmp.Diff(leads[c.lead](), original); diff != "" {
			t.Errorf("%s %s changed the original:\n%s", c.lead, c.action, diff)
		}
	}
}

// TestPressKeysAreNew: every change of a card is a delivery of its own.
func TestPressKeysAreNew(t *testing.T) {
	d, s, seen := newDesk(t), posted(hot...), map[string]bool{}
	for i := range 20 {
		by := []desk.Manager{olga, ivan}[i%2]
		for _, action := range []string{"claim", "called", "release"} {
			_, deliveries := d.Press(s, action, by, noon)
			if len(deliveries) != 1 || seen[deliveries[0].Key] {
				t.Fatalf("round %d, %s: %+v", i, action, deliveries)
			}
			seen[deliveries[0].Key] = true
		}
	}
}

func state(s *dialog.Session) string {
	claim := "-"
	if s.Claim != nil {
		claim = s.Claim.Name
		if !s.Claim.FirstAt.IsZero() {
			claim += " called"
		}
	}
	return string(s.Owner) + " " + string(s.Stage) + " " + claim
}

func unchanged(t *testing.T, before, after *dialog.Session, deliveries []outbox.Delivery) {
	t.Helper()
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the lead changed:\n%s", diff)
	}
	if len(deliveries) > 0 {
		t.Errorf("something goes out: %+v", deliveries)
	}
}

// redrawn expects the card as it is now, in place of the one that was posted.
func redrawn(t *testing.T, d *desk.Desk, s *dialog.Session, got outbox.Delivery, at time.Time) {
	t.Helper()
	want := outbox.Delivery{
		Key: "card:42:1:1", Lead: 42, Class: outbox.Idempotent, Method: outbox.Edit, Chat: outbox.Managers,
		Topic: "topic:42", Refers: "card:42:1", Priority: outbox.Claim, Body: d.Card(s, at).Encode(), At: at,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the card is not redrawn (-want +got):\n%s", diff)
	}
}
