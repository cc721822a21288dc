package desk

import (
	"fmt"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Manager is who presses a button of a card.
type Manager struct {
	ID     int64
	Name   string
	Member bool // of the managers' chat, checked just now
}

// Press takes a button of a card: it changes the session, returns the answer to
// the press and what is to be posted. The first claim wins; a press that finds
// nothing to change says how things stand.
func (d *Desk) Press(s *dialog.Session, action string, m Manager, at time.Time) (string, []outbox.Delivery) {
	if !m.Member {
		return d.word("desk_not_member"), nil
	}
	if s.Handoff == nil || !s.Handoff.Posted {
		return d.word("desk_gone"), nil
	}
	toast, changed := d.apply(s, action, m, at)
	if !changed {
		return toast, nil
	}
	s.Updated = at
	return toast, []outbox.Delivery{d.redraw(s, outbox.Claim, at)}
}

func (d *Desk) apply(s *dialog.Session, action string, m Manager, at time.Time) (toast string, changed bool) {
	if s.Owner == dialog.Closed {
		return d.word("desk_closed"), false
	}
	if action == "claim" {
		return d.take(s, m, at)
	}
	if s.Claim == nil {
		return d.word("desk_free"), false
	}
	if s.Claim.ID != m.ID {
		return d.text("desk_taken", d.claim(s)).String(), false
	}
	return d.settle(s, action, at)
}

// take gives the lead to whoever was first.
func (d *Desk) take(s *dialog.Session, m Manager, at time.Time) (string, bool) {
	if s.Claim != nil && s.Claim.ID == m.ID {
		return d.word("desk_yours"), false
	}
	if s.Claim != nil {
		return d.text("desk_taken", d.claim(s)).String(), false
	}
	s.Claim = &dialog.Claim{ID: m.ID, Name: m.Name, At: at}
	s.Owner, s.Stage = dialog.Manager, dialog.StageClaimed
	return d.word("desk_yours"), true
}

// settle takes what the manager who has the lead decides.
func (d *Desk) settle(s *dialog.Session, action string, at time.Time) (string, bool) {
	switch action {
	case "release":
		s.Claim, s.Owner, s.Stage = nil, dialog.Queue, dialog.StageHandedOff
		return d.word("desk_released"), true
	case "called":
		if !s.Claim.FirstAt.IsZero() {
			return d.word("desk_noted"), false
		}
		claim := *s.Claim
		claim.FirstAt = at
		s.Claim = &claim
	case "won":
		s.Owner, s.Stage = dialog.Closed, dialog.StageWon
	case "lost":
		s.Owner, s.Stage = dialog.Closed, dialog.StageLost
	case "reject":
		s.Owner, s.Stage = dialog.Closed, dialog.StageRejected
	default:
		return d.word("desk_gone"), false
	}
	return d.word("desk_noted"), true
}

// buttons are what can be done with the lead now.
func (d *Desk) buttons(s *dialog.Session) [][]dialog.Button {
	button := func(action string) dialog.Button {
		return dialog.Button{Text: d.word("desk_" + action), Data: fmt.Sprintf("m:%d:%s", s.ID, action)}
	}
	switch s.Owner {
	case dialog.Closed:
		return nil
	case dialog.Manager:
		return [][]dialog.Button{{button("called"), button("release")}, {button("won"), button("lost"), button("reject")}}
	}
	return [][]dialog.Button{{button("claim")}}
}
