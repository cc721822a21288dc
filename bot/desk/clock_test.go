package desk_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/dialog"
)

// TestClock lets the clock run for two weeks and writes down what it does, and
// when, by the day and the hour of the business.
func TestClock(t *testing.T) {
	usually, always := [2]string{"Mon-Fri 10:00-19:00", "21:00-09:00"}, [2]string{"always", "21:00-09:00"}
	for _, c := range []struct {
		name  string
		hours [2]string // of work and of quiet
		lane  dialog.Lane
		since string
		acts  []act
		want  string
	}{
		{"nobody comes", usually, dialog.LaneHot, "Thu 12:00", nil,
			"Thu 12:05 target, Thu 12:15 heads, Thu 12:30 owners+sorry"},
		{"by night", usually, dialog.LaneHuman, "Thu 22:00", nil,
			"Fri 10:00 opening, Fri 10:05 target, Fri 10:15 heads, Fri 10:30 owners+sorry"},
		{"at the weekend", usually, dialog.LaneBooking, "Sat 12:00", nil,
			"Mon 10:00 opening, Mon 10:05 target, Mon 10:15 heads, Mon 10:30 owners+sorry"},
		{"before the weekend", usually, dialog.LaneHot, "Fri 18:50", nil,
			"Fri 18:55 target, Mon 10:05 heads, Mon 10:20 owners+sorry"},
		{"due as the door closes", usually, dialog.LaneHot, "Thu 18:55", nil,
			"Fri 10:00 target, Fri 10:10 heads, Fri 10:25 owners+sorry"},
		{"a business that never closes does not wake the lead", always, dialog.LaneHot, "Thu 23:00", nil,
			"Thu 23:05 target, Thu 23:15 heads, Thu 23:30 owners, Fri 09:17 sorry"},
		{"warm", usually, dialog.LaneWarm, "Thu 12:00", nil, "Thu 16:00 target, Fri 11:00 owners+sorry"},
		{"unfinished, by night", usually, dialog.LaneUnfinished, "Fri 22:00", nil, "Mon 14:00 target, Mon 18:00 owners+sorry"},
		{"warm, taken and answered", usually, dialog.LaneWarm, "Thu 12:00",
			[]act{{"Thu 13:00", takes}, {"Thu 13:10", answers}}, ""},

		{"taken and answered", usually, dialog.LaneHot, "Thu 12:00",
			[]act{{"Thu 12:01", takes}, {"Thu 12:04", answers}}, ""},
		{"taken by night", usually, dialog.LaneHot, "Thu 22:00",
			[]act{{"Thu 22:10", takes}, {"Fri 10:02", answers}}, ""},
		{"taken, answered late", usually, dialog.LaneHot, "Thu 12:00",
			[]act{{"Thu 12:01", takes}, {"Thu 12:20", answers}}, "Thu 12:15 heads Olga"},
		{"taken after the target", usually, dialog.LaneHot, "Thu 12:00",
			[]act{{"Thu 12:07", takes}, {"Thu 12:08", answers}}, "Thu 12:05 target"},
		{"taken and silent", usually, dialog.LaneHot, "Thu 12:00", []act{{"Thu 12:01", takes}},
			"Thu 12:15 heads Olga, Thu 12:30 owners Olga, Thu 12:31 ping, Thu 12:46 free+back, Thu 13:01 sorry"},
		{"taken by night and silent", usually, dialog.LaneHot, "Thu 22:00", []act{{"Thu 22:10", takes}},
			"Fri 10:15 heads Olga, Fri 10:30 owners Olga+ping, Fri 10:45 free+back, Fri 11:00 sorry"},
		{"warm, taken and silent over the evening", usually, dialog.LaneWarm, "Thu 18:00", []act{{"Thu 18:40", takes}},
			"Fri 10:10 ping, Fri 10:25 free+back, Fri 13:00 target, Fri 17:00 owners+sorry"},
		{"taken again", usually, dialog.LaneWarm, "Thu 12:00", []act{{"Thu 12:01", takes}, {"Thu 13:00", takes}, {"Thu 13:05", answers}},
			"Thu 12:31 ping, Thu 12:46 free+back"},

		{"put off", usually, dialog.LaneWarm, "Thu 12:00", []act{{"Thu 12:01", takes}, {"Thu 12:02", putOff(26 * time.Hour)}},
			"Fri 11:00 owners Olga, Fri 14:02 ping, Fri 14:17 free+back, Fri 14:32 sorry"},
		{"put off after the word", usually, dialog.LaneWarm, "Thu 12:00", []act{{"Thu 12:01", takes}, {"Thu 12:40", putOff(2 * time.Hour)}},
			"Thu 12:31 ping, Thu 14:40 ping, Thu 14:55 free+back, Thu 16:00 target, Fri 11:00 owners+sorry"},
		{"answered and put off into the night", usually, dialog.LaneHot, "Thu 12:00",
			[]act{{"Thu 12:01", takes}, {"Thu 12:02", answers}, {"Thu 12:03", putOff(8 * time.Hour)}}, "Fri 10:00 ping"},

		{"a time is chosen and nobody comes", usually, dialog.LaneHot, "Thu 12:00", []act{{"Thu 12:40", chooses(0)}},
			"Thu 12:05 target, Thu 12:15 heads, Thu 12:30 owners+sorry, Thu 13:15 soon, Thu 13:30 owners"},
		{"a time is chosen and the lead taken", usually, dialog.LaneHot, "Thu 12:00",
			[]act{{"Thu 12:40", chooses(1)}, {"Thu 12:50", takes}, {"Fri 13:20", answers}},
			"Thu 12:05 target, Thu 12:15 heads, Thu 12:30 owners+sorry"},
		{"taken for a time and forgotten", usually, dialog.LaneHot, "Thu 12:00",
			[]act{{"Thu 12:40", chooses(1)}, {"Thu 12:50", takes}},
			"Thu 12:05 target, Thu 12:15 heads, Thu 12:30 owners+sorry, Fri 13:30 ping, Fri 13:45 free+back"},

		{"closed", usually, dialog.LaneHot, "Thu 12:00", []act{{"Thu 12:10", gone}}, "Thu 12:05 target"},
		{"blocked", usually, dialog.LaneHot, "Thu 12:00", []act{{"Thu 12:10", blocks}}, "Thu 12:05 target"},
		{"stopped", usually, dialog.LaneHot, "Thu 12:00", []act{{"Thu 12:10", stops}}, "Thu 12:05 target, Thu 12:15 heads, Thu 12:30 owners"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := office(t, c.hours[0], c.hours[1], "")
			s := posted(hot...)
			s.Handoff.Lane, s.Handoff.At = c.lane, moment(t, d, c.since)
			var got []string
			now := s.Handoff.At
			for _, a := range c.acts {
				at := moment(t, d, a.at)
				got = append(got, run(t, d, s, now, at)...)
				a.do(s, at)
				now = at
			}
			got = append(got, run(t, d, s, now, now.AddDate(0, 0, 14))...)
			if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestClockIsLate: what a downtime made overdue together is told once, at its
// highest, and nothing before work begins.
func TestClockIsLate(t *testing.T) {
	for _, c := range []struct{ since, tick, want string }{
		{"Thu 12:00", "Thu 12:04", ""},
		{"Thu 12:00", "Thu 12:14", "target"},
		{"Thu 12:00", "Thu 12:29", "heads"},
		{"Thu 12:00", "Thu 18:00", "owners+sorry"},
		{"Thu 12:00", "Thu 20:00", "sorry"}, // the evening is the lead's, the morning the managers'
		{"Thu 12:00", "Thu 22:00", ""},
		{"Thu 12:00", "Fri 10:00", "owners+sorry"},
		{"Thu 12:00", "Sun 12:00", "sorry"},
		{"Thu 22:00", "Fri 10:04", "opening"},
		{"Thu 22:00", "Fri 10:20", "heads"},
	} {
		d, s := usual(t), posted(hot...)
		s.Handoff.At = moment(t, d, c.since)
		if got := tick(t, d, s, moment(t, d, c.tick)); got != c.want {
			t.Errorf("a lead of %s, a tick at %s: %q, want %q", c.since, c.tick, got, c.want)
		}
	}
}

// TestSilenceAndDowntime: a manager whom nobody reminded keeps the lead, however
// long the bot was away.
func TestSilenceAndDowntime(t *testing.T) {
	d, s := usual(t), posted(hot...)
	takes(s, noon)
	s.Handoff.Lane = dialog.LaneWarm
	if got := tick(t, d, s, noon.Add(3*time.Hour)); got != "ping" {
		t.Fatalf("after three hours: %q", got)
	}
	if got := run(t, d, s, noon.Add(3*time.Hour), noon.Add(4*time.Hour)); fmt.Sprint(got) != "[Thu 15:15 free+back]" {
		t.Errorf("afterwards: %q", got)
	}
}

// TestClockOverTheChangeOfTime: working hours are counted in hours that pass.
func TestClockOverTheChangeOfTime(t *testing.T) {
	for _, c := range []struct {
		name, zone, at, want string
	}{
		{"an hour comes twice", "Europe/Berlin", "2026-10-25T00:30:00+02:00", "Sun 03:30 target, Sun 07:30 owners+sorry"},
		{"an hour is left out", "Europe/Berlin", "2027-03-28T00:30:00+01:00", "Sun 05:30 target, Sun 09:30 owners+sorry"},
	} {
		d, s := office(t, "Mon-Sun 00:00-24:00", "none", c.zone), posted(hot...)
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		s.Handoff.Lane, s.Handoff.At = dialog.LaneWarm, at
		if got := strings.Join(run(t, d, s, at, at.AddDate(0, 0, 2)), ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestNoClock: nothing waits for these.
func TestNoClock(t *testing.T) {
	d := usual(t)
	for name, change := range map[string]func(*dialog.Session){
		"no card":    func(s *dialog.Session) { s.Handoff = nil },
		"card waits": func(s *dialog.Session) { s.Handoff.Posted = false },
		"forgotten":  func(s *dialog.Session) { s.Owner, s.Handoff.Erased = dialog.Closed, true },
		"closed":     func(s *dialog.Session) { takes(s, noon); gone(s, noon) },
		"called":     func(s *dialog.Session) { takes(s, noon); answers(s, noon) },
	} {
		s := posted(hot...)
		change(s)
		before := saved(t, s)
		if wake := d.Wake(s, noon); !wake.IsZero() {
			t.Errorf("%s: due %v", name, wake)
		}
		if steps := d.Tick(s, noon.AddDate(0, 0, 3)); !nothing(steps) || saved(t, s) != before {
			t.Errorf("%s: %+v", name, steps)
		}
	}
}

// BenchmarkWake asks for the next step of a lead that waits, as every commit does.
func BenchmarkWake(b *testing.B) {
	d, s := usual(b), posted(hot...)
	for b.Loop() {
		if d.Wake(s, noon).IsZero() {
			b.Fatal("nothing is due")
		}
	}
}

// TestNobodyIsOwedAnExcuse who was promised nothing.
func TestNobodyIsOwedAnExcuse(t *testing.T) {
	d, s := usual(t), posted(hot...)
	s.Handoff.Confirmed = false
	if got := strings.Join(run(t, d, s, noon, noon.AddDate(0, 0, 7)), ", "); got != "Thu 12:05 target, Thu 12:15 heads, Thu 12:30 owners" {
		t.Error(got)
	}
}
