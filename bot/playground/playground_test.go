package playground_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/playground"
)

const token = "42:secret"

// newServer returns a server that checks every request against the schema.
func newServer(t *testing.T) *playground.Server {
	t.Helper()
	schema, err := playground.Schema()
	if err != nil {
		t.Fatal(err)
	}
	s := playground.New(token)
	if err := s.CheckRequests(schema); err != nil {
		t.Fatal(err)
	}
	return s
}

// start returns a server on TCP and a client of it.
func start(t *testing.T) (*playground.Server, *http.Client) {
	t.Helper()
	s := newServer(t)
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	client := s.Client()
	t.Cleanup(client.CloseIdleConnections)
	return s, client
}

// answer is Telegram's envelope.
type answer struct {
	OK          bool
	Result      json.RawMessage
	Code        int `json:"error_code"`
	Description string
	Parameters  playground.Parameters
	Status      int `json:"-"`
}

// call sends a form and returns the answer.
func call(t *testing.T, s *playground.Server, client *http.Client, method string, pairs ...string) answer {
	t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	resp, err := client.PostForm(s.URL+"/bot"+token+"/"+method, form)
	if err != nil {
		t.Fatalf("%s: %v", method, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	a := answer{Status: resp.StatusCode}
	if err := json.Unmarshal(body, &a); err != nil {
		t.Fatalf("%s answered %q: %v", method, body, err)
	}
	return a
}

// soon is the context of things that happen at once.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// echo is a bot that answers each text with a button and each press with a toast.
func echo(ctx context.Context, bot *tgbotapi.BotAPI) error {
	for offset := 0; ctx.Err() == nil; {
		updates, err := bot.GetUpdates(tgbotapi.UpdateConfig{Offset: offset, Timeout: 30})
		if err != nil {
			return err
		}
		for _, u := range updates {
			offset = u.UpdateID + 1
			if err := echoOne(bot, u); err != nil {
				return err
			}
		}
	}
	return nil
}

func echoOne(bot *tgbotapi.BotAPI, u tgbotapi.Update) error {
	if q := u.CallbackQuery; q != nil {
		_, err := bot.Request(tgbotapi.NewCallback(q.ID, "pressed "+q.Data))
		return err
	}
	m := tgbotapi.NewMessage(u.Message.Chat.ID, "you said "+u.Message.Text)
	m.ReplyMarkup = tgbotapi.NewInlineKeyboardMarkup(
		tgbotapi.NewInlineKeyboardRow(tgbotapi.NewInlineKeyboardButtonData("Yes", "a:1")))
	_, err := bot.Send(m)
	return err
}

func TestConversationOverTCP(t *testing.T) {
	s, client := start(t)
	bot, err := tgbotapi.NewBotAPIWithClient(token, s.URL+"/bot%s/%s", client)
	if err != nil {
		t.Fatal(err)
	}
	go echo(t.Context(), bot)
	converse(t, s)
}

func TestConversationInBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.StartPipe()
		client := s.Client()
		bot, err := tgbotapi.NewBotAPIWithClient(token, s.URL+"/bot%s/%s", client)
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan error)
		go func() { ended <- echo(t.Context(), bot) }()
		began := time.Now()
		converse(t, s)
		time.Sleep(72 * time.Hour)
		converse(t, s)
		if passed := time.Since(began); passed < 72*time.Hour {
			t.Errorf("only %v passed", passed)
		}
		s.Close()
		if err := <-ended; err == nil {
			t.Error("the poll of a closed server succeeded")
		}
		client.CloseIdleConnections()
	})
}

func converse(t *testing.T, s *playground.Server) {
	t.Helper()
	anna := s.Person("Анна")
	anna.Start("spring")
	m, err := anna.Await(soon(t), playground.Says("you said /start spring"))
	if err != nil {
		t.Fatal(err)
	}
	press, err := anna.Press(m, "Yes")
	if err != nil {
		t.Fatal(err)
	}
	toast, err := s.AwaitAnswer(soon(t), press)
	if err != nil || toast.Text != "pressed a:1" {
		t.Errorf("toast %+v, %v", toast, err)
	}
	if _, err := anna.Press(m, "No"); err == nil || !strings.Contains(err.Error(), `"Yes"`) {
		t.Errorf("pressing a missing button: %v", err)
	}
	if err := anna.Quiet(time.Millisecond); err != nil {
		t.Error(err)
	}
}
