package bot_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
	"leadbot/storage"
)

var update = flag.Bool("update", false, "rewrite the golden answers to managers")

const (
	forum = int64(-1001234567890)
	olga  = int64(5)
	ivan  = int64(6)
	petr  = int64(7)
)

// archive is a clerk over a real database, and what came back from the clerk.
type archive struct {
	*bot.Clerk
	t    testing.TB
	db   *storage.DB
	sent []outbox.Delivery
}

// newArchive keeps the leads. Ольга and Иван are there, Пётр is away.
func newArchive(t testing.TB, leads ...*dialog.Session) *archive {
	t.Helper()
	a := &archive{t: t, db: database(t, filepath.Join(t.TempDir(), "bot.db"))}
	for _, s := range leads {
		a.commit(bot.Turn{Session: s})
	}
	a.Clerk = bot.NewClerk(bot.Clerk{
		Desk: &desk.Desk{Assistant: assistant(zone), Targets: desk.Targets{Hot: [3]time.Duration{5 * time.Minute}, Warm: 5 * time.Minute}}, Files: a.db, Log: silent, Now: func() time.Time { return noon },
		Managers: func() int64 { return forum },
		Roster: func(loads map[int64]int) []desk.Colleague {
			return []desk.Colleague{
				{ID: olga, Name: "Ольга", Load: loads[olga]}, {ID: ivan, Name: "Иван", Load: loads[ivan]}, {ID: petr, Name: "Пётр", Away: true},
			}
		},
	})
	return a
}

func (a *archive) commit(turn bot.Turn) {
	a.t.Helper()
	if _, err := a.db.Commit(context.Background(), []bot.Turn{turn}); err != nil {
		a.t.Fatal(err)
	}
}

// ask hands the requests over and returns what each is answered with.
func (a *archive) ask(requests ...bot.Request) []outbox.Delivery {
	a.t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	a.sent = nil
	a.Submit = func(_ context.Context, in bot.Input) {
		if a.sent = append(a.sent, in.Post...); in.Place != bot.Inside || len(in.Post) != 1 {
			a.t.Errorf("%d answers from %q", len(in.Post), in.Place)
		}
		if len(a.sent) == len(requests) {
			stop()
		}
	}
	for i, r := range requests {
		r.At, r.Update = noon, int64(i+1)
		a.Ask(r)
	}
	a.Serve(ctx)
	if len(a.sent) != len(requests) {
		a.t.Fatalf("%d answers to %d requests", len(a.sent), len(requests))
	}
	return a.sent
}

// read returns the message that a request is answered with.
func (a *archive) read(r bot.Request) dialog.Message {
	a.t.Helper()
	return message(a.t, a.ask(r)[0])
}

// client is a lead who confirmed the answers and whose card went out that long ago.
func client(id int64, name string, ago time.Duration) *dialog.Session {
	s := &dialog.Session{
		ID: id, ChatID: 1000 + id, Phase: dialog.Done, Owner: dialog.Queue, Stage: dialog.StageHandedOff, Thread: 100 + id,
		Profile:  dialog.Profile{UserID: 1000 + id, Name: name, Username: fmt.Sprintf("user%d", id)},
		Consents: []dialog.Agreement{{Purpose: dialog.Processing, Given: true, At: noon.Add(-48 * time.Hour)}},
		Handoff:  &dialog.Handoff{Lane: dialog.LaneHot, At: noon.Add(-ago), Due: noon.Add(-ago), Posted: true, Confirmed: true, Number: 1},
		Cards:    1, Created: noon.Add(-ago), Updated: noon.Add(-ago), Heard: noon.Add(-ago), Answers: qualify.Answers{},
	}
	for q, value := range map[qualify.Question]string{
		"niche": "has", "niche_text": "Йога", "product": "in_place", "budget": "gte100k", "phone": fmt.Sprintf("+7900%07d", id),
	} {
		s.Answers[q] = qualify.Answer{Value: value, Raw: value, At: noon}
	}
	return s
}

// held is such a lead whom a manager took that long ago and spoke to, or not yet.
func held(by int64, name string, ago time.Duration, spoken bool, s *dialog.Session) *dialog.Session {
	s.Owner, s.Stage = dialog.Manager, dialog.StageClaimed
	s.Claim = &dialog.Claim{ID: by, Name: name, At: noon.Add(-ago)}
	if spoken {
		s.Claim.FirstAt = noon.Add(-ago / 2)
	}
	return s
}

// erased is one who was handed over and then wanted to be forgotten.
func erased(id int64) *dialog.Session {
	s := client(id, "", time.Hour)
	s.Owner, s.Handoff.Erased, s.Profile.Username, s.Answers, s.Consents[0].Withdrawn = dialog.Closed, true, "", nil, noon
	return s
}

// golden compares a text with a file of testdata; with -update it is written.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// shownAs is a message as a person sees it: **bold**, ‹strangers'› words, links.
func shownAs(m dialog.Message) string {
	var b strings.Builder
	for _, span := range m.Text {
		switch {
		case span.Bold:
			b.WriteString("**" + span.Text + "**")
		case span.Foreign:
			b.WriteString("‹" + span.Text + "›")
		default:
			b.WriteString(span.Text)
		}
	}
	for _, row := range m.Links {
		b.WriteString("\n")
		for _, link := range row {
			fmt.Fprintf(&b, "[%s → %s] ", link.Text, link.Data)
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), " \n", "\n")) + "\n"
}
