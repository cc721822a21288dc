package bot_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// TestUnclear shows each text with the answers it may mean, the first as an answer
// to whoever asked; their words are nobody's of ours.
func TestUnclear(t *testing.T) {
	a := newArchive(t)
	if got := a.read(bot.Request{Kind: "unclear"}).Text.String(); got != text("missed_nothing") {
		t.Errorf("nothing: %q", got)
	}
	for i := range int64(7) {
		s := client(i+1, "Анна", time.Hour)
		a.commit(bot.Turn{Session: s, Events: []dialog.Event{{Kind: dialog.EventMissed, Question: "product", Text: fmt.Sprintf("*ну* %d", i/2), At: noon.Add(-time.Minute)}}})
	}
	var got []outbox.Delivery
	a.Submit = func(_ context.Context, in bot.Input) { got = append(got, in.Post...) }
	ctx, stop := context.WithTimeout(t.Context(), time.Second)
	defer stop()
	a.Ask(bot.Request{Kind: "unclear", Chat: olga, Reply: 3, Update: 8, At: noon})
	a.Serve(ctx)
	if len(got) != 4 {
		t.Fatalf("%d texts are shown", len(got))
	}
	for i, d := range got {
		m := message(t, d)
		if d.Key != fmt.Sprintf("missed:%d:8:%s", olga, strings.Split(m.Buttons[0][0].Data, ":")[1]) || d.Lead == 0 || (m.Reply == 3) != (i == 0) {
			t.Errorf("%d: %s of lead %d answers %d", i, d.Key, d.Lead, m.Reply)
		}
		if n := len(m.Buttons); n != 6 || !strings.HasSuffix(m.Buttons[5][0].Data, ":-:8") {
			t.Errorf("%d: the buttons are %v", i, m.Buttons)
		}
		for _, span := range m.Text {
			if strings.Contains(span.Text, "ну") && !span.Foreign && !strings.Contains(span.Text, text("missed_ask")) {
				t.Errorf("a stranger's words pass for ours: %+v", span)
			}
		}
	}
	if first := message(t, got[0]).Text.String(); !strings.HasPrefix(first, "Продукт · так ответили: 2\n«*ну* ") {
		t.Errorf("the first is %q", first)
	}
}
