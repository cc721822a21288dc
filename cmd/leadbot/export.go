package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
	"leadbot/storage"
)

type exportCommand struct {
	Format string `help:"Format of the file: jsonl." enum:"jsonl" default:"jsonl"`
	Out    string `help:"Write to this file instead of standard output." placeholder:"FILE"`
}

// record is one lead as the export shows it.
type record struct {
	ID          int64              `json:"id"`
	ChatID      int64              `json:"chat_id"`
	UserID      int64              `json:"user_id"`
	Username    string             `json:"username"`
	Name        string             `json:"name"`
	Language    string             `json:"language"`
	FirstSource string             `json:"first_source"`
	LastSource  string             `json:"last_source"`
	Skipped     []qualify.Question `json:"skipped"`
	Phase       dialog.Phase       `json:"phase"`
	Owner       dialog.Owner       `json:"owner"`
	Stage       dialog.Stage       `json:"stage"`
	Answers     qualify.Answers    `json:"answers"`
	Flags       qualify.Flags      `json:"flags"`
	qualify.Assessment
	Manager     *dialog.Claim      `json:"manager"`
	Outcome     *dialog.Stage      `json:"outcome"`
	Closing     *dialog.Closing    `json:"closing"`
	Deals       []dialog.Deal      `json:"deals"`
	Overrides   dialog.Overrides   `json:"overrides"`
	Consents    []dialog.Agreement `json:"consents"`
	Blocked     bool               `json:"blocked"`
	Stopped     bool               `json:"stopped"`
	Test        bool               `json:"test"`
	CreatedAt   time.Time          `json:"created_at"`
	UpdatedAt   time.Time          `json:"updated_at"`
	CompletedAt *time.Time         `json:"completed_at"`
}

// Run writes every lead, scored as of now, in the order of their ids.
func (cmd exportCommand) Run(ctx context.Context, c console) error {
	settings, err := LoadSettings(c.env, c.lookup)
	if err != nil {
		return failure{misused, err}
	}
	script, err := loadScript(settings)
	if err != nil {
		return err
	}
	db, err := storage.OpenReader(ctx, settings.Database)
	if err != nil {
		return failure{failed, err}
	}
	defer db.Close()
	write := func(w io.Writer) error { return exportLeads(ctx, w, db, script, time.Now()) }
	if cmd.Out == "" {
		return write(c.out)
	}
	return writeFile(cmd.Out, write)
}

// writeFile puts what write makes into a file that only its owner can read. The
// file is replaced at once, or after an error stays as it was. What is no regular
// file, such as a pipe, is written to as it is.
func writeFile(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return writeTo(name, write)
	}
	if err := replaceFile(name, write); err != nil {
		return failure{failed, fmt.Errorf("export to %s: %w", name, err)}
	}
	return nil
}

func replaceFile(name string, write func(io.Writer) error) error {
	part, err := os.CreateTemp(filepath.Dir(name), ".leadbot-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(part.Name())
	if err := errors.Join(write(part), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), name)
}

func writeTo(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return failure{failed, fmt.Errorf("export: %w", err)}
	}
	return errors.Join(write(f), f.Close())
}

func exportLeads(ctx context.Context, w io.Writer, db *storage.Reader, script *dialog.Script, now time.Time) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for s, err := range db.Leads(ctx) {
		if err != nil {
			return failure{failed, fmt.Errorf("export: %w", err)}
		}
		if err := out.Encode(newRecord(script, &s, now)); err != nil {
			return failure{failed, fmt.Errorf("export: %w", err)}
		}
	}
	return nil
}

func newRecord(script *dialog.Script, s *dialog.Session, now time.Time) record {
	r := record{
		ID: s.ID, ChatID: s.ChatID, UserID: s.Profile.UserID, Username: s.Profile.Username, Name: s.Profile.Name,
		Language: s.Profile.Language, FirstSource: s.Profile.FirstSource, LastSource: s.Profile.LastSource,
		Skipped: listed(s.Skipped), Phase: s.Phase, Owner: s.Owner, Stage: s.Stage, Answers: s.Answers,
		Flags: listed(s.Flags), Assessment: script.Assess(s, now),
		Manager: inUTC(s.Claim), Outcome: outcome(s), Closing: closing(s), Deals: deals(s), Overrides: overrides(s), Consents: listed(s.Consents), Blocked: s.Blocked, Stopped: s.Stopped,
		Test: s.Test, CreatedAt: s.Created.UTC(), UpdatedAt: s.Updated.UTC(),
	}
	if r.Answers == nil {
		r.Answers = qualify.Answers{}
	}
	if !s.Completed.IsZero() {
		completed := s.Completed.UTC()
		r.CompletedAt = &completed
	}
	return r
}

func inUTC(claim *dialog.Claim) *dialog.Claim {
	if claim == nil {
		return nil
	}
	return &dialog.Claim{ID: claim.ID, Name: claim.Name, At: claim.At.UTC(), FirstAt: claim.FirstAt.UTC()}
}

// outcome is how the lead ended, nil while it has not.
func outcome(s *dialog.Session) *dialog.Stage {
	switch s.Stage {
	case dialog.StageWon, dialog.StageLost, dialog.StageRejected:
		return &s.Stage
	}
	return nil
}

// closing is how the case ended, in UTC as all times of the export.
func closing(s *dialog.Session) *dialog.Closing {
	if s.Closing == nil {
		return nil
	}
	c := *s.Closing
	c.At = c.At.UTC()
	return &c
}

func deals(s *dialog.Session) []dialog.Deal {
	all := listed(slices.Clone(s.Deals))
	for i := range all {
		all[i].At = all[i].At.UTC()
	}
	return all
}

func overrides(s *dialog.Session) dialog.Overrides {
	in := func(o *dialog.Override) *dialog.Override {
		if o == nil {
			return nil
		}
		v := *o
		v.At = v.At.UTC()
		return &v
	}
	return dialog.Overrides{Category: in(s.Overrides.Category), Temperature: in(s.Overrides.Temperature)}
}

// listed makes an empty list of none, so that it is never null.
func listed[S ~[]T, T any](s S) S {
	if s == nil {
		return S{}
	}
	return s
}
