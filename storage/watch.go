package storage

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"leadbot/bot/outbox"
)

const (
	selectOverdue = `WITH sent AS (SELECT chat, class, method, done_at FROM outbox WHERE state = 'done' ORDER BY id DESC LIMIT 500)
		SELECT id, key, lead_id, class, method, chat, topic, refers, priority, body, at, attempts, 0, 0 FROM outbox AS o
		WHERE done_at IS NULL AND class = 'critical' AND method = 'send' AND chat = 0 AND lead_id IS NOT NULL AND substr(key, 1, 5) = 'card:' AND at <= ?1
			AND EXISTS (SELECT 1 FROM sent WHERE done_at > o.at AND done_at <= ?3)
			AND (at <= ?2 OR NOT EXISTS (SELECT 1 FROM sent WHERE chat = 0 AND class = 'critical' AND method = 'send' AND done_at > ?1))
		ORDER BY id`
	selectActive = `SELECT id FROM leads WHERE updated_at BETWEEN ? AND ? AND phase IN ('consent', 'asking', 'review') ORDER BY id`
)

// How long an urgent card may wait: while no other gets through, in a queue that
// moves, and after an outage, since something was sent again.
const (
	overdueAfter = 90 * time.Second
	queuedFor    = 15 * time.Minute
	outageOver   = 70 * time.Second
)

// Overdue returns the urgent cards that do not get through although the messenger
// takes other messages, in the order of their ids. While it takes none there is
// nothing to tell and nobody who would hear it.
func (r *Reader) Overdue(ctx context.Context, now time.Time) ([]outbox.Delivery, error) {
	rows, err := r.pool.QueryContext(ctx, selectOverdue, now.Add(-overdueAfter).UnixMilli(),
		now.Add(-queuedFor).UnixMilli(), now.Add(-outageOver).UnixMilli())
	cards, err := collect(rows, err, func(rows *sql.Rows) (outbox.Delivery, error) {
		d, _, err := scanDelivery(rows)
		return d, err
	})
	if err != nil {
		return nil, fmt.Errorf("look for overdue cards: %w", err)
	}
	return cards, nil
}

// Active implements [bot.Active].
func (r *Reader) Active(ctx context.Context, from, to time.Time) ([]int64, error) {
	rows, err := r.pool.QueryContext(ctx, selectActive, from.UnixMilli(), to.UnixMilli())
	leads, err := collect(rows, err, scanID)
	if err != nil {
		return nil, fmt.Errorf("look for active leads: %w", err)
	}
	return leads, nil
}
