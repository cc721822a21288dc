package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/dialog"
)

func TestSessionsOfManyChats(t *testing.T) {
	db := open(t)
	var turns []bot.Turn
	var chats, leads []int64
	for i := range int64(1000) {
		turns = append(turns, bot.Turn{Session: fresh(1 + i)})
		chats, leads = append(chats, 1001+i), append(leads, 1+i/2)
	}
	commit(t, db, turns...)
	for name, ask := range map[string]struct{ chats, leads []int64 }{
		"chats": {chats, nil}, "both, overlapping": {append(chats, 5, 6, chats[0]), leads},
	} {
		sessions, err := db.Sessions(t.Context(), ask.chats, ask.leads)
		if err != nil || len(sessions) != 1000 {
			t.Fatalf("%s: %d sessions, %v, want 1000", name, len(sessions), err)
		}
		ids := map[int64]bool{}
		for _, s := range sessions {
			ids[s.ID] = s.Version == 1 && s.ChatID == 1000+s.ID
		}
		if len(ids) != 1000 || !ids[1] || !ids[1000] {
			t.Errorf("%s: %d leads", name, len(ids))
		}
	}
	if none, err := db.Sessions(t.Context(), []int64{1}, []int64{-1}); err != nil || len(none) != 0 {
		t.Errorf("Sessions of nobody = %v, %v", none, err)
	}
}

func TestDue(t *testing.T) {
	db := open(t)
	due := func(lead int64, at time.Time) bot.Turn {
		s := fresh(lead)
		s.Due = at
		return bot.Turn{Session: s}
	}
	commit(t, db, due(1, noon), due(2, noon.Add(-time.Hour)), due(3, time.Time{}), due(4, noon.Add(time.Millisecond)))
	for limit, want := range map[int][]int64{10: {2, 1}, 1: {2}} {
		got, err := db.Due(t.Context(), noon, limit)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("Due(%d) = %v, %v, want %v", limit, got, err, want)
		}
	}
}

func TestStartCountsShadows(t *testing.T) {
	db := open(t)
	if start, err := db.Start(t.Context()); err != nil || start.Notes == nil || start.LastLead+start.LastDelivery != 0 {
		t.Errorf("Start of an empty database = %v, %v", start, err)
	}
	shadow := fresh(3)
	shadow.Shadow = true
	commit(t, db, bot.Turn{Session: shadow}, turn(4, 1, 20, full(4)))
	start, err := db.Start(t.Context())
	if diff := cmp.Diff(bot.Start{LastLead: 4, LastDelivery: 22, Shadow: 1, Notes: map[string]string{}, Taught: dialog.Taught{}}, start); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

// The indexes exist for these queries; a changed word may lose them.
func TestQueriesUseTheirIndexes(t *testing.T) {
	db := open(t)
	tests := map[string][]string{
		selectDue:      {"USING COVERING INDEX leads_due"},
		selectSessions: {"MULTI-INDEX OR", "leads USING INTEGER PRIMARY KEY", "sqlite_autoindex_leads_1"},
		selectHandled:  {"updates USING INTEGER PRIMARY KEY"},
		selectLast:     {"leads_shadow"},
		selectUndone:   {"outbox_undone"},
		selectWaiting:  {"leads_waiting"},
		selectBetween:  {"leads_created", "leads_completed"},
		selectSources:  {"leads_created"},
		selectFunnel:   {"COVERING INDEX events_kind", "COVERING INDEX answers_at", "leads_test"},
		deleteUpdates:  {"updates_at"},
		eraseEvents:    {"events_lead"},
		eraseAnswers:   {"USING PRIMARY KEY"},
		selectHanded:   {"leads USING INTEGER PRIMARY KEY", "COVERING INDEX leads_waiting", "COVERING INDEX leads_manager"},
		selectMissed:   {"USING INDEX events_kind (kind=? AND at>? AND at<?)", "leads_test"},
		selectStory:    {"events_lead", "USING PRIMARY KEY"},

		fmt.Sprintf(selectFound, ""): {"SCAN leads USING COVERING INDEX leads_search"},
	}
	for query, want := range tests {
		plan := explain(t, db, query)
		for _, part := range want {
			if !strings.Contains(plan, part) {
				t.Errorf("%s\nhas the plan\n%swithout %s", query, plan, part)
			}
		}
	}
}

func explain(t *testing.T, db *DB, query string) string {
	t.Helper()
	args := []any{1, 2, "[]"}
	rows, err := db.writer.Query("EXPLAIN QUERY PLAN "+query, args...)
	for n := len(args) - 1; err != nil && n > 0; n-- {
		rows, err = db.writer.Query("EXPLAIN QUERY PLAN "+query, args[:n]...)
	}
	if err != nil {
		t.Fatal(query, err)
	}
	defer rows.Close()
	var plan strings.Builder
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan.WriteString(detail + "\n")
	}
	return plan.String()
}

func TestCanceledIsTransient(t *testing.T) {
	db := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := db.Commit(ctx, []bot.Turn{{Session: fresh(1)}})
	if !errors.Is(err, context.Canceled) || !Transient(err) {
		t.Errorf("Commit = %v, want context.Canceled", err)
	}
	if _, err = db.Sessions(ctx, nil, []int64{1}); !Transient(err) {
		t.Errorf("Sessions = %v, want a transient error", err)
	}
	if Transient(nil) {
		t.Error("nil is transient")
	}
}

func TestDamagedSessionIsNamedWithoutItsContent(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Session: &dialog.Session{ID: 42, ChatID: 1}})
	if _, err := db.writer.Exec(`UPDATE leads SET session = '{"profile":{"name":"Анна"' WHERE id = 42`); err != nil {
		t.Fatal(err)
	}
	_, err := db.Sessions(t.Context(), []int64{1}, nil)
	if err == nil || !strings.Contains(err.Error(), "session 42") || strings.Contains(err.Error(), "Анна") {
		t.Errorf("Sessions = %v", err)
	}
}
