package dialog

import (
	"time"

	"leadbot/qualify"
)

// Assess scores the session as it stands at a time: its answers and flags, the
// labels that managers put in place of the computed ones, and its deals.
func (s *Script) Assess(session *Session, at time.Time) qualify.Assessment {
	as := s.Scorecard.AssessFixed(session.Answers, session.Flags, at.Sub(session.Heard), session.Overrides.fixed())
	as.Lifecycle = session.lifecycle()
	return as
}

func (o Overrides) fixed() (f qualify.Fixed) {
	if o.Category != nil {
		f.Category = o.Category.Label
	}
	if o.Temperature != nil {
		f.Temperature = o.Temperature.Label
	}
	return f
}

// lifecycle is where the deals have brought the lead.
func (s *Session) lifecycle() string {
	return []string{qualify.Prospect, qualify.User, qualify.Regular}[min(len(s.Deals), 2)]
}
