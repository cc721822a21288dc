package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/dialog"
	"leadbot/qualify"
)

// person is a lead with a name, a niche and a phone number.
func person(id int64, name, niche, phone string) *dialog.Session {
	s := fresh(id)
	s.Profile.Name = name
	s.Answers = qualify.Answers{
		"niche_text": {Value: niche, Raw: niche, Via: qualify.ViaText, At: noon},
		"phone":      {Value: phone, Raw: "8" + strings.TrimPrefix(phone, "+7"), Via: qualify.ViaText, At: noon},
		"niche":      {Value: "has", Raw: "Одна тема", Via: qualify.ViaButton, At: noon},
	}
	return s
}

func TestFind(t *testing.T) {
	db := open(t)
	commit(t, db,
		bot.Turn{Session: person(1, "Анна Петрова", "Йога для ВСЕХ", "+79001234567")},
		bot.Turn{Session: person(2, "Пётр [100%]", "Вёрстка * сайтов?", "+79167654321")},
		bot.Turn{Session: person(3, "аННа К.", "Скрипка", "+998901234567")},
		bot.Turn{Session: fresh(4)},
	)
	for text, want := range map[string][]int64{
		"анна": {3, 1}, "АННА": {3, 1}, "петрова": {1}, "Пётр": {2, 1}, "петр": {2, 1}, "ПЕТР": {2, 1}, "петрова ": nil, "верст": {2}, "вёрст": {2},
		"йога для всех": {1}, "йога  для": nil, "йогаскрипка": nil, "одна тема": nil,
		"8 900 123-45-67": {1}, "+7 (900) 123-45-67": {1}, "89001234567": {1}, "900 123": {1}, "8 (916)": {2}, "901234567": {3},
		"+998 90 123 45 67": {3}, "123-45-67": {3, 1}, "+7": {3, 2, 1}, "8 999": nil,
		"%": {2}, "_": nil, "*": {2}, "?": {2}, "[": {2}, "[а]": nil, "[100%]": {2}, "*а*": nil, "'": nil, "\\": nil,
	} {
		got, err := db.Find(t.Context(), text, 10)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("Find(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
	if got, err := db.Find(t.Context(), "а", 2); err != nil || !slices.Equal(got, []int64{3, 2}) {
		t.Errorf("Find of two = %v, %v, want the newest", got, err)
	}
}

// TestFindForgets: what a lead was found by is gone with the lead.
func TestFindForgets(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Session: person(1, "Анна", "Йога", "+79001234567")})
	s := load(t, db, 1)
	s.Profile, s.Answers = dialog.Profile{}, nil
	commit(t, db, bot.Turn{Session: &s, Erase: true})
	for _, text := range []string{"анна", "йога", "9001234567"} {
		if got, err := db.Find(t.Context(), text, 10); err != nil || len(got) != 0 {
			t.Errorf("Find(%q) = %v, %v", text, got, err)
		}
	}
}

// handed is a lead whose card is out, taken by the manager unless that is 0.
func handed(id, manager int64) *dialog.Session {
	s := person(id, fmt.Sprint("Анна ", id), "Йога", "+79001234567")
	s.Owner, s.Stage, s.Thread, s.Cards = dialog.Queue, dialog.StageHandedOff, 100+id, 1
	s.Handoff = &dialog.Handoff{Lane: dialog.LaneHot, At: noon, Due: noon, Posted: true, Number: 1}
	if manager != 0 {
		s.Owner, s.Stage = dialog.Manager, dialog.StageClaimed
		s.Claim = &dialog.Claim{ID: manager, Name: "Ольга", At: noon, FirstAt: noon.Add(time.Minute)}
	}
	return s
}

func TestHanded(t *testing.T) {
	db := open(t)
	free, taken, won, blocked := handed(2, 0), handed(3, 5), handed(4, 5), handed(5, 0)
	won.Owner, won.Stage = dialog.Closed, dialog.StageWon
	blocked.Blocked, blocked.Test = true, true
	commit(t, db, bot.Turn{Session: fresh(1)}, bot.Turn{Session: free}, bot.Turn{Session: taken}, bot.Turn{Session: won}, bot.Turn{Session: blocked})
	got, err := db.Handed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var want []dialog.Session
	for _, s := range []*dialog.Session{free, taken, blocked} {
		listed := *s
		listed.Version, listed.Answers, listed.Trail, listed.Consents, listed.Open = 1, nil, nil, nil, nil
		want = append(want, listed)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error("-want +got:", diff)
	}
}

