package playground

import (
	"context"
	"slices"
	"time"
)

// A play is a persona at work in the chat of a new person.
type play struct {
	persona Persona
	person  *Person
	pause   time.Duration
	stop    context.CancelFunc
	memory  memory
	acted   int // events of the chat when the persona acted last
}

const (
	maxSteps = 80              // a play that goes on for longer runs in a circle
	slow     = 5 * time.Second // a bot that says nothing after so long will not answer this step
	silence  = 9 * time.Second // without a word from the bot the play is over
)

// playPersona brings a new person and lets the persona answer for them. It
// returns the person at once.
func (p *Page) playPersona(key string) (any, error) {
	persona, ok := personaOf(key)
	if !ok {
		return nil, refusal("Такого человека нет.")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.busy == "reset" || p.ctx.Err() != nil {
		return nil, refusal("Подождите, прошлое действие ещё идёт.")
	}
	if len(p.scene.prospects) >= maxProspects {
		return nil, refusal("Столько людей на страницу не поместится.")
	}
	ctx, stop := context.WithCancel(p.ctx)
	pl := &play{persona: persona, person: p.add(persona.Name), pause: p.Pause, stop: stop, memory: newMemory()}
	p.plays[pl.person.id] = pl
	p.tasks.Go(func() {
		defer p.over(pl)
		pl.run(ctx)
	})
	return pl.person.view(), nil
}

// over takes the play off the page, unless a reset has.
func (p *Page) over(pl *play) {
	pl.stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.plays[pl.person.id] == pl {
		delete(p.plays, pl.person.id)
		p.change()
	}
}

// stop ends the play of a person; without one it does nothing.
func (p *Page) stop(person int64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if pl := p.plays[person]; pl != nil {
		pl.stop()
	}
	return nil
}

func (p *Page) stopAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, pl := range p.plays {
		pl.stop()
	}
	clear(p.plays)
}

// run plays until the bot asks nothing more, the persona has had its say or ctx
// ends.
func (pl *play) run(ctx context.Context) {
	pl.person.Start(pl.persona.Payload)
	for range maxSteps {
		act, ok := pl.next(ctx)
		if !ok {
			break
		}
		pl.acted = pl.person.events()
		act(pl)
	}
	if pl.persona.Last != "" && ctx.Err() == nil {
		pl.person.Send(pl.persona.Last)
	}
}

// next returns what to do once the bot has been quiet for the pause of a reader.
// There is nothing to do when it stays silent or asks nothing new.
func (pl *play) next(ctx context.Context) (action, bool) {
	heard := time.Now()
	for ctx.Err() == nil {
		select {
		case <-pl.news():
			heard = time.Now()
		case <-time.After(pl.pause):
			if pl.memory.done {
				return nil, false
			}
			quiet := time.Since(heard)
			if pl.reacted() || quiet > slow {
				if act := pl.decide(); act != nil {
					return act, true
				}
			}
			if quiet > silence {
				return nil, false
			}
		case <-ctx.Done():
		}
	}
	return nil, false
}

// news returns a channel that the next event of the chat closes.
func (pl *play) news() <-chan struct{} {
	pl.person.server.mu.Lock()
	defer pl.person.server.mu.Unlock()
	return pl.person.transcript.news.wait()
}

// reacted reports whether the bot said or changed anything since the last step.
func (pl *play) reacted() bool {
	pl.person.server.mu.Lock()
	defer pl.person.server.mu.Unlock()
	return slices.ContainsFunc(pl.person.transcript.events.after(pl.acted), Event.fromBot)
}

// events counts the events of the chat.
func (c *Chat) events() int {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return c.transcript.events.len()
}

// memory is what the persona has done.
type memory struct {
	pressed map[int]map[string]bool // by message, the questions answered there
	asked   map[string]int          // how often each question was answered
	tapped  int                     // the message whose reply keyboard was used
	typed   map[string]bool         // exercises that were written down
	said    map[string]int          // turns said in words, by question
	done    bool
}

func newMemory() memory {
	return memory{pressed: map[int]map[string]bool{}, asked: map[string]int{}, typed: map[string]bool{}, said: map[string]int{}}
}

// maxTries is how often the persona answers one question: a bot that asks on
// does not understand it.
const maxTries = 3

// once reports whether the persona may answer this question on this message, and
// notes that it does.
func (m *memory) once(message int, question string) bool {
	if m.pressed[message][question] || m.asked[question] >= maxTries {
		return false
	}
	if m.pressed[message] == nil {
		m.pressed[message] = map[string]bool{}
	}
	m.pressed[message][question] = true
	m.asked[question]++
	return true
}
