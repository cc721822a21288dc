package dialog

import (
	"strings"
	"testing"
	"time"
)

func mustQuiet(t *testing.T, s string) Quiet {
	t.Helper()
	q, err := ParseQuiet(s)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestParseQuiet(t *testing.T) {
	for in, want := range map[string]string{
		"none":           "none",
		" None ":         "none",
		"21:00-09:00":    "21:00-09:00",
		" 21:00 - 9:00 ": "21:00-09:00",
		"21:00-24:00":    "21:00-24:00",
		"0:00-7:30":      "00:00-07:30",
		"10:00-09:00":    "10:00-09:00",
	} {
		if got := mustQuiet(t, in).String(); got != want {
			t.Errorf("ParseQuiet(%q) = %q, want %q", in, got, want)
		}
	}
	for _, in := range []string{"", "21-9", "21:00", "21:00-21:00", "00:00-24:00", "10:00-09:01", "24:00-09:00", "21:00-09:00, 12:00-13:00"} {
		_, err := ParseQuiet(in)
		if err == nil || !strings.Contains(err.Error(), `"21:00-09:00"`) || strings.Contains(err.Error(), "\n") {
			t.Errorf("ParseQuiet(%q): no one-liner with an example: %v", in, err)
		}
	}
}

func TestQuietDelay(t *testing.T) {
	for _, c := range []struct{ quiet, at, end string }{ // end "" when not quiet
		{"21:00-09:00", "2026-11-20 20:59", ""},
		{"21:00-09:00", "2026-11-20 21:00", "2026-11-21 09:00"},
		{"21:00-09:00", "2026-11-21 00:00", "2026-11-21 09:00"},
		{"21:00-09:00", "2026-11-21 08:59", "2026-11-21 09:00"},
		{"21:00-09:00", "2026-11-21 09:00", ""},
		{"13:00-14:00", "2026-11-21 13:30", "2026-11-21 14:00"},
		{"13:00-14:00", "2026-11-21 12:59", ""},
		{"21:00-24:00", "2026-11-20 23:59", "2026-11-21 00:00"},
		{"21:00-24:00", "2026-11-21 00:00", ""},
		{"none", "2026-11-21 03:00", ""},
		// The nights of the jumps are an hour shorter and longer.
		{"21:00-09:00", "2026-03-28 23:00", "2026-03-29 09:00"},
		{"21:00-09:00", "2026-10-24 23:00", "2026-10-25 09:00"},
	} {
		q, at := mustQuiet(t, c.quiet), mustClock(t, "Europe/Berlin", c.at)
		if q.Contains(at) != (c.end != "") {
			t.Errorf("%s: Contains(%s) = %v", c.quiet, c.at, q.Contains(at))
		}
		got := q.Delay(at, 42)
		if c.end == "" {
			if !got.Equal(at) {
				t.Errorf("%s: Delay(%s) = %s", c.quiet, c.at, got)
			}
			continue
		}
		if late := got.Sub(mustClock(t, "Europe/Berlin", c.end)); late < 0 || late > 30*time.Minute {
			t.Errorf("%s: Delay(%s) = %s, want up to 30m after %s", c.quiet, c.at, got, c.end)
		}
	}
}

func TestQuietDelaySpreadsLeads(t *testing.T) {
	q := mustQuiet(t, "21:00-09:00")
	evening, night := mustClock(t, "Europe/Moscow", "2026-11-20 22:00"), mustClock(t, "Europe/Moscow", "2026-11-21 04:00")
	minutes := map[int]int{}
	for seed := int64(-100); seed < 1000; seed++ {
		at := q.Delay(evening, seed)
		if !at.Equal(q.Delay(night, seed)) {
			t.Fatalf("seed %d: the jitter depends on more than the seed", seed)
		}
		if q.Contains(at) || at.Sub(night) > 5*time.Hour+30*time.Minute {
			t.Fatalf("seed %d: Delay = %s", seed, at)
		}
		minutes[at.Minute()]++
	}
	for m := range 30 {
		if minutes[m] < 20 || minutes[m] > 60 {
			t.Errorf("%d of 1100 leads wake in minute %d", minutes[m], m)
		}
	}
}
