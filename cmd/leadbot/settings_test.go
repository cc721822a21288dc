package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// environment is a lookup that knows only the given variables.
func environment(vars map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		value, ok := vars[name]
		return value, ok
	}
}

// load reads settings with no file but the given one.
func load(t *testing.T, file string, vars map[string]string) (Settings, error) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "test.env")
	if err := os.WriteFile(name, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	return LoadSettings(name, environment(vars))
}

func TestDefaults(t *testing.T) {
	s, err := load(t, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	monday := time.Date(2026, 11, 23, 9, 0, 0, 0, s.Zone)
	if next := s.DigestSchedule.Next(monday.AddDate(0, 0, -7)); !next.Equal(monday) {
		t.Errorf("the digest comes %s, want %s", next, monday)
	}
	if working, quiet := s.Working.String(), s.Quiet.String(); working != "Mon-Fri 10:00-19:00" || quiet != "21:00-09:00" {
		t.Errorf("working hours %s, quiet hours %s", working, quiet)
	}
	want := Settings{
		APIURL: "https://api.telegram.org", Database: "leadbot.db", Zone: s.Zone, Working: s.Working, Quiet: s.Quiet,
		RemindAfter: []time.Duration{time.Hour, 24 * time.Hour, 72 * time.Hour}, FollowUps: true, HandoffIdle: 10 * time.Minute,
		HandoffSLA:  [3]time.Duration{5 * time.Minute, 15 * time.Minute, 30 * time.Minute},
		ShadowLeads: 7, Digest: "0 9 * * MON", DigestSchedule: s.DigestSchedule, BurstPause: 2 * time.Second,
		Retention: Retention{30 * 24 * time.Hour, 180 * 24 * time.Hour, 365 * 24 * time.Hour},
		SendRate:  30, LogLevel: slog.LevelInfo, LogFormat: "text",
	}
	if !reflect.DeepEqual(s, want) || s.Zone.String() != "Europe/Moscow" {
		t.Errorf("defaults:\n%+v, want\n%+v", s, want)
	}
}

func TestValues(t *testing.T) {
	for _, c := range []struct {
		name, value string
		field       func(Settings) any
		want        any
	}{
		{"TELEGRAM_TOKEN", " 42:AA-b_c \n", func(s Settings) any { return s.Token }, "42:AA-b_c"},
		{"TELEGRAM_API_URL", "http://localhost:8081/", func(s Settings) any { return s.APIURL }, "http://localhost:8081"},
		{"MANAGERS_CHAT_ID", "-1001234567890", func(s Settings) any { return s.ManagersChat }, int64(-1001234567890)},
		{"OWNER_IDS", "1, 2", func(s Settings) any { return s.Owners }, []int64{1, 2}},
		{"HEAD_IDS", "3", func(s Settings) any { return s.Heads }, []int64{3}},
		{"DATABASE_URL", "file:a/b.db", func(s Settings) any { return s.Database }, "a/b.db"},
		{"DATABASE_URL", "file:///a/b.db", func(s Settings) any { return s.Database }, "/a/b.db"},
		{"DATABASE_URL", "sqlite:///a/b.db", func(s Settings) any { return s.Database }, "/a/b.db"},
		{"SCRIPT", "my.yaml", func(s Settings) any { return s.Script }, "my.yaml"},
		{"TIMEZONE", "Asia/Yekaterinburg", func(s Settings) any { return s.Zone.String() }, "Asia/Yekaterinburg"},
		{"WORKING_HOURS", "always", func(s Settings) any { return s.Working.String() }, "always"},
		{"QUIET_HOURS", "none", func(s Settings) any { return s.Quiet.String() }, "none"},
		{"REMIND_AFTER", "90s, 1d", func(s Settings) any { return s.RemindAfter }, []time.Duration{90 * time.Second, 24 * time.Hour}},
		{"FOLLOWUPS", "off", func(s Settings) any { return s.FollowUps }, false},
		{"HANDOFF_IDLE", "1s", func(s Settings) any { return s.HandoffIdle }, time.Second},
		{"HANDOFF_SLA", "1s,2s,3s", func(s Settings) any { return s.HandoffSLA }, [3]time.Duration{time.Second, 2 * time.Second, 3 * time.Second}},
		{"SHADOW_LEADS", "0", func(s Settings) any { return s.ShadowLeads }, 0},
		{"DIGEST_SCHEDULE", "@every 10s", func(s Settings) any { return s.DigestSchedule.Next(time.Unix(1000, 0)).Unix() }, int64(1010)},
		{"BURST_PAUSE", "off", func(s Settings) any { return s.BurstPause }, time.Duration(0)},
		{"RETENTION", "cold=1d, unfinished=12h", func(s Settings) any { return s.Retention }, Retention{12 * time.Hour, 24 * time.Hour, 365 * 24 * time.Hour}},
		{"LISTEN_ADDR", ":8443", func(s Settings) any { return s.ListenAddr }, ":8443"},
		{"METRICS_ADDR", "[::1]:0", func(s Settings) any { return s.MetricsAddr }, "[::1]:0"},
		{"PRIVACY_URL", "https://example.com/p", func(s Settings) any { return s.PrivacyURL }, "https://example.com/p"},
		{"SEND_RATE", "off", func(s Settings) any { return s.SendRate }, 0.0},
		{"SEND_RATE", "0.5", func(s Settings) any { return s.SendRate }, 0.5},
		{"LOG_LEVEL", "WARN", func(s Settings) any { return s.LogLevel }, slog.LevelWarn},
		{"LOG_FORMAT", "json", func(s Settings) any { return s.LogFormat }, "json"},
	} {
		s, err := load(t, "", map[string]string{c.name: c.value})
		if err != nil {
			t.Error(err)
		} else if got := c.field(s); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s=%s sets %v, want %v", c.name, c.value, got, c.want)
		}
	}
}

