package bot

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Watchdog looks after the urgent cards from outside the delivery: when one does
// not get through, the owners see it.
type Watchdog struct {
	// Overdue returns the urgent cards that wait longer than they should at the time.
	Overdue func(ctx context.Context, now time.Time) ([]outbox.Delivery, error)
	Submit  func(context.Context, Input)
	Health  func(problem string) // "" when no card is overdue
	Log     *slog.Logger
}

// Look raises the alarm for each card that is overdue. On repeat the owners hear
// nothing new of the same card.
func (w *Watchdog) Look(ctx context.Context, now time.Time) {
	cards, err := w.Overdue(ctx, now)
	if err != nil {
		w.Log.Error("overdue cards not looked for", "err", err)
		return
	}
	problem := ""
	if len(cards) > 0 {
		problem = fmt.Sprintf("urgent cards that do not get through: %d", len(cards))
	}
	w.Health(problem)
	for _, d := range cards {
		w.Submit(ctx, Input{Place: Inside, Overdue: &d, Event: dialog.Input{At: now}})
	}
}
