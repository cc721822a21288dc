package dialog_test

import (
	"slices"
	"testing"

	"leadbot/dialog"
	"leadbot/qualify"
)

// asked returns a session in which a question waits for its answer.
func asked(t testing.TB, a *dialog.Assistant, q qualify.Question) dialog.Session {
	t.Helper()
	s := at(t, a, "niche", "has", "niche_text", "skip", "product", "in_place", "landing", "yes", "sales", "6_20")
	s.Asked, s.Open = q, nil
	delete(s.Answers, q)
	s.Trail = slices.DeleteFunc(s.Trail, func(x qualify.Question) bool { return x == q })
	return s
}

// TestTypedAnswers: a text means an option when it is its label, its number where
// the options are numbered, an amount, or a plain yes or no; "" is not
// understood, and nothing is guessed.
func TestTypedAnswers(t *testing.T) {
	a := newAssistant(t)
	for _, c := range []struct {
		question qualify.Question
		text     string
		want     string
	}{
		{"product", "1", "in_place"}, {"product", "5.", "not_written"}, {"product", "2)", "few_sales"}, {"product", "второй", "few_sales"}, {"product", "Вариант 3", "not_chosen"}, {"product", "вариант", ""}, {"product", "6", ""}, {"product", "0", ""}, {"product", "-1", ""},
		{"product", "Готов и продаётся", "in_place"}, {"product", "готов и продается!", "in_place"}, {"product", "4. Продвигать сразу несколько", "multi"},
		{"product", "да", ""}, {"product", "курс", ""}, {"product", "готов", "in_place"},
		{"landing", "да", "yes"}, {"landing", "Нет.", "no"}, {"landing", "есть", "yes"}, {"landing", "2", "no"}, {"landing", "может быть", ""},
		{"sales", "15", "6_20"}, {"sales", "0", "0"}, {"sales", "1", "1_5"}, {"sales", "21", "gt20"}, {"sales", "от 6 до 20", "6_20"}, {"sales", "15 руб", ""}, {"sales", "нет", ""},
		{"price", "25 000", "20k_80k"}, {"price", "25к", "20k_80k"}, {"price", "15", "5k_20k"}, {"price", "5 тыс", "5k_20k"}, {"price", "~20000", "5k_20k"},
		{"price", "4999 руб.", "lt5k"}, {"price", "80 000", "20k_80k"}, {"price", "80001", "gt80k"}, {"price", "999999999", "gt80k"}, {"price", "-3", ""},
		{"price", "Больше 80 000 ₽", "gt80k"}, {"price", "5000-20000", "5k_20k"}, {"price", "дорого", ""},
		{"budget", "0", "none"}, {"budget", "100000", "gte100k"}, {"budget", "50 тыс", "50k_100k"}, {"budget", "Пока не скажу", "not_said"}, {"budget", "99999999999999999999", ""},
		{"start", "сейчас", "now"}, {"start", "прямо сейчас", "now"}, {"start", "2", "1_3m"},
		{"call", "конечно", "yes"}, {"call", "не надо", "no"}, {"call", "Лучше переписка", "no"},
		{"participation", "лично", "individual"}, {"participation", "1", ""}, {"participation", "пока не знаю", "undecided"},
	} {
		turn := a.Advance(asked(t, a, c.question), dialog.Input{Kind: dialog.Wrote, Text: c.text, At: opening})
		if got := turn.Session.Answers.Value(c.question); got != c.want {
			t.Errorf("%q to %s means %q, want %q", c.text, c.question, got, c.want)
		}
		missed := slices.ContainsFunc(turn.Events, func(e dialog.Event) bool { return e.Kind == dialog.EventMissed })
		if missed != (c.want == "") {
			t.Errorf("%q to %s: missed %t", c.text, c.question, missed)
		}
	}
}

// TestTypedIntoSharedMessage: a text finds its question among the three.
func TestTypedIntoSharedMessage(t *testing.T) {
	a := newAssistant(t)
	s := asked(t, a, "participation")
	for _, text := range []string{"Очно", "Группа", "Вживую"} {
		s = a.Advance(s, dialog.Input{Kind: dialog.Wrote, Text: text, At: opening}).Session
	}
	got := [3]string{s.Answers.Value("participation"), s.Answers.Value("place"), s.Answers.Value("delivery")}
	if want := [3]string{"group", "offline", "live"}; got != want || s.Asked != "price" {
		t.Errorf("answers %v, asked %q", got, s.Asked)
	}
}

// TestSuggestedThemes: the first two themes named become buttons, and a typed
// number means them.
func TestSuggestedThemes(t *testing.T) {
	a := newAssistant(t)
	s := at(t, a, "niche", "several")
	s = a.Advance(s, dialog.Input{Kind: dialog.Wrote, Text: "Речь, карьера и деньги", At: opening}).Session
	s = a.Advance(s, dialog.Input{Kind: dialog.Pressed, Pressed: "a:niche_plan:one_first", At: opening}).Session
	for pressed, want := range map[string]string{"a:niche_first:1": "Речь", "a:niche_first:2": "карьера", "a:niche_first:3": ""} {
		turn := a.Advance(s, dialog.Input{Kind: dialog.Pressed, Pressed: pressed, At: opening})
		if got := turn.Session.Answers.Value("niche_first"); got != want {
			t.Errorf("%s means %q, want %q", pressed, got, want)
		}
	}
	for text, want := range map[string]string{"1": "Речь", "2": "карьера", "деньги": "деньги", "3": "3"} {
		turn := a.Advance(s, dialog.Input{Kind: dialog.Wrote, Text: text, At: opening})
		if got := turn.Session.Answers.Value("niche_first"); got != want {
			t.Errorf("%q means %q, want %q", text, got, want)
		}
	}
}

// TestDoubleTapSaysSo: a second tap on the choice of a message that waits for
// others changes nothing and says what is already answered.
func TestDoubleTapSaysSo(t *testing.T) {
	a := newAssistant(t)
	tap := dialog.Input{Kind: dialog.Pressed, Pressed: "a:participation:group", At: opening}
	s := a.Advance(asked(t, a, "participation"), tap).Session
	s.Open = &dialog.Shown{Key: "m:7:9", Turn: 9, Edit: true}
	turn := a.Advance(s, tap)
	if turn.Toast != "Уже записано: Группа" {
		t.Errorf("the toast is %q", turn.Toast)
	}
	if len(turn.Events) > 0 || len(turn.Say) > 0 {
		t.Errorf("it changes something: %+v, says %+v", turn.Events, turn.Say)
	}
}

// TestLateTapSaysSo: so does a tap on a message that was answered.
func TestLateTapSaysSo(t *testing.T) {
	a := newAssistant(t)
	s := at(t, a, "niche", "has")
	for pressed, want := range map[string]string{
		"a:niche:several:3": "Уже записано: Одна тема", "consent:yes:2": "Уже записано: Даю согласие", "a:sales:0:3": "Эта кнопка из прошлого сообщения. Ответьте, пожалуйста, в последнем.",
	} {
		turn := a.Advance(s, dialog.Input{Kind: dialog.Pressed, Pressed: pressed, At: opening})
		if turn.Toast != want || len(turn.Say) > 0 || len(turn.Events) > 0 {
			t.Errorf("%s: %q, %+v", pressed, turn.Toast, turn.Say)
		}
	}
}
