package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"
)

// hot lists the statements worth preparing once.
var hot = []string{
	insertUpdate, insertLead, updateLead, insertAnswer, insertEvent, insertConsent,
	insertDelivery, settleDelivery, replaceMessage, markDelivery, upsertNote, selectSessions, selectHandled, selectDue,
	selectTopic, selectDesk, selectTwin, selectSaid, selectKey,
}

func prepare(ctx context.Context, db *sql.DB) (map[string]*sql.Stmt, error) {
	prepared := make(map[string]*sql.Stmt, len(hot))
	for _, text := range hot {
		statement, err := db.PrepareContext(ctx, text)
		if err != nil {
			return nil, fmt.Errorf("prepare statements: %w", err)
		}
		prepared[text] = statement
	}
	return prepared, nil
}

// change is a transaction that writes.
type change struct {
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
}

// write runs f in one transaction: all of it is recorded, or nothing. Once begun
// it is not interrupted, so that the end of a program leaves no batch half-way;
// the database's timeout bounds it.
func (db *DB) write(ctx context.Context, f func(change) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	tx, err := db.writer.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback()
	if err := f(change{tx, db.prepared}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// exec runs a statement and returns how many rows it changed.
func (c change) exec(text string, args ...any) (int64, error) {
	var result sql.Result
	var err error
	if statement, ok := c.prepared[text]; ok {
		result, err = c.tx.Stmt(statement).Exec(args...)
	} else {
		result, err = c.tx.Exec(text, args...)
	}
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// millis is how a time is stored: NULL when there is none.
func millis(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMilli()
}

// id is how a reference is stored: NULL when there is none.
func id(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// clean is how a text is stored: valid UTF-8 without NUL, at which SQLite's
// functions would end it.
func clean[T ~string](s T) string {
	return strings.ToValidUTF8(strings.ReplaceAll(string(s), "\x00", ""), "\uFFFD")
}
