package dialog_test

import (
	"testing"
	"time"

	"leadbot/dialog"
)

// lukewarm is somebody who confirmed the answers and is none for the managers.
func lukewarm(t *testing.T) *chatter {
	c := newChatter(t)
	c.s = at(t, c.a, append(midway, "price", "gt80k")...)
	c.s.Phase, c.s.Asked, c.s.Open, c.s.Completed = dialog.Done, "", nil, c.now
	return c
}

// TestHotAfterTheEnd: who becomes hot by what follows the end goes to the managers
// at once, and is told when.
func TestHotAfterTheEnd(t *testing.T) {
	hot := "готов начать прямо сейчас, бюджет 200 тысяч в месяц, ищу подрядчика, решаю сам, звоните"
	for name, does := range map[string]func(*chatter) dialog.Turn{
		"written": func(c *chatter) dialog.Turn { return c.types(time.Minute, 1, hot) },
		"edited": func(c *chatter) dialog.Turn {
			c.types(time.Minute, 1, "спасибо")
			return c.edits(time.Minute, 1, hot)
		},
	} {
		c := lukewarm(t)
		turn := does(c)
		if c.s.Handoff == nil || c.s.Handoff.Lane != dialog.LaneHot || !c.s.Handoff.Posted {
			t.Fatalf("%s: the card %+v after %v", name, c.s.Handoff, c.s.Answers)
		}
		want := c.a.Script.Text("done_hot", nil).String()[:20]
		if last := turn.Say[len(turn.Say)-1].Message.Text.String(); last[:20] != want {
			t.Errorf("%s: the last word is %q", name, last)
		}
	}
}
