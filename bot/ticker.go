package bot

import (
	"context"
	"log/slog"
	"time"

	"leadbot/dialog"
)

// Ticker finds the leads that are due and hands each a tick. It only wakes: what
// is due stands in the database.
type Ticker struct {
	Store  Store
	Submit func(context.Context, Input)
	Log    *slog.Logger
}

// Tick submits every lead due at the time, and returns when the loop has handled
// them; an error is logged and the next tick tries again.
func (t *Ticker) Tick(ctx context.Context, now time.Time) {
	for {
		leads, err := t.Store.Due(ctx, now, maxBatch)
		if err != nil {
			t.Log.Error("due leads not read", "err", err)
			return
		}
		if len(leads) == 0 || !t.submit(ctx, leads, now) {
			return
		}
	}
}

func (t *Ticker) submit(ctx context.Context, leads []int64, now time.Time) bool {
	done := make(chan struct{}, len(leads))
	for _, lead := range leads {
		t.Submit(ctx, Input{
			Place: Inside, Lead: lead, Event: dialog.Input{Kind: dialog.Ticked, At: now},
			Handled: func() { done <- struct{}{} },
		})
	}
	for range leads {
		select {
		case <-done:
		case <-ctx.Done():
			return false
		}
	}
	return len(leads) == maxBatch
}
