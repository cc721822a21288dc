package bot

import (
	"context"
	"fmt"
	"strconv"

	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// teaches reports whether an input is a press of the staff's on what was not
// understood, or below the digest.
func teaches(in Input) bool {
	p, ok := dialog.ParsePress(in.Event.Pressed)
	return ok && p.Teaches()
}

// missedPress returns the event whose text a press gives a meaning to, or takes it
// from; 0 for any other input.
func missedPress(in Input) int64 {
	p, ok := dialog.ParsePress(in.Event.Pressed)
	if !ok || !p.Teaches() || len(p.Args) == 0 {
		return 0
	}
	id, _ := strconv.ParseInt(p.Args[0], 10, 64)
	return id
}

// findMissed finds what such presses are about.
func (b *batch) findMissed(ctx context.Context) error {
	var events []int64
	for _, in := range b.inputs {
		if id := missedPress(in); id != 0 {
			events = append(events, id)
		}
	}
	if len(events) == 0 {
		return nil
	}
	found, err := b.store.Missed(ctx, events)
	if err != nil {
		return fmt.Errorf("look up what was not understood: %w", err)
	}
	for i := range b.inputs {
		in := &b.inputs[i]
		if m, ok := found[missedPress(*in)]; ok {
			in.Missed, in.Lead = m, m.Lead
		}
	}
	return nil
}

// teaching takes such a press; it is the owners' and the managers'.
func (b *batch) teaching(in Input) (Turn, string) {
	p, _ := dialog.ParsePress(in.Event.Pressed)
	switch {
	case !in.Person.Manager && !b.owner(in.Person.ID):
		return Turn{}, b.Assistant.Script.Texts["desk_not_member"]
	case p.Verb == "unclear":
		b.askMissed(in)
		return Turn{}, ""
	case in.Missed.ID == 0:
		return Turn{}, b.Assistant.Script.Texts["missed_gone"]
	case p.Verb == "undo":
		return b.unlearn(in)
	}
	return b.teach(in, p.Args[1])
}

// askMissed wants to see what was not understood.
func (b *batch) askMissed(in Input) {
	b.requests = append(b.requests, Request{
		Kind: "unclear", Lead: in.Lead, By: in.Person.ID, Chat: b.askedIn(in), Topic: in.Topic,
		Reply: in.Event.Message, Update: in.Update, At: in.Event.At,
	})
}

// teach keeps what a text means, for whoever writes it next, and gives whoever
// wrote it the answer where it is still lacking. The first press counts.
func (b *batch) teach(in Input, option string) (Turn, string) {
	m := in.Missed
	if lesson, ok := b.Assistant.Taught.Of(m); ok {
		return Turn{Deliveries: b.showMissed(in, lesson)}, b.learnt("missed_already", lesson)
	}
	phrase, ok := dialog.NewPhrase(m.Question, m.Text)
	if !ok {
		return Turn{}, b.Assistant.Script.Texts["desk_erased"]
	}
	lesson := dialog.Lesson{Phrase: phrase, By: dialog.Short(dialog.Line(in.Person.Name), 30), Missed: m.ID, At: in.Event.At}
	turn := Turn{}
	if option != noAnswer {
		if !b.knows(m.Question, option) {
			return Turn{}, b.Assistant.Script.Texts["missed_gone"]
		}
		lesson.Option = option
		turn = b.meant(in, option)
	}
	b.learn(b.Assistant.Taught.With(lesson))
	turn.Lesson, turn.Deliveries = &lesson, append(turn.Deliveries, b.showMissed(in, lesson)...)
	return turn, b.learnt("missed_thanks", lesson)
}

// meant gives the answer to whoever wrote the text, silently.
func (b *batch) meant(in Input, option string) Turn {
	m := in.Missed
	s, ok := b.sessions[m.Lead]
	if !ok || !s.Lacks(m.Question) {
		return Turn{}
	}
	turn, _ := b.converse(s, Input{Event: dialog.Input{
		Kind: dialog.Meant, Pressed: fmt.Sprintf("a:%s:%s", m.Question, option), Text: m.Text, At: in.Event.At,
	}})
	return turn
}

// unlearn takes back what a text was said to mean. An answer that was given with
// it stays.
func (b *batch) unlearn(in Input) (Turn, string) {
	turn := Turn{}
	if lesson, ok := b.Assistant.Taught.Of(in.Missed); ok {
		b.learn(b.Assistant.Taught.Without(lesson.Phrase))
		turn.Unlearn = &lesson.Phrase
	}
	turn.Deliveries = b.showMissed(in, dialog.Lesson{})
	return turn, b.Assistant.Script.Texts["missed_undone"]
}

// learn lets the assistant read by other lessons from the next input on.
func (b *batch) learn(t dialog.Taught) {
	assistant := *b.Assistant
	assistant.Taught = t
	b.Assistant = &assistant
}

func (b *batch) knows(q qualify.Question, option string) bool {
	a, ok := b.Assistant.Script.Ask(q)
	if ok {
		_, ok = a.Option(option)
	}
	return ok
}

// learnt answers a press with what holds now.
func (b *batch) learnt(id string, l dialog.Lesson) string {
	return b.Assistant.Script.Text(id, map[string]dialog.Text{
		"manager": dialog.Foreign(l.By), "option": dialog.Plain(optionLabel(b.Assistant.Script, l)),
	}).String()
}

// showMissed shows in the pressed message what its text was said to mean, or the
// question again.
func (b *batch) showMissed(in Input, l dialog.Lesson) []outbox.Delivery {
	p, _ := dialog.ParsePress(in.Event.Pressed)
	chat, list := b.askedIn(in), int64(p.Turn)
	key := missedKey(chat, list, in.Missed.ID)
	return []outbox.Delivery{{
		Key: fmt.Sprintf("%s:%d", key, b.start.LastDelivery+1), Lead: in.Missed.Lead, Class: outbox.Idempotent, Method: outbox.Edit,
		Chat: chat, Refers: key, Priority: outbox.Answer, Body: missedMessage(b.Assistant.Script, in.Missed, l, list).Encode(), At: in.Event.At,
	}}
}

// missedKey is the key of a text shown in a chat, in the list that an update asked for.
func missedKey(chat, list, event int64) string {
	return fmt.Sprintf("missed:%d:%d:%d", chat, list, event)
}

// noAnswer stands in a button for a text that is no answer.
const noAnswer = "-"

// missedMessage shows a text that was not understood: what it may mean, or what
// it was said to mean.
func missedMessage(script *dialog.Script, m dialog.Missed, l dialog.Lesson, list int64) dialog.Message {
	text := dialog.Foreign("«" + dialog.Short(dialog.Line(m.Text), 300) + "»")
	if m.Text == "" {
		text = dialog.Plain(script.Texts["desk_erased"])
	}
	head := dialog.Bold(script.Title(m.Question))
	if m.Leads > 1 {
		head = dialog.Join(" · ", head, script.Text("missed_leads", map[string]dialog.Text{"n": number(int64(m.Leads))}))
	}
	id, buttons := "missed_ask", missedButtons(script, m, list)
	if l.Words != "" {
		id, buttons = "missed_taught", [][]dialog.Button{{{Text: script.Texts["missed_undo"], Data: fmt.Sprintf("undo:%d:%d", m.ID, list)}}}
	}
	last := script.Text(id, map[string]dialog.Text{"manager": dialog.Foreign(l.By), "option": dialog.Plain(optionLabel(script, l))})
	return dialog.Message{Text: dialog.Join("\n\n", dialog.Join("\n", head, text), last), Buttons: buttons}
}

// missedButtons are the question's options, one to a row, and that it is none;
// there are none for a text that was erased.
func missedButtons(script *dialog.Script, m dialog.Missed, list int64) [][]dialog.Button {
	a, ok := script.Ask(m.Question)
	if !ok || m.Text == "" {
		return nil
	}
	var rows [][]dialog.Button
	row := func(label, option string) {
		rows = append(rows, []dialog.Button{{Text: label, Data: fmt.Sprintf("u:%d:%s:%d", m.ID, option, list)}})
	}
	for _, o := range a.Options {
		row(o.Text, o.ID)
	}
	row(script.Texts["missed_none"], noAnswer)
	return rows
}

// optionLabel names what a lesson makes of a text.
func optionLabel(script *dialog.Script, l dialog.Lesson) string {
	if l.Option == "" {
		return script.Texts["missed_none"]
	}
	return script.Label(l.Question, l.Option)
}
