package bot_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"leadbot/bot"
	"leadbot/bot/outbox"
)

// tripwire is a store that fails when it is to, and watches what is committed.
type tripwire struct {
	bot.Store
	p *play
}

func (w *tripwire) Commit(ctx context.Context, turns []bot.Turn) ([]outbox.Delivery, error) {
	w.p.ends("before the commit")
	if w.p.fails.busy > 0 {
		w.p.fails.busy--
		return nil, errLocked
	}
	if slices.ContainsFunc(turns, func(t bot.Turn) bool { return t.Update == w.p.fails.bad && t.Update != 0 && t.Dead == nil }) {
		return nil, errConstraint
	}
	added, err := w.Store.Commit(ctx, turns)
	if err != nil {
		w.p.t.Fatalf("commit: %v", err)
	}
	w.p.note(turns, added)
	w.p.ends("after the commit")
	return added, nil
}

// note counts the turns of each update.
func (p *play) note(turns []bot.Turn, added []outbox.Delivery) {
	for _, turn := range turns {
		p.climb(turn)
		if p.committed[turn.Update]++; turn.Update != 0 && p.committed[turn.Update] > 1 {
			p.t.Fatalf("update %d is committed twice", turn.Update)
		}
	}
	p.accepted = append(p.accepted, added...)
}

// match expects that the store accepted what the model did, under rising ids.
func (p *play) match() {
	if len(p.model.clashes) > 0 {
		p.t.Fatalf("two deliveries have the key %s", p.model.clashes[0])
	}
	if len(p.accepted) != len(p.model.rows) {
		p.t.Fatalf("%d deliveries were accepted, want %d: %s", len(p.accepted), len(p.model.rows), p.unlike())
	}
	for ; p.matched < len(p.accepted); p.matched++ {
		got, want, last := p.accepted[p.matched], p.model.rows[p.matched], int64(0)
		if p.matched > 0 {
			last = p.accepted[p.matched-1].ID
		}
		if got.ID <= last {
			p.t.Fatalf("%s has id %d after %d", got.Key, got.ID, last)
		}
		want.ID = got.ID
		if want.list > 0 {
			want.Key += fmt.Sprint(":", got.ID-int64(want.list)+1)
			p.model.keys[want.Key] = want
		}
		if !reflect.DeepEqual(got, want.Delivery) {
			p.t.Fatalf("the delivery %d is %+v %s\nwant %+v %s", got.ID, got, got.Body, want.Delivery, want.Body)
		}
	}
}

// unlike is the first key that differs.
func (p *play) unlike() string {
	for i := range max(len(p.accepted), len(p.model.rows)) {
		switch {
		case i >= len(p.accepted):
			return p.model.rows[i].Key + " is missing"
		case i >= len(p.model.rows) || !strings.HasPrefix(p.accepted[i].Key, p.model.rows[i].Key):
			return p.accepted[i].Key + " is not expected"
		}
	}
	return "none"
}
