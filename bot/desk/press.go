package desk

import (
	"strconv"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// Manager is who presses a button of a card.
type Manager struct {
	ID     int64
	Name   string
	Member bool // of the managers' chat, checked just now
}

// Result is what a manager's act leads to beside the changed session. Without
// deliveries and events the session stays as it was.
type Result struct {
	Toast  string
	Out    []outbox.Delivery
	Events []dialog.Event // Kind is the action, Text the manager's id, Question what it was about: a flag, a label, whom
	Return bool           // the lead is to hear that the bot is there again
}

// Press takes a button of a card, or of a question below it, with the number that
// follows the action in its data, 0 for none. It changes the session; the first
// claim wins, and a press that finds nothing to change says how things stand.
func (d *Desk) Press(s *dialog.Session, action string, arg int64, m Manager, staff []Colleague, at time.Time) Result {
	a := &act{Desk: d, s: s, action: action, arg: arg, m: m, staff: staff, at: at}
	switch rule, known := rules[action]; {
	case !m.Member:
		a.say("desk_not_member", nil)
	case s.Handoff == nil || !s.Handoff.Posted || !known:
		a.say("desk_gone", nil)
	case s.Handoff.Erased || s.Owner == dialog.Closed && !rule.closed:
		a.say("desk_closed", nil)
	case s.Owner != dialog.Closed && a.barred(rule.who):
	default:
		a.own()
		rule.do(a)
	}
	return a.Result
}

// rule says who may press what in an open case, and whether it works in a closed
// one, there for every manager.
type rule struct {
	who    access
	closed bool
	do     func(*act)
}

// access is who may press a button in an open case.
type access int

const (
	anyone   access = iota
	holder          // has claimed the lead
	nobodies        // the holder; anyone while there is none
)

var rules map[string]rule

func init() { // the methods refer to the rules
	rules = map[string]rule{
		"claim": {do: (*act).claim}, "take_over": {do: (*act).takeOver},
		"release": {who: holder, do: (*act).release}, "hand": {who: holder, do: (*act).hand},
		"called": {who: holder, do: (*act).called}, "later": {who: holder, do: (*act).later},
		"won": {who: holder, do: (*act).won}, "lost": {who: holder, do: (*act).lost}, "reject": {who: nobodies, do: (*act).reject},
		"amount": {closed: true, do: (*act).amount}, "why": {closed: true, do: (*act).why}, "reopen": {closed: true, do: (*act).reopen},
		"more": {do: (*act).more}, "flag": {do: (*act).flag}, "cat": {do: (*act).category}, "temp": {do: (*act).temperature},
		"transcript": {closed: true, do: func(a *act) { a.say("desk_transcript_soon", nil) }},
	}
}

// act is a press, or a typed answer, being carried out.
type act struct {
	*Desk
	s      *dialog.Session
	action string
	arg    int64
	m      Manager
	staff  []Colleague
	at     time.Time
	Result
}

// barred says why the lead's state does not let this manager act; false when it does.
func (a *act) barred(who access) bool {
	switch c := a.s.Claim; {
	case c == nil && who == holder:
		a.say("desk_free", nil)
	case c != nil && who != anyone && c.ID != a.m.ID:
		a.say("desk_taken", a.held(a.s))
	default:
		return false
	}
	return true
}

// own gives the session a handoff of its own to change.
func (a *act) own() {
	handoff := *a.s.Handoff
	a.s.Handoff = &handoff
}

// say answers the press.
func (a *act) say(id string, values map[string]dialog.Text) { a.Toast = a.text(id, values).String() }

// done records what was done about what, and brings the card up to date.
func (a *act) done(about string, p outbox.Priority) {
	a.s.Updated = a.at
	a.Events = append(a.Events, dialog.Event{
		Kind: a.action, Question: qualify.Question(about), Text: strconv.FormatInt(a.m.ID, 10), At: a.at,
	})
	a.Out = append(a.Out, a.redraw(a.s, p, a.at))
}

func manager(name string) map[string]dialog.Text {
	return map[string]dialog.Text{"manager": dialog.Foreign(dialog.Short(dialog.Line(name), maxName))}
}

// maxName bounds the names of managers.
const maxName = 30
