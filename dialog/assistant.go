// Package dialog leads the conversation with a prospect: what to ask next, what
// an answer changes, what is said. Advance is pure; time is a part of its input.
package dialog

import (
	"maps"
	"slices"
	"time"

	"leadbot/qualify"
)

// Assistant talks by a script, within a calendar, and as it was taught.
type Assistant struct {
	Script   *Script
	Calendar Calendar
	Taught   Taught
}

// Calendar is when the business works and when the bot keeps still.
type Calendar struct {
	Zone        *time.Location
	Working     Week
	Quiet       Quiet
	RemindAfter []time.Duration // of silence, growing
	HandoffIdle time.Duration   // a hot lead silent for so long goes to the managers unconfirmed
	Promise     time.Duration   // within which a hot lead hears from a human, in working hours
	WarmPromise time.Duration   // the same for a warm one
	Burst       time.Duration   // texts within such a pause are read as one, 0 for each alone
	FollowUps   bool            // whether consent to follow-ups is asked
	PrivacyURL  string          // shown with the consent
}

// Advance returns what follows from an input. The session it is given stays as
// it was; the same session and input always give the same turn.
func (a *Assistant) Advance(s Session, in Input) Turn {
	t := &step{Assistant: a, in: in, Session: s}
	t.Answers = maps.Clone(s.Answers)
	if t.Answers == nil {
		t.Answers = qualify.Answers{}
	}
	t.Skipped, t.Trail, t.Homework = slices.Clone(s.Skipped), slices.Clone(s.Trail), slices.Clone(s.Homework)
	t.Consents = slices.Clone(s.Consents)
	t.Lists = maps.Clone(s.Lists)
	t.Handoff, t.Open = copied(s.Handoff), copied(s.Open)
	t.take()
	t.Updated = in.At
	t.Due = a.Wake(&t.Session, in.At)
	return Turn{Session: t.Session, Say: append(t.say, t.redraws...), Toast: t.toast, Events: t.events, Erase: t.erase, Withdraw: t.withdraw}
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

// Assess scores the session as it stands at a time.
func (a *Assistant) Assess(s *Session, at time.Time) qualify.Assessment {
	return a.Script.Assess(s, at)
}

// step is a turn being made: the session it changes and what it says.
type step struct {
	*Assistant
	Session
	in      Input
	say     []Say
	redraws []Say // edits of older messages, which may come last
	toast   string
	events  []Event
	erase   bool

	withdraw bool

	simpler    bool // the open question is asked with fewer options
	everything bool // and with all of them, although the lead wavers
	fixable    bool // what was understood can be corrected by a button
	corrects   bool // an answer took the place of another

	parts []Fragment // the messages that make the input, where they are several
}

// take lets the input do its work.
func (t *step) take() {
	switch t.in.Kind {
	case Ticked:
		t.tick()
	case BlockedUs:
		if !t.Blocked {
			t.event(Event{Kind: EventBlocked})
		}
		t.Blocked = true
	case Unsent:
		t.unsent()
	case Resumed:
		t.resume()
	case Excused:
		t.excuse()
	case Meant:
		t.meant()
	case Returned:
		t.comeBack()
	case Unblocked:
		if t.Blocked {
			t.event(Event{Kind: EventUnblocked})
		}
		t.Blocked = false
	default:
		t.hear()
	}
}

// hear takes what the prospect did. Whoever writes wants to be heard, so a stop
// ends with a press or a command; a mere text is told how to come back.
func (t *step) hear() {
	t.Heard, t.Reminded, t.Blocked = t.in.At, 0, false
	t.withdraw, t.Nudging = t.Nudging, false
	if t.flooding() {
		return
	}
	if t.Phase == New {
		t.event(Event{Kind: EventStarted})
	}
	if t.Agreed(Processing) {
		t.profile()
	}
	if t.Stopped && t.Owner != Manager && t.in.Kind != Started && t.in.Kind != Pressed && t.in.Kind != Commanded && !t.asksForHuman() {
		t.reply("stopped_hint", nil)
		return
	}
	if t.paused() {
		t.toManagers()
		return
	}
	if t.movesOn() {
		t.settle()
	}
	switch t.in.Kind {
	case Started:
		t.start()
	case Commanded:
		t.command()
	case Pressed:
		t.press()
	default:
		t.content()
	}
}

// profile keeps what the messenger tells of the person, once they agreed.
func (t *step) profile() {
	first, last := t.Profile.FirstSource, t.Profile.LastSource
	t.Profile = t.in.From
	t.Profile.FirstSource, t.Profile.LastSource = first, last
}

// content takes what was typed, shared or sent.
func (t *step) content() {
	if t.part() {
		t.keepPart()
		return
	}
	switch {
	case t.in.Kind == Edited && t.in.Text == "" && t.Owner != Manager: // a caption was taken away
	case t.Phase == New || t.Phase == Declined:
		t.meet()
	case t.Phase == Consent:
		t.typedConsent()
	case t.Owner == Manager:
		t.Stopped = false // whoever writes to a manager waits for an answer
		t.passOn()
	case t.Owner == Closed && t.in.Kind == Edited:
		t.passOn()
	case t.namesTime():
		t.otherTime()
	case t.Owner == Closed:
		t.passOn()
		t.reply("after_closed", nil)
	case t.in.Kind == Edited:
		t.edited()
	case t.in.Kind == Wrote && t.parts == nil:
		t.gather()
	case t.Phase == Done && t.in.Kind == Shared && !t.posts():
		t.contact()
	case t.Phase == Done && t.in.Kind != Wrote:
		t.toManagers()
		t.forHuman()
	case t.in.Kind == Shared:
		t.contact()
	case t.in.Kind == SentMedia:
		t.media()
	default:
		t.written()
	}
}

func (t *step) event(e Event) {
	e.At = t.in.At
	t.events = append(t.events, e)
}

// text returns a text of the script; the lead's name is always at hand.
func (t *step) text(id string, v values) Text { return t.fill(t.Script.Texts[id], v) }

func (t *step) fill(template string, v values) Text {
	all := values{"name": Foreign(t.firstName())}
	maps.Copy(all, v)
	return t.Script.fill(template, all)
}

// firstName is how the lead is addressed, "" before consent or without a name.
func (t *step) firstName() string {
	name, _, _ := cutSpace(t.Profile.Name)
	if len([]rune(name)) > 20 {
		return ""
	}
	return name
}
