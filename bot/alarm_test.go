package bot_test

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestLostChatIsToldOnce until something arrives there again, over restarts too.
func TestLostChatIsToldOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.do(wants(1, 100)...)
		lost := func(id int64, at time.Duration) bot.Input {
			in := outcome(outbox.Delivery{ID: id, Key: "k", Chat: outbox.Managers, Class: outbox.Reply}, outbox.ChatLost)
			in.Outcome.At = noon.Add(at)
			return in
		}
		o.do(lost(1, 0), lost(2, time.Minute))
		o = open(t, settings(), store)
		o.do(lost(3, time.Hour))
		if len(o.sent(owner)) != 0 {
			t.Errorf("after a restart the owner hears %q again", o.sent(owner))
		}
		arrived := outcome(outbox.Delivery{ID: 4, Key: "k4", Chat: outbox.Managers, Class: outbox.Reply}, outbox.Sent)
		arrived.Outcome.Message = 77
		o.do(arrived)
		o.do(lost(5, 2*time.Hour))
		if got := o.sent(owner); len(got) != 1 || got[0] != text("alarm_managers_lost") {
			t.Errorf("of the second loss the owner hears %q", got)
		}
	})
}

// TestOwnerOutOfReach: the managers are told who should press Start, once a day.
func TestOwnerOutOfReach(t *testing.T) {
	o := open(t, settings(), newMemory())
	for _, v := range []outbox.Verdict{outbox.Stranger, outbox.Unreachable} {
		o.do(outcome(sentTo(owner, 0, outbox.Once), v))
	}
	if got := o.sent(0); len(got) != 1 || !strings.Contains(got[0], "id 900") {
		t.Errorf("the managers read %q", got)
	}
}

// TestOverdueCard: each owner sees the card once; where there is no managers'
// chat they have a copy already.
func TestOverdueCard(t *testing.T) {
	overdue := bot.Input{Place: bot.Inside, Event: dialog.Input{At: noon}, Overdue: &outbox.Delivery{
		ID: 7, Key: "card:1:1", Lead: 1, Class: outbox.Critical, Method: outbox.Send,
		Body: dialog.Message{Text: dialog.Plain("Горячая заявка"), Buttons: [][]dialog.Button{{{Text: "Взять", Data: "m:1:claim"}}}}.Encode(),
	}}
	o := open(t, settings(), newMemory())
	o.do(overdue, overdue)
	o.do(overdue)
	if got := o.sent(owner); len(got) != 1 || !strings.Contains(got[0], "#1") || !strings.Contains(got[0], "Горячая заявка") {
		t.Fatalf("the owner reads %q", got)
	}
	if m := message(t, o.pushed[0]); m.Buttons != nil || o.pushed[0].Lead != 1 {
		t.Errorf("the alarm is %+v", o.pushed[0])
	}
	c := settings()
	c.Managers = 0
	alone := open(t, c, newMemory())
	alone.do(overdue)
	if got := alone.sent(owner); len(got) != 0 {
		t.Errorf("without a managers' chat the owner reads %q", got)
	}
}

// TestSetAsideIsTold: whoever sent what cannot be handled is answered, the owners
// hear of it once a day.
func TestSetAsideIsTold(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.store.refuse = refuses(3, errBad)
	o.do(person(3, 100, dialog.Started, ""))
	o.store.refuse = refuses(4, errBad)
	o.do(person(4, 101, dialog.Started, ""))
	for _, chat := range []int64{100, 101} {
		if got := o.sent(chat); len(got) != 1 || got[0] != text("sorry") {
			t.Errorf("%d reads %q", chat, got)
		}
	}
	if got := o.sent(owner); len(got) != 1 || got[0] != text("alarm_dead") {
		t.Errorf("the owner reads %q", got)
	}
}

// TestRefusedIsKept: what the messenger does not take waits for a person.
func TestRefusedIsKept(t *testing.T) {
	o := open(t, settings(), newMemory())
	d := sentTo(100, 1, outbox.Reply)
	d.Body = dialog.Message{Text: dialog.Plain("Вопрос")}.Encode()
	o.do(outcome(d, outbox.Refused))
	if dead := o.store.dead(); len(dead) != 1 || dead[0].Chat != 100 || !strings.Contains(string(dead[0].Payload), "Вопрос") {
		t.Errorf("dead letters: %+v", dead)
	}
}
