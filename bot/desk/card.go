package desk

import (
	"strconv"
	"strings"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

// Card says everything known about a lead on one screen, with the buttons that
// its state allows.
func (d *Desk) Card(s *dialog.Session, at time.Time) dialog.Message {
	if s.Handoff.Erased {
		return dialog.Message{Text: d.text("desk_erased", nil)}
	}
	return dialog.Message{Text: d.fitted(s, at), Buttons: d.buttons(s)}
}

// lines are the card, its parts as long as there is room for them.
func (d *Desk) lines(s *dialog.Session, p *parts, r room) []dialog.Text {
	lines := []dialog.Text{d.heading(s), d.labels(p.as)}
	lines = append(lines, d.overridden(s, r.note)...)
	lines = append(lines, d.labelled("desk_flags", dialog.Plain(d.remarks(s))), d.person(s),
		d.labelled("desk_said", dialog.Foreign(quote(p.words, r.quote))))
	lines = append(lines, r.laid()...)
	if r.reasons > 0 {
		lines = append(lines, d.labelled("desk_up", dialog.Foreign(dialog.Short(p.up, r.reasons))),
			d.labelled("desk_risks", dialog.Foreign(dialog.Short(p.risks, r.reasons))))
	}
	if s.Owner != dialog.Closed {
		lines = append(lines, d.labelled("desk_promised", d.promised(s)), d.offered(s), d.labelled("desk_next", d.next(s, p.as)))
		lines = append(lines, p.extras[:r.extras]...)
	}
	return append(lines, d.claimed(s), d.bought(s), d.ended(s, r.note))
}

// parts are what a card says, before it is known how much room there is.
type parts struct {
	as        qualify.Assessment
	words     string // of the lead
	up, risks string
	extras    []dialog.Text
}

func (d *Desk) parts(s *dialog.Session, at time.Time) *parts {
	p := &parts{as: d.Assistant.Assess(s, at), words: d.words(s)}
	p.up, p.risks = d.reasons(p.as)
	p.extras = d.extras(s, p.as)
	return p
}

// extras help and are no facts: the last goes first where room is short.
func (d *Desk) extras(s *dialog.Session, as qualify.Assessment) []dialog.Text {
	scheme, _ := d.script().Scheme(s.Answers, s.Flags)
	return []dialog.Text{
		d.labelled("desk_draft", d.text("desk_draft_text", d.draft(s))),
		d.labelled("desk_scheme", dialog.Plain(scheme)),
		d.labelled("desk_effort", dialog.Plain(d.script().Effort[as.Category])),
	}
}

// labelled puts a label before a text; without a text there is no line.
func (d *Desk) labelled(id string, text dialog.Text) dialog.Text {
	if text.String() == "" {
		return nil
	}
	return dialog.Join("", dialog.Bold(d.word(id)+": "), text)
}

// heading says why the card is here.
func (d *Desk) heading(s *dialog.Session) dialog.Text {
	heading := dialog.Bold(d.word("desk_new_" + string(s.Handoff.Lane)))
	if s.Test {
		heading = dialog.Join(" · ", dialog.Bold(d.word("desk_test")), heading)
	}
	if !s.Handoff.Confirmed && s.Handoff.Lane == dialog.LaneHot {
		return dialog.Join(" · ", heading, dialog.Plain(d.word("desk_unconfirmed")))
	}
	return heading
}

func (d *Desk) labels(as qualify.Assessment) dialog.Text {
	score := d.text("desk_score", map[string]dialog.Text{"score": dialog.Plain(strconv.Itoa(as.Score))})
	labels := dialog.Join(" · ", dialog.Plain(d.word("category_"+as.Category)), dialog.Plain(d.word("segment_"+as.Segment)), score,
		dialog.Plain(d.word("temperature_"+as.Temperature)))
	if as.Lifecycle == qualify.Prospect {
		return labels
	}
	return dialog.Join(" · ", labels, dialog.Plain(d.word("lifecycle_"+as.Lifecycle)))
}

func (d *Desk) person(s *dialog.Session) dialog.Text {
	name, username, source := d.who(s)["name"], dialog.Text(nil), dialog.Text(nil)
	if s.Profile.Username != "" {
		username = dialog.Plain("@" + s.Profile.Username)
	} else {
		name[0].Person = s.Profile.UserID // else there would be no way to write to them
	}
	name[0].Text = dialog.Short(name[0].Text, 64)
	if s.Profile.FirstSource != "" {
		source = dialog.Join(" ", dialog.Plain(d.word("desk_source")), dialog.Foreign(dialog.Short(s.Profile.FirstSource, 40)))
	}
	phone := dialog.Text(nil)
	if a, ok := d.script().Phone(); ok {
		phone = dialog.Plain(s.Answers.Value(a.ID))
	}
	return dialog.Join(" · ", name, username, phone, source)
}

// promised is what the lead was told; one who fell silent was told nothing.
func (d *Desk) promised(s *dialog.Session) dialog.Text {
	switch {
	case !s.Handoff.Slot.IsZero():
		return d.text("desk_call", map[string]dialog.Text{"time": d.stamp(s.Handoff.Slot)})
	case s.Handoff.Promised():
		return d.text("desk_promise", map[string]dialog.Text{"time": d.stamp(d.Assistant.Deadline(s.Handoff))})
	}
	return nil
}

// next is what to do, and until when.
func (d *Desk) next(s *dialog.Session, as qualify.Assessment) dialog.Text {
	until := d.text("desk_until", map[string]dialog.Text{"time": d.stamp(d.due(s))})
	step := d.script().NextSteps[as.NextStep]
	if s.Handoff.Lane == dialog.LaneQuestion && !s.Handoff.Confirmed && !answered(s) {
		step = d.word("desk_answer")
	}
	return dialog.Join(" ", dialog.Plain(dialog.Short(step, 150)), until)
}

// due is when the lead should hear from a manager: when the holder wanted to come
// back, else at the call, else as promised.
func (d *Desk) due(s *dialog.Session) time.Time {
	switch {
	case s.Claim != nil && !s.Claim.Later.IsZero():
		return s.Claim.Later
	case !s.Handoff.Slot.IsZero():
		return s.Handoff.Slot
	}
	return d.Assistant.Deadline(s.Handoff)
}

// draft fills the first message that a manager may send.
func (d *Desk) draft(s *dialog.Session) map[string]dialog.Text {
	first, _, _ := strings.Cut(s.Profile.Name, " ")
	return map[string]dialog.Text{"name": dialog.Foreign(dialog.Short(first, 40))}
}

// claimed says who has the lead and since when, and what they put off.
func (d *Desk) claimed(s *dialog.Session) dialog.Text {
	if s.Claim == nil {
		return nil
	}
	parts := []dialog.Text{d.text("desk_claimed_by", d.held(s))}
	if !s.Claim.FirstAt.IsZero() {
		called := dialog.Plain(d.local(s.Claim.FirstAt).Format("15:04"))
		parts = append(parts, d.text("desk_called_at", map[string]dialog.Text{"time": called}))
	}
	if !s.Claim.Later.IsZero() && s.Owner == dialog.Manager {
		parts = append(parts, d.text("desk_put_off", map[string]dialog.Text{"time": d.stamp(s.Claim.Later)}))
	}
	return dialog.Join(" · ", parts...)
}

// held is the claim, for a text.
func (d *Desk) held(s *dialog.Session) map[string]dialog.Text {
	values := manager(s.Claim.Name)
	values["time"] = dialog.Plain(d.local(s.Claim.At).Format("15:04"))
	return values
}

// bought counts the lead's deals.
func (d *Desk) bought(s *dialog.Session) dialog.Text {
	if len(s.Deals) == 0 {
		return nil
	}
	sum := int64(0)
	for _, deal := range s.Deals {
		sum += deal.Amount
	}
	n := dialog.Plain(strconv.Itoa(len(s.Deals)))
	if sum == 0 {
		return d.labelled("desk_deals", n)
	}
	return d.labelled("desk_deals", d.text("desk_deals_sum", map[string]dialog.Text{"n": n, "sum": d.money(sum)}))
}

// ended says how the case ended, why, by whom and when.
func (d *Desk) ended(s *dialog.Session, room int) dialog.Text {
	outcome := d.word("outcome_" + string(s.Stage))
	if outcome == "" || s.Closing == nil {
		return dialog.Bold(outcome)
	}
	c := s.Closing
	reason := dialog.Join(": ", dialog.Bold(outcome), dialog.Foreign(dialog.Short(c.Reason, room)))
	return dialog.Join(" · ", reason, manager(c.Name)["manager"], d.stamp(c.At))
}
