package bot

import (
	"cmp"
	"context"
	"slices"
	"time"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// leads tells a manager what is to be done: the own leads, the free ones, those
// whose time is over, and who else is there.
func (c *Clerk) leads(ctx context.Context, r Request) (answer, error) {
	handed, err := c.Files.Handed(ctx)
	if err != nil {
		return answer{}, err
	}
	v := c.view(handed, r)
	rows, err := c.mine(ctx, v.mine[:min(len(v.mine), shown)], r.At)
	if err != nil {
		return answer{}, err
	}
	free := each(v.free, c.freeLine)
	burning := each(v.burning, c.burningLine)
	text := dialog.Join("\n\n",
		c.section("clerk_mine", rows, len(v.mine)), c.section("clerk_free", free, len(v.free)),
		c.section("clerk_burning", burning, len(v.burning)), c.staff(v.loads))
	if len(v.mine)+len(v.free)+len(v.burning) == 0 {
		text = dialog.Join("\n\n", c.text("clerk_quiet", nil), c.staff(v.loads))
	}
	links := slices.Concat(first(v.mine), first(v.free), first(v.burning))
	return answer{Message: dialog.Message{Text: text, Links: c.links(links...)}}, nil
}

// view is the desk as one manager sees it, the most urgent first.
type view struct {
	mine, free, burning []*dialog.Session
	loads               map[int64]int
}

func (c *Clerk) view(handed []dialog.Session, r Request) view {
	v := view{loads: map[int64]int{}}
	for _, s := range refs(handed) {
		if s.Handoff == nil || s.Handoff.Erased || s.Owner != dialog.Queue && s.HeldBy() == 0 {
			continue
		}
		switch by := s.HeldBy(); by {
		case 0:
			v.free = append(v.free, s)
		case r.By:
			v.mine = append(v.mine, s)
			fallthrough
		default:
			v.loads[by]++
		}
		if c.burns(s, r.At) {
			v.burning = append(v.burning, s)
		}
	}
	slices.SortStableFunc(v.mine, func(a, b *dialog.Session) int {
		return cmp.Or(order(unheard(a), unheard(b)), a.Claim.At.Compare(b.Claim.At))
	})
	slices.SortStableFunc(v.free, func(a, b *dialog.Session) int {
		return cmp.Or(order(a.Handoff.Lane.Urgent(), b.Handoff.Lane.Urgent()), c.deadline(a).Compare(c.deadline(b)))
	})
	slices.SortStableFunc(v.burning, func(a, b *dialog.Session) int { return c.Desk.Target(a).Compare(c.Desk.Target(b)) })
	return v
}

// order puts first what is so.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// unheard reports whether no human has spoken to the lead yet.
func unheard(s *dialog.Session) bool { return s.Claim == nil || s.Claim.FirstAt.IsZero() }

// burns reports whether a human should have spoken to the lead by now.
func (c *Clerk) burns(s *dialog.Session, at time.Time) bool {
	putOff := s.Claim != nil && s.Claim.Later.After(at)
	return unheard(s) && !putOff && !s.Blocked && c.Desk.Target(s).Before(at)
}

// deadline is when the lead expects a human.
func (c *Clerk) deadline(s *dialog.Session) time.Time {
	if !s.Handoff.Slot.IsZero() {
		return s.Handoff.Slot
	}
	return c.Desk.Assistant.Deadline(s.Handoff)
}

func first(leads []*dialog.Session) []*dialog.Session { return leads[:min(len(leads), shown)] }

// each makes the lines of the first leads.
func each(leads []*dialog.Session, line func(*dialog.Session) dialog.Text) []dialog.Text {
	var lines []dialog.Text
	for _, s := range first(leads) {
		lines = append(lines, line(s))
	}
	return lines
}

// section is a list below its name; there is none without leads.
func (c *Clerk) section(id string, rows []dialog.Text, total int) dialog.Text {
	if total == 0 {
		return nil
	}
	return c.lines(dialog.Join(": ", dialog.Bold(c.word(id)), number(int64(total))), rows, total)
}

// mine are the lines of a manager's own leads. Their category rests on the
// answers, which are read of these alone.
func (c *Clerk) mine(ctx context.Context, leads []*dialog.Session, at time.Time) ([]dialog.Text, error) {
	var ids []int64
	for _, s := range leads {
		ids = append(ids, s.ID)
	}
	whole, err := c.Files.Listed(ctx, ids)
	if err != nil {
		return nil, err
	}
	categories := map[int64]string{}
	for _, s := range refs(whole) {
		categories[s.ID] = c.category(s, at)
	}
	return each(leads, func(s *dialog.Session) dialog.Text {
		state := c.text("clerk_since", map[string]dialog.Text{"time": c.time(s.Claim.At)})
		return dialog.Join(" · ", c.called(s), dialog.Plain(categories[s.ID]), state, c.todo(s, at))
	}), nil
}

func (c *Clerk) category(s *dialog.Session, at time.Time) string {
	return c.word("category_" + c.Desk.Assistant.Assess(s, at).Category)
}

// todo is what a lead waits for from the manager who has it.
func (c *Clerk) todo(s *dialog.Session, at time.Time) dialog.Text {
	switch {
	case s.Claim.Later.After(at):
		return c.text("clerk_later", map[string]dialog.Text{"time": c.time(s.Claim.Later)})
	case unheard(s):
		return c.text("clerk_first", nil)
	}
	return nil
}

func (c *Clerk) freeLine(s *dialog.Session) dialog.Text {
	waits := c.text("clerk_waits", map[string]dialog.Text{"time": c.time(s.Handoff.At)})
	until := c.text("clerk_until", map[string]dialog.Text{"time": c.time(c.deadline(s))})
	return dialog.Join(" · ", c.called(s), c.lane(s), waits, until)
}

func (c *Clerk) burningLine(s *dialog.Session) dialog.Text {
	over := c.text("clerk_over", map[string]dialog.Text{"time": c.time(c.Desk.Target(s))})
	state := c.text("clerk_nobody", nil)
	if s.HeldBy() != 0 {
		state = c.text("clerk_silent", map[string]dialog.Text{"manager": dialog.Foreign(dialog.Short(s.Claim.Name, 20))})
	}
	return dialog.Join(" · ", c.called(s), c.lane(s), over, state)
}

// staff says who is there and who is not, each with the leads they have.
func (c *Clerk) staff(loads map[int64]int) dialog.Text {
	here, away := dialog.Text(nil), dialog.Text(nil)
	for _, m := range c.Roster(loads) {
		side := &here
		if m.Away {
			side = &away
		}
		*side = dialog.Join(", ", *side, named(m))
	}
	label := func(id string, names dialog.Text) dialog.Text {
		if names == nil {
			return nil
		}
		return dialog.Join(": ", dialog.Bold(c.word(id)), names)
	}
	return dialog.Join("\n", label("clerk_here", here), label("clerk_away", away))
}

func named(m desk.Colleague) dialog.Text {
	return dialog.Join(" ", dialog.Foreign(dialog.Short(dialog.Line(m.Name), 20)), number(int64(m.Load)))
}
