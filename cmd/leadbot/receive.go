package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"leadbot/bot"
)

// receive takes updates, by polling or, when it is set, by webhook.
func (a *app) receive(ctx context.Context) error {
	submit := func(inputs []bot.Input) {
		for _, in := range inputs {
			a.loop.Submit(ctx, in)
		}
	}
	if a.settings.WebhookURL == "" {
		if err := a.client.Setup(ctx, false); err != nil {
			return err
		}
		return a.client.Poll(ctx, submit)
	}
	server := &http.Server{Addr: a.settings.ListenAddr, Handler: a.client.Webhook(a.settings.WebhookSecret, submit), ReadTimeout: 10 * time.Second}
	go a.setWebhook(ctx)
	a.welcome(ctx, a.away) // what is posted meanwhile comes in no order anyway
	return listen(ctx, server)
}

// setWebhook tries until Telegram takes the webhook.
func (a *app) setWebhook(ctx context.Context) {
	for {
		err := a.client.SetWebhook(ctx, a.settings.WebhookURL, a.settings.WebhookSecret)
		a.health.setErr("telegram", err)
		if err == nil {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(5 * time.Second):
		}
	}
}

// listen serves until the context ends.
func listen(ctx context.Context, server *http.Server) error {
	listener, err := net.Listen("tcp", server.Addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	stop := context.AfterFunc(ctx, func() {
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
		defer cancel()
		_ = server.Shutdown(late)
	})
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
