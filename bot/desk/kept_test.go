package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestKeptMessagesFollowTheCard in their order, an album as one, each with the key
// that it would have had with the card out; the next card does not bring them again.
func TestKeptMessagesFollowTheCard(t *testing.T) {
	d, s := newDesk(t), posted(hot...)
	s.Kept = []dialog.Kept{
		{Messages: []int64{5}, Media: true, At: noon},
		{Album: "a", Messages: []int64{9, 7, 8}, Text: "отзывы", Media: true, At: noon},
		{Messages: []int64{11}, Text: "Нужен договор", At: noon},
	}
	all := d.Follow(s, []dialog.Event{{Kind: dialog.EventHandoff, Text: string(dialog.LaneHot), At: noon}}, noon)
	var got []string
	for _, delivery := range all[1:] {
		m := body(t, delivery)
		line := fmt.Sprint(delivery.Method, " ", delivery.Key, " ", delivery.Twin, " ", m.Text)
		if m.Copy != nil {
			line += fmt.Sprint(" ", m.Copy.Chat, m.Copy.Messages)
		}
		got = append(got, line)
		if delivery.Key != "card:42:1" && (delivery.Refers != "card:42:1" || delivery.Topic != "topic:42" || !m.Silent) {
			t.Errorf("%s refers to %s in %s, silent %t", delivery.Key, delivery.Refers, delivery.Topic, m.Silent)
		}
	}
	want := []string{
		"copy in:42:5 5  100 [5]",
		"copy in:42:7 7 " + shows("отзывы") + " 100 [7 8 9]",
		"send in:42:11 11 " + shows("Нужен договор"),
	}
	if !slices.Equal(got[1:], want) || all[1].Key != "card:42:1" {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(s.Kept) > 0 || len(s.Talk) != 3 {
		t.Errorf("kept %v, talk %v", s.Kept, s.Talk)
	}
	s.Handoff.Number = 2
	again := d.Follow(s, []dialog.Event{{Kind: dialog.EventHandoff, Text: string(dialog.LaneHot), At: noon}}, noon)
	if slices.ContainsFunc(again, func(d outbox.Delivery) bool { return strings.HasPrefix(d.Key, "in:") }) {
		t.Error("the next card brings them again")
	}
}

// shows is how a message of the lead is shown, as it prints.
func shows(words string) string {
	return fmt.Sprint(dialog.Join(" ", loaded().Text("desk_message", map[string]dialog.Text{"name": dialog.Foreign("Анна Петрова")}), dialog.Foreign(words)))
}
