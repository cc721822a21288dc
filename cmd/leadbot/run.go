package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"leadbot/bot/telegram"
	"leadbot/storage"
)

type runCommand struct{}

// Run is the bot, until the context ends or the token is refused.
func (runCommand) Run(ctx context.Context, c console) error {
	settings, err := LoadSettings(c.env, c.lookup)
	if settings.Token == "" && !errors.As(err, new(unreadableFile)) {
		err = errors.Join(err, errors.New("TELEGRAM_TOKEN: missing; @BotFather gives one, for example TELEGRAM_TOKEN=123456:ABC-DEF; "+
			"to look around without a token run: leadbot demo"))
	}
	if err != nil {
		return failure{misused, err}
	}
	script, err := loadScript(settings)
	if err != nil {
		return err
	}
	world := realWorld(c)
	db, err := storage.Open(ctx, settings.Database)
	if err != nil {
		return ended(ctx, err)
	}
	a, err := newApp(ctx, settings, script, db, world, newLog(c.err, settings))
	if err == nil {
		err = a.serve(ctx)
	}
	return ended(ctx, errors.Join(err, db.Close()))
}

// ended turns what stopped the bot into an error for the console.
func ended(ctx context.Context, err error) error {
	switch {
	case err == nil, ctx.Err() != nil && errors.Is(err, context.Canceled): // a signal is no failure
		return nil
	case errors.Is(err, telegram.ErrRevoked):
		return failure{failed, errors.New("TELEGRAM_TOKEN: Telegram does not accept it; was it revoked? @BotFather shows the current one")}
	case errors.Is(err, telegram.ErrWebhook):
		return failure{failed, errors.New("a webhook is set for this bot, so it cannot be polled: delete the webhook, or set WEBHOOK_URL")}
	}
	return failure{failed, err}
}

// unset lists what works less while a setting is missing.
func (s Settings) unset() []string {
	var notes []string
	if s.ManagersChat == 0 {
		notes = append(notes, "MANAGERS_CHAT_ID is not set: cards wait in the database until it is; send /id in the managers' chat")
	}
	if len(s.Owners) == 0 {
		notes = append(notes, "OWNER_IDS is not set: nobody gets the weekly digest and alarms; send /id to the bot")
	}
	if s.WebhookURL != "" {
		notes = append(notes, "WEBHOOK_URL is set: updates are expected at "+s.ListenAddr)
	}
	return notes
}

// greet logs who runs and what is missing. A server out of reach is waited for.
func (a *app) greet(ctx context.Context) error {
	for _, note := range a.settings.unset() {
		a.log.Warn(note)
	}
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	me, err := a.client.Me(ctx)
	if errors.Is(err, telegram.ErrRevoked) {
		return err
	}
	if err != nil {
		a.log.Warn("Telegram is out of reach, trying on", "err", err)
		return nil
	}
	a.log.Info(fmt.Sprintf("@%s runs", me.Username))
	a.self.Store(me.ID)
	a.checkManagers(ctx)
	a.showMenu(ctx)
	return nil
}

// menu are the commands shown beside the text field, each with its text.
var menu = []string{"start", "status", "back", "edit", "human", "mydata", "stop", "forget", "help"}

// showMenu tells Telegram the commands of a prospect; without it the bot works too.
func (a *app) showMenu(ctx context.Context) {
	var commands []telegram.Command
	for _, name := range menu {
		commands = append(commands, telegram.Command{Name: name, Text: a.script.Texts["menu_"+name]})
	}
	if err := a.client.SetCommands(ctx, commands); err != nil {
		a.log.Debug("the menu is not shown", "err", err)
	}
}

// checkManagers notes what the bot lacks in the managers' chat.
func (a *app) checkManagers(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if a.self.Load() == 0 {
		me, err := a.client.Me(ctx)
		if err != nil {
			return
		}
		a.self.Store(me.ID)
	}
	chat := a.loop.Managers()
	if chat == 0 {
		return
	}
	if lacks, known := a.client.Rights(ctx, chat, a.self.Load()); known {
		a.health.set("managers", lacks)
	}
}
