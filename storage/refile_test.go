package storage

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
)

// TestOlderLeadsAreFound: a database from before the search knows, once opened,
// whom to find and who has whom.
func TestOlderLeadsAreFound(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leadbot.db")
	const leads = page + 3
	older(t, path, leads)
	db := openAt(t, path)
	if found, err := db.Find(t.Context(), fmt.Sprintf("анна %d", leads), 10); err != nil || !slices.Equal(found, []int64{leads}) {
		t.Errorf("Find = %v, %v", found, err)
	}
	if loads, err := db.Loads(t.Context()); err != nil || len(loads) != 1 || loads[5] != leads/2 {
		t.Errorf("Loads = %v, %v", loads, err)
	}
	if n := count(t, db, "SELECT count(*) FROM leads WHERE search = ''"); n != 0 {
		t.Errorf("%d leads are left", n)
	}
}

// older makes a database of the first schema: a manager has every second lead,
// the session of the first is damaged.
func older(t *testing.T, path string, leads int64) {
	t.Helper()
	db, err := connect(t.Context(), path, writing, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := step(t.Context(), db, 1); err != nil {
		t.Fatal(err)
	}
	for lead := range leads {
		text, _ := json.Marshal(handed(1+lead, 5*(lead%2)))
		if lead == 0 {
			text = []byte("damaged")
		}
		_, err := db.Exec(`INSERT INTO leads (id, chat_id, version, phase, owner, stage, source, test, shadow, created_at, updated_at, session)
			VALUES (?1, ?1, 1, 'done', 'queue', 'handed_off', '', 0, 0, 0, 0, ?2)`, 1+lead, string(text))
		if err != nil {
			t.Fatal(err)
		}
	}
}
