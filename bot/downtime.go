package bot

import (
	"context"
	"time"

	"leadbot/dialog"
)

// aliveNote tells when the bot was last known to be at work.
const aliveNote = "alive"

// The messenger keeps presses for minutes and everything else for a day.
const (
	keepsPresses  = 150 * time.Second
	keepsMessages = 24 * time.Hour
)

// Active finds leads in the middle of a conversation.
type Active interface {
	// Active returns the leads whose session changed in the period and that are
	// not done, in the order of their ids.
	Active(ctx context.Context, from, to time.Time) ([]int64, error)
}

// Downtime returns how long the bot was not at work before now, nil when that was
// too short to lose a press. To be called before Run.
func (l *Loop) Downtime(now time.Time) *Away {
	alive, err := time.Parse(time.RFC3339, l.start.Notes[aliveNote])
	if err != nil {
		return nil
	}
	return NewAway(alive, now)
}

// NewAway returns the downtime between two times, nil when a press that was made
// in it still came.
func NewAway(from, to time.Time) *Away {
	if to.Sub(from) <= keepsPresses {
		return nil
	}
	return &Away{from, to}
}

// Welcome lets the loop make up for a downtime: those who were in the middle of
// something see their question again, the owners hear of a long one. To be called
// when what came in meanwhile is handled.
func (l *Loop) Welcome(ctx context.Context, away Away, books Active, now time.Time) error {
	leads, err := books.Active(ctx, away.From.Add(-dialog.Active), away.From.Add(time.Minute))
	if err != nil {
		return err
	}
	l.Submit(ctx, Input{Place: Inside, Away: &away, Event: dialog.Input{At: now}})
	for _, lead := range leads {
		l.Submit(ctx, Input{Place: Inside, Lead: lead, Event: dialog.Input{Kind: dialog.Resumed, Since: away.From, At: now}})
	}
	return nil
}

// Beat notes that the bot is at work.
func (l *Loop) Beat(ctx context.Context, now time.Time) {
	l.Submit(ctx, Input{Place: Inside, Alive: true, Event: dialog.Input{At: now}})
}

// away tells the owners of a downtime in which messages may have been lost.
func (b *batch) away(a Away) Turn {
	if a.To.Sub(a.From) <= keepsMessages {
		return Turn{}
	}
	moment := func(t time.Time) dialog.Text {
		return dialog.Plain(t.In(b.Assistant.Calendar.Zone).Format("02.01 15:04"))
	}
	return Turn{Deliveries: b.alarm(a.To, "alarm_away", a.From.Unix(), map[string]dialog.Text{"from": moment(a.From), "to": moment(a.To)})}
}
