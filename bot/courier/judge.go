package courier

import (
	"time"

	"leadbot/bot/outbox"
)

// step is what follows from an attempt.
type step struct {
	over  bool          // nothing more to do
	tell  bool          // report it
	pause time.Duration // before the next attempt
	whole bool          // the pause is for the whole chat
}

// How long to wait.
const (
	firstPause = time.Second // doubled with each attempt
	lastPause  = time.Minute
	lostPause  = time.Minute // for a chat that is lost

	giveUpAfter = 24 * time.Hour // of unclear attempts at what is not critical
)

var done = step{over: true, tell: true}

// judge decides what follows from an attempt in a chat, and notes in the parcel
// what the next one does otherwise. Where there is no other way left, the
// verdict becomes Refused.
func (p *parcel) judge(o *outbox.Outcome, chat int64) step {
	switch o.Verdict {
	case outbox.Sent, outbox.Unreachable, outbox.Stranger, outbox.Refused, outbox.Stale:
		return done
	case outbox.NoTopic:
		if p.Topic == "" {
			o.Verdict = outbox.Refused
		}
		return done
	case outbox.Wait:
		return step{tell: p.Class == outbox.Once, pause: max(o.After, firstPause), whole: true}
	case outbox.ChatLost:
		return step{tell: true, pause: lostPause, whole: true}
	case outbox.Revoked:
		return step{tell: true}
	case outbox.Unclear:
		if p.Class == outbox.Once {
			return done
		}
		if p.Class != outbox.Critical && o.At.Sub(p.At) > giveUpAfter {
			o.Verdict = outbox.Refused
			return done
		}
		return p.retry()
	case outbox.Unsent:
		return p.retry()
	}
	if !p.detour(*o, chat) {
		o.Verdict = outbox.Refused
		return done
	}
	return step{tell: o.Verdict != outbox.NoTarget && o.Verdict != outbox.Hidden}
}

// retry uses an attempt: the pauses are 1, 2, 4 and so on up to 60 seconds.
func (p *parcel) retry() step {
	pause := firstPause << min(p.Attempts, 6)
	p.Attempts++
	return step{tell: p.Class == outbox.Once, pause: min(pause, lastPause)}
}

// detour finds another way for the same delivery, each of them once.
func (p *parcel) detour(o outbox.Outcome, chat int64) bool {
	switch o.Verdict {
	case outbox.Moved:
		return o.Chat != 0 && o.Chat != chat
	case outbox.NoTarget:
		return first(&p.fresh)
	case outbox.Garbled, outbox.Hidden:
		return first(&p.plain)
	}
	return false
}

// first sets the flag and reports whether it was not set before.
func first(flag *bool) bool {
	before := *flag
	*flag = true
	return !before
}
