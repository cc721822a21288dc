package storage

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leadbot.db")
	db := openAt(t, path)
	commit(t, db, turn(1, 7, 1, full(1)), bot.Turn{Notes: map[string]string{"a": "b"}})
	want := load(t, db, 1)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db = openAt(t, path)
	if diff := cmp.Diff(want, load(t, db, 1)); diff != "" {
		t.Error("-before +after:", diff)
	}
	start, err := db.Start(t.Context())
	if diff := cmp.Diff(bot.Start{LastLead: 1, LastDelivery: 3, Notes: map[string]string{"a": "b"}, Taught: dialog.Taught{}}, start); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if err := db.Integrity(t.Context()); err != nil {
		t.Error(err)
	}
}

// A copy of the files of a running bot is what a crash leaves.
func TestCrash(t *testing.T) {
	dir := t.TempDir()
	db := openAt(t, filepath.Join(dir, "running.db"))
	commit(t, db, turn(1, 7, 1, full(1)))
	for _, suffix := range []string{"", "-wal"} {
		copyFile(t, filepath.Join(dir, "running.db"+suffix), filepath.Join(dir, "crashed.db"+suffix))
	}
	crashed := openAt(t, filepath.Join(dir, "crashed.db"))
	if diff := cmp.Diff(load(t, db, 1), load(t, crashed, 1)); diff != "" {
		t.Error("-running +crashed:", diff)
	}
	if undone, _, err := crashed.Undelivered(t.Context()); err != nil || len(undone) != 3 {
		t.Errorf("%d undelivered, %v, want 3", len(undone), err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from) // SQLite's locks on it are lost, which this test does not need
	if err == nil {
		err = os.WriteFile(to, content, private)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestFilesArePrivate(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Session: fresh(1)})
	var path string
	if err := db.pool.QueryRow("SELECT file FROM pragma_database_list").Scan(&path); err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{"", "-wal", "-shm", ".lock"} {
		info, err := os.Stat(path + suffix)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", path+suffix, info, err)
		}
	}
}

func TestPragmas(t *testing.T) {
	db := open(t)
	if err := db.Prune(t.Context(), noon); err != nil { // which changes one meanwhile
		t.Fatal(err)
	}
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "busy_timeout": "5000", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1",
		"wal_autocheckpoint": "10000",
	} {
		var got string
		if err := db.writer.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %s, %v, want %s", pragma, got, err, want)
		}
	}
}

// A long report neither holds up the loop nor fails an erasure.
func TestEraseBesideAReader(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Session: fresh(1)})
	rows, err := db.pool.Query("SELECT id FROM leads")
	if err != nil || !rows.Next() {
		t.Fatal(err)
	}
	defer rows.Close()
	s := load(t, db, 1)
	begun := time.Now()
	commit(t, db, bot.Turn{Session: &s, Erase: true})
	if waited := time.Since(begun); waited > 2*time.Second {
		t.Errorf("the erasure took %v", waited)
	}
}

func TestOneOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leadbot.db")
	db := openAt(t, path)
	_, err := Open(t.Context(), path)
	if want := "database " + path + " is in use by another leadbot"; err == nil || err.Error() != want {
		t.Errorf("second Open = %v, want %s", err, want)
	}
	commit(t, db, bot.Turn{Session: fresh(1)})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	openAt(t, path)
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), private); err != nil {
			t.Fatal(err)
		}
		return path
	}
	tests := map[string]struct{ path, want string }{
		"nothing":     {"", "has no path"},
		"directory":   {dir, "is not a file"},
		"no such dir": {filepath.Join(dir, "none", "x.db"), "no such file or directory"},
		"text":        {write("text.db", strings.Repeat("names and phones\n", 100)), "is not an SQLite database"},
		"short text":  {write("short.db", "hello"), "is not an SQLite database"},
		"newer":       {foreign(t, dir, "newer.db", "PRAGMA user_version = 1000"), "newer"},
		"other":       {foreign(t, dir, "other.db", "CREATE TABLE leads (id)"), "belongs to another program"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Open(t.Context(), test.path)
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("Open = %v, want one line with %q", err, test.want)
			}
			if _, err := OpenReader(t.Context(), test.path); err == nil {
				t.Error("OpenReader does not refuse")
			}
		})
	}
}

// foreign makes a database that this package did not make.
func foreign(t *testing.T, dir, name, statement string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMigrationFromEveryVersion(t *testing.T) {
	steps, err := schema.ReadDir("schema")
	if err != nil || len(steps) != current {
		t.Fatalf("%d steps, current is %d, %v", len(steps), current, err)
	}
	for from := range current + 1 {
		t.Run(fmt.Sprint(from), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "leadbot.db")
			old, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			for to := range from {
				if err := step(t.Context(), old, to+1); err != nil {
					t.Fatal(err)
				}
			}
			old.Close()
			if _, err := OpenReader(t.Context(), path); (err == nil) != (from == current) {
				t.Errorf("OpenReader before = %v", err)
			}
			db := openAt(t, path)
			commit(t, db, turn(1, 7, 1, full(1)))
			if at := count(t, db, "PRAGMA user_version"); at != current {
				t.Errorf("version %d after Open, want %d", at, current)
			}
		})
	}
}

func TestReaderBesideAWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leadbot.db")
	if _, err := OpenReader(t.Context(), path); err == nil {
		t.Error("OpenReader made a database")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("OpenReader made a file")
	}
	db := openAt(t, path)
	reader, err := OpenReader(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var seen int
	commit(t, db, bot.Turn{Session: fresh(1)}, bot.Turn{Session: fresh(2), Deliveries: []outbox.Delivery{delivery(1, "a", outbox.Reply)}})
	for s, err := range reader.Leads(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		commit(t, db, bot.Turn{Session: &s}) // while the reader reads
	}
	if seen != 2 {
		t.Errorf("the reader saw %d leads, want 2", seen)
	}
	if _, err := reader.pool.Exec("DELETE FROM notes"); err == nil {
		t.Error("the reader writes")
	}
}
