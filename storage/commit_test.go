package storage

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

func TestCommitTwiceIsOnce(t *testing.T) {
	db := open(t)
	turns := []bot.Turn{turn(1, 7, 1, full(1)), turn(2, 8, 4, full(2))}
	turns[0].Notes = map[string]string{"offset": "7"}
	turns[1].Dead = &bot.DeadLetter{At: noon, Update: 8, Payload: []byte{0xff}, Err: "broken"}
	if added := commit(t, db, turns...); len(added) != 6 {
		t.Errorf("first commit added %d deliveries, want 6", len(added))
	}
	before := dump(t, db)
	if added := commit(t, db, turns...); len(added) != 0 {
		t.Errorf("second commit added %v", added)
	}
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Error("the second commit changed the database:", diff)
	}
}

// dump counts the rows of all tables and adds up the versions.
func dump(t *testing.T, db *DB) map[string]int {
	t.Helper()
	counts := map[string]int{"versions": count(t, db, "SELECT sum(version) FROM leads")}
	for _, table := range []string{"leads", "answers", "events", "consents", "updates", "outbox", "notes", "dead_letters"} {
		counts[table] = count(t, db, "SELECT count(*) FROM "+table)
	}
	return counts
}

func TestUpdateHandledBeforeIsLeftOutWholly(t *testing.T) {
	db := open(t)
	commit(t, db, turn(1, 7, 1, full(1)))
	s := load(t, db, 1)
	s.Says = 99
	added := commit(t, db,
		bot.Turn{Update: 7, Session: &s, Notes: map[string]string{"x": "y"}, Deliveries: []outbox.Delivery{delivery(50, "new", outbox.Reply)}},
		turn(2, 3, 60, full(2)), // a smaller number that is new counts
		turn(2, 3, 70, full(2)),
	)
	if got := load(t, db, 1); got.Says != 14 || got.Version != 1 {
		t.Errorf("says %d, version %d: the turn was recorded", got.Says, got.Version)
	}
	if len(added) != 3 || added[0].ID != 60 {
		t.Errorf("added %v, want 60 to 62", added)
	}
	handled, err := db.Handled(t.Context(), []int64{1, 3, 7})
	if diff := cmp.Diff(map[int64]bool{3: true, 7: true}, handled); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestStaleSessionRecordsNothing(t *testing.T) {
	db := open(t)
	commit(t, db, turn(1, 7, 1, full(1)))
	mine, theirs := load(t, db, 1), load(t, db, 1)
	commit(t, db, bot.Turn{Update: 8, Session: &theirs})
	before := dump(t, db)
	for name, stale := range map[string]*dialog.Session{"changed": &mine, "made anew": full(1), "unknown": {ID: 9, ChatID: 9, Version: 3}} {
		_, err := db.Commit(t.Context(), []bot.Turn{turn(2, 9, 10, full(2)), {Update: 10, Session: stale}})
		if !errors.Is(err, ErrStale) || Transient(err) {
			t.Errorf("%s: Commit = %v, want ErrStale", name, err)
		}
	}
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Error("the stale commits changed the database:", diff)
	}
}

func TestLastSessionOfABatchCounts(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Update: 1, Session: fresh(1)})
	first, second := load(t, db, 1), load(t, db, 1)
	first.Says, second.Says = 1, 2
	commit(t, db, turn(1, 2, 1, &first), turn(2, 3, 4, full(2)), turn(1, 4, 7, &second))
	if got := load(t, db, 1); got.Says != 2 || got.Version != 2 {
		t.Errorf("says %d, version %d, want 2 and 2", got.Says, got.Version)
	}
	if n := count(t, db, "SELECT count(*) FROM answers WHERE lead_id = 1"); n != 2 {
		t.Errorf("%d answers, want those of both turns", n)
	}
}

func TestDeliveryKeyIsAcceptedOnce(t *testing.T) {
	db := open(t)
	first := delivery(5, "hot:1", outbox.Critical)
	commit(t, db, bot.Turn{Update: 1, Session: fresh(1), Deliveries: []outbox.Delivery{first}})
	again := delivery(6, "hot:1", outbox.Critical)
	late, early := delivery(9, "b", outbox.Reply), delivery(8, "a", outbox.Reply)
	added := commit(t, db, bot.Turn{Deliveries: []outbox.Delivery{first, again, late}}, bot.Turn{Deliveries: []outbox.Delivery{early}})
	if diff := cmp.Diff([]outbox.Delivery{early, late}, added); diff != "" {
		t.Error("-want +got:", diff)
	}
}

func TestDeliveryIDTakenIsABadInput(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Deliveries: []outbox.Delivery{delivery(5, "a", outbox.Reply)}})
	_, err := db.Commit(t.Context(), []bot.Turn{{Deliveries: []outbox.Delivery{delivery(5, "b", outbox.Reply)}}})
	if err == nil || Transient(err) {
		t.Errorf("Commit = %v, want a lasting error", err)
	}
}

func TestConsentIsProvenOnce(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Update: 1, Session: full(1)})
	s := load(t, db, 1)
	s.Consents[0].Withdrawn = noon.Add(time.Hour)
	again := s.Consents[0]
	again.At, again.Withdrawn = noon.Add(2*time.Hour), time.Time{}
	s.Consents = append(s.Consents, again)
	commit(t, db, bot.Turn{Update: 2, Session: &s})
	s = load(t, db, 1)
	s.Consents = nil
	commit(t, db, bot.Turn{Update: 3, Session: &s})
	if n := count(t, db, "SELECT count(*) FROM consents"); n != 2 {
		t.Errorf("%d consents, want 2", n)
	}
	withdrawn := "SELECT count(*) FROM consents WHERE given = 1 AND withdrawn_at = ?"
	if n := count(t, db, withdrawn, noon.Add(time.Hour).UnixMilli()); n != 1 {
		t.Errorf("%d consents withdrawn, want 1", n)
	}
}

func TestAnswersKeepTheirHistory(t *testing.T) {
	db := open(t)
	commit(t, db, turn(1, 1, 1, full(1)))
	s := load(t, db, 1)
	commit(t, db, turn(1, 2, 4, &s))
	if n := count(t, db, "SELECT count(*) FROM answers WHERE lead_id = 1 AND question = 'product' AND via = 'button'"); n != 2 {
		t.Errorf("%d answers, want 2", n)
	}
	if n := count(t, db, "SELECT count(*) FROM events WHERE kind = 'answered'"); n != 0 {
		t.Errorf("%d answers among the events as well", n)
	}
}

func BenchmarkCommit(b *testing.B) {
	for _, size := range []int{1, 8, 64} {
		b.Run(fmt.Sprint(size), func(b *testing.B) { benchmarkCommit(b, size) })
	}
}

// benchmarkCommit loads, changes and commits the sessions of a batch.
func benchmarkCommit(b *testing.B, size int) {
	db := open(b)
	const leads = 2000
	var all []bot.Turn
	for i := range int64(leads) {
		all = append(all, bot.Turn{Session: full(1 + i)})
	}
	commit(b, db, all...)
	ids, turns := make([]int64, size), make([]bot.Turn, size)
	var n int64
	for b.Loop() {
		for i := range ids {
			ids[i] = 1 + (n+int64(i))*7%leads
		}
		sessions, err := db.Sessions(b.Context(), nil, ids)
		if err != nil || len(sessions) != size {
			b.Fatal(len(sessions), err)
		}
		for i := range turns {
			n++
			turns[i] = turn(sessions[i].ID, n, 3*n, &sessions[i])
		}
		commit(b, db, turns...)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "turns/s")
}
