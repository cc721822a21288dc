package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"leadbot/bot/playground"
)

var digestTitle = regexp.MustCompile(`^Сводка (\d\S*)`) // and not the alarm about one

// periods returns the periods whose digest the person got, in their order.
func periods(p *playground.Person) []string {
	var all []string
	for _, m := range p.Said() {
		if f := digestTitle.FindStringSubmatch(m.Text + m.Caption); f != nil {
			all = append(all, f[1])
		}
	}
	return all
}

func isDigest(m playground.Message) bool { return digestTitle.MatchString(m.Text + m.Caption) }

// Each owner gets one digest for each period, over stops and crashes.
func TestDigestBySchedule(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	second := w.server.Person("Ольга")
	w.env["OWNER_IDS"] += "," + strconv.FormatInt(second.ID(), 10)
	w.env["DIGEST_SCHEDULE"] = "@every 2s"
	owners := []*playground.Person{w.owner, second}
	for _, p := range owners {
		p.Start("") // before it the bot may not write to them
	}
	for _, end := range []func(){w.stop, func() { w.bot.kill() }, w.stop} {
		w.start()
		for _, p := range owners {
			must(p.Await(w.ctx, isDigest))(t)
		}
		end()
	}
	for _, p := range owners {
		got := periods(p)
		for i := range got[1:] {
			if got[i+1] <= got[i] {
				t.Errorf("%s got the digests %q", p.User().FirstName, got)
			}
		}
	}
	if a, b := fmt.Sprint(periods(owners[0])), fmt.Sprint(periods(owners[1])); a != b {
		t.Errorf("the owners got different digests:\n%s\n%s", a, b)
	}
}

func TestDigestOnRequest(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	w.newcomer("Анна")
	for range 2 { // as often as the owner asks
		w.owner.Send("/digest")
		m := must(w.owner.Await(w.ctx, isDigest))(t)
		if !regexp.MustCompile(`^Сводка \d\d\.\d\d–\d\d\.\d\d`).MatchString(m.Text) || !strings.Contains(m.Text, "1, за прошлый период 0") {
			t.Errorf("the digest: %s", m.Text)
		}
	}
	anna := w.newcomer("Вера")
	anna.Send("/digest")
	if m := must(anna.Await(w.ctx, playground.Any))(t); isDigest(m) {
		t.Errorf("a stranger got the digest")
	}
	w.stop()
}

// While the ids are unset anyone can ask for them, in groups too.
func TestIDs(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	managers, owner := w.env["MANAGERS_CHAT_ID"], w.env["OWNER_IDS"]
	delete(w.env, "MANAGERS_CHAT_ID")
	delete(w.env, "OWNER_IDS")
	w.start()
	for _, name := range []string{"MANAGERS_CHAT_ID", "OWNER_IDS"} {
		if lines := w.bot.logged(name); len(lines) != 1 {
			t.Errorf("%s is missed in %d lines:\n%s", name, len(lines), w.bot.log)
		}
	}
	w.owner.Send("/id")
	if m := must(w.owner.Await(w.ctx, playground.Any))(t); !strings.Contains(m.Text, owner) {
		t.Errorf("in private: %s", m.Text)
	}
	w.managers[0].In(w.group).Send("/id")
	if m := must(w.group.Await(w.ctx, playground.Any))(t); !strings.Contains(m.Text, managers) {
		t.Errorf("in the group: %s", m.Text)
	}
	w.newcomer("Анна").Send("/human") // its card waits for the managers' chat
	w.stop()
	w.env["MANAGERS_CHAT_ID"], w.env["OWNER_IDS"] = managers, owner
	w.start()
	must(w.group.Await(w.ctx, func(m playground.Message) bool { return cardOf(m) != 0 }))(t)
	anna := w.newcomer("Вера")
	anna.Send("/id")
	if m := must(anna.Await(w.ctx, playground.Any))(t); strings.Contains(m.Text, strconv.FormatInt(anna.ID(), 10)) {
		t.Errorf("the ids are set, and still told: %s", m.Text)
	}
	w.stop()
}
