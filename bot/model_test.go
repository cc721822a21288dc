package bot_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/storage"
)

// A command line says otherwise.
func init() {
	flag.Set("rapid.checks", "200")
	flag.Set("rapid.steps", "20")
}

// TestModel plays random sequences: people who do anything, managers, time that
// jumps, a messenger that fails in every way it can, a database that is locked or
// refuses, a process that ends anywhere. The loop keeps what the model says and
// the messenger's promises hold. The long run is
//
//	go test ./bot -run 'TestModel$' -rapid.checks=100000 -timeout 1h
func TestModel(t *testing.T) {
	rapid.Check(t, inBubble(func(t *rapid.T) {
		playAll(t, func(before vault) vault {
			if before == nil {
				return newMemory()
			}
			return before
		})
	}))
}

// TestModelOnDatabase does the same over real files, with every crash a fresh
// opening, for one in thirty of the sequences.
func TestModelOnDatabase(t *testing.T) {
	checks := flag.Lookup("rapid.checks").Value
	all := checks.String()
	defer checks.Set(all)
	checks.Set(strconv.Itoa(max(1, must(strconv.Atoi(all))/30)))
	dir := t.TempDir()
	rapid.Check(t, inBubble(func(t *rapid.T) {
		path := filepath.Join(must(os.MkdirTemp(dir, "")), "bot.db")
		var db *storage.DB
		defer func() { db.Close(); os.RemoveAll(filepath.Dir(path)) }()
		playAll(t, func(vault) vault {
			if db != nil {
				db.Close()
			}
			db = must(storage.Open(t.Context(), path))
			return db
		})
	}))
}

func inBubble(test func(*rapid.T)) func(*rapid.T) {
	return func(t *rapid.T) { rapid.SyncTest(t, test) }
}

// playAll plays one sequence, heals everything, and holds the end to the rules.
func playAll(t *rapid.T, reopen func(vault) vault) {
	time.Sleep(time.Until(time.Date(2000, 1, 6, 12, 0, 0, 0, zone)))
	p := newPlay(t, rapid.IntRange(0, 2).Draw(t, "shadow leads"), reopen)
	if coin.Draw(t, "one lead is broken") {
		p.breakOne()
	}
	t.Repeat(p.moves())
	p.heal(t)
	p.rules(t)
}

// breakOne begins with a lead at whose next text the conversation panics.
func (p *play) breakOne() {
	s := broken(1, 700)
	must(p.store.Commit(p.ctx, []bot.Turn{{Session: s}}))
	p.model.keep(s)
	p.crash() // the loop counts on what it read at its start
}

// moves are what may happen, likelier under several names.
func (p *play) moves() map[string]func(*rapid.T) {
	moves := map[string]func(*rapid.T){}
	for name, m := range map[string]struct {
		likely int
		do     func(*rapid.T)
	}{
		"somebody goes on":          {3, p.goOn},
		"somebody does anything":    {3, func(t *rapid.T) { p.feed(t, p.remember(p.anything(t))...) }},
		"a manager works":           {2, p.work},
		"a manager and a lead talk": {3, p.talkOver},
		"many things at once":       {2, p.crowd},
		"an update again":           {1, p.again},
		"one overtakes another":     {1, p.overtake},
		"attempts":                  {4, p.attempts},
		"the loop learns":           {3, func(t *rapid.T) { p.feed(t, p.outcomes(upTo12.Draw(t, "reports"))...) }},
		"seconds pass":              {1, func(t *rapid.T) { time.Sleep(time.Duration(seconds.Draw(t, "seconds")) * time.Second) }},
		"minutes pass":              {1, p.soon},
		"hours pass":                {2, p.later},
		"the clock goes back":       {1, func(t *rapid.T) { p.back += time.Duration(hours.Draw(t, "hours")) * time.Hour / 8 }},
		"the process ends":          {1, func(*rapid.T) { p.crash() }},
		"the next batch ends it":    {1, func(t *rapid.T) { p.fails = failure{at: ends.Draw(t, "where")} }},
		"the database is locked":    {1, func(t *rapid.T) { p.fails = failure{busy: upTo5.Draw(t, "tries")} }},
		"the database refuses one":  {1, func(*rapid.T) { p.fails = failure{bad: p.update + 1} }},
		"the numbers start anew":    {1, func(*rapid.T) { p.update = p.lowest - 100_000; p.lowest = p.update }},
		"the managers' chat moves":  {1, func(*rapid.T) { p.group = max(p.group-1_000_000, managers-2_000_000) }},
		"a digest is due":           {1, func(t *rapid.T) { p.feed(t, p.digest()) }},
	} {
		for i := range m.likely {
			moves[name+"                 "[:i]] = m.do
		}
	}
	return moves
}

var ends = rapid.SampledFrom([]string{"before the commit", "after the commit", "after delivering", "before confirming"})

// heal ends all trouble and lets everything come to rest.
func (p *play) heal(t *rapid.T) {
	p.healed, p.fails = true, failure{}
	p.deliver(t)
	for range 100 {
		due, waits := p.model.albumDue()
		if !waits {
			return
		}
		time.Sleep(max(time.Minute, due.Sub(p.now()))) // it may wait for a list
		p.tick(t)
		p.deliver(t)
	}
	t.Error("an album never goes out")
}

