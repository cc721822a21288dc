package storage

import (
	"context"
	"fmt"

	"leadbot/dialog"
)

// The rows stay: they are counted, and their keys are taken for ever.
const (
	eraseAnswers    = `UPDATE answers SET value = '', raw = '' WHERE lead_id = ?`
	eraseEvents     = `UPDATE events SET text = '' WHERE lead_id = ? AND text <> ''`
	eraseDeliveries = `UPDATE outbox SET state = 'dead', body = NULL, done_at = ?2 WHERE lead_id = ?1 AND done_at IS NULL`
	eraseLetters    = `DELETE FROM dead_letters WHERE chat = ?`
)

// truncateWAL does not let the loop wait for a long report as it does elsewhere.
const truncateWAL = `PRAGMA busy_timeout = 250; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000`

// erase empties what was recorded of a lead before this turn. The session itself
// is the turn's, and the proof of consent stays.
func (c change) erase(s *dialog.Session) error {
	for _, statement := range []struct {
		text string
		args []any
	}{
		{eraseAnswers, []any{s.ID}},
		{eraseEvents, []any{s.ID}},
		{eraseDeliveries, []any{s.ID, s.Updated.UnixMilli()}},
		{eraseLetters, []any{s.ChatID}},
	} {
		if _, err := c.exec(statement.text, statement.args...); err != nil {
			return fmt.Errorf("erase lead %d: %w", s.ID, err)
		}
	}
	return nil
}

// emptyWAL moves the WAL into the database and cuts it to nothing, so that no
// older page remains. Where a reader is in the way it does what it can without an
// error.
func (db *DB) emptyWAL(ctx context.Context) error {
	if _, err := db.writer.ExecContext(ctx, truncateWAL); err != nil {
		return fmt.Errorf("empty the WAL: %w", err)
	}
	return nil
}
