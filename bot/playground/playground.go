// Package playground is a local Telegram Bot API server for tests and for the
// demo: the bot talks HTTP to it, and Go code or a Page in a browser plays the
// people it talks with.
//
//	s := playground.New("42:token")
//	defer s.Close()
//	s.Start()                       // s.URL; or s.StartPipe() inside testing/synctest
//	anna := s.Person("Анна")
//	anna.Start("spring")            // the bot gets "/start spring"
//	hello, err := anna.Await(ctx, playground.Says("Здравствуйте"))
//	_, err = anna.Press(hello, "Да")
//
// The server keeps Telegram's rules: what Telegram refuses it refuses, with
// Telegram's words. It holds everything in memory and reads the time from
// package time, so hours pass at once in a synctest bubble; Now can jump besides.
package playground

import (
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Server is one Bot API server with one bot. All methods are safe for
// concurrent use. The exported fields are set before the server starts.
type Server struct {
	URL    string        // base URL, set by Start and StartPipe
	Limits bool          // refuse with 429 what exceeds Telegram's rates
	Expiry time.Duration // how long a press can be answered and waits undelivered; 150 s by default

	// Now is the clock that people see: it dates messages, edits and events. Nil
	// is time.Now. Waiting, rates and the expiry of presses go by the real clock,
	// so Now may jump. It must not call the server.
	Now func() time.Time

	token string
	bot   User

	mu         sync.Mutex
	closed     bool
	done       chan struct{} // closed by Close
	handlers   sync.WaitGroup
	endpoint   endpoint
	updates    queue
	chats      map[int64]*Chat
	users      map[int64]*Person
	messages   int                  // the last message id outside supergroups
	callbacks  map[string]*Callback // the last ones
	presses    int                  // ever
	files      map[string]File
	albums     int    // ever sent
	commands   []byte // JSON of the last setMyCommands
	webhook    webhook
	faults     []*armed
	chaos      chaos
	pace       pace
	requests   tail[Request]
	asked      signal // raised when requests grows
	transcript transcript
	schema     *schema // nil: only the server's own rules hold
}

// New returns a server for the bot with this token, in Telegram's form
// "<bot id>:<secret>". Nothing listens yet: call Start or StartPipe, or use the
// server as an http.Handler.
func New(token string) *Server {
	id, _, _ := strings.Cut(token, ":")
	bot, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		bot = 42
	}
	return &Server{
		Expiry:    150 * time.Second,
		token:     token,
		bot:       User{ID: bot, IsBot: true, FirstName: "Playground", Username: "playground_bot"},
		done:      make(chan struct{}),
		updates:   newQueue(),
		chats:     map[int64]*Chat{},
		users:     map[int64]*Person{},
		callbacks: map[string]*Callback{},
		files:     map[string]File{},
		pace:      newPace(),
	}
}

// Bot returns the bot as its own getMe shows it.
func (s *Server) Bot() User {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bot
}

// NameBot changes the bot's name and username, which is without the @.
func (s *Server) NameBot(name, username string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bot.FirstName, s.bot.Username = name, username
}

// Close stops the server: connections are cut, hanging polls and waiting
// helpers return, and no goroutine of the server is left. Closing again does
// nothing.
func (s *Server) Close() {
	s.mu.Lock()
	if !s.closed {
		s.closed = true
		close(s.done)
		s.unhook()
	}
	s.mu.Unlock()
	s.Down()
	s.handlers.Wait()
}

// enter counts a handler in; it refuses once the server is closed.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.handlers.Add(1)
	}
	return !s.closed
}

var _ http.Handler = (*Server)(nil)

// now is the time that people see.
func (s *Server) now() time.Time {
	if s.Now != nil {
		return s.Now()
	}
	return time.Now()
}

// date is now as Telegram writes it, in Unix seconds.
func (s *Server) date() int64 { return s.now().Unix() }

// A signal wakes everybody who waits for a change. The zero value is ready.
type signal struct{ ch chan struct{} }

// wait returns a channel that the next raise closes.
func (s *signal) wait() <-chan struct{} {
	if s.ch == nil {
		s.ch = make(chan struct{})
	}
	return s.ch
}

func (s *signal) raise() {
	if s.ch != nil {
		close(s.ch)
		s.ch = nil
	}
}
