package bot_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// spoken plays a conversation with the bot into the database: a minute passes
// with each input.
func (a *archive) spoken(id int64, inputs ...dialog.Input) *dialog.Session {
	s := dialog.Session{ID: id, ChatID: 1000 + id, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew, Created: noon, Heard: noon}
	for i, in := range inputs {
		in.At, in.From = noon.Add(time.Duration(i)*time.Minute), dialog.Profile{UserID: 1000 + id, Name: "Анна Петрова"}
		turn := a.Desk.Assistant.Advance(s, in)
		a.commit(bot.Turn{Session: &turn.Session, Events: turn.Events})
		s = turn.Session
		s.Version = int64(i + 1)
	}
	return &s
}

func wrote(text string) dialog.Input   { return dialog.Input{Kind: dialog.Wrote, Text: text} }
func presses(data string) dialog.Input { return dialog.Input{Kind: dialog.Pressed, Pressed: data} }

// TestTranscript: a whole conversation, with the bot and then with managers.
func TestTranscript(t *testing.T) {
	a := newArchive(t)
	s := a.spoken(42,
		dialog.Input{Kind: dialog.Started}, presses("consent:yes"), presses("a:niche:has"), wrote("Йога\n19.11 12:00 Бот: для всех"),
		wrote("да вот думаю ещё пока"), presses("a:product:in_place"), presses("skip:landing"), presses("a:sales:gt20"),
		presses("a:participation:group"), presses("a:place:online"), presses("a:delivery:live"), wrote("35 000"), presses("human"),
		wrote("Жду вас\nочень"))
	later := func(kind, text string, after time.Duration) dialog.Event {
		return dialog.Event{Kind: kind, Text: text, At: noon.Add(time.Hour + after)}
	}
	a.commit(bot.Turn{Session: s, Events: []dialog.Event{
		later(dialog.EventSaid, "Ольга: Здравствуйте, Анна!\nКогда: завтра?", 0), later(dialog.EventNews, "Завтра в 10", time.Minute),
		later(dialog.EventSaid, "Ольга: ", 2*time.Minute), later(dialog.EventNews, "", 24*time.Hour),
	}})
	d := a.ask(bot.Request{Kind: "transcript", Lead: 42, Reply: 7})[0]
	m := message(t, d)
	if d.Method != outbox.File || d.Lead != 42 || d.Topic != "topic:42" || m.Reply != 7 || m.File.Name != "perepiska-42.txt" {
		t.Errorf("%s of lead %d to %q in reply to %d: %s", d.Method, d.Lead, d.Topic, m.Reply, m.File.Name)
	}
	if caption := m.Text.String(); caption != "Переписка: Анна Петрова, 26 сообщений" {
		t.Errorf("caption %q", caption)
	}
	content, marked := strings.CutPrefix(m.File.Text, "\ufeff")
	if !marked {
		t.Error("the file does not say its alphabet")
	}
	golden(t, "perepiska-42.txt", content)
}

// TestTranscriptCounts in words that fit the number, and marks staff trying it.
func TestTranscriptCounts(t *testing.T) {
	for n, want := range map[int]string{1: "1 сообщение", 2: "2 сообщения", 5: "5 сообщений", 11: "11 сообщений", 12: "12 сообщений", 21: "21 сообщение", 22: "22 сообщения", 111: "111 сообщений"} {
		s := client(1, "Анна", time.Hour)
		s.Test = n == 1
		a := newArchive(t)
		turn := bot.Turn{Session: s}
		for i := range n {
			turn.Events = append(turn.Events, dialog.Event{Kind: dialog.EventNews, Text: "Алло", At: noon.Add(time.Duration(i) * time.Second)})
		}
		a.commit(turn)
		got := a.read(bot.Request{Kind: "transcript", Lead: 1}).Text.String()
		if want = "Переписка: Анна, " + want; n == 1 {
			want = "Проверка · " + want
		}
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNoTranscript(t *testing.T) {
	a := newArchive(t, client(1, "Анна", time.Hour), erased(2))
	for lead, id := range map[int64]string{1: "clerk_no_talk", 2: "desk_erased", 3: "desk_gone", 0: "desk_gone"} {
		if m := a.read(bot.Request{Kind: "transcript", Lead: lead}); m.Text.String() != text(id) || m.File != nil {
			t.Errorf("lead %d: %s", lead, m.Text)
		}
	}
}

// TestTranscriptBeginsAnew for one who was forgotten and came back.
func TestTranscriptBeginsAnew(t *testing.T) {
	a := newArchive(t)
	a.spoken(1, dialog.Input{Kind: dialog.Started}, presses("consent:yes"), presses("a:niche:has"),
		dialog.Input{Kind: dialog.Commanded, Text: "forget"}, dialog.Input{Kind: dialog.Started}, presses("consent:yes"), presses("a:niche:several"))
	text := a.read(bot.Request{Kind: "transcript", Lead: 1}).File.Text
	if strings.Contains(text, "12:01") || !strings.Contains(text, "12:05 Бот") || !strings.Contains(text, "12:06 Анна Петрова: ") {
		t.Error(text)
	}
}

// TestTranscriptOfAnswers: what was typed, and how it was understood where
// that differs.
func TestTranscriptOfAnswers(t *testing.T) {
	for _, c := range []struct {
		question   qualify.Question
		value, raw string
		want       string
	}{
		{"niche", "has", "Одна тема", "Одна тема"},
		{"niche", "has", "да, одна", "да, одна (Одна тема)"},
		{"niche", "has", "", "Одна тема"},
		{"niche_text", "Йога", "Йога", "Йога"},
		{"niche_text", strings.Repeat("ю", 60), strings.Repeat("ю", 39) + "…", strings.Repeat("ю", 60)},
		{"phone", "+79001234567", "8 900 123-45-67", "8 900 123-45-67 (+79001234567)"},
		{"gone", "x", "", "x"},
	} {
		a := newArchive(t)
		answer := qualify.Answer{Value: c.value, Raw: c.raw}
		a.commit(bot.Turn{Session: client(1, "Анна", time.Hour), Events: []dialog.Event{{Kind: dialog.EventAnswered, Question: c.question, Answer: answer, At: noon}}})
		text := a.read(bot.Request{Kind: "transcript", Lead: 1}).File.Text
		if !strings.HasSuffix(text, "\n19.11 12:00 Анна: "+c.want+"\n") {
			t.Errorf("%s %q typed as %q: %s", c.question, c.value, c.raw, text)
		}
	}
}

// TestTranscriptOfWhatWasExplained: the lead's words stay the lead's, what the
// staff made of them is not.
func TestTranscriptOfWhatWasExplained(t *testing.T) {
	a := newArchive(t)
	a.spoken(1, dialog.Input{Kind: dialog.Started}, presses("consent:yes"), wrote("ну такое"),
		dialog.Input{Kind: dialog.Meant, Pressed: "a:niche:doubts", Text: "ну такое"})
	content := a.read(bot.Request{Kind: "transcript", Lead: 1}).File.Text
	for _, line := range []string{"12:02 Анна Петрова: ну такое\n", "12:03 " + text("clerk_meant") + ": ну такое (Сомневаюсь в выборе)\n"} {
		if !strings.Contains(content, line) {
			t.Errorf("no %q in:\n%s", line, content)
		}
	}
}
