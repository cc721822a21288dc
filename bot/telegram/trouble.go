package telegram

import (
	"net/http"
	"time"
)

// troubles follows a poll that fails: how long to wait, and who is told when
// that changes.
type troubles struct {
	client *Client
	kind   trouble // the zero value: none
	pause  time.Duration
}

// trouble is a kind of failure with its shortest and longest pause.
type trouble struct{ min, max time.Duration }

var (
	conflict = trouble{5 * time.Second, time.Minute}
	outage   = trouble{time.Second, 30 * time.Second}
)

// after returns how long to wait before the next poll.
func (t *troubles) after(f *Failure) time.Duration {
	if f.Status == http.StatusTooManyRequests {
		return max(f.Retry, time.Second)
	}
	kind, err := outage, error(f)
	if f.Status == http.StatusConflict {
		kind, err = conflict, ErrConflict
	}
	if kind == t.kind {
		t.pause = min(2*t.pause, kind.max)
		return t.pause
	}
	t.kind, t.pause = kind, kind.min
	t.client.health(err)
	return t.pause
}

// over notes a poll that worked.
func (t *troubles) over() {
	if t.kind == (trouble{}) {
		return
	}
	t.kind = trouble{}
	t.client.health(nil)
}
