package courier

import (
	"testing"
	"time"

	"leadbot/bot/outbox"
)

func TestKeysAreResolved(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["old"] = spot{55, group}
		topic := card(7, 1, "topic", outbox.Card)
		topic.Method = outbox.Topic
		hot := card(7, 2, "hot", outbox.Card)
		hot.Topic = "topic"
		edit := card(7, 3, "edit", outbox.Claim)
		edit.Method, edit.Refers, edit.Topic = outbox.Edit, "hot", "topic"
		reply := card(7, 4, "reply", outbox.Claim)
		reply.Refers = "old"
		w.courier.Push([]outbox.Delivery{topic, hot, edit, reply})
		w.after(1)
		w.made("0 topic group", "0 hot group in 10", "0 edit group in 10 on 20", "0 reply group on 55")
	})
}

func TestKeysThatLedNowhere(t *testing.T) {
	run(t, 0, func(w *world) {
		edit := card(7, 1, "edit", outbox.Claim)
		edit.Method, edit.Refers = outbox.Edit, "never"
		hot := card(7, 2, "hot", outbox.Card)
		hot.Topic, hot.Refers = "never", "never"
		w.courier.Push([]outbox.Delivery{edit, hot})
		w.after(1)
		w.made("0 hot group")
		w.told("edit sent", "hot sent")
	})
}

func TestMessageToEditIsGone(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["hot"] = spot{55, group}
		edit := card(7, 1, "edit", outbox.Claim)
		edit.Method, edit.Refers = outbox.Edit, "hot"
		again := edit
		again.ID, again.Key = 2, "again"
		w.script["edit"] = verdicts(outbox.NoTarget)
		w.courier.Push([]outbox.Delivery{edit, again})
		w.after(1)
		w.made("0 edit group on 55", "0 edit group", "0 again group on 10")
		w.told("edit sent", "again sent")
		if o := w.reported()[0]; o.Message != 10 || o.Delivery.Method != outbox.Edit {
			w.Errorf("report %+v", o)
		}
	})
}

func TestDetoursAreTakenOnce(t *testing.T) {
	for v, want := range map[outbox.Verdict][]string{
		outbox.NoTarget: {"a refused"},
		outbox.Garbled:  {"a garbled", "a refused"},
	} {
		run(t, 0, func(w *world) {
			w.ledger["topic"] = spot{5, group}
			w.script["a"] = verdicts(v, v, v)
			a := card(7, 1, "a", outbox.Card)
			a.Topic = "topic"
			w.courier.Push([]outbox.Delivery{a})
			w.after(9)
			w.told(want...)
			if len(w.called()) != 2 {
				w.Errorf("%s: calls %q", v, w.called())
			}
			w.kept(0)
		})
	}
}

func TestGarbledGoesOutPlain(t *testing.T) {
	run(t, 0, func(w *world) {
		w.script["a"] = verdicts(outbox.Garbled)
		w.courier.Push([]outbox.Delivery{to(1, 1, "a"), to(1, 2, "b")})
		w.after(1)
		w.made("0 a", "0 a plain", "0 b")
		w.told("a garbled", "a sent", "b sent")
	})
}

// TestTopicIsGone: what was to go there is given back.
func TestTopicIsGone(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["topic"] = spot{5, group}
		a, b := card(7, 1, "a", outbox.Card), card(7, 2, "b", outbox.Card)
		a.Topic, b.Topic = "topic", "topic"
		w.script["a"] = verdicts(outbox.NoTopic)
		w.courier.Push([]outbox.Delivery{a, b})
		w.after(1)
		w.made("0 a group in 5", "0 b group in 5")
		w.told("a no_topic", "b sent")
	})
}

func TestGroupMoves(t *testing.T) {
	run(t, 0, func(w *world) {
		w.ledger["old"] = spot{55, group}
		w.script["a"] = []outbox.Outcome{{Verdict: outbox.Moved, Chat: -200}}
		edit := card(7, 2, "edit", outbox.Claim)
		edit.Method, edit.Refers = outbox.Edit, "old"
		w.courier.Push([]outbox.Delivery{card(7, 1, "a", outbox.Card), edit})
		w.after(1)
		w.told("a moved", "a sent", "edit sent")
		w.made("0 a group", "0 a", "0 edit")
		if o := w.reported()[1]; o.Chat != -200 {
			w.Errorf("it went to %d", o.Chat)
		}
		w.setManagers(-200)
		w.courier.Push([]outbox.Delivery{card(8, 3, "b", outbox.Card)})
		w.after(2)
		w.made("0 a group", "0 a", "0 edit", "1 b group")
	})
}

func TestLostGroupKeepsItsCards(t *testing.T) {
	run(t, 0, func(w *world) {
		lost := outbox.ChatLost
		w.latency = time.Millisecond
		w.script["a"], w.script["b"] = verdicts(lost, lost), verdicts(lost, lost)
		w.courier.Push([]outbox.Delivery{card(7, 1, "a", outbox.Card), card(8, 2, "b", outbox.Card), card(8, 3, "c", outbox.Card)})
		w.courier.Push([]outbox.Delivery{to(1, 4, "x")})
		w.after(100)
		if len(w.reported()) != 2 || len(w.called()) != 5 {
			w.Errorf("%d reports of %d calls", len(w.reported()), len(w.called()))
		}
		w.after(200)
		if len(w.reported()) != 5 {
			w.Errorf("%d reports", len(w.reported()))
		}
		w.kept(0)
	})
}

func TestUnknownManagersChatIsWaitedFor(t *testing.T) {
	run(t, 30, func(w *world) {
		w.setManagers(0)
		w.courier.Push([]outbox.Delivery{card(7, 1, "a", outbox.Card), to(1, 2, "x")})
		w.after(9.5)
		w.made("0 x")
		w.setManagers(group)
		w.after(11)
		w.made("0 x", "10 a group")
	})
}
