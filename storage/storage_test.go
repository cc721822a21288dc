package storage

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/digest"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

var noon = time.Date(2026, 11, 16, 12, 0, 0, 123e6, time.UTC)

func open(t testing.TB) *DB {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "lead bot #1?.db"))
}

func openAt(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func commit(t testing.TB, db *DB, turns ...bot.Turn) []outbox.Delivery {
	t.Helper()
	added, err := db.Commit(t.Context(), turns)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

// load returns the session of a lead, which must exist.
func load(t testing.TB, db *DB, lead int64) dialog.Session {
	t.Helper()
	sessions, err := db.Sessions(context.Background(), nil, []int64{lead})
	if err != nil || len(sessions) != 1 {
		t.Fatalf("Sessions(lead %d) = %d sessions, %v", lead, len(sessions), err)
	}
	return sessions[0]
}

func fresh(lead int64) *dialog.Session {
	return &dialog.Session{
		ID: lead, ChatID: 1000 + lead, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew,
		Profile: dialog.Profile{FirstSource: "ads"}, Created: noon, Updated: noon,
	}
}

func delivery(id int64, key string, class outbox.Class) outbox.Delivery {
	return outbox.Delivery{
		ID: id, Key: key, Lead: 1, Class: class, Method: outbox.Send, Chat: 1001, Topic: "topic:1", Refers: "hot:1",
		Priority: outbox.Claim, Body: []byte(`{"t":[{"t":"hello"}]}`), At: noon, Attempts: 1,
	}
}

func count(t testing.TB, db *DB, query string, args ...any) (n int) {
	t.Helper()
	if err := db.pool.QueryRow(query, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// full is a session in the middle of a conversation, about 2 KB as JSON.
func full(lead int64) *dialog.Session {
	s := fresh(lead)
	s.Phase, s.Stage, s.Due = dialog.Asking, dialog.StageQualifying, noon.Add(time.Hour)
	s.Profile = dialog.Profile{UserID: 1000 + lead, Username: "anna_k", Name: "Анна К.", Language: "ru", FirstSource: "ads"}
	s.Answers = qualify.Answers{}
	for i := range 12 {
		q := qualify.Question(fmt.Sprintf("question_%d", i))
		s.Answers[q] = qualify.Answer{Value: "has", Raw: "Да, уже есть своя тема", Via: qualify.ViaButton, At: noon}
		s.Trail = append(s.Trail, q)
	}
	s.Consents = []dialog.Agreement{{Purpose: dialog.Processing, Given: true, Version: "1", Hash: strings.Repeat("a", 64), Message: 5, At: noon}}
	s.Asked, s.Heard, s.Says = "start", noon, 14
	s.Open = &dialog.Shown{Key: fmt.Sprintf("say:%d:14", lead), Turn: 14, Text: dialog.Plain("Когда хотите начать?"), Edit: true}
	return s
}

// turn is what an answer leads to: the next question, the edit of the answered
// one and a card.
func turn(lead, update, delivery int64, s *dialog.Session) bot.Turn {
	made := func(n int64, class outbox.Class) outbox.Delivery {
		return outbox.Delivery{
			ID: delivery + n, Key: fmt.Sprintf("say:%d:%d", lead, delivery+n), Lead: lead, Class: class,
			Method: outbox.Send, Chat: 1000 + lead, Body: []byte(strings.Repeat("текст ", 40)), At: noon,
		}
	}
	return bot.Turn{
		Update: update, Session: s,
		Events: []dialog.Event{
			{Kind: dialog.EventAnswered, Question: "product", At: noon.Add(time.Duration(update) * time.Millisecond),
				Answer: qualify.Answer{Value: "in_place", Raw: "Продукт готов", Via: qualify.ViaButton}},
			{Kind: dialog.EventAsked, Question: "sales", At: noon},
		},
		Deliveries: []outbox.Delivery{made(0, outbox.Reply), made(1, outbox.Idempotent), made(2, outbox.Critical)},
	}
}

func TestSessionComesBack(t *testing.T) {
	db := open(t)
	want := full(1)
	commit(t, db, bot.Turn{Update: 7, Session: want})
	got := load(t, db, 1)
	want.Version = 1
	if diff := cmp.Diff(*want, got); diff != "" {
		t.Error("-want +got:", diff)
	}
}

func TestTextsAreClean(t *testing.T) {
	db := open(t)
	s := fresh(1)
	s.Profile.FirstSource = "a\x00b\xff"
	commit(t, db, bot.Turn{Session: s, Notes: map[string]string{"name\x00": "va\xfflue"}})
	sources, err := db.NewBySource(t.Context(), noon, noon.Add(time.Hour))
	if diff := cmp.Diff([]digest.Source{{Name: "ab\uFFFD", New: 1}}, sources); err != nil || diff != "" {
		t.Error(err, diff)
	}
	start, err := db.Start(t.Context())
	if diff := cmp.Diff(map[string]string{"name": "va\uFFFDlue"}, start.Notes); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
