package storage

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// testdata/released holds what was given out: for each schema a database of it,
// as SQL, and the checksum of its file.

// A schema that was released is never changed: another file comes after it.
func TestReleasedSchemasStay(t *testing.T) {
	sums, err := os.ReadFile("testdata/released/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for lines := bufio.NewScanner(bytes.NewReader(sums)); lines.Scan(); {
		n++
		sum, name, _ := strings.Cut(lines.Text(), "  ")
		content, err := os.ReadFile(name)
		if err != nil || fmt.Sprintf("%x", sha256.Sum256(content)) != sum {
			t.Errorf("%s is not as it was released, %v", name, err)
		}
		if want := fmt.Sprintf("schema/%03d.sql", n); name != want {
			t.Errorf("%s is listed in the place of %s", name, want)
		}
	}
	if dumps := released(t); len(dumps) != n || n == 0 {
		t.Errorf("%d schemas are released, with databases of %d", n, len(dumps))
	}
}

// released returns the databases, by their names.
func released(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/released/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	dumps := map[string]string{}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dumps[filepath.Base(file)] = string(content)
	}
	return dumps
}

// A database of any release becomes the current one with everything in it, and
// is then like one that is new.
func TestReleasedDatabasesGoOn(t *testing.T) {
	fresh := schemaOf(t, open(t))
	for name, dump := range released(t) {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "leadbot.db")
			before := restore(t, path, dump)
			db := openAt(t, path)
			if diff := cmp.Diff(before, again(t, db.writer, before)); diff != "" || len(before) < 8 {
				t.Error("(-released +now):", diff)
			}
			if diff := cmp.Diff(fresh, schemaOf(t, db)); diff != "" {
				t.Error("the schema (-new +brought up to date):", diff)
			}
			if err := db.Integrity(t.Context()); err != nil {
				t.Error(err)
			}
			useSessions(t, db)
			useOutbox(t, db)
			useNewIDs(t, db)
		})
	}
}

// restore makes a database of a dump and returns all that it holds: rows by the
// query that reads them.
func restore(t *testing.T, path, dump string) map[string]string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(dump); err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for query := range strings.Lines(lines(t, db, selectQueries)) {
		held[query] = lines(t, db, query)
	}
	return held
}

// selectQueries makes a query for each table, of the columns that it has now.
const selectQueries = `SELECT 'SELECT concat_ws('' | ''' || group_concat(', quote(' || c.name || ')', '') || ') FROM ' || m.name || ' ORDER BY 1'
	FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name`

// again asks the queries once more.
func again(t *testing.T, db *sql.DB, held map[string]string) map[string]string {
	t.Helper()
	now := map[string]string{}
	for query := range held {
		now[query] = lines(t, db, query)
	}
	return now
}

// lines reads a query's only column.
func lines(t *testing.T, db *sql.DB, query string) string {
	t.Helper()
	found, err := db.Query(query)
	all, err := collect(found, err, func(rows *sql.Rows) (s string, err error) {
		err = rows.Scan(&s)
		return s, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

func schemaOf(t *testing.T, db *DB) string {
	t.Helper()
	return lines(t, db.writer, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
}

// useSessions reads all leads and lets each go on.
func useSessions(t *testing.T, db *DB) {
	t.Helper()
	var turns []bot.Turn
	phases := map[dialog.Phase]int{}
	for s, err := range db.Leads(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		phases[s.Phase]++
		s.Says++
		turns = append(turns, bot.Turn{Session: &s, Events: []dialog.Event{{Kind: dialog.EventReminded, At: noon}}})
	}
	if want := count(t, db, "SELECT count(*) FROM leads"); len(turns) != want || len(phases) < 4 {
		t.Errorf("%d leads, %v; want %d, in every phase", len(turns), phases, want)
	}
	commit(t, db, turns...)
}

// useOutbox delivers what was on its way.
func useOutbox(t *testing.T, db *DB) {
	t.Helper()
	undone, tried, err := db.Undelivered(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, d := range undone {
		seen[fmt.Sprintf("%s %v", d.Class, tried[d.ID])]++
		var m dialog.Message
		says := d.Method != outbox.Copy && d.Method != outbox.Delete
		if err := json.Unmarshal(d.Body, &m); err != nil || says && m.Text.String() == "" {
			t.Errorf("delivery %s says %q, %v", d.Key, m.Text, err)
		}
		commit(t, db, bot.Turn{Outcome: &outbox.Outcome{Delivery: d, Verdict: outbox.Sent, Message: 1000 + d.ID, Chat: 5, At: noon}})
		if message, _, ok, err := db.Sent(t.Context(), d.Key); !ok || message != 1000+d.ID || err != nil {
			t.Errorf("%s led to %d, %v, %v", d.Key, message, ok, err)
		}
	}
	for _, kind := range []string{"critical true", "reply true", "idempotent true", "once true", "once false"} {
		if seen[kind] == 0 {
			t.Errorf("nothing of %q waits: %v", kind, seen)
		}
	}
	if left, _, err := db.Undelivered(t.Context()); len(left) > 0 || err != nil {
		t.Errorf("%d still wait, %v", len(left), err)
	}
}

// useNewIDs lets somebody new come.
func useNewIDs(t *testing.T, db *DB) {
	t.Helper()
	start, err := db.Start(t.Context())
	if err != nil || start.Notes["digest"] == "" {
		t.Errorf("the notes are %v, %v", start.Notes, err)
	}
	if last := count(t, db, "SELECT max(id) FROM leads"); start.LastLead != int64(last) {
		t.Errorf("the last lead is %d, want %d", start.LastLead, last)
	}
	if added := commit(t, db, turn(start.LastLead+1, 5, start.LastDelivery+1, full(start.LastLead+1))); len(added) != 3 {
		t.Errorf("%d deliveries added", len(added))
	}
}
