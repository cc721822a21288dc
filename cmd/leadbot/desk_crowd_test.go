package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// TestDeskCrowd: two hundred people ask for a human within ten minutes, and
// nobody takes them. The managers' chat gets at most twenty messages a minute, the
// cards before all else; nothing is dropped, and what escalates comes as lists.
func TestDeskCrowd(t *testing.T) {
	const people, within = 200, 10 * time.Minute
	inWorld(t, nil, func(w *world) {
		w.server.Limits = true
		begin := time.Now()
		for i := range people {
			p := w.prospect(fmt.Sprintf("Гость%d", i))
			go func() {
				time.Sleep(time.Duration(i) * within / people)
				for _, step := range []func(){
					func() { p.Start("") },
					func() { pressed(p.Member, p.Said(), "Даю согласие") },
					func() { p.Send("/human") },
				} {
					step()
					time.Sleep(3 * time.Second)
				}
			}()
		}
		time.Sleep(50 * time.Minute)
		c := crowd{t: t, w: w, begin: begin}
		c.count()
		c.pace()
		c.cards(people)
		if left, _, err := w.app.db.Undelivered(context.Background()); err != nil || len(left) > 0 {
			t.Errorf("%d deliveries are left; %v", len(left), err)
		}
	})
}

// crowd is what the managers' chat got.
type crowd struct {
	t                     *testing.T
	w                     *world
	begin                 time.Time
	at                    []time.Time // of all
	posted, edited, lists int
	last                  time.Time // card
}

func (c *crowd) count() {
	for _, r := range c.w.server.Requests() {
		if r.Chat != c.w.managers.ID() || r.Code != 200 || !strings.HasPrefix(r.Method, "send") && !strings.HasPrefix(r.Method, "edit") || r.Method == "editForumTopic" {
			continue
		}
		c.at = append(c.at, r.Done)
	}
	for _, e := range events(c.w) {
		m := e.Message
		switch {
		case m.Chat.ID != c.w.managers.ID() || !m.ByBot():
		case e.Kind == playground.Edited:
			c.edited++
		case e.Kind == playground.Sent && cardOf(m) != 0:
			c.posted, c.last = c.posted+1, e.At
		case e.Kind == playground.Sent && strings.Contains(m.Text, "•"):
			c.lists++
		}
	}
	c.t.Logf("%d messages: %d cards until %s after the first, %d lists, %d edits",
		len(c.at), c.posted, c.last.Sub(c.begin).Round(time.Second), c.lists, c.edited)
}

// pace: no minute has more than twenty messages.
func (c *crowd) pace() {
	slices.SortFunc(c.at, time.Time.Compare)
	for i := 20; i < len(c.at); i++ {
		if gap := c.at[i].Sub(c.at[i-20]); gap < time.Minute-time.Second {
			c.t.Fatalf("21 messages within %s", gap)
		}
	}
}

// cards: everybody has one, soon, and lists do not drown it.
func (c *crowd) cards(people int) {
	if c.posted != people || c.last.Sub(c.begin) > 12*time.Minute {
		c.t.Errorf("%d cards until %s after the first", c.posted, c.last.Sub(c.begin))
	}
	if c.lists > 40 {
		c.t.Errorf("%d lists", c.lists)
	}
}
