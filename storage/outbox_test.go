package storage

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/outbox"
)

func undelivered(t *testing.T, db *DB) ([]outbox.Delivery, map[int64]bool) {
	t.Helper()
	undone, tried, err := db.Undelivered(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return undone, tried
}

func TestUndeliveredComesBackInOrder(t *testing.T) {
	db := open(t)
	want := []outbox.Delivery{
		delivery(1, "a", outbox.Once), delivery(2, "b", outbox.Reply), delivery(3, "c", outbox.Once), delivery(4, "d", outbox.Critical),
	}
	want[1].Lead = 0
	want[1].Priority = outbox.Redraw
	commit(t, db, bot.Turn{Deliveries: []outbox.Delivery{want[3], want[2]}}, bot.Turn{Deliveries: want[:2]})
	if err := db.Mark(t.Context(), 3); err != nil {
		t.Fatal(err)
	}
	undone, tried := undelivered(t, db)
	if diff := cmp.Diff(want, undone); diff != "" {
		t.Error("-want +got:", diff)
	}
	if diff := cmp.Diff(map[int64]bool{2: true, 3: true, 4: true}, tried); diff != "" {
		t.Error("tried: -want +got:", diff)
	}
}

func TestOutcomes(t *testing.T) {
	tests := []struct {
		class   outbox.Class
		verdict outbox.Verdict
		want    state
	}{
		{outbox.Reply, outbox.Sent, done},
		{outbox.Once, outbox.Sent, done},
		{outbox.Reply, outbox.Refused, dead},
		{outbox.Reply, outbox.Unreachable, dead},
		{outbox.Once, outbox.Stranger, dead},
		{outbox.Once, outbox.Unclear, dead},
		{outbox.Critical, outbox.Unclear, flying},
		{outbox.Once, outbox.Unsent, waiting},
		{outbox.Once, outbox.Wait, waiting},
		{outbox.Critical, outbox.ChatLost, flying},
		{outbox.Critical, outbox.Revoked, flying},
	}
	for _, test := range tests {
		t.Run(string(test.class+" "+outbox.Class(test.verdict)), func(t *testing.T) {
			db := open(t)
			d := delivery(1, "a", test.class)
			commit(t, db, bot.Turn{Deliveries: []outbox.Delivery{d}})
			if err := db.Mark(t.Context(), 1); err != nil {
				t.Fatal(err)
			}
			d.Attempts = 4
			o := &outbox.Outcome{Delivery: d, Verdict: test.verdict, Message: 77, Chat: -100, At: noon}
			commit(t, db, bot.Turn{Outcome: o}, bot.Turn{Outcome: o})
			checkSettled(t, db, d, test.want)
		})
	}
}

func checkSettled(t *testing.T, db *DB, d outbox.Delivery, want state) {
	t.Helper()
	undone, tried := undelivered(t, db)
	settled := want == done || want == dead
	if !settled && (!cmp.Equal(undone, []outbox.Delivery{d}) || tried[1] != (want == flying)) || settled && len(undone) > 0 {
		t.Errorf("undelivered %v, tried %v", undone, tried)
	}
	row := "SELECT count(*) FROM outbox WHERE attempts = 4 AND state = ? AND (body IS NULL) = ?"
	if count(t, db, row, string(want), settled) != 1 {
		t.Error("the row is not as wanted")
	}
	message, chat, ok, err := db.Sent(t.Context(), "a")
	if err != nil || ok != (want == done) || ok && (message != 77 || chat != -100) {
		t.Errorf("Sent = %d, %d, %t, %v", message, chat, ok, err)
	}
	if err := db.Mark(t.Context(), 1); (err != nil) != settled {
		t.Errorf("Mark afterwards = %v", err)
	}
}

func TestSentIsFalseWithoutAMessage(t *testing.T) {
	db := open(t)
	d := delivery(1, "needless", outbox.Idempotent)
	commit(t, db, bot.Turn{Deliveries: []outbox.Delivery{d}}, bot.Turn{Outcome: &outbox.Outcome{Delivery: d, Verdict: outbox.Sent, At: noon}})
	for _, key := range []string{"unknown", "needless"} {
		if _, _, ok, err := db.Sent(t.Context(), key); ok || err != nil {
			t.Errorf("Sent(%s) = %t, %v", key, ok, err)
		}
	}
}

func TestMarkOfAnUnknownDelivery(t *testing.T) {
	if err := open(t).Mark(t.Context(), 9); err == nil || Transient(err) {
		t.Errorf("Mark = %v, want a lasting error", err)
	}
}

// TestReminderOutOfDate: one whose time is over is not begun, and neither is one
// that was withdrawn; what is not a reminder stays.
func TestReminderOutOfDate(t *testing.T) {
	db := open(t)
	s := fresh(7)
	late, soon, gone, card := delivery(1, "late", outbox.Once), delivery(2, "soon", outbox.Once), delivery(3, "gone", outbox.Once), delivery(4, "card", outbox.Critical)
	late.Until, soon.Until = time.Now().Add(-time.Minute), time.Now().Add(time.Hour)
	gone.Lead, card.Lead = s.ID, s.ID
	commit(t, db, bot.Turn{Session: s, Deliveries: []outbox.Delivery{late, soon, gone, card}})
	s.Version++
	commit(t, db, bot.Turn{Session: s, Withdraw: true})
	for id, want := range map[int64]bool{1: false, 2: true, 3: false} {
		if err := db.Mark(t.Context(), id); (err == nil) != want {
			t.Errorf("mark %d: %v, want allowed %t", id, err, want)
		}
	}
	undone, _, err := db.Undelivered(t.Context())
	if err != nil || len(undone) != 3 || undone[2].Key != "card" {
		t.Errorf("undelivered %+v, %v", undone, err)
	}
}

func TestPrune(t *testing.T) {
	db := open(t)
	letter := func(age time.Duration) bot.Turn {
		return bot.Turn{Dead: &bot.DeadLetter{At: time.Now().Add(-age), Payload: []byte("x")}}
	}
	turns := []bot.Turn{letter(31 * 24 * time.Hour), letter(29 * 24 * time.Hour)}
	for i := range int64(2*chunk + 1) {
		turns = append(turns, bot.Turn{Update: 1 + i})
	}
	commit(t, db, turns...)
	for _, step := range []struct {
		later            time.Duration
		updates, letters int
	}{{0, 2*chunk + 1, 1}, {47 * time.Hour, 2*chunk + 1, 0}, {49 * time.Hour, 0, 0}} {
		if err := db.Prune(t.Context(), time.Now().Add(step.later)); err != nil {
			t.Fatal(err)
		}
		updates, letters := count(t, db, "SELECT count(*) FROM updates"), count(t, db, "SELECT count(*) FROM dead_letters")
		if updates != step.updates || letters != step.letters {
			t.Errorf("after %v: %d updates, %d dead letters, want %d and %d", step.later, updates, letters, step.updates, step.letters)
		}
	}
}

func TestIntegrityNamesTheDamage(t *testing.T) {
	db := open(t)
	if err := db.Integrity(t.Context()); err != nil {
		t.Error(err)
	}
	_, err := db.writer.Exec(`PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'done_at IS NULL', 'done_at IS NOT NULL')
		WHERE name = 'outbox_undone'; PRAGMA writable_schema = RESET`)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, db, bot.Turn{Deliveries: []outbox.Delivery{delivery(1, "a", outbox.Reply)}})
	_, err = db.writer.Exec(`PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'done_at IS NOT NULL', 'done_at IS NULL')
		WHERE name = 'outbox_undone'; PRAGMA writable_schema = RESET`)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Integrity(t.Context()); err == nil {
		t.Error("Integrity found nothing")
	}
}
