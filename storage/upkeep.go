package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"
)

const (
	deleteUpdates = `DELETE FROM updates WHERE update_id IN
		(SELECT update_id FROM updates WHERE at < ? ORDER BY at LIMIT ?)`
	deleteDeadLetters = `DELETE FROM dead_letters WHERE id IN (SELECT id FROM dead_letters WHERE at < ? LIMIT ?)`
)

// How long is kept what only guards against a repetition or waits for a person.
const (
	keepUpdates     = 48 * time.Hour
	keepDeadLetters = 30 * 24 * time.Hour
)

// chunk bounds a deletion, so that the loop's commits need not wait for long.
const chunk = 2000

// Prune deletes the handled updates older than 48 hours and the dead letters
// older than 30 days, in small transactions, and empties the WAL. It costs
// little when there is nothing to do.
func (db *DB) Prune(ctx context.Context, now time.Time) error {
	if err := db.prune(ctx, deleteUpdates, now.Add(-keepUpdates)); err != nil {
		return fmt.Errorf("prune updates: %w", err)
	}
	if err := db.prune(ctx, deleteDeadLetters, now.Add(-keepDeadLetters)); err != nil {
		return fmt.Errorf("prune dead letters: %w", err)
	}
	return db.emptyWAL(ctx)
}

func (db *DB) prune(ctx context.Context, query string, before time.Time) error {
	for {
		var deleted int64
		err := db.write(ctx, func(c change) (err error) {
			deleted, err = c.exec(query, before.UnixMilli(), chunk)
			return err
		})
		if err != nil || deleted < chunk {
			return err
		}
	}
}

// Integrity checks the whole database and fails with what is wrong. It takes
// long when the database is large.
func (r *Reader) Integrity(ctx context.Context) error {
	rows, err := r.pool.QueryContext(ctx, "PRAGMA integrity_check")
	found, err := collect(rows, err, func(rows *sql.Rows) (line string, err error) {
		err = rows.Scan(&line)
		return line, err
	})
	if err != nil {
		return fmt.Errorf("check the database: %w", err)
	}
	if len(found) != 1 || found[0] != "ok" {
		return fmt.Errorf("the database is damaged: %s", strings.Join(found, "; "))
	}
	return nil
}
