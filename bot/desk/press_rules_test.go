package desk_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// everything that can be pressed, with numbers that mean something and some that
// do not.
var everything = []string{
	"claim", "take_over", "release", "hand", "hand:5", "hand:6", "hand:8", "hand:77", "called", "later", "later:1", "later:4", "later:9",
	"won", "lost", "reject", "amount", "amount:20000", "why", "why:1", "why:4", "why:9", "why:101", "why:102", "reopen", "transcript",
	"more", "flag:1", "flag:6", "flag:9", "flag:101", "flag:106", "cat:1", "cat:4", "cat:5", "cat:9", "temp:1", "temp:4", "temp:9", "dance",
}

// each presses everything in every state, by the holder and by another.
func each(t *testing.T, do func(t *testing.T, lead, action string, by desk.Manager)) {
	for _, lead := range slices.Sorted(maps.Keys(leads)) {
		for _, action := range everything {
			for _, by := range []desk.Manager{olga, ivan} {
				t.Run(lead+" "+action+" "+by.Name, func(t *testing.T) { do(t, lead, action, by) })
			}
		}
	}
}

// TestStrangersChangeNothing: a press by someone who is not in the managers'
// chat, now, only tells them so.
func TestStrangersChangeNothing(t *testing.T) {
	d := newDesk(t)
	each(t, func(t *testing.T, lead, action string, by desk.Manager) {
		by.Member = false
		s := leads[lead]()
		r := pressed(d, s, action, by, noon)
		unchanged(t, leads[lead](), s, r)
		if r.Toast != word("desk_not_member") {
			t.Errorf("told %q", r.Toast)
		}
	})
}

// TestPressTwice: the second of two equal presses tells something, and changes
// and posts nothing.
func TestPressTwice(t *testing.T) {
	d := newDesk(t)
	each(t, func(t *testing.T, lead, action string, by desk.Manager) {
		s := leads[lead]()
		pressed(d, s, action, by, noon.Add(time.Minute))
		before := *s
		r := pressed(d, s, action, by, noon.Add(2*time.Minute))
		unchanged(t, &before, s, r)
		if r.Toast == "" {
			t.Error("the second press is told nothing")
		}
	})
}

// TestPressKeepsTheLoadedSession: who works on a copy finds the original as it
// was, all that it points to included.
func TestPressKeepsTheLoadedSession(t *testing.T) {
	d := newDesk(t)
	each(t, func(t *testing.T, lead, action string, by desk.Manager) {
		original := leads[lead]()
		copied := *original
		pressed(d, &copied, action, by, noon.Add(time.Minute))
		if diff := cmp.Diff(leads[lead](), original); diff != "" {
			t.Errorf("the original changed:\n%s", diff)
		}
	})
}

// TestPressAfterTheEnd: a closed case is opened again or explained, nothing else;
// of a lead who is forgotten, or has no card, nothing at all.
func TestPressAfterTheEnd(t *testing.T) {
	d := newDesk(t)
	works := []string{"reopen", "amount", "why", "transcript"}
	says := map[string]string{"won": "desk_closed", "lost": "desk_closed", "rejected": "desk_closed", "forgotten": "desk_closed",
		"no card": "desk_gone", "card waits": "desk_gone"}
	for _, lead := range slices.Sorted(maps.Keys(says)) {
		for _, action := range everything {
			p, _ := dialog.ParsePress("m:42:" + action)
			open := lead != "forgotten" && says[lead] == "desk_closed"
			if action == "dance" || open && slices.Contains(works, p.Args[1]) {
				continue
			}
			s := leads[lead]()
			r := pressed(d, s, action, olga, noon)
			unchanged(t, leads[lead](), s, r)
			if r.Toast != word(says[lead]) {
				t.Errorf("%s, %s: told %q", lead, action, r.Toast)
			}
		}
	}
}

// TestHundredClaims: of a hundred managers one has the lead, and the others hear
// who and since when.
func TestHundredClaims(t *testing.T) {
	d, s := newDesk(t), posted(hot...)
	for i := range 100 {
		r := d.Press(s, "claim", 0, desk.Manager{ID: int64(i + 1), Name: fmt.Sprintf("М%d", i+1), Member: true}, nil, noon.Add(time.Duration(i)*time.Second))
		won := i == 0
		if told := "Уже взял(а) М1 в 12:00"; won != (r.Toast == word("desk_yours")) || !won && r.Toast != told || won != (len(r.Out) > 0) {
			t.Fatalf("claim %d: %+v", i+1, r)
		}
	}
	if s.Claim.ID != 1 {
		t.Errorf("the lead is with %+v", s.Claim)
	}
}

// TestPressKeysAreNew: every delivery is one of its own, over two cards.
func TestPressKeysAreNew(t *testing.T) {
	d, seen, random := newDesk(t), map[string]bool{}, rand.New(rand.NewPCG(1, 1))
	for card := range 2 {
		s := posted(hot...)
		s.Handoff.Number = card + 1
		for i := range 500 {
			by := []desk.Manager{olga, ivan}[i%2]
			for _, delivery := range pressed(d, s, everything[random.IntN(len(everything))], by, noon.Add(time.Duration(i)*10*time.Minute)).Out {
				if seen[delivery.Key] {
					t.Fatalf("press %d: %s came before", i, delivery.Key)
				}
				seen[delivery.Key] = true
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d deliveries", len(seen))
	}
}
