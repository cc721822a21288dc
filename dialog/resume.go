package dialog

import "time"

// Active is how recently someone must have been heard before a downtime to be in
// the middle of a conversation.
const Active = 15 * time.Minute

// resume shows the open question again to someone whose answer may have been
// lost while the bot was away: a press waits for minutes only. Whoever was heard
// or written to since, or rests at this hour, is left alone.
func (t *step) resume() {
	talking := t.Phase == Consent || t.Phase == Asking || t.Phase == Review
	lost := !t.Nudging && !t.Heard.After(t.in.Since) && t.in.Since.Sub(t.Heard) <= Active
	speaks := (t.Owner == Bot || t.Owner == Queue) && !t.Blocked && !t.Stopped
	if talking && lost && speaks && !t.Calendar.Quiet.Contains(t.Calendar.local(t.in.At)) {
		t.nudge("resume", 0, t.text("resumed", nil))
	}
}
