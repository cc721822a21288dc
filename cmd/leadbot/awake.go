package main

import "context"

// welcome makes up for the downtime before this start, once what came in
// meanwhile is handled. From then on the bot counts as awake.
func (a *app) welcome(ctx context.Context) {
	if a.away != nil {
		a.log.Info("back from a downtime", "since", a.away.From)
		if err := a.loop.Welcome(ctx, *a.away, a.db, a.now()); err != nil {
			a.log.Error("open questions not shown again", "err", err)
		}
	}
	a.awake.Store(true)
	a.beat(ctx)
}

// beat notes that the bot is awake.
func (a *app) beat(ctx context.Context) {
	if a.awake.Load() {
		a.loop.Beat(ctx, a.now())
	}
}
