package bot_test

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/robfig/cron/v3"

	"leadbot/bot"
)

// moments ticks a reporter and returns what was told.
func (n *newsroom) moments(t testing.TB, zone *time.Location, times ...string) (all []string) {
	t.Helper()
	n.sent = nil
	for _, s := range times {
		n.Tick(t.Context(), must(time.ParseInLocation(time.DateTime, s+":00", zone)))
	}
	for _, d := range n.sent {
		all = append(all, told(d))
	}
	return all
}

// TestWeeklyDigest: which weeks are told at which ticks, after the last that was
// done.
func TestWeeklyDigest(t *testing.T) {
	berlin := must(time.LoadLocation("Europe/Berlin"))
	for _, c := range []struct {
		name, last string
		zone       *time.Location
		ticks      []string
		want       []string
	}{
		{"two weeks in time", "2000-01-05 12:00", zone,
			[]string{"2000-01-10 08:59", "2000-01-10 09:00", "2000-01-10 09:01", "2000-01-16 23:59", "2000-01-17 09:00"},
			[]string{"2000-W01 03.01 00:00 – 10.01 00:00", "2000-W02 10.01 00:00 – 17.01 00:00"}},
		{"the end of a long year", "2026-12-28 09:00", zone,
			[]string{"2027-01-03 23:59", "2027-01-04 09:00", "2027-01-11 09:00"},
			[]string{"2026-W53 28.12 00:00 – 04.01 00:00", "2027-W01 04.01 00:00 – 11.01 00:00"}},
		{"the end of a short year", "2024-12-30 09:00", zone, []string{"2025-01-06 09:00"}, []string{"2025-W01 30.12 00:00 – 06.01 00:00"}},
		{"late by less than an hour", "2026-11-16 09:00", zone, []string{"2026-11-23 09:59"}, []string{"2026-W47 16.11 00:00 – 23.11 00:00"}},
		{"late by two hours", "2026-11-16 09:00", zone, []string{"2026-11-23 11:00"}, []string{"2026-W47 16.11 00:00 – 23.11 00:00 late"}},
		{"late by 48 hours", "2026-11-16 09:00", zone, []string{"2026-11-25 09:00"}, []string{"2026-W47 16.11 00:00 – 23.11 00:00 late"}},
		{"later it is folded into the next", "2026-11-16 09:00", zone, []string{"2026-11-25 09:01", "2026-11-29 12:00", "2026-11-30 09:00"},
			[]string{"2026-W48 16.11 00:00 – 30.11 00:00"}},
		{"five weeks of downtime", "2026-10-19 09:00", zone, []string{"2026-11-23 09:30", "2026-11-30 09:00"},
			[]string{"2026-W47 19.10 00:00 – 23.11 00:00", "2026-W48 23.11 00:00 – 30.11 00:00"}},
		{"a clock that jumps back", "2026-11-16 09:00", zone,
			[]string{"2026-11-23 09:00", "2026-11-23 08:59", "2026-11-23 09:00", "2026-11-10 09:00", "2026-11-16 09:00", "2026-11-23 09:30"},
			[]string{"2026-W47 16.11 00:00 – 23.11 00:00"}},
		{"begun in the middle of a week", "2026-11-19 12:00", zone, []string{"2026-11-23 09:00"}, []string{"2026-W47 16.11 00:00 – 23.11 00:00"}},
		{"begun on a Monday morning", "2026-11-23 08:00", zone, []string{"2026-11-23 09:00"}, []string{"2026-W47 16.11 00:00 – 23.11 00:00"}},
		{"spring forward", "2026-03-23 09:00", berlin, []string{"2026-03-30 08:59", "2026-03-30 09:00", "2026-04-06 09:00"},
			[]string{"2026-W13 23.03 00:00 – 30.03 00:00", "2026-W14 30.03 00:00 – 06.04 00:00"}},
		{"fall back", "2026-10-19 09:00", berlin, []string{"2026-10-26 08:59", "2026-10-26 09:00", "2026-11-02 09:00"},
			[]string{"2026-W43 19.10 00:00 – 26.10 00:00", "2026-W44 26.10 00:00 – 02.11 00:00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := reporter(t, c.zone, "0 9 * * MON", must(time.ParseInLocation(time.DateTime, c.last+":00", c.zone)))
			if got := n.moments(t, c.zone, c.ticks...); !slices.Equal(got, c.want) {
				t.Errorf("told %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestDigestAfterARestart: the note alone tells what was done.
func TestDigestAfterARestart(t *testing.T) {
	monday := time.Date(2026, 11, 23, 9, 0, 0, 0, zone)
	n := reporter(t, zone, "0 9 * * MON", monday.AddDate(0, 0, -7))
	n.Tick(t.Context(), monday.Add(time.Minute))
	again := reporter(t, zone, "0 9 * * MON", n.sent[0].Due)
	if got := again.moments(t, zone, "2026-11-23 09:02", "2026-11-24 09:00"); len(got) > 0 {
		t.Errorf("told again: %q", got)
	}
}

// TestDailyDigest covers the time since the occurrence before, by its own name.
func TestDailyDigest(t *testing.T) {
	n := reporter(t, zone, "0 9 * * *", time.Date(2026, 11, 19, 9, 0, 0, 0, zone))
	got := n.moments(t, zone, "2026-11-20 09:00", "2026-11-20 09:30", "2026-11-23 10:30")
	if want := []string{"2026-11-20T06:00:00Z 19.11 09:00 – 20.11 09:00", "2026-11-23T06:00:00Z 20.11 09:00 – 23.11 09:00 late"}; !slices.Equal(got, want) {
		t.Errorf("told %q\nwant %q", got, want)
	}
}

// TestEvery10s: the periods follow one another without a gap, each under a name
// of its own, also over a jump of the clock.
func TestEvery10s(t *testing.T) {
	n := reporter(t, zone, "@every 10s", noon)
	for s := range 61 {
		n.Tick(t.Context(), noon.Add(time.Duration(s)*time.Second))
	}
	n.Tick(t.Context(), noon)
	n.Tick(t.Context(), noon.Add(95*time.Second))
	if len(n.sent) != 7 {
		t.Fatalf("%d digests", len(n.sent))
	}
	names := map[string]bool{}
	for i, d := range n.sent {
		from, to := noon.Add(time.Duration(i)*10*time.Second), noon.Add(time.Duration(i+1)*10*time.Second)
		if i == 6 {
			to = noon.Add(90 * time.Second)
		}
		if names[d.Period] = true; !d.From.Equal(from) || !d.To.Equal(to) || d.Period != to.UTC().Format(time.RFC3339) {
			t.Errorf("the %dth: %s from %v to %v", i+1, d.Period, d.From, d.To)
		}
	}
	if len(names) != 7 {
		t.Errorf("names %v", names)
	}
}

// counted counts how often a schedule is asked.
type counted struct {
	next  func(time.Time) time.Time
	asked int
}

func (c *counted) Next(t time.Time) time.Time { c.asked++; return c.next(t) }

// TestEveryAfterMonths: a long downtime is one digest, found without going
// through all that was missed.
func TestEveryAfterMonths(t *testing.T) {
	n := reporter(t, zone, "@every 10s", noon)
	c := &counted{next: n.Schedule.Next}
	n.Schedule = c
	n.Tick(t.Context(), noon.AddDate(0, 7, 0).Add(3*time.Second))
	if len(n.sent) != 1 || c.asked > 10 {
		t.Fatalf("%d digests, asked %d times", len(n.sent), c.asked)
	}
	if d := n.sent[0]; !d.From.Equal(noon) || !d.To.Equal(noon.AddDate(0, 7, 0)) {
		t.Errorf("it covers %v – %v", d.From, d.To)
	}
}

// TestWallClock: over the changes of the clocks a schedule goes by the wall.
func TestWallClock(t *testing.T) {
	berlin := must(time.LoadLocation("Europe/Berlin"))
	for _, c := range []struct {
		name, spec, from string
		want             []string
	}{
		{"a skipped hour", "30 2 * * *", "2026-03-28 02:30 +0100", []string{"2026-03-29 03:00 +0200", "2026-03-30 02:30 +0200"}},
		{"an hour that comes twice", "30 2 * * *", "2026-10-24 02:30 +0200", []string{"2026-10-25 02:30 +0200", "2026-10-26 02:30 +0100"}},
		{"begun in its second half", "30 2 * * *", "2026-10-25 02:10 +0100", []string{"2026-10-26 02:30 +0100"}},
		{"every hour, in spring", "0 * * * *", "2026-03-29 01:00 +0100", []string{"2026-03-29 03:00 +0200", "2026-03-29 04:00 +0200"}},
		{"every hour, in autumn", "0 * * * *", "2026-10-25 01:00 +0200", []string{"2026-10-25 02:00 +0200", "2026-10-25 03:00 +0100"}},
		{"every Monday, in spring", "0 9 * * MON", "2026-03-23 09:00 +0100", []string{"2026-03-30 09:00 +0200", "2026-04-06 09:00 +0200"}},
		{"never", "0 0 30 2 *", "2026-03-23 09:00 +0100", []string{"0001-01-01 00:00 +0000"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := bot.WallClock{Schedule: must(cron.ParseStandard(c.spec))}
			const layout = "2006-01-02 15:04 -0700"
			at := must(time.Parse(layout, c.from)).In(berlin)
			var got []string
			for range c.want {
				at = w.Next(at)
				got = append(got, at.Format(layout))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestWeeklyInTheSkippedHour: such a digest covers its week like any other.
func TestWeeklyInTheSkippedHour(t *testing.T) {
	berlin := must(time.LoadLocation("Europe/Berlin"))
	n := reporter(t, berlin, "30 2 * * SUN", time.Date(2026, 3, 15, 2, 30, 0, 0, berlin))
	n.Schedule = bot.WallClock{Schedule: n.Schedule}
	got := n.moments(t, berlin, "2026-03-22 02:30", "2026-03-29 03:00", "2026-03-29 04:00", "2026-04-05 02:30")
	want := []string{"2026-W11 09.03 00:00 – 16.03 00:00", "2026-W12 16.03 00:00 – 23.03 00:00", "2026-W13 23.03 00:00 – 30.03 00:00"}
	if !slices.Equal(got, want) {
		t.Errorf("told %q\nwant %q", got, want)
	}
}
