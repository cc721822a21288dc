package main

import (
	"fmt"
	"os"
	"syscall"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// A signal ends the bot within ten seconds, whatever hangs, and nothing is lost.
func TestSignalWhileSomethingHangs(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		for _, method := range []string{"none", "getMe", "getChatMember", "getWebhookInfo", "getUpdates", "sendMessage", "answerCallbackQuery"} {
			t.Run(fmt.Sprint(method, " ", sig), func(t *testing.T) {
				t.Parallel()
				w := newTown(t)
				w.server.Fail(method, -1, playground.Slow(time.Hour))
				w.run()
				anna := w.server.Person("Анна")
				anna.Start("")
				w.awaitWork(method)
				w.stopBy(sig)
				w.server.Heal()
				w.start()
				must(anna.Await(w.ctx, playground.Says("согласны")))(t)
				w.stop()
			})
		}
	}
}

// awaitWork waits until the bot is at work, or at the method that hangs.
func (w *town) awaitWork(hangs string) {
	w.t.Helper()
	calls := map[string]string{
		"getMe": "", "getChatMember": "getMe", "getWebhookInfo": "getChatMember", "getUpdates": "getWebhookInfo", "sendMessage": "getUpdates",
	}
	before, ok := calls[hangs]
	if !ok {
		before = "sendMessage"
	}
	if before == "" {
		w.awaitDatabase()
		return
	}
	must(w.server.AwaitRequest(w.ctx, func(r playground.Request) bool { return r.Method == before }))(w.t)
}

// awaitDatabase waits until the bot opens its database, and some time more:
// nothing tells that the first call has begun.
func (w *town) awaitDatabase() {
	w.t.Helper()
	for w.ctx.Err() == nil {
		time.Sleep(100 * time.Millisecond)
		if _, err := os.Stat(w.env["DATABASE_URL"]); err == nil {
			time.Sleep(100 * time.Millisecond)
			return
		}
	}
	w.t.Fatal("the bot opens no database")
}

// Presses whose answers hang hold up neither the conversations nor the end.
func TestAnswersHang(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	people := make([]*playground.Person, 150)
	for i := range people {
		people[i] = w.server.Person(fmt.Sprintf("Гость%d", i))
		people[i].Start("")
	}
	var consents []playground.Message
	for _, p := range people {
		consents = append(consents, must(p.Await(w.ctx, playground.Says("согласны")))(t))
	}
	w.server.Fail("answerCallbackQuery", -1, playground.Slow(time.Hour))
	for i, p := range people {
		must(p.Press(consents[i], "Даю согласие"))(t)
	}
	w.soon(8 * time.Second)
	for i, p := range people {
		if _, err := p.Await(w.ctx, playground.Says("Начнём с ниши")); err != nil {
			t.Errorf("only %d of %d conversations go on", i, len(people))
			break
		}
	}
	w.stop()
}
