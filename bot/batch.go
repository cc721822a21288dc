package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// batch is a set of inputs on the way to one commit. It counts in copies, which
// the loop takes over after the commit.
type batch struct {
	*Loop
	Assistant *dialog.Assistant // in place of the loop's: it learns on the way
	start     Start
	inputs    []Input
	toasts    []string // by input
	turns     []Turn
	reports   []Digest
	requests  []Request
	sessions  map[int64]*dialog.Session // by lead
	leads     map[int64]int64           // private chat → lead
	handled   map[int64]bool            // updates
	loads     map[int64]int             // leads by manager, nil unless somebody asks
	burning   []desk.Burning            // what the clocks say in this batch
	undo      []kept                    // of the input being handled
	clockAt   time.Time                 // and when
}

func (l *Loop) batch(inputs []Input) *batch {
	b := &batch{
		Loop: l, Assistant: l.Assistant, start: l.start, inputs: slices.Clone(inputs), toasts: make([]string, len(inputs)),
		sessions: map[int64]*dialog.Session{}, leads: map[int64]int64{},
	}
	b.start.Notes = maps.Clone(l.start.Notes)
	return b
}

// load reads everything that the inputs concern: in a handful of queries, and one
// or two for each topic and each answer to a message.
func (l *Loop) load(ctx context.Context, inputs []Input) (*batch, error) {
	b := l.batch(inputs)
	if err := b.place(ctx); err != nil {
		return nil, err
	}
	if err := b.findMissed(ctx); err != nil {
		return nil, err
	}
	chats, leads, updates := concerned(b.inputs)
	sessions, err := l.store.Sessions(ctx, chats, leads)
	if err != nil {
		return nil, fmt.Errorf("load sessions: %w", err)
	}
	for _, s := range sessions {
		b.sessions[s.ID], b.leads[s.ChatID] = &s, s.ID
	}
	if err := b.recall(ctx); err != nil {
		return nil, err
	}
	if b.handled, err = l.store.Handled(ctx, updates); err != nil {
		return nil, fmt.Errorf("look up updates: %w", err)
	}
	return b, nil
}

func concerned(inputs []Input) (chats, leads, updates []int64) {
	for _, in := range inputs {
		if in.Place == Private {
			chats = append(chats, in.Chat)
		}
		if lead := in.lead(); lead != 0 {
			leads = append(leads, lead)
		}
		if in.Update != 0 {
			updates = append(updates, in.Update)
		}
	}
	return chats, leads, updates
}

// lead is the lead that an input names: a timer's, a card's, a delivery's.
func (in Input) lead() int64 {
	switch {
	case in.Lead != 0:
		return in.Lead
	case in.Outcome != nil:
		return in.Outcome.Delivery.Lead
	case in.Place == Managers && in.Press != "":
		lead, _ := cardPress(in.Event.Pressed)
		return lead
	}
	return 0
}

// advance lets each input become a turn. One that panics is set aside alone.
func (b *batch) advance() {
	seen := map[int64]bool{}
	for i, in := range b.inputs {
		if in.Update != 0 && (b.handled[in.Update] || seen[in.Update]) {
			continue
		}
		seen[in.Update] = true
		b.turns = append(b.turns, b.safely(i, in))
	}
	b.turns = append(b.turns, b.lists()...)
}

func (b *batch) safely(i int, in Input) (turn Turn) {
	before, assistant, lists := b.start, b.Assistant, [3]int{len(b.burning), len(b.reports), len(b.requests)}
	b.undo = b.undo[:0]
	defer func() {
		if r := recover(); r != nil {
			b.burning, b.reports, b.requests = b.burning[:lists[0]], b.reports[:lists[1]], b.requests[:lists[2]]
			b.takeBack()
			b.log.Error("input set aside", "update", in.Update, "chat", in.Chat, "err", "panic")
			b.log.Debug("where it panicked", "err", string(debug.Stack()))
			b.start, b.Assistant = before, assistant
			turn = b.setAside(in, fmt.Errorf("panic: %v", r))
		}
	}()
	turn, b.toasts[i] = b.take(in)
	turn.Update = in.Update
	turn.Deliveries = b.numbered(turn.Deliveries)
	return turn
}

// kept is what a lead's session was before the input that is being handled.
type kept struct {
	lead int64
	*dialog.Session
}

// takeBack forgets what an input did to sessions before it broke off.
func (b *batch) takeBack() {
	for _, k := range slices.Backward(b.undo) {
		if b.sessions[k.lead] = k.Session; k.Session == nil {
			delete(b.sessions, k.lead)
		}
	}
}

// setAside is the turn of an input that cannot be handled: it waits for a person,
// the owners are told once a day, and whoever sent it gets a kind word.
func (b *batch) setAside(in Input, cause error) Turn {
	letter := dead(in, cause)
	turn := Turn{Update: in.Update, Dead: letter, Deliveries: b.alarm(letter.At, "alarm_dead", day(letter.At), nil)}
	switch in.Place {
	case Private:
		turn.Deliveries = append(turn.Deliveries, b.sorry(in))
	case Inside:
		turn.Session = b.postpone(in)
	}
	turn.Deliveries = b.numbered(turn.Deliveries)
	return turn
}

// postpone puts a lead whose timer breaks off for an hour, so that it neither
// comes back at once nor keeps others from their time; nil when there is none.
func (b *batch) postpone(in Input) *dialog.Session {
	s, ok := b.sessions[in.Lead]
	if !ok {
		return nil
	}
	later := *s
	later.Due = in.Event.At.Add(time.Hour)
	b.keep(&later)
	return &later
}

// numbered gives the deliveries their ids, in the order they are to go out.
func (b *batch) numbered(deliveries []outbox.Delivery) []outbox.Delivery {
	for i := range deliveries {
		b.start.LastDelivery++
		deliveries[i].ID = b.start.LastDelivery
	}
	return deliveries
}

// sorry tells a person that something broke and that nothing is lost.
func (b *batch) sorry(in Input) outbox.Delivery {
	return outbox.Delivery{
		Key: fmt.Sprintf("sorry:%d:%d", in.Chat, in.Update), Class: outbox.Reply, Method: outbox.Send, Chat: in.Chat,
		Priority: outbox.Answer, Body: dialog.Message{Text: b.Assistant.Script.Text("sorry", nil)}.Encode(), At: in.Event.At,
	}
}

// dead is the letter in which an input waits for a person.
func dead(in Input, cause error) *DeadLetter {
	payload := in.Rejected
	if payload == nil {
		payload, _ = json.Marshal(in.Event)
	}
	at := in.Event.At
	if at.IsZero() {
		at = time.Now()
	}
	return &DeadLetter{At: at, Update: in.Update, Chat: in.Chat, Payload: payload, Err: cause.Error()}
}