func TestStory(t *testing.T) {
	db := open(t)
	later := noon.Add(time.Minute)
	answer := qualify.Answer{Value: "has", Raw: "Одна тема", Via: qualify.ViaButton}
	events := []dialog.Event{
		{Kind: dialog.EventStarted, At: noon},
		{Kind: dialog.EventAsked, Question: "niche", At: noon},
		{Kind: dialog.EventAnswered, Question: "niche", Answer: answer, At: later},
		{Kind: dialog.EventAsked, Question: "product", At: later},
		{Kind: dialog.EventSkipped, Question: "product", At: later.Add(time.Second)},
		{Kind: dialog.EventNews, Text: "Здравствуйте", At: later.Add(time.Minute)},
		{Kind: dialog.EventSaid, Text: "Ольга: Добрый день", At: later.Add(time.Hour)},
	}
	commit(t, db, bot.Turn{Session: fresh(1), Events: events[3:]}, bot.Turn{Session: fresh(2), Events: events})
	commit(t, db, bot.Turn{Session: func() *dialog.Session { s := load(t, db, 1); return &s }(), Events: events[:3]})
	got, err := db.Story(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	want := slices.Clone(events[1:])
	want[1].Answer.At = later
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error("-want +got:", diff)
	}
	if none, err := db.Story(t.Context(), 9); err != nil || len(none) != 0 {
		t.Errorf("the story of nobody: %v, %v", none, err)
	}
}

// crowd is a database of so many leads, a hundredth of them with the managers
// and three events of each.
func crowd(b testing.TB, leads int64) *DB {
	db := open(b)
	for from := int64(1); from <= leads; from += 1000 {
		var turns []bot.Turn
		for id := from; id < from+1000; id++ {
			s := full(id)
			s.Profile.Name, s.Due = fmt.Sprintf("Анна %d", id), time.Time{}
			s.Answers["niche_text"] = qualify.Answer{Value: "Йога для начинающих", Raw: "Йога для начинающих", At: noon}
			s.Answers["phone"] = qualify.Answer{Value: fmt.Sprintf("+7900%07d", id), Raw: "8", At: noon}
			if id%100 == 0 {
				h := handed(id, id/100%6)
				s.Owner, s.Stage, s.Handoff, s.Claim, s.Thread = h.Owner, h.Stage, h.Handoff, h.Claim, h.Thread
			}
			event := dialog.Event{Kind: dialog.EventAsked, Question: "niche", At: noon}
			turns = append(turns, bot.Turn{Session: s, Events: []dialog.Event{event, event, event}})
		}
		commit(b, db, turns...)
	}
	return db
}

// BenchmarkClerk looks things up among 100 000 leads.
func BenchmarkClerk(b *testing.B) {
	db := crowd(b, 100_000)
	find := func(text string, want int) func(b *testing.B) {
		return func(b *testing.B) {
			for b.Loop() {
				if leads, err := db.Find(b.Context(), text, 11); err != nil || len(leads) != want {
					b.Fatal(len(leads), err)
				}
			}
		}
	}
	b.Run("find a name", find("анна 77777", 1))
	b.Run("find a phone", find("8 900 007-77-77", 1))
	b.Run("find everybody", find("йога", 11))
	b.Run("find nobody", find("несуществующий", 0))
	b.Run("handed", func(b *testing.B) {
		for b.Loop() {
			if leads, err := db.Handed(b.Context()); err != nil || len(leads) != 1000 {
				b.Fatal(len(leads), err)
			}
		}
	})
	b.Run("story", func(b *testing.B) {
		for b.Loop() {
			if story, err := db.Story(b.Context(), 5000); err != nil || len(story) != 3 {
				b.Fatal(len(story), err)
			}
		}
	})
}
