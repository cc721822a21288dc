package storage

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/dialog"
	"leadbot/qualify"
)

// wrote is a lead's text that nobody understood, so many minutes after noon.
func wrote(lead int64, minutes int, q qualify.Question, text string) bot.Turn {
	return bot.Turn{Session: fresh(lead), Events: []dialog.Event{
		{Kind: dialog.EventAsked, Question: q, At: noon},
		{Kind: dialog.EventMissed, Question: q, Text: text, At: noon.Add(time.Duration(minutes) * time.Minute)},
	}}
}

// another is one more of a lead who is there.
func another(t *testing.T, db *DB, lead int64, minutes int, q qualify.Question, text string) bot.Turn {
	turn := wrote(lead, minutes, q, text)
	s := load(t, db, lead)
	turn.Session = &s
	return turn
}

var both = []qualify.Question{"niche", "price"}

// most lists the phrases of the first hour: by question, words and count.
func most(t *testing.T, db *DB, limit int) (all []dialog.Missed) {
	t.Helper()
	all, err := db.MostMissed(t.Context(), noon, noon.Add(time.Hour), both, limit)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i].ID = 0
	}
	return all
}

func missed(lead int64, q qualify.Question, text string, leads int) dialog.Missed {
	return dialog.Missed{Lead: lead, Question: q, Text: text, Leads: leads}
}

// TestMostMissed counts leads, not texts: by the question, and as people compare
// what was written; the newest stands for all.
func TestMostMissed(t *testing.T) {
	db := open(t)
	test := wrote(7, 1, "niche", "фиг знает")
	test.Session.Test = true
	commit(t, db, wrote(1, 3, "niche", "Фиг знает"), wrote(2, 2, "niche", "ФИГ ЗНАЕТ!"), test,
		wrote(3, 1, "price", "фиг знает"), wrote(4, 59, "niche", "всё сложно"), wrote(5, 60, "price", "потом"), wrote(6, -1, "price", "раньше"))
	commit(t, db, another(t, db, 1, 4, "niche", "фиг знает..."))
	commit(t, db, another(t, db, 3, 5, "price", "🤷"))
	commit(t, db, another(t, db, 3, 6, "phone", "не дам"))
	want := []dialog.Missed{missed(1, "niche", "фиг знает...", 2), missed(4, "niche", "всё сложно", 1), missed(3, "price", "фиг знает", 1)}
	if diff := cmp.Diff(want, most(t, db, 5)); diff != "" {
		t.Error("(-want +got):", diff)
	}
	if diff := cmp.Diff(want[:1], most(t, db, 1)); diff != "" {
		t.Error("the first (-want +got):", diff)
	}
}

// TestTaught: a lesson survives, replaces the one before, settles its phrase and
// can be dropped; a commit that is repeated changes nothing.
func TestTaught(t *testing.T) {
	db := open(t)
	commit(t, db, wrote(1, 1, "niche", "фиг знает"), wrote(2, 2, "price", "фиг знает"))
	all, err := db.MostMissed(t.Context(), noon, noon.Add(time.Hour), both, 5)
	if err != nil || len(all) != 2 {
		t.Fatalf("%v, %v", all, err)
	}
	p, _ := dialog.NewPhrase("niche", "Фиг знает")
	lesson := dialog.Lesson{Phrase: p, Option: "doubts", By: "Ольга", Missed: all[1].ID, At: noon}
	other := lesson
	other.Option, other.By = "", "Иван"
	for _, l := range []dialog.Lesson{lesson, other} {
		commit(t, db, bot.Turn{Lesson: &l})
		start, err := db.Start(t.Context())
		if diff := cmp.Diff(dialog.Taught{p: l}, start.Taught, cmp.Comparer(time.Time.Equal)); err != nil || diff != "" {
			t.Error(err, "(-want +got):", diff)
		}
	}
	if got := most(t, db, 5); !cmp.Equal(got, []dialog.Missed{missed(2, "price", "фиг знает", 1)}) {
		t.Errorf("what is settled is told again: %v", got)
	}
	drop := bot.Turn{Update: 5, Unlearn: &p}
	commit(t, db, drop)
	commit(t, db, bot.Turn{Update: 6, Lesson: &lesson})
	commit(t, db, drop)
	if start, _ := db.Start(t.Context()); len(start.Taught) != 1 {
		t.Errorf("an update handled before took a lesson back: %v", start.Taught)
	}
	commit(t, db, bot.Turn{Unlearn: &p})
	if start, _ := db.Start(t.Context()); len(start.Taught) != 0 || len(most(t, db, 5)) != 2 {
		t.Errorf("%v is left, and %v not understood", start.Taught, most(t, db, 5))
	}
}

// TestMissedIsForgotten with whoever wrote it; the lesson stays, and tells no word.
func TestMissedIsForgotten(t *testing.T) {
	const secret = "Анна с Тверской"
	db := open(t)
	commit(t, db, wrote(1, 1, "niche", secret), wrote(2, 2, "niche", "фиг знает"))
	all, _ := db.MostMissed(t.Context(), noon, noon.Add(time.Hour), both, 5)
	p, _ := dialog.NewPhrase("niche", secret)
	commit(t, db, bot.Turn{Lesson: &dialog.Lesson{Phrase: p, Option: "has", By: "Ольга", Missed: all[1].ID, At: noon}})
	s := load(t, db, 1)
	commit(t, db, bot.Turn{Session: &s, Erase: true})
	if got := most(t, db, 5); !cmp.Equal(got, []dialog.Missed{missed(2, "niche", "фиг знает", 1)}) {
		t.Errorf("told: %v", got)
	}
	found, err := db.Missed(t.Context(), []int64{all[0].ID, all[1].ID, 1, 999})
	want := map[int64]dialog.Missed{
		all[0].ID: {ID: all[0].ID, Lead: 2, Question: "niche", Text: "фиг знает"}, all[1].ID: {ID: all[1].ID, Lead: 1, Question: "niche"},
	}
	if diff := cmp.Diff(want, found); err != nil || diff != "" {
		t.Error(err, "(-want +got):", diff)
	}
	if n := count(t, db, "SELECT count(*) FROM taught WHERE question || words || option || by LIKE '%' || ? || '%'", secret); n != 0 {
		t.Error("a lesson tells who it was")
	}
}