func TestWrongValues(t *testing.T) {
	for name, values := range map[string][]string{
		"TELEGRAM_TOKEN":   {"token", "12:", ":AA", "12:A A", "12:AA\n13:BB"},
		"TELEGRAM_API_URL": {"api.telegram.org", "ftp://host", "https://", "https://:80", "https://host/?a=b", "http://[::1"},
		"MANAGERS_CHAT_ID": {"0", "@chat", "1,2"},
		"OWNER_IDS":        {"me", "1,", "-1", "1;2"},
		"HEAD_IDS":         {"0"},
		"DATABASE_URL":     {"postgres://u:p@host/db", "file:", ":memory:", "file::memory:", "file:a.db?mode=ro"},
		"TIMEZONE":         {"Mars/Olympus", "../Moscow", "+03:00"},
		"WORKING_HOURS":    {"10:00-19:00"},
		"QUIET_HOURS":      {"night"},
		"REMIND_AFTER":     {"1h,1h", "2h,1h", "1h,,2h", "off", "0s", "-1h", "1", "d", "99999999999999d", "1.5d"},
		"FOLLOWUPS":        {"maybe"},
		"HANDOFF_IDLE":     {"0", "off"},
		"HANDOFF_SLA":      {"5m", "5m,15m", "5m,15m,10m", "1m,2m,3m,4m"},
		"SHADOW_LEADS":     {"-1", "seven", "99999999999"},
		"DIGEST_SCHEDULE":  {"monday", "TZ=", "TZ=UTC", "CRON_TZ=Mars/Olympus 0 9 * * *", "0 9 30 2 *", "@every 99999h", "0 0 9 * * MON", "@reboot"},
		"BURST_PAUSE":      {"2", "-2s"},
		"RETENTION":        {"30d", "cold=0d", "warm=1d", "cold", "off"},
		"WEBHOOK_URL":      {"http://example.com/", "http://127.0.0.1.example.com/", "localhost:80"},
		"WEBHOOK_SECRET":   {"a b", "ключ", strings.Repeat("a", 257)},
		"LISTEN_ADDR":      {"8443", "host", ":http", ":65536"},
		"METRICS_ADDR":     {"localhost"},
		"PRIVACY_URL":      {"javascript:alert(1)", "example.com"},
		"SEND_RATE":        {"0", "-1", "NaN", "Inf", "fast"},
		"LOG_LEVEL":        {"loud"},
		"LOG_FORMAT":       {"xml"},
	} {
		for _, value := range values {
			vars := map[string]string{name: value}
			if name == "WEBHOOK_URL" {
				vars["WEBHOOK_SECRET"], vars["LISTEN_ADDR"] = "secret", ":80"
			}
			_, err := load(t, "", vars)
			if err == nil {
				t.Errorf("%s=%s passes", name, value)
				continue
			}
			msg := err.Error()
			if !strings.HasPrefix(msg, name+": ") || !strings.Contains(msg, "; for example "+name+"=") || strings.Contains(msg, "\n") {
				t.Errorf("%s=%s: want one line with the name and an example: %s", name, value, msg)
			}
		}
	}
}

