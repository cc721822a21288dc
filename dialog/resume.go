package dialog

import "time"

// Active is how recently someone must have been heard before a downtime to be in
// the middle of a conversation.
const Active = 15 * time.Minute

// resume shows the open question again to someone whose answer may have been
// lost while the bot was away: a press waits for minutes only. Whoever was heard
// or written to since, rests at this hour or put the conversation off is left
// alone, and so is who is read next or was told of a pause.
func (t *step) resume() {
	talking := t.Phase == Consent || t.Phase == Asking || t.Phase == Review
	lost := len(t.Burst) == 0 && !t.Nudging && !t.Heard.After(t.in.Since) && t.in.Since.Sub(t.Heard) <= Active
	speaks := (t.Owner == Bot || t.Owner == Queue) && !t.Blocked && !t.Stopped
	rests := t.in.At.Before(later(t.Paused, t.Later))
	if talking && lost && speaks && !rests && !t.Calendar.Quiet.Contains(t.Calendar.local(t.in.At)) {
		t.nudge("resume", 0, t.text("resumed", nil))
	}
}
