package bot_test

import (
	"slices"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// goOn lets somebody answer a few questions, one after another.
func (p *play) goOn(t *rapid.T) {
	chat := chats.Draw(t, "chat")
	for range upTo12.Draw(t, "steps") {
		p.feed(t, p.remember(p.forward(t, chat))...)
	}
}

// work lets a manager take a lead and go through with it, as far as they can.
func (p *play) work(t *rapid.T) {
	if len(p.model.leads) == 0 {
		return
	}
	by, lead := members.Draw(t, "manager"), rapid.IntRange(1, len(p.model.leads)).Draw(t, "lead")
	p.feed(t, p.tapped(by, lead, "claim"))
	for range rapid.IntRange(0, 3).Draw(t, "actions") {
		p.feed(t, p.tapped(by, lead, actions.Draw(t, "action")))
	}
}

// crowd is a batch: what several people did and, at any place, what the loop
// learns.
func (p *play) crowd(t *rapid.T) {
	var inputs []bot.Input
	for range upTo5.Draw(t, "inputs") {
		inputs = append(inputs, p.remember(p.anything(t))...)
	}
	if coin.Draw(t, "one of them twice") {
		inputs = append(inputs, inputs[0])
	}
	place := rapid.IntRange(0, len(inputs)).Draw(t, "place of the reports")
	p.feed(t, slices.Insert(inputs, place, p.outcomes(rapid.IntRange(0, 3).Draw(t, "reports"))...)...)
}

// again repeats an update: the same, or a press under a new number.
func (p *play) again(t *rapid.T) {
	if len(p.past) == 0 {
		return
	}
	in := p.past[rapid.IntRange(0, len(p.past)-1).Draw(t, "which")]
	if in.Press != "" && coin.Draw(t, "new number") {
		again := p.did(in.Person.ID, in.Event.Kind, in.Event.Pressed)
		again.Place, again.Chat, again.Person = in.Place, in.Chat, in.Person
		in = again
	}
	p.feed(t, in)
}

// overtake swaps what one person did: the press that came second is first.
func (p *play) overtake(t *rapid.T) {
	chat := chats.Draw(t, "chat")
	first, second := p.forward(t, chat), p.did(chat, dialog.Wrote, typed.Draw(t, "text"))
	if coin.Draw(t, "one batch") {
		p.feed(t, second, first)
		return
	}
	p.feed(t, second)
	p.feed(t, first)
}

// later lets hours pass, and the timers that are due do their work.
func (p *play) later(t *rapid.T) {
	time.Sleep(time.Duration(hours.Draw(t, "hours")) * time.Hour / 2)
	p.tick(t)
}

// soon lets minutes pass: enough for the desk's clock.
func (p *play) soon(t *rapid.T) {
	time.Sleep(time.Duration(seconds.Draw(t, "minutes")) * time.Minute)
	p.tick(t)
}

// tick lets the timers that are due do their work.
func (p *play) tick(t *rapid.T) {
	if ticks := p.due(); len(ticks) > 0 {
		p.feed(t, ticks...)
	}
}

// attempts lets the messenger try a few times, whichever lane comes first.
func (p *play) attempts(t *rapid.T) {
	for range upTo12.Draw(t, "attempts") {
		heads := slices.DeleteFunc(p.heads(), func(d *parcel) bool { return d.Class == outbox.Once && !p.told(d) })
		if len(heads) == 0 {
			return
		}
		lane := rapid.IntRange(0, len(heads)-1).Draw(t, "lane")
		t.Log("attempt at ", heads[lane].Key)
		p.try(t, heads[lane])
	}
}

// outcomes are the next reports, as inputs.
func (p *play) outcomes(n int) (inputs []bot.Input) {
	for _, o := range p.known(n) {
		inputs = append(inputs, bot.Input{Place: bot.Inside, Outcome: &o, Event: dialog.Input{At: o.At}})
	}
	return inputs
}
