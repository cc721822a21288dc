package desk_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// TestClockAtRandom plays leads to whom anything happens at any time, with ticks
// that come when they are due, late, or for no reason: each promise is escalated
// once, up the ladder, and a lead hears one apology for a card, awake.
func TestClockAtRandom(t *testing.T) {
	desks := []*desk.Desk{usual(t), office(t, "always", "21:00-09:00", ""), office(t, "Mon-Sun 08:15-08:40, Wed 20:00-02:00", "22:00-08:00", "")}
	for seed := range uint64(900) {
		r := rand.New(rand.NewPCG(seed, 20261119))
		w := &watch{t: t, d: desks[seed%3], r: r, s: posted("niche", "has"), now: noon.Add(time.Duration(r.Int64N(int64(7 * 24 * time.Hour))))}
		w.s.Handoff.Lane, w.s.Handoff.At = []dialog.Lane{dialog.LaneHot, dialog.LaneHuman, dialog.LaneWarm}[r.IntN(3)], w.now
		for range 25 {
			w.step()
		}
		if t.Failed() {
			t.Fatalf("lead %d", seed)
		}
	}
}

// watch is one lead whose clock is watched.
type watch struct {
	t        *testing.T
	d        *desk.Desk
	r        *rand.Rand
	s        *dialog.Session
	now      time.Time
	told     []desk.Level // since the promise
	excused  int
	promised time.Time
}

func (w *watch) step() {
	if wake := w.d.Wake(w.s, w.now); !wake.IsZero() && w.r.IntN(3) > 0 {
		w.now = wake
	} else {
		w.now = w.now.Add(time.Duration(w.r.Int64N(int64(6 * time.Hour))))
	}
	w.happen()
	if !w.promised.Equal(w.s.Handoff.At) {
		w.promised, w.told = w.s.Handoff.At, nil
	}
	owner, slot := w.s.Owner, w.s.Handoff.Slot
	for what := range strings.SplitSeq(tick(w.t, w.d, w.s, w.now), "+") {
		w.judge(strings.TrimSuffix(what, " Olga"), owner, slot)
	}
}

// judge holds what the clock did to the rules.
func (w *watch) judge(what string, owner dialog.Owner, slot time.Time) {
	local := w.now.In(w.d.Assistant.Calendar.Zone)
	if what != "" && what != "sorry" && !w.d.Assistant.Calendar.Working.Open(local) {
		w.t.Errorf("%s while nobody works, at %v", what, local)
	}
	switch what {
	case "sorry":
		w.excused++
		if w.excused > 1 || w.d.Assistant.Calendar.Quiet.Contains(local) || w.s.Stopped {
			w.t.Errorf("apology %d at %v", w.excused, local)
		}
	case "opening", "target", "heads", "owners":
		w.escalated(desk.Level(what), slot)
	case "ping", "free":
		if owner != dialog.Manager {
			w.t.Errorf("%s without a manager", what)
		}
	}
}

var height = map[desk.Level]int{desk.Opening: 1, desk.Target: 2, desk.Heads: 3, desk.Owners: 4}

func (w *watch) escalated(level desk.Level, slot time.Time) {
	again := level == desk.Owners && !slot.IsZero() && !slot.After(w.now) // nobody came to the chosen time
	for _, before := range w.told {
		if height[before] >= height[level] && !again {
			w.t.Errorf("%s after %v", level, w.told)
		}
	}
	w.told = append(w.told, level)
	if count := strings.Count(string(join(w.told)), string(desk.Owners)); count > 2 {
		w.t.Errorf("the owners hear of it %d times: %v", count, w.told)
	}
}

func join(levels []desk.Level) (all desk.Level) {
	for _, l := range levels {
		all += l + " "
	}
	return all
}

// happen lets something happen to the lead, in a copy as the batch makes it.
func (w *watch) happen() {
	s := *w.s
	handoff := *s.Handoff
	s.Handoff = &handoff
	if s.Claim != nil {
		claim := *s.Claim
		s.Claim = &claim
	}
	switch n := w.r.IntN(24); {
	case n < 4 && s.Owner == dialog.Queue:
		takes(&s, w.now)
	case n < 6 && s.Owner == dialog.Manager:
		answers(&s, w.now)
	case n < 8 && s.Owner == dialog.Manager:
		putOff(time.Duration(w.r.IntN(30))*time.Hour)(&s, w.now)
	case n < 10 && s.Owner == dialog.Manager:
		s.Claim, s.Owner, s.Stage = nil, dialog.Queue, dialog.StageHandedOff
	case n < 13 && len(handoff.Slots) > 0 && handoff.Slot.IsZero():
		chooses(w.r.IntN(2))(&s, w.now)
	case n == 13:
		s.Stopped = !s.Stopped
	case n == 14:
		s.Blocked = !s.Blocked
	case n == 15: // asks for a human once more
		handoff.Lane, handoff.At, handoff.Steps, handoff.Slot = dialog.LaneHuman, w.now, 0, time.Time{}
	case n == 16 && w.r.IntN(4) == 0:
		gone(&s, w.now)
	}
	w.s = &s
}
