package dialog_test

import (
	"slices"
	"testing"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

// chatter plays one prospect second by second.
type chatter struct {
	a   *dialog.Assistant
	s   dialog.Session
	now time.Time
}

// does plays an input after a pause and returns the turn.
func (c *chatter) does(after time.Duration, in dialog.Input) dialog.Turn {
	c.now = c.now.Add(after)
	in.At = c.now
	turn := c.a.Advance(c.s, in)
	c.s = turn.Session
	return turn
}

func (c *chatter) writes(after time.Duration, text string) dialog.Turn {
	return c.does(after, dialog.Input{Kind: dialog.Wrote, Text: text, Message: 5})
}

func (c *chatter) commands(name string) dialog.Turn {
	return c.does(0, dialog.Input{Kind: dialog.Commanded, Text: name})
}

func newChatter(t *testing.T) *chatter {
	a := newAssistant(t)
	return &chatter{a: a, s: at(t, a), now: opening.Add(time.Hour)}
}

func nothing(turn dialog.Turn) bool { return len(turn.Say) == 0 && len(turn.Events) == 0 }

func warned(c *chatter, turn dialog.Turn) bool {
	return len(turn.Say) == 1 && len(turn.Events) == 0 && turn.Say[0].Message.Text.String() == c.a.Script.Texts["flood"]
}

// flood sends the twenty messages that are read, and the one that is warned for.
func (c *chatter) flood(t *testing.T) {
	t.Helper()
	for i := range 20 {
		if nothing(c.writes(time.Second, "ой")) {
			t.Fatalf("message %d meets silence", i+1)
		}
	}
	if turn := c.writes(time.Second, "Одна тема"); !warned(c, turn) {
		t.Fatalf("message 21 meets %+v", turn.Say)
	}
}

// TestFloodMeetsOneWarningThenSilence, and nothing of it is an answer.
func TestFloodMeetsOneWarningThenSilence(t *testing.T) {
	c := newChatter(t)
	c.flood(t)
	for range 500 {
		if turn := c.writes(10*time.Millisecond, "Одна тема"); !nothing(turn) {
			t.Fatalf("silence is broken by %+v", turn)
		}
	}
	if len(c.s.Answers) > 0 || c.s.Flood.Messages > 20 {
		t.Errorf("of the flood are kept %v, %d times", c.s.Answers, c.s.Flood.Messages)
	}
	if turn := c.writes(59*time.Second, "Одна тема"); !nothing(turn) {
		t.Errorf("after 59 seconds: %+v", turn)
	}
	if turn := c.writes(time.Second, "Одна тема"); nothing(turn) || c.s.Answers.Value("niche") != "has" {
		t.Errorf("after the minute: %+v", turn)
	}
}

// TestSteadyFloodIsWarnedOnce: who never stops is not warned again.
func TestSteadyFloodIsWarnedOnce(t *testing.T) {
	c := newChatter(t)
	c.flood(t)
	for range 1000 {
		if turn := c.writes(2*time.Second, "ой"); !nothing(turn) {
			t.Fatalf("silence is broken by %+v", turn)
		}
	}
	c.now = c.now.Add(time.Hour)
	c.flood(t) // another one
}

// TestLivelyTalkIsNoFlood: a message every three seconds, presses faster.
func TestLivelyTalkIsNoFlood(t *testing.T) {
	c := newChatter(t)
	for i := range 100 {
		if nothing(c.writes(3*time.Second, "ой")) {
			t.Fatalf("message %d meets silence", i+1)
		}
	}
	for i := range 100 {
		turn := c.does(time.Second, dialog.Input{Kind: dialog.Pressed, Pressed: "a:niche:nosuch"})
		if turn.Toast != c.a.Script.Texts["stale"] {
			t.Fatalf("press %d meets %q", i+1, turn.Toast)
		}
	}
}

// TestFloodOfPresses: six hundred a minute are read; then each says why nothing happens.
func TestFloodOfPresses(t *testing.T) {
	c := newChatter(t)
	said, toasts := 0, 0
	for range 800 {
		turn := c.does(10*time.Millisecond, dialog.Input{Kind: dialog.Pressed, Pressed: "a:niche:nosuch"})
		said += len(turn.Say)
		if turn.Toast == c.a.Script.Texts["flood"] {
			toasts++
		}
	}
	if said != 1 || toasts != 199 || c.s.Flood.Presses > 600 {
		t.Errorf("%d messages, %d toasts, %d times", said, toasts, c.s.Flood.Presses)
	}
}

// TestFloodIsObeyedOnce: to be left alone, to be forgotten, a person.
func TestFloodIsObeyedOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		in   dialog.Input
		met  func(s dialog.Session) bool
	}{
		{"human", dialog.Input{Kind: dialog.Commanded, Text: "human"}, asksHuman},
		{"typed", dialog.Input{Kind: dialog.Wrote, Text: "Позовите менеджера!"}, asksHuman},
		{"pressed", dialog.Input{Kind: dialog.Pressed, Pressed: "human"}, asksHuman},
		{"stop", dialog.Input{Kind: dialog.Commanded, Text: "stop"}, func(s dialog.Session) bool { return s.Stopped }},
		{"forget", dialog.Input{Kind: dialog.Commanded, Text: "forget"}, func(s dialog.Session) bool { return s.Phase == dialog.Declined }},
	} {
		t.Run(c.name, func(t *testing.T) {
			talk := newChatter(t)
			talk.flood(t)
			if turn := talk.does(0, c.in); !c.met(talk.s) || nothing(turn) {
				t.Errorf("the wish meets %+v", turn)
			}
			for range 50 {
				if turn := talk.does(0, c.in); !nothing(turn) {
					t.Fatalf("the same wish again meets %+v", turn)
				}
			}
			if turn := talk.writes(0, "ой"); !nothing(turn) {
				t.Errorf("the flood after it meets %+v", turn)
			}
			if turn := talk.commands("help"); !nothing(turn) {
				t.Errorf("another command meets %+v", turn)
			}
		})
	}
}

func asksHuman(s dialog.Session) bool {
	return s.Flags.Has(qualify.AskedHuman) && s.Owner == dialog.Queue && s.Handoff.Posted
}

// TestFloodDoesNotReachTheManagers beyond what was read, whoever has the lead.
func TestFloodDoesNotReachTheManagers(t *testing.T) {
	for owner, most := range map[dialog.Owner]int{dialog.Queue: 20, dialog.Manager: 60, dialog.Closed: 20} {
		c := newChatter(t)
		c.commands("human")
		c.s.Owner, c.now = owner, c.now.Add(2*time.Minute)
		news := 0
		for range 500 {
			turn := c.does(10*time.Millisecond, dialog.Input{Kind: dialog.SentMedia, Media: true, Message: 5})
			news += len(slices.DeleteFunc(turn.Events, func(e dialog.Event) bool { return e.Kind != dialog.EventNews }))
		}
		if news != most {
			t.Errorf("with owner %s the managers get %d messages", owner, news)
		}
	}
}
