package telegram

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/dialog"
)

func TestMe(t *testing.T) {
	play(t, func(s *stage) {
		me, err := s.client.Me(s.Context())
		if err != nil || me.ID != 42 || me.Username != s.Bot().Username {
			s.Errorf("%+v, %v", me, err)
		}
		s.Fail("getMe", 1, playground.Revoked)
		if _, err := s.client.Me(s.Context()); !errors.Is(err, ErrRevoked) {
			s.Errorf("revoked: %v", err)
		}
	})
}

func TestSetup(t *testing.T) {
	play(t, func(s *stage) {
		ctx := s.Context()
		if err := s.client.Setup(ctx, false); err != nil {
			s.Error(err)
		}
		if err := s.client.SetWebhook(ctx, "https://bot.example/hook", "a-secret"); err != nil {
			s.Fatal(err)
		}
		if err := s.client.Setup(ctx, false); !errors.Is(err, ErrWebhook) {
			s.Errorf("with a webhook: %v", err)
		}
		if err := s.client.Setup(ctx, true); err != nil {
			s.Errorf("taking over: %v", err)
		}
		if err := s.client.Setup(ctx, false); err != nil {
			s.Errorf("after taking over: %v", err)
		}
		s.Fail("getWebhookInfo", 1, playground.BadGateway)
		if err := s.client.Setup(ctx, false); err != nil {
			s.Errorf("unreadable: %v", err)
		}
		s.Fail("getWebhookInfo", 1, playground.Revoked)
		if err := s.client.Setup(ctx, false); !errors.Is(err, ErrRevoked) {
			s.Errorf("revoked: %v", err)
		}
	})
}

func TestSetCommands(t *testing.T) {
	play(t, func(s *stage) {
		if err := s.client.SetCommands(s.Context(), []Command{{"help", "Помощь"}}); err != nil {
			s.Error(err)
		}
		if got := s.Commands(); !strings.Contains(got, `"help"`) {
			s.Errorf("commands %s", got)
		}
	})
}

func TestAnswer(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Start("")
		s.send(said, Target{Chat: anna.ID()}, dialog.Message{Text: dialog.Plain("?"),
			Buttons: [][]dialog.Button{{{Text: "Да", Data: "x"}}}}, outbox.Sent)
		s.poll(2)
		press, err := anna.Press(s.last(anna.Chat), "Да")
		if err != nil {
			s.Fatal(err)
		}
		if err := s.client.Answer(s.Context(), press.ID, strings.Repeat("😀", 150)); err != nil {
			s.Error(err)
		}
		if got, err := s.AwaitAnswer(s.Context(), press); err != nil || units(got.Text) != maxToast {
			s.Errorf("a toast of %d units, %v", units(got.Text), err)
		}
		if err := s.client.Answer(s.Context(), "7777", ""); err != nil {
			s.Errorf("too old: %v", err)
		}
		s.Fail("answerCallbackQuery", 1, playground.ServerError)
		if err := s.client.Answer(s.Context(), press.ID, ""); err == nil {
			s.Error("no error")
		}
	})
}

// leaky is a network that names the address in its errors.
type leaky struct{ err error }

func (l leaky) RoundTrip(r *http.Request) (*http.Response, error) {
	if l.err != nil {
		return nil, errors.New(r.URL.String() + ": " + l.err.Error())
	}
	body := io.NopCloser(strings.NewReader(`{"ok":false,"error_code":400,"description":"bad ` + r.URL.Path + `"}`))
	return &http.Response{StatusCode: 400, Body: body, Request: r}, nil
}

func TestNoErrorContainsTheToken(t *testing.T) {
	var logs strings.Builder
	for _, url := range []string{"http://x", "http://bad host/", "::", ""} {
		for _, network := range []leaky{{io.ErrUnexpectedEOF}, {nil}} {
			c := New(Options{Token: token, URL: url, HTTP: &http.Client{Transport: network},
				Managers: func() int64 { return managers }, Log: slog.New(slog.NewTextHandler(&logs, nil))})
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
			_, me := c.Me(ctx)
			errs := errors.Join(me, c.Setup(ctx, true), c.SetCommands(ctx, nil), c.Answer(ctx, "1", ""),
				c.SetWebhook(ctx, "https://x", "s"))
			o := c.Send(ctx, said, Target{Chat: 1})
			c.member(ctx, membership{managers, 1})
			c.Poll(ctx, func([]bot.Input) {})
			cancel()
			if text := errs.Error() + o.Err + logs.String(); strings.Contains(text, secret) {
				t.Errorf("url %q: the token is in %s", url, text)
			}
		}
	}
}

func TestRedact(t *testing.T) {
	var logs strings.Builder
	log := slog.New(Redact(slog.NewJSONHandler(&logs, nil), token))
	log = log.With("chat", "c "+token).WithGroup("g").With("err", errors.New(token))
	log.Info("m "+token, "err", errors.New("Post /bot42%3A"+secret+"/getMe"), "turn", 7,
		slog.Group("x", "lead", token), "update", struct{ S string }{token})
	if got := logs.String(); strings.Contains(got, secret) || strings.Count(got, "[token]") != 6 || !strings.Contains(got, `"turn":7`) {
		t.Error(got)
	}
}

func TestRights(t *testing.T) {
	play(t, func(s *stage) {
		boss := s.Person("Босс")
		for name, c := range map[string]struct {
			change func(*playground.Group)
			want   string
		}{
			"all":       {func(*playground.Group) {}, ""},
			"no topics": {func(g *playground.Group) { g.Deny("can_manage_topics") }, "may not manage topics"},
			"no admin":  {func(g *playground.Group) { g.Demote() }, "no administrator"},
			"muted":     {func(g *playground.Group) { g.Mute() }, "cannot write"},
			"out":       {func(g *playground.Group) { g.Kick() }, "cannot"},
		} {
			g := s.Group(name, true, boss)
			c.change(g)
			got, known := s.client.Rights(s.Context(), g.ID(), s.Bot().ID)
			if !known || !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
				s.Errorf("%s: %q, want %q", name, got, c.want)
			}
		}
	})
}
