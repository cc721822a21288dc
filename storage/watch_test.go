package storage

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// ledger commits deliveries made at noon and settles some of them.
type ledger struct {
	*testing.T
	db   *DB
	last int64
}

func (l *ledger) made(key string, chat int64, class outbox.Class) outbox.Delivery {
	l.last++
	d := delivery(l.last, key, class)
	d.Chat = chat
	commit(l, l.db, bot.Turn{Deliveries: []outbox.Delivery{d}})
	return d
}

func (l *ledger) sent(d outbox.Delivery, after time.Duration) {
	o := outbox.Outcome{Delivery: d, Verdict: outbox.Sent, Message: 5, Chat: 7, At: noon.Add(after)}
	commit(l, l.db, bot.Turn{Outcome: &o})
}

func (l *ledger) overdue(after time.Duration) (keys []string) {
	l.Helper()
	cards, err := l.db.Overdue(l.Context(), noon.Add(after))
	if err != nil {
		l.Fatal(err)
	}
	for _, d := range cards {
		keys = append(keys, d.Key)
	}
	return keys
}

func TestOverdue(t *testing.T) {
	const managers, lead = 0, 1001
	for name, test := range map[string]struct {
		play func(l *ledger)
		want map[time.Duration]int // overdue cards by the time since noon
	}{
		"stuck": {
			func(l *ledger) {
				l.made("card:1:1", managers, outbox.Critical)
				l.sent(l.made("reply", lead, outbox.Reply), time.Second)
			}, map[time.Duration]int{80 * time.Second: 0, 100 * time.Second: 1, time.Hour: 1},
		},
		"nothing gets through": {
			func(l *ledger) {
				l.sent(l.made("reply", lead, outbox.Reply), -time.Second)
				l.made("card:1:1", managers, outbox.Critical)
			}, map[time.Duration]int{time.Hour: 0},
		},
		"an outage that just ended": {
			func(l *ledger) {
				l.made("card:1:1", managers, outbox.Critical)
				l.sent(l.made("reply", lead, outbox.Reply), time.Hour)
			}, map[time.Duration]int{time.Hour + time.Minute: 0, time.Hour + 80*time.Second: 1},
		},
		"a queue that moves": {
			func(l *ledger) {
				l.sent(l.made("card:1:1", managers, outbox.Critical), 3*time.Minute)
				l.made("card:2:1", managers, outbox.Critical)
				l.sent(l.made("reply", lead, outbox.Reply), time.Second)
			}, map[time.Duration]int{4 * time.Minute: 0, 5 * time.Minute: 1},
		},
		"not urgent": {
			func(l *ledger) {
				l.made("card:3:1", managers, outbox.Reply)
				l.made("news:1:1:1", managers, outbox.Critical)
				l.made("alarm", lead, outbox.Critical)
				l.sent(l.made("reply", lead, outbox.Reply), time.Second)
			}, map[time.Duration]int{time.Hour: 0},
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := &ledger{T: t, db: open(t)}
			commit(t, l.db, bot.Turn{Session: fresh(1)})
			test.play(l)
			for after, want := range test.want {
				if got := l.overdue(after); len(got) != want {
					t.Errorf("after %s: %q, want %d", after, got, want)
				}
			}
		})
	}
}

func TestActive(t *testing.T) {
	db := open(t)
	for i, s := range []struct {
		phase dialog.Phase
		heard time.Duration
	}{{dialog.Asking, 0}, {dialog.Done, 0}, {dialog.Consent, -10 * time.Minute}, {dialog.Review, -20 * time.Minute}, {dialog.Declined, 0}, {dialog.Asking, time.Hour}} {
		lead := fresh(int64(i + 1))
		lead.Phase, lead.Updated = s.phase, noon.Add(s.heard)
		commit(t, db, bot.Turn{Session: lead})
	}
	got, err := db.Active(t.Context(), noon.Add(-15*time.Minute), noon.Add(time.Minute))
	if err != nil || !slices.Equal(got, []int64{1, 3}) {
		t.Error(fmt.Sprint(got), err)
	}
}

// TestGivenBack: a delivery whose topic is gone goes out under its key again, by
// the same commit.
func TestGivenBack(t *testing.T) {
	db := open(t)
	commit(t, db, bot.Turn{Session: fresh(1)})
	d := delivery(1, "card:1:1", outbox.Critical)
	commit(t, db, bot.Turn{Deliveries: []outbox.Delivery{d}})
	again := d
	again.ID, again.Topic = 2, "topic:1:1"
	o := outbox.Outcome{Delivery: d, Verdict: outbox.NoTopic, At: noon}
	if added := commit(t, db, bot.Turn{Outcome: &o, Deliveries: []outbox.Delivery{again}}); len(added) != 1 {
		t.Errorf("added %+v", added)
	}
	if undone, _ := undelivered(t, db); len(undone) != 1 || undone[0].ID != 2 || undone[0].Topic != "topic:1:1" {
		t.Errorf("undelivered: %+v", undone)
	}
}
