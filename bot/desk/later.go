package desk

import (
	"strconv"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// later asks when the holder wants to come back to the lead, then puts it off.
func (a *act) later() {
	if a.arg == 0 {
		a.askWhen()
		return
	}
	asked, open := a.prompt("later")
	choices := a.moments(asked.At)
	switch {
	case !open:
		a.say("desk_answered", nil)
	case a.arg > int64(len(choices)):
		a.say("desk_gone", nil)
	default:
		claim := *a.s.Claim
		claim.Later = choices[a.arg-1]
		a.s.Claim = &claim
		when := a.stamp(claim.Later)
		a.say("desk_put_off", map[string]dialog.Text{"time": when})
		a.done(strconv.FormatInt(claim.Later.Unix(), 10), outbox.Claim)
		a.settle("later", when)
	}
}

func (a *act) askWhen() {
	choices, now := a.moments(a.at), a.local(a.at)
	labels := []string{
		a.word("desk_later_1h"), a.word("desk_later_3h"), dialog.Capital(a.script().Moment(choices[2], now)), a.word("desk_later_2d"),
	}
	var buttons []dialog.Button
	for i, label := range labels {
		buttons = append(buttons, button(a.s, label, "later", int64(i+1)))
	}
	a.ask("later", dialog.Message{Text: a.text("desk_ask_later", nil), Buttons: rows(buttons, 2)})
}

// moments are the times to come back at, counted from when the question was
// asked: in an hour, in three, when the next day opens, after two working days.
func (a *act) moments(asked time.Time) []time.Time {
	next := a.opening(asked)
	return []time.Time{asked.Add(time.Hour), asked.Add(3 * time.Hour), next, a.opening(next)}
}

// opening is when the business opens on the first working day after that of a
// time; ten o'clock where it never closes.
func (d *Desk) opening(at time.Time) time.Time {
	week, t := d.Assistant.Calendar.Working, d.local(at)
	midnight := time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, t.Location())
	if !week.Open(midnight) {
		return week.Next(midnight)
	}
	return week.Next(time.Date(t.Year(), t.Month(), t.Day()+1, 10, 0, 0, 0, t.Location()))
}

// stamp says a time with its day.
func (d *Desk) stamp(at time.Time) dialog.Text {
	return dialog.Plain(d.local(at).Format("02.01 15:04"))
}
