package dialog

import (
	"fmt"
	"strings"
	"time"
)

// Quiet is the part of the day in which the bot starts no message, on the
// clock of the times it is asked about. The zero Quiet is no part of the day.
type Quiet struct {
	hours hours
}

const quietJitter = 30 * time.Minute

// ParseQuiet reads "none" or hours like "21:00-09:00", which may run past
// midnight. They leave at least an hour of the day: a message has to go out.
func ParseQuiet(s string) (Quiet, error) {
	s = strings.TrimSpace(s)
	if strings.EqualFold(s, "none") {
		return Quiet{}, nil
	}
	h, ok := parseHours(s)
	if !ok || h.to-h.from > minutesPerDay-60 {
		return Quiet{}, fmt.Errorf(`quiet hours %q: write them like "21:00-09:00", at most 23 hours long, or "none"`, s)
	}
	return Quiet{h}, nil
}

// Contains reports whether t is quiet. The end of the quiet hours is not.
func (q Quiet) Contains(t time.Time) bool {
	return q.end(t).After(t)
}

// Delay returns t when it is not quiet, else the end of the quiet hours plus a
// jitter of at most 30 minutes that depends only on the seed (the lead's id).
func (q Quiet) Delay(t time.Time, seed int64) time.Time {
	if !q.Contains(t) {
		return t
	}
	return q.end(t).Add(jitter(seed))
}

// Next returns when the quiet hours next begin after t, the zero time for never.
func (q Quiet) Next(t time.Time) time.Time {
	if q == (Quiet{}) {
		return time.Time{}
	}
	for day := dateOf(t); ; day = day.AddDate(0, 0, 1) {
		if from, _ := q.hours.on(day, t.Location()); from.After(t) {
			return from
		}
	}
}

// String returns q in the form that ParseQuiet reads.
func (q Quiet) String() string {
	if q == (Quiet{}) {
		return "none"
	}
	return q.hours.String()
}

// end returns the end of the quiet hours around t, and t when it is not quiet.
func (q Quiet) end(t time.Time) time.Time {
	today := dateOf(t)
	for _, day := range []time.Time{today.AddDate(0, 0, -1), today} {
		from, to := q.hours.on(day, t.Location())
		if !t.Before(from) && t.Before(to) {
			return to
		}
	}
	return t
}

// jitter spreads neighbouring seeds evenly (Fibonacci hashing).
func jitter(seed int64) time.Duration {
	spread := uint64(seed) * 0x9E3779B97F4A7C15 >> 32
	return time.Duration(spread%uint64(quietJitter/time.Second+1)) * time.Second
}
