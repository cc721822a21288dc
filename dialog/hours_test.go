package dialog

import (
	"strings"
	"testing"
	"time"
)

// In these zones clocks jump by an hour, by half an hour, at midnight, and by
// a whole day.
var jumps = []struct{ zone, around string }{
	{"Europe/Moscow", "2026-11-20"},
	{"Europe/Berlin", "2026-03-29"},
	{"Europe/Berlin", "2026-10-25"},
	{"America/New_York", "2026-11-01"},
	{"Australia/Lord_Howe", "2026-10-04"},
	{"America/Sao_Paulo", "2018-11-04"},
	{"America/Sao_Paulo", "2018-02-18"},
	{"Pacific/Apia", "2011-12-30"},
}

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// mustClock reads "2026-11-20 10:00" (a Friday) in a zone.
func mustClock(t *testing.T, zoneName, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, mustZone(t, zoneName))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func mustWeek(t *testing.T, s string) Week {
	t.Helper()
	w, err := ParseWeek(s)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestParseWeek(t *testing.T) {
	for in, want := range map[string]string{
		"always":                  "always",
		" Always ":                "always",
		"Mon-Fri 10:00-19:00":     "Mon-Fri 10:00-19:00",
		"mon - FRI  9:00 - 19:00": "Mon-Fri 09:00-19:00",
		"Sat 11:00-15:00":         "Sat 11:00-15:00",
		"Mon-Thu 10:00-19:00;Fri 10:00-17:00, Sat 0:00-24:00": "Mon-Thu 10:00-19:00, Fri 10:00-17:00, Sat 00:00-24:00",
		"Sat-Mon 22:00-06:00": "Sat-Mon 22:00-06:00",
	} {
		got := mustWeek(t, in).String()
		if got != want {
			t.Errorf("ParseWeek(%q) = %q, want %q", in, got, want)
		}
		if again := mustWeek(t, got).String(); again != got {
			t.Errorf("%q reads back as %q", got, again)
		}
	}
}

func TestParseWeekRefuses(t *testing.T) {
	for _, in := range []string{
		"", "never", "Mon", "10:00-19:00", "Mon-Fri", "Mon-Fri 10-19", "Mon-Fri 10:00", "Mon-Fri 10:60-19:00",
		"Mon-Fri 10:00-24:01", "Mon-Fri 24:00-10:00", "Mon-Fri 10:00-10:00", "Mon-Fri 10:00-19:00,",
		"Mun-Fri 10:00-19:00", "Mon-Fry 10:00-19:00", "Mon-Fri 10:00-19:00 Sat 11:00-15:00", "Mon-Fri 010:00-19:00",
	} {
		_, err := ParseWeek(in)
		if err == nil {
			t.Errorf("ParseWeek(%q) passes", in)
			continue
		}
		if msg := err.Error(); !strings.Contains(msg, `"Mon-Fri 10:00-19:00`) || strings.Contains(msg, "\n") {
			t.Errorf("ParseWeek(%q): no one-liner with an example: %s", in, msg)
		}
	}
}

func TestWeekNext(t *testing.T) {
	for _, c := range []struct{ week, at, want string }{
		{"Mon-Fri 10:00-19:00", "2026-11-20 09:59", "2026-11-20 10:00"},
		{"Mon-Fri 10:00-19:00", "2026-11-20 10:00", "2026-11-20 10:00"},
		{"Mon-Fri 10:00-19:00", "2026-11-20 18:59", "2026-11-20 18:59"},
		{"Mon-Fri 10:00-19:00", "2026-11-20 19:00", "2026-11-23 10:00"},
		{"Mon-Fri 10:00-13:00, Mon-Fri 14:00-19:00", "2026-11-20 13:30", "2026-11-20 14:00"},
		{"Fri 14:00-19:00, Fri 10:00-13:00", "2026-11-20 09:00", "2026-11-20 10:00"},
		{"Fri 10:00-13:00, Fri 13:00-19:00", "2026-11-20 13:00", "2026-11-20 13:00"},
		{"Fri 22:00-06:00", "2026-11-21 05:59", "2026-11-21 05:59"},
		{"Fri 22:00-06:00", "2026-11-21 06:00", "2026-11-27 22:00"},
		{"Sat-Mon 10:00-12:00", "2026-11-22 12:00", "2026-11-23 10:00"},
		{"Sat-Mon 10:00-12:00", "2026-11-23 12:00", "2026-11-28 10:00"},
		{"Fri 10:00-24:00", "2026-11-20 23:59", "2026-11-20 23:59"},
		{"Fri 10:00-24:00", "2026-11-21 00:00", "2026-11-27 10:00"},
		{"always", "2026-11-22 03:00", "2026-11-22 03:00"},
	} {
		w, at := mustWeek(t, c.week), mustClock(t, "Europe/Moscow", c.at)
		got, want := w.Next(at), mustClock(t, "Europe/Moscow", c.want)
		if !got.Equal(want) || got.Location() != at.Location() {
			t.Errorf("%s: Next(%s) = %s, want %s", c.week, c.at, got, c.want)
		}
		if w.Open(at) != at.Equal(want) {
			t.Errorf("%s: Open(%s) = %v", c.week, c.at, w.Open(at))
		}
	}
}

func TestWeekAdd(t *testing.T) {
	for _, c := range []struct {
		week, at string
		add      time.Duration
		want     string
	}{
		{"Mon-Fri 10:00-19:00", "2026-11-20 12:00", 4 * time.Hour, "2026-11-20 16:00"},
		{"Mon-Fri 10:00-19:00", "2026-11-20 18:58", 5 * time.Minute, "2026-11-23 10:03"},
		{"Mon-Fri 10:00-19:00", "2026-11-20 18:00", time.Hour, "2026-11-20 19:00"},
		{"Mon-Fri 10:00-19:00", "2026-11-21 12:00", 0, "2026-11-23 10:00"},
		{"Mon-Fri 10:00-19:00", "2026-11-20 12:00", -time.Hour, "2026-11-20 12:00"},
		{"Mon-Fri 10:00-19:00", "2026-11-20 10:00", 46 * time.Hour, "2026-11-27 11:00"},
		{"Fri 10:00-14:00, Fri 12:00-16:00", "2026-11-20 10:00", 5 * time.Hour, "2026-11-20 15:00"},
		{"Fri 22:00-06:00, Sat 05:00-07:00", "2026-11-20 22:00", 9 * time.Hour, "2026-11-21 07:00"},
		{"always", "2026-11-22 03:00", time.Hour, "2026-11-22 04:00"},
	} {
		got := mustWeek(t, c.week).Add(mustClock(t, "Europe/Moscow", c.at), c.add)
		if !got.Equal(mustClock(t, "Europe/Moscow", c.want)) {
			t.Errorf("%s: Add(%s, %s) = %s, want %s", c.week, c.at, c.add, got, c.want)
		}
	}
}

func TestWeekBetween(t *testing.T) {
	for _, c := range []struct {
		week, a, b string
		want       time.Duration
	}{
		{"Mon-Fri 10:00-19:00", "2026-11-20 18:00", "2026-11-23 11:00", 2 * time.Hour},
		{"Mon-Fri 10:00-19:00", "2026-11-16 00:00", "2026-11-23 00:00", 45 * time.Hour},
		{"Mon-Fri 10:00-19:00", "2026-11-20 12:00", "2026-11-20 12:30", 30 * time.Minute},
		{"Mon-Fri 10:00-19:00", "2026-11-21 12:00", "2026-11-22 12:00", 0},
		{"Mon-Fri 10:00-19:00", "2026-11-23 11:00", "2026-11-20 18:00", 0},
		{"Fri 10:00-14:00, Fri 12:00-16:00", "2026-11-20 00:00", "2026-11-21 00:00", 6 * time.Hour},
		{"always", "2026-11-20 18:00", "2026-11-22 18:00", 48 * time.Hour},
		{"always", "2026-11-22 18:00", "2026-11-20 18:00", 0},
	} {
		got := mustWeek(t, c.week).Between(mustClock(t, "Europe/Moscow", c.a), mustClock(t, "Europe/Moscow", c.b))
		if got != c.want {
			t.Errorf("%s: Between(%s, %s) = %s, want %s", c.week, c.a, c.b, got, c.want)
		}
	}
}

func TestWeekWhenClocksJump(t *testing.T) {
	for _, c := range []struct{ zone, week, at, want string }{
		{"Europe/Berlin", "Mon-Sun 09:00-18:00", "2026-03-28T18:00:00+01:00", "2026-03-29T09:00:00+02:00"},
		{"Europe/Berlin", "Mon-Sun 09:00-18:00", "2026-10-24T18:00:00+02:00", "2026-10-25T09:00:00+01:00"},
		// 02:30 is skipped, then shown twice.
		{"Europe/Berlin", "Sun 02:30-05:00", "2026-03-29T00:00:00+01:00", "2026-03-29T03:00:00+02:00"},
		{"Europe/Berlin", "Sun 02:30-05:00", "2026-10-25T00:00:00+02:00", "2026-10-25T02:30:00+02:00"},
		{"America/New_York", "Sun 01:30-05:00", "2026-11-01T00:00:00-04:00", "2026-11-01T01:30:00-04:00"},
		// The day begins at 01:00.
		{"America/Sao_Paulo", "Sun 00:00-05:00", "2018-11-03T12:00:00-03:00", "2018-11-04T01:00:00-02:00"},
		// There was no Friday.
		{"Pacific/Apia", "Fri-Sat 09:00-18:00", "2011-12-29T12:00:00-10:00", "2011-12-31T09:00:00+14:00"},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		got := mustWeek(t, c.week).Next(at.In(mustZone(t, c.zone))).Format(time.RFC3339)
		if got != c.want {
			t.Errorf("%s, %s: Next(%s) = %s, want %s", c.zone, c.week, c.at, got, c.want)
		}
	}
}

// Every five minutes of ten days around a jump: Open agrees with the clock on
// the wall, Between counts it, and Add is its inverse.
func TestWeekAgreesWithTheWall(t *testing.T) {
	const step = 5 * time.Minute
	wall := func(at time.Time) bool { // Mon-Fri 10:00-19:00, Sat-Sun 22:00-07:30
		m := at.Hour()*60 + at.Minute()
		evening, morning := at.Weekday(), at.AddDate(0, 0, -1).Weekday()
		weekend := func(d time.Weekday) bool { return d == time.Saturday || d == time.Sunday }
		return !weekend(evening) && m >= 600 && m < 1140 || weekend(evening) && m >= 1320 || weekend(morning) && m < 450
	}
	w := mustWeek(t, "Mon-Fri 10:00-19:00, Sat-Sun 22:00-07:30")
	for _, j := range jumps {
		start := mustClock(t, j.zone, j.around+" 12:00").AddDate(0, 0, -5)
		var sum time.Duration
		for at := start; at.Before(start.AddDate(0, 0, 10)); at = at.Add(step) {
			if got := w.Between(start, at); got != sum {
				t.Fatalf("%s: Between(%s, %s) = %s, want %s", j.zone, start, at, got, sum)
			}
			if w.Open(at) != wall(at) {
				t.Fatalf("%s: Open(%s) = %v", j.zone, at, w.Open(at))
			}
			if !wall(at) {
				continue
			}
			if back := w.Add(start, sum+1); !back.Equal(at.Add(1)) {
				t.Fatalf("%s: Add(%s, %s) = %s, want %s", j.zone, start, sum, back, at)
			}
			sum += step
		}
	}
}

func TestZeroHours(t *testing.T) {
	now := time.Now()
	if !(Week{}).Open(now) || (Week{}).String() != "always" {
		t.Error("the zero Week is not always open")
	}
	if (Quiet{}).Contains(now) || (Quiet{}).String() != "none" {
		t.Error("the zero Quiet is not none")
	}
}
