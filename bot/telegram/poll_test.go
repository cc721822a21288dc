package telegram

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot"
	"leadbot/bot/playground"
	"leadbot/dialog"
)

// poll polls for some seconds, handling everything at once.
func (s *stage) poll(seconds int) []bot.Input {
	var all []bot.Input
	s.pollWith(seconds, func(inputs []bot.Input) {
		all = append(all, inputs...)
		for _, in := range inputs {
			in.Handled()
		}
	})
	return all
}

func (s *stage) pollWith(seconds int, submit func([]bot.Input)) {
	ctx, cancel := context.WithTimeout(s.Context(), time.Duration(seconds)*time.Second)
	defer cancel()
	if err := s.client.Poll(ctx, submit); err != nil {
		s.Errorf("poll: %v", err)
	}
}

func TestPollConfirmsOnlyWhatWasHandled(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Start("spring")
		s.poll(0) // tells the server what the bot wants
		anna.Send("раз")
		anna.Send("два")
		var got []bot.Input
		s.pollWith(60, func(inputs []bot.Input) { got = append(got, inputs...) })
		if len(got) == 0 || s.Pending() != len(got) {
			s.Fatalf("%d inputs, %d updates pending", len(got), s.Pending())
		}
		for _, in := range s.poll(60) {
			in.Handled() // again: changes nothing
		}
		if s.Pending() != 0 {
			s.Errorf("%d updates pending", s.Pending())
		}
		if e := got[0].Event; e.Kind != dialog.Started || e.Text != "spring" || e.From.Name != "Анна" {
			s.Errorf("first input %+v", got[0])
		}
	})
}

func TestPollWaitsForEveryInputOfABatch(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Send("раз")
		anna.Send("два")
		s.pollWith(60, func(inputs []bot.Input) {
			for _, in := range inputs[1:] {
				in.Handled()
			}
		})
		if s.Pending() != 2 {
			s.Errorf("%d updates pending", s.Pending())
		}
	})
}

func TestPoisonUpdate(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Send("раз")
		if err := s.Inject("message", `{"chat":"nonsense"}`); err != nil {
			s.Fatal(err)
		}
		anna.Send("два")
		got := s.poll(60)
		if len(got) != 3 || got[1].Rejected == nil || got[1].Update == 0 || got[2].Event.Text != "два" {
			s.Errorf("inputs %+v", got)
		}
		if s.Pending() != 0 {
			s.Errorf("%d updates pending", s.Pending())
		}
	})
}

func TestPollFollowsIDsThatRestartLower(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		texts := make(chan string, 10)
		ctx, cancel := context.WithCancel(s.Context())
		ended := make(chan error)
		go func() {
			ended <- s.client.Poll(ctx, func(inputs []bot.Input) {
				for _, in := range inputs {
					texts <- in.Event.Text
					in.Handled()
				}
			})
		}()
		anna.Send("раз")
		synctest.Wait()
		s.RestartIDs(3)
		anna.Send("два")
		synctest.Wait()
		anna.Send("три")
		synctest.Wait()
		cancel()
		<-ended
		close(texts)
		var all []string
		for text := range texts {
			all = append(all, text)
		}
		if strings.Join(all, " ") != "раз два три" || s.LastUpdate() > 10 {
			s.Errorf("texts %q, last update %d", all, s.LastUpdate())
		}
	})
}

func TestSecondPoller(t *testing.T) {
	play(t, func(s *stage) {
		s.Person("Анна").Send("раз")
		s.Fail("getUpdates", 5, playground.OtherPoll)
		got := s.poll(5 + 10 + 20 + 40 + 60 + 1)
		if len(got) != 1 {
			s.Errorf("%d inputs", len(got))
		}
		if len(s.health) != 2 || !errors.Is(s.health[0], ErrConflict) || s.health[1] != nil {
			s.Errorf("health %v", s.health)
		}
		if s.logs.Len() > 0 {
			s.Errorf("logged beside the health:\n%s", &s.logs)
		}
	})
}

func TestOutage(t *testing.T) {
	play(t, func(s *stage) {
		s.Person("Анна").Send("раз")
		s.Fail("getUpdates", 2, playground.BadGateway)
		s.Fail("getUpdates", 2, playground.DropBefore)
		s.Fail("getUpdates", 1, playground.Flood(7*time.Second))
		if got := s.poll(1 + 2 + 4 + 8 + 7 + 1); len(got) != 1 {
			s.Errorf("%d inputs", len(got))
		}
		if len(s.health) != 2 || s.health[0] == nil || s.health[1] != nil {
			s.Errorf("health %v", s.health)
		}
	})
}

