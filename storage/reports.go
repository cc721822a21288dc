package storage

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"
	"time"

	"leadbot/bot/digest"
	"leadbot/dialog"
)

const (
	selectPage    = `SELECT id, version, session FROM leads WHERE id > ? ORDER BY id LIMIT ?`
	selectListed  = `SELECT id, version, session FROM leads WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`
	selectWaiting = `SELECT id, version, session FROM leads WHERE stage = 'handed_off' AND test = 0 ORDER BY id`
	selectBetween = `SELECT id FROM leads WHERE test = 0 AND created_at >= ?1 AND created_at < ?2
		UNION SELECT id FROM leads WHERE test = 0 AND completed_at >= ?1 AND completed_at < ?2 ORDER BY 1`
	selectSources = `SELECT source, count(*) FROM leads WHERE test = 0 AND created_at >= ? AND created_at < ?
		GROUP BY source ORDER BY 2 DESC, 1`
	selectFunnel = `SELECT question, sum(kind = 'asked'), sum(kind = 'answered'), sum(kind = 'skipped') FROM (
			SELECT question, lead_id, kind FROM events WHERE kind IN ('asked', 'skipped') AND at >= ?1 AND at < ?2
			UNION SELECT question, lead_id, 'answered' FROM answers WHERE at >= ?1 AND at < ?2
		) WHERE lead_id NOT IN (SELECT id FROM leads WHERE test = 1) GROUP BY question ORDER BY question`
)

// page is how many sessions a long report reads at once. It reads them page by
// page because one long query would keep the WAL from being emptied.
const page = 500

// Leads returns all sessions in the order of their ids, each as it is when its
// turn comes. It ends at the first error.
func (r *Reader) Leads(ctx context.Context) iter.Seq2[dialog.Session, error] {
	return func(yield func(dialog.Session, error) bool) {
		var last int64
		for {
			sessions, err := r.sessions(ctx, selectPage, last, page)
			if !pass(yield, sessions, err) || len(sessions) == 0 {
				return
			}
			last = sessions[len(sessions)-1].ID
		}
	}
}

// LeadsBetween returns the sessions created or completed in the period, from
// inclusive and to exclusive, in the order of their ids and without tests. It
// ends at the first error.
func (r *Reader) LeadsBetween(ctx context.Context, from, to time.Time) iter.Seq2[dialog.Session, error] {
	return func(yield func(dialog.Session, error) bool) {
		rows, err := r.pool.QueryContext(ctx, selectBetween, from.UnixMilli(), to.UnixMilli())
		leads, err := collect(rows, err, scanID)
		if err != nil {
			yield(dialog.Session{}, fmt.Errorf("read the leads of a period: %w", err))
			return
		}
		for chunk := range slices.Chunk(leads, page) {
			sessions, err := r.sessions(ctx, selectListed, list(chunk))
			if !pass(yield, sessions, err) {
				return
			}
		}
	}
}

// Waiting returns the sessions of the leads that were handed to the managers and
// that nobody took, without tests, in the order of their ids.
func (r *Reader) Waiting(ctx context.Context) ([]dialog.Session, error) {
	return r.sessions(ctx, selectWaiting)
}

// NewBySource counts the leads created in the period, without tests, the largest
// source first.
func (r *Reader) NewBySource(ctx context.Context, from, to time.Time) ([]digest.Source, error) {
	rows, err := r.pool.QueryContext(ctx, selectSources, from.UnixMilli(), to.UnixMilli())
	sources, err := collect(rows, err, func(rows *sql.Rows) (s digest.Source, err error) {
		err = rows.Scan(&s.Name, &s.New)
		return s, err
	})
	if err != nil {
		return nil, fmt.Errorf("count new leads: %w", err)
	}
	return sources, nil
}

// FunnelBetween counts, without tests, who met which question in the period, in
// the order of the questions' ids. Who was asked before the period and answered
// in it counts as answered alone.
func (r *Reader) FunnelBetween(ctx context.Context, from, to time.Time) ([]digest.Step, error) {
	rows, err := r.pool.QueryContext(ctx, selectFunnel, from.UnixMilli(), to.UnixMilli())
	funnel, err := collect(rows, err, func(rows *sql.Rows) (s digest.Step, err error) {
		err = rows.Scan(&s.Question, &s.Asked, &s.Answered, &s.Skipped)
		return s, err
	})
	if err != nil {
		return nil, fmt.Errorf("count the funnel: %w", err)
	}
	return funnel, nil
}

func (r *Reader) sessions(ctx context.Context, query string, args ...any) ([]dialog.Session, error) {
	rows, err := r.pool.QueryContext(ctx, query, args...)
	sessions, err := collect(rows, err, scanSession)
	if err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	return sessions, nil
}

// pass yields the sessions, or the error, and reports whether to go on.
func pass(yield func(dialog.Session, error) bool, sessions []dialog.Session, err error) bool {
	if err != nil {
		yield(dialog.Session{}, err)
		return false
	}
	for _, s := range sessions {
		if !yield(s, nil) {
			return false
		}
	}
	return true
}
