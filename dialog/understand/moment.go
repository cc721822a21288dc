package understand

import (
	"strconv"
	"strings"
	"time"
)

// calendar is compiled Times.
type calendar struct {
	days, weekdays, months, hours    map[symbol]float64
	next, at, minute, halfHour, hour symbol
}

func (b *builder) dates(l Times) {
	t := &b.calendar
	for _, list := range []struct {
		name  string
		words map[int64][]string
		into  *map[symbol]float64
	}{{"days", l.Days, &t.days}, {"weekdays", l.Weekdays, &t.weekdays}, {"months", l.Months, &t.months}, {"hours", l.Hours, &t.hours}} {
		*list.into = map[symbol]float64{}
		b.values(list.words, *list.into, "times", list.name)
	}
	for _, list := range []struct {
		name  string
		words []string
		sym   *symbol
	}{{"next", l.Next, &t.next}, {"at", l.At, &t.at}, {"minute", l.Minute, &t.minute}, {"half_hour", l.HalfHour, &t.halfHour}, {"hour", l.Hour, &t.hour}} {
		*list.sym = b.words.fresh()
		for i, w := range list.words {
			b.member(*list.sym, w, []any{"times", list.name, i})
		}
	}
}

// Moment returns the time to come that a text names, seen from now in the
// writer's zone: «завтра вечером», «через неделю», «в понедельник в 18:00». False
// when it names none. A day without an hour means the morning.
func (r *Reader) Moment(text string, now time.Time) (time.Time, bool) {
	r.words.seal()
	m := moment{Reader: r, now: now, hour: -1}
	m.tokens = scan(text)
	for i := range m.tokens {
		m.tokens[i].syms = r.words.of(m.tokens[i].text)
	}
	m.tokens = r.join(m.tokens)
	r.clauses(m.tokens)
	for i := range m.tokens {
		m.take(i)
	}
	return m.time()
}

// moment is a time while it is read.
type moment struct {
	*Reader
	tokens  []token
	now     time.Time
	wait    time.Duration // from now, to the minute
	day     time.Time     // its midnight; the zero time when no day is named
	hour    int           // -1 when none is said
	minutes int
	part    int // the hour at which the part of the day begins, 0 for none
}

// morning is the hour meant by a day without one.
const morning = 10

func (m *moment) take(i int) {
	k := &m.tokens[i]
	if n, ok := m.valueOf(k, m.calendar.days); ok {
		m.day = m.ahead(int(n))
	}
	if n, ok := m.valueOf(k, m.calendar.weekdays); ok {
		m.weekday(i, time.Weekday(int(n)%7))
	}
	if n, ok := m.valueOf(k, m.calendar.months); ok {
		m.date(i, time.Month(int(n)))
	}
	if n, ok := m.valueOf(k, m.calendar.hours); ok && !m.counted(i) {
		m.part = int(n)
	}
	m.clock(i)
	m.after(i)
}

// counted reports whether a number counts the word, as in «два дня» but not in
// «в два дня».
func (m *moment) counted(i int) bool {
	return i > 0 && m.tokens[i-1].number != nil && (i == 1 || !m.tokens[i-2].is(m.calendar.at))
}

// ahead is the midnight that begins the day so many days from today.
func (m *moment) ahead(days int) time.Time {
	y, month, d := m.now.Date()
	return time.Date(y, month, d+days, 0, 0, 0, 0, m.now.Location())
}

// weekday takes the next such day after today, or the one of the week after.
func (m *moment) weekday(i int, day time.Weekday) {
	days := (int(day-m.now.Weekday())+6)%7 + 1
	if i > 0 && m.tokens[i-1].is(m.calendar.next) && m.now.Weekday() != time.Sunday && m.ahead(days).Weekday() > m.now.Weekday() {
		days += 7
	}
	m.day = m.ahead(days)
}

// date takes «25 мая»: the next one.
func (m *moment) date(i int, month time.Month) {
	if i == 0 || m.tokens[i-1].number == nil || m.tokens[i-1].number.lo < 1 || m.tokens[i-1].number.lo > 31 {
		return
	}
	m.day = time.Date(m.now.Year(), month, int(m.tokens[i-1].number.lo), 0, 0, 0, 0, m.now.Location())
	if m.day.Before(m.ahead(0)) {
		m.day = m.day.AddDate(1, 0, 0)
	}
}

