package dialog_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

// asking is a lead at the first question who wrote what nobody understands.
func asking() dialog.Session {
	return dialog.Session{
		ID: 7, ChatID: 100, Phase: dialog.Asking, Owner: dialog.Bot, Stage: dialog.StageQualifying, Asked: "niche", Misses: 1,
		Open: &dialog.Shown{Key: "m:7:1", Turn: 1, Edit: true}, Says: 1, Created: opening, Heard: opening,
		Consents: []dialog.Agreement{{Purpose: dialog.Processing, Given: true, At: opening}},
	}
}

func phrase(t *testing.T, q qualify.Question, text string) dialog.Phrase {
	t.Helper()
	p, ok := dialog.NewPhrase(q, text)
	if !ok {
		t.Fatalf("%q is no phrase", text)
	}
	return p
}

// TestPhrasesAreComparedAsPeopleDo: a question has its own; no words, no phrase.
func TestPhrasesAreComparedAsPeopleDo(t *testing.T) {
	want := phrase(t, "niche", "Ещё думаю, 50 на 50")
	for _, text := range []string{"еще думаю 50 на 50!", "2. ЕЩЁ ДУМАЮ... 50 на 50", " Ещё\nдумаю 50-на-50"} {
		if phrase(t, "niche", text) != want {
			t.Errorf("%q is another phrase", text)
		}
	}
	if phrase(t, "niche", "думаю ещё 50 на 50") == want || phrase(t, "product", "Ещё думаю, 50 на 50") == want {
		t.Error("different phrases are the same")
	}
	if strings.Contains(want.Words, "думаю") {
		t.Error("a phrase tells its words")
	}
	for _, text := range []string{"", " ?!", "🤷", "—"} {
		if _, ok := dialog.NewPhrase("niche", text); ok {
			t.Errorf("%q is a phrase", text)
		}
	}
}

// TestTaughtWords mean the option, at the question they were taught for alone; an
// option that the script does not have, and a phrase that is no answer, teach nothing.
func TestTaughtWords(t *testing.T) {
	a := newAssistant(t)
	says := func(taught dialog.Taught, text string) qualify.Answer {
		a.Taught = taught
		return a.Advance(asking(), dialog.Input{Kind: dialog.Wrote, Text: text, At: opening}).Session.Answers["niche"]
	}
	lesson := func(q qualify.Question, option string) dialog.Taught {
		return dialog.Taught{}.With(dialog.Lesson{Phrase: phrase(t, q, "ну такое"), Option: option})
	}
	if got := says(lesson("niche", "doubts"), "Ну такое)"); got.Value != "doubts" || got.Via != qualify.ViaText || got.Raw != "Ну такое)" {
		t.Errorf("understood as %+v", got)
	}
	for name, taught := range map[string]dialog.Taught{
		"nothing": nil, "another question": lesson("product", "not_chosen"), "an option that is gone": lesson("niche", "gone"), "no answer": lesson("niche", ""),
		"taken back": lesson("niche", "doubts").Without(phrase(t, "niche", "ну такое")),
	} {
		if got := says(taught, "ну такое"); got.Value != "" {
			t.Errorf("%s: understood as %+v", name, got)
		}
	}
	if got := says(dialog.Taught{}.With(dialog.Lesson{Phrase: phrase(t, "niche", "несколько тем"), Option: "has"}), "Несколько тем"); got.Value != "has" {
		t.Errorf("what was taught does not come first: %+v", got)
	}
}

