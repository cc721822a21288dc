package dialog_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
)

// newBurst is a prospect whose texts are read after a pause of two seconds.
func newBurst(t *testing.T) *chatter {
	c := newChatter(t)
	c.a.Calendar.Burst = 2 * time.Second
	return c
}

func (c *chatter) types(after time.Duration, message int64, text string) dialog.Turn {
	return c.does(after, dialog.Input{Kind: dialog.Wrote, Text: text, Message: message})
}

func (c *chatter) edits(after time.Duration, message int64, text string) dialog.Turn {
	return c.does(after, dialog.Input{Kind: dialog.Edited, Text: text, Message: message})
}

func (c *chatter) ticks(after time.Duration) dialog.Turn {
	return c.does(after, dialog.Input{Kind: dialog.Ticked})
}

// TestEditLeavesTheBurst: an older message is changed while a new one waits.
func TestEditLeavesTheBurst(t *testing.T) {
	c := newBurst(t)
	c.types(0, 1, "у меня одна тема, йога")
	c.ticks(2 * time.Second)
	c.types(time.Minute, 2, "я уже продаю курс, но продаж мало")
	c.edits(time.Second, 1, "у меня одна тема, пилатес")
	c.ticks(time.Second)
	if c.s.Answers.Value("niche_text") != "пилатес" || !c.s.Answers.Has("product") {
		t.Errorf("answers %v", c.s.Answers)
	}
}

// TestEditOfAnExactAnswer, which is taken without a pause, changes it like any other.
func TestEditOfAnExactAnswer(t *testing.T) {
	c := newBurst(t)
	c.types(0, 1, "Одна тема")
	if c.edits(time.Minute, 1, "Несколько тем"); c.s.Answers.Value("niche") != "several" {
		t.Errorf("answers %v", c.s.Answers)
	}
}

// TestEditThatTheManagersSee is met without a word when it changes no answer.
func TestEditThatTheManagersSee(t *testing.T) {
	c := newBurst(t)
	c.commands("human")
	c.types(time.Minute, 1, "абракадабра какая-то тут")
	c.ticks(2 * time.Second)
	turn := c.does(time.Minute, dialog.Input{Kind: dialog.Edited, Text: "абракадабра такая вот тут", Message: 1, Shown: true})
	if len(turn.Say) > 0 || len(turn.Events) != 1 || turn.Events[0].Kind != dialog.EventNews {
		t.Errorf("says %v, events %v", turn.Say, turn.Events)
	}
}

// TestBurstIsReadByNight, beside a reminder that a downtime put past the quiet hours.
func TestBurstIsReadByNight(t *testing.T) {
	c := newBurst(t)
	c.now = time.Date(2026, 11, 19, 20, 30, 0, 0, opening.Location())
	c.types(0, 1, "Сомневаюсь в выборе")
	c.s.Homework = []dialog.Task{{Question: "niche", Due: c.now.Add(25 * time.Minute)}}
	if turn := c.ticks(45 * time.Minute); len(turn.Say) > 0 {
		t.Fatalf("by night the bot begins: %+v", turn.Say)
	}
	if c.s.Due.Hour() != 9 {
		t.Errorf("the reminder waits until %v", c.s.Due)
	}
	c.types(15*time.Minute, 2, "у меня готовый курс, продаж мало")
	if want := c.now.Add(2 * time.Second); !c.s.Due.Equal(want) {
		t.Errorf("the text waits until %v, want %v", c.s.Due, want)
	}
}

// TestBurstAfterADowntime leads to one answer: neither an apology nor a reminder
// comes beside it.
func TestBurstAfterADowntime(t *testing.T) {
	c := newBurst(t)
	c.types(0, 1, "у меня одна тема, йога")
	since := c.now.Add(time.Second)
	if turn := c.does(2*time.Hour, dialog.Input{Kind: dialog.Resumed, Since: since}); len(turn.Say) > 0 {
		t.Errorf("it apologises: %s", turn.Say[0].Message.Text)
	}
	for _, say := range c.ticks(0).Say {
		if say.Why == dialog.Reminds {
			t.Errorf("it reminds: %s", say.Message.Text)
		}
	}
	if !c.s.Answers.Has("niche") {
		t.Errorf("answers %v", c.s.Answers)
	}
}

// TestNothingBeforeForgetIsKept: what waits to be read goes unread, to the managers
// and the records too.
func TestNothingBeforeForgetIsKept(t *testing.T) {
	c := newBurst(t)
	c.commands("human")
	c.types(time.Minute, 1, "мой курс продаётся, секрет")
	turn := c.does(time.Second, dialog.Input{Kind: dialog.Commanded, Text: "forget"})
	if said := encode(turn); strings.Contains(said, "секрет") {
		t.Errorf("the turn still says %s", said)
	}
	if turn := c.ticks(time.Second); !nothing(turn) {
		t.Errorf("and then comes %+v", turn)
	}
}

