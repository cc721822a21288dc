package desk_test

import (
	"strings"
	"testing"
	"time"
)

// TestSlots: two times, the first with an hour of work before it, the second on
// another working day; both on a full half-hour, in working hours, and awake.
func TestSlots(t *testing.T) {
	for _, c := range []struct{ working, quiet, at, want string }{
		{"Mon-Fri 10:00-19:00", "21:00-09:00", "Thu 12:30", "Thu 13:30, Fri 13:30"},
		{"Mon-Fri 10:00-19:00", "21:00-09:00", "Thu 12:31", "Thu 14:00, Fri 14:00"},
		{"Mon-Fri 10:00-19:00", "21:00-09:00", "Thu 17:30", "Thu 18:30, Fri 18:30"},
		{"Mon-Fri 10:00-19:00", "21:00-09:00", "Thu 17:40", "Fri 10:00, Mon 10:00"}, // 19:00 is too late for a call
		{"Mon-Fri 10:00-19:00", "21:00-09:00", "Thu 20:00", "Fri 11:00, Mon 11:00"},
		{"Mon-Fri 10:00-19:00", "21:00-09:00", "Fri 15:00", "Fri 16:00, Mon 16:00"},
		{"Mon-Fri 10:00-19:00", "21:00-09:00", "Sun 12:00", "Mon 11:00, Tue 11:00"},
		{"Mon-Thu 10:00-19:00, Fri 10:00-14:00", "21:00-09:00", "Thu 15:00", "Thu 16:00, Fri 12:00"},
		{"always", "21:00-09:00", "Thu 12:00", "Thu 13:00, Fri 13:00"},
		{"always", "21:00-09:00", "Thu 20:10", "Fri 09:00, Sat 09:00"},
		{"always", "none", "Thu 23:40", "Fri 01:00, Sat 01:00"},
		{"Wed 12:00-13:00", "none", "Thu 12:00", "Wed 12:00, Wed 12:00"},
		{"Mon-Fri 10:15-10:45", "none", "Thu 12:00", "Tue 10:15, Wed 10:15"}, // no half-hour fits: better than none
		{"Mon-Fri 10:00-18:45", "21:00-09:00", "Thu 17:20", "Fri 10:00, Mon 10:00"},
	} {
		d, s := office(t, c.working, c.quiet, ""), posted(hot...)
		s.Handoff.At = moment(t, d, c.at).AddDate(0, 0, -7)
		d.Tick(s, moment(t, d, c.at))
		var got []string
		for _, slot := range s.Handoff.Slots {
			got = append(got, slot.In(zone).Format("Mon 15:04"))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s, %s: at %s %v, want %s", c.working, c.quiet, c.at, got, c.want)
		}
	}
}

// TestSlotsOverTheChangeOfTime: the second call is at the same hour of the clock.
func TestSlotsOverTheChangeOfTime(t *testing.T) {
	d, s := office(t, "Sat-Sun 10:00-19:00", "21:00-09:00", "Europe/Berlin"), posted(hot...)
	at := time.Date(2026, 10, 24, 12, 0, 0, 0, d.Assistant.Calendar.Zone)
	s.Handoff.At = at.Add(-time.Hour)
	d.Tick(s, at)
	for i, want := range []string{"2026-10-24T13:00:00+02:00", "2026-10-25T13:00:00+01:00"} {
		if got := s.Handoff.Slots[i].Format(time.RFC3339); got != want {
			t.Errorf("slot %d is %s, want %s", i+1, got, want)
		}
	}
}

// TestOfferOnTheCard: until one is chosen, the card names the times that were
// offered; then its deadline is the chosen one.
func TestOfferOnTheCard(t *testing.T) {
	d, s := usual(t), posted(hot...)
	offer := "Клиенту принесли извинения и предложили разговор: 19.11 13:30 или 20.11 13:30"
	tick(t, d, s, noon.Add(30*time.Minute))
	if text := d.Card(s, noon).Text.String(); !strings.Contains(text, offer) || !strings.Contains(text, "До 19.11 12:15.") {
		t.Errorf("after the apology:\n%s", text)
	}
	s.Handoff.Slot = s.Handoff.Slots[1]
	if text := d.Card(s, noon).Text.String(); strings.Contains(text, offer) || !strings.Contains(text, "До 20.11 13:30.") {
		t.Errorf("after the choice:\n%s", text)
	}
}