func TestPollEndsWithoutAValidToken(t *testing.T) {
	play(t, func(s *stage) {
		for _, f := range []playground.Fault{playground.Revoked, playground.Refuse(404, "Not Found")} {
			s.Fail("getUpdates", 1, f)
			if err := s.client.Poll(s.Context(), nil); !errors.Is(err, ErrRevoked) {
				s.Errorf("%v", err)
			}
		}
	})
}

func TestManagersAreKnown(t *testing.T) {
	play(t, func(s *stage) {
		boss, anna := s.Person("Босс"), s.Person("Анна")
		group := s.Group("Менеджеры", true, boss)
		s.managers = group.ID()
		s.poll(1)
		check := func(want bool, act func()) {
			s.Helper()
			act()
			got := s.poll(1)
			if len(got) != 1 || got[0].Person.Manager != want {
				s.Errorf("inputs %+v, want a manager: %v", got, want)
			}
		}
		in, outside := boss.In(group), anna.In(group)
		first := boss.In(group).Send("да")
		s.poll(1)
		claim := func(m playground.Member) func() {
			return func() { m.PressData(first, "m:1:claim") }
		}
		check(true, claim(in))
		check(true, claim(in))
		check(true, func() { in.Send("да") }) // who writes there belongs there: nobody is asked
		check(true, func() { in.Send("/away") })
		check(false, func() { in.Anonymous().Send("да") })
		if n := len(s.Requests("getChatMember")); n != 1 {
			s.Errorf("getChatMember was asked %d times", n)
		}
		check(true, func() { boss.Send("/leads") })
		var private playground.Message
		check(false, func() { private = boss.Send("привет") })
		check(true, func() { boss.Send("/unclear") })
		check(true, func() { boss.PressData(private, "u:1:has:2") })
		check(false, func() { boss.PressData(private, "a:niche:has:2") })
		check(false, func() { private = anna.Send("привет") })
		check(false, func() { anna.PressData(private, "undo:1:2") })
		check(false, claim(outside))
		check(false, claim(in.Anonymous()))

		group.Add(anna)
		s.poll(1)
		check(true, claim(outside))
		group.Remove(anna)
		s.poll(1)
		check(false, claim(outside))

		time.Sleep(2 * time.Minute)
		s.Fail("getChatMember", 1, playground.ServerError)
		check(false, claim(in))
		check(true, claim(in))
	})
}

func TestWebhook(t *testing.T) {
	handle := func(inputs []bot.Input) {
		for _, in := range inputs {
			in.Handled()
		}
	}
	body := `{"update_id":7,"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"раз"}}`
	post := func(secret, method, given, body string, submit func([]bot.Input)) *httptest.ResponseRecorder {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		r := httptest.NewRequestWithContext(ctx, method, "/", strings.NewReader(body))
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", given)
		w := httptest.NewRecorder()
		New(Options{Token: token}).Webhook(secret, submit).ServeHTTP(w, r)
		return w
	}
	for name, c := range map[string]struct {
		secret, method, given, body string
		submit                      func([]bot.Input)
		want                        int
	}{
		"handled":   {"s", "POST", "s", body, handle, http.StatusOK},
		"poison":    {"s", "POST", "s", "nonsense", handle, http.StatusOK},
		"unhandled": {"s", "POST", "s", body, func([]bot.Input) {}, http.StatusServiceUnavailable},
		"get":       {"s", "GET", "s", body, handle, http.StatusMethodNotAllowed},
		"wrong":     {"s", "POST", "S", body, handle, http.StatusForbidden},
		"no secret": {"", "POST", "", body, handle, http.StatusForbidden},
		"large":     {"s", "POST", "s", strings.Repeat(" ", maxHook+1), handle, http.StatusRequestEntityTooLarge},
	} {
		if w := post(c.secret, c.method, c.given, c.body, c.submit); w.Code != c.want || w.Body.Len() != 0 {
			t.Errorf("%s: %d %q, want %d", name, w.Code, w.Body, c.want)
		}
	}
}
