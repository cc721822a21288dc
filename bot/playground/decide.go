package playground

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// An action is one step of a persona.
type action func(*play)

// choice is an inline button taken apart: a:<question>:<option> and the like.
type choice struct {
	data, verb, question, option string
}

// decide returns what the persona does about the bot's last question, nil for
// nothing.
func (pl *play) decide() action {
	m, ok := pl.open()
	if !ok {
		return nil
	}
	if m.Keyboard != nil {
		return pl.tap(m)
	}
	choices := choicesOf(m)
	for _, way := range []func(Message, []choice) action{
		pl.agree, pl.callHuman, pl.exercise, pl.say, pl.answer, pl.write, pl.confirm,
	} {
		if act := way(m, choices); act != nil {
			return act
		}
	}
	return nil
}

// open returns the last message of the bot that waits for a button.
func (pl *play) open() (Message, bool) {
	for _, m := range slices.Backward(pl.person.Said()) {
		if m.Inline != nil || m.Keyboard != nil {
			return m, true
		}
		if m.RemoveKeyboard {
			break
		}
	}
	return Message{}, false
}

func choicesOf(m Message) []choice {
	var all []choice
	for _, row := range m.Inline.rows() {
		for _, b := range row {
			part := append(strings.Split(b.Data, ":"), "", "")
			all = append(all, choice{b.Data, part[0], part[1], part[2]})
		}
	}
	return all
}

// find returns the button whose data begins with these parts.
func find(choices []choice, data string) (choice, bool) {
	i := slices.IndexFunc(choices, func(c choice) bool { return c.data == data || strings.HasPrefix(c.data, data+":") })
	if i < 0 {
		return choice{}, false
	}
	return choices[i], true
}

func press(m Message, c choice) action {
	return func(pl *play) { pl.person.Press(m, c.data) }
}

func send(text string) action {
	return func(pl *play) { pl.person.Send(text) }
}

// tap shares the phone number, or skips when there is none.
func (pl *play) tap(m Message) action {
	if pl.memory.tapped == m.ID {
		return nil
	}
	pl.memory.tapped = m.ID
	for _, row := range m.Keyboard.Rows {
		for _, b := range row {
			if b.RequestContact == (pl.persona.Phone != "") {
				return func(pl *play) { pl.person.Tap(b.Text, pl.persona.Phone) }
			}
		}
	}
	return nil
}

// agree answers the two consents.
func (pl *play) agree(m Message, choices []choice) action {
	for verb, yes := range map[string]bool{"consent": !pl.persona.Refuses, "followups": pl.persona.Notes} {
		option := map[bool]string{true: "yes", false: "no"}[yes]
		if c, ok := find(choices, verb+":"+option); ok && pl.memory.once(m.ID, verb) {
			return press(m, c)
		}
	}
	return nil
}

// callHuman asks for a human at the persona's question, and ends the play.
func (pl *play) callHuman(m Message, choices []choice) action {
	c, ok := find(choices, "human")
	if pl.persona.HumanAt == "" || !ok || !slices.ContainsFunc(choices, func(c choice) bool { return c.question == pl.persona.HumanAt }) {
		return nil
	}
	pl.memory.done = true
	return press(m, c)
}

// exercise does the exercise, puts it off or goes on. What is done now is typed
// between the two buttons.
func (pl *play) exercise(m Message, choices []choice) action {
	goOn := slices.IndexFunc(choices, func(c choice) bool { return c.verb == "x" && c.option == "go_on" })
	if goOn < 0 {
		return nil
	}
	q := choices[goOn].question
	want := cmp.Or(pl.persona.Exercise[q], "go_on")
	if c, ok := find(choices, "x:"+q+":"+want); ok && want != "go_on" && pl.memory.once(0, "x:"+q) {
		return press(m, c)
	}
	if want == "now" && !pl.memory.typed[q] && pl.persona.Texts[q] != "" {
		pl.memory.typed[q] = true
		return send(pl.persona.Texts[q])
	}
	if pl.memory.once(m.ID, "x:"+q+":go_on") {
		return press(m, choices[goOn])
	}
	return nil
}

// say types the next turn to the first question of the message that the persona
// answers in words.
func (pl *play) say(m Message, choices []choice) action {
	for _, c := range choices {
		turns := pl.persona.Words[c.question]
		if n := pl.memory.said[c.question]; c.verb == "a" && n < len(turns) {
			pl.memory.said[c.question] = n + 1
			return func(pl *play) {
				for line := range strings.Lines(turns[n]) {
					pl.person.Send(strings.TrimSpace(line))
				}
			}
		}
	}
	return nil
}

// answer presses the answer to the first question of the message that has none.
func (pl *play) answer(m Message, choices []choice) action {
	answered := map[string]bool{}
	maps.Copy(answered, pl.memory.pressed[m.ID])
	for _, c := range choices {
		if c.verb != "a" || answered[c.question] {
			continue
		}
		answered[c.question] = true
		if own, ok := find(choices, "a:"+c.question+":"+pl.persona.Answers[c.question]); ok {
			c = own
		}
		if pl.memory.once(m.ID, c.question) {
			return press(m, c)
		}
	}
	return nil
}

// write answers a question that has no buttons of its own, or skips it.
func (pl *play) write(m Message, choices []choice) action {
	i := slices.IndexFunc(choices, func(c choice) bool { return c.verb == "skip" })
	if i < 0 || slices.ContainsFunc(choices, func(c choice) bool { return c.verb == "a" }) {
		return nil
	}
	skip := choices[i]
	if !pl.memory.once(m.ID, skip.question) {
		return nil
	}
	if text := pl.persona.Texts[skip.question]; text != "" {
		return send(text)
	}
	return press(m, skip)
}

func (pl *play) confirm(m Message, choices []choice) action {
	if c, ok := find(choices, "review:ok"); ok && pl.memory.once(m.ID, "review") {
		return press(m, c)
	}
	return nil
}
