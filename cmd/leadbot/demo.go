package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"leadbot/bot/playground"
	"leadbot/storage"
)

type demoCommand struct {
	Addr string `help:"Address of the page, on this machine; port 0 picks a free one." default:"127.0.0.1:8080" placeholder:"ADDR"`
}

// Run serves the whole product as a page, until the context ends. The address
// is the first line on standard output.
func (cmd demoCommand) Run(ctx context.Context, c console) error {
	listener, err := loopback(cmd.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	theatre := &theatre{console: c}
	stage, err := theatre.open(ctx)
	if err != nil {
		return err
	}
	defer theatre.close()
	page := playground.NewPage(stage)
	defer page.Close()
	fmt.Fprintf(c.out, "http://%s/\n", listener.Addr())
	fmt.Fprintln(c.out, "A simulation: no token, no network, nothing is kept. Ctrl+C ends it.")
	return serveDemo(ctx, listener, page)
}

// loopback listens at an address that only this machine reaches.
func loopback(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, failure{misused, fmt.Errorf("--addr: %w; for example --addr 127.0.0.1:8080", err)}
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, failure{misused, fmt.Errorf("--addr: %q is not on this machine alone; the demo listens on 127.0.0.1 only", host)}
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, failure{failed, fmt.Errorf("the demo's page: %w; --addr 127.0.0.1:0 picks a free port", err)}
	}
	return listener, nil
}

func serveDemo(ctx context.Context, listener net.Listener, page http.Handler) error {
	server := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return failure{failed, fmt.Errorf("the demo's page: %w", err)}
	}
	return nil
}

// theatre opens stages, one after another: each a fresh bot with a database and
// a Bot API server of its own.
type theatre struct {
	console console
	mu      sync.Mutex
	end     func() // of the stage that is open
}

// open puts a new stage on in place of the one before.
func (t *theatre) open(ctx context.Context) (playground.Stage, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	play, err := newPlay(ctx, t.console)
	if err != nil {
		return playground.Stage{}, err
	}
	if t.end != nil {
		t.end()
	}
	t.end = play.end
	stage := play.stage
	stage.Reset = func(context.Context) (playground.Stage, error) { return t.open(ctx) }
	return stage, nil
}

func (t *theatre) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.end != nil {
		t.end()
	}
}

// play is a running bot and the people around it.
type play struct {
	stage playground.Stage
	app   *app
	clock clock
	end   func()
}

// demoToken names the demo's bot at its own server.
const demoToken = "100000:the-demo-has-no-secrets"

// newPlay starts a bot with the built-in script and the default settings; only
// what is for load or for the first real leads is off.
func newPlay(ctx context.Context, c console) (*play, error) {
	server := playground.New(demoToken)
	server.NameBot("Помощник агентства", "leadbot_demo_bot")
	if err := server.Start(); err != nil {
		return nil, failure{failed, err}
	}
	dir, err := os.MkdirTemp("", "leadbot-demo-")
	if err != nil {
		server.Close()
		return nil, failure{failed, fmt.Errorf("make the demo's folder: %w", err)}
	}
	p := &play{}
	p.people(server)
	settings, err := LoadSettings(os.DevNull, p.settings(dir))
	if err == nil {
		p.clock.set(settings)
		server.Now = p.clock.now
		err = p.start(ctx, settings, c.err)
	}
	if err != nil {
		server.Close()
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	stopBot := p.end
	p.end = func() {
		stopBot()
		server.Close()
		_ = os.RemoveAll(dir)
	}
	return p, nil
}

// people are the managers in their group and the owner, who wrote to the bot
// once, as Telegram wants it.
func (p *play) people(server *playground.Server) {
	olga, ilya := server.Person("Ольга"), server.Person("Илья")
	olga.SetName("Ольга", "Миронова")
	ilya.SetName("Илья", "Дорохов")
	owner := server.Person("Вадим")
	owner.SetName("Вадим", "Лебедев")
	p.stage.Server, p.stage.Owner, p.stage.Staff = server, owner, []*playground.Person{olga, ilya}
	p.stage.Managers = server.Group("Менеджеры", true, olga, ilya)
}

func (p *play) settings(dir string) func(string) (string, bool) {
	values := map[string]string{
		"TELEGRAM_TOKEN": demoToken, "TELEGRAM_API_URL": p.stage.Server.URL, "DATABASE_URL": filepath.Join(dir, "demo.db"),
		"MANAGERS_CHAT_ID": strconv.FormatInt(p.stage.Managers.ID(), 10), "OWNER_IDS": strconv.FormatInt(p.stage.Owner.ID(), 10),
		"SHADOW_LEADS": "0", "SEND_RATE": "off", "LOG_LEVEL": "error",
	}
	return func(name string) (string, bool) { return values[name], true }
}

// start runs the bot until end is called.
func (p *play) start(ctx context.Context, s Settings, logs io.Writer) error {
	script, err := loadScript(s)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	db, err := storage.Open(ctx, s.Database)
	if err != nil {
		cancel()
		return failure{failed, err}
	}
	if p.app, err = newApp(ctx, s, script, db, outside{now: p.clock.now}, newLog(logs, s)); err != nil {
		cancel()
		return errors.Join(err, db.Close())
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = p.app.serve(ctx)
	}()
	p.end = func() {
		cancel()
		<-ended
		_ = db.Close()
	}
	p.stage.Now, p.stage.Jump = p.clock.now, p.jump
	p.stage.NextDigest = func() time.Time { return s.DigestSchedule.Next(p.clock.now()) }
	p.stage.Owner.Send("/help")
	return nil
}

// leap is how finely a jump looks at what comes due on its way.
const leap = 5 * time.Minute

// jump moves the clock in small leaps, so that all happens in its order and at
// its time, as if it had been waited for.
func (p *play) jump(ctx context.Context, d time.Duration) error {
	for d > 0 && ctx.Err() == nil {
		step := min(d, leap)
		p.clock.ahead.Add(int64(step))
		p.app.tick(ctx)
		p.arrive()
		d -= step
	}
	return ctx.Err()
}

// arrive waits until what was said has arrived, so that it bears the right time;
// not for long, as a message may be held up.
func (p *play) arrive() {
	for range 500 {
		if p.app.courier.Idle() {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// clock shows the business's time, ahead of the real one.
type clock struct {
	ahead atomic.Int64
	zone  *time.Location
}

func (c *clock) now() time.Time {
	return time.Now().Add(time.Duration(c.ahead.Load())).In(c.zone)
}

// set begins the demo within working hours, an hour after they open unless they
// are on now: a hot lead should find somebody.
func (c *clock) set(s Settings) {
	c.zone = s.Zone
	now := time.Now().In(s.Zone)
	if !s.Working.Open(now) {
		c.ahead.Store(int64(s.Working.Next(now).Add(time.Hour).Sub(now)))
	}
}
