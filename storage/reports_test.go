package storage

import (
	"context"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/digest"
	"leadbot/dialog"
	"leadbot/qualify"
)

// week holds leads around the week that begins at noon.
func week(t *testing.T, db *DB) (from, to time.Time) {
	t.Helper()
	to = noon.Add(7 * 24 * time.Hour)
	lead := func(id int64, source string, created, completed time.Time, test bool) bot.Turn {
		s := fresh(id)
		s.Profile.FirstSource, s.Created, s.Completed, s.Test, s.Stage = source, created, completed, test, dialog.StageHandedOff
		return bot.Turn{Session: s, Events: []dialog.Event{
			{Kind: dialog.EventAsked, Question: "niche", At: created},
			{Kind: dialog.EventAsked, Question: "niche", At: created.Add(time.Minute)},
			{Kind: dialog.EventAnswered, Question: "niche", At: created.Add(time.Hour), Answer: qualify.Answer{Value: "has"}},
			{Kind: dialog.EventSkipped, Question: "budget", At: created.Add(time.Hour)},
		}}
	}
	commit(t, db,
		lead(1, "ads", noon.Add(-time.Hour), time.Time{}, false), // asked before, answered at the first instant
		lead(2, "ads", noon.Add(-48*time.Hour), noon, false),
		lead(3, "vk", noon, time.Time{}, false),
		lead(4, "ads", to.Add(-time.Millisecond), to, false), // answers after the end
		lead(5, "ads", to, time.Time{}, false),
		lead(6, "ads", noon, noon, true),
		lead(7, "vk", noon, noon.Add(time.Hour), false),
	)
	return noon, to
}

func ids(t *testing.T, sessions iter.Seq2[dialog.Session, error]) []int64 {
	t.Helper()
	var all []int64
	for s, err := range sessions {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, s.ID)
	}
	return all
}

func TestReportsOfAPeriod(t *testing.T) {
	db := open(t)
	from, to := week(t, db)
	if got := ids(t, db.LeadsBetween(t.Context(), from, to)); !slices.Equal(got, []int64{2, 3, 4, 7}) {
		t.Errorf("LeadsBetween = %v, want 2, 3, 4, 7", got)
	}
	sources, err := db.NewBySource(t.Context(), from, to)
	if diff := cmp.Diff([]digest.Source{{Name: "vk", New: 2}, {Name: "ads", New: 1}}, sources); err != nil || diff != "" {
		t.Error(err, diff)
	}
	funnel, err := db.FunnelBetween(t.Context(), from, to)
	want := []digest.Step{{Question: "budget", Skipped: 3}, {Question: "niche", Asked: 3, Answered: 3}}
	if diff := cmp.Diff(want, funnel); err != nil || diff != "" {
		t.Error(err, diff)
	}
	waiting, err := db.Waiting(t.Context())
	if err != nil || len(waiting) != 6 {
		t.Errorf("Waiting = %d sessions, %v, want all but the test", len(waiting), err)
	}
}

func TestReportsOfNothing(t *testing.T) {
	db := open(t)
	if got := ids(t, db.LeadsBetween(t.Context(), noon, noon.Add(time.Hour))); len(got) != 0 {
		t.Errorf("LeadsBetween = %v", got)
	}
	if funnel, err := db.FunnelBetween(t.Context(), noon, noon.Add(time.Hour)); err != nil || len(funnel) != 0 {
		t.Errorf("FunnelBetween = %v, %v", funnel, err)
	}
}

func TestLeadsComeInPages(t *testing.T) {
	db := open(t)
	var turns []bot.Turn
	var want []int64
	for i := range int64(2 * page) {
		turns = append(turns, bot.Turn{Session: fresh(3 * (1 + i))})
		want = append(want, 3*(1+i))
	}
	slices.Reverse(turns)
	commit(t, db, turns...)
	if got := ids(t, db.Leads(t.Context())); !slices.Equal(got, want) {
		t.Errorf("Leads = %d leads, %v, want %d", len(got), got[:3], len(want))
	}
	if got := ids(t, db.LeadsBetween(t.Context(), noon, noon.Add(time.Hour))); !slices.Equal(got, want) {
		t.Errorf("LeadsBetween = %d leads, want %d", len(got), len(want))
	}
	for s := range db.Leads(t.Context()) {
		if s.ID == 9 {
			break
		}
	}
}

func TestLeadsEndAtAnError(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Session: fresh(1)})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, leads := range []iter.Seq2[dialog.Session, error]{db.Leads(ctx), db.LeadsBetween(ctx, noon, noon.Add(time.Hour))} {
		var errs int
		for _, err := range leads {
			if err == nil {
				t.Error("a lead after the end")
			}
			errs++
		}
		if errs != 1 {
			t.Errorf("%d errors, want 1", errs)
		}
	}
}
