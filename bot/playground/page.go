package playground

import (
	"context"
	"embed"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"
)

// A Stage is what a Page shows: one bot at one server, and the people around it.
// The caller runs the bot.
type Stage struct {
	Server    *Server
	Prospects []*Person // who is there from the start; the page brings people of its own when empty
	Managers  *Group    // the managers' chat
	Staff     []*Person // who can act in it
	Owner     *Person

	// Now is the demo's clock; its location is the zone that the page shows.
	Now func() time.Time
	// Jump moves the clock forward and returns when all that came due was done.
	Jump func(ctx context.Context, d time.Duration) error
	// NextDigest returns when the next digest is due by the demo's clock.
	NextDigest func() time.Time
	// Reset begins anew and returns the new stage; this one is not used again,
	// its server may be closed. After an error the old stage goes on.
	Reset func(ctx context.Context) (Stage, error)
}

// A Page is the demo in a browser: the chats of a stage side by side, its API
// and a stream of what happens. It answers only programs of this machine that
// ask for 127.0.0.1, localhost or [::1], and takes orders only from itself.
type Page struct {
	Pause    time.Duration // between the steps of a persona; 800 ms by default
	Patience time.Duration // how long a reader may block the stream; 10 s by default
	Log      *slog.Logger  // of what fails; discards by default

	routes http.Handler
	ctx    context.Context // ends with Close
	close  context.CancelFunc
	tasks  sync.WaitGroup // plays

	mu      sync.Mutex
	scene   scene
	scenes  int    // ever set
	busy    string // the jump or reset that goes on: "hour", "day", "digest" or "reset"
	plays   map[int64]*play
	changes int // of the status
	changed signal
}

// A scene is a stage with what the page added to it.
type scene struct {
	Stage
	epoch     string // tells stages apart, over restarts of the program too
	prospects []*Person
}

//go:embed page
var pageFiles embed.FS

// NewPage returns a page that shows the stage. Close it when done.
func NewPage(stage Stage) *Page {
	p := &Page{Pause: 800 * time.Millisecond, Patience: 10 * time.Second, Log: slog.New(slog.DiscardHandler), plays: map[int64]*play{}}
	p.ctx, p.close = context.WithCancel(context.Background())
	p.routes = p.newRoutes()
	p.set(stage)
	return p
}

// Close ends all streams and personas. The stage stays the caller's.
func (p *Page) Close() {
	p.mu.Lock()
	p.close()
	p.mu.Unlock()
	p.tasks.Wait()
}

// ServeHTTP serves the page, its API and its events.
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) { p.routes.ServeHTTP(w, r) }

// set puts a stage on, with the first prospects.
func (p *Page) set(stage Stage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.scenes++
	p.scene = scene{
		Stage:     stage,
		epoch:     strconv.FormatInt(time.Now().UnixNano(), 36) + "." + strconv.Itoa(p.scenes),
		prospects: slices.Clone(stage.Prospects),
	}
	if len(stage.Prospects) == 0 {
		p.add("Мария Соколова")
		p.add("Олег Литвинов")
	}
	p.change()
}

// now returns the scene as it is, the number of its status, and a channel that
// the next change closes.
func (p *Page) now() (scene, int, <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.scene, p.changes, p.changed.wait()
}

// change tells all streams that the status is new.
func (p *Page) change() {
	p.changes++
	p.changed.raise()
}

// add brings a new prospect of this name.
func (p *Page) add(name string) *Person {
	person := newcomer(p.scene.Server, name)
	p.scene.prospects = append(slices.Clip(p.scene.prospects), person)
	p.change()
	return person
}

// begin marks a jump or a reset; only one goes on at a time.
func (p *Page) begin(what string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.busy != "" {
		return refusal("Подождите, прошлое действие ещё идёт.")
	}
	p.busy = what
	p.change()
	return nil
}

func (p *Page) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.busy = ""
	p.change()
}

// jumpTime is how long a jump or a reset may take by the real clock.
const jumpTime = 2 * time.Minute

// jump moves the clock by "hour", by "day" or to the next "digest". It goes on
// when the browser leaves.
func (p *Page) jump(by string) error {
	scene, _, _ := p.now()
	d := map[string]time.Duration{"hour": time.Hour, "day": 24 * time.Hour}[by]
	if by == "digest" {
		d = scene.NextDigest().Sub(scene.Now())
	}
	if d <= 0 {
		return refusal("Так часы не переводятся.")
	}
	if err := p.begin(by); err != nil {
		return err
	}
	defer p.end()
	ctx, cancel := context.WithTimeout(p.ctx, jumpTime)
	defer cancel()
	defer p.follow()()
	if err := scene.Jump(ctx, d); err != nil {
		return fmt.Errorf("jump %v: %w", d, err)
	}
	return nil
}

// follow shows the clock while it moves, until the returned function is called.
func (p *Page) follow() (stop func()) {
	ctx, stop := context.WithCancel(p.ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	if ctx.Err() != nil {
		return stop
	}
	p.tasks.Go(func() {
		beat := time.NewTicker(150 * time.Millisecond)
		defer beat.Stop()
		for {
			select {
			case <-beat.C:
				p.mu.Lock()
				p.change()
				p.mu.Unlock()
			case <-ctx.Done():
				return
			}
		}
	})
	return stop
}

// reset stops all personas and puts a new stage on.
func (p *Page) reset() error {
	if err := p.begin("reset"); err != nil {
		return err
	}
	defer p.end()
	p.stopAll()
	ctx, cancel := context.WithTimeout(p.ctx, jumpTime)
	defer cancel()
	scene, _, _ := p.now()
	stage, err := scene.Reset(ctx)
	if err != nil {
		return fmt.Errorf("reset: %w", err)
	}
	p.set(stage)
	return nil
}
