package desk

import (
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

type Colleague struct {
	ID   int64
	Name string
	Away bool
	Load int
}
type Result struct {
	Toast  string
	Out    []outbox.Delivery
	Events []dialog.Event
	Return bool
}

func (d *Desk) Press2(s *dialog.Session, action string, arg int64, m Manager, staff []Colleague, at time.Time) Result {
	toast, out := d.Press(s, action, m, at)
	return Result{Toast: toast, Out: out}
}
func (d *Desk) Answer(s *dialog.Session, key, text string, m Manager, at time.Time) (Result, bool) {
	return Result{}, false
}
func (d *Desk) Wake(s *dialog.Session, now time.Time) time.Time { return time.Time{} }
func (d *Desk) Tick(s *dialog.Session, at time.Time) Steps      { return Steps{} }

type Steps struct {
	Out            []outbox.Delivery
	Burning        []Burning
	Excuse, Return bool
}
type Burning struct {
	Level     Level
	Lead      int64
	Name      string
	Text      dialog.Text
	Thread    int64
	Since, At time.Time
}
type Level string

func (d *Desk) List(level Level, leads []Burning, heads []int64, link func(thread int64) string) dialog.Message {
	return dialog.Message{}
}

const (
	Opening Level = "opening"
	Target  Level = "target"
	Heads   Level = "heads"
	Owners  Level = "owners"
)
