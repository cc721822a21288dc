package bot_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/robfig/cron/v3"

	"leadbot/bot"
	"leadbot/bot/digest"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// books are figures from memory; every query of new leads is noted.
type books struct {
	asked   []string
	waiting []dialog.Session
	leads   []dialog.Session
	missed  []dialog.Missed
	err     error
}

func (b *books) NewBySource(_ context.Context, from, to time.Time) ([]digest.Source, error) {
	b.asked = append(b.asked, from.Format("02.01 15:04")+" – "+to.Format("02.01 15:04"))
	return []digest.Source{{Name: "ads", New: len(b.asked)}}, b.err
}

func (b *books) FunnelBetween(context.Context, time.Time, time.Time) ([]digest.Step, error) {
	return nil, nil
}

func (b *books) LeadsBetween(context.Context, time.Time, time.Time) iter.Seq2[dialog.Session, error] {
	return func(yield func(dialog.Session, error) bool) {
		for _, s := range b.leads {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func (b *books) MostMissed(_ context.Context, _, _ time.Time, questions []qualify.Question, limit int) ([]dialog.Missed, error) {
	if !slices.Contains(questions, "niche") || slices.Contains(questions, "niche_text") {
		return nil, errors.New("asked for other questions than those with options")
	}
	return b.missed[:min(limit, len(b.missed))], nil
}

func (b *books) Waiting(context.Context) ([]dialog.Session, error) { return b.waiting, nil }

// newsroom is a reporter, and the digests that it submitted.
type newsroom struct {
	*bot.Reporter
	books *books
	sent  []bot.Digest
}

// reporter has done what was due up to last.
func reporter(t testing.TB, zone *time.Location, spec string, last time.Time) *newsroom {
	t.Helper()
	n := &newsroom{books: &books{}}
	schedule := must(cron.ParseStandard(spec))
	_, every := schedule.(cron.ConstantDelaySchedule)
	n.Reporter = &bot.Reporter{
		Assistant: assistant(zone), Books: n.books, Schedule: schedule, Every: every, Log: silent, Now: func() time.Time { return noon },
		Submit: func(_ context.Context, in bot.Input) {
			n.sent = append(n.sent, *in.Digest)
			if in.Handled != nil {
				in.Handled()
			}
		},
	}
	if err := n.Resume(last.UTC().Format(time.RFC3339)); err != nil {
		t.Fatal(err)
	}
	return n
}

// told describes a digest: its name, what it covers, and whether it is late.
func told(d bot.Digest) string {
	s := d.Period + " " + d.From.In(d.To.Location()).Format("02.01 15:04") + " – " + d.To.Format("02.01 15:04")
	if strings.Contains(d.Message.Text.String(), text("digest_late")) {
		s += " late"
	}
	return s
}

// hotLead is an urgent one, handed over at a time.
func hotLead(id int64, handedOver time.Time) dialog.Session {
	s := *broken(id, 1000+id)
	s.Profile.Name = "Анна"
	s.Handoff = &dialog.Handoff{Lane: dialog.LaneHot, At: handedOver, Posted: true}
	return s
}

func TestFigures(t *testing.T) {
	n := reporter(t, zone, "0 9 * * MON", noon)
	cold := hotLead(4, noon)
	cold.Handoff.Lane = dialog.LaneWarm
	n.books.waiting = []dialog.Session{hotLead(2, noon.Add(-time.Hour)), cold, hotLead(3, noon.Add(-3*time.Hour))}
	n.books.leads = []dialog.Session{{Completed: noon, Heard: noon}, {Heard: noon, Flags: qualify.Flags{qualify.AskedHuman}}}
	for i := range int64(7) {
		n.books.missed = append(n.books.missed, dialog.Missed{ID: i, Question: "niche", Text: "ну такое", Leads: 1})
	}
	got, err := n.Figures(t.Context(), bot.Digest{From: noon.AddDate(0, 0, -7), To: noon.Add(time.Second), Period: "2026-W47"}, true)
	if err != nil {
		t.Fatal(err)
	}
	want := digest.Figures{
		From: noon.AddDate(0, 0, -7), To: noon.Add(time.Second), Period: "2026-W47", Late: true,
		Sources: []digest.Source{{Name: "ads", New: 1}}, Before: 2, Completed: 1,
		Categories: map[string]int{"unrated": 2}, Temperatures: map[string]int{"cold": 1, "hot": 1},
		Missed:    n.books.missed[:5],
		Unclaimed: []digest.Waiting{{Lead: 3, Name: "Анна", Since: noon.Add(-3 * time.Hour)}, {Lead: 2, Name: "Анна", Since: noon.Add(-time.Hour)}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"12.11 12:00 – 19.11 12:00", "05.11 11:59 – 12.11 12:00"}, n.books.asked); diff != "" {
		t.Errorf("asked for: %s", diff)
	}
}

// TestDigestIsTriedAgain when the figures cannot be read.
func TestDigestIsTriedAgain(t *testing.T) {
	n := reporter(t, zone, "0 9 * * MON", noon)
	monday := time.Date(2026, 11, 23, 9, 0, 0, 0, zone)
	n.books.err = errors.New("disk on fire")
	n.Tick(t.Context(), monday)
	n.books.err = nil
	n.Tick(t.Context(), monday.Add(time.Second))
	n.Tick(t.Context(), monday.Add(2*time.Second))
	if len(n.sent) != 1 || told(n.sent[0]) != "2026-W47 16.11 00:00 – 23.11 00:00" {
		t.Errorf("sent %d digests", len(n.sent))
	}
}

func TestResumeRefusesNonsense(t *testing.T) {
	if err := (&bot.Reporter{}).Resume("yesterday"); err == nil {
		t.Error("no error")
	}
}

// TestDigestOnRequest covers the last seven days and goes to who asked; too many
// requests at once are dropped without blocking.
func TestDigestOnRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := reporter(t, zone, "0 9 * * MON", noon)
		for range 100 {
			n.Ask(bot.Digest{Ask: owner})
		}
		ctx, stop := context.WithCancel(t.Context())
		go n.Serve(ctx)
		synctest.Wait()
		stop()
		synctest.Wait()
		if len(n.sent) == 0 || len(n.sent) > 20 {
			t.Fatalf("%d digests", len(n.sent))
		}
		if d := n.sent[0]; told(d) != "12.11–19.11 12.11 12:00 – 19.11 12:00" || d.Ask != owner {
			t.Errorf("asked by %d: %s", d.Ask, told(d))
		}
	})
}

