package dialog_test

import (
	"testing"
	"time"

	"leadbot/dialog"
)

// TestYesIsNoConsent to what was not asked: follow-ups are, once, after the review.
func TestYesIsNoConsent(t *testing.T) {
	for _, offered := range []bool{true, false} {
		c := newChatter(t)
		c.a.Calendar.FollowUps = offered
		c.s = at(t, c.a, midway...)
		c.s.Phase, c.s.Asked, c.s.Open = dialog.Review, "", nil
		c.does(0, dialog.Input{Kind: dialog.Pressed, Pressed: "review:ok"})
		if !offered {
			c.does(time.Minute, dialog.Input{Kind: dialog.Started})
		}
		if c.writes(time.Minute, "да"); c.s.Agreed(dialog.FollowUps) != offered {
			t.Errorf("offered %t, agreed %t", offered, c.s.Agreed(dialog.FollowUps))
		}
	}
}
