package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/robfig/cron/v3"

	"leadbot/bot"
	"leadbot/bot/courier"
	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/bot/telegram"
	"leadbot/dialog"
	"leadbot/storage"
)

// app is the running bot: every part, introduced to the others.
type app struct {
	settings Settings
	script   *dialog.Script
	log      *slog.Logger
	health   *health
	db       *storage.DB
	loop     *bot.Loop
	client   *telegram.Client
	courier  *courier.Courier
	reporter *bot.Reporter
	clerk    *bot.Clerk
	ticker   *bot.Ticker
	watchdog *bot.Watchdog
	away     *bot.Away   // the downtime before this start, nil for none
	awake    atomic.Bool // what came in meanwhile is handled
	stuck    time.Time   // since when the database takes no changes; of the loop
	now      func() time.Time
	self     atomic.Int64 // the bot's own id, 0 until Telegram told it

	inside context.Context // of the loop: it outlives what feeds it
	answer chan struct{}   // bounds the presses being answered at once
	fatal  context.CancelCauseFunc
}

// outside is what the bot takes from the world; nil fields mean the real one.
type outside struct {
	http *http.Client
	now  func() time.Time
}

// newApp puts the parts together.
func newApp(ctx context.Context, s Settings, script *dialog.Script, db *storage.DB, world outside, log *slog.Logger) (*app, error) {
	if world.now == nil {
		world.now = time.Now
	}
	a := &app{settings: s, script: script, log: log, now: world.now, db: db, health: newHealth(log), answer: make(chan struct{}, 64)}
	assistant := &dialog.Assistant{Script: script, Calendar: s.calendar()}
	loop, err := bot.NewLoop(ctx, bot.Config{
		Assistant: assistant, Managers: s.ManagersChat, Owners: s.Owners, Heads: s.Heads, Shadow: s.ShadowLeads, Targets: s.targets(),
	}, db, log)
	if err != nil {
		return nil, err
	}
	a.loop = loop
	a.client = telegram.New(telegram.Options{
		Token: s.Token, URL: s.APIURL, HTTP: world.http, Managers: loop.Managers, Log: log, Now: a.now,
		Health: func(err error) { a.health.setErr("telegram", err) }, CaughtUp: func() { a.welcome(a.inside, a.away) },
	})
	a.courier = courier.New(a.client, db, courier.Options{Rate: s.SendRate, Managers: loop.Managers, Report: a.report, Retry: storage.Transient, Log: log})
	a.reporter = &bot.Reporter{Assistant: assistant, Books: db, Schedule: s.DigestSchedule, Submit: loop.Submit, Log: log, Now: a.now}
	_, a.reporter.Every = s.DigestSchedule.(cron.ConstantDelaySchedule)
	last, err := loop.NoteOnce(ctx, bot.DigestNote, a.now().UTC().Format(time.RFC3339))
	if err == nil {
		err = a.reporter.Resume(last)
	}
	if err != nil {
		return nil, err
	}
	a.ticker = &bot.Ticker{Store: db, Submit: loop.Submit, Log: log}
	a.watchdog = &bot.Watchdog{Overdue: db.Overdue, Submit: loop.Submit, Log: log, Health: func(problem string) { a.health.set("cards", problem) }}
	a.clerk = bot.NewClerk(bot.Clerk{
		Desk: &desk.Desk{Assistant: assistant, Targets: s.targets()}, Files: db, Managers: loop.Managers, Roster: loop.Colleagues,
		Submit: loop.Submit, Log: log, Now: a.now,
	})
	loop.Clerk, loop.Forget = a.clerk.Ask, a.courier.Forget
	loop.Deliver, loop.Report, loop.Answer = a.courier.Push, a.reporter.Ask, a.answerPress
	loop.Retry = func(err error) bool { return storage.Transient(err) || errors.Is(err, storage.ErrStale) }
	loop.Standing = func() { go a.checkManagers(a.inside) }
	loop.Health = a.recording
	return a, nil
}

// calendar is when the business works, as the settings have it.
func (s Settings) calendar() dialog.Calendar {
	return dialog.Calendar{
		Zone: s.Zone, Working: s.Working, Quiet: s.Quiet, RemindAfter: s.RemindAfter, HandoffIdle: s.HandoffIdle,
		Promise: s.HandoffSLA[1], WarmPromise: 4 * time.Hour, Burst: s.BurstPause, FollowUps: s.FollowUps, PrivacyURL: s.PrivacyURL,
	}
}

