package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"leadbot/bot/playground"
)

// What keeps the bot from running is said in one line for each cause.
func TestExitCodes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := func(name, content string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	garbage := file("garbage.db", strings.Repeat("no database ", 1000))
	broken := file("broken.yaml", "language: ru\nname: x\nquestions:\n  - id: niche\n    wrong: 1\n")
	for _, c := range []struct {
		name string
		env  []string
		code int
		says []string // one part for each line of stderr
	}{
		{"no token", []string{"TELEGRAM_TOKEN", ""}, 2, []string{"TELEGRAM_TOKEN demo"}},
		{"wrong values", []string{"TELEGRAM_TOKEN", secretPart, "OWNER_IDS", "me", "DIGEST_SCHEDULE", "TZ=", "SEND_RATE", "fast", "TIMEZONE", "Mars"}, 2,
			[]string{"TELEGRAM_TOKEN example", "OWNER_IDS example", "TIMEZONE example", "DIGEST_SCHEDULE example", "SEND_RATE example"}},
		{"no token and a wrong value", []string{"TELEGRAM_TOKEN", "", "HEAD_IDS", "x"}, 2, []string{"HEAD_IDS", "TELEGRAM_TOKEN demo"}},
		{"no script", []string{"SCRIPT", filepath.Join(dir, "none.yaml")}, 2, []string{"SCRIPT none.yaml"}},
		{"broken script", []string{"SCRIPT", broken}, 2, []string{"script", broken + ":5:5: wrong"}},
		{"database is a directory", []string{"DATABASE_URL", dir}, 1, []string{dir}},
		{"database in no directory", []string{"DATABASE_URL", filepath.Join(dir, "none", "a.db")}, 1, []string{"none"}},
		{"not a database", []string{"DATABASE_URL", garbage}, 1, []string{garbage}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := command(t, newTown(t).env.with(c.env...), "", "run")
			checkFailure(t, r, c.code, c.says...)
		})
	}
}

// checkFailure wants an exit code and as many lines on stderr as parts, each with
// all the words of its part.
func checkFailure(t *testing.T, r result, code int, says ...string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(r.log, "\n"), "\n")
	if r.code != code || len(lines) != len(says) {
		t.Fatalf("exit code %d, want %d with %d lines:\n%s", r.code, code, len(says), r.log)
	}
	for i, line := range lines {
		for word := range strings.FieldsSeq(says[i]) {
			if !strings.Contains(line, word) {
				t.Errorf("no %q in line %d:\n%s", word, i+1, r.log)
			}
		}
	}
}

func TestDatabaseInUse(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	checkFailure(t, command(t, w.env, "", "run"), 1, w.env["DATABASE_URL"]+" use")
	w.newcomer("Анна") // the first bot goes on
	w.stop()
}

// A token that is refused, at the start or later, ends the bot.
func TestRevokedToken(t *testing.T) {
	t.Parallel()
	for _, method := range []string{"getMe", "getUpdates", "sendMessage"} {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			w.server.Fail(method, -1, playground.Revoked)
			w.run()
			w.server.Person("Анна").Start("")
			if code := w.bot.exit(patience); code != 1 {
				t.Errorf("exit code %d", code)
			}
			if said := w.bot.logged("leadbot: "); len(said) != 1 || !strings.Contains(said[0], "TELEGRAM_TOKEN") {
				t.Errorf("the log:\n%s", w.bot.log)
			}
		})
	}
}

func TestStrangersToken(t *testing.T) {
	t.Parallel()
	env := newTown(t).env.with("TELEGRAM_TOKEN", "4243:"+secretPart)
	checkFailure(t, command(t, env, ""), 1, "TELEGRAM_TOKEN")
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"fly"}, {"--fly"}, {"run", "--fly"}, {"export", "--format", "doc"}, {"script"}, {"script", "check"}, {"version", "please"}} {
		r := command(t, settings{}, "", args...)
		if r.code != 2 || r.out != "" || !strings.Contains(r.log, "Usage: leadbot") {
			t.Errorf("leadbot %s: exit code %d, stdout %q, stderr:\n%s", strings.Join(args, " "), r.code, r.out, r.log)
		}
	}
	if r := command(t, settings{}, "", "--help"); r.code != 0 || !strings.Contains(r.out, "Usage: leadbot") {
		t.Errorf("--help: exit code %d:\n%s%s", r.code, r.out, r.log)
	}
}

// A file of settings is read by every command; its secrets are not repeated.
func TestEnvFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.env")
	if err := os.WriteFile(broken, []byte("OWNER_IDS=1\nTELEGRAM_TOKEN=\""+botToken+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	checkFailure(t, command(t, settings{}, "", "--env", broken), 2, "line 2")
	checkFailure(t, command(t, settings{}, "", "run", "--env", filepath.Join(dir, "none.env")), 2, "none.env")
}
