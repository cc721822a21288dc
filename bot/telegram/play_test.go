package telegram

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/dialog"
)

const (
	token  = "42:canary-of-the-token"
	secret = "canary-of-the-token"
)

// stage is a client at a playground in virtual time.
type stage struct {
	*testing.T
	*playground.Server
	client   *Client
	managers int64
	health   []error
	logs     bytes.Buffer
}

// play runs a test on a stage and looks for the token in its logs.
func play(t *testing.T, test func(*stage)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &stage{T: t, Server: playground.Strict(token)}
		s.StartPipe()
		defer s.Close()
		web := s.Client()
		defer web.CloseIdleConnections()
		s.client = s.newClient(web)
		test(s)
		if strings.Contains(s.logs.String(), secret) {
			t.Errorf("the token is in the logs:\n%s", &s.logs)
		}
	})
}

func (s *stage) newClient(web *http.Client) *Client {
	return New(Options{
		Token: token, URL: s.URL, HTTP: web,
		Managers: func() int64 { return s.managers },
		Health:   func(err error) { s.health = append(s.health, err) },
		Log:      slog.New(slog.NewTextHandler(&s.logs, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
}

// send makes one attempt and checks its verdict.
func (s *stage) send(d outbox.Delivery, to Target, m dialog.Message, want outbox.Verdict) outbox.Outcome {
	s.Helper()
	d.Body, _ = json.Marshal(m)
	o := s.client.Send(s.Context(), d, to)
	if o.Verdict != want || o.At.IsZero() {
		s.Errorf("%s to %+v: %s at %v (%s), want %s", d.Method, to, o.Verdict, o.At, o.Err, want)
	}
	if strings.Contains(o.Err, secret) {
		s.Errorf("the token is in %q", o.Err)
	}
	return o
}

// last returns the bot's last message in a chat.
func (s *stage) last(c *playground.Chat) playground.Message {
	s.Helper()
	m, ok := c.Last()
	if !ok {
		s.Fatal("the chat is empty")
	}
	return m
}
