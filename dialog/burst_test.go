package dialog_test

import (
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
