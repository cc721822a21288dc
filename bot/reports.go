package bot

import (
	"context"
	"fmt"
	"iter"
	"log/slog"
	"slices"
	"sync"
	"time"

	"leadbot/bot/digest"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// Books answer what a report asks of the past. Periods include their start and
// exclude their end; leads of staff trying the bot are left out.
type Books interface {
	NewBySource(ctx context.Context, from, to time.Time) ([]digest.Source, error)
	FunnelBetween(ctx context.Context, from, to time.Time) ([]digest.Step, error)
	LeadsBetween(ctx context.Context, from, to time.Time) iter.Seq2[dialog.Session, error]
	Waiting(ctx context.Context) ([]dialog.Session, error)
	MostMissed(ctx context.Context, from, to time.Time, questions []qualify.Question, limit int) ([]dialog.Missed, error)
}

// Schedule tells when something is due next after a time.
type Schedule interface {
	Next(time.Time) time.Time
}

// Reporter writes the digests, by the schedule and on request.
type Reporter struct {
	Assistant *dialog.Assistant
	Books     Books
	Schedule  Schedule
	Every     bool // the schedule is a plain interval, not a time of the week
	Submit    func(context.Context, Input)
	Log       *slog.Logger
	Now       func() time.Time

	mu   sync.Mutex // of Tick
	last time.Time  // the latest occurrence that was done
	asks chan Digest
}

// late is how long after its time a digest still goes out; an older one is
// folded into the next.
const late = 48 * time.Hour

// Resume takes up after the last digest that was done, or after the first start,
// which owes no report of the past; the loop noted which. To be called first.
func (r *Reporter) Resume(note string) error {
	last, err := time.Parse(time.RFC3339, note)
	if err != nil {
		return fmt.Errorf("read the last digest's time: %w", err)
	}
	r.last, r.asks = last, make(chan Digest, 16)
	return nil
}

// Ask wants a report beside the schedule. Too many at once are dropped.
func (r *Reporter) Ask(d Digest) {
	select {
	case r.asks <- d:
	default:
	}
}

// Serve writes the reports that are asked for, until the context ends.
func (r *Reporter) Serve(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case d := <-r.asks:
			now := r.Now()
			d.Due, d.From, d.To = now, r.local(now).AddDate(0, 0, -7), now
			d.Period = d.From.Format("02.01") + "–" + r.local(now).Format("02.01")
			r.submit(ctx, d, false)
		}
	}
}

// Tick sends the digest when its time has come. Occurrences missed meanwhile are
// one: the latest.
func (r *Reporter) Tick(ctx context.Context, now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	due := r.latest(now)
	if due.IsZero() || now.Sub(due) > late {
		return
	}
	if r.submit(ctx, r.planned(r.last, due), now.Sub(due) > time.Hour) {
		r.last = due
	}
}

// latest returns the last occurrence after the one done and up to now, the zero
// time when there is none.
func (r *Reporter) latest(now time.Time) time.Time {
	var due time.Time
	from := r.local(r.last)
	if r.Every { // skip what a long downtime piled up
		if step := r.Schedule.Next(from).Sub(from); now.Sub(from) > 2*step {
			from = from.Add(now.Sub(from).Truncate(step) - step)
		}
	}
	for next := r.Schedule.Next(from); !next.IsZero() && !next.After(now); next = r.Schedule.Next(next) {
		due = next
	}
	return due
}

// planned is the digest of an occurrence. A weekly one covers the last full ISO
// week, or more when one before it was left out; any other the time since the
// occurrence before.
func (r *Reporter) planned(previous, due time.Time) Digest {
	if !r.weekly(due) {
		return Digest{From: previous, To: due, Due: due, Period: due.UTC().Format("2006-01-02T15:04:05Z")}
	}
	monday := startOfWeek(due)
	week := monday.AddDate(0, 0, -7)
	from := startOfWeek(r.local(previous))
	if from.After(week) { // begun this very week
		from = week
	}
	return Digest{From: from, To: monday, Due: due, Period: Week(week)}
}

