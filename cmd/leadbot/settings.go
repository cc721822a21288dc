package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // TIMEZONE works on a machine without zone files

	"github.com/joho/godotenv"
	"github.com/robfig/cron/v3"

	"leadbot/dialog"
)

// Settings is everything that an owner can set; the table beside it tells
// what each setting means.
type Settings struct {
	Token, APIURL  string // Token may be empty: only run requires it. APIURL ends without a slash
	ManagersChat   int64  // 0: unset
	Owners, Heads  []int64
	Database       string // a path
	Script         string // a path; empty: the built-in script
	Zone           *time.Location
	Working        dialog.Week
	Quiet          dialog.Quiet
	RemindAfter    []time.Duration // growing
	FollowUps      bool
	HandoffIdle    time.Duration
	HandoffSLA     [3]time.Duration // target, ping, owner; growing
	ShadowLeads    int
	Digest         string        // the cron expression of DigestSchedule
	DigestSchedule cron.Schedule // to be asked with a time in Zone
	BurstPause     time.Duration // 0: off
	Retention      Retention

	WebhookURL, WebhookSecret, ListenAddr string // all or none in use
	MetricsAddr, PrivacyURL               string
	SendRate                              float64 // messages a second; 0: off
	LogLevel                              slog.Level
	LogFormat                             string // text or json
}

// Retention says after how long a lead of each kind is anonymised.
type Retention struct {
	Unfinished, Cold, Lost time.Duration
}

// LoadSettings reads each setting from lookup (os.LookupEnv) or, where lookup
// does not know the name, from envFile. An empty envFile stands for .env, which
// may be missing. An empty value means the default.
//
// The error has one line for each wrong value, with the setting's name, an
// example and no secret. The Settings beside it hold what was right, and Token
// in any case, so that a missing token can be reported in the same run.
func LoadSettings(envFile string, lookup func(string) (string, bool)) (Settings, error) {
	file, err := readEnv(envFile)
	if err != nil {
		return Settings{}, unreadableFile{err}
	}
	var s Settings
	var errs []error
	for _, x := range settingsTable {
		value, ok := lookup(x.name)
		if !ok {
			value = file[x.name]
		}
		errs = append(errs, x.load(&s, strings.TrimSpace(value)))
	}
	return s, errors.Join(append(errs, s.checkWebhook())...)
}

// unreadableFile is an error of the settings file: nothing is known of what it says.
type unreadableFile struct{ error }

// load sets the value, or the default when there is none. Its error does not
// repeat the value, which may hold a secret.
func (x setting) load(s *Settings, value string) error {
	value = cmp.Or(value, x.def)
	if value == "" {
		return nil
	}
	if err := x.set(s, value); err != nil {
		return fmt.Errorf("%s: %w; for example %s=%s", x.name, err, x.name, x.example)
	}
	return nil
}

func (s Settings) checkWebhook() error {
	if s.WebhookURL == "" || s.WebhookSecret != "" && s.ListenAddr != "" {
		return nil
	}
	return errors.New("WEBHOOK_URL: WEBHOOK_SECRET and LISTEN_ADDR are required with it; for example WEBHOOK_SECRET=a-long_random-text and LISTEN_ADDR=:8443")
}

// readEnv returns the variables of an env file, none when the name is empty
// and .env is missing.
func readEnv(name string) (map[string]string, error) {
	src, err := os.ReadFile(cmp.Or(name, ".env"))
	if name == "" && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	src = append(bytes.TrimPrefix(src, []byte("\ufeff")), '\n')
	vars, err := godotenv.UnmarshalBytes(src)
	if err != nil { // its text quotes the file, secrets and all
		return nil, fmt.Errorf("line %d of %s is malformed; write NAME=value", malformedLine(src), cmp.Or(name, ".env"))
	}
	return vars, nil
}

// malformedLine returns the number of the line after the last one up to which
// src can be parsed. A quoted value of several lines counts from its first.
func malformedLine(src []byte) int {
	for {
		src = src[:bytes.LastIndexByte(src[:len(src)-1], '\n')+1]
		if _, err := godotenv.UnmarshalBytes(src); err == nil {
			return bytes.Count(src, []byte("\n")) + 1
		}
	}
}
