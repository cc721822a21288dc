package main

import (
	"errors"
	"log/slog"
	"math"
	"net"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/robfig/cron/v3"

	"leadbot/bot"
)

// The errors here finish the sentence "NAME: …" and leave the value out, which
// may hold a secret.

var (
	tokenPattern  = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]+$`)
	secretPattern = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
)

func checkToken(v string) error {
	return unless(tokenPattern.MatchString(v), "is not a bot token (digits, a colon, letters)")
}

func checkSecret(v string) error {
	return unless(secretPattern.MatchString(v), "must be at most 256 of A-Z, a-z, 0-9, _ and -")
}

func checkFormat(v string) error {
	return unless(v == "text" || v == "json", "must be text or json")
}

// checkURL accepts a web address.
func checkURL(v string) error {
	u, err := url.Parse(v)
	return unless(err == nil && isWeb(u), "must be an http or https URL")
}

// checkBaseURL accepts a web address to which a path can be added.
func checkBaseURL(v string) error {
	u, err := url.Parse(v)
	return unless(err == nil && isWeb(u) && !strings.ContainsAny(v, "?#"), "must be an http or https URL without ? and #")
}

func checkWebhookURL(v string) error {
	u, err := url.Parse(v)
	return unless(err == nil && isWeb(u) && (u.Scheme == "https" || isLoopback(u.Hostname())),
		"must be an https URL, or http to a loopback host")
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}

func isLoopback(host string) bool {
	return host == "localhost" || net.ParseIP(host).IsLoopback()
}

// checkAddr accepts HOST:PORT and :PORT.
func checkAddr(v string) error {
	_, port, err := net.SplitHostPort(v)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	return unless(err == nil, "must be HOST:PORT or :PORT")
}

func parseChat(v string) (int64, error) {
	id, err := strconv.ParseInt(v, 10, 64)
	return id, unless(err == nil && id != 0, "must be a chat id")
}

func parseUsers(v string) ([]int64, error) {
	var ids []int64
	for part := range strings.SplitSeq(v, ",") {
		id, err := strconv.ParseInt(strings.TrimSpace(part), 10, 64)
		if err != nil || id <= 0 {
			return nil, errors.New("must be user ids separated by commas")
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// parseDatabase returns a path; the prefixes of an SQLite URL are dropped.
func parseDatabase(v string) (string, error) {
	for _, prefix := range []string{"sqlite://", "file://", "file:"} {
		v = strings.TrimPrefix(v, prefix)
	}
	return v, unless(v != "" && v != ":memory:" && !strings.Contains(v, "?") && !strings.Contains(v, "://"),
		"must be the path of an SQLite file")
}

func parseZone(v string) (*time.Location, error) {
	zone, err := time.LoadLocation(v)
	return zone, unless(err == nil, "is not the name of a time zone")
}

// parseDuration accepts Go's durations and whole days (30d) above zero.
func parseDuration(v string) (time.Duration, error) {
	v = strings.TrimSpace(v)
	d, err := time.ParseDuration(v)
	if days, ok := strings.CutSuffix(v, "d"); ok {
		var n uint64
		n, err = strconv.ParseUint(days, 10, 16)
		d = time.Duration(n) * 24 * time.Hour
	}
	return d, unless(err == nil && d > 0, "must be a time like 30s, 15m, 24h or 7d")
}

func parsePause(v string) (time.Duration, error) {
	if v == "off" {
		return 0, nil
	}
	d, err := parseDuration(v)
	return d, unless(err == nil, "must be a time like 2s, or off")
}

func parseGrowing(v string) ([]time.Duration, error) {
	var all []time.Duration
	for part := range strings.SplitSeq(v, ",") {
		d, err := parseDuration(part)
		if err != nil || len(all) > 0 && d <= all[len(all)-1] {
			return nil, errors.New("must be growing times separated by commas")
		}
		all = append(all, d)
	}
	return all, nil
}

func parseSLA(v string) ([3]time.Duration, error) {
	all, err := parseGrowing(v)
	if err != nil || len(all) != 3 {
		return [3]time.Duration{}, errors.New("must be three growing times separated by commas")
	}
	return [3]time.Duration(all), nil
}

// parseRetention keeps the default of a kind that v does not name.
func parseRetention(v string) (r Retention, err error) {
	kinds := map[string]*time.Duration{"unfinished": &r.Unfinished, "cold": &r.Cold, "lost": &r.Lost}
	for part := range strings.SplitSeq(defaultRetention+","+v, ",") {
		name, value, _ := strings.Cut(part, "=")
		kind, ok := kinds[strings.TrimSpace(name)]
		if !ok {
			return Retention{}, errors.New("must be unfinished=TIME,cold=TIME,lost=TIME")
		}
		if *kind, err = parseDuration(value); err != nil {
			return Retention{}, err
		}
	}
	return r, nil
}

func parseSwitch(v string) (bool, error) {
	return v == "on", unless(v == "on" || v == "off", "must be on or off")
}

func parseCount(v string) (int, error) {
	n, err := strconv.ParseUint(v, 10, 31)
	return int(n), unless(err == nil, "must be a number, 0 or more")
}

func parseRate(v string) (float64, error) {
	if v == "off" {
		return 0, nil
	}
	rate, err := strconv.ParseFloat(v, 64)
	return rate, unless(err == nil && rate > 0 && !math.IsInf(rate, 0), "must be a number above 0, or off")
}

func parseLevel(v string) (level slog.Level, err error) {
	err = level.UnmarshalText([]byte(v))
	return level, unless(err == nil, "must be debug, info, warn or error")
}

// parseSchedule accepts what cron's standard parser does when it has a next
// run within five years. The parser panics on some expressions.
func parseSchedule(v string) (schedule cron.Schedule, err error) {
	wrong := errors.New("must be a cron expression of five fields, or like @weekly or @every 24h")
	defer func() {
		if recover() != nil {
			schedule, err = nil, wrong
		}
	}()
	schedule, err = cron.ParseStandard(v)
	if err != nil {
		return nil, wrong
	}
	if spec, ok := schedule.(*cron.SpecSchedule); ok && spec.Location == time.Local {
		schedule = bot.WallClock{Schedule: schedule}
	}
	now := time.Now()
	next := schedule.Next(now)
	return schedule, unless(next.After(now) && next.Before(now.AddDate(5, 0, 0)), "never comes within five years")
}

func unless(ok bool, text string) error {
	if ok {
		return nil
	}
	return errors.New(text)
}
