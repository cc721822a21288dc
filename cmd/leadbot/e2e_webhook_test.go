package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"leadbot/bot/playground"
)

const hookSecret = "hook-Secret_1"

// hooked lets the town's bot take its updates by webhook, at an address that is
// free.
func (w *town) hooked() {
	w.t.Helper()
	l := must(net.Listen("tcp", "127.0.0.1:0"))(w.t)
	w.env["LISTEN_ADDR"] = l.Addr().String()
	l.Close()
	w.env["WEBHOOK_URL"], w.env["WEBHOOK_SECRET"] = "http://"+w.env["LISTEN_ADDR"]+"/hook", hookSecret
}

// A whole conversation by webhook, ended by a signal and taken up by the next
// bot: what came meanwhile is posted again, and nothing twice.
func TestWebhookConversation(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.hooked()
	w.watched()
	w.start()
	anna, card := w.wanted("Анна")
	w.awaitConfirmed()
	w.stop()
	question, _ := anna.Last()
	anna.Send("1")
	must(w.managers[0].In(w.group).Press(card, "Взять"))(t)
	vera := w.server.Person("Вера")
	vera.Start("late")
	w.start()
	must(vera.Await(w.ctx, playground.Says("согласны")))(t)
	w.awaitConfirmed()
	w.awaitHealth(200)
	leads := w.export()
	if a := leads[anna.ID()]; len(leads) != 2 || a.Answers["niche"].Value != "has" || a.Manager == nil || a.Manager.Name != "Мария" {
		t.Errorf("%d leads, after %q of Анна is known %+v", len(leads), question.Text, a)
	}
	if n := len(w.server.Requests("getUpdates")); n > 0 {
		t.Errorf("%d polls beside the webhook", n)
	}
	if sent := w.twice(); len(sent) > 0 {
		t.Errorf("said twice: %q", sent)
	}
	w.stop()
	w.quietLog()
}

// quietLog wants a log without errors.
func (w *town) quietLog() {
	w.t.Helper()
	if lines := w.bot.logged("level=ERROR"); len(lines) > 0 {
		w.t.Errorf("the log has errors:\n%s", strings.Join(lines, "\n"))
	}
}

// post is what somebody else than Telegram may send.
func (w *town) post(method, secret string, body []byte) *http.Response {
	w.t.Helper()
	r := must(http.NewRequestWithContext(w.ctx, method, w.env["WEBHOOK_URL"], bytes.NewReader(body)))(w.t)
	if secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	}
	resp := must(http.DefaultClient.Do(r))(w.t)
	w.t.Cleanup(func() { resp.Body.Close() })
	return resp
}

// started is the update of a stranger who pressed Start.
func started(update, chat int64) []byte {
	return fmt.Appendf(nil, `{"update_id":%d,"message":{"message_id":1,"date":%d,"text":"/start","entities":[{"type":"bot_command","offset":0,"length":6}],
		"chat":{"id":%[3]d,"type":"private","first_name":"Гость"},"from":{"id":%[3]d,"is_bot":false,"first_name":"Гость"}}}`, update, time.Now().Unix(), chat)
}

// Whatever is not Telegram's is turned away and leaves nothing behind.
func TestWebhookTurnsAway(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.hooked()
	w.start()
	w.newcomer("Анна") // the bot listens
	for _, c := range []struct {
		name, method, secret string
		body                 []byte
		want                 int
	}{
		{"no secret", "POST", "", started(1, 71), 403},
		{"wrong secret", "POST", hookSecret + "x", started(2, 72), 403},
		{"a part of the secret", "POST", hookSecret[:4], started(3, 73), 403},
		{"GET", "GET", hookSecret, nil, 405},
		{"PUT", "PUT", hookSecret, started(4, 74), 405},
		{"more than 1 MiB", "POST", hookSecret, bytes.Repeat([]byte(" "), 1<<20+1), 413},
		{"1 MiB that says nothing", "POST", hookSecret, append(started(5, 75), bytes.Repeat([]byte(" "), 1<<20-1000)...), 200},
		{"no JSON", "POST", hookSecret, []byte("<xml/>"), 200},
		{"the same update twice", "POST", hookSecret, started(5, 75), 200},
	} {
		resp := w.post(c.method, c.secret, c.body)
		body := must(io.ReadAll(resp.Body))(t)
		if resp.StatusCode != c.want || len(body) > 0 {
			t.Errorf("%s: %s, body %q; want %d", c.name, resp.Status, body, c.want)
		}
	}
	if n := len(w.export()); n != 2 {
		t.Errorf("%d leads, want Анна and the one whose update was Telegram's", n)
	}
	w.stop()
}

// A kill between the commit and the answer to Telegram has no effect but that
// the update comes again.
func TestWebhookKilled(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.hooked()
	w.start()
	anna := w.newcomer("Анна")
	for _, option := range []string{"1", "1", "1"} {
		anna.Send(option)
		w.bot.kill()
		w.start()
	}
	w.awaitConfirmed()
	w.newcomer("Последняя")
	if a := w.export()[anna.ID()]; a.Answers["niche"].Value != "has" || len(a.Answers) != 3 {
		t.Errorf("of Анна is known %+v", a)
	}
	w.stop()
}
