package bot_test

import (
	"fmt"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestFloodOfOneDelaysNobody: 500 messages of one prospect and, behind them, one of
// another. It is answered with the batch that takes it, and the flood costs neither
// messages nor anything of the managers' beyond the first twenty.
func TestFloodOfOneDelaysNobody(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.do(append(wants(1, 1000), wants(4, 1001)...)...)
		o.pushed, o.store.commits = nil, nil
		var inputs []bot.Input
		for i := range int64(500) {
			in := person(100+i, 1000, dialog.SentMedia, "")
			in.Event.Media, in.Event.Message = true, 100+i
			in.Event.At = noon.Add(2*time.Minute + time.Duration(i)*time.Millisecond)
			inputs = append(inputs, in)
		}
		other := press(900, 1001, "a:niche:has")
		other.Event.At = noon.Add(3 * time.Minute)
		o.do(append(inputs, other)...)
		if sizes := fmt.Sprint(len(o.store.commits), len(o.store.commits[0]), len(o.store.commits[1])); sizes != "2 256 245" {
			t.Errorf("commits, and turns in them: %s", sizes)
		}
		if s := o.session(1001); s.Answers.Value("niche") != "has" {
			t.Errorf("the other's answer: %v", s.Answers)
		}
		o.costs(1000, 1001)
	})
}

// costs counts what a flood led to.
func (o *office) costs(flooder, other int64) {
	o.t.Helper()
	count := map[string]int{}
	for _, d := range o.pushed {
		switch {
		case d.Chat == other && d.Method == outbox.Send:
			count["to the other"]++
		case d.Chat == flooder && d.Method == outbox.Send:
			count["to the flooder"]++
		case d.Chat == outbox.Managers && d.Method == outbox.Copy:
			count["to the managers"]++
		}
	}
	if got := fmt.Sprint(count); got != "map[to the flooder:21 to the managers:20 to the other:1]" {
		o.t.Errorf("messages: %s", got)
	}
}

// BenchmarkSilence is what a message costs that nobody reads.
func BenchmarkSilence(b *testing.B) {
	a := assistant(zone)
	s := dialog.Session{ID: 1, ChatID: 1, Phase: dialog.New, Owner: dialog.Bot}
	in := dialog.Input{Kind: dialog.Wrote, Text: "ой", At: noon}
	for range 30 {
		s = a.Advance(s, in).Session
	}
	for b.Loop() {
		s = a.Advance(s, in).Session
	}
}