// weekly reports whether the schedule comes once a week.
func (r *Reporter) weekly(due time.Time) bool {
	year, month, day := r.Schedule.Next(due).Date()
	inAWeek := time.Date(due.Year(), due.Month(), due.Day()+7, 0, 0, 0, 0, due.Location())
	return !r.Every && inAWeek.Equal(time.Date(year, month, day, 0, 0, 0, 0, due.Location()))
}

func startOfWeek(t time.Time) time.Time {
	days := (int(t.Weekday()) + 6) % 7
	return time.Date(t.Year(), t.Month(), t.Day()-days, 0, 0, 0, 0, t.Location())
}

// Week names the ISO week of a time, such as 2026-W47.
func Week(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

func (r *Reporter) local(t time.Time) time.Time { return t.In(r.Assistant.Calendar.Zone) }

// submit hands the written digest to the loop. When the figures cannot be read,
// it reports false and the schedule tries again at the next tick.
func (r *Reporter) submit(ctx context.Context, d Digest, isLate bool) bool {
	figures, err := r.Figures(ctx, d, isLate)
	if err != nil {
		r.Log.Error("digest not written", "err", err)
		return false
	}
	d.Message = digest.Compose(r.Assistant.Script, figures, r.Assistant.Calendar.Zone)
	done := make(chan struct{})
	r.Submit(ctx, Input{Place: Inside, Digest: &d, Event: dialog.Input{At: r.Now()}, Handled: func() { close(done) }})
	select {
	case <-done:
		return true
	case <-ctx.Done():
		return false
	}
}

// Figures reads what a digest tells.
func (r *Reporter) Figures(ctx context.Context, d Digest, isLate bool) (digest.Figures, error) {
	f := digest.Figures{From: d.From, To: d.To, Period: d.Period, Late: isLate}
	var err error
	if f.Sources, err = r.Books.NewBySource(ctx, d.From, d.To); err != nil {
		return f, err
	}
	before, err := r.Books.NewBySource(ctx, d.From.Add(-d.To.Sub(d.From)), d.From)
	if err != nil {
		return f, err
	}
	for _, s := range before {
		f.Before += s.New
	}
	if f.Funnel, err = r.Books.FunnelBetween(ctx, d.From, d.To); err != nil {
		return f, err
	}
	if f.Missed, err = r.Books.MostMissed(ctx, d.From, d.To, r.Assistant.Script.Teachable(), maxMissed); err != nil {
		return f, err
	}
	for s, err := range r.Books.LeadsBetween(ctx, d.From, d.To) {
		if err != nil {
			return f, err
		}
		f.Add(&s, r.Assistant.Assess(&s, d.To))
	}
	return f, r.waiting(ctx, &f)
}

// waiting adds the urgent leads that nobody took, however long ago.
func (r *Reporter) waiting(ctx context.Context, f *digest.Figures) error {
	sessions, err := r.Books.Waiting(ctx)
	for _, s := range sessions {
		if s.Owner == dialog.Queue && s.Handoff != nil && s.Handoff.Lane.Urgent() {
			f.Unclaimed = append(f.Unclaimed, digest.Waiting{Lead: s.ID, Name: s.Profile.Name, Since: s.Handoff.At})
		}
	}
	slices.SortStableFunc(f.Unclaimed, func(a, b digest.Waiting) int { return a.Since.Compare(b.Since) })
	return err
}

// digest sends a report to those who get it, and notes that its time is done.
func (b *batch) digest(d Digest, at time.Time) Turn {
	turn := Turn{}
	owners, class := b.Owners, outbox.Once
	if d.Ask != 0 {
		owners, class = []int64{d.Ask}, outbox.Reply
	} else {
		b.note(&turn, DigestNote, d.Due.UTC().Format(time.RFC3339))
	}
	for _, owner := range owners {
		key := fmt.Sprintf("digest:%d:%s", owner, d.Period)
		if d.Ask != 0 {
			key = fmt.Sprintf("digest:%d:asked:%d", owner, b.start.LastDelivery)
		}
		turn.Deliveries = append(turn.Deliveries, outbox.Delivery{
			Key: key, Class: class, Method: outbox.Send, Chat: owner,
			Priority: outbox.Report, Body: d.Message.Encode(), At: at,
		})
	}
	return turn
}
