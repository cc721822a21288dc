package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"leadbot/bot"
	"leadbot/bot/outbox"
)

// sentTo is a delivery that was tried.
func sentTo(chat, lead int64, class outbox.Class) outbox.Delivery {
	return outbox.Delivery{ID: 500, Key: "m:1:1", Lead: lead, Chat: chat, Class: class, Method: outbox.Send, Attempts: 3}
}

// card is a lead's card that was tried.
func card(lead int64) outbox.Delivery {
	d := sentTo(0, lead, outbox.Critical)
	d.Key = fmt.Sprintf("card:%d:1", lead)
	return d
}

// TestOutcomes: which owners hear of, under which text.
func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		name    string
		d       outbox.Delivery
		verdict outbox.Verdict
		alarm   string // a text's id
		blocked bool
	}{
		{"sent", sentTo(100, 1, outbox.Reply), outbox.Sent, "", false},
		{"the lead blocked the bot", sentTo(100, 1, outbox.Once), outbox.Unreachable, "", true},
		{"the lead never started it", sentTo(100, 1, outbox.Reply), outbox.Stranger, "", true},
		{"an owner blocked the bot", sentTo(owner, 0, outbox.Once), outbox.Unreachable, "", false},
		{"an owner got a lead's card", sentTo(owner, 1, outbox.Critical), outbox.Unreachable, "", false},
		{"of a lead that is gone", sentTo(100, 99, outbox.Reply), outbox.Unreachable, "", false},
		{"the managers' chat is lost", sentTo(0, 1, outbox.Critical), outbox.ChatLost, "alarm_managers_lost", false},
		{"a card refused", card(1), outbox.Refused, "alarm_delivery", false},
		{"a reply refused", sentTo(100, 1, outbox.Reply), outbox.Refused, "alarm_refused", false},
		{"an edit refused", sentTo(0, 1, outbox.Idempotent), outbox.Refused, "alarm_refused", false},
		{"the owner's digest refused", sentTo(owner, 0, outbox.Once), outbox.Refused, "", false},
		{"out of date", sentTo(100, 1, outbox.Once), outbox.Stale, "", false},
		{"markup refused", sentTo(100, 1, outbox.Reply), outbox.Garbled, "alarm_garbled", false},
		{"a digest unclear", sentTo(owner, 0, outbox.Once), outbox.Unclear, "alarm_unclear", false},
		{"put off", sentTo(100, 1, outbox.Once), outbox.Wait, "", false},
		{"not sent", sentTo(100, 1, outbox.Once), outbox.Unsent, "", false},
		{"no topic", sentTo(0, 1, outbox.Critical), outbox.NoTopic, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t, settings(), newMemory())
			o.do(wants(1, 100)...)
			o.pushed = nil
			o.do(outcome(c.d, c.verdict))
			committed := o.store.commits[1][0]
			if committed.Outcome == nil || committed.Outcome.Verdict != c.verdict {
				t.Errorf("the outcome is not recorded: %+v", committed)
			}
			if got := o.session(100).Blocked; got != c.blocked {
				t.Errorf("blocked %t", got)
			}
			if c.alarm == "" && len(o.sent(owner)) > 0 || c.alarm != "" && !said(o.sent(owner), strings.NewReplacer("{lead}", "1", "{error}", "").Replace(text(c.alarm))) {
				t.Errorf("the owner is told %q", o.sent(owner))
			}
			if said(o.sent(0), "бот заблокирован") != c.blocked {
				t.Errorf("the managers are told %q", o.sent(0))
			}
		})
	}
}

// TestAlarmsReachEveryOwnerOnce for one cause, however often it is reported.
func TestAlarmsReachEveryOwnerOnce(t *testing.T) {
	c := settings()
	c.Owners = []int64{owner, owner + 50}
	o := open(t, c, newMemory())
	lost := outcome(sentTo(0, 1, outbox.Critical), outbox.ChatLost)
	o.do(lost, lost)
	o.do(lost)
	for _, chat := range c.Owners {
		if n := len(o.sent(chat)); n != 1 {
			t.Errorf("owner %d got %d alarms", chat, n)
		}
	}
	for _, d := range o.pushed {
		if d.Class != outbox.Critical || d.Priority != outbox.Card || d.Lead != 0 {
			t.Errorf("an alarm: %+v", d)
		}
	}
}

// TestRefusedAlarm leads to no other, which would be refused as well, for ever.
func TestRefusedAlarm(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(outcome(card(1), outbox.Refused))
	for range 5 {
		alarm := o.pushed[len(o.pushed)-1]
		o.do(outcome(alarm, outbox.Refused))
	}
	if n := len(o.pushed); n > 1 {
		t.Errorf("%d alarms, each about the one before", n)
	}
}

// TestBlockedIsToldOnce: of three messages that could not be delivered, and the
// messenger's own notice, the managers read once.
func TestBlockedIsToldOnce(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(wants(1, 100)...)
	for range 3 {
		o.do(outcome(sentTo(100, 1, outbox.Reply), outbox.Unreachable))
	}
	n := 0
	for _, s := range o.sent(0) {
		if s == "Анна100: сообщения бота больше не доходят (бот заблокирован или аккаунт удалён)" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the managers were told %d times", n)
	}
}

// TestManagersChatLost: the bot was put out of the managers' chat.
func TestManagersChatLost(t *testing.T) {
	o := open(t, settings(), newMemory())
	in := person(9, 5, "blocked", "")
	in.Place, in.Chat = bot.Managers, managers
	back := in
	back.Update, back.Event.Kind = 10, "unblocked"
	o.do(in, back)
	if got := o.sent(owner); len(got) != 1 || got[0] != text("alarm_managers_lost") {
		t.Errorf("the owner is told %q", got)
	}
}
