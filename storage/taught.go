package storage

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

const (
	selectMissed = `SELECT id, lead_id, question, text FROM events WHERE kind = 'missed' AND at >= ? AND at < ?
		AND question IN (SELECT value FROM json_each(?)) AND lead_id NOT IN (SELECT id FROM leads WHERE test = 1)
		AND text <> '' ORDER BY lead_id, id`
	selectMissedByID = `SELECT id, coalesce(lead_id, 0), question, text FROM events
		WHERE kind = 'missed' AND id IN (SELECT value FROM json_each(?))`
	selectTaught = `SELECT question, words, option, by, missed, at FROM taught`
	upsertTaught = `INSERT INTO taught (question, words, option, by, missed, at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET option = excluded.option, by = excluded.by, missed = excluded.missed, at = excluded.at`
	deleteTaught = `DELETE FROM taught WHERE question = ? AND words = ?`
)

// MostMissed returns what was not understood at the questions in the period, from
// inclusive and to exclusive, as it was written last: what most leads wrote comes
// first. Tests, what was erased and what the staff has settled are left out.
func (r *Reader) MostMissed(ctx context.Context, from, to time.Time, questions []qualify.Question, limit int) ([]dialog.Missed, error) {
	taught, err := taught(ctx, r.pool)
	if err != nil {
		return nil, err
	}
	of, _ := json.Marshal(questions) // strings always encode
	rows, err := r.pool.QueryContext(ctx, selectMissed, from.UnixMilli(), to.UnixMilli(), string(of))
	all := phrases{}
	_, err = collect(rows, err, func(rows *sql.Rows) (none struct{}, err error) {
		m, err := scanMissed(rows)
		if _, settled := taught.Of(m); err == nil && !settled {
			all.add(m)
		}
		return none, err
	})
	if err != nil {
		return nil, fmt.Errorf("count what was not understood: %w", err)
	}
	return all.most(limit), nil
}

// phrases are counted by their leads, which come one after another.
type phrases map[dialog.Phrase]counted

type counted struct {
	dialog.Missed       // the newest
	last          int64 // lead that was counted
}

func (p phrases) add(m dialog.Missed) {
	phrase, ok := dialog.NewPhrase(m.Question, m.Text)
	if !ok {
		return
	}
	c := p[phrase]
	leads := c.Leads
	if m.Lead != c.last {
		c.last, leads = m.Lead, leads+1
	}
	if m.ID > c.ID {
		c.Missed = m
	}
	c.Leads = leads
	p[phrase] = c
}

func (p phrases) most(limit int) []dialog.Missed {
	all := make([]dialog.Missed, 0, len(p))
	for _, c := range p {
		all = append(all, c.Missed)
	}
	slices.SortFunc(all, func(a, b dialog.Missed) int { return cmp.Or(b.Leads-a.Leads, cmp.Compare(b.ID, a.ID)) })
	return all[:min(limit, len(all))]
}

// Missed implements [bot.Store].
func (db *DB) Missed(ctx context.Context, events []int64) (map[int64]dialog.Missed, error) {
	rows, err := db.writer.QueryContext(ctx, selectMissedByID, list(events))
	all, err := collect(rows, err, scanMissed)
	if err != nil {
		return nil, fmt.Errorf("read %d texts that were not understood: %w", len(events), err)
	}
	found := make(map[int64]dialog.Missed, len(all))
	for _, m := range all {
		found[m.ID] = m
	}
	return found, nil
}

func scanMissed(rows *sql.Rows) (m dialog.Missed, err error) {
	err = rows.Scan(&m.ID, &m.Lead, &m.Question, &m.Text)
	return m, err
}

// taught reads all lessons.
func taught(ctx context.Context, db *sql.DB) (dialog.Taught, error) {
	all := dialog.Taught{}
	rows, err := db.QueryContext(ctx, selectTaught)
	_, err = collect(rows, err, func(rows *sql.Rows) (l dialog.Lesson, err error) {
		var at int64
		err = rows.Scan(&l.Question, &l.Words, &l.Option, &l.By, &l.Missed, &at)
		l.At = time.UnixMilli(at).UTC()
		all[l.Phrase] = l
		return l, err
	})
	if err != nil {
		return nil, fmt.Errorf("read what was taught: %w", err)
	}
	return all, nil
}

// teach keeps a lesson and drops another.
func (c change) teach(l *dialog.Lesson, dropped *dialog.Phrase) error {
	if dropped != nil {
		if _, err := c.exec(deleteTaught, clean(dropped.Question), dropped.Words); err != nil {
			return fmt.Errorf("drop a lesson: %w", err)
		}
	}
	if l != nil {
		_, err := c.exec(upsertTaught, clean(l.Question), l.Words, clean(l.Option), clean(l.By), l.Missed, l.At.UnixMilli())
		if err != nil {
			return fmt.Errorf("keep a lesson: %w", err)
		}
	}
	return nil
}
