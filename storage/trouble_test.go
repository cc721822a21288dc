package storage

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/outbox"
)

// A database that cannot be written for a while records nothing, in no part,
// says that the same call is worth repeating, and then takes it.
func TestTroublePasses(t *testing.T) {
	for name, trouble := range map[string]struct{ begin, end string }{
		"full":      {"PRAGMA max_page_count = 1", "PRAGMA max_page_count = 4294967294"},
		"read-only": {"PRAGMA query_only = 1", "PRAGMA query_only = 0"},
	} {
		t.Run(name, func(t *testing.T) {
			db := open(t)
			commit(t, db, turn(1, 1, 1, full(1)), bot.Turn{Deliveries: []outbox.Delivery{delivery(4, "remind:1:1", outbox.Once)}})
			before := dump(t, db)
			execute(t, db, trouble.begin)
			turns := many(50)
			calls := map[string]func() error{
				"Commit": func() error { _, err := db.Commit(t.Context(), turns); return err },
			}
			if name == "read-only" { // which needs no new page to fail
				calls["Mark"] = func() error { return db.Mark(t.Context(), 4) }
				calls["Prune"] = func() error { return db.Prune(t.Context(), noon.AddDate(9, 0, 0)) }
			}
			for call, do := range calls {
				if err := do(); !Transient(err) {
					t.Errorf("%s = %v, want a transient error", call, err)
				}
			}
			if diff := cmp.Diff(before, dump(t, db)); diff != "" {
				t.Error("the failed calls changed the database:", diff)
			}
			if got := load(t, db, 1); got.Version != 1 {
				t.Errorf("lead 1 has version %d", got.Version)
			}
			execute(t, db, trouble.end)
			if added := commit(t, db, turns...); len(added) != 150 {
				t.Errorf("the repeated commit added %d deliveries, want 150", len(added))
			}
			if err := db.Mark(t.Context(), 4); err != nil {
				t.Error(err)
			}
			if err := db.Integrity(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

func execute(t testing.TB, db *DB, statement string) {
	t.Helper()
	if _, err := db.writer.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// many are turns of so many new leads.
func many(n int64) []bot.Turn {
	var turns []bot.Turn
	for i := range n {
		turns = append(turns, turn(10+i, 10+i, 10+3*i, full(10+i)))
	}
	return turns
}

// A commit that meets its trouble half-way leaves nothing of its first half.
func TestCommitThatFailsHalfWay(t *testing.T) {
	db := open(t)
	commit(t, db, turn(1, 1, 1, full(1)))
	before := dump(t, db)
	execute(t, db, "CREATE TEMP TRIGGER full BEFORE INSERT ON main.outbox WHEN NEW.id = 100 BEGIN SELECT RAISE(ABORT, 'no more'); END")
	if _, err := db.Commit(t.Context(), many(50)); err == nil || !strings.Contains(err.Error(), "no more") {
		t.Fatalf("Commit = %v", err)
	}
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Error("the failed commit changed the database:", diff)
	}
	execute(t, db, "DROP TRIGGER temp.full")
	if added := commit(t, db, many(50)...); len(added) != 150 {
		t.Errorf("the repeated commit added %d deliveries, want 150", len(added))
	}
}

// Another program that holds the database is waited for, for five seconds.
func TestLockedByAnother(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "leadbot.db")
	db := openAt(t, path)
	other, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	held, err := other.Conn(t.Context())
	if err == nil {
		_, err = held.ExecContext(t.Context(), "BEGIN EXCLUSIVE")
	}
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if _, err := db.Commit(t.Context(), many(1)); !Transient(err) || time.Since(begun) < 4*time.Second {
		t.Errorf("Commit = %v after %v, want a transient error after five seconds", err, time.Since(begun))
	}
	released := make(chan error, 1)
	time.AfterFunc(time.Second, func() {
		_, err := held.ExecContext(context.Background(), "ROLLBACK")
		released <- err
	})
	commit(t, db, many(1)...) // which the other lets through
	if err := <-released; err != nil {
		t.Error(err)
	}
}
