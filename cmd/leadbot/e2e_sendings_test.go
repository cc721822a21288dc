package main

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"leadbot/bot/playground"
)

// sending is a call that left something in a chat: a message or a topic.
type sending struct {
	chat     int64
	what     string // its text and its buttons, or its title
	at, done time.Time
	told     bool // the answer left for the bot
}

// sendings are those of all the bot's lives, in the order of their answers. The
// server itself remembers only the last ones.
type sendings struct {
	town   *town
	all    []sending
	calls  int            // of any method, refused ones too
	faults map[string]int // calls that met one, by what it was
	over   chan struct{}
}

// follow writes down what the bot sends from now on, until end.
func (w *town) follow() *sendings {
	s := &sendings{town: w, faults: map[string]int{}, over: make(chan struct{})}
	go func() {
		defer close(s.over)
		_, _ = w.server.AwaitRequest(w.ctx, s.add)
	}()
	return s
}

// lastWord is a method that the bot never calls.
const lastWord = "logOut"

// end waits until everything up to now is written down. The bot has stopped.
func (s *sendings) end() {
	s.town.t.Helper()
	resp := must(http.Get(s.town.server.URL + "/bot" + botToken + "/" + lastWord))(s.town.t)
	_ = resp.Body.Close()
	<-s.over
}

// add writes a request down; the last word ends it.
func (s *sendings) add(r playground.Request) (over bool) {
	s.calls++
	switch {
	case r.Code == 0 && r.Handled:
		s.faults["done, no answer"]++
	case r.Code == 0:
		s.faults["dropped"]++
	case slices.Contains([]int{500, 502, 429, 409}, r.Code):
		s.faults[fmt.Sprint(r.Code)]++
	case r.Done.Sub(r.At) > slowness/2 && r.Method != "getUpdates":
		s.faults["slow"]++
	}
	if r.Handled && (r.Method == "sendMessage" || r.Method == "sendPhoto" || r.Method == "createForumTopic") {
		what := r.Params["text"] + r.Params["caption"] + r.Params["name"] + r.Params["reply_markup"]
		s.all = append(s.all, sending{r.Chat, what, r.At, r.Done, r.Code != 0})
	}
	return r.Method == lastWord
}

// noting is how long the bot may take at most to note what it sent, and the server
// to read what a dead bot has sent.
const noting = 2 * time.Second

// checkRepeats wants nothing to be sent twice, except what was on its way when
// the bot died and what was done without an answer; and no digest twice even so.
// Alarms are left out: two of them may have the same text.
func (s *sendings) checkRepeats(deaths []time.Time) (r repeats) {
	s.town.t.Helper()
	before, copies := map[content]sending{}, map[content]int{}
	for _, x := range s.all {
		key := x.content()
		if x.chat == s.town.owner.ID() && !key.title {
			continue
		}
		if first, again := before[key]; again {
			switch {
			case key.title:
				s.town.t.Errorf("a digest came twice: %s", key.what)
			case !first.told:
				r.unanswered++
			case between(deaths, first.at.Add(-noting), first.done.Add(noting)):
				r.died++
			default:
				s.town.t.Errorf("sent twice without a cause, at %s and %s: %s", first.at, x.at, x.what)
			}
		}
		before[key] = x
		copies[key]++
		r.most = max(r.most, copies[key])
	}
	return r
}

// repeats are how many messages and topics were sent again: because the bot died,
// because no answer came; and how often one of them came at most.
type repeats struct{ died, unanswered, most int }

// content is by what a message is known again.
type content struct {
	chat  int64
	title bool // what is only the title: a digest is one, whatever it says
	what  string
}

func (x sending) content() content {
	if title := digestTitle.FindString(x.what); title != "" {
		return content{x.chat, true, title}
	}
	return content{x.chat, false, x.what}
}

func between(times []time.Time, from, to time.Time) bool {
	return slices.ContainsFunc(times, func(t time.Time) bool { return t.After(from) && t.Before(to) })
}
