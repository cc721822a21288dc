package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"syscall"
	"time"

	"leadbot/bot/telegram"
	"leadbot/storage"
)

type doctorCommand struct{}

// checkup is one line of the doctor's report: what was found, or what is wrong.
type checkup struct {
	name string
	run  func(context.Context) (string, error)
}

// Run checks everything that the bot needs, one line each.
func (doctorCommand) Run(ctx context.Context, c console) error {
	settings, err := LoadSettings(c.env, c.lookup)
	d := doctor{settings: settings, wrong: err}
	d.client = telegram.New(telegram.Options{Token: settings.Token, URL: settings.APIURL, Log: newLog(c.err, settings)})
	ill := 0
	for _, check := range d.checks() {
		found, err := check.run(ctx)
		if err != nil {
			ill++
			fmt.Fprintf(c.out, "FAIL  %-9s %v\n", check.name, err)
			continue
		}
		fmt.Fprintf(c.out, "ok    %-9s %s\n", check.name, found)
	}
	if ill > 0 {
		return failure{failed, fmt.Errorf("%d checks failed", ill)}
	}
	return nil
}

// doctor examines one installation.
type doctor struct {
	settings Settings
	wrong    error // of the settings
	client   *telegram.Client
	self     telegram.Bot // known after the token's check
}

func (d *doctor) checks() []checkup {
	return []checkup{
		{"settings", d.checkSettings}, {"script", d.checkScript}, {"token", d.checkToken}, {"polling", d.checkPolling},
		{"managers", d.checkManagers}, {"database", d.checkDatabase}, {"clock", d.checkClock}, {"disk", d.checkDisk},
	}
}

func (d *doctor) checkSettings(context.Context) (string, error) {
	if d.wrong != nil {
		return "", d.wrong
	}
	found := "all right"
	for _, note := range d.settings.unset() {
		found += "; " + note
	}
	return found, nil
}

func (d *doctor) checkScript(context.Context) (string, error) {
	script, err := loadScript(d.settings)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d questions", len(script.Questions)), nil
}

func (d *doctor) checkToken(ctx context.Context) (string, error) {
	if d.settings.Token == "" {
		return "", errors.New("TELEGRAM_TOKEN is missing; @BotFather gives one")
	}
	var err error
	if d.self, err = d.client.Me(ctx); err != nil {
		return "", fmt.Errorf("TELEGRAM_TOKEN: %w", err)
	}
	return "@" + d.self.Username, nil
}

// checkPolling looks for a second poller, unless the bot itself runs here: then
// the look would cut its poll short.
func (d *doctor) checkPolling(ctx context.Context) (string, error) {
	if d.self.ID == 0 {
		return "", errors.New("not checked without a working token")
	}
	if storage.InUse(d.settings.Database) {
		return "the bot runs here", nil
	}
	if err := d.client.Peek(ctx); err != nil {
		return "", err
	}
	return "nobody else polls", nil
}

func (d *doctor) checkManagers(ctx context.Context) (string, error) {
	switch {
	case d.settings.ManagersChat == 0:
		return "not set", nil
	case d.self.ID == 0:
		return "", errors.New("not checked without a working token")
	}
	switch lacks, known := d.client.Rights(ctx, d.settings.ManagersChat, d.self.ID); {
	case !known:
		return "", errors.New("the rights in MANAGERS_CHAT_ID cannot be found out now")
	case lacks != "":
		return "", errors.New(lacks)
	}
	return "the bot is an administrator", nil
}

func (d *doctor) checkDatabase(ctx context.Context) (string, error) {
	db, err := storage.OpenReader(ctx, d.settings.Database)
	if errors.Is(err, storage.ErrNone) {
		return "none yet; the bot makes it", nil
	}
	if err != nil {
		return "", err
	}
	defer db.Close()
	if err := db.Integrity(ctx); err != nil {
		return "", err
	}
	return d.settings.Database + " is sound", nil
}

// maxAhead is how far the clock may be off: presses live for 150 seconds.
const maxAhead = time.Minute

func (d *doctor) checkClock(ctx context.Context) (string, error) {
	ahead, ok := d.client.Clock(ctx, d.settings.APIURL)
	switch {
	case !ok:
		return "", errors.New("the Bot API server cannot be asked for the time")
	case ahead.Abs() > maxAhead:
		return "", fmt.Errorf("%s away from the Bot API server's; set the time of this machine", ahead)
	}
	return "right", nil
}

// leastDisk is the free space below which the bot is soon in trouble.
const leastDisk = 100 << 20

func (d *doctor) checkDisk(context.Context) (string, error) {
	var fs syscall.Statfs_t
	dir := filepath.Dir(d.settings.Database)
	if err := syscall.Statfs(dir, &fs); err != nil {
		return "", fmt.Errorf("%s: %w", dir, err)
	}
	free := int64(fs.Bavail) * fs.Bsize
	if free < leastDisk {
		return "", fmt.Errorf("%d MiB free in %s; at least %d are needed", free>>20, dir, leastDisk>>20)
	}
	return fmt.Sprintf("%d MiB free", free>>20), nil
}
