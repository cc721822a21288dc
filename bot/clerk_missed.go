package bot

import (
	"context"
	"time"

	"leadbot/dialog"
)

// What of that which was not understood is shown.
const (
	maxMissed  = 5                   // what most leads wrote
	missedFrom = 30 * 24 * time.Hour // and no longer ago
)

// missed shows what was not understood, each text in a message of its own, to be
// given a meaning.
func (c *Clerk) missed(ctx context.Context, r Request) ([]answer, error) {
	all, err := c.Files.MostMissed(ctx, r.At.Add(-missedFrom), r.At, c.script().Teachable(), maxMissed)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return []answer{{Message: c.plain("missed_nothing", nil)}}, nil
	}
	answers := make([]answer, len(all))
	for i, m := range all {
		answers[i] = answer{Message: missedMessage(c.script(), m, dialog.Lesson{}, r.Update), about: m.Lead, missed: m.ID}
	}
	return answers, nil
}
