package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// The bot dies at each point, under each behaviour of the server. A hot prospect
// talks to the end all the same, a manager claims the card, the owner gets
// digests; nothing is lost and nothing comes twice but what was on its way. All
// cells, by -crash all, take a minute and a half.
func TestCrashMatrix(t *testing.T) {
	t.Parallel()
	cells := make(chan cell)
	go func() {
		defer close(cells)
		for _, c := range chosen() {
			cells <- c
		}
	}()
	var hands sync.WaitGroup
	for range 8 { // the cells wait more than they work
		hands.Go(func() {
			for c := range cells {
				t.Run(fmt.Sprint(c.doom, ", ", c.name), func(t *testing.T) { dieAndLive(t, c.doom, c.fault) })
			}
		})
	}
	hands.Wait()
}

// underWay is how many messages may come again after one crash: to the prospect,
// to the managers and to the owner one each that is sent and one that just was.
// The conversation has thirty.
const underWay = 4

// dieAndLive plays one cell.
func dieAndLive(t *testing.T, d doom, f playground.Fault) {
	w := newTown(t)
	w.wait(2 * patience)
	w.env["DIGEST_SCHEDULE"] = "@every 1s"
	w.owner.Start("")
	g := newGuest(w.server, "Вера", 1, 1)
	g.calm, g.pause, g.likes = true, 10*time.Millisecond, hotLikes
	chats := map[string]int64{"prospect": g.ID(), "managers": w.group.ID(), "owner": w.owner.ID()}
	sent := w.follow()
	die := func() <-chan time.Time { return w.die(d, chats[d.with], cmp.Or(chats[d.with], g.ID()), f) }

	var death <-chan time.Time
	if d.claim {
		w.start()
	} else {
		death = die()
	}
	if err := g.talk(w.ctx); err != nil {
		t.Fatal(err)
	}
	card := must(w.group.Await(w.ctx, func(m playground.Message) bool { return cardOf(m) != 0 }))(t)
	if d.claim {
		w.stop()
		death = die()
	}
	presses := w.take(card, d)
	var at time.Time
	select {
	case at = <-death:
	case <-w.ctx.Done():
		t.Fatal("the point was never reached")
	}
	w.server.Heal()
	lost := w.answerAll(append(g.presses, presses...))
	for range 2 {
		must(w.owner.Await(w.ctx, isDigest))(t)
	}
	w.settle()
	w.checkLead(g)
	w.stop()
	sent.end()
	again := sent.checkRepeats([]time.Time{at})
	if again.died > underWay {
		t.Errorf("%d messages came again after one crash", again.died)
	}
	w.checkAlarm(d)
	t.Logf("again: %d messages after the crash, %d without an answer, %d presses; %d digests", again.died, again.unanswered, lost, len(periods(w.owner)))
}

// die starts the bot that dies at the point, and one that lives after it. The
// server behaves so at the call around which it dies, or when that never left at
// the next such one; around a commit, at the next message to the prospect.
func (w *town) die(d doom, chat, prospect int64, f playground.Fault) <-chan time.Time {
	w.t.Helper()
	point := d.call
	if chat != 0 {
		point += fmt.Sprint("@", chat)
		f = f.In(chat)
	}
	if d.when != "" {
		point += ":" + d.when
		w.server.Fail(d.call, d.number-1, playground.Fault{}.In(chat))
		w.server.Fail(d.call, 1, f)
	}
	point += fmt.Sprint(":", d.number)
	mortal := launch(w.t, w.env.with("CRASH_AT", point), "")
	reborn := make(chan time.Time, 1)
	go func() {
		<-mortal.ended
		at := time.Now()
		if d.when == "" {
			w.server.Fail("sendMessage", 1, f.In(prospect))
		}
		status, _ := mortal.cmd.ProcessState.Sys().(syscall.WaitStatus)
		if status.Signal() != syscall.SIGKILL || len(mortal.logged("dies at "+point)) != 1 {
			w.t.Errorf("it ended otherwise: %s; the log:\n%s", mortal.cmd.ProcessState, mortal.log)
		}
		w.run()
		reborn <- at
	}()
	return reborn
}

