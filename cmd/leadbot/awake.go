package main

import (
	"context"
	"time"

	"leadbot/bot"
)

// welcome makes up for a downtime, nil for none, once what came in meanwhile is
// handled. From then on the bot counts as awake.
func (a *app) welcome(ctx context.Context, away *bot.Away) {
	if away != nil {
		a.log.Info("back from a downtime", "since", away.From)
		if err := a.loop.Welcome(ctx, *away, a.db, a.now()); err != nil {
			a.log.Error("open questions not shown again", "err", err)
		}
	}
	a.awake.Store(true)
	a.beat(ctx)
}

// recording notes whether the database takes changes. When it did not for so long
// that presses were lost, that was a downtime like any other. It is called by the
// loop alone.
func (a *app) recording(problem string) {
	a.health.set("database", problem)
	switch {
	case problem == "" && !a.stuck.IsZero():
		if away := bot.NewAway(a.stuck, a.now()); away != nil {
			go a.welcome(a.inside, away) // the loop must not wait for itself
		}
		a.stuck = time.Time{}
	case problem != "" && a.stuck.IsZero():
		a.stuck = a.now()
	}
}

// beat notes that the bot is awake.
func (a *app) beat(ctx context.Context) {
	if a.awake.Load() {
		a.loop.Beat(ctx, a.now())
	}
}
