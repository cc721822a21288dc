package desk_test

import (
	"slices"
	"strings"
	"testing"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// given is a delivery that comes back because its topic is gone.
func given(key string, m outbox.Method, topic, refers string) outbox.Delivery {
	return outbox.Delivery{Key: key, Lead: 42, Class: outbox.Reply, Method: m, Topic: topic, Refers: refers, Priority: outbox.Claim, Body: []byte(`{}`), At: noon}
}

// plan shows where deliveries go: "method key into topic".
func plan(all []outbox.Delivery) string {
	var lines []string
	for _, d := range all {
		lines = append(lines, string(d.Method)+" "+d.Key+" into "+d.Topic)
	}
	return strings.Join(lines, "; ")
}

func TestRehome(t *testing.T) {
	d := newDesk(t)
	s := posted(hot...)
	line := given("news:42:1:1", outbox.Send, "topic:42", "card:42:1")
	for _, step := range []struct {
		lost outbox.Delivery
		want string
	}{
		{line, "topic topic:42:1 into ; edit card:42:1:1 into topic:42:1; send news:42:1:1 into topic:42:1"},
		{given("news:42:1:2", outbox.Send, "topic:42", "card:42:1"), "send news:42:1:2 into topic:42:1"}, // it waited behind
		{given("card:42:1:1", outbox.Edit, "topic:42:1", "card:42:1"), "topic topic:42:2 into ; edit card:42:1:2 into topic:42:2"},
		{given("card:42:1", outbox.Send, "topic:42:2", ""), "topic topic:42:3 into ; send card:42:1 into topic:42:3"},
	} {
		if got := plan(d.Rehome(s, step.lost, noon)); got != step.want {
			t.Errorf("%s comes back:\n got %s\nwant %s", step.lost.Key, got, step.want)
		}
	}
}

// TestTopicOfALeadWhoComesBack says so: the topic of the first card was closed.
func TestTopicOfALeadWhoComesBack(t *testing.T) {
	d, s := newDesk(t), posted(hot...)
	handoff := []dialog.Event{{Kind: dialog.EventHandoff}}
	d.Follow(s, handoff, noon)
	s.Owner = dialog.Closed
	if closed := d.Retitle(s, noon); len(closed) != 1 || !strings.HasSuffix(body(t, closed[0]).Text.String(), " · закрыта") {
		t.Fatalf("the case is closed, and the topic: %+v", closed)
	}
	s.Owner, s.Handoff.Number = dialog.Queue, 2
	d.Follow(s, handoff, noon)
	if back := d.Retitle(s, noon); len(back) != 1 || !strings.HasSuffix(body(t, back[0]).Text.String(), " · свободна") {
		t.Errorf("the lead is back, and the topic: %+v", back)
	}
}

// TestRehomeEnds in the general topic.
func TestRehomeEnds(t *testing.T) {
	d := newDesk(t)
	s := posted(hot...)
	line := given("news:42:1:1", outbox.Send, "topic:42", "card:42:1")
	for range 6 {
		all := d.Rehome(s, line, noon)
		line = all[len(all)-1]
		if line.Key != "news:42:1:1" {
			t.Fatalf("the line is lost: %s", plan(all))
		}
	}
	if line.Topic != "" {
		t.Errorf("after six topics the line goes into %s", line.Topic)
	}
}

// TestForgottenTopic: what a lead's topic held is not posted anywhere else.
func TestForgottenTopic(t *testing.T) {
	s := posted(hot...)
	s.Handoff.Erased = true
	if got := plan(newDesk(t).Rehome(s, given("card:42:1", outbox.Send, "topic:42", ""), noon)); got != "" {
		t.Errorf("of a forgotten lead goes out: %s", got)
	}
}

// TestTopicOfALeadWithoutACard, whose case was opened again: only the line goes.
func TestTopicOfALeadWithoutACard(t *testing.T) {
	s := posted(hot...)
	s.Handoff = nil
	all := newDesk(t).Rehome(s, given("news:42:1:1", outbox.Send, "topic:42", ""), noon)
	if got := plan(all); got != "topic topic:42:1 into ; send news:42:1:1 into topic:42:1" {
		t.Error(got)
	}
}

// TestLaterPostsKnowTheTopic: what follows goes where the card is now.
func TestLaterPostsKnowTheTopic(t *testing.T) {
	d := newDesk(t)
	s := posted(hot...)
	d.Rehome(s, given("news:42:1:1", outbox.Send, "topic:42", "card:42:1"), noon)
	press := d.Press(s, "claim", 0, desk.Manager{ID: 1, Name: "Ольга", Member: true}, nil, noon).Out
	news := d.Follow(s, []dialog.Event{happened(dialog.EventNews, "Алло")}, noon)
	for _, post := range slices.Concat(press, news) {
		if post.Topic != "topic:42:1" {
			t.Errorf("%s goes into %s", post.Key, post.Topic)
		}
	}
}

// TestCardComesBackAsItIsNow: what was to change it went by while it was away.
func TestCardComesBackAsItIsNow(t *testing.T) {
	d := newDesk(t)
	s := posted(hot...)
	card := given("card:42:1", outbox.Send, "topic:42", "")
	d.Press(s, "claim", 0, desk.Manager{ID: 1, Name: "Ольга", Member: true}, nil, noon)
	all := d.Rehome(s, card, noon)
	if body := string(all[len(all)-1].Body); !strings.Contains(body, "Ольга") || strings.Contains(body, "m:42:claim") {
		t.Errorf("the card comes back as %s", body)
	}
}
