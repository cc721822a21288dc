package dialog

import (
	"cmp"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Week says when the business is open, on the clock of the times it is asked
// about. The zero Week is always open.
type Week struct {
	shifts []shift
}

// shift is the same hours on the days from first to last, over the weekend
// when last comes before first.
type shift struct {
	first, last time.Weekday
	hours       hours
}

// hours counts minutes since midnight; to lies past 24:00 when the hours end
// on the next day.
type hours struct {
	from, to int
}

const minutesPerDay = 24 * 60

var (
	shiftPattern = regexp.MustCompile(`^([A-Za-z]{3})(?:\s*-\s*([A-Za-z]{3}))?\s+(\S.*)$`)
	hoursPattern = regexp.MustCompile(`^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$`)
)

// ParseWeek reads "always" or ranges separated by commas or semicolons, like
// "Mon-Thu 10:00-19:00, Fri 10:00-17:00". Ranges may overlap and run past
// midnight; 24:00 is an end.
func ParseWeek(s string) (Week, error) {
	s = strings.TrimSpace(s)
	if strings.EqualFold(s, "always") {
		return Week{}, nil
	}
	var w Week
	for _, part := range strings.Split(strings.ReplaceAll(s, ";", ","), ",") {
		part = strings.TrimSpace(part)
		sh, ok := parseShift(part)
		if !ok {
			return Week{}, fmt.Errorf(`opening hours %q: write days and hours like "Mon-Fri 10:00-19:00, Sat 11:00-15:00", or "always"`, part)
		}
		w.shifts = append(w.shifts, sh)
	}
	return w, nil
}

// Open reports whether the business is open at t. It opens with the first
// minute of a range and is closed at its end.
func (w Week) Open(t time.Time) bool {
	return w.Next(t).Equal(t)
}

// Next returns t itself when the business is open, else the next opening.
func (w Week) Next(t time.Time) time.Time {
	for from := range w.open(t) {
		return from
	}
	return t
}

// Add returns the moment at which d of open time has passed since t: a closing
// time rather than the opening after it, and Next(t) when d is not positive.
func (w Week) Add(t time.Time, d time.Duration) time.Time {
	d = max(d, 0)
	for from, to := range w.open(t) {
		if length := to.Sub(from); d > length {
			d -= length
			continue
		}
		return from.Add(d)
	}
	return t.Add(d)
}

// Between returns the open time from a to b, and 0 when b is not after a.
func (w Week) Between(a, b time.Time) time.Duration {
	if len(w.shifts) == 0 {
		return max(b.Sub(a), 0)
	}
	var sum time.Duration
	for from, to := range w.open(a) {
		if !from.Before(b) {
			break
		}
		if to.After(b) {
			to = b
		}
		sum += to.Sub(from)
	}
	return sum
}

// String returns w in the form that ParseWeek reads.
func (w Week) String() string {
	if len(w.shifts) == 0 {
		return "always"
	}
	parts := make([]string, len(w.shifts))
	for i, s := range w.shifts {
		parts[i] = s.String()
	}
	return strings.Join(parts, ", ")
}

// open yields the open time from t on, in order and without overlaps. It never
// ends, but for a week that is always open it yields nothing.
func (w Week) open(t time.Time) iter.Seq2[time.Time, time.Time] {
	return func(yield func(from, to time.Time) bool) {
		if len(w.shifts) == 0 {
			return
		}
		for day := dateOf(t).AddDate(0, 0, -1); ; day = day.AddDate(0, 0, 1) {
			for _, h := range w.on(day.Weekday()) {
				from, to := h.on(day, t.Location())
				if from.Before(t) {
					from = t
				}
				if !from.Before(to) {
					continue
				}
				if !yield(from, to) {
					return
				}
				t = to
			}
		}
	}
}

// on returns the hours that begin on a day, the earliest first.
func (w Week) on(day time.Weekday) []hours {
	var all []hours
	for _, s := range w.shifts {
		if (day-s.first+7)%7 <= (s.last-s.first+7)%7 {
			all = append(all, s.hours)
		}
	}
	slices.SortFunc(all, func(a, b hours) int { return cmp.Compare(a.from, b.from) })
	return all
}

func parseShift(s string) (shift, bool) {
	m := shiftPattern.FindStringSubmatch(s)
	if m == nil {
		return shift{}, false
	}
	first, okFirst := parseDay(m[1])
	last, okLast := parseDay(cmp.Or(m[2], m[1]))
	h, okHours := parseHours(m[3])
	return shift{first, last, h}, okFirst && okLast && okHours
}

func parseDay(s string) (time.Weekday, bool) {
	for day := range time.Weekday(7) {
		if strings.EqualFold(s, shortDay(day)) {
			return day, true
		}
	}
	return 0, false
}

func parseHours(s string) (hours, bool) {
	m := hoursPattern.FindStringSubmatch(s)
	if m == nil {
		return hours{}, false
	}
	from, okFrom := minuteOfDay(m[1], m[2])
	to, okTo := minuteOfDay(m[3], m[4])
	if !okFrom || !okTo || from == to || from == minutesPerDay {
		return hours{}, false
	}
	if to < from {
		to += minutesPerDay
	}
	return hours{from, to}, true
}

// minuteOfDay takes digits only, up to 24:00.
func minuteOfDay(hour, minute string) (int, bool) {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	sum := h*60 + m
	return sum, m < 60 && sum <= minutesPerDay
}

func (s shift) String() string {
	days := shortDay(s.first)
	if s.last != s.first {
		days += "-" + shortDay(s.last)
	}
	return days + " " + s.hours.String()
}

func shortDay(d time.Weekday) string { return d.String()[:3] }

func (h hours) String() string {
	to := h.to
	if to > minutesPerDay {
		to -= minutesPerDay
	}
	return fmt.Sprintf("%02d:%02d-%02d:%02d", h.from/60, h.from%60, to/60, to%60)
}

// on returns when the hours that begin on day begin and end in loc.
func (h hours) on(day time.Time, loc *time.Location) (from, to time.Time) {
	return FirstShown(day.Add(time.Duration(h.from)*time.Minute), loc),
		FirstShown(day.Add(time.Duration(h.to)*time.Minute), loc)
}

// dateOf returns t's date as midnight in UTC, where every day has 24 hours.
func dateOf(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// FirstShown returns the first moment at which a clock in loc shows what wall
// shows in UTC, and the moment of the jump when the clock skips it.
func FirstShown(wall time.Time, loc *time.Location) time.Time {
	year, month, day := wall.Date()
	at := time.Date(year, month, day, wall.Hour(), wall.Minute(), 0, 0, loc)
	_, offset := at.Zone()
	start, end := at.ZoneBounds()
	switch shown := at.Unix() + int64(offset); {
	case shown < wall.Unix():
		return end
	case shown > wall.Unix():
		return start
	}
	_, before := start.Add(-1).Zone()
	if earlier := at.Add(time.Duration(offset-before) * time.Second); earlier.Before(start) {
		return earlier
	}
	return at
}
