package bot

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// Request is what a manager asks of the records.
type Request struct {
	Kind   string // leads, lead, find, transcript, unclear, or one that wants no answer: away, moved
	Text   string // what stands behind the command
	Lead   int64  // whose topic or card it was asked in, 0 for none
	By     int64
	Chat   int64 // where it was asked: the managers' chat as outbox.Managers or by its id
	Topic  int64
	Reply  int64 // the message that the answer refers to, 0 for none
	Update int64
	At     time.Time
}

// Files answer what managers ask of the past. Of a lead who wanted to be
// forgotten they hold nothing but the number.
type Files interface {
	// Handed returns the leads that were handed over and whose case is open: free
	// ones and those that a manager has, in the order of their ids. They come
	// without what no list needs: answers, consents, messages.
	Handed(ctx context.Context) ([]dialog.Session, error)
	// Listed returns the whole sessions of the leads that exist, by their ids.
	Listed(ctx context.Context, leads []int64) ([]dialog.Session, error)
	// Find returns the newest leads that have the text in their name or in what
	// they wrote, at most limit. Case, and е for ё, do not count; a phone number may
	// be written in any form.
	Find(ctx context.Context, text string, limit int) ([]int64, error)
	// MostMissed returns what was not understood at the questions in the period,
	// what most leads wrote first; what the staff has settled is left out.
	MostMissed(ctx context.Context, from, to time.Time, questions []qualify.Question, limit int) ([]dialog.Missed, error)
	// Story returns what was asked, answered and written with a lead, in order.
	Story(ctx context.Context, lead int64) ([]dialog.Event, error)
}

// Clerk answers the managers' questions from the records, beside the loop.
type Clerk struct {
	Desk     *desk.Desk
	Files    Files
	Managers func() int64                               // the managers' chat
	Roster   func(loads map[int64]int) []desk.Colleague // the managers there are, with the leads they have
	Submit   func(context.Context, Input)
	Log      *slog.Logger
	Now      func() time.Time

	asks chan Request
}

// NewClerk returns a clerk who takes requests from now on.
func NewClerk(c Clerk) *Clerk {
	c.asks = make(chan Request, 64)
	return &c
}

// Ask wants an answer. It never blocks; too many requests at once are dropped.
func (c *Clerk) Ask(r Request) {
	select {
	case c.asks <- r:
	default:
		c.Log.Warn("a manager's request was dropped: too many at once", "kind", r.Kind)
	}
}

// Serve answers the requests until the context ends.
func (c *Clerk) Serve(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-c.asks:
			c.serve(ctx, r)
		}
	}
}

// serve hands the answer to the loop. What cannot be read is said and logged.
func (c *Clerk) serve(ctx context.Context, r Request) {
	if r.Kind == "away" || r.Kind == "moved" {
		if err := c.sweep(ctx, r); err != nil {
			c.Log.Error("the open leads were not gone through", "kind", r.Kind, "err", err)
		}
		return
	}
	answers, err := c.safely(ctx, r)
	if err != nil {
		c.Log.Error("a manager's request was not answered", "kind", r.Kind, "lead", r.Lead, "err", err)
		answers = []answer{{Message: c.plain("clerk_failed", nil)}}
	}
	topic := ""
	if s, ok, err := c.lead(ctx, r.Lead); ok && err == nil {
		topic = desk.TopicKey(&s)
	}
	for _, a := range answers {
		d := c.delivery(r, a, topic)
		c.Submit(ctx, Input{Place: Inside, Lead: d.Lead, Post: []outbox.Delivery{d}, Event: dialog.Input{At: c.Now()}})
		r.Reply = 0 // to the others
	}
}

// safely keeps what one record breaks from ending the bot.
func (c *Clerk) safely(ctx context.Context, r Request) (answers []answer, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %T", p) // its text may tell of a lead
		}
	}()
	switch r.Kind {
	case "leads":
		return one(c.leads(ctx, r))
	case "lead":
		return one(c.card(ctx, r))
	case "find":
		return one(c.find(ctx, r))
	case "transcript":
		return one(c.transcript(ctx, r))
	case "unclear":
		return c.missed(ctx, r)
	}
	return nil, fmt.Errorf("unknown kind %q", r.Kind)
}

func one(a answer, err error) ([]answer, error) { return []answer{a}, err }

// answer is what a manager gets.
type answer struct {
	dialog.Message
	about  int64 // the one lead that it tells of, 0 for none or several
	missed int64 // the event whose text is to be given a meaning, 0 for none
}

// delivery sends the answer where it was asked for. It belongs to a lead when it
// tells of one alone, so that it is forgotten with the lead.
func (c *Clerk) delivery(r Request, a answer, topic string) outbox.Delivery {
	a.Reply = r.Reply
	d := outbox.Delivery{
		Key: fmt.Sprintf("clerk:%d:%d:1", r.Chat, r.Update), Lead: a.about, Class: outbox.Reply, Method: outbox.Send, Chat: r.Chat,
		Priority: outbox.Report, Body: a.Encode(), At: r.At,
	}
	if a.File != nil {
		d.Method = outbox.File
	}
	if r.Chat == c.Managers() {
		d.Chat = outbox.Managers
	}
	if a.missed != 0 {
		d.Key = missedKey(d.Chat, r.Update, a.missed)
	}
	if d.Chat == outbox.Managers && topic != "" {
		d.Lead, d.Topic = cmp.Or(a.about, r.Lead), topic
	}
	return d
}

func (c *Clerk) script() *dialog.Script { return c.Desk.Assistant.Script }

func (c *Clerk) word(id string) string { return c.script().Texts[id] }

func (c *Clerk) text(id string, values map[string]dialog.Text) dialog.Text {
	return c.script().Text(id, values)
}

func (c *Clerk) plain(id string, values map[string]dialog.Text) dialog.Message {
	return dialog.Message{Text: c.text(id, values)}
}

// time says a time on the business's clock.
func (c *Clerk) time(at time.Time) dialog.Text {
	return dialog.Plain(at.In(c.Desk.Assistant.Calendar.Zone).Format("02.01 15:04"))
}

// lead returns the whole session of a lead, and whether there is one.
func (c *Clerk) lead(ctx context.Context, id int64) (dialog.Session, bool, error) {
	if id == 0 {
		return dialog.Session{}, false, nil
	}
	found, err := c.Files.Listed(ctx, []int64{id})
	if err != nil || len(found) == 0 {
		return dialog.Session{}, false, err
	}
	return found[0], true, nil
}

func number(n int64) dialog.Text { return dialog.Plain(strconv.FormatInt(n, 10)) }
