package dialog

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"leadbot/qualify"
)

// lister is a lead without a topic, before the exercise.
func lister(t *testing.T) (*Assistant, Session) {
	a := &Assistant{Script: builtInScript(t), Calendar: Calendar{Zone: time.UTC}}
	return a, Session{
		ID: 7, Phase: Asking, Owner: Bot, Exercise: "niche", Consents: []Agreement{{Purpose: Processing, Given: true}},
		Answers: qualify.Answers{"niche": {Value: "none"}},
	}
}

func topics(s Session) (all []string) {
	for _, row := range s.Lists["niche"].Rows {
		all = append(all, fmt.Sprint(row.Topic, " ", row.Sum))
	}
	return all
}

// TestListEdited: an edited message takes its own rows back, and no others.
func TestListEdited(t *testing.T) {
	a, s := lister(t)
	s = a.Advance(s, Input{Kind: Wrote, Message: 1, Text: "Ольга — сон — 5000\nПётр — голос — много"}).Session
	s = a.Advance(s, Input{Kind: Wrote, Message: 2, Text: "Зоя — еда — 1000"}).Session
	turn := a.Advance(s, Input{Kind: Edited, Message: 1, Text: "Ольга — сон — 4000\nПётр — голос — 7000"})
	if got, want := topics(turn.Session), []string{"еда 1000", "сон 4000", "голос 7000"}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
	if got, want := topics(s), []string{"сон 5000", "еда 1000"}; !slices.Equal(got, want) {
		t.Errorf("the session it was given has changed: %q", got)
	}
	s = a.Advance(turn.Session, Input{Kind: Edited, Message: 2, Text: "ничего"}).Session
	if got, want := topics(s), []string{"сон 4000", "голос 7000"}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

// TestListEditedLate: once a topic is taken, an edit changes neither the list nor
// the answers.
func TestListEditedLate(t *testing.T) {
	a, s := lister(t)
	s = a.Advance(s, Input{Kind: Wrote, Message: 1, Text: "Ольга — сон — 5000"}).Session
	s = a.Advance(s, Input{Kind: Pressed, Pressed: "x:niche:take"}).Session
	turn := a.Advance(s, Input{Kind: Edited, Message: 1, Text: "Ольга — группа онлайн — 5000"})
	if turn.Session.Answers.Value("niche_text") != "сон" || turn.Session.Answers.Has("participation") || len(turn.Say) != 1 {
		t.Errorf("answers %v, said %d", turn.Session.Answers, len(turn.Say))
	}
}

// TestListBeforePress: rows that still wait for their writer to pause when a
// button is pressed are kept.
func TestListBeforePress(t *testing.T) {
	a, s := lister(t)
	a.Calendar.Burst = 2 * time.Second
	s = a.Advance(s, Input{Kind: Wrote, Message: 1, Text: "Ольга — группа — 5000"}).Session
	s = a.Advance(s, Input{Kind: Pressed, Pressed: "x:niche:go_on"}).Session
	if got := topics(s); !slices.Equal(got, []string{"группа 5000"}) || s.Exercise != "" || s.Answers.Has("participation") {
		t.Errorf("rows %q, exercise %q, answers %v", got, s.Exercise, s.Answers)
	}
}

// TestListPutOff: one row alone is no list while something else is open; nobody
// is reminded of an exercise that is done.
func TestListPutOff(t *testing.T) {
	a, s := lister(t)
	s = a.Advance(s, Input{Kind: Pressed, Pressed: "x:niche:later"}).Session
	if one := a.Advance(s, Input{Kind: Wrote, Text: "сон — 5000"}).Session; len(topics(one)) > 0 || len(one.Homework) != 1 {
		t.Errorf("one row: %q, homework %v", topics(one), one.Homework)
	}
	two := a.Advance(s, Input{Kind: Wrote, Text: "сон — 5000\nеда — 4000"}).Session
	if len(topics(two)) != 2 || len(two.Homework) != 0 || two.Exercise != "niche" {
		t.Errorf("two rows: %q, homework %v", topics(two), two.Homework)
	}
}

// TestListWishes: what is no row and wants something gets it.
func TestListWishes(t *testing.T) {
	a, s := lister(t)
	for _, text := range []string{"позовите человека, мой номер 89001234567", "хочу человека"} {
		if turn := a.Advance(s, Input{Kind: Wrote, Text: text}); !turn.Session.Flags.Has(qualify.AskedHuman) {
			t.Errorf("%q brings no human", text)
		}
	}
}

// TestListForgotten: nothing of a list survives that its writer is forgotten.
func TestListForgotten(t *testing.T) {
	a, s := lister(t)
	s = a.Advance(s, Input{Kind: Wrote, Message: 1, Text: "Ольга — сон — 5000"}).Session
	if turn := a.Advance(s, Input{Kind: Commanded, Text: "forget"}); !turn.Erase || turn.Session.Lists != nil {
		t.Errorf("left: %v", turn.Session.Lists)
	}
}

// TestListBounds: a hundred rows are kept, five topics named, and the longest
// answer is one that people read.
func TestListBounds(t *testing.T) {
	a, s := lister(t)
	var text strings.Builder
	for i := range 120 {
		fmt.Fprintf(&text, "Ольга — тема %s %d — %d 000 000 000\n", strings.Repeat("длинная ", 12), i%9, i+100)
		fmt.Fprintf(&text, "%s %d\n", strings.Repeat("неясно ", 30), i)
	}
	turn := a.Advance(s, Input{Kind: Wrote, Text: text.String()})
	if n := len(turn.Session.Lists["niche"].Rows); n != maxRows {
		t.Errorf("%d rows are kept, want %d", n, maxRows)
	}
	said := turn.Say[0].Message.Text.String()
	if n := utf8.RuneCountInString(said); n > maxExercise || !strings.Contains(said, "100 строк") {
		t.Errorf("%d characters:\n%s", n, said)
	}
	if s.Lists != nil {
		t.Error("the session it was given has changed")
	}
}