// All wrong values come in one error that repeats none of them; only the two
// hours, which say which range is wrong, may.
func TestAllWrongAtOnce(t *testing.T) {
	vars, wrong := map[string]string{}, 0
	for _, x := range settingsTable {
		switch x.name {
		case "WORKING_HOURS", "QUIET_HOURS", "SCRIPT":
		default:
			vars[x.name], wrong = "ca://nary secret?", wrong+1
		}
	}
	s, err := load(t, "", vars)
	if err == nil {
		t.Fatal("wrong values pass")
	}
	if lines := strings.Split(err.Error(), "\n"); len(lines) != wrong {
		t.Errorf("%d lines for %d wrong values:\n%v", len(lines), wrong, err)
	}
	if strings.Contains(err.Error(), "nary") {
		t.Errorf("the error repeats a value:\n%v", err)
	}
	if s.Token == "" {
		t.Error("a wrong token looks like a missing one")
	}
}

func TestWebhookNeedsSecretAndAddress(t *testing.T) {
	for _, c := range []struct {
		url, secret, addr string
		ok                bool
	}{
		{"https://bot.example.com/hook", "abc", ":8443", true},
		{"http://127.0.0.1:80/hook", "abc", ":8443", true},
		{"http://[::1]/hook", "abc", ":8443", true},
		{"http://localhost/hook", "abc", ":8443", true},
		{"https://bot.example.com/hook", "", ":8443", false},
		{"https://bot.example.com/hook", "abc", "", false},
		{"", "abc", ":8443", true},
	} {
		_, err := load(t, "", map[string]string{"WEBHOOK_URL": c.url, "WEBHOOK_SECRET": c.secret, "LISTEN_ADDR": c.addr})
		if (err == nil) != c.ok {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestEnvironmentWinsOverFile(t *testing.T) {
	file := "\ufeffSHADOW_LEADS=1 # a comment\r\nexport LOG_FORMAT=json\nTIMEZONE='UTC'\nSEND_RATE=\nBURST_PAUSE=5s"
	s, err := load(t, file, map[string]string{"LOG_FORMAT": "text", "BURST_PAUSE": ""})
	if err != nil {
		t.Fatal(err)
	}
	if s.ShadowLeads != 1 || s.Zone != time.UTC {
		t.Errorf("the file is not read: %+v", s)
	}
	if s.LogFormat != "text" || s.BurstPause != 2*time.Second {
		t.Errorf("the environment does not win: %+v", s)
	}
	if s.SendRate != 30 {
		t.Error("an empty value is not the default")
	}
}

func TestEnvFileMissing(t *testing.T) {
	t.Chdir(t.TempDir())
	if _, err := LoadSettings("", environment(nil)); err != nil {
		t.Errorf("without .env: %v", err)
	}
	if _, err := LoadSettings(".env", environment(nil)); err == nil || !strings.Contains(err.Error(), ".env") {
		t.Errorf("a missing --env .env: %v", err)
	}
	if err := os.WriteFile(".env", []byte("SHADOW_LEADS=3"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := LoadSettings("", environment(nil)); err != nil || s.ShadowLeads != 3 {
		t.Errorf(".env is not read: %v, %v", s.ShadowLeads, err)
	}
}

func TestMalformedEnvFile(t *testing.T) {
	for _, c := range []struct {
		file string
		line int
	}{
		{"canary", 1},
		{"canary\nA=1", 1},
		{"A=1\n\n# B\nTELEGRAM_TOKEN=\"12:canary\nC=2\n", 4},
		{"A='one\ntwo'\nB=2\ncanary-key=1\n", 4},
		{"A=1\r\ncanary\r\n", 2},
	} {
		_, err := load(t, c.file, nil)
		if err == nil {
			t.Errorf("%q passes", c.file)
			continue
		}
		if msg := err.Error(); !strings.HasPrefix(msg, fmt.Sprintf("line %d of ", c.line)) || strings.Contains(msg, "canary") {
			t.Errorf("%q: want line %d and no secret: %s", c.file, c.line, msg)
		}
	}
}

// .env.example is the table: one commented row each, the token first and open.
func TestEnvExample(t *testing.T) {
	got, err := os.ReadFile("../../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	want := "# Copy this file to .env. Variables of the environment win over it; an empty value means the default.\n"
	for i, x := range settingsTable {
		want += "\n# " + strings.ToUpper(x.meaning[:1]) + x.meaning[1:]
		if x.def == "" {
			want += ", for example " + x.example
		}
		want += "\n#"[:min(2, 1+i)] + x.name + "=" + x.def + "\n"
	}
	if string(got) != want {
		t.Errorf(".env.example differs from the table, which says:\n%s", want)
	}
}

func TestExamplesAreRight(t *testing.T) {
	vars := map[string]string{}
	for _, x := range settingsTable {
		vars[x.name] = x.example
	}
	if _, err := load(t, "", vars); err != nil {
		t.Error(err)
	}
}
