package playground_test

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/playground"
)

func TestFaults(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		anna := s.Person("Анна")
		anna.Start("")
		send := func() (int, string) {
			resp, err := client.PostForm(s.URL+"/bot"+token+"/sendMessage", map[string][]string{"chat_id": {id(anna.Chat)}, "text": {"x"}})
			if err != nil {
				return 0, err.Error()
			}
			defer resp.Body.Close()
			body, _ := io.ReadAll(resp.Body)
			return resp.StatusCode, string(body)
		}
		for _, tt := range []struct {
			name  string
			fault playground.Fault
			code  int
			body  string
			said  int
		}{
			{"flood", playground.Flood(7 * time.Second), 429, `"parameters":{"retry_after":7}`, 0},
			{"server error", playground.ServerError, 500, "Internal Server Error", 0},
			{"bad gateway", playground.BadGateway, 502, "<html>", 0},
			{"blocked", playground.Blocked, 403, "Forbidden: bot was blocked by the user", 0},
			{"revoked", playground.Revoked, 401, "Unauthorized", 0},
			{"own", playground.Refuse(400, "Bad Request: TOPIC_DELETED"), 400, "TOPIC_DELETED", 0},
			{"drop before", playground.DropBefore, 0, "EOF", 0},
			{"drop after", playground.DropAfter, 0, "EOF", 1},
			{"slow", playground.Slow(time.Hour), 200, `"ok":true`, 1},
			{"other chat", playground.ServerError.In(5), 200, `"ok":true`, 1},
		} {
			before, began := len(anna.Said()), time.Now()
			s.Fail("sendMessage", 1, tt.fault)
			code, body := send()
			if code != tt.code || !strings.Contains(body, tt.body) {
				t.Errorf("%s: got %d %s", tt.name, code, body)
			}
			if n := len(anna.Said()) - before; n != tt.said {
				t.Errorf("%s: %d messages came", tt.name, n)
			}
			if time.Since(began) != tt.fault.Slow {
				t.Errorf("%s took %v", tt.name, time.Since(began))
			}
			last := s.Requests("sendMessage")
			if r := last[len(last)-1]; r.Code != tt.code || r.Handled != (tt.said == 1) || r.Chat != anna.ID() {
				t.Errorf("%s: logged %+v", tt.name, r)
			}
			s.Heal()
			if code, _ := send(); code != 200 {
				t.Errorf("after %s: %d", tt.name, code)
			}
		}
	})
}

func TestFaultsOfAnyMethod(t *testing.T) {
	s, client := start(t)
	s.Fail("", 1, playground.ServerError)
	s.Fail("", -1, playground.BadGateway)
	for _, want := range []int{500, 502, 502} {
		if a, err := client.Get(s.URL + "/bot" + token + "/getMe"); err != nil || a.StatusCode != want {
			t.Errorf("%v %v, want %d", a, err, want)
		}
	}
	poll(t, s, client)
}

// Faults by chance strike every method, the same ones for the same seed, until
// they are healed.
func TestChaos(t *testing.T) {
	s, client := start(t)
	codes := func(seed uint64) (all []int) {
		s.Chaos(seed, 0.25, playground.ServerError, playground.BadGateway, playground.Flood(time.Second), playground.ServerError.In(5))
		for i := range 400 {
			method := []string{"getMe", "getUpdates", "getWebhookInfo"}[i%3]
			resp, err := client.Get(s.URL + "/bot" + token + "/" + method)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			all = append(all, resp.StatusCode)
		}
		return all
	}
	first, again, other := codes(1), codes(1), codes(2)
	if !slices.Equal(first, again) || slices.Equal(first, other) {
		t.Error("the same seed strikes otherwise, or another one the same way")
	}
	count := map[int]int{}
	for _, code := range first {
		count[code]++
	}
	if n := count[500] + count[502] + count[429]; n < 50 || n > 100 || count[500] < 10 || count[502] < 10 || count[429] < 10 {
		t.Errorf("the answers: %v", count)
	}
	s.Fail("getMe", 1, playground.Blocked)
	if a, err := client.Get(s.URL + "/bot" + token + "/getMe"); err != nil || a.StatusCode != 403 {
		t.Errorf("a fault of its own does not go first: %v %v", a, err)
	}
	s.Heal()
	for range 50 {
		if a := call(t, s, client, "getMe"); !a.OK {
			t.Fatalf("after Heal: %+v", a)
		}
	}
}

func TestDownAndUp(t *testing.T) {
	t.Run("tcp", func(t *testing.T) {
		s, client := start(t)
		downAndUp(t, s, client)
	})
	t.Run("pipe", func(t *testing.T) { bubble(t, downAndUp) })
}

func downAndUp(t *testing.T, s *playground.Server, client *http.Client) {
	call(t, s, client, "getMe")
	s.Down()
	s.Down()
	for range 2 {
		if _, err := client.Get(s.URL + "/bot" + token + "/getMe"); !errors.Is(err, syscall.ECONNREFUSED) {
			t.Errorf("while down: %v", err)
		}
	}
	for range 2 {
		if err := s.Up(); err != nil {
			t.Fatal(err)
		}
	}
	call(t, s, client, "getMe")
}

func TestUploads(t *testing.T) {
	s, client := start(t)
	bot, err := tgbotapi.NewBotAPIWithClient(token, s.URL+"/bot%s/%s", client)
	if err != nil {
		t.Fatal(err)
	}
	anna := s.Person("Анна")
	anna.Start("")
	photo := tgbotapi.NewPhoto(anna.ID(), tgbotapi.FileBytes{Name: "digest.png", Bytes: []byte("png")})
	photo.Caption = "<b>Итоги</b>"
	photo.ParseMode = "HTML"
	sent, err := bot.Send(photo)
	if err != nil {
		t.Fatal(err)
	}
	if data, ok := s.File(sent.Photo[0].FileID); !ok || string(data) != "png" {
		t.Errorf("file %q, %v", data, ok)
	}
	again, err := bot.Send(tgbotapi.NewDocument(anna.ID(), tgbotapi.FileID(sent.Photo[0].FileID)))
	if err != nil || again.Document == nil {
		t.Errorf("sending by id: %+v, %v", again, err)
	}
	if m, ok := anna.Message(sent.MessageID); !ok || m.Caption != "Итоги" || m.CaptionEntities[0].Type != "bold" {
		t.Errorf("%+v", m)
	}
}
