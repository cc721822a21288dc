package dialog

import (
	"slices"
	"strconv"
	"strings"

	"leadbot/qualify"
)

// Press is a button's data, taken apart.
type Press struct {
	Verb string
	Args []string
	Turn int // of the message it belongs to, 0 when it does not say
}

// arity is how many arguments a verb has before the turn's number.
var arity = map[string]int{
	"a": 2, "skip": 1, "back": 0, "human": 0, "consent": 1, "review": 1, "edit": 1, "x": 2, "followups": 1, "m": 2, "slot": 1, "more": 1,
	"unclear": 0, "u": 2, "undo": 1,
}

// Teaches reports whether it is the staff's, who say what was not understood.
func (p Press) Teaches() bool { return p.Verb == "unclear" || p.Verb == "u" || p.Verb == "undo" }

// ParsePress reads a button's data; false for anything that no button of ours says.
func ParsePress(data string) (Press, bool) {
	parts := strings.Split(data, ":")
	n, known := arity[parts[0]]
	if !known || len(parts)-1 < n || len(parts)-1 > n+1 || slices.Contains(parts, "") {
		return Press{}, false
	}
	p := Press{Verb: parts[0], Args: parts[1 : 1+n]}
	if len(parts)-1 > n {
		turn, err := strconv.Atoi(parts[n+1])
		if err != nil || turn < 1 {
			return Press{}, false
		}
		p.Turn = turn
	}
	return p, true
}

// press takes a button. One of an older message changes nothing and says so;
// a human can be asked for from any.
func (t *step) press() {
	p, ok := ParsePress(t.in.Pressed)
	if !ok {
		t.toastText("stale", nil)
		return
	}
	if t.Owner == Manager && p.Verb != "followups" && p.Verb != "slot" {
		t.toastText("with_manager", nil)
		return
	}
	t.Stopped = false
	if p.Verb == "human" {
		t.human()
		return
	}
	if p.Verb == "slot" {
		t.slot(p)
		return
	}
	if t.outdated(p) && !t.setsTask(p) {
		t.late(p)
		return
	}
	t.act(p)
}

// outdated reports whether a press is on another message than the open one.
func (t *step) outdated(p Press) bool {
	return p.Turn != 0 && (t.Open == nil || t.Open.Turn != p.Turn)
}

func (t *step) act(p Press) {
	switch p.Verb {
	case "consent":
		t.consentPressed(p.Args[0])
	case "a":
		t.choose(qualify.Question(p.Args[0]), p.Args[1])
	case "skip":
		t.skip(qualify.Question(p.Args[0]))
	case "back":
		t.back()
	case "review":
		t.reviewPressed(p.Args[0])
	case "edit":
		t.edit(qualify.Question(p.Args[0]))
	case "more":
		t.all(qualify.Question(p.Args[0]))
	case "x":
		t.exercise(qualify.Question(p.Args[0]), p.Args[1])
	case "followups":
		t.followUps(p.Args[0])
	default:
		t.toastText("stale", nil)
	}
}

// choose takes an option's button.
func (t *step) choose(q qualify.Question, option string) {
	a, ok := t.Script.Ask(q)
	if !ok || !t.isOpen(a) {
		t.stale(q)
		return
	}
	i := slices.IndexFunc(t.choices(a), func(o Option) bool { return o.ID == option })
	if i < 0 || !slices.Contains(t.group(a), a) {
		t.toastText("stale", nil)
		return
	}
	o := t.choices(a)[i]
	value := o.ID
	if a.Kind == Free {
		value = o.Text
	}
	if t.waiting(a) && t.Answers.Value(q) == value {
		t.already(o.Text) // a second tap while the others in the message are open
		return
	}
	if t.Answers.Value(q) != value && !t.waiting(a) {
		t.noteChange(a)
	}
	t.accept(a, value, o.Text, qualify.ViaButton)
}

// late answers a press on a message that is no longer the open one: what it
// asked is answered, or the message is an old one.
func (t *step) late(p Press) {
	switch {
	case p.Verb == "a" || p.Verb == "skip" || p.Verb == "x" || p.Verb == "more":
		t.stale(qualify.Question(p.Args[0]))
	case p.Verb == "consent" && t.Agreed(Processing):
		t.already(t.Script.Texts["consent_yes"])
	case p.Verb == "review" && t.Phase == Done:
		t.already(t.Script.Texts["review_yes"])
	case p.Verb == "followups" && t.Agreed(FollowUps):
		t.already(t.Script.Texts["followups_yes"])
	default:
		t.toastText("stale", nil)
	}
}

func (t *step) already(answer string) {
	t.toastText("already", values{"answer": Plain(Short(answer, 60))})
}

// stale answers a press that comes too late: what is already answered, or that
// the message is an old one.
func (t *step) stale(q qualify.Question) {
	if answer, ok := t.Answers[q]; ok {
		t.already(t.Script.Label(q, answer.Value))
		return
	}
	t.toastText("stale", nil)
}

func (t *step) toastText(id string, v values) { t.toast = t.text(id, v).String() }
