package dialog_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"leadbot/dialog"
)

// step takes an input and holds the turn to the rules. The session is saved and
// read again between any two steps.
func (w *walk) step(in dialog.Input) {
	w.t.Helper()
	in.At, in.Message = w.now, int64(len(w.log)+1)
	in.From = dialog.Profile{UserID: 424242, Name: w.name, Username: "anna_coach", Language: "ru"}
	w.note(fmt.Sprintf("%s %s %.40q %q [%s %s asked %q]", w.now.Format("Mon 15:04:05"), in.Kind, in.Text, in.Pressed, w.s.Phase, w.s.Owner, w.s.Asked))
	before := encode(w.s)
	turn := w.advance(in)
	if encode(w.s) != before {
		w.fail("Advance changed the session it was given")
	}
	if len(w.log)%8 == 0 && !reflect.DeepEqual(turn, w.advance(in)) {
		w.fail("the same session and input give another turn")
	}
	w.messages(in, turn)
	w.buttons(turn)
	w.initiative(in, turn)
	w.privacy(turn)
	w.answered(in, turn)
	w.handoffs(turn)
	w.heard(in, turn)
	w.wayOn(turn)
	var again dialog.Session
	if err := json.Unmarshal([]byte(encode(turn.Session)), &again); err != nil || encode(again) != encode(turn.Session) {
		w.fail("the session does not read back: %v", err)
	}
	w.s = again
}

func (w *walk) advance(in dialog.Input) dialog.Turn {
	defer func() {
		if p := recover(); p != nil {
			w.fail("panic: %v", p)
		}
	}()
	return w.a.Advance(w.s, in)
}

func encode(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

var anyPlaceholder = regexp.MustCompile(`\{\w*\}`)

// messages: each has a key of its own and a text that can be sent, and leaves no
// placeholder open.
func (w *walk) messages(in dialog.Input, turn dialog.Turn) {
	for _, say := range turn.Say {
		if w.sent[say.Key] {
			w.fail("key %s goes out twice", say.Key)
		}
		w.sent[say.Key] = true
		if say.Edits != "" && !w.sent[say.Edits] {
			w.fail("an edit of %s, which was never sent", say.Edits)
		}
		text := say.Message.Text.String()
		if n := len(utf16.Encode([]rune(text))); strings.TrimSpace(text) == "" || n > 4096 {
			w.fail("a text of %d characters: %.60q", n, text)
		}
		for _, span := range say.Message.Text {
			if !span.Foreign && anyPlaceholder.MatchString(span.Text) {
				w.fail("a placeholder is left in %q", span.Text)
			}
		}
		w.progress(text)
	}
	if anyPlaceholder.MatchString(turn.Toast) || len([]rune(turn.Toast)) > 200 {
		w.fail("a toast reads %q", turn.Toast)
	}
}

var progressLine = regexp.MustCompile(`(?m)^(\d+) из (\d+)$`)

func (w *walk) progress(text string) {
	if n, total, ok := steps(text); ok && (n < 1 || n > total) {
		w.fail("step %d of %d", n, total)
	}
}

// steps reads the progress in a message.
func steps(text string) (n, total int, ok bool) {
	f := progressLine.FindStringSubmatch(text)
	if f == nil {
		return 0, 0, false
	}
	n, _ = strconv.Atoi(f[1])
	total, _ = strconv.Atoi(f[2])
	return n, total, true
}

// buttons: their data fit, at most one set is open, it is the session's, and it
// bears its number. The rows that set a time live on beside it.
func (w *walk) buttons(turn dialog.Turn) {
	for _, say := range turn.Say {
		key := say.Key
		if say.Edits != "" {
			key = say.Edits
		}
		delete(w.live, key)
		if len(say.Message.Buttons) > 0 {
			w.live[key] = say.Message
		}
		for _, data := range dataOf(say.Message) {
			if p, ok := dialog.ParsePress(data); len(data) > 64 || !ok || p.Turn == 0 {
				w.fail("a button says %q", data)
			}
			w.seen = append(w.seen, data)
		}
	}
	open := turn.Session.Open
	for key, m := range w.live {
		if setsTime(m) {
			continue
		}
		if open == nil || open.Key != key {
			w.fail("buttons of %s are live, the session knows of %+v: %q", key, open, m.Text.String())
		}
		for _, data := range dataOf(m) {
			if p, _ := dialog.ParsePress(data); p.Turn != open.Turn {
				w.fail("a button of turn %d says %q", open.Turn, data)
			}
		}
	}
	if _, shown := w.live[openKey(open)]; open != nil && open.Edit && !shown {
		w.fail("the session has %s open, which shows no buttons", open.Key)
	}
}

func openKey(open *dialog.Shown) string {
	if open == nil {
		return ""
	}
	return open.Key
}

func dataOf(m dialog.Message) []string {
	var all []string
	for _, row := range m.Buttons {
		for _, b := range row {
			all = append(all, b.Data)
		}
	}
	return all
}

func setsTime(m dialog.Message) bool {
	return len(m.Buttons) == 1 && strings.Contains(m.Buttons[0][0].Data, ":1d") || strings.HasPrefix(m.Buttons[0][0].Data, "slot:")
}

// initiative: the bot starts nothing by night, to those who stopped, blocked or
// never agreed, or over a manager's head; one message at a time, none twice.
func (w *walk) initiative(in dialog.Input, turn dialog.Turn) {
	if due := turn.Session.Due; !due.IsZero() && (due.Before(in.At) || in.Kind == dialog.Ticked && !due.After(in.At)) {
		w.fail("at %v the next tick is due %v", in.At, due)
	}
	if !byItself(in) {
		w.reminded = 0
		for _, say := range turn.Say {
			if say.Why == dialog.Reminds {
				w.fail("an answer calls itself a reminder: %+v", say)
			}
		}
		return
	}
	if len(turn.Say) == 0 {
		return
	}
	if hour := in.At.In(opening.Location()).Hour(); hour >= 21 || hour < 9 {
		w.fail("the bot writes at night: %q", turn.Say[0].Message.Text.String())
	}
	if s := w.s; s.Stopped || s.Blocked || s.Owner == dialog.Manager || s.Owner == dialog.Closed || !s.Agreed(dialog.Processing) {
		w.fail("%s says %q", in.Kind, turn.Say[0].Message.Text.String())
	}
	w.nudges(in, turn)
}

// byItself reports whether the bot speaks without having been spoken to.
func byItself(in dialog.Input) bool {
	return in.Kind == dialog.Ticked || in.Kind == dialog.Excused || in.Kind == dialog.Returned
}

func (w *walk) nudges(in dialog.Input, turn dialog.Turn) {
	count := 0
	for _, say := range turn.Say {
		if say.Why != dialog.Reminds {
			if say.Why != dialog.Redraws {
				w.fail("a tick says %s %q", say.Why, say.Message.Text.String())
			}
			continue
		}
		count++
		if name, n, _ := strings.Cut(say.Key, ":7:"); name == "remind" {
			step, _ := strconv.Atoi(strings.Split(n, ":")[0])
			if step <= w.reminded {
				w.fail("reminder %d comes after reminder %d", step, w.reminded)
			}
			w.reminded = step
		}
	}
	if count > 1 || count == 1 && in.Kind == dialog.Ticked && !w.nudged.IsZero() && in.At.Sub(w.nudged) < 2*time.Hour {
		w.fail("%d messages of its own, the last one at %v", count, w.nudged)
	}
	if count > 0 {
		w.nudged = in.At
	}
}
