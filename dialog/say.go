package dialog

import (
	"fmt"
	"strings"
	"unicode"
)

// send says something in a new message and returns its key.
func (t *step) send(m Message, why Why) string {
	t.Says++
	key := fmt.Sprintf("m:%d:%d", t.ID, t.Says)
	t.say = append(t.say, Say{Key: key, Message: m, Why: why})
	return key
}

// reply says one of the script's texts.
func (t *step) reply(id string, v values) {
	t.send(Message{Text: t.text(id, v)}, Replies)
}

// show says something with live buttons; those of the message before are taken
// away. The buttons' data get the message's number, which tells a press on an
// old message from one on this.
func (t *step) show(text Text, buttons [][]Button) { t.showFor(Replies, text, buttons) }

func (t *step) showFor(why Why, text Text, buttons [][]Button) {
	t.close("")
	turn := t.Says + 1
	key := t.send(Message{Text: text, Buttons: numbered(buttons, turn)}, why)
	t.Open = &Shown{Key: key, Turn: turn, Text: text, Edit: true}
}

func numbered(buttons [][]Button, turn int) [][]Button {
	out := make([][]Button, 0, len(buttons))
	for _, row := range buttons {
		r := make([]Button, len(row))
		for i, b := range row {
			r[i] = Button{b.Text, fmt.Sprintf("%s:%d", b.Data, turn)}
		}
		out = append(out, r)
	}
	return out
}

// close takes the buttons of the open message away and notes the choice below it.
func (t *step) close(choice string) {
	if t.Open == nil {
		return
	}
	text := t.Open.Text
	if choice != "" {
		text = Join("\n\n", text, Foreign("✓ "+choice))
	}
	if t.Open.Edit {
		t.redraw(text, nil)
		t.Open = nil
		return
	}
	t.unkey("phone_left")
}

// redraw edits the open message.
func (t *step) redraw(text Text, buttons [][]Button) {
	t.Redrawn++
	key := fmt.Sprintf("e:%d:%d", t.ID, t.Redrawn)
	t.redraws = append(t.redraws, Say{Key: key, Message: Message{Text: text, Buttons: buttons}, Edits: t.Open.Key, Why: Redraws})
}

// cutSpace cuts a text at its first white space.
func cutSpace(s string) (before, after string, found bool) {
	i := strings.IndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
