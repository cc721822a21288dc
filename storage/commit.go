package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

const (
	insertUpdate = `INSERT INTO updates (update_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING`
	upsertNote   = `INSERT INTO notes (name, value) VALUES (?, ?)
		ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value`
	insertDeadLetter = `INSERT INTO dead_letters (at, update_id, chat, payload, error) VALUES (?, ?, ?, ?, ?)`
)

// Commit implements [bot.Store]. The turns of one lead each carry the session as
// it was after them and the version that was loaded; the last one is stored. It
// is ErrStale when another commit came between. A turn that erases also empties
// what was kept of its lead before, beside the session, in all of our files.
func (db *DB) Commit(ctx context.Context, turns []bot.Turn) ([]outbox.Delivery, error) {
	var added []outbox.Delivery
	err := db.write(ctx, func(c change) (err error) {
		added, err = c.commit(turns)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("commit %d turns: %w", len(turns), err)
	}
	if slices.ContainsFunc(turns, func(t bot.Turn) bool { return t.Erase }) {
		_ = db.emptyWAL(context.WithoutCancel(ctx)) // what fails now, Prune does later
	}
	return added, nil
}

func (c change) commit(turns []bot.Turn) ([]outbox.Delivery, error) {
	turns, err := c.fresh(turns)
	if err != nil {
		return nil, err
	}
	for _, s := range latest(turns) { // before what refers to the leads
		if err := c.saveSession(s); err != nil {
			return nil, err
		}
	}
	var added []outbox.Delivery
	for _, turn := range turns {
		if err := c.record(turn); err != nil {
			return nil, err
		}
		if added, err = c.deliver(added, turn.Deliveries); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(added, func(a, b outbox.Delivery) int { return cmp.Compare(a.ID, b.ID) })
	return added, nil
}

// fresh takes note of the turns' updates and returns the turns without those
// that were handled before. The numbers may start anew, so their order tells
// nothing.
func (c change) fresh(turns []bot.Turn) ([]bot.Turn, error) {
	now := time.Now().UnixMilli()
	var fresh []bot.Turn
	for _, turn := range turns {
		if turn.Update > 0 {
			added, err := c.exec(insertUpdate, turn.Update, now)
			if err != nil {
				return nil, fmt.Errorf("note update %d: %w", turn.Update, err)
			}
			if added == 0 {
				continue
			}
		}
		fresh = append(fresh, turn)
	}
	return fresh, nil
}

// latest returns the last session of each lead.
func latest(turns []bot.Turn) []*dialog.Session {
	var sessions []*dialog.Session
	place := map[int64]int{}
	for _, turn := range turns {
		if turn.Session == nil {
			continue
		}
		if i, ok := place[turn.Session.ID]; ok {
			sessions[i] = turn.Session
			continue
		}
		place[turn.Session.ID] = len(sessions)
		sessions = append(sessions, turn.Session)
	}
	return sessions
}

// record stores what a turn says beside its session and its deliveries.
func (c change) record(turn bot.Turn) error {
	var lead int64
	if turn.Session != nil {
		lead = turn.Session.ID
	}
	if turn.Erase && turn.Session != nil {
		if err := c.erase(turn.Session); err != nil {
			return err
		}
	}
	if turn.Withdraw && lead != 0 {
		if _, err := c.exec(withdrawDeliveries, lead, time.Now().UnixMilli()); err != nil {
			return fmt.Errorf("withdraw the reminders of lead %d: %w", lead, err)
		}
	}
	if err := c.addEvents(lead, turn.Events); err != nil {
		return err
	}
	if turn.Outcome != nil {
		if err := c.settle(*turn.Outcome); err != nil {
			return err
		}
	}
	if err := c.teach(turn.Lesson, turn.Unlearn); err != nil {
		return err
	}
	for name, value := range turn.Notes {
		if _, err := c.exec(upsertNote, clean(name), clean(value)); err != nil {
			return fmt.Errorf("save note %s: %w", name, err)
		}
	}
	return c.addDeadLetter(turn.Dead)
}

func (c change) addDeadLetter(d *bot.DeadLetter) error {
	if d == nil {
		return nil
	}
	_, err := c.exec(insertDeadLetter, d.At.UnixMilli(), id(d.Update), d.Chat, d.Payload, clean(d.Err))
	if err != nil {
		return fmt.Errorf("set update %d aside: %w", d.Update, err)
	}
	return nil
}
