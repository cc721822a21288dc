package storage

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

const canary = "canary-79161234567"

// personal is a turn that leaves the canary everywhere.
func personal(lead, update, id int64) bot.Turn {
	s := full(lead)
	s.Profile.Name = canary
	d := delivery(id, canary[:6]+s.Profile.Username+string(rune('a'+id)), outbox.Reply)
	d.Lead, d.Body = lead, []byte(canary)
	return bot.Turn{
		Update: update, Session: s, Deliveries: []outbox.Delivery{d},
		Events: []dialog.Event{
			{Kind: dialog.EventAnswered, Question: "phone", At: noon, Answer: qualify.Answer{Value: canary, Raw: canary}},
			{Kind: dialog.EventNews, At: noon, Text: canary},
		},
		Dead: &bot.DeadLetter{At: noon, Update: update, Chat: s.ChatID, Payload: []byte(canary), Err: "panic"},
	}
}

func TestEraseLeavesNoTrace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "leadbot.db")
	db := openAt(t, path)
	commit(t, db, personal(1, 1, 1))
	if err := db.emptyWAL(t.Context()); err != nil { // into the database file
		t.Fatal(err)
	}
	empty := load(t, db, 1)
	empty.Profile, empty.Answers, empty.Consents, empty.Updated = dialog.Profile{}, nil, nil, noon.Add(time.Hour)
	before := dump(t, db)
	goodbye := outbox.Delivery{ID: 9, Key: "bye", Lead: 1, Class: outbox.Reply, Method: outbox.Send, Body: []byte("bye"), At: noon.Add(time.Hour)}
	turn := bot.Turn{Update: 2, Session: &empty, Erase: true, Deliveries: []outbox.Delivery{goodbye}}
	commit(t, db, turn)
	if undone, _ := undelivered(t, db); !cmp.Equal(undone, []outbox.Delivery{goodbye}) {
		t.Errorf("undelivered %v, want the goodbye alone", undone)
	}
	before["versions"]++
	before["updates"]++
	before["outbox"]++
	before["dead_letters"]--
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Error("rows: -want +got:", diff)
	}
	for _, suffix := range []string{"", "-wal"} {
		content, err := os.ReadFile(path + suffix)
		if err != nil || bytes.Contains(content, []byte(canary)) {
			t.Errorf("%s still tells who it was; %v", suffix, err)
		}
	}
}

func TestErasedDeliveryStaysOver(t *testing.T) {
	db := open(t)
	commit(t, db, personal(1, 1, 1))
	undone, _ := undelivered(t, db)
	s := load(t, db, 1)
	commit(t, db, bot.Turn{Session: &s, Erase: true})
	outcome := outbox.Outcome{Delivery: undone[0], Verdict: outbox.ChatLost, At: noon}
	commit(t, db, bot.Turn{Outcome: &outcome})
	if again, _ := undelivered(t, db); len(again) != 0 {
		t.Errorf("undelivered %v: a message without a text", again)
	}
	outcome.Verdict, outcome.Message = outbox.Sent, 5 // it was under way meanwhile
	commit(t, db, bot.Turn{Outcome: &outcome})
	if message, _, ok, err := db.Sent(t.Context(), undone[0].Key); message != 5 || !ok || err != nil {
		t.Errorf("Sent = %d, %t, %v", message, ok, err)
	}
}

func TestEraseTouchesNobodyElse(t *testing.T) {
	db := open(t)
	commit(t, db, personal(1, 1, 1), personal(2, 2, 2))
	s := load(t, db, 1)
	commit(t, db, bot.Turn{Session: &s, Erase: true})
	for table, want := range map[string]string{
		"answers": "lead_id = 2 AND value = ?", "events": "lead_id = 2 AND text = ?", "outbox": "lead_id = 2 AND CAST(body AS TEXT) = ?",
		"dead_letters": "chat = 1002 AND CAST(payload AS TEXT) = ?",
	} {
		if n := count(t, db, "SELECT count(*) FROM "+table+" WHERE "+want, canary); n != 1 {
			t.Errorf("%s: %d rows of the other lead, want 1", table, n)
		}
	}
}
