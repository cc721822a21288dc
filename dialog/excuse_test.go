package dialog_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
)

// waiting is a lead who asked for a human at noon and was offered two times.
func waiting(t *testing.T) *actor {
	t.Helper()
	a := newAssistant(t)
	p := &actor{a, at(t, a)}
	p.do(dialog.Pressed, "human", opening)
	p.s.Handoff.Slots = []time.Time{opening.Add(2 * time.Hour), opening.Add(26 * time.Hour)}
	return p
}

// TestWhoHearsAnExcuse: nobody by night, nobody who is not to be written to, and
// nobody whom a manager has. It goes out once, and not before the night is over.
func TestWhoHearsAnExcuse(t *testing.T) {
	day, night := opening.Add(30*time.Minute), opening.Add(10*time.Hour)
	for _, c := range []struct {
		name   string
		at     time.Time
		change func(*dialog.Session)
		says   int
	}{
		{"by day", day, func(*dialog.Session) {}, 1},
		{"by night", night, func(*dialog.Session) {}, 0},
		{"stopped", day, func(s *dialog.Session) { s.Stopped = true }, 0},
		{"blocked", day, func(s *dialog.Session) { s.Blocked = true }, 0},
		{"with a manager", day, func(s *dialog.Session) { s.Owner = dialog.Manager }, 0},
		{"closed", day, func(s *dialog.Session) { s.Owner = dialog.Closed }, 0},
		{"without a card", day, func(s *dialog.Session) { s.Handoff = nil }, 0},
		{"without consent", day, func(s *dialog.Session) { s.Consents = nil }, 0},
	} {
		for _, kind := range []dialog.Did{dialog.Excused, dialog.Returned} {
			p := waiting(t)
			c.change(&p.s)
			turn := p.do(kind, "", c.at)
			var own []dialog.Say
			for _, say := range turn.Say {
				if say.Why == dialog.Reminds {
					own = append(own, say)
				}
			}
			if len(own) != c.says {
				t.Errorf("%s, %s: %+v", kind, c.name, own)
			}
			if c.says > 0 && (own[0].Until.IsZero() || !turn.Session.Nudged.Equal(c.at)) {
				t.Errorf("%s, %s: until %v, nudged %v", kind, c.name, own[0].Until, turn.Session.Nudged)
			}
		}
	}
}

// TestExcuseOutlivesAWord: what the lead writes meanwhile takes a reminder back,
// the apology stands.
func TestExcuseOutlivesAWord(t *testing.T) {
	p := waiting(t)
	p.do(dialog.Excused, "", opening.Add(30*time.Minute))
	if turn := p.do(dialog.Wrote, "Алло", opening.Add(31*time.Minute)); turn.Withdraw {
		t.Error("the apology is withdrawn")
	}
}

// TestSlotPresses: the first choice stands, whatever is pressed later.
func TestSlotPresses(t *testing.T) {
	half := opening.Add(30 * time.Minute)
	for _, c := range []struct {
		name    string
		presses []string
		toast   string
		slot    time.Time
	}{
		{"the first", []string{"slot:1:1"}, "", opening.Add(2 * time.Hour)},
		{"twice", []string{"slot:1:1", "slot:1:1"}, "Уже записано: сегодня в 14:00", opening.Add(2 * time.Hour)},
		{"the other one afterwards", []string{"slot:2:1", "slot:1:1"}, "Уже записано: завтра в 14:00", opening.Add(26 * time.Hour)},
		{"another time afterwards", []string{"slot:2:1", "slot:other:1"}, "Уже записано: завтра в 14:00", opening.Add(26 * time.Hour)},
		{"one of them after all", []string{"slot:other:1", "slot:2:1"}, "", opening.Add(26 * time.Hour)},
		{"of a card before", []string{"slot:1:7"}, "Эта кнопка из прошлого сообщения. Ответьте, пожалуйста, в последнем.", time.Time{}},
		{"none of ours", []string{"slot:3:1"}, "Эта кнопка из прошлого сообщения. Ответьте, пожалуйста, в последнем.", time.Time{}},
	} {
		p, events := waiting(t), 0
		p.do(dialog.Excused, "", half)
		var last dialog.Turn
		for _, data := range c.presses {
			last = p.do(dialog.Pressed, data, half.Add(time.Minute))
			for _, e := range last.Events {
				if e.Kind == dialog.EventSlot {
					events++
				}
			}
		}
		if last.Toast != c.toast || !p.s.Handoff.Slot.Equal(c.slot) || (events == 1) == c.slot.IsZero() {
			t.Errorf("%s: toast %q, slot %v, %d events", c.name, last.Toast, p.s.Handoff.Slot, events)
		}
	}
}

// TestSlotIsAPromise: the chosen time is the deadline until a new reason for the
// managers brings a new one.
func TestSlotIsAPromise(t *testing.T) {
	a := newAssistant(t)
	p := &actor{a, at(t, a, "niche", "has", "niche_text", "skip", "product", "not_written")}
	p.do(dialog.Pressed, "human", opening)
	p.s.Handoff.Slots = []time.Time{opening.Add(2 * time.Hour), opening.Add(26 * time.Hour)}
	p.s.Handoff.Steps = 4
	p.do(dialog.Excused, "", opening.Add(30*time.Minute))
	p.do(dialog.Pressed, "slot:2", opening.Add(31*time.Minute))
	if due := a.Deadline(p.s.Handoff); !due.Equal(opening.Add(26 * time.Hour)) {
		t.Errorf("the deadline is %v", due)
	}
	p.do(dialog.Pressed, "a:consulting:yes", opening.Add(40*time.Minute))
	if due := a.Deadline(p.s.Handoff); !due.Equal(opening.Add(55*time.Minute)) || p.s.Handoff.Steps != 0 || p.s.Handoff.Lane != dialog.LaneBooking {
		t.Errorf("after booking the deadline is %v, the card %+v", due, p.s.Handoff)
	}
}

// TestOwnTime: the first thing that is said after «Другое время» is the time, be
// it a voice message; the open question stays open.
func TestOwnTime(t *testing.T) {
	for _, kind := range []dialog.Did{dialog.Wrote, dialog.SentMedia} {
		p := waiting(t)
		p.do(dialog.Excused, "", opening.Add(30*time.Minute))
		p.do(dialog.Pressed, "slot:other", opening.Add(31*time.Minute))
		turn := p.do(kind, "2", opening.Add(32*time.Minute))
		if len(turn.Events) == 0 || turn.Events[0].Kind != dialog.EventNews || !strings.HasPrefix(turn.Events[0].Text, "2") || p.s.Asked != "niche" || p.s.Handoff.Other {
			t.Errorf("%s: asked %q, %+v, %+v", kind, p.s.Asked, p.s.Handoff, turn.Events)
		}
		if p.do(dialog.Wrote, "2", opening.Add(33*time.Minute)); !p.s.Answers.Has("niche") {
			t.Errorf("%s: the answer after the time is lost", kind)
		}
	}
}