// clock takes an hour of the day: «в 18:00», «после шести», «к 10».
func (m *moment) clock(i int) {
	k := &m.tokens[i]
	if h, rest, ok := strings.Cut(k.text, ":"); ok {
		hour, err := strconv.Atoi(h)
		minutes, wrong := strconv.Atoi(rest)
		if err == nil && wrong == nil && hour < 24 && minutes < 60 {
			m.hour, m.minutes = hour, minutes
		}
		return
	}
	if k.number == nil || k.number.money() || k.number.scaled || k.number.lo > 23 || k.number.lo != k.number.hi || i == 0 || !m.tokens[i-1].is(m.calendar.at) {
		return
	}
	if i+1 < len(m.tokens) {
		next := &m.tokens[i+1]
		if _, date := m.valueOf(next, m.calendar.months); date || next.is(m.class.unit) && !next.is(m.calendar.hour) && !m.partOf(next) {
			return
		}
	}
	m.hour = int(k.number.lo)
}

func (m *moment) partOf(k *token) bool {
	_, ok := m.valueOf(k, m.calendar.hours)
	return ok
}

// after takes «через два дня», «через полчаса», «на следующей неделе».
func (m *moment) after(i int) {
	k := &m.tokens[i]
	if k.is(m.calendar.next) && i+1 < len(m.tokens) {
		m.following(&m.tokens[i+1])
		return
	}
	if !m.soon(i) {
		return
	}
	n := m.amount(i)
	switch {
	case k.is(m.calendar.halfHour):
		m.wait = 30 * time.Minute
	case k.is(m.calendar.minute):
		m.wait = min(time.Duration(n*float64(time.Minute)), maxWait)
	case k.is(m.calendar.hour):
		m.wait = min(time.Duration(n*float64(time.Hour)), maxWait)
	default:
		if days := m.unitDays(k); days > 0 {
			m.day = m.ahead(int(min(n*days, maxDays)))
		}
	}
}

// The farthest times that are believed.
const (
	maxDays = 366
	maxWait = 14 * 24 * time.Hour
)

// following takes the beginning of the next week, month or year.
func (m *moment) following(unit *token) {
	switch {
	case unit.is(m.class.week):
		m.weekday(0, time.Monday)
	case unit.is(m.class.month):
		m.day = time.Date(m.now.Year(), m.now.Month()+1, 1, 0, 0, 0, 0, m.now.Location())
	}
}

// soon reports whether «через» stands a few words before a token.
func (m *moment) soon(i int) bool {
	for k := i - 1; k >= max(0, i-4) && m.tokens[k].clause == m.tokens[i].clause; k-- {
		if m.tokens[k].is(m.class.after) {
			return true
		}
	}
	for k := i + 1; k <= min(i+1, len(m.tokens)-1); k++ { // «минут через 20»
		if m.tokens[k].is(m.class.after) && k+1 < len(m.tokens) && m.tokens[k+1].number != nil {
			return true
		}
	}
	return false
}

// amount is the number that goes with a unit of time, the larger of two; one when
// none is said.
func (m *moment) amount(i int) float64 {
	for _, k := range []int{i - 1, i + 2} {
		if k >= 0 && k < len(m.tokens) && m.tokens[k].number != nil && m.tokens[k].number.hi > 0 {
			return m.tokens[k].number.hi
		}
	}
	return 1
}

// time is what was read, later than now.
func (m *moment) time() (time.Time, bool) {
	if m.wait > 0 {
		return m.now.Add(m.wait), true
	}
	if m.day.IsZero() && m.hour < 0 && m.part == 0 {
		return time.Time{}, false
	}
	day, hour := m.day, m.hour
	if day.IsZero() {
		day = m.ahead(0)
	}
	switch {
	case hour < 0 && m.part > 0:
		hour = m.part
	case hour < 0:
		hour = morning
	case hour < 12 && (m.part >= 12 || m.part == 0 && hour < 8):
		hour += 12 // «в три часа», «в семь вечера»
	}
	y, month, d := day.Date()
	at := time.Date(y, month, d, hour, m.minutes, 0, 0, m.now.Location())
	if !at.After(m.now) {
		if !m.day.IsZero() && !m.day.Equal(m.ahead(0)) {
			return time.Time{}, false
		}
		at = at.AddDate(0, 0, 1)
	}
	return at, true
}
