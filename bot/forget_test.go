package bot_test

import (
	"slices"
	"testing"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestForgetReachesEveryCard: of a lead who came back after the case was closed,
// the first card is emptied as well, though it was redrawn before.
func TestForgetReachesEveryCard(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(wants(1, 100)...)
	o.do(tap(10, 5, "m:1:claim"), tap(11, 5, "m:1:lost"))
	o.do(press(12, 100, "human"))
	o.do(person(13, 100, dialog.Commanded, "forget"))
	shown := map[string]string{}
	for _, d := range o.pushed {
		if d.Chat == 0 && d.Method == outbox.Edit {
			shown[d.Refers] = message(t, d).Text.String()
		}
	}
	for _, card := range []string{"card:1:1", "card:1:2"} {
		if shown[card] != text("desk_erased") {
			t.Errorf("%s shows %q", card, shown[card])
		}
	}
}

// TestForgottenAtOnce: what the same commit said to and about a lead who then
// wants to be forgotten does not go out.
func TestForgottenAtOnce(t *testing.T) {
	o := open(t, settings(), newMemory())
	o.do(append(wants(1, 100), person(4, 100, dialog.Commanded, "forget"))...)
	for _, key := range []string{"card:1:1", "topic:1", "m:1:1"} {
		if slices.Contains(o.keys(), key) {
			t.Errorf("%s goes out after the lead was forgotten: %q", key, o.keys())
		}
	}
	if !said(o.sent(100), text("forgotten")) {
		t.Errorf("the lead is told %q", o.sent(100))
	}
}
