package courier_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot/courier"
	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/bot/telegram"
	"leadbot/dialog"
)

var _ courier.Sender = (*telegram.Client)(nil)

// noLedger knows of no delivery.
type noLedger struct{}

func (noLedger) Mark(context.Context, int64) error { return nil }

func (noLedger) Sent(context.Context, string) (message, chat int64, ok bool, err error) {
	return 0, 0, false, nil
}

// TestTelegramsLimitsAreKept delivers much at once to a server that refuses what
// exceeds them, as Telegram does.
func TestTelegramsLimitsAreKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := playground.Strict("42:token")
		s.Limits = true
		s.StartPipe()
		defer s.Close()
		web := s.Client()
		defer web.CloseIdleConnections()
		group := s.Group("Менеджеры", true, s.Person("Босс"))
		deliveries := work(s)
		var mu sync.Mutex
		sent := 0
		c := courier.New(telegram.New(telegram.Options{Token: "42:token", URL: s.URL, HTTP: web}), noLedger{}, courier.Options{
			Rate: 30, Managers: group.ID, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
			Report: func(o outbox.Outcome) {
				mu.Lock()
				defer mu.Unlock()
				if o.Verdict == outbox.Sent {
					sent++
				}
			},
		})
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
		defer cancel()
		c.Push(deliveries)
		c.Run(ctx)
		if sent != len(deliveries) {
			t.Errorf("%d of %d were sent", sent, len(deliveries))
		}
		for _, r := range s.Requests() {
			if r.Code != 200 {
				t.Fatalf("%s: %d %s", r.Method, r.Code, r.Description)
			}
		}
		if n := len(group.Topics()); n != 40 {
			t.Errorf("%d topics", n)
		}
	})
}

// work is a reply of four messages to each of 60 people, and a topic with a card,
// an album, a mark and another name for each of 40 leads.
func work(s *playground.Server) []outbox.Delivery {
	var all []outbox.Delivery
	body := func(d outbox.Delivery, m dialog.Message) {
		d.ID, d.Body = int64(len(all)+1), m.Encode()
		all = append(all, d)
	}
	add := func(d outbox.Delivery) {
		body(d, dialog.Message{Text: dialog.Plain(fmt.Sprint("сообщение ", len(all)+1))})
	}
	sent := s.Person("Лид со снимками")
	album := &dialog.Copy{Chat: sent.ID()}
	for _, m := range sent.SendAlbum("до", "", "после") {
		album.Messages = append(album.Messages, int64(m.ID))
	}
	for i := range 60 {
		p := s.Person(fmt.Sprint("Лид ", i))
		p.Start("")
		for j := range 4 {
			add(outbox.Delivery{Key: fmt.Sprint("q:", i, ":", j), Class: outbox.Reply, Method: outbox.Send,
				Chat: p.ID(), Priority: outbox.Answer})
		}
	}
	for i := range int64(40) {
		topic := fmt.Sprint("topic:", i)
		add(outbox.Delivery{Key: topic, Class: outbox.Idempotent, Method: outbox.Topic, Lead: i + 1, Priority: outbox.Card})
		add(outbox.Delivery{Key: fmt.Sprint("hot:", i), Class: outbox.Critical, Method: outbox.Send, Lead: i + 1,
			Topic: topic, Priority: outbox.Card})
		body(outbox.Delivery{Key: fmt.Sprint("in:", i), Class: outbox.Reply, Method: outbox.Copy, Lead: i + 1,
			Topic: topic, Priority: outbox.Claim}, dialog.Message{Copy: album})
		body(outbox.Delivery{Key: fmt.Sprint("mark:", i), Class: outbox.Idempotent, Method: outbox.React, Lead: i + 1,
			Priority: outbox.Claim}, dialog.Message{Text: dialog.Plain("👌"), Reply: 1})
		add(outbox.Delivery{Key: fmt.Sprint("title:", i), Class: outbox.Idempotent, Method: outbox.Title, Lead: i + 1,
			Refers: topic, Priority: outbox.Claim})
	}
	return all
}

// instant sends in no time.
type instant struct{}

func (instant) Send(_ context.Context, d outbox.Delivery, t courier.Target) outbox.Outcome {
	return outbox.Outcome{Verdict: outbox.Sent, Message: d.ID, Chat: t.Chat}
}

func BenchmarkCourier(b *testing.B) {
	var left sync.WaitGroup
	c := courier.New(instant{}, noLedger{}, courier.Options{
		Managers: func() int64 { return -1 },
		Report:   func(outbox.Outcome) { left.Done() },
	})
	ctx, cancel := context.WithCancel(b.Context())
	ended := make(chan struct{})
	go func() { c.Run(ctx); close(ended) }()
	b.ReportAllocs()
	var id int64
	for b.Loop() {
		id++
		left.Add(1)
		c.Push([]outbox.Delivery{{ID: id, Key: "k", Class: outbox.Reply, Method: outbox.Send, Chat: id%1000 + 1}})
	}
	left.Wait()
	cancel()
	<-ended
}
