package main

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"time"

	"leadbot/bot/playground"
)

// A scene is a world whose happenings are written down.
type scene struct {
	*world
	anna   prospect
	since  time.Time // nothing before is shown
	whole  bool      // texts are shown in full
	desk   bool      // the scene is about the managers: all but cards is shown in full
	casts  []cast
	mu     sync.Mutex // of what follows
	notes  []happening
	logged strings.Builder
}

// A cast is somebody in whose chat things are seen.
type cast struct {
	name string
	chat int64
}

// A happening is one thing seen at one place.
type happening struct {
	at    time.Time
	place string
	what  string
	act   bool      // a person did it
	times int       // how often, one after another
	until time.Time // the last time
}

// Where things are seen beside the chats.
const (
	telegramPlace = "Telegram"
	healthPlace   = "health"
	processPlace  = "process"
)

// newScene starts the bot again, over a network that takes its time, so that one
// thing happens after another.
func newScene(w *world) *scene {
	s := &scene{world: w}
	s.stop()
	w.log = s
	w.client = &http.Client{Transport: distance{w.client}}
	s.start()
	s.anna = s.prospect("Анна")
	s.meet("Анна", s.anna.Chat)
	s.meet("managers", s.managers.Chat)
	s.meet("owner", s.boss.Chat)
	s.show()
	return s
}

// meet shows what is seen in one more chat.
func (s *scene) meet(name string, chat *playground.Chat) {
	s.casts = append(s.casts, cast{name, chat.ID()})
}

// show hides what has happened so far.
func (s *scene) show() {
	s.settle()
	s.since = time.Now()
}

// distance is a network on which every call takes ten milliseconds.
type distance struct{ to *http.Client }

func (d distance) RoundTrip(r *http.Request) (*http.Response, error) {
	time.Sleep(10 * time.Millisecond)
	return d.to.Transport.RoundTrip(r)
}

func (d distance) CloseIdleConnections() { d.to.CloseIdleConnections() }

// note writes down what no chat shows.
func (s *scene) note(place, what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notes = append(s.notes, happening{at: time.Now(), place: place, what: what, act: place != healthPlace})
}

// does plays lines of Анна's, as prospect.says does.
func (s *scene) does(lines ...string) {
	s.t.Helper()
	for _, line := range lines {
		if strings.HasPrefix(line, "[") {
			s.note("Анна", "> "+line)
		}
		s.anna.says(line)
	}
}

// asks lets Анна ask for a human, which brings a card to the managers at once.
func (s *scene) asks() { s.t.Helper(); s.does("/start", "[Даю согласие]", "/human") }

// taps lets Ольга press a button on the newest card that has it.
func (s *scene) taps(label string) {
	s.t.Helper()
	s.note("managers", "Ольга > ["+label+"]")
	if !pressed(s.olga.In(s.managers), s.managers.Said(), label) {
		s.t.Fatalf("Ольга finds no button %q", label)
	}
	s.settle()
}

// happens writes down what somebody did outside the chats, and does it.
func (s *scene) happens(place, what string, do func()) {
	s.note(place, "! "+what)
	do()
	s.settle()
}

// down keeps the bot switched off for a while.
func (s *scene) down(d time.Duration) {
	s.t.Helper()
	s.note(processPlace, "the bot is off")
	s.again(d)
}

// again starts the bot after a while.
func (s *scene) again(d time.Duration) {
	s.t.Helper()
	s.stop()
	time.Sleep(d)
	s.note(processPlace, "the bot is on again")
	s.start()
	s.settle()
}

// dies expects that the bot ended by itself, and notes what it says to that.
func (s *scene) dies() {
	s.t.Helper()
	select {
	case err := <-s.ended:
		s.ended <- nil
		if err = ended(s.t.Context(), err); err == nil {
			s.t.Fatal("the bot ended without an error")
		}
		var said strings.Builder
		code := complain(err, console{err: &said})
		s.notef(processPlace, "exit %d: %s", code, strings.TrimSpace(said.String()))
		time.Sleep(time.Second)
	default:
		s.t.Fatal("the bot runs on")
	}
}

// healthy checks /healthz: whether it says that all is well.
func (s *scene) healthy(want bool) {
	s.t.Helper()
	answer := httptest.NewRecorder()
	s.app.health.ServeHTTP(answer, nil)
	if got := answer.Code == http.StatusOK; got != want {
		s.t.Errorf("the health is %d: %s", answer.Code, answer.Body)
	}
}

// said checks how many messages of the bot in a chat have the part.
func (s *scene) said(chat *playground.Chat, part string, want int) {
	s.t.Helper()
	if n := count(texts(chat), part); n != want {
		s.t.Errorf("%q stands %d times in %s, want %d", part, n, s.name(chat.ID()), want)
	}
}

// failures are the calls of the methods that did not succeed, since the scene
// began to be shown.
func (s *scene) failures(methods ...string) []playground.Request {
	return slices.DeleteFunc(s.server.Requests(methods...), func(r playground.Request) bool {
		return r.At.Before(s.since) || trouble(r) == ""
	})
}

// over ends a scene: all is delivered, the token was told nowhere, and the log
// holds nothing personal.
func (s *scene) over() {
	s.t.Helper()
	s.settle()
	left, _, err := s.app.db.Undelivered(context.Background())
	if err != nil || len(left) > 0 {
		s.t.Errorf("%d deliveries are left, the first %+v; %v", len(left), left[:min(1, len(left))], err)
	}
	s.mu.Lock()
	log := s.logged.String()
	s.mu.Unlock()
	secret := canary[strings.IndexByte(canary, ':')+1:]
	if strings.Contains(s.text(), secret) || strings.Contains(log, secret) || strings.Contains(log, "Анна") || strings.Contains(log, "Йога") {
		s.t.Errorf("a secret was told, perhaps in the log:\n%s", log)
	}
}

// The scene is the bot's log: it keeps all lines and shows those of the health.

func (s *scene) Enabled(context.Context, slog.Level) bool { return true }
func (s *scene) WithAttrs([]slog.Attr) slog.Handler       { return s }
func (s *scene) WithGroup(string) slog.Handler            { return s }

func (s *scene) Handle(_ context.Context, r slog.Record) error {
	for _, part := range []string{"telegram", "managers", "database", "cards"} {
		if strings.HasPrefix(r.Message, part+": ") || r.Message == part+" is well again" {
			s.note(healthPlace, r.Message)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.logged.WriteString(r.Message)
	r.Attrs(func(a slog.Attr) bool { s.logged.WriteString(" " + a.String()); return true })
	s.logged.WriteByte('\n')
	return nil
}
