package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"leadbot/bot/playground"
)

// TestDoctor breaks each thing in turn; the doctor names it and nothing else.
func TestDoctor(t *testing.T) {
	t.Parallel()
	broken := filepath.Join(t.TempDir(), "broken.db")
	if err := os.WriteFile(broken, []byte(strings.Repeat("this is no database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		spoil func(*town)
		fails []string // the checks that fail
		says  string
	}{
		{"nothing", func(*town) {}, nil, "@"},
		{"settings", func(w *town) { w.env["SEND_RATE"] = "fast" }, []string{"settings"}, "SEND_RATE"},
		{"script", func(w *town) { w.env["SCRIPT"] = "/nowhere.yaml" }, []string{"script"}, "/nowhere.yaml"},
		{"token missing", func(w *town) { w.env["TELEGRAM_TOKEN"] = "" }, []string{"token", "polling", "managers"}, "@BotFather"},
		{"token revoked", func(w *town) { w.server.Fail("", -1, playground.Revoked) }, []string{"token", "polling", "managers"}, "TELEGRAM_TOKEN"},
		{"second poller", func(w *town) { w.server.Fail("getUpdates", 1, playground.OtherPoll) }, []string{"polling"}, "another program"},
		{"no administrator", func(w *town) { w.group.Demote() }, []string{"managers"}, "administrator"},
		{"not a member", func(w *town) { w.group.Kick() }, []string{"managers"}, "add it there"},
		{"database", func(w *town) { w.env["DATABASE_URL"] = broken }, []string{"database"}, "broken.db"},
		{"server away", func(w *town) { w.server.Down() }, []string{"token", "polling", "managers", "clock"}, "refused"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			c.spoil(w)
			r := command(t, w.env, "", "doctor")
			var failed []string
			for _, line := range strings.Split(r.out, "\n") {
				if rest, ok := strings.CutPrefix(line, "FAIL  "); ok {
					failed = append(failed, strings.Fields(rest)[0])
				}
			}
			if strings.Join(failed, " ") != strings.Join(c.fails, " ") || !strings.Contains(r.out, c.says) {
				t.Errorf("failed %q, want %q with %q:\n%s", failed, c.fails, c.says, r.out)
			}
			if want := min(len(c.fails), 1); r.code != want {
				t.Errorf("exit %d, want %d", r.code, want)
			}
		})
	}
}

// TestDoctorBesideTheBot does not cut the running bot's poll short.
func TestDoctorBesideTheBot(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	if r := command(t, w.env, "", "doctor"); r.code != 0 || !strings.Contains(r.out, "the bot runs here") {
		t.Errorf("exit %d:\n%s", r.code, r.out)
	}
	w.newcomer("Анна")
}
