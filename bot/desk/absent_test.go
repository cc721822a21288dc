package desk_test

import (
	"strings"
	"testing"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// TestAbsent: whoever goes away keeps only the leads that got an answer.
func TestAbsent(t *testing.T) {
	olga := desk.Manager{ID: 1, Name: "Ольга", Member: true}
	for name, c := range map[string]struct {
		change func(*dialog.Session)
		freed  bool
	}{
		"silent":          {func(*dialog.Session) {}, true},
		"answered":        {func(s *dialog.Session) { s.Claim.FirstAt = noon }, false},
		"somebody else's": {func(s *dialog.Session) { s.Claim.ID = 2 }, false},
		"closed":          {func(s *dialog.Session) { s.Owner = dialog.Closed }, false},
	} {
		s := claimedBy(olga, posted(hot...))
		c.change(s)
		steps, freed := newDesk(t).Absent(s, olga.ID, noon)
		if freed != c.freed || freed != (s.Owner == dialog.Queue) || freed != steps.Return {
			t.Errorf("%s: freed %t, owner %s, return %t", name, freed, s.Owner, steps.Return)
		}
		if freed && !strings.Contains(plan(steps.Out), "news:42:1:1") {
			t.Errorf("%s: the others are not told: %s", name, plan(steps.Out))
		}
	}
}
