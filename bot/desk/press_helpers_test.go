package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// recorded expects one event, and the card as it is now, of all but a question.
func recorded(t *testing.T, d *desk.Desk, s *dialog.Session, r desk.Result, action string, by desk.Manager, at time.Time) {
	t.Helper()
	if slices.Contains([]string{"hand", "later", "more"}, action) {
		if len(r.Events) > 0 || len(r.Out) != 1 {
			t.Errorf("a question leads to %+v and %s", r.Events, plan(r.Out))
		}
		return
	}
	kind, _, _ := strings.Cut(action, ":")
	if len(r.Events) != 1 || r.Events[0].Kind != kind || r.Events[0].Text != fmt.Sprint(by.ID) || !r.Events[0].At.Equal(at) {
		t.Errorf("events %+v", r.Events)
	}
	redrawn(t, d, s, r.Out[0], at)
}

// below names what goes out beside the card: "ask why" for a question, asked or
// edited, "news" for a line.
func below(out []outbox.Delivery) string {
	var all []string
	for _, d := range out {
		switch parts := strings.Split(d.Key, ":"); parts[0] {
		case "ask":
			all = append(all, "ask "+parts[2])
		case "news":
			all = append(all, "news")
		}
	}
	return strings.Join(all, ", ")
}

// state is all that a press can change.
func state(s *dialog.Session) string {
	all := []string{string(s.Owner), string(s.Stage), "-"}
	if s.Claim != nil {
		all[2] = s.Claim.Name
		if !s.Claim.FirstAt.IsZero() {
			all = append(all, "called")
		}
		if !s.Claim.Later.IsZero() {
			all = append(all, "later")
		}
	}
	for _, f := range s.Flags {
		all = append(all, string(f))
	}
	for _, o := range []*dialog.Override{s.Overrides.Category, s.Overrides.Temperature} {
		if o != nil {
			all = append(all, o.Label, o.Reason)
		}
	}
	for _, deal := range s.Deals {
		if deal.Amount > 0 {
			all = append(all, fmt.Sprint(deal.Amount))
		}
	}
	if s.Closing != nil {
		all = append(all, s.Closing.Reason)
	}
	return strings.Join(slices.DeleteFunc(all, func(word string) bool { return word == "" }), " ")
}

func unchanged(t *testing.T, before, after *dialog.Session, r desk.Result) {
	t.Helper()
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the lead changed:\n%s", diff)
	}
	if len(r.Out) > 0 || len(r.Events) > 0 || r.Return {
		t.Errorf("something follows: %+v", r)
	}
}

// redrawn expects the card as it is now, in place of the one that was posted.
func redrawn(t *testing.T, d *desk.Desk, s *dialog.Session, got outbox.Delivery, at time.Time) {
	t.Helper()
	want := outbox.Delivery{
		Key: got.Key, Lead: 42, Class: outbox.Idempotent, Method: outbox.Edit, Chat: outbox.Managers,
		Topic: "topic:42", Refers: "card:42:1", Priority: got.Priority, Body: d.Card(s, at).Encode(), At: at,
	}
	if diff := cmp.Diff(want, got); diff != "" || !strings.HasPrefix(got.Key, "card:42:1:") {
		t.Errorf("the card is not redrawn (-want +got):\n%s", diff)
	}
}
