package desk_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"leadbot/dialog"
	"leadbot/qualify"
)

// trap stands in everything that a stranger wrote. A letter of four bytes counts
// as one character.
const trap = "ЯД🔥"

// hostile texts look like markup, links, mentions and pages of a book.
var hostile = []string{
	trap, "<b>" + trap + "</b> @admin https://t.me/" + trap, "[" + trap + "](tg://user?id=1) *_`{name}", trap + "\n\n" + trap + "\r\n\t" + trap,
	strings.Repeat(trap, 333), strings.Repeat(trap+" ", 250), strings.Repeat(trap+"\n", 250), "{manager}{time}" + trap, "\u202e" + trap + "\u202c",
}

// TestCardStaysOneScreen: whatever the answers, the card is at most 1000
// characters long, keeps what is needed to act, and what strangers wrote stands
// in spans that say so.
func TestCardStaysOneScreen(t *testing.T) {
	d := newDesk(t)
	longest, long := "", 0
	for seed := range uint64(400) {
		s := anyLead(rand.New(rand.NewPCG(seed, 1)))
		text := d.Card(s, noon.Add(time.Duration(seed)*time.Hour)).Text
		if strings.Contains(ours(text), "ЯД") {
			t.Fatalf("lead %d: a stranger's words pass for ours: %+v", seed, text)
		}
		needed := []string{"desk_new_" + string(s.Handoff.Lane)}
		if s.Owner != dialog.Closed {
			needed = append(needed, "desk_next", "desk_until")
		}
		if s.Claim != nil {
			needed = append(needed, "desk_claimed_by")
		}
		if s.Closing != nil {
			needed = append(needed, "outcome_"+string(s.Stage))
		}
		for _, id := range needed {
			if part, _, _ := strings.Cut(word(id), "{"); !strings.Contains(text.String(), part) {
				t.Fatalf("lead %d: the card lost %q:\n%s", seed, part, text)
			}
		}
		if n := utf8.RuneCountInString(text.String()); n > 1000 {
			long++
			longest = max(longest, fmt.Sprintf("%d characters:\n%s", n, text))
		}
	}
	if long > 0 {
		t.Errorf("%d of 400 cards are too long, the longest has %s", long, longest)
	}
}

// anyLead answers at random: options that exist and some that do not, and
// hostile texts wherever a person writes.
func anyLead(r *rand.Rand) *dialog.Session {
	s := posted()
	texts := hostile
	if r.IntN(4) == 0 { // a quarter of them write nothing but books
		texts = []string{strings.Repeat(trap, 333)}
	}
	words := func(limit int) string { return dialog.Short(texts[r.IntN(len(texts))], limit) }
	name := func() string { return dialog.Short(dialog.Line(words(1000)), 64) }
	s.Profile = dialog.Profile{Name: name(), Username: strings.Repeat("u", r.IntN(33)), FirstSource: name()}
	for _, a := range loaded().Questions {
		if r.IntN(10) == 0 {
			continue
		}
		value := words(1000)
		switch {
		case a.Kind == dialog.Phone:
			value = "+" + strings.Repeat("7", 15)
		case a.Kind == dialog.Choice && r.IntN(20) > 0:
			value = a.Options[r.IntN(len(a.Options))].ID
		}
		s.Answers[a.ID] = qualify.Answer{Value: value, Raw: value, Via: qualify.ViaText, At: noon}
	}
	for _, p := range loaded().Score.Penalties {
		if r.IntN(3) == 0 {
			s.Flags = s.Flags.With(p.Flag)
		}
	}
	lanes := []dialog.Lane{dialog.LaneHot, dialog.LaneHuman, dialog.LaneBooking, dialog.LaneWarm, dialog.LaneUnfinished, dialog.LaneShadow}
	s.Handoff.Lane, s.Handoff.Confirmed, s.Test = lanes[r.IntN(len(lanes))], r.IntN(2) == 0, r.IntN(2) == 0
	s.Owner = []dialog.Owner{dialog.Queue, dialog.Manager, dialog.Closed}[r.IntN(3)]
	if s.Owner != dialog.Queue {
		s.Claim = &dialog.Claim{ID: 5, Name: name(), At: noon, FirstAt: noon, Later: night}
	}
	if s.Owner == dialog.Closed {
		s.Stage, s.Closing = dialog.StageLost, &dialog.Closing{Reason: dialog.Line(words(200)), By: 5, Name: name(), At: noon}
		s.Deals = []dialog.Deal{{Amount: 1_000_000, By: 5, At: noon}, {Amount: 1_000_000_000, By: 5, At: noon}}
	}
	if r.IntN(3) == 0 {
		s.Overrides.Category = &dialog.Override{Label: "strategic", Reason: dialog.Line(words(200)), By: 5, Name: name(), At: noon}
		s.Overrides.Temperature = &dialog.Override{Label: "warm", Reason: dialog.Line(words(200)), By: 5, Name: name(), At: noon}
	}
	for range r.IntN(7) {
		s.Talk = append(s.Talk, dialog.Remark{By: name(), Text: words(1000), At: noon})
	}
	return s
}

// TestCardLeavesOutTheLeast: when a card grows too long the draft goes first, and
// what is needed to act stays.
func TestCardLeavesOutTheLeast(t *testing.T) {
	d := newDesk(t)
	full := d.Card(posted(hot[:16]...), noon).Text.String()
	long := posted(append(hot, "niche_text", strings.Repeat("длинно ", 20), "last_contractor", strings.Repeat("обидно ", 30),
		"priority", strings.Repeat("важно ", 30), "niche", "several", "niche_plan", "one_first", "niche_first", strings.Repeat("первая ", 20))...)
	long.Profile.Name, long.Profile.FirstSource = strings.Repeat("Имя ", 15), strings.Repeat("s", 64)
	short := d.Card(long, noon).Text.String()
	if !strings.Contains(full, word("desk_draft")+":") {
		t.Errorf("a card of eight answers has no draft (%d characters):\n%s", len([]rune(full)), full)
	}
	if strings.Contains(short, word("desk_draft")+":") {
		t.Errorf("a long card keeps its draft (%d characters):\n%s", len([]rune(short)), short)
	}
	for _, id := range []string{"desk_said", "desk_up", "desk_risks", "desk_promised", "desk_next"} {
		if !strings.Contains(short, word(id)+": ") {
			t.Errorf("a long card lost %q:\n%s", word(id), short)
		}
	}
}

// TestNothingOfStrangersIsOurs looks at all that the desk lets out.
func TestNothingOfStrangersIsOurs(t *testing.T) {
	d := newDesk(t)
	for seed := range uint64(100) {
		s := anyLead(rand.New(rand.NewPCG(seed, 2)))
		var events []dialog.Event
		for _, kind := range []string{dialog.EventHandoff, dialog.EventUpdated, dialog.EventNews, dialog.EventBlocked, dialog.EventStopped} {
			events = append(events, dialog.Event{Kind: kind, Text: trap, Input: &dialog.Input{Kind: dialog.Wrote, Text: trap, Message: 7, At: noon}})
		}
		for _, delivery := range d.Follow(s, events, noon) {
			if m := body(t, delivery); strings.Contains(ours(m.Text), "ЯД") {
				t.Fatalf("%s: %s", delivery.Key, fmt.Sprint(m.Text))
			}
		}
	}
}
