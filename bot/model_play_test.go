package bot_test

import (
	"context"
	"errors"
	"slices"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot"
	"leadbot/bot/outbox"
)

// vault is what a process leaves behind: the loop's store and the outbox in it.
type vault interface {
	bot.Store
	Mark(ctx context.Context, delivery int64) error
	Sent(ctx context.Context, key string) (message, chat int64, ok bool, err error)
	Undelivered(ctx context.Context) ([]outbox.Delivery, map[int64]bool, error)
}

// play is one sequence: the loop over its store, the world around it, and the
// model that is told the same. It runs in virtual time.
type play struct {
	t      *rapid.T
	ctx    context.Context
	reopen func(vault) vault // what a fresh process finds
	store  vault
	loop   *bot.Loop
	*messenger
	model *model

	group   int64 // the managers' chat
	arrived int   // messages so far
	shown   map[spot][]byte
	seen    []sight // all that arrived
	healed  bool

	back    time.Duration     // how far the clock went back
	update  int64             // the last number given
	lowest  int64             // from where the numbers began last
	past    []bot.Input       // updates, to be repeated
	pressed []string          // data of buttons, to be pressed again
	wrote   map[int64][]int64 // messages of private chats, and of managers by lead
	album   int

	climbed map[string]int // the last step of the escalation, by promise

	fails     failure
	accepted  []outbox.Delivery // by the store, ever
	matched   int               // of those, compared with the model's
	committed map[int64]int     // turns by update
	confirmed map[int64]bool
	answers   map[string]string // to presses, the first to each
}

// failure is what is to go wrong with the next batch.
type failure struct {
	at   string // where the process ends: "before the commit" and so on, "" nowhere
	busy int    // commits that fail and may be tried again
	bad  int64  // the update that the database does not take
}

// end is the panic that stands for the end of the process.
type end struct{}

var (
	errConstraint = errors.New("constraint failed")
	errLocked     = errors.New("database is locked")
)

// sight is something that arrived in a chat.
type sight struct {
	chat   int64
	method outbox.Method
	body   []byte
}

func newPlay(t *rapid.T, shadow int, reopen func(vault) vault) *play {
	c := settings()
	c.Shadow, c.Targets = shadow, targets
	p := &play{t: t, ctx: t.Context(), reopen: reopen, model: newModel(c), group: managers, shown: map[spot][]byte{},
		update: 1e9, lowest: 1e9, wrote: map[int64][]int64{}, climbed: map[string]int{}, committed: map[int64]int{}, confirmed: map[int64]bool{}, answers: map[string]string{}}
	p.start()
	return p
}

// start is a fresh process over what the store holds.
func (p *play) start() {
	p.store = p.reopen(p.store)
	p.messenger = &messenger{play: p, spots: map[string]spot{}}
	p.loop = must(bot.NewLoop(p.ctx, p.model.Config, &tripwire{p.store, p}, silent))
	if p.loop.Managers() != p.model.group {
		p.t.Fatalf("the managers' chat is %d after a start, want %d", p.loop.Managers(), p.model.group)
	}
	p.loop.Retry = func(err error) bool { return errors.Is(err, errLocked) }
	p.loop.Deliver = func(d []outbox.Delivery) { p.push(d); p.ends("after delivering") }
	p.loop.Forget = p.forget
	p.loop.Answer = func(_ context.Context, press, toast string) {
		if _, again := p.answers[press]; !again {
			p.answers[press] = toast
		}
	}
	undelivered, tried, err := p.store.Undelivered(p.ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	p.resume(undelivered, tried)
}

// crash ends the process: what it had not recorded is forgotten.
func (p *play) crash() {
	for _, o := range p.reports {
		r := p.model.keys[o.Delivery.Key]
		r.settled, r.spared = false, true
	}
	for _, w := range p.waiting {
		r := p.model.keys[w.Key]
		r.spared = r.spared || r.marked
	}
	p.fails = failure{}
	p.start()
}

// ends lets the process end here if it is to.
func (p *play) ends(at string) {
	if p.fails.at == at {
		panic(end{})
	}
}

// now is the time that inputs bear.
func (p *play) now() time.Time { return time.Now().Add(-p.back).In(zone) }

// feed hands inputs over as one batch, and the model too. What a crash left
// unconfirmed comes again, as the messenger has it.
func (p *play) feed(t *rapid.T, inputs ...bot.Input) {
	for i, in := range inputs {
		inputs[i].Handled = func() { p.handled(in) }
	}
	bad := p.fails.bad
	alive := p.lives(func() { p.loop.Handle(p.ctx, inputs...) })
	if alive || p.fails.at != "before the commit" {
		p.follow(inputs, bad, alive)
	}
	if p.fails.at == "before the commit" {
		p.lose(inputs)
	}
	p.fails = failure{}
	p.match()
	if alive {
		return
	}
	p.crash()
	left := slices.DeleteFunc(slices.Clone(inputs), func(in bot.Input) bool { return in.Update == 0 || p.confirmed[in.Update] })
	if len(left) > 0 {
		p.feed(t, left...)
	}
}

// follow lets the model do the same: at once, or where the database does not take
// an input, one by one.
func (p *play) follow(inputs []bot.Input, bad int64, alive bool) {
	batches := [][]bot.Input{inputs}
	if bad != 0 && !p.model.seen[bad] && slices.ContainsFunc(inputs, func(in bot.Input) bool { return in.Update == bad }) {
		batches = slices.Collect(slices.Chunk(inputs, 1))
	}
	for _, batch := range batches {
		for _, in := range p.model.begin(batch) {
			p.both(in, bad, alive)
		}
		p.model.end()
	}
}

// both lets the model follow, and compares what a press was told.
func (p *play) both(in bot.Input, bad int64, alive bool) {
	if in.Update != 0 && in.Update == bad {
		if !p.model.seen[bad] {
			p.model.aside(in)
		}
		return
	}
	known := p.model.seen[in.Update] && in.Update != 0
	toast := p.model.fold(in)
	if told, ok := p.answers[in.Press]; in.Press != "" && alive && (!ok || told != toast && !known) {
		p.t.Fatalf("press %s is told %q, want %q", in.Press, told, toast)
	}
}

// lose forgets the outcomes of a batch that was not committed.
func (p *play) lose(inputs []bot.Input) {
	for _, in := range inputs {
		if in.Outcome != nil {
			r := p.model.keys[in.Outcome.Delivery.Key]
			r.settled, r.spared = false, true
		}
	}
}

// lives runs f and reports whether the process lived to its end.
func (p *play) lives(f func()) (alive bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(end); !ok {
				panic(r)
			}
		}
	}()
	f()
	return true
}

// handled is the confirmation of an input.
func (p *play) handled(in bot.Input) {
	p.ends("before confirming")
	if in.Update != 0 && p.committed[in.Update] == 0 {
		p.t.Fatalf("update %d is confirmed before it is committed", in.Update)
	}
	p.confirmed[in.Update] = true
}
