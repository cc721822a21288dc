package dialog_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
)

// actor plays one conversation at times of its own.
type actor struct {
	a *dialog.Assistant
	s dialog.Session
}

func (p *actor) do(kind dialog.Did, what string, when time.Time) dialog.Turn {
	in := dialog.Input{Kind: kind, Text: what, At: when, From: dialog.Profile{UserID: 100, Name: "Анна"}}
	if kind == dialog.Pressed {
		in.Text, in.Pressed = "", what
	}
	turn := p.a.Advance(p.s, in)
	p.s = turn.Session
	return turn
}

// ticks runs the timers up to a time and returns what was said, with its time.
func (p *actor) ticks(until time.Time) (said []string) {
	for !p.s.Due.IsZero() && !p.s.Due.After(until) {
		due := p.s.Due.In(opening.Location())
		for _, say := range p.do(dialog.Ticked, "", due).Say {
			if say.Why == dialog.Reminds {
				said = append(said, due.Format("Mon 15:04 ")+say.Message.Text.String())
			}
		}
	}
	return said
}

// answerAll skips what is open up to the review, or the next mandatory question.
func (p *actor) answerAll(when time.Time) {
	for range 30 {
		if p.s.Phase == dialog.Asking {
			p.do(dialog.Pressed, "skip:"+string(p.s.Asked), when)
		}
	}
}

// strong are answers of a lead with a total above 70 once budget is in; weak of
// one that does everything alone.
var (
	strong = append(midway, "price", "gt80k", "start", "now", "experience", "seeking")
	alone  = append(midway, "price", "lt5k", "start", "now", "experience", "self_made", "budget", "none", "decides", "self", "call", "no")
)

// TestConfirmedOnce: one «Да» is one event, also when the card is out already.
func TestConfirmedOnce(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, strong...)}
	p.do(dialog.Pressed, "human", opening)
	p.answerAll(opening)
	count := 0
	for _, e := range p.do(dialog.Pressed, "review:ok", opening).Events {
		if e.Kind == dialog.EventConfirmed {
			count++
		}
	}
	if count != 1 {
		t.Errorf("%d events say that the card is confirmed", count)
	}
}

// TestFinishedFormIsNotClosed: a lead who finished, looks at one answer and goes
// away is neither chased nor handed over as one who did not finish.
func TestFinishedFormIsNotClosed(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, alone...)}
	p.answerAll(opening)
	p.do(dialog.Pressed, "review:ok", opening)
	p.do(dialog.Pressed, "edit:budget", opening)
	if said := p.ticks(opening.Add(200 * time.Hour)); len(said) > 0 {
		t.Errorf("it is chased: %q", said)
	}
	if h := p.s.Handoff; h != nil && h.Lane == dialog.LaneUnfinished {
		t.Errorf("it is handed over as unfinished: %+v", h)
	}
}

// TestUnfinishedLeadTurnsHot: who comes back after the last reminder and finishes
// as a hot lead gets the hot lane.
func TestUnfinishedLeadTurnsHot(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, append(midway, "price", "gt80k")...)}
	p.ticks(opening.Add(200 * time.Hour))
	if p.s.Handoff == nil || p.s.Handoff.Lane != dialog.LaneUnfinished {
		t.Fatalf("no unfinished card: %+v", p.s.Handoff)
	}
	back := opening.Add(7 * 24 * time.Hour)
	for _, data := range []string{"a:start:now", "a:experience:seeking", "a:budget:gte100k", "a:decides:self"} {
		p.do(dialog.Pressed, data, back)
	}
	p.answerAll(back)
	p.do(dialog.Pressed, "review:ok", back)
	if got := a.Assess(&p.s, back).Temperature; got != "hot" || p.s.Handoff.Lane != dialog.LaneHot {
		t.Errorf("the lead is %s, the card is in lane %s", got, p.s.Handoff.Lane)
	}
}

// TestManagerHearsAStoppedLead: /stop ends what the bot starts; what the lead
// writes to a manager still reaches him.
func TestManagerHearsAStoppedLead(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, midway...)}
	p.s.Owner, p.s.Stopped = dialog.Manager, true
	turn := p.do(dialog.Wrote, "Где вы?", opening)
	if len(turn.Events) != 1 || turn.Events[0].Kind != dialog.EventNews {
		t.Errorf("events %+v, says %+v", turn.Events, turn.Say)
	}
}

// TestPromisedTimeIsKept: «Напомню в воскресенье в 12:00» comes at that time,
// whatever reminder of the form is due beside it.
func TestPromisedTimeIsKept(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, "niche", "doubts")}
	p.do(dialog.Pressed, "x:niche:later", opening)
	turn := p.do(dialog.Pressed, "x:niche:3d", opening)
	if turn.Toast != "Напомню в воскресенье в 12:00" {
		t.Fatalf("the toast is %q", turn.Toast)
	}
	said := p.ticks(opening.Add(96 * time.Hour))
	for _, s := range said {
		if strings.Contains(s, "вы просили напомнить") && !strings.HasPrefix(s, "Sun 12:00") {
			t.Errorf("it comes at %.9s", s)
		}
	}
}

// TestForgetRepeatsNothing: what follows /forget holds nothing of the person.
func TestForgetRepeatsNothing(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, "niche", "has")}
	p.do(dialog.Wrote, "секрет", opening)
	p.do(dialog.Pressed, "a:product:in_place", opening)
	p.answerAll(opening)
	p.do(dialog.Pressed, "a:participation:undecided", opening)
	p.answerAll(opening)
	if p.s.Phase != dialog.Review {
		t.Fatalf("phase %s, asked %q", p.s.Phase, p.s.Asked)
	}
	turn := p.do(dialog.Commanded, "forget", opening)
	if text := encode(turn); strings.Contains(text, "секрет") || strings.Contains(text, "Анна") {
		t.Errorf("after /forget the turn still says %s", text)
	}
}

// TestWritingUnblocks: who writes has unblocked the bot.
func TestWritingUnblocks(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, midway...)}
	p.do(dialog.BlockedUs, "", opening)
	p.do(dialog.Wrote, "15 000", opening)
	if p.s.Blocked {
		t.Error("a lead who writes counts as one who blocked the bot")
	}
}
