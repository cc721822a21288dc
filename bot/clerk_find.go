package bot

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"leadbot/dialog"
)

// card shows one lead by its number.
func (c *Clerk) card(ctx context.Context, r Request) (answer, error) {
	id, err := strconv.ParseInt(strings.TrimPrefix(strings.TrimSpace(r.Text), "#"), 10, 64)
	if err != nil || id <= 0 {
		return answer{Message: c.plain("clerk_lead_usage", nil)}, nil
	}
	s, ok, err := c.lead(ctx, id)
	if err != nil {
		return answer{}, err
	}
	if !ok {
		return answer{Message: c.plain("clerk_lead_unknown", map[string]dialog.Text{"lead": number(id)})}, nil
	}
	if forgotten(&s) {
		return answer{Message: c.plain("desk_erased", nil)}, nil
	}
	return answer{Message: dialog.Message{Text: c.told(&s, r.At), Links: c.links(&s)}, about: id}, nil
}

// told is all that is known of a lead: the card, or before there is one what was
// answered so far.
func (c *Clerk) told(s *dialog.Session, at time.Time) dialog.Text {
	if s.Handoff != nil && !s.Handoff.Erased {
		return dialog.Join("\n", dialog.Plain("#"+strconv.FormatInt(s.ID, 10)), c.Desk.Card(s, at).Text)
	}
	lines := []dialog.Text{dialog.Join(" · ", c.called(s), c.username(s), dialog.Plain(c.category(s, at)))}
	applying := c.script().Scorecard.Applying(s.Answers, s.Flags)
	for _, a := range c.script().Questions {
		if applying.Has(a.ID) {
			label := dialog.Line(c.script().Label(a.ID, applying.Value(a.ID)))
			lines = append(lines, dialog.Join(": ", dialog.Plain(a.Title), dialog.Foreign(dialog.Short(label, 80))))
		}
	}
	return dialog.Join("\n", append(lines, c.text("clerk_no_card", nil))...)
}

// forgotten reports whether the lead wanted to be, and has not come back since.
func forgotten(s *dialog.Session) bool {
	erased := s.Handoff != nil && s.Handoff.Erased
	return (erased || !agreement(s).Withdrawn.IsZero()) && !s.Agreed(dialog.Processing)
}

// agreement is the lead's consent to be kept, the zero one when there is none.
func agreement(s *dialog.Session) dialog.Agreement {
	for _, a := range s.Consents {
		if a.Purpose == dialog.Processing {
			return a
		}
	}
	return dialog.Agreement{}
}

func (c *Clerk) username(s *dialog.Session) dialog.Text {
	if s.Profile.Username == "" {
		return nil
	}
	return dialog.Plain("@" + s.Profile.Username)
}

// find lists the leads that a text fits.
func (c *Clerk) find(ctx context.Context, r Request) (answer, error) {
	text := dialog.Line(r.Text)
	if text == "" {
		return answer{Message: c.plain("clerk_find_usage", nil)}, nil
	}
	newest, err := c.Files.Find(ctx, text, shown+1)
	if err != nil {
		return answer{}, err
	}
	if len(newest) == 0 {
		searched := map[string]dialog.Text{"text": dialog.Foreign(dialog.Short(text, 60))}
		return answer{Message: c.plain("clerk_not_found", searched)}, nil
	}
	found, err := c.Files.Listed(ctx, newest[:min(len(newest), shown)])
	if err != nil {
		return answer{}, err
	}
	leads := slices.DeleteFunc(refs(found), forgotten) // since they were found
	slices.SortFunc(leads, func(a, b *dialog.Session) int { return cmp.Compare(b.ID, a.ID) })
	rows := each(leads, func(s *dialog.Session) dialog.Text { return c.foundLine(s, r.At) })
	if len(newest) > shown {
		rows = append(rows, c.text("clerk_found_more", map[string]dialog.Text{"n": number(shown)}))
	}
	lines := append([]dialog.Text{dialog.Bold(c.word("clerk_found"))}, rows...)
	return answer{Message: dialog.Message{Text: dialog.Join("\n", lines...), Links: c.links(leads...)}}, nil
}

func (c *Clerk) foundLine(s *dialog.Session, at time.Time) dialog.Text {
	phone := dialog.Text(nil)
	if a, ok := c.script().Phone(); ok {
		phone = dialog.Plain(s.Answers.Value(a.ID))
	}
	return dialog.Join(" · ", c.called(s), phone, c.theme(s), dialog.Plain(c.category(s, at)), c.state(s))
}

// theme is what the lead works on, in their own words.
func (c *Clerk) theme(s *dialog.Session) dialog.Text {
	for _, a := range c.script().Questions {
		if a.Kind == dialog.Free && slices.Contains(a.UsedBy, "personalisation") {
			return dialog.Foreign(dialog.Short(dialog.Line(s.Answers.Value(a.ID)), 30))
		}
	}
	return nil
}

// state says who has the lead, or how the case ended.
func (c *Clerk) state(s *dialog.Session) dialog.Text {
	switch {
	case s.HeldBy() != 0:
		return dialog.Foreign(dialog.Short(dialog.Line(s.Claim.Name), 20))
	case s.Owner == dialog.Closed:
		return dialog.Plain(cmp.Or(c.word("outcome_"+string(s.Stage)), c.word("clerk_closed")))
	case s.Owner == dialog.Queue:
		return c.text("clerk_queue", nil)
	}
	return c.text("clerk_bot", nil)
}
