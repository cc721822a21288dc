package bot

import (
	"context"

	"leadbot/dialog"
)

// away lets the loop free the leads that a manager who went away took and never
// answered.
func (c *Clerk) away(ctx context.Context, r Request) error {
	handed, err := c.Files.Handed(ctx)
	if err != nil {
		return err
	}
	for i := range handed {
		if s := &handed[i]; s.HeldBy() == r.By && !s.Claim.Spoken() {
			c.Submit(ctx, Input{Place: Inside, Lead: s.ID, Left: r.By, Event: dialog.Input{At: r.At}})
		}
	}
	return nil
}
