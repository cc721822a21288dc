package courier

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// touch is a delivery to the managers that puts no message there.
func touch(method outbox.Method, lead, id int64, key, of string) outbox.Delivery {
	return outbox.Delivery{ID: id, Key: key, Class: outbox.Idempotent, Method: method,
		Chat: outbox.Managers, Lead: lead, Refers: of, Priority: outbox.Claim}
}

// album is a copy of so many messages.
func album(lead, id int64, key string, n int) outbox.Delivery {
	d := card(lead, id, key, outbox.Claim)
	d.Method, d.Body = outbox.Copy, dialog.Message{Copy: &dialog.Copy{Chat: 5, Messages: make([]int64, n)}}.Encode()
	return d
}

func TestTitlesAndDeletionsFindTheirTargets(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["topic"], w.ledger["line"] = spot{55, group}, spot{66, group}
		w.courier.Push([]outbox.Delivery{
			touch(outbox.Delete, 7, 1, "delete", "line"), touch(outbox.React, 7, 2, "react", ""), touch(outbox.Title, 7, 3, "title", "topic"),
		})
		w.after(1)
		w.made("0 delete group on 66", "0 react group", "0 title group on 55")
		w.told("delete sent", "react sent", "title sent")
	})
}

// TestNothingToNameOrDelete: what led nowhere, or stayed behind in another chat,
// needs no call.
func TestNothingToNameOrDelete(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["topic"], w.ledger["line"] = spot{55, -900}, spot{66, -900}
		w.ledger["general"] = spot{0, group}
		for i, of := range []string{"topic", "line", "general", "never", ""} {
			w.courier.Push([]outbox.Delivery{
				touch(outbox.Delete, 7, int64(2*i+1), "delete", of), touch(outbox.Title, 7, int64(2*i+2), "title", of),
			})
		}
		w.after(1)
		w.made()
		if len(w.reported()) != 10 || slices.ContainsFunc(w.reported(), func(o outbox.Outcome) bool { return o.Verdict != outbox.Sent }) {
			w.Errorf("reports %+v", w.reported())
		}
		w.kept(0)
	})
}

func TestOnlyTheNewestTitleIsSet(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["topic"], w.ledger["other"] = spot{55, group}, spot{56, group}
		w.latency = time.Second
		w.courier.Push([]outbox.Delivery{
			card(7, 1, "card", outbox.Card), touch(outbox.Title, 7, 2, "queue", "topic"), touch(outbox.Title, 7, 3, "other", "other"),
			touch(outbox.Title, 7, 4, "taken", "topic"), card(7, 5, "news", outbox.Claim),
		})
		w.after(9)
		w.made("0 card group", "1 news group", "2 other group on 56", "3 taken group on 55")
		w.told("card sent", "news sent", "other sent", "queue sent", "taken sent")
		w.kept(0)
	})
}

// TestDeletedMessageIsNotRedrawn: an edit would send it anew.
func TestDeletedMessageIsNotRedrawn(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["line"] = spot{66, 1}
		w.latency = time.Second
		gone := touch(outbox.Delete, 0, 3, "delete", "line")
		gone.Chat = 1
		w.script["delete"] = verdicts(outbox.Unsent)
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), redraw(1, 2, "edit", "line"), gone})
		w.after(1.5)
		w.courier.Push([]outbox.Delivery{redraw(1, 4, "late", "line")})
		w.after(9)
		w.made("0 a", "1 delete on 66", "3 delete on 66")
		w.told("a sent", "edit sent", "late sent", "delete sent")
		w.kept(0)
	})
}

func TestTwinIsReportedWhateverBecomesOfIt(t *testing.T) {
	run(t, 0, func(w *world) {
		line := album(7, 1, "in:7:9", 1)
		line.Twin = 9
		w.script["in:7:9"] = verdicts(outbox.Unsent, outbox.NoTarget, outbox.Refused)
		w.courier.Push([]outbox.Delivery{line})
		w.after(9)
		w.told("in:7:9 refused")
		if o := w.reported()[0]; o.Delivery.Twin != 9 {
			w.Errorf("report %+v", o)
		}
	})
}

// TestOnlyMessagesCostOfTheGroupsLimit: the group is full, and marks, titles,
// topics and deletions go on.
func TestOnlyMessagesCostOfTheGroupsLimit(t *testing.T) {
	run(t, 1000, func(w *world) {
		w.ledger["topic"], w.ledger["line"] = spot{55, group}, spot{66, group}
		var all []outbox.Delivery
		for i := range int64(21) {
			all = append(all, card(i+1, i+1, fmt.Sprint("c", i), outbox.Card))
		}
		free := []outbox.Delivery{touch(outbox.Title, 31, 31, "title", "topic"), touch(outbox.Delete, 32, 32, "delete", "line"),
			touch(outbox.React, 33, 33, "react", ""), touch(outbox.Topic, 34, 34, "new topic", "")}
		w.courier.Push(append(all, free...))
		w.after(30)
		if len(w.called()) != 24 || slices.ContainsFunc(w.called(), func(s string) bool { return strings.Contains(s, " c20 ") }) {
			w.Errorf("calls %q", w.called())
		}
		w.script["last"] = []outbox.Outcome{{Verdict: outbox.Wait, After: 40 * time.Second}}
		w.courier.Push([]outbox.Delivery{touch(outbox.React, 41, 41, "last", "")})
		w.after(31)
		w.courier.Push([]outbox.Delivery{touch(outbox.React, 42, 42, "later", "")})
		w.after(80)
		if last := w.called()[25:]; len(last) != 3 || !strings.HasPrefix(last[0], "70") || !strings.HasPrefix(last[2], "70") {
			w.Errorf("after the messenger asked to wait: %q", last)
		}
	})
}

func TestAlbumCostsItsMessages(t *testing.T) {
	run(t, 1000, func(w *world) {
		w.courier.Push([]outbox.Delivery{album(1, 1, "a", 10), album(2, 2, "b", 9), album(3, 3, "c", 3), card(4, 4, "d", outbox.Claim)})
		w.courier.Push([]outbox.Delivery{album(5, 5, "e", 0)})
		w.after(30)
		if len(w.called()) != 3 {
			w.Errorf("calls %q", w.called())
		}
		w.after(90)
		if len(w.called()) != 5 {
			w.Errorf("calls %q", w.called())
		}
	})
}
