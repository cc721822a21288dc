package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// watched lets the town's bot serve its health, at an address that is free.
func (w *town) watched() {
	w.t.Helper()
	l := must(net.Listen("tcp", "127.0.0.1:0"))(w.t)
	w.env["METRICS_ADDR"] = l.Addr().String()
	l.Close()
}

// awaitHealth waits until /healthz answers with the status.
func (w *town) awaitHealth(status int) {
	w.t.Helper()
	got, body := 0, ""
	for w.ctx.Err() == nil {
		if got, body = w.health(); got == status {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	w.t.Fatalf("the health is %d, want %d: %s", got, status, body)
}

func (w *town) health() (int, string) {
	resp, err := http.Get("http://" + w.env["METRICS_ADDR"] + "/healthz")
	if err != nil {
		return 0, err.Error()
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err.Error()
	}
	return resp.StatusCode, string(body)
}

// soon bounds a wait for what would otherwise never come.
func (w *town) soon(d time.Duration) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, d)
	w.t.Cleanup(cancel)
	w.ctx = ctx
}

// A second poller is said once, and once that it is gone.
func TestSecondPoller(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.watched()
	w.server.Fail("getUpdates", 2, playground.OtherPoll)
	w.start()
	w.awaitHealth(503)
	w.newcomer("Анна") // after the pauses
	w.awaitHealth(200)
	if lines := w.bot.logged("another program"); len(lines) != 1 {
		t.Errorf("a second poller is said in %d lines:\n%s", len(lines), w.bot.log)
	}
	if lines := w.bot.logged("again"); len(lines) != 1 {
		t.Errorf("its end is said in %d lines:\n%s", len(lines), w.bot.log)
	}
	w.stop()
}

// In a group where the bot may not do what it must, it says so once and goes on.
func TestManagersChatWithoutRights(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*playground.Group){
		"plain member": (*playground.Group).Demote,
		"not a member": (*playground.Group).Kick,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			w.watched()
			spoil(w.group)
			w.start()
			w.newcomer("Анна")
			w.awaitHealth(503)
			if lines := w.bot.logged("level=ERROR"); len(lines) != 1 || !strings.Contains(lines[0], "managers") {
				t.Errorf("%d lines about the managers' chat:\n%s", len(lines), w.bot.log)
			}
			w.group.Promote()
			w.soon(10 * time.Second)
			w.awaitHealth(200)
		})
	}
}

// Rights that are lost while the bot runs: the owner hears of it, the log has one
// line, the health is red, and the card comes when they are back.
func TestRightsLostMeanwhile(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.watched()
	w.start()
	w.owner.Start("")
	w.awaitHealth(200)
	w.group.Kick()
	must(w.owner.Await(w.ctx, playground.Says("не доходят до чата менеджеров")))(t)
	w.newcomer("Анна").Send("/human")
	w.soon(10 * time.Second)
	w.awaitHealth(503)
	if lines := w.bot.logged("level=ERROR"); len(lines) != 1 {
		t.Errorf("%d lines of errors:\n%s", len(lines), w.bot.log)
	}
}

// Telegram out of reach at the start is waited for.
func TestTelegramComesLate(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.server.Down()
	w.run()
	if err := w.bot.log.await(w.ctx, "level=ERROR"); err != nil {
		t.Fatal(err)
	}
	if err := w.server.Up(); err != nil {
		t.Fatal(err)
	}
	w.newcomer("Анна")
	if !w.bot.running() || strings.Contains(w.bot.log.String(), "leadbot: ") {
		t.Errorf("the log:\n%s", w.bot.log)
	}
	w.stop()
}
