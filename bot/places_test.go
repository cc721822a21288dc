package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestForgedPress: a card's button works in the managers' chat only, whoever
// sends it.
func TestForgedPress(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.do(append(wants(1, 100), wants(4, 101)...)...)
		says := o.session(100).Says
		update := int64(10)
		for _, from := range []int64{100, 101, owner} {
			for _, action := range []string{"claim", "won", "release"} {
				o.do(press(update, from, "m:1:"+action))
				if update++; o.noted(fmt.Sprintf("answer p%d %s", update-1, text("stale"))) != 1 {
					t.Errorf("%d pressed %s and was told %q", from, action, o.did[len(o.did)-2])
				}
			}
		}
		if s := o.session(100); s.Claim != nil || s.Owner != dialog.Queue || s.Says != says {
			t.Errorf("the lead is now %s with %+v, heard %d messages", s.Owner, s.Claim, s.Says-says)
		}
	})
}

// TestClaimRace in one batch: the first has the lead, the second hears who.
func TestClaimRace(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.do(wants(1, 100)...)
		o.do(tap(10, 5, "m:1:claim"), tap(11, 6, "m:1:claim"), tap(12, 5, "m:1:claim"))
		if o.session(100).Claim.ID != 5 || o.noted("answer p11 Уже взял(а) Анна5 в 12:00") != 1 || o.noted("answer p12 "+text("desk_yours")) != 1 {
			t.Errorf("claim %+v, did %q", o.session(100).Claim, o.did)
		}
		if edits := slices.DeleteFunc(o.keys(), func(key string) bool { return !strings.HasPrefix(key, "card:1:1:") }); len(edits) != 1 {
			t.Errorf("the card is redrawn by %q", edits)
		}
	})
}

// at puts an input into a group.
func at(place bot.Place, chat int64, in bot.Input) bot.Input {
	in.Place, in.Chat = place, chat
	return in
}

// TestID: anybody learns the ids while one of them is missing, nobody after.
func TestID(t *testing.T) {
	for _, c := range []struct {
		name     string
		managers int64
		owners   []int64
		answers  bool
	}{
		{"nothing set", 0, nil, true}, {"no owner", managers, nil, true}, {"no managers", 0, []int64{owner}, true}, {"all set", managers, []int64{owner}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := settings()
			s.Managers, s.Owners = c.managers, c.owners
			o := open(t, s, newMemory())
			o.do(person(1, 100, dialog.Commanded, "id"), at(bot.Elsewhere, -7, person(2, 100, dialog.Commanded, "id")), at(bot.Managers, managers, person(3, 100, dialog.Commanded, "id")))
			for _, chat := range []int64{100, -7, managers} {
				want := fmt.Sprintf("id этого чата: %d, ваш id: 100", chat)
				if got := said(o.sent(chat), want); got != c.answers {
					t.Errorf("chat %d is told %q", chat, o.sent(chat))
				}
			}
		})
	}
}

// TestStrangeGroups are left, once for each event there, unless somebody may
// still be looking for their ids.
func TestStrangeGroups(t *testing.T) {
	for _, set := range []bool{true, false} {
		c := settings()
		if !set {
			c.Owners = nil
		}
		o := open(t, c, newMemory())
		o.do(at(bot.Elsewhere, -7, person(1, 100, dialog.Wrote, "Привет")), at(bot.Elsewhere, -7, person(2, 100, dialog.Unblocked, "")),
			at(bot.Elsewhere, -7, person(3, 100, dialog.BlockedUs, "")))
		left := 0
		for _, d := range o.pushed {
			if d.Method != outbox.Leave || d.Chat != -7 || d.Lead != 0 {
				t.Errorf("a delivery %+v", d)
			}
			left++
		}
		if want := map[bool]int{true: 2, false: 0}[set]; left != want {
			t.Errorf("ids set %t: left %d times", set, left)
		}
		if sessions := must(o.store.Sessions(t.Context(), []int64{-7, 100}, nil)); len(sessions) > 0 {
			t.Errorf("somebody in a group became a lead: %+v", sessions)
		}
	}
}

// TestManagersTalk among themselves without the bot.
func TestManagersTalk(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(at(bot.Managers, managers, person(1, 5, dialog.Wrote, "Кто возьмёт?")), at(bot.Managers, managers, person(2, 5, dialog.Commanded, "start")))
	if len(o.pushed) > 0 {
		t.Errorf("the bot says %q", o.keys())
	}
}

// TestOwnersStandIn for the managers while these have no chat: of urgent cards
// they get a copy without buttons. The cards themselves wait.
func TestOwnersStandIn(t *testing.T) {
	for _, known := range []bool{false, true} {
		c := settings()
		if c.Owners = []int64{owner, owner + 50}; !known {
			c.Managers = 0
		}
		o := open(t, c, newMemory())
		o.do(append(wants(1, 100), person(4, 100, dialog.Commanded, "stop"))...)
		for _, chat := range c.Owners {
			if got := said(o.sent(chat), text("desk_new_human")); got == known || len(o.sent(chat)) > 1 {
				t.Errorf("managers known %t: owner %d got %q", known, chat, o.sent(chat))
			}
		}
		for _, d := range o.pushed {
			if slices.Contains(c.Owners, d.Chat) && (len(message(t, d).Buttons) > 0 || d.Topic != "" || d.Class != outbox.Critical) {
				t.Errorf("a copy: %+v", d)
			}
		}
		if !slices.Contains(o.keys(), "card:1:1") || !said(o.sent(0), text("desk_new_human")) {
			t.Errorf("the card does not wait: %q", o.keys())
		}
	}
}

// TestOwnerCommands are the owner's alone; anything else is a prospect's.
func TestOwnerCommands(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(person(1, owner, dialog.Commanded, "digest"), person(2, owner, dialog.Commanded, "help"), person(3, owner, dialog.Commanded, "digest now"))
	if o.noted(fmt.Sprintf("report %d", owner)) != 2 || !said(o.sent(owner), "Вы владелец") {
		t.Errorf("did %q, said %q", o.did, o.sent(owner))
	}
	for _, other := range []int64{100, head} {
		o.do(person(10+other, other, dialog.Commanded, "digest"), person(2000+other, other, dialog.Commanded, "help"))
		if o.noted(fmt.Sprintf("report %d", other)) != 0 || said(o.sent(other), "Вы владелец") || !said(o.sent(other), text("unknown_command")) {
			t.Errorf("%d is told %q", other, o.sent(other))
		}
	}
	group := at(bot.Managers, managers, person(20, owner, dialog.Commanded, "digest"))
	o.do(group)
	if o.noted("report") != 2 {
		t.Error("the owner asked for a digest in the managers' chat and gets it there")
	}
}

// TestStaffAreTests: owners and heads who try the bot are marked from the start.
func TestStaffAreTests(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		o := open(t, settings(), store)
		o.do(person(1, owner, dialog.Started, ""), person(2, head, dialog.Started, ""), person(3, 100, dialog.Started, ""))
		for chat, want := range map[int64]bool{owner: true, head: true, 100: false} {
			if got := o.session(chat).Test; got != want {
				t.Errorf("%d: test %t", chat, got)
			}
		}
	})
}

// TestNobodyIsMade a lead by blocking the bot before the first word.
func TestNobodyIsMadeALead(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(person(1, 100, dialog.BlockedUs, ""), person(2, 100, dialog.Unblocked, ""))
	if sessions := must(o.store.Sessions(t.Context(), []int64{100}, nil)); len(sessions)+len(o.pushed) > 0 {
		t.Errorf("a lead %+v, said %q", sessions, o.keys())
	}
}
