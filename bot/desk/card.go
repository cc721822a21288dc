package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

// maxCard is the length of a card in characters: one screen of a phone.
const maxCard = 1000

// Card says everything known about a lead on one screen, with the buttons that
// its state allows. Where it would grow too long, the least needed lines go.
func (d *Desk) Card(s *dialog.Session, at time.Time) dialog.Message {
	if s.Handoff.Erased {
		return dialog.Message{Text: d.text("desk_erased", nil)}
	}
	as := d.Assistant.Assess(s, at)
	lines := d.lines(s, as)
	for i := len(lines) - 1; i > 0 && length(lines) > maxCard; i-- {
		if lines[i].spare {
			lines = slices.Delete(lines, i, i+1)
		}
	}
	return dialog.Message{Text: joined(lines), Buttons: d.buttons(s)}
}

// line is one line of a card; a spare one may be left out.
type line struct {
	text  dialog.Text
	spare bool
}

func joined(lines []line) dialog.Text {
	texts := make([]dialog.Text, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return dialog.Join("\n", texts...)
}

func length(lines []line) int { return len([]rune(joined(lines).String())) }

func (d *Desk) lines(s *dialog.Session, as qualify.Assessment) []line {
	lines := []line{{text: d.heading(s)}, {text: d.labels(as)}, {text: d.person(s)}}
	lines = append(lines, line{text: d.labelled("desk_said", dialog.Foreign(d.quote(s)))})
	lines = append(lines, d.facts(s)...)
	up, risks := d.reasons(as)
	scheme := ""
	if text, ok := d.script().Scheme(s.Answers, s.Flags); ok {
		scheme = text
	}
	lines = append(lines,
		line{text: d.labelled("desk_up", dialog.Foreign(up))},
		line{text: d.labelled("desk_risks", dialog.Foreign(risks))},
		line{text: d.labelled("desk_promised", d.promised(s))},
		line{text: d.offered(s)},
		line{text: d.labelled("desk_next", d.next(s, as))},
		line{text: d.labelled("desk_draft", d.text("desk_draft_text", d.draft(s))), spare: true},
		line{text: d.labelled("desk_scheme", dialog.Plain(scheme)), spare: true},
		line{text: d.labelled("desk_effort", dialog.Plain(d.script().Effort[as.Category])), spare: true},
		line{text: d.claimed(s)},
	)
	return slices.DeleteFunc(lines, func(l line) bool { return l.text.String() == "" })
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
	return dialog.Join(" · ", dialog.Plain(d.word("category_"+as.Category)), dialog.Plain(d.word("segment_"+as.Segment)), score,
		dialog.Plain(d.word("temperature_"+as.Temperature)))
}

func (d *Desk) person(s *dialog.Session) dialog.Text {
	name, username, source := d.who(s)["name"], dialog.Text(nil), dialog.Text(nil)
	if s.Profile.Username != "" {
		username = dialog.Plain("@" + s.Profile.Username)
	} else {
		name[0].Person = s.Profile.UserID // else there would be no way to write to them
	}
	if s.Profile.FirstSource != "" {
		source = dialog.Join(" ", dialog.Plain(d.word("desk_source")), dialog.Foreign(dialog.Short(s.Profile.FirstSource, 40)))
	}
	phone := dialog.Text(nil)
	if a, ok := d.script().Phone(); ok {
		phone = dialog.Plain(s.Answers.Value(a.ID))
	}
	return dialog.Join(" · ", name, username, phone, source)
}

// quoted is the question whose answer says best what the lead wants: the latest
// free one, "" when there is none.
func (d *Desk) quoted(s *dialog.Session) qualify.Question {
	applying := d.script().Scorecard.Applying(s.Answers, s.Flags)
	for _, a := range slices.Backward(d.script().Questions) {
		if a.Kind == dialog.Free && applying.Has(a.ID) && !slices.Contains(a.UsedBy, "personalisation") {
			return a.ID
		}
	}
	return ""
}

// quote is what the lead wants, in their own words.
func (d *Desk) quote(s *dialog.Session) string {
	words := dialog.Line(s.Answers.Value(d.quoted(s)))
	if words == "" {
		return ""
	}
	return "«" + dialog.Short(words, 120) + "»"
}

// facts are the answers that the card shows, several to a line.
func (d *Desk) facts(s *dialog.Session) []line {
	applying := d.script().Scorecard.Applying(s.Answers, s.Flags)
	var facts []string
	for _, a := range d.script().Questions {
		if applying.Has(a.ID) && a.Kind != dialog.Phone && a.ID != d.quoted(s) {
			label := dialog.Line(d.script().Label(a.ID, applying.Value(a.ID)))
			facts = append(facts, a.Title+": "+dialog.Short(label, 40))
		}
	}
	var lines []line
	for chunk := range slices.Chunk(facts, 2) {
		lines = append(lines, line{text: dialog.Foreign(strings.Join(chunk, " · ")), spare: true})
	}
	return lines
}

// reasons names the three that speak most for the lead and two that speak against.
func (d *Desk) reasons(as qualify.Assessment) (up, risks string) {
	byPoints := slices.Clone(as.Reasons)
	slices.SortStableFunc(byPoints, func(a, b qualify.Reason) int { return cmp.Compare(b.Points, a.Points) })
	byGap := slices.DeleteFunc(slices.Clone(as.Reasons), func(r qualify.Reason) bool {
		return r.Answer == qualify.NotAsked || 2*r.Points > d.script().Scorecard.Best(r.Question)
	})
	slices.SortStableFunc(byGap, func(a, b qualify.Reason) int { return cmp.Compare(d.gap(b), d.gap(a)) })
	byPoints = slices.DeleteFunc(byPoints, func(r qualify.Reason) bool { return 2*r.Points <= d.script().Scorecard.Best(r.Question) })
	return d.named(byPoints, 3, " %+d"), d.named(byGap, 2, "")
}

// gap is how many points a reason leaves on the table.
func (d *Desk) gap(r qualify.Reason) int { return d.script().Scorecard.Best(r.Question) - r.Points }

func (d *Desk) named(reasons []qualify.Reason, n int, points string) string {
	var names []string
	for _, r := range reasons[:min(n, len(reasons))] {
		name := d.reason(r)
		if points != "" {
			name += fmt.Sprintf(points, r.Points)
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// reason names one line of the score in the script's words.
func (d *Desk) reason(r qualify.Reason) string {
	title := strings.ToLower(d.script().Title(r.Question))
	if label := d.script().Label(r.Question, r.Answer); title != "" && label != r.Answer {
		return title + " «" + label + "»"
	}
	return cmp.Or(title, d.word("flag_"+string(r.Question)), strings.ToLower(d.word("reason_"+string(r.Question))))
}

// promised is what the lead was told; one who fell silent was told nothing.
func (d *Desk) promised(s *dialog.Session) dialog.Text {
	asked := s.Handoff.Lane == dialog.LaneHuman || s.Handoff.Lane == dialog.LaneBooking
	if !asked && !s.Handoff.Confirmed {
		return nil
	}
	return d.text("desk_promise", map[string]dialog.Text{"time": dialog.Plain(d.deadline(s))})
}

// next is what to do, and until when.
func (d *Desk) next(s *dialog.Session, as qualify.Assessment) dialog.Text {
	due := d.text("desk_until", map[string]dialog.Text{"time": dialog.Plain(d.deadline(s))})
	return dialog.Join(" ", dialog.Plain(d.script().NextSteps[as.NextStep]), due)
}

func (d *Desk) deadline(s *dialog.Session) string {
	return d.local(d.Assistant.Deadline(s.Handoff)).Format("02.01 15:04")
}

// draft fills the first message that a manager may send.
func (d *Desk) draft(s *dialog.Session) map[string]dialog.Text {
	first, _, _ := strings.Cut(s.Profile.Name, " ")
	return map[string]dialog.Text{"name": dialog.Foreign(first)}
}

// claimed says who has the lead and since when.
func (d *Desk) claimed(s *dialog.Session) dialog.Text {
	if s.Claim == nil {
		return nil
	}
	lines := []dialog.Text{d.text("desk_claimed_by", d.claim(s))}
	if !s.Claim.FirstAt.IsZero() {
		called := dialog.Plain(d.local(s.Claim.FirstAt).Format("15:04"))
		lines = append(lines, d.text("desk_called_at", map[string]dialog.Text{"time": called}))
	}
	if outcome := d.word("outcome_" + string(s.Stage)); outcome != "" {
		lines = append(lines, dialog.Bold(outcome))
	}
	return dialog.Join(" · ", lines...)
}

func (d *Desk) claim(s *dialog.Session) map[string]dialog.Text {
	return map[string]dialog.Text{"manager": dialog.Foreign(dialog.Short(s.Claim.Name, 40)), "time": dialog.Plain(d.local(s.Claim.At).Format("15:04"))}
}
