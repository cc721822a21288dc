package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"leadbot/bot"
	"leadbot/dialog"
)

const (
	selectSessions = `SELECT id, version, session FROM leads WHERE id IN (SELECT value FROM json_each(?1))
		OR chat_id IN (SELECT value FROM json_each(?2))`
	selectHandled = `SELECT update_id FROM updates WHERE update_id IN (SELECT value FROM json_each(?))`
	selectDue     = `SELECT id FROM leads WHERE due_at <= ? ORDER BY due_at, id LIMIT ? + 0` // SQLite plans a bare LIMIT ? anew for each value
	selectLast    = `SELECT (SELECT coalesce(max(id), 0) FROM leads), (SELECT coalesce(max(id), 0) FROM outbox),
		(SELECT count(*) FROM leads WHERE shadow = 1)`
	selectNotes = `SELECT name, value FROM notes`
)

// The loop's own reads use the writer: a reader's connection starts with an
// empty cache after every commit.

// Sessions implements [bot.Store].
func (db *DB) Sessions(ctx context.Context, chats, leads []int64) ([]dialog.Session, error) {
	rows, err := db.prepared[selectSessions].QueryContext(ctx, list(leads), list(chats))
	sessions, err := collect(rows, err, scanSession)
	if err != nil {
		return nil, fmt.Errorf("read %d sessions: %w", len(chats)+len(leads), err)
	}
	return sessions, nil
}

// Handled implements [bot.Store].
func (db *DB) Handled(ctx context.Context, updates []int64) (map[int64]bool, error) {
	rows, err := db.prepared[selectHandled].QueryContext(ctx, list(updates))
	found, err := collect(rows, err, scanID)
	if err != nil {
		return nil, fmt.Errorf("look up %d updates: %w", len(updates), err)
	}
	handled := make(map[int64]bool, len(found))
	for _, update := range found {
		handled[update] = true
	}
	return handled, nil
}

// Due implements [bot.Store]; the longest due come first.
func (db *DB) Due(ctx context.Context, at time.Time, limit int) ([]int64, error) {
	rows, err := db.prepared[selectDue].QueryContext(ctx, at.UnixMilli(), limit)
	leads, err := collect(rows, err, scanID)
	if err != nil {
		return nil, fmt.Errorf("look for due leads: %w", err)
	}
	return leads, nil
}

// Start implements [bot.Store].
func (db *DB) Start(ctx context.Context) (bot.Start, error) {
	lessons, err := taught(ctx, db.writer)
	if err != nil {
		return bot.Start{}, err
	}
	start := bot.Start{Notes: map[string]string{}, Taught: lessons}
	row := db.writer.QueryRowContext(ctx, selectLast)
	if err := row.Scan(&start.LastLead, &start.LastDelivery, &start.Shadow); err != nil {
		return bot.Start{}, fmt.Errorf("read the last ids: %w", err)
	}
	rows, err := db.writer.QueryContext(ctx, selectNotes)
	_, err = collect(rows, err, func(rows *sql.Rows) (name string, err error) {
		var value string
		err = rows.Scan(&name, &value)
		start.Notes[name] = value
		return name, err
	})
	if err != nil {
		return bot.Start{}, fmt.Errorf("read notes: %w", err)
	}
	return start, nil
}

// list is how a query takes any number of ids as one argument.
func list(ids []int64) string {
	if len(ids) == 0 {
		return "[]"
	}
	text, _ := json.Marshal(ids) // numbers always encode
	return string(text)
}

// collect scans all rows of a query and closes them. It takes the query's error
// too, which it returns.
func collect[T any](rows *sql.Rows, err error, scan func(*sql.Rows) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, errors.Join(rows.Err(), rows.Close())
}

func scanID(rows *sql.Rows) (n int64, err error) {
	err = rows.Scan(&n)
	return n, err
}

// scanSession reads the columns id, version and session.
func scanSession(rows *sql.Rows) (s dialog.Session, err error) {
	var lead, version int64
	var text sql.RawBytes
	if err := rows.Scan(&lead, &version, &text); err != nil {
		return s, err
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return s, fmt.Errorf("decode session %d: %w", lead, err)
	}
	s.Version = version
	return s, nil
}