// targets are how long things may take at the managers' desk.
func (s Settings) targets() desk.Targets {
	return desk.Targets{
		Hot: s.HandoffSLA, Warm: 4 * time.Hour, Any: 8 * time.Hour,
		Silent: 30 * time.Minute, Release: 15 * time.Minute,
	}
}

// report gives what became of a delivery to the loop.
func (a *app) report(o outbox.Outcome) {
	o.At = a.now()
	if o.Verdict == outbox.Revoked {
		a.fatal(telegram.ErrRevoked)
		return
	}
	in := bot.Input{Place: bot.Inside, Outcome: &o, Event: dialog.Input{At: o.At}}
	if o.Delivery.Class != outbox.Once {
		a.loop.Submit(a.inside, in)
		return
	}
	noted := make(chan struct{}) // before another attempt marks it anew
	in.Handled = func() { close(noted) }
	a.loop.Submit(a.inside, in)
	select {
	case <-noted:
	case <-a.inside.Done():
	}
}

// answerPress answers on the side, a bounded number at once.
func (a *app) answerPress(ctx context.Context, press, text string) {
	go func() {
		a.answer <- struct{}{}
		defer func() { <-a.answer }()
		if err := a.client.Answer(context.WithoutCancel(ctx), press, text); err != nil {
			a.log.Debug("press not answered", "err", err)
		}
	}()
}

// serve runs until the context ends or something fatal happens. What was begun
// is finished: first nothing new comes in, then the courier ends its calls, then
// the loop records what became of them.
func (a *app) serve(ctx context.Context) error {
	ctx, a.fatal = context.WithCancelCause(ctx)
	defer a.fatal(nil)
	inside, stopLoop := context.WithCancel(context.WithoutCancel(ctx))
	defer stopLoop()
	a.inside, a.away = inside, a.loop.Downtime(a.now())
	if err := a.greet(ctx); err != nil {
		return err
	}
	undelivered, flying, err := a.db.Undelivered(inside)
	if err != nil {
		return err
	}

	var loop, couriers, sources sync.WaitGroup
	loop.Go(func() { a.loop.Run(inside) })
	courierCtx, stopCourier := context.WithCancel(inside)
	defer stopCourier()
	couriers.Go(func() { a.courier.Run(courierCtx) })
	a.courier.Resume(undelivered, flying)
	sources.Go(func() { a.reporter.Serve(ctx) })
	sources.Go(func() { a.clerk.Serve(ctx) })
	sources.Go(func() { a.keepTime(ctx) })
	sources.Go(func() { a.metrics(ctx) })
	sources.Go(func() {
		if err := a.receive(ctx); err != nil {
			a.fatal(err)
		}
	})

	<-ctx.Done()
	sources.Wait()
	stopCourier()
	await(&couriers, lastCalls)
	stopLoop()
	couriers.Wait()
	loop.Wait()
	return cause(ctx)
}

// lastCalls is how long the end waits for what calls under way led to. The loop
// does not take it while the database does not; then it is found in flight at the
// next start.
const lastCalls = 7 * time.Second

// await waits for the group, but no longer than so.
func await(group *sync.WaitGroup, long time.Duration) {
	done := make(chan struct{})
	go func() { group.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(long):
	}
}

// cause is what ended the context, nil for a signal.
func cause(ctx context.Context) error {
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// keepTime wakes what waits for its time. What is due stands in the database.
func (a *app) keepTime(ctx context.Context) {
	log := cron.PrintfLogger(slog.NewLogLogger(a.log.Handler(), slog.LevelError))
	c := cron.New(cron.WithLocation(a.settings.Zone), cron.WithChain(cron.SkipIfStillRunning(cron.DiscardLogger), cron.Recover(log)))
	c.Schedule(cron.Every(time.Second), cron.FuncJob(func() { a.tick(ctx) }))
	c.Schedule(cron.Every(time.Minute), cron.FuncJob(func() { a.checkManagers(ctx) }))
	c.Schedule(cron.Every(30*time.Second), cron.FuncJob(func() { a.watchdog.Look(ctx, a.now()) }))
	c.Schedule(cron.Every(time.Minute), cron.FuncJob(func() { a.beat(ctx) }))
	c.Schedule(cron.Every(time.Hour), cron.FuncJob(func() {
		if err := a.db.Prune(ctx, time.Now()); err != nil {
			a.log.Error("old records not removed", "err", err)
		}
	}))
	c.Start()
	<-ctx.Done()
	<-c.Stop().Done()
}

// tick does what is due now.
func (a *app) tick(ctx context.Context) {
	now := a.now()
	a.ticker.Tick(ctx, now)
	a.reporter.Tick(ctx, now)
}
