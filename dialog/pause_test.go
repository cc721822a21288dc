package dialog_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
)

// TestLaterIsKept: who put the conversation off hears from the bot then,
// whatever happened before or meanwhile.
func TestLaterIsKept(t *testing.T) {
	for name, c := range map[string]struct{ before, meanwhile func(*chatter) }{
		"at once": {},
		"after a pause": {before: func(c *chatter) {
			for range 3 {
				c.writes(time.Minute, "иди на хуй, тупой бот")
			}
			if c.s.Paused.IsZero() {
				t.Fatal("rudeness leads to no pause")
			}
			c.writes(25*time.Hour, "Одна тема")
		}},
		"while a confirmed answer is changed": {before: func(c *chatter) { c.s.Completed = c.now }},
		"and the staff gave a meaning to earlier words": {meanwhile: func(c *chatter) {
			c.does(time.Minute, dialog.Input{Kind: dialog.Meant, Pressed: "a:product:in_place", Text: "угу"})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			p := newChatter(t)
			for _, happens := range []func(*chatter){c.before, func(p *chatter) { p.writes(time.Minute, "давайте завтра в 12") }, c.meanwhile} {
				if happens != nil {
					happens(p)
				}
			}
			year, month, day := p.now.Date()
			if want := time.Date(year, month, day+1, 12, 0, 0, 0, p.now.Location()); !p.s.Due.Equal(want) {
				t.Errorf("the bot wakes at %v, want %v", p.s.Due, want)
			}
		})
	}
}

// TestDowntimeBreaksNoSilence: who was promised it until later is not written to
// because the bot was away.
func TestDowntimeBreaksNoSilence(t *testing.T) {
	for _, text := range []string{"давайте завтра в 12", "иди на хуй, тупой бот"} {
		c := newChatter(t)
		for range 3 {
			c.writes(time.Minute, text)
		}
		if turn := c.does(5*time.Minute, dialog.Input{Kind: dialog.Resumed, Since: c.now.Add(time.Minute)}); len(turn.Say) > 0 {
			t.Errorf("after %q it says %s", text, turn.Say[0].Message.Text)
		}
	}
}

// TestPauseHidesNothingFromTheManagers: the bot keeps silent, the lead is read.
func TestPauseHidesNothingFromTheManagers(t *testing.T) {
	c := newChatter(t)
	c.commands("human")
	for range 3 {
		c.writes(time.Minute, "иди на хуй, тупой бот")
	}
	turn := c.does(time.Minute, dialog.Input{Kind: dialog.Wrote, Text: "простите, мой номер 89991234567", Message: 9})
	if len(turn.Say) > 0 || len(turn.Events) != 1 || turn.Events[0].Kind != dialog.EventNews {
		t.Errorf("says %+v, events %+v", turn.Say, turn.Events)
	}
}

// TestLaterBesideHomework: after a downtime over both promises the conversation is
// taken up, and the other one follows.
func TestLaterBesideHomework(t *testing.T) {
	c := newChatter(t)
	c.does(0, dialog.Input{Kind: dialog.Pressed, Pressed: "a:niche:doubts"})
	c.does(0, dialog.Input{Kind: dialog.Pressed, Pressed: "x:niche:later"})
	c.writes(time.Minute, "давайте завтра в 13")
	said := ""
	for range 2 {
		for _, say := range c.ticks(26 * time.Hour).Say {
			said += say.Message.Text.String()
		}
	}
	for _, want := range []string{"возвращаюсь, как договорились", "вы просили напомнить"} {
		if !strings.Contains(strings.ToLower(said), want) {
			t.Errorf("nobody says %q in %s", want, said)
		}
	}
}