// inputOf is a digest on its way into the loop.
func inputOf(d bot.Digest) bot.Input {
	d.Message = dialog.Message{Text: dialog.Plain("Сводка")}
	return bot.Input{Place: bot.Inside, Digest: &d, Event: dialog.Input{At: noon}}
}

// TestLoopSendsDigests: a scheduled one to every owner, once for its period and
// never twice; one on request to who asked, each time.
func TestLoopSendsDigests(t *testing.T) {
	onBoth(t, func(t *testing.T, store bot.Store) {
		c := settings()
		c.Owners = []int64{owner, owner + 50}
		o := open(t, c, store)
		weekly := inputOf(bot.Digest{Period: "2026-W47", Due: noon})
		asked := inputOf(bot.Digest{Period: "12.11–19.11", Due: noon.Add(time.Hour), Ask: owner})
		o.do(weekly, weekly, asked, asked)
		again := open(t, c, store)
		again.do(weekly, asked)
		count := map[int64]map[outbox.Class]int{owner: {}, owner + 50: {}}
		for _, d := range append(o.pushed, again.pushed...) {
			count[d.Chat][d.Class]++
		}
		want := map[int64]map[outbox.Class]int{owner: {outbox.Once: 1, outbox.Reply: 3}, owner + 50: {outbox.Once: 1}}
		if diff := cmp.Diff(want, count); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if note := must(again.loop.NoteOnce(t.Context(), bot.DigestNote, "none")); note != noon.UTC().Format(time.RFC3339) {
			t.Errorf("the digest noted as done is %q", note)
		}
	})
}
