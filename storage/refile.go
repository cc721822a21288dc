package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"leadbot/dialog"
)

// A session that was saved since the search exists has at least a line's end in
// it.
const (
	selectUnfiled = `SELECT id, session FROM leads WHERE search = '' ORDER BY id LIMIT ?`
	updateFile    = `UPDATE leads SET manager = ?2, search = ?3 WHERE id = ?1`
)

// refile makes leads from before the search findable, and known to be whose they
// are. It costs nothing once that is done.
func refile(ctx context.Context, db *sql.DB) error {
	for {
		rows, err := db.QueryContext(ctx, selectUnfiled, page)
		sessions, err := collect(rows, err, scanUnfiled)
		if err == nil && len(sessions) > 0 {
			err = file(ctx, db, sessions)
		}
		if err != nil {
			return fmt.Errorf("make older leads findable: %w", err)
		}
		if len(sessions) < page {
			return nil
		}
	}
}

func file(ctx context.Context, db *sql.DB, sessions []dialog.Session) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, s := range sessions {
		if _, err := tx.ExecContext(ctx, updateFile, s.ID, id(s.HeldBy()), searchable(&s)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// scanUnfiled takes a damaged session as an empty one: it is found by nothing, and
// keeps no bot from starting.
func scanUnfiled(rows *sql.Rows) (s dialog.Session, err error) {
	var lead int64
	var text sql.RawBytes
	if err := rows.Scan(&lead, &text); err != nil {
		return s, err
	}
	if json.Unmarshal(text, &s) != nil {
		s = dialog.Session{}
	}
	s.ID = lead
	return s, nil
}
