package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"leadbot/bot"
)

const (
	selectTopic = `SELECT lead_id, key, 0 FROM outbox
		WHERE message_id = ?1 AND chat = 0 AND sent_chat = ?2 AND method = 'topic' AND lead_id IS NOT NULL`
	selectDesk = `SELECT lead_id, key, coalesce(twin, 0) FROM outbox
		WHERE message_id = ?1 AND chat = 0 AND sent_chat = ?2 AND method <> 'topic' AND lead_id IS NOT NULL ORDER BY id LIMIT 1`
	selectTwin = `SELECT lead_id, key, twin FROM outbox
		WHERE message_id = ?1 AND twin IS NOT NULL AND sent_chat = ?2 AND lead_id IS NOT NULL ORDER BY id LIMIT 1`
	selectSaid = `SELECT lead_id, key, twin FROM outbox
		WHERE twin = ?1 AND key = 'out:' || lead_id || ':' || ?2 || ':' || ?1 LIMIT 1`
	selectKey   = `SELECT coalesce(lead_id, 0), key, coalesce(twin, 0) FROM outbox WHERE key = ?`
	selectLoads = `SELECT manager, count(*) FROM leads WHERE manager IS NOT NULL GROUP BY manager`
)

// Origins implements [bot.Store]. An edit is not the origin of the message it
// changed.
func (db *DB) Origins(ctx context.Context, refs []bot.Ref) ([]bot.Origin, error) {
	origins := make([]bot.Origin, len(refs))
	for i, ref := range refs {
		found, err := db.origin(ctx, ref)
		if err != nil {
			return nil, fmt.Errorf("look for the origin of a message: %w", err)
		}
		origins[i] = found
	}
	return origins, nil
}

func (db *DB) origin(ctx context.Context, ref bot.Ref) (o bot.Origin, err error) {
	if ref.Key != "" {
		err = db.prepared[selectKey].QueryRowContext(ctx, ref.Key).Scan(&o.Lead, &o.Key, &o.Twin)
		return o, ignoreNone(err)
	}
	queries, place := []string{selectDesk, selectTwin, selectSaid}, ref.Message
	if ref.Topic != 0 {
		queries, place = []string{selectTopic}, ref.Topic
	}
	for _, query := range queries {
		err = db.prepared[query].QueryRowContext(ctx, place, ref.Chat).Scan(&o.Lead, &o.Key, &o.Twin)
		if !errors.Is(err, sql.ErrNoRows) {
			return o, err
		}
	}
	return bot.Origin{}, nil
}

func ignoreNone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// Loads implements [bot.Store].
func (db *DB) Loads(ctx context.Context) (map[int64]int, error) {
	rows, err := db.writer.QueryContext(ctx, selectLoads)
	loads := map[int64]int{}
	_, err = collect(rows, err, func(rows *sql.Rows) (manager int64, err error) {
		var n int
		err = rows.Scan(&manager, &n)
		loads[manager] = n
		return manager, err
	})
	if err != nil {
		return nil, fmt.Errorf("count the managers' leads: %w", err)
	}
	return loads, nil
}
