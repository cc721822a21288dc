package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"leadbot/bot/playground"
	"leadbot/dialog"
)

// script is the one that the program has built in.
var builtInScript, _ = dialog.Load(dialog.Default, dialog.BuiltIn())

// guest is a prospect who talks with the bot at random and keeps its own account of what it said.
type guest struct {
	*playground.Person
	server *playground.Server
	rng    *rand.Rand
	calm   bool              // only ever answers: no way back, no human, no second tap
	pause  time.Duration     // between two answers, at most
	likes  map[string]string // question → the option it chooses; others at random

	answers  map[string]string // what the export must show
	skipped  map[string]bool
	declined bool
	human    bool   // asked for one
	turn     int    // of the message answered last
	phone    string // the text of the message that asked for it
	presses  []playground.Callback
}

func newGuest(s *playground.Server, name string, seed, n uint64) *guest {
	return &guest{
		Person: s.Person(name), server: s, rng: rand.New(rand.NewPCG(seed, n)),
		answers: map[string]string{}, skipped: map[string]bool{},
	}
}

// talk goes from the start to the bot's last word.
func (p *guest) talk(ctx context.Context) error {
	p.Start("e2e")
	for range 300 {
		m, err := p.Await(ctx, p.isNew)
		if err != nil {
			return err
		}
		over, err := p.react(ctx, m)
		if err != nil {
			return err
		}
		if over {
			_, err := p.Await(ctx, func(m playground.Message) bool { return !m.Edited() && m.Inline == nil })
			return err
		}
	}
	return errors.New("the conversation has no end")
}

// isNew finds what waits for an answer: a message with buttons or a keyboard, or
// the redrawn one that was answered in part. A repeated message is none.
func (p *guest) isNew(m playground.Message) bool {
	if m.Keyboard != nil {
		return !p.calm || m.Text != p.phone
	}
	if m.Inline == nil {
		return false
	}
	turn := choiceOf(buttons(m)[0].Data).turn
	return turn > p.turn || m.Edited() && turn == p.turn && (!p.calm || p.ticked(m))
}

// ticked reports whether the message shows the choice made last. One that does
// not is older, though it may come later: a copy of it after a crash.
func (p *guest) ticked(m playground.Message) bool {
	last := p.presses[len(p.presses)-1].Data
	return slices.ContainsFunc(buttons(m), func(b playground.InlineButton) bool {
		return b.Data == last && strings.HasPrefix(b.Text, "✓")
	})
}

// react answers a message; over says that the bot has only the last word left.
func (p *guest) react(ctx context.Context, m playground.Message) (over bool, err error) {
	if p.pause > 0 {
		time.Sleep(rand.N(p.pause)) // people think
	}
	if m.Keyboard != nil {
		p.phone = m.Text
		return false, p.givePhone()
	}
	p.turn = choiceOf(buttons(m)[0].Data).turn
	if q, ok := textQuestion(m); ok && p.rng.IntN(10) < 7 {
		p.write(q)
		return false, nil
	}
	for range 20 { // what is answered by a toast leaves the message as it is
		b := p.choose(m)
		c := choiceOf(b.Data)
		changed, err := p.press(ctx, m, b)
		if err != nil || changed {
			p.note(m, b)
			return c.verb == "followups" || c.verb == "consent" && c.option == "no", err
		}
		if c.delay() {
			return false, nil
		}
	}
	return false, fmt.Errorf("no button of %q leads on", m.Text)
}

// press presses a button, sometimes twice, and waits for each answer; changed is
// false when a toast said why nothing happened.
func (p *guest) press(ctx context.Context, m playground.Message, b playground.InlineButton) (changed bool, err error) {
	first := p.PressData(m, b.Data)
	p.presses = append(p.presses, first)
	if p.calm {
		return !choiceOf(b.Data).delay(), nil // the toast may be lost in a crash
	}
	if choiceOf(b.Data).verb == "a" && p.rng.IntN(10) == 0 {
		second := p.PressData(m, b.Data)
		p.presses = append(p.presses, second)
		if _, err := p.server.AwaitAnswer(ctx, second); err != nil {
			return false, err
		}
	}
	answer, err := p.server.AwaitAnswer(ctx, first)
	return answer.Text == "", err
}

// write answers a question in words.
func (p *guest) write(q string) {
	texts := []string{"страх публичных выступлений", "деньги, отношения", "5 > 3 & <b>ещё</b> 🙂", "@all /start http://a.b"}
	text := texts[p.rng.IntN(len(texts))]
	p.Send(text)
	p.keep(q, text)
}

// givePhone answers with the keyboard that stands in place of buttons.
func (p *guest) givePhone() (err error) {
	ways := 5
	if p.calm {
		ways = 3
	}
	switch p.rng.IntN(ways) {
	case 0:
		_, err = p.Tap("Отправить мой номер", "79001234567")
		p.keep("phone", "+79001234567")
	case 1:
		p.Send("8 (900) 765-43-21")
		p.keep("phone", "+79007654321")
	case 2:
		_, err = p.Tap("Пропустить", "")
		p.skip("phone")
	case 3:
		_, err = p.Tap("Назад", "")
	case 4:
		_, err = p.Tap("Человек", "")
		p.human = true
	}
	return err
}

// choice is a button's data, taken apart by the contract.
type choice struct {
	verb, question, option string
	turn                   int
}

func choiceOf(data string) choice {
	parts := strings.Split(data, ":")
	c := choice{verb: parts[0]}
	c.turn, _ = strconv.Atoi(parts[len(parts)-1])
	switch c.verb {
	case "a", "x":
		c.question, c.option = parts[1], parts[2]
	case "skip", "edit":
		c.question = parts[1]
	case "consent", "review", "followups":
		c.option = parts[1]
	}
	return c
}

// delay reports whether the button only chooses the time of a reminder.
func (c choice) delay() bool {
	return c.verb == "x" && slices.Contains([]string{"1d", "3d", "7d"}, c.option)
}

// textQuestion returns the question that the message asks when it offers no answers.
func textQuestion(m playground.Message) (q string, ok bool) {
	for _, b := range buttons(m) {
		switch c := choiceOf(b.Data); c.verb {
		case "skip":
			q = c.question
		case "a":
			return "", false
		}
	}
	return q, q != ""
}

// choose takes a button: answers often, ways around them seldom.
func (p *guest) choose(m playground.Message) playground.InlineButton {
	var hat []playground.InlineButton
	for _, b := range buttons(m) {
		for range p.weight(b) {
			hat = append(hat, b)
		}
	}
	return hat[p.rng.IntN(len(hat))]
}

func (p *guest) weight(b playground.InlineButton) int {
	c := choiceOf(b.Data)
	weights := map[string]int{"a": 12, "x": 12, "edit": 12, "followups": 12, "consent": 1, "review": 1, "skip": 3, "back": 2, "human": 1}
	if c.verb == "consent" && c.option == "yes" || c.verb == "review" && c.option == "ok" {
		return 20
	}
	around := slices.Contains([]string{"back", "human", "review", "consent"}, c.verb)
	like, picky := p.likes[c.question]
	switch {
	case strings.HasPrefix(b.Text, "✓"), p.calm && around, picky && c.verb == "a" && like != c.option, picky && c.verb == "skip":
		return 0
	}
	return weights[c.verb]
}
