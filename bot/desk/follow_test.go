package desk_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

var kinds = []string{
	dialog.EventStarted, dialog.EventConsented, dialog.EventDeclined, dialog.EventAsked, dialog.EventAnswered, dialog.EventSkipped,
	dialog.EventConfirmed, dialog.EventHandoff, dialog.EventUpdated, dialog.EventNews, dialog.EventMissed, dialog.EventReminded,
	dialog.EventStopped, dialog.EventBlocked, dialog.EventShadow, "something new",
}

// TestFollowPosts: a handoff makes the topic and the card in it. It sounds only
// in working hours and for what is urgent.
func TestFollowPosts(t *testing.T) {
	for _, c := range []struct {
		lane     dialog.Lane
		class    outbox.Class
		priority outbox.Priority
		loud     bool // in working hours
	}{
		{dialog.LaneHot, outbox.Critical, outbox.Card, true},
		{dialog.LaneHuman, outbox.Critical, outbox.Card, true},
		{dialog.LaneBooking, outbox.Critical, outbox.Card, true},
		{dialog.LaneWarm, outbox.Reply, outbox.Claim, false},
		{dialog.LaneUnfinished, outbox.Reply, outbox.Claim, false},
		{dialog.LaneShadow, outbox.Reply, outbox.Claim, false},
	} {
		for _, at := range []time.Time{noon, night, noon.AddDate(0, 0, 2)} { // Thursday's noon and night, Saturday's noon
			s := posted(hot...)
			s.Handoff.Lane, s.Handoff.At = c.lane, at
			got := newDesk(t).Follow(s, []dialog.Event{{Kind: dialog.EventHandoff}}, at)
			if len(got) != 2 {
				t.Fatalf("%s: %d deliveries", c.lane, len(got))
			}
			topic, card := got[0], got[1]
			if topic.Method != outbox.Topic || topic.Key != "topic:42" || body(t, topic).Text.String() != "Анна Петрова · Йога · Стратегический · свободна" {
				t.Errorf("%s: topic %s %q", c.lane, topic.Key, body(t, topic).Text)
			}
			if card.Method != outbox.Send || card.Key != "card:42:1" || card.Topic != topic.Key || !strings.Contains(body(t, card).Text.String(), word("desk_new_"+string(c.lane))) {
				t.Errorf("%s: card %s in %q: %s", c.lane, card.Key, card.Topic, body(t, card).Text)
			}
			if loud := !body(t, card).Silent; loud != (c.loud && at.Equal(noon)) {
				t.Errorf("%s at %s: loud %t", c.lane, at.Format("Mon 15:04"), loud)
			}
			for _, d := range got {
				if d.Class != c.class || d.Priority != c.priority || d.Lead != 42 || d.Chat != outbox.Managers || !d.At.Equal(at) {
					t.Errorf("%s: %s is %s, %d, lead %d, chat %d", c.lane, d.Key, d.Class, d.Priority, d.Lead, d.Chat)
				}
			}
		}
	}
}

// TestFollowNews: what a lead does after the card stands below it.
func TestFollowNews(t *testing.T) {
	for _, c := range []struct{ kind, want string }{
		{dialog.EventNews, "Анна Петрова пишет: Когда вы позвоните?"},
		{dialog.EventBlocked, "Анна Петрова: сообщения бота больше не доходят (бот заблокирован или аккаунт удалён)"},
		{dialog.EventStopped, "Анна Петрова: просит больше не писать"},
	} {
		for _, at := range []time.Time{noon, night} {
			got := newDesk(t).Follow(posted(hot...), []dialog.Event{happened(c.kind, "Когда вы позвоните?")}, at)
			if len(got) != 1 {
				t.Fatalf("%s: %d deliveries", c.kind, len(got))
			}
			d, m := got[0], body(t, got[0])
			if m.Text.String() != c.want || m.Silent != at.Equal(night) || len(m.Buttons) > 0 {
				t.Errorf("%s: silent %t, %q", c.kind, m.Silent, m.Text)
			}
			if d.Class != outbox.Reply || d.Method != outbox.Send || d.Priority != outbox.Claim || d.Refers != "card:42:1" || d.Topic != "topic:42" || d.Lead != 42 {
				t.Errorf("%s: %+v", c.kind, d)
			}
		}
	}
}

func TestFollowRedraws(t *testing.T) {
	d, s := newDesk(t), posted(hot...)
	got := d.Follow(s, []dialog.Event{{Kind: dialog.EventUpdated}}, noon)
	if len(got) != 1 {
		t.Fatalf("%d deliveries", len(got))
	}
	if e := got[0]; e.Method != outbox.Edit || e.Class != outbox.Idempotent || e.Priority != outbox.Redraw || e.Refers != "card:42:1" || string(e.Body) != string(d.Card(s, noon).Encode()) {
		t.Errorf("the card is redrawn as %+v", e)
	}
}

// TestFollowForgotten: of an erased lead the managers get the emptied card.
func TestFollowForgotten(t *testing.T) {
	s := posted(hot...)
	s.Profile, s.Answers, s.Owner, s.Handoff.Erased = dialog.Profile{}, nil, dialog.Closed, true
	got := newDesk(t).Follow(s, []dialog.Event{{Kind: dialog.EventUpdated}}, noon)
	if len(got) != 1 || body(t, got[0]).Text.String() != word("desk_erased") {
		t.Errorf("the managers get %+v", got)
	}
}

// TestFollowWaitsForTheCard: before a card is out nothing reaches the managers,
// and of the other events nothing ever does.
func TestFollowWaitsForTheCard(t *testing.T) {
	for _, lead := range []string{"no card", "card waits", "nobody's"} {
		for _, kind := range kinds {
			s := leads[lead]()
			got := newDesk(t).Follow(s, []dialog.Event{happened(kind, "?")}, noon)
			told := lead == "nobody's" && strings.Contains("handoff updated news blocked stopped", kind)
			if told != (len(got) > 0) || s.Handoff != nil && s.Handoff.Posts > len(got) {
				t.Errorf("%s, %s: %d deliveries", lead, kind, len(got))
			}
		}
	}
}

// TestFollowKeysAreNew over turns, the session being all that is kept, and over
// two cards of one lead.
func TestFollowKeysAreNew(t *testing.T) {
	seen := map[string]bool{}
	var events []dialog.Event
	for range 3 {
		for _, kind := range kinds[8:] {
			events = append(events, happened(kind, "снова"))
		}
	}
	for card := range 2 {
		s := posted(hot...)
		s.Handoff.Number = card + 1
		for turn := range 5 {
			for _, d := range newDesk(t).Follow(s, events, noon.Add(time.Duration(turn)*time.Hour)) {
				if seen[d.Key] {
					t.Fatalf("card %d, turn %d: %s came before", card, turn, d.Key)
				}
				seen[d.Key] = true
			}
		}
	}
	if want := 2 * 5 * 3 * 4; len(seen) != want {
		t.Errorf("%d deliveries, want %d", len(seen), want)
	}
}

// TestTopicTitleIsShort: a long niche leaves room for the category and for who has the lead.
func TestTopicTitleIsShort(t *testing.T) {
	s := posted("niche", "has", "niche_text", strings.Repeat("медитация ", 100))
	title := body(t, newDesk(t).Follow(s, []dialog.Event{{Kind: dialog.EventHandoff}}, noon)[0]).Text.String()
	if n := utf8.RuneCountInString(title); n > 128 || !strings.HasSuffix(title, "… · Без оценки · свободна") {
		t.Errorf("the title has %d characters: %q", n, title)
	}
}
