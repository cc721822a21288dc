package bot

import (
	"context"

	"leadbot/dialog"
)

// sweep hands open leads to the loop: those that a manager who went away took and
// never answered, to be freed; or, when the managers' chat has a new id, all, for
// their cards stayed in the old one.
func (c *Clerk) sweep(ctx context.Context, r Request) error {
	handed, err := c.Files.Handed(ctx)
	if err != nil {
		return err
	}
	for i := range handed {
		in := Input{Place: Inside, Lead: handed[i].ID, Event: dialog.Input{At: r.At}}
		switch s := &handed[i]; {
		case r.Kind == "moved":
			in.Redraw = true
		case s.HeldBy() == r.By && !s.Claim.Spoken():
			in.Left = r.By
		default:
			continue
		}
		c.Submit(ctx, in)
	}
	return nil
}
