package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"leadbot/bot/outbox"
)

const (
	insertDelivery = `INSERT INTO outbox
		(id, key, lead_id, class, method, chat, topic, refers, priority, body, at, attempts, until, state, twin)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`
	settleDelivery = `UPDATE outbox SET state = ?2, attempts = ?3, message_id = ?4, sent_chat = ?5, done_at = ?6,
		body = CASE WHEN ?6 IS NULL THEN body END WHERE id = ?1 AND (done_at IS NULL OR ?2 = 'done')`
	giveBack     = `DELETE FROM outbox WHERE id = ? AND done_at IS NULL`
	markDelivery = `UPDATE outbox SET state = 'flying'
		WHERE id = ?1 AND done_at IS NULL AND (until IS NULL OR until > ?2)`
	withdrawDeliveries = `UPDATE outbox SET state = 'dead', body = NULL, done_at = ?2
		WHERE lead_id = ?1 AND class = 'once' AND state = 'waiting' AND done_at IS NULL`
	replaceMessage = `UPDATE outbox SET message_id = ?2, sent_chat = ?3
		WHERE key = ?1 AND done_at IS NOT NULL AND message_id IS NOT ?2`
	selectSent   = `SELECT message_id, sent_chat FROM outbox WHERE key = ? AND message_id IS NOT NULL`
	selectUndone = `SELECT id, key, coalesce(lead_id, 0), class, method, chat, topic, refers, priority, body, at, attempts,
		coalesce(twin, 0), state = 'flying' FROM outbox WHERE done_at IS NULL ORDER BY id`
)

// state is how far a delivery has come.
type state string

const (
	waiting state = "waiting" // surely not tried: only class once is ever so
	flying  state = "flying"  // perhaps tried
	done    state = "done"
	dead    state = "dead" // will never be sent
)

// before is the state of a delivery that is yet to be tried. Only class once
// needs to know whether it was.
func before(d outbox.Delivery) state {
	if d.Class == outbox.Once {
		return waiting
	}
	return flying
}

func after(o outbox.Outcome) state {
	switch o.Verdict {
	case outbox.Sent:
		return done
	case outbox.Refused, outbox.Unreachable, outbox.Stranger, outbox.Stale:
		return dead
	case outbox.Unclear:
		if o.Delivery.Class == outbox.Once {
			return dead
		}
	}
	return before(o.Delivery)
}

// deliver appends to added those of the deliveries whose keys are new.
func (c change) deliver(added, deliveries []outbox.Delivery) ([]outbox.Delivery, error) {
	for _, d := range deliveries {
		n, err := c.exec(insertDelivery, d.ID, clean(d.Key), id(d.Lead), clean(d.Class), clean(d.Method), d.Chat,
			clean(d.Topic), clean(d.Refers), int(d.Priority), d.Body, d.At.UnixMilli(), d.Attempts, millis(d.Until), string(before(d)), id(d.Twin))
		if err != nil {
			return nil, fmt.Errorf("add delivery %d: %w", d.ID, err)
		}
		if n > 0 {
			added = append(added, d)
		}
	}
	return added, nil
}

// settle notes what an attempt led to. A delivery that is neither sent nor
// refused for good stays undone; its body is kept until then. One that is over
// stays so, but may turn out to have been sent. One whose topic is gone is
// forgotten, because its turn delivers it anew under the same key.
func (c change) settle(o outbox.Outcome) error {
	if o.Verdict == outbox.NoTopic {
		if _, err := c.exec(giveBack, o.Delivery.ID); err != nil {
			return fmt.Errorf("give delivery %d back: %w", o.Delivery.ID, err)
		}
		return nil
	}
	to := after(o)
	var message, chat, at any
	if to == done {
		message, chat = id(o.Message), o.Chat
	}
	if to == done || to == dead {
		at = o.At.UnixMilli()
	}
	_, err := c.exec(settleDelivery, o.Delivery.ID, string(to), o.Delivery.Attempts, message, chat, at)
	if err != nil {
		return fmt.Errorf("settle delivery %d: %w", o.Delivery.ID, err)
	}
	if o.Delivery.Method == outbox.Edit && to == done && o.Message != 0 {
		return c.replace(o)
	}
	return nil
}

// replace notes that an edited message is now another: the old one was gone.
func (c change) replace(o outbox.Outcome) error {
	if _, err := c.exec(replaceMessage, clean(o.Delivery.Refers), o.Message, o.Chat); err != nil {
		return fmt.Errorf("replace the message of delivery %d: %w", o.Delivery.ID, err)
	}
	return nil
}

// Undelivered returns the deliveries neither sent nor given up, in the order of
// their ids, and those of them that may have been tried before: of class once
// the marked ones, of the others all.
func (r *Reader) Undelivered(ctx context.Context) (undone []outbox.Delivery, tried map[int64]bool, err error) {
	rows, err := r.pool.QueryContext(ctx, selectUndone)
	tried = map[int64]bool{}
	undone, err = collect(rows, err, func(rows *sql.Rows) (outbox.Delivery, error) {
		d, flying, err := scanDelivery(rows)
		if flying {
			tried[d.ID] = true
		}
		return d, err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read undelivered messages: %w", err)
	}
	return undone, tried, nil
}

func scanDelivery(rows *sql.Rows) (d outbox.Delivery, flying bool, err error) {
	var at int64
	err = rows.Scan(&d.ID, &d.Key, &d.Lead, &d.Class, &d.Method, &d.Chat, &d.Topic, &d.Refers, &d.Priority,
		&d.Body, &at, &d.Attempts, &d.Twin, &flying)
	d.At = time.UnixMilli(at).UTC()
	return d, flying, err
}

// Mark records that a delivery is about to be tried. It fails when the delivery
// is settled, unknown or out of date: then it must not go out.
func (db *DB) Mark(ctx context.Context, delivery int64) error {
	err := db.write(ctx, func(c change) error {
		marked, err := c.exec(markDelivery, delivery, time.Now().UnixMilli())
		if err == nil && marked == 0 {
			return errors.New("it does not wait")
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("mark delivery %d: %w", delivery, err)
	}
	return nil
}

// Sent returns the message, or the topic, that the delivery of the key led to,
// and its chat. It is not ok when it led to none: there is no such delivery, it
// is not sent, or nothing had to be done.
func (r *Reader) Sent(ctx context.Context, key string) (message, chat int64, ok bool, err error) {
	err = r.pool.QueryRowContext(ctx, selectSent, clean(key)).Scan(&message, &chat)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, 0, false, nil
	}
	if err != nil {
		return 0, 0, false, fmt.Errorf("read delivery %s: %w", key, err)
	}
	return message, chat, true, nil
}