// TestTaughtNeverChanges: whoever reads it keeps what was true.
func TestTaughtNeverChanges(t *testing.T) {
	p := phrase(t, "niche", "ну такое")
	before := dialog.Taught{}.With(dialog.Lesson{Phrase: p, Option: "doubts", Missed: 5})
	if after := before.With(dialog.Lesson{Phrase: p, Option: "none"}); after[p].Option != "none" || before[p].Option != "doubts" {
		t.Errorf("before %v, after %v", before, after)
	}
	if after := before.Without(p); len(after) != 0 || len(before) != 1 {
		t.Errorf("before %v, after %v", before, after)
	}
	if _, ok := before.Of(dialog.Missed{ID: 9, Question: "niche", Text: "Ну такое!"}); !ok {
		t.Error("the lesson is not found by its words")
	}
	if _, ok := before.Of(dialog.Missed{ID: 5, Question: "niche"}); !ok {
		t.Error("the lesson is not found by its event, the words of which are erased")
	}
	if _, ok := before.Of(dialog.Missed{ID: 6, Question: "niche"}); ok {
		t.Error("a lesson is found by nothing")
	}
}

// TestMeant records an answer that is still lacking, says nothing and counts
// nobody as heard.
func TestMeant(t *testing.T) {
	a := newAssistant(t)
	later := opening.Add(time.Minute)
	in := dialog.Input{Kind: dialog.Meant, Pressed: "a:niche:doubts", Text: "ну такое", At: later}
	turn := a.Advance(asking(), in)
	got := turn.Session.Answers["niche"]
	if got.Value != "doubts" || got.Via != qualify.ViaManager || got.Raw != "ну такое" || len(turn.Say) != 0 {
		t.Errorf("%+v; said %v", got, turn.Say)
	}
	if s := turn.Session; !s.Heard.Equal(opening) || s.Exercise != "" || s.Asked != "niche" || len(turn.Events) != 1 {
		t.Errorf("the session is %+v, events %v", s, turn.Events)
	}
	posted := asking()
	posted.Owner, posted.Handoff = dialog.Queue, &dialog.Handoff{Posted: true}
	if events := a.Advance(posted, in).Events; len(events) != 2 || events[1].Kind != dialog.EventUpdated {
		t.Errorf("the card does not follow: %v", events)
	}
	for name, change := range map[string]func(*dialog.Session){
		"answered":  func(s *dialog.Session) { s.Answers = qualify.Answers{"niche": {Value: "has"}} },
		"closed":    func(s *dialog.Session) { s.Owner = dialog.Closed },
		"forgotten": func(s *dialog.Session) { s.Consents[0].Withdrawn = opening },
	} {
		s := asking()
		change(&s)
		before := s.Answers.Value("niche")
		if turn := a.Advance(s, in); len(turn.Events) != 0 || turn.Session.Answers.Value("niche") != before {
			t.Errorf("%s: %v", name, turn.Events)
		}
	}
}

// TestReminderAfterMeant asks the next question; when it does not arrive, the
// message before does not get the buttons of another question.
func TestReminderAfterMeant(t *testing.T) {
	a := newAssistant(t)
	s := a.Advance(asking(), dialog.Input{Kind: dialog.Meant, Pressed: "a:niche:none", Text: "ну такое", At: opening}).Session
	s = a.Advance(s, dialog.Input{Kind: dialog.Wrote, Text: "я тут", At: opening.Add(time.Second)}).Session
	if s.Exercise != "niche" {
		t.Fatalf("the exercise of the answer is not offered: %+v", s)
	}
	s = a.Advance(asking(), dialog.Input{Kind: dialog.Meant, Pressed: "a:niche:has", Text: "ну такое", At: opening}).Session
	turn := a.Advance(s, dialog.Input{Kind: dialog.Ticked, At: opening.Add(61 * time.Minute)})
	if turn.Session.Asked != "niche_text" || turn.Session.Open == nil || turn.Session.Before != nil {
		t.Fatalf("reminded of %q: %+v", turn.Session.Asked, turn.Session)
	}
	lost := a.Advance(turn.Session, dialog.Input{Kind: dialog.Unsent, Text: turn.Session.Open.Key, At: opening.Add(62 * time.Minute)})
	if len(lost.Say) != 0 {
		t.Errorf("said after it was lost: %+v", lost.Say)
	}
}