// TestBurstOutlivesWhatDoesNotMoveOn: a text is read in full although a command or a
// press comes right after it.
func TestBurstOutlivesWhatDoesNotMoveOn(t *testing.T) {
	for _, in := range []dialog.Input{
		{Kind: dialog.Commanded, Text: "status"}, {Kind: dialog.Commanded, Text: "help"}, {Kind: dialog.Commanded, Text: "human"},
		{Kind: dialog.Started}, {Kind: dialog.Pressed, Pressed: "human"}, {Kind: dialog.Pressed, Pressed: "a:niche:none:99"},
		{Kind: dialog.Pressed, Pressed: "nonsense"},
	} {
		c := newBurst(t)
		c.types(time.Minute, 1, "тема у меня одна")
		c.does(time.Second, in)
		if c.ticks(time.Second); c.s.Answers.Value("niche") != "has" {
			t.Errorf("%s %s%s: answers %v", in.Kind, in.Text, in.Pressed, c.s.Answers)
		}
	}
}

// TestBurstReachesTheManagerFirst: who took the lead meanwhile reads all in its
// order, and the bot says nothing.
func TestBurstReachesTheManagerFirst(t *testing.T) {
	for _, in := range []dialog.Input{
		{Kind: dialog.Wrote, Text: "ау", Message: 2}, {Kind: dialog.Edited, Text: "тема одна, пилатес", Message: 1},
		{Kind: dialog.Pressed, Pressed: "a:niche:none"}, {Kind: dialog.Ticked},
	} {
		c := newBurst(t)
		c.commands("human")
		c.types(time.Minute, 1, "тема одна, йога. позовите человека")
		c.s.Owner, c.s.Claim = dialog.Manager, &dialog.Claim{ID: 1, Name: "Ольга", At: c.now}
		turn := c.does(2*time.Second, in)
		var read []string
		for _, e := range turn.Events {
			if e.Kind == dialog.EventNews {
				read = append(read, e.Text)
			}
		}
		want := []string{"тема одна, йога. позовите человека"}
		if in.Text != "" {
			want = append(want, in.Text)
		}
		if !slices.Equal(read, want) || len(turn.Say) > 0 || len(c.s.Answers) > 0 || len(c.s.Burst) > 0 {
			t.Errorf("%s: read %q, says %+v, answers %v", in.Kind, read, turn.Say, c.s.Answers)
		}
	}
}

// TestTextBeforeTheContact is no answer to the question after the phone.
func TestTextBeforeTheContact(t *testing.T) {
	c := newBurst(t)
	c.s = asked(t, c.a, "phone")
	c.types(time.Minute, 1, "вот мой номер, держите")
	c.does(time.Second, dialog.Input{Kind: dialog.Shared, Own: true, Phone: "79991234567", Media: true, Message: 2})
	if turn := c.ticks(time.Second); !nothing(turn) || !c.s.Answers.Has("phone") {
		t.Errorf("says %+v, answers %v", turn.Say, c.s.Answers)
	}
}

// TestBurstTakesAShadowPlace, as any message that leads to a card does.
func TestBurstTakesAShadowPlace(t *testing.T) {
	c := newBurst(t)
	c.types(time.Minute, 1, "а вы работаете с клиентами из Антарктиды?")
	c.does(2*time.Second, dialog.Input{Kind: dialog.Ticked, Shadow: true})
	if c.s.Handoff == nil || !c.s.Shadow {
		t.Errorf("the card %+v, shadow %t", c.s.Handoff, c.s.Shadow)
	}
}

// TestEditOfASettledText, which a press overtook, counts.
func TestEditOfASettledText(t *testing.T) {
	c := newBurst(t)
	c.does(0, dialog.Input{Kind: dialog.Pressed, Pressed: "a:niche:doubts"})
	c.types(time.Minute, 1, "Ольга — выступления — 6000\nИра — дети — 9000")
	c.does(time.Second, dialog.Input{Kind: dialog.Pressed, Pressed: "x:niche:go_on"})
	c.edits(time.Minute, 1, "Ольга — выступления — 16000\nИра — дети — 9000")
	if rows := c.s.Lists["niche"].Rows; len(rows) != 2 || rows[0].Sum != 16000 {
		t.Errorf("rows %v", rows)
	}
}

// TestEditOfATextThatGaveNothing, saved in between, gives its answers now.
func TestEditOfATextThatGaveNothing(t *testing.T) {
	c := newBurst(t)
	c.types(0, 1, "спасибо за вопрос")
	c.ticks(2 * time.Second)
	var again dialog.Session
	if err := json.Unmarshal([]byte(encode(c.s)), &again); err != nil {
		t.Fatal(err)
	}
	c.s = again
	if c.edits(time.Minute, 1, "тема у меня одна"); c.s.Answers.Value("niche") != "has" {
		t.Errorf("answers %v", c.s.Answers)
	}
}