// take lets a manager press «Взять» until the card shows it: once, but where it
// cannot be known who presses.
func (w *town) take(card playground.Message, d doom) (presses []playground.Callback) {
	w.t.Helper()
	for w.ctx.Err() == nil {
		presses = append(presses, w.managers[0].In(w.group).PressData(card, buttons(card)[0].Data))
		ctx, cancel := context.WithTimeout(w.ctx, patience/3)
		_, err := w.group.Await(ctx, func(m playground.Message) bool { return strings.Contains(m.Text, "Взял(а) Мария") })
		cancel()
		if err == nil {
			break
		}
	}
	if len(presses) > 1 && d.call != "getChatMember" {
		w.t.Errorf("the claim took %d presses", len(presses))
	}
	return presses
}

// answerAll wants each press answered. One whose answer was lost with the bot is
// told again, as Telegram does; it returns how many.
func (w *town) answerAll(presses []playground.Callback) (again int) {
	w.t.Helper()
	for _, p := range presses {
		ctx, cancel := context.WithTimeout(w.ctx, time.Second/2)
		_, err := w.server.AwaitAnswer(ctx, p)
		cancel()
		if err == nil {
			continue
		}
		if err := w.server.Repeat(p.Update); err != nil {
			w.t.Fatal(err)
		}
		must(w.server.AwaitAnswer(w.ctx, p))(w.t)
		again++
	}
	return again
}

// checkLead wants everything that the prospect said, one card, or two after a
// crash, and the claim on one of them.
func (w *town) checkLead(g *guest) {
	w.t.Helper()
	leads := w.export()
	l := leads[g.ID()]
	if diff := g.compare(l); diff != "" || len(leads) != 2 { // the owner is one, too
		w.t.Errorf("%d leads; the prospect (-said +exported):\n%s", len(leads), diff)
	}
	if l.Temperature != "hot" || l.Owner != "manager" || l.Manager == nil || l.Manager.Name != "Мария" {
		w.t.Errorf("the export has %+v", l)
	}
	cards := w.cards()[l.ID]
	claimed := slices.ContainsFunc(cards, func(m playground.Message) bool { return strings.Contains(m.Text, "Взял(а) Мария") })
	if len(cards) < 1 || len(cards) > 2 || !claimed || len(w.cards()) > 1 {
		w.t.Errorf("the cards: %q", texts(w.group.Chat))
	}
	if n := len(w.group.Topics()); n < 1 || n > 2 {
		w.t.Errorf("%d topics", n)
	}
}

// checkAlarm wants the owner to know of a digest that may be lost.
func (w *town) checkAlarm(d doom) {
	w.t.Helper()
	told := slices.ContainsFunc(w.owner.Said(), playground.Says("могла не дойти"))
	if d.with == "owner" && !told {
		w.t.Errorf("the owner does not know that a digest may be lost: %q", texts(w.owner.Chat))
	}
}

// The program that people get knows nothing of such points, and the other one
// says so when a point does not exist.
func TestOnlyTheMortalDies(t *testing.T) {
	t.Parallel()
	for name, made := range map[string]func() (string, error){"released": program, "mortal": mortal} {
		content := must(os.ReadFile(must(made())(t)))(t)
		if knows := bytes.Contains(content, []byte("CRASH_AT")); knows != (name == "mortal") {
			t.Errorf("the %s program knows of CRASH_AT: %v", name, knows)
		}
	}
	w := newTown(t)
	for _, point := range []string{"nowhere", "commit:0", "commit:before:1", "getMe:1", "getMe:after:x", "getMe:at:1", ":after:1:1"} {
		if r := command(t, w.env.with("CRASH_AT", point), ""); r.code != 2 || !strings.Contains(r.log, "CRASH_AT") {
			t.Errorf("%s: exit code %d, %s", point, r.code, r.log)
		}
	}
}
