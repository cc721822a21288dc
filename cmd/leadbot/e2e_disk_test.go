//go:build linux

package main

import (
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"leadbot/bot/playground"
)

// A full disk, and a database that another program holds, pass without a trace:
// meanwhile nothing is confirmed, answered or said, and the health tells why.
func TestDatabaseTrouble(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		hook  bool
		spoil func(*town) (heal func())
	}{
		"full":            {false, (*town).fillDisk},
		"full by webhook": {true, (*town).fillDisk},
		"locked":          {false, (*town).holdDatabase},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			anna, vera := w.allWell(c.hook)
			heal := c.spoil(w)
			w.speakInTrouble(anna, vera)
			w.checkStandstill()
			heal()
			w.checkRecovery(anna, vera)
			w.stop()
		})
	}
}

// A bot that is ended in the middle of the trouble ends in time, and the next
// one finds everything where it was.
func TestStopOnAFullDisk(t *testing.T) {
	t.Parallel()
	for name, hook := range map[string]bool{"polling": false, "webhook": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			anna, vera := w.allWell(hook)
			w.fillDisk()
			w.speakInTrouble(anna, vera)
			w.checkStandstill()
			w.stop()
			w.start()
			w.checkRecovery(anna, vera)
			w.stop()
		})
	}
}

// allWell starts the bot, and returns two people who were asked something.
func (w *town) allWell(hook bool) (anna, vera *playground.Person) {
	w.t.Helper()
	w.watched()
	if hook {
		w.hooked()
	}
	w.start()
	anna, vera = w.newcomer("Анна"), w.newcomer("Вера")
	w.awaitConfirmed()
	w.awaitHealth(200)
	w.awaitSettled()
	return anna, vera
}

// fillDisk lets no file of the bot grow or change: its log goes through a pipe.
func (w *town) fillDisk() (heal func()) {
	w.t.Helper()
	var before unix.Rlimit
	pid := w.bot.cmd.Process.Pid
	if err := unix.Prlimit(pid, unix.RLIMIT_FSIZE, nil, &before); err != nil {
		w.t.Fatal(err)
	}
	if err := unix.Prlimit(pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 0, Max: before.Max}, nil); err != nil {
		w.t.Fatal(err)
	}
	return func() {
		if err := unix.Prlimit(pid, unix.RLIMIT_FSIZE, &before, nil); err != nil {
			w.t.Fatal(err)
		}
	}
}

// holdDatabase writes to the bot's database and does not come to an end.
func (w *town) holdDatabase() (heal func()) {
	w.t.Helper()
	other := must(sql.Open("sqlite", w.env["DATABASE_URL"]))(w.t)
	w.t.Cleanup(func() { other.Close() })
	conn := must(other.Conn(w.ctx))(w.t)
	must(conn.ExecContext(w.ctx, "PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE"))(w.t)
	return func() { must(conn.ExecContext(w.ctx, "ROLLBACK"))(w.t) }
}

// speakInTrouble lets Анна press and then ask for a human, Вера write, and
// somebody new come; it returns once the health is red.
func (w *town) speakInTrouble(anna, vera *playground.Person) {
	w.t.Helper()
	question, _ := anna.Last()
	must(anna.Press(question, "1. Одна тема"))(w.t)
	w.awaitHealth(503)
	anna.Send("/human")
	vera.Send("1")
	w.server.Person("Новая").Start("late")
}

// checkStandstill watches for as long as several tries take.
func (w *town) checkStandstill() {
	w.t.Helper()
	polls, said := len(w.server.Requests("getUpdates")), len(w.server.Requests("sendMessage", "editMessageText", "createForumTopic"))
	answers := len(w.server.Requests("answerCallbackQuery"))
	time.Sleep(2 * time.Second)
	if n := w.server.Pending(); n != 4 {
		w.t.Errorf("%d updates wait unconfirmed, want all 4", n)
	}
	if n := len(w.server.Requests("getUpdates")); n != polls {
		w.t.Errorf("%d polls meanwhile, and so a batch was confirmed", n-polls)
	}
	if n := len(w.server.Requests("answerCallbackQuery")); n != answers {
		w.t.Errorf("%d presses were answered meanwhile", n-answers)
	}
	if n := len(w.server.Requests("sendMessage", "editMessageText", "createForumTopic")); n != said {
		w.t.Errorf("%d things were said meanwhile", n-said)
	}
	if status, body := w.health(); status != 503 || !strings.HasPrefix(body, "database: ") {
		w.t.Errorf("the health is %d, %s", status, body)
	}
	if lines := w.bot.logged("level=ERROR"); len(lines) != 1 || !strings.Contains(lines[0], "database: ") {
		w.t.Errorf("%d lines about one trouble:\n%s", len(lines), strings.Join(lines, "\n"))
	}
}

// checkRecovery wants everything that was said in trouble to have its effect, once.
func (w *town) checkRecovery(anna, vera *playground.Person) {
	w.t.Helper()
	w.newcomer("Последняя")
	w.awaitHealth(200)
	must(w.group.Await(w.ctx, func(m playground.Message) bool { return cardOf(m) != 0 }))(w.t)
	w.awaitConfirmed()
	leads := w.export()
	a, v := leads[anna.ID()], leads[vera.ID()]
	if len(leads) != 4 || a.Answers["niche"].Value != "has" || a.Owner != "queue" || !slices.Contains(a.Flags, "asked_human") {
		w.t.Errorf("%d leads, of Анна is known %+v", len(leads), a)
	}
	if v.Answers["niche"].Value != "has" || v.Owner != "bot" {
		w.t.Errorf("of Вера is known %+v", v)
	}
	for lead, cards := range w.cards() {
		if len(cards) != 1 || lead != a.ID {
			w.t.Errorf("lead %d has %d cards", lead, len(cards))
		}
	}
	if sent := w.twice(); len(sent) > 0 {
		w.t.Errorf("said twice: %q", sent)
	}
	if lines := w.bot.logged("level=ERROR"); len(lines) > 1 {
		w.t.Errorf("the log has errors:\n%s", strings.Join(lines, "\n"))
	}
}

// A database that the bot may only read is refused at the start, in one line.
func TestReadOnlyDatabase(t *testing.T) {
	t.Parallel()
	dir := must(os.MkdirTemp("", "leadbot-readonly-"))(t)
	t.Cleanup(func() { os.RemoveAll(dir) })
	w := newTown(t)
	path := filepath.Join(dir, "leads.db")
	w.env["DATABASE_URL"] = path
	w.start()
	w.stop()
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	file := must(program())(t)
	bot := exec.CommandContext(w.ctx, file)
	bot.Dir, bot.Env, bot.SysProcAttr = dir, w.env.list(), unprivileged(t, filepath.Dir(file), dir, path, path+".lock")
	out, err := bot.CombinedOutput()
	want := "leadbot: database " + path + " is read-only: the bot writes to the file and to its folder\n"
	if bot.ProcessState.ExitCode() != 1 || string(out) != want {
		t.Errorf("%v, want exit status 1; it says %q, want %q", err, out, want)
	}
}

// unprivileged is how a child runs that no mode is without meaning for. It owns
// the files, and may look into the program's folder.
func unprivileged(t *testing.T, program string, files ...string) *syscall.SysProcAttr {
	t.Helper()
	if os.Getuid() != 0 {
		return nil
	}
	const nobody = 65534
	if err := os.Chmod(program, 0o711); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if err := os.Chown(file, nobody, nobody); err != nil {
			t.Fatal(err)
		}
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}
