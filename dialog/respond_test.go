package dialog_test

import (
	"testing"
	"time"

	"leadbot/dialog"
)

// TestAnswerBesideAWish counts: what was answered is not asked again.
func TestAnswerBesideAWish(t *testing.T) {
	for _, text := range []string{"тема одна, йога. позовите человека", "тема одна, йога. иди на хуй"} {
		c := newChatter(t)
		if c.writes(time.Minute, text); !c.s.Answers.Has("niche") || c.s.Asked == "niche" {
			t.Errorf("%q: answers %v, asked %q", text, c.s.Answers, c.s.Asked)
		}
	}
	c := newChatter(t)
	c.writes(time.Minute, "тема одна, йога. стоп, больше не пишите")
	if !c.s.Answers.Has("niche") || !c.s.Stopped {
		t.Fatalf("answers %v, stopped %t", c.s.Answers, c.s.Stopped)
	}
	if c.does(time.Minute, dialog.Input{Kind: dialog.Started}); c.s.Asked != "product" {
		t.Errorf("it goes on with %q", c.s.Asked)
	}
}
