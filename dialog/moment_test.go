package dialog

import (
	"testing"
	"time"
)

func builtInScript(t testing.TB) *Script {
	t.Helper()
	s, problems := Load(Default, BuiltIn())
	if s == nil {
		t.Fatalf("the built-in script does not load: %v", problems)
	}
	return s
}

// TestMoment: the times are in the reader's zone; 2026-11-19 is a Thursday.
func TestMoment(t *testing.T) {
	s := builtInScript(t)
	for _, c := range []struct{ now, at, want string }{
		{"2026-11-19 12:00", "2026-11-19 15:30", "сегодня в 15:30"},
		{"2026-11-19 00:00", "2026-11-19 23:59", "сегодня в 23:59"},
		{"2026-11-19 23:59", "2026-11-20 00:00", "завтра в 00:00"},
		{"2026-11-19 12:00", "2026-11-20 10:00", "завтра в 10:00"},
		{"2026-11-19 12:00", "2026-11-21 10:00", "в субботу в 10:00"},
		{"2026-11-19 23:00", "2026-11-23 09:05", "в понедельник в 09:05"},
		{"2026-11-19 12:00", "2026-11-25 10:00", "в среду в 10:00"},
		{"2026-11-19 12:00", "2026-11-26 10:00", "в четверг, 26.11 в 10:00"},
		{"2026-12-28 12:00", "2027-01-11 10:00", "в понедельник, 11.01 в 10:00"},
		{"2026-12-31 12:00", "2027-01-01 10:00", "завтра в 10:00"},
		{"2026-11-19 12:00", "2026-11-22 10:00", "в воскресенье в 10:00"},
	} {
		now, at := mustClock(t, "Europe/Moscow", c.now), mustClock(t, "Europe/Moscow", c.at)
		if got := s.Moment(at, now); got != c.want {
			t.Errorf("%s from %s: %q, want %q", c.at, c.now, got, c.want)
		}
	}
}

// TestMomentOverAClockChange counts days, not hours.
func TestMomentOverAClockChange(t *testing.T) {
	s := builtInScript(t)
	now := mustClock(t, "Europe/Berlin", "2026-10-24 23:30")
	for at, want := range map[string]string{"2026-10-25 00:10": "завтра в 00:10", "2026-10-26 23:00": "в понедельник в 23:00"} {
		if got := s.Moment(mustClock(t, "Europe/Berlin", at), now); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
}

func TestDaysBetween(t *testing.T) {
	at := time.Date(2026, 11, 19, 12, 0, 0, 0, time.UTC)
	for d, want := range map[time.Duration]int{0: 0, 11 * time.Hour: 0, 12 * time.Hour: 1, 36 * time.Hour: 2, -13 * time.Hour: -1} {
		if got := daysBetween(at, at.Add(d)); got != want {
			t.Errorf("%v: %d midnights, want %d", d, got, want)
		}
	}
}
