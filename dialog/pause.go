package dialog

import (
	"strings"
	"time"

	"leadbot/qualify"
)

// putTalkOff pauses the conversation until the time that the lead names, or until
// tomorrow. The bot then asks the open question again.
func (t *step) putTalkOff() {
	if t.awaited() { // the time is meant for the human
		t.repeat(t.text("passed_on", nil))
		return
	}
	now := t.Calendar.local(t.in.At)
	at, named := t.Script.Reader.Moment(t.in.Text, now)
	if !named {
		at = time.Date(now.Year(), now.Month(), now.Day()+1, usualHour, 0, 0, 0, now.Location())
	}
	t.Later = t.Calendar.awake(at, t.ID)
	t.reply("later_set", values{"when": Plain(t.Script.Moment(t.Later, now))})
}

// usualHour is when a conversation goes on that was put off to a day.
const usualHour = 10

// maxShort is the length, in words, of a text that names a time and nothing else.
const maxShort = 6

// movesPause reports whether a text only names another time for a conversation
// that is put off.
func (t *step) movesPause() bool {
	if !t.Later.After(t.in.At) || len(strings.Fields(t.in.Text)) > maxShort {
		return false
	}
	_, named := t.Script.Reader.Moment(t.in.Text, t.Calendar.local(t.in.At))
	return named
}

// takeUp asks the open question again at the time that the lead named.
func (t *step) takeUp() { t.nudge("later", t.Reminded, t.text("later_remind", nil)) }

// silence is since when the lead owes an answer: since the last word, or since
// the time until which the conversation was put off.
func (s *Session) silence() time.Time { return later(s.Heard, s.Later) }

// rude meets rudeness: calmly, then with the offer of a human, then with a pause
// that is announced.
func (t *step) rude() {
	t.Rude++
	switch t.Rude {
	case 1:
		t.repeat(t.text("rude_calm", nil))
	case 2:
		t.Flags = t.Flags.With(qualify.RudeRepeat)
		t.changed()
		t.repeat(t.text("rude_human", nil))
	default:
		t.Paused = t.in.At.Add(day)
		t.reply("rude_pause", nil)
	}
}

// paused reports whether the bot keeps silent after rudeness, and that what came
// does not end it: a press, a command, the wish for a human or a word after its
// time does.
func (t *step) paused() bool {
	if t.Paused.IsZero() || t.Owner == Manager {
		return false
	}
	switch t.in.Kind {
	case Pressed, Started, Commanded, Shared:
	default:
		if t.in.At.Before(t.Paused) && !t.asksForHuman() {
			return true
		}
	}
	t.Paused, t.Rude = time.Time{}, 0
	return false
}
