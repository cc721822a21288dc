package desk_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// office is a desk with hours of its own.
func office(t testing.TB, working, quiet, zone string) *desk.Desk {
	t.Helper()
	d := newDesk(t)
	c := &d.Assistant.Calendar
	var err error
	if c.Working, err = dialog.ParseWeek(working); err != nil {
		t.Fatal(err)
	}
	if c.Quiet, err = dialog.ParseQuiet(quiet); err != nil {
		t.Fatal(err)
	}
	if zone != "" {
		if c.Zone, err = time.LoadLocation(zone); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func usual(t testing.TB) *desk.Desk { return office(t, "Mon-Fri 10:00-19:00", "21:00-09:00", "") }

// moment reads a time of the week of Thursday, the 19th: "Thu 12:05".
func moment(t testing.TB, d *desk.Desk, s string) time.Time {
	t.Helper()
	days := []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
	day, clock, _ := strings.Cut(s, " ")
	at, err := time.Parse("15:04", clock)
	if err != nil || !slices.Contains(days, day) {
		t.Fatalf("%q is no time", s)
	}
	return time.Date(2026, 11, 16+slices.Index(days, day), at.Hour(), at.Minute(), 0, 0, d.Assistant.Calendar.Zone)
}

// act is something that happens to the lead meanwhile.
type act struct {
	at string
	do func(*dialog.Session, time.Time)
}

func takes(s *dialog.Session, at time.Time) {
	s.Owner, s.Stage, s.Claim = dialog.Manager, dialog.StageClaimed, &dialog.Claim{ID: olga.ID, Name: olga.Name, At: at}
}

func answers(s *dialog.Session, at time.Time) { s.Claim.FirstAt = at }

func gone(s *dialog.Session, _ time.Time) { s.Owner, s.Stage = dialog.Closed, dialog.StageLost }

func putOff(to time.Duration) func(*dialog.Session, time.Time) {
	return func(s *dialog.Session, at time.Time) { s.Claim.Later = at.Add(to) }
}

func chooses(n int) func(*dialog.Session, time.Time) {
	return func(s *dialog.Session, _ time.Time) { s.Handoff.Slot = s.Handoff.Slots[n] }
}

func stops(s *dialog.Session, _ time.Time) { s.Stopped = true }

func blocks(s *dialog.Session, _ time.Time) { s.Blocked = true }

// run lets the clock tick whenever it wants to, up to a time, and says what it
// did. The session is saved and read again between any two ticks.
func run(t *testing.T, d *desk.Desk, s *dialog.Session, from, to time.Time) []string {
	t.Helper()
	var log []string
	for now := d.Wake(s, from); !now.IsZero() && now.Before(to); now = d.Wake(s, now) {
		if said := tick(t, d, s, now); said != "" {
			log = append(log, now.In(d.Assistant.Calendar.Zone).Format("Mon 15:04 ")+said)
		}
	}
	return log
}

// tick ticks once and holds the clock to its promises: the loaded session stays
// as it was, a second tick does nothing, and the next one is later.
func tick(t *testing.T, d *desk.Desk, s *dialog.Session, now time.Time) string {
	t.Helper()
	loaded, before := *s, saved(t, s)
	steps := d.Tick(s, now)
	if after := saved(t, &loaded); after != before {
		t.Fatalf("at %v the tick changed the loaded session:\n%s\n%s", now, before, after)
	}
	data := saved(t, s)
	*s = dialog.Session{}
	if err := json.Unmarshal([]byte(data), s); err != nil {
		t.Fatal(err)
	}
	if again := d.Tick(s, now); !nothing(again) || saved(t, s) != data {
		t.Fatalf("a second tick at %v: %+v", now, again)
	}
	if wake := d.Wake(s, now); !wake.IsZero() && !wake.After(now) {
		t.Fatalf("after a tick at %v the next is due %v", now, wake)
	}
	return said(steps)
}

func nothing(s desk.Steps) bool {
	return len(s.Out)+len(s.Burning)+len(s.Events) == 0 && !s.Excuse && !s.Return
}

func saved(t testing.TB, s *dialog.Session) string {
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// said names what the clock did.
func said(s desk.Steps) string {
	var all []string
	for _, b := range s.Burning {
		name := string(b.Level)
		if strings.Contains(b.Text.String(), "Ольга") {
			name += " Olga"
		}
		all = append(all, name)
	}
	for _, e := range s.Events {
		switch e.Kind {
		case desk.EventPinged:
			all = append(all, "ping")
		case desk.EventLapsed:
			all = append(all, "free")
		}
	}
	if s.Return {
		all = append(all, "back")
	}
	if s.Excuse {
		all = append(all, "sorry")
	}
	return strings.Join(all, "+")
}