// deliver lets everything on its way arrive.
func (p *play) deliver(t *rapid.T) {
	for len(p.waiting)+len(p.reports) > 0 {
		if heads := p.heads(); len(heads) > 0 {
			p.try(t, heads[0])
		}
		p.feed(t, p.outcomes(len(p.reports))...)
	}
}

// rules hold at the end.
func (p *play) rules(t *rapid.T) {
	p.sameLeads(t)
	if p.loop.Managers() != p.model.group {
		t.Errorf("the managers' chat is %d, want %d", p.loop.Managers(), p.model.group)
	}
	undelivered, _, err := p.store.Undelivered(p.ctx)
	if err != nil || len(undelivered) > 0 {
		t.Errorf("in the end waits %+v, %v", undelivered, err)
	}
	for _, r := range p.model.rows {
		p.arrivedAsPromised(t, r)
	}
	p.inOrder(t)
	for _, key := range p.model.urgent {
		if r := p.model.keys[key]; r.arrivals == 0 && !r.erased && !p.model.alarmed(r) {
			t.Errorf("nobody sees the urgent card %s", key)
		}
	}
	p.lastCards(t)
	p.titles(t)
	p.linesArrive(t)
	p.nothingElse(t)
}

// sameLeads compares the sessions.
func (p *play) sameLeads(t *rapid.T) {
	var ids []int64
	for _, s := range p.model.leads {
		ids = append(ids, s.ID, s.ID+1)
	}
	stored, err := p.store.Sessions(p.ctx, prospects, ids)
	if err != nil || len(stored) != len(p.model.leads) {
		t.Fatalf("%d leads, want %d, %v", len(stored), len(p.model.leads), err)
	}
	for _, s := range stored {
		if got, want := encoded(s), encoded(*p.model.byID(s.ID)); got != want {
			t.Errorf("lead %d is %s\nwant %s", s.ID, got, want)
		}
	}
}

func encoded(s dialog.Session) string { return string(must(json.Marshal(s))) }

// arrivedAsPromised holds a delivery to its class.
func (p *play) arrivedAsPromised(t *rapid.T, r *row) {
	free := r.refused || r.erased || r.needless
	switch {
	case r.Class == outbox.Once && r.arrivals > 1:
		t.Errorf("%s arrived %d times", r.Key, r.arrivals)
	case r.Class == outbox.Once && r.arrivals == 0 && !free && !r.withdrawn && !r.spared:
		t.Errorf("%s never arrived", r.Key)
	case r.Class != outbox.Idempotent && r.Class != outbox.Once && r.arrivals == 0 && !free:
		t.Errorf("%s never arrived", r.Key)
	case r.arrivals > 1 && !r.spared:
		t.Errorf("%s arrived %d times without a reason", r.Key, r.arrivals)
	}
}

// inOrder: in a lane the first arrivals are in the order of ids, redraws apart and
// what first seemed to be refused or needless, which a crash forgot.
func (p *play) inOrder(t *rapid.T) {
	last := map[outbox.Lane]*row{}
	for _, r := range p.model.rows {
		if r.first == 0 || r.refused || r.needless || r.Priority == outbox.Redraw {
			continue
		}
		if before := last[r.Lane()]; before != nil && before.first > r.first {
			t.Errorf("%s arrived before %s", r.Key, before.Key)
		}
		last[r.Lane()] = r
	}
}

// lastCards: a card shows the lead as it is now, and a question what was chosen,
// unless an edit was refused.
func (p *play) lastCards(t *rapid.T) {
	last, spoilt := map[string]*row{}, map[string]bool{}
	for _, r := range p.model.rows {
		if r.needless {
			continue
		}
		spoilt[r.Key] = spoilt[r.Key] || r.refused // a card that came back
		if r.Method == outbox.Edit {
			last[r.Refers] = r
			spoilt[r.Refers] = spoilt[r.Refers] || r.refused || r.erased
		}
	}
	for of, r := range last {
		var at spot
		at.message, at.chat, _, _ = p.store.Sent(p.ctx, of)
		if at.message != 0 && !spoilt[of] && visible(p.shown[at]) != visible(r.Body) {
			t.Errorf("the message %s shows %s, want %s", of, p.shown[at], r.Body)
		}
	}
}

// visible is what a message shows, whether or not it made a sound.
func visible(body []byte) string {
	var m dialog.Message
	if err := json.Unmarshal(body, &m); err != nil {
		return err.Error()
	}
	m.Silent = false
	return string(m.Encode())
}

// remember keeps updates to be repeated.
func (p *play) remember(inputs ...bot.Input) []bot.Input {
	p.past = append(p.past, inputs...)
	for _, in := range inputs {
		if in.Event.Pressed != "" && !slices.Contains(p.pressed, in.Event.Pressed) {
			p.pressed = append(p.pressed, in.Event.Pressed)
		}
	}
	return inputs
}
