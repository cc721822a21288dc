package bot_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/storage"
)

// noon is a Thursday in working hours.
var (
	zone = time.FixedZone("MSK", 3*3600)
	noon = time.Date(2026, 11, 19, 12, 0, 0, 0, zone)
)

const (
	managers = int64(-100500)
	owner    = int64(900)
	head     = int64(901)
)

var silent = slog.New(slog.NewTextHandler(io.Discard, nil))

func load() *dialog.Script {
	script, problems := dialog.Load(dialog.Default, dialog.BuiltIn())
	if script == nil {
		panic(problems)
	}
	return script
}

var loaded = sync.OnceValue(load)

func text(id string) string { return loaded().Texts[id] }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func assistant(zone *time.Location) *dialog.Assistant {
	return &dialog.Assistant{Script: loaded(), Calendar: dialog.Calendar{
		Zone: zone, Working: must(dialog.ParseWeek("Mon-Fri 10:00-19:00")), Quiet: must(dialog.ParseQuiet("21:00-09:00")),
		RemindAfter: []time.Duration{time.Hour, 24 * time.Hour, 72 * time.Hour},
		HandoffIdle: 10 * time.Minute, Promise: 15 * time.Minute, WarmPromise: 4 * time.Hour, FollowUps: true,
	}}
}

// settings are an ordinary installation's: everything is set, no shadow start.
func settings() bot.Config {
	return bot.Config{Assistant: assistant(zone), Managers: managers, Owners: []int64{owner}, Heads: []int64{head}}
}

// office is a loop over a store, and all that the loop did.
type office struct {
	t      testing.TB
	loop   *bot.Loop
	store  *notary
	pushed []outbox.Delivery
	did    []string // what happened outside, in order: "health …", "answer p1 …", "deliver 3", "handled 1"
}

// notary is a store that keeps the turns that were committed, and can refuse.
type notary struct {
	bot.Store
	commits [][]bot.Turn
	refuse  func(turns []bot.Turn) error // asked before each commit; may be nil
}

func (n *notary) Commit(ctx context.Context, turns []bot.Turn) ([]outbox.Delivery, error) {
	if n.refuse != nil {
		if err := n.refuse(turns); err != nil {
			return nil, err
		}
	}
	added, err := n.Store.Commit(ctx, turns)
	if err == nil {
		n.commits = append(n.commits, turns)
	}
	return added, err
}

// dead are the letters committed so far.
func (n *notary) dead() (letters []*bot.DeadLetter) {
	for _, turns := range n.commits {
		for _, turn := range turns {
			if turn.Dead != nil {
				letters = append(letters, turn.Dead)
			}
		}
	}
	return letters
}

// open starts a loop over the store, as a fresh process does.
func open(t testing.TB, c bot.Config, store bot.Store) *office {
	t.Helper()
	o := &office{t: t, store: &notary{Store: store}}
	loop, err := bot.NewLoop(t.Context(), c, o.store, silent)
	if err != nil {
		t.Fatal(err)
	}
	o.loop = loop
	loop.Deliver = func(d []outbox.Delivery) { o.pushed = append(o.pushed, d...); o.note("deliver %d", len(d)) }
	loop.Answer = func(_ context.Context, press, text string) { o.note("answer %s %s", press, text) }
	loop.Report = func(d bot.Digest) { o.note("report %d", d.Ask) }
	loop.Health = func(problem string) { o.note("health %s", problem) }
	return o
}

func (o *office) note(format string, args ...any) {
	o.did = append(o.did, fmt.Sprintf(format, args...))
}

// noted counts what began so.
func (o *office) noted(beginning string) int {
	n := 0
	for _, did := range o.did {
		if strings.HasPrefix(did, beginning) {
			n++
		}
	}
	return n
}

// do hands the inputs over at once and runs the loop until each is handled.
func (o *office) do(inputs ...bot.Input) {
	o.t.Helper()
	ctx, stop := context.WithCancel(o.t.Context())
	defer stop()
	left, handled := len(inputs), make(chan struct{})
	for _, in := range inputs {
		in.Handled = func() {
			o.note("handled %d", in.Update)
			if left--; left == 0 {
				close(handled)
			}
		}
		o.loop.Submit(ctx, in)
	}
	ended := make(chan struct{})
	go func() { o.loop.Run(ctx); close(ended) }()
	select {
	case <-handled:
	case <-time.After(20 * time.Second):
		o.t.Error("not every input was handled")
	}
	stop()
	<-ended
}

// session returns the lead of a private chat, which must exist.
func (o *office) session(chat int64) dialog.Session {
	o.t.Helper()
	sessions, err := o.store.Sessions(context.Background(), []int64{chat}, nil)
	if err != nil || len(sessions) != 1 {
		o.t.Fatalf("chat %d has %d sessions, %v", chat, len(sessions), err)
	}
	return sessions[0]
}

// sent are the texts that went to a chat, 0 for the managers, edits left out.
func (o *office) sent(chat int64) (texts []string) {
	for _, d := range o.pushed {
		if d.Chat == chat && d.Method == outbox.Send {
			texts = append(texts, message(o.t, d).Text.String())
		}
	}
	return texts
}

// keys are those of the deliveries pushed so far.
func (o *office) keys() (keys []string) {
	for _, d := range o.pushed {
		keys = append(keys, d.Key)
	}
	return keys
}

func message(t testing.TB, d outbox.Delivery) (m dialog.Message) {
	t.Helper()
	if err := json.Unmarshal(d.Body, &m); err != nil {
		t.Fatalf("delivery %s: %v", d.Key, err)
	}
	return m
}

func said(texts []string, part string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, part) })
}

// database opens a real one at the path, to be closed before it is opened again.
func database(t testing.TB, path string) *storage.DB {
	t.Helper()
	db, err := storage.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// onBoth runs a test over a store in memory and over a real database.
func onBoth(t *testing.T, test func(t *testing.T, store bot.Store)) {
	t.Run("memory", func(t *testing.T) { test(t, newMemory()) })
	t.Run("database", func(t *testing.T) { test(t, database(t, filepath.Join(t.TempDir(), "bot.db"))) })
}
