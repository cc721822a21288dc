package dialog_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
)

const walkSeed = 20261119

// TestRandomConversations lets a prospect do anything in any order, by day and by
// night, and holds every turn to the rules of walk_rules_test.go. Some
// conversations go willingly to their end; the others set out from a step of one
// of those and do whatever comes. The seed of what broke is printed.
func TestRandomConversations(t *testing.T) {
	a := newAssistant(t)
	var snapshots []*walk
	for i := range walks / 20 {
		snapshots = append(snapshots, newWalk(t, a, walkSeed+uint64(i)).willing()...)
	}
	for part := range 2 {
		t.Run(fmt.Sprint("part ", part), func(t *testing.T) {
			t.Parallel()
			for i := walks/20 + part; i < walks && !t.Failed(); i += 2 {
				seed := walkSeed + uint64(i)
				from := snapshots[rand.New(rand.NewPCG(seed, 1)).IntN(len(snapshots))]
				from.copy(t, seed).wild()
			}
		})
	}
}

// walk is one random conversation.
type walk struct {
	t    testing.TB
	a    *dialog.Assistant
	r    *rand.Rand
	seed uint64
	name string // of the prospect
	now  time.Time
	s    dialog.Session
	log  []string

	seen     []string                  // data of every button ever shown
	live     map[string]dialog.Message // messages that show buttons, by key
	sent     map[string]bool           // keys of all messages
	posted   map[int]int               // handoff events by card number
	reminded int                       // the last reminder since the prospect was heard
	nudged   time.Time                 // when the bot last wrote by itself
}

func newWalk(t testing.TB, a *dialog.Assistant, seed uint64) *walk {
	r := rand.New(rand.NewPCG(seed, 0))
	return &walk{
		t: t, a: a, seed: seed, r: r, now: opening, name: pick(r, []string{"Анна Петрова", "Анна", "", "{Анна}"}),
		s:    dialog.Session{ID: 7, ChatID: 100, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew, Created: opening, Heard: opening},
		live: map[string]dialog.Message{}, sent: map[string]bool{}, posted: map[int]int{},
	}
}

// copy returns the walk as it stands, to go on under another seed.
func (w *walk) copy(t testing.TB, seed uint64) *walk {
	c := *w
	c.t, c.seed, c.r = t, seed, rand.New(rand.NewPCG(seed, 0))
	c.log, c.seen = slices.Clone(w.log), slices.Clone(w.seen)
	c.live, c.sent, c.posted = maps.Clone(w.live), maps.Clone(w.sent), maps.Clone(w.posted)
	return &c
}

// willing goes on to the end, with a whim now and then, and returns how the walk
// stood at each step.
func (w *walk) willing() []*walk {
	var stood []*walk
	w.step(dialog.Input{Kind: dialog.Started, Text: "ig_ads"})
	for range 40 {
		stood = append(stood, w.copy(w.t, w.seed))
		w.now = w.now.Add(time.Duration(1+w.r.IntN(60)) * time.Second)
		if w.r.IntN(12) == 0 {
			w.anything()
			continue
		}
		w.forward()
	}
	return stood
}

// forward does what leads on: an answer, a skip, a yes.
func (w *walk) forward() {
	var all []string
	for _, data := range w.liveData() {
		p, _ := dialog.ParsePress(data)
		switch {
		case p.Verb == "a", p.Verb == "x", p.Verb == "followups", data[:min(10, len(data))] == "review:ok:", strings.HasPrefix(data, "consent:yes"):
			all = append(all, data)
		case p.Verb == "skip" && w.r.IntN(4) == 0:
			all = append(all, data)
		}
	}
	switch {
	case w.s.Asked == "phone":
		w.step(dialog.Input{Kind: dialog.Shared, Phone: "79001234567", Own: true})
	case len(all) > 0:
		w.press(pick(w.r, all))
	default:
		w.step(dialog.Input{Kind: dialog.Wrote, Text: "секрет"})
	}
}

// wild does anything.
func (w *walk) wild() {
	for range 4 + w.r.IntN(8) {
		w.sleep()
		w.desk()
		w.anything()
	}
}

func (w *walk) anything() {
	switch n := w.r.IntN(100); {
	case n < 30:
		w.forward()
	case n < 47:
		w.pressOneOf(w.liveData())
	case n < 54:
		w.pressOneOf(w.seen)
	case n < 60:
		w.press(pick(w.r, forged))
	case n < 74:
		w.step(dialog.Input{Kind: dialog.Wrote, Text: pick(w.r, typed)})
	case n < 79:
		w.step(dialog.Input{Kind: dialog.Commanded, Text: pick(w.r, commands)})
	case n < 80:
		w.step(dialog.Input{Kind: dialog.Edited, Text: "секрет"})
	case n < 81:
		w.step(dialog.Input{
			Kind: dialog.SentMedia, Text: pick(w.r, []string{"", "секрет", "2"}), Media: true,
			Sticker: w.r.IntN(4) == 0, Album: pick(w.r, []string{"", "a", "b"}),
		})
	case n < 83:
		w.step(dialog.Input{Kind: dialog.Shared, Phone: "79001234567", Own: w.r.IntN(2) == 0})
	case n < 85:
		w.step(dialog.Input{Kind: dialog.Started, Text: pick(w.r, []string{"", "vk", "a b; c", strings.Repeat("я", 200)})})
	case n < 88:
		w.excuse()
	case n < 89:
		w.step(dialog.Input{Kind: pick(w.r, []dialog.Did{dialog.BlockedUs, dialog.Unblocked})})
	default:
		w.tick()
	}
}

func (w *walk) press(data string) { w.step(dialog.Input{Kind: dialog.Pressed, Pressed: data}) }

func (w *walk) pressOneOf(data []string) {
	if len(data) > 0 {
		w.press(pick(w.r, data))
	}
}

func (w *walk) liveData() []string {
	var all []string
	for _, key := range slices.Sorted(maps.Keys(w.live)) {
		all = append(all, dataOf(w.live[key])...)
	}
	return all
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func (w *walk) note(what string) { w.log = append(w.log, what) }

// fail says what broke, in which conversation, after what.
func (w *walk) fail(format string, args ...any) {
	w.t.Helper()
	last := w.log[max(0, len(w.log)-12):]
	w.t.Fatalf("conversation %d, step %d: %s\n%s", w.seed, len(w.log), fmt.Sprintf(format, args...), strings.Join(last, "\n"))
}
