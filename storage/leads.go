package storage

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"leadbot/dialog"
)

const (
	insertLead = `INSERT INTO leads
		(id, chat_id, version, phase, owner, stage, source, test, shadow, created_at, updated_at, completed_at, due_at, session, manager, search)
		VALUES (?1, ?2, ?3 + 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT (id) DO NOTHING`
	updateLead = `UPDATE leads SET version = ?3 + 1, phase = ?4, owner = ?5, stage = ?6, source = ?7, test = ?8,
		shadow = ?9, updated_at = ?11, completed_at = ?12, due_at = ?13, session = ?14, manager = ?15, search = ?16
		WHERE id = ?1 AND version = ?3`
	insertAnswer = `INSERT INTO answers (lead_id, question, at, value, raw, via) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET value = excluded.value, raw = excluded.raw, via = excluded.via`
	insertEvent   = `INSERT INTO events (lead_id, kind, at, question, text) VALUES (?, ?, ?, ?, ?)`
	insertConsent = `INSERT INTO consents (lead_id, purpose, at, given, version, hash, message_id, withdrawn_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET withdrawn_at = excluded.withdrawn_at
		WHERE withdrawn_at IS NOT excluded.withdrawn_at`
)

// saveSession stores a session as the version after the one it was loaded with.
func (c change) saveSession(s *dialog.Session) error {
	text, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("save session %d: %w", s.ID, err)
	}
	statement := updateLead
	if s.Version == 0 {
		statement = insertLead
	}
	changed, err := c.exec(statement, s.ID, s.ChatID, s.Version, clean(s.Phase), clean(s.Owner), clean(s.Stage),
		clean(s.Profile.FirstSource), s.Test, s.Shadow, s.Created.UnixMilli(), s.Updated.UnixMilli(),
		millis(s.Completed), millis(s.Due), string(text), id(s.HeldBy()), searchable(s))
	if err == nil && changed == 0 {
		err = ErrStale
	}
	if err != nil {
		return fmt.Errorf("save session %d: %w", s.ID, err)
	}
	return c.saveConsents(s)
}

// searchable is what a lead is found by: the name and whatever was answered in
// the lead's own words, the phone among it.
func searchable(s *dialog.Session) string {
	words := []string{s.Profile.Name, s.Profile.Username}
	for _, q := range slices.Sorted(maps.Keys(s.Answers)) {
		if a := s.Answers[q]; a.Value == a.Raw || strings.HasPrefix(a.Value, "+") {
			words = append(words, a.Value)
		}
	}
	return folded(strings.Join(words, "\n"))
}

// saveConsents costs little when nothing changed: then it only looks.
func (c change) saveConsents(s *dialog.Session) error {
	for _, a := range s.Consents {
		_, err := c.exec(insertConsent, s.ID, clean(a.Purpose), a.At.UnixMilli(), a.Given,
			clean(a.Version), clean(a.Hash), a.Message, millis(a.Withdrawn))
		if err != nil {
			return fmt.Errorf("save consent of lead %d: %w", s.ID, err)
		}
	}
	return nil
}

// addEvents stores an answer among the answers, everything else as an event.
func (c change) addEvents(lead int64, events []dialog.Event) error {
	for _, e := range events {
		var err error
		if e.Kind == dialog.EventAnswered {
			_, err = c.exec(insertAnswer, lead, clean(e.Question), e.At.UnixMilli(),
				clean(e.Answer.Value), clean(e.Answer.Raw), clean(e.Answer.Via))
		} else {
			_, err = c.exec(insertEvent, id(lead), clean(e.Kind), e.At.UnixMilli(), clean(e.Question), clean(e.Text))
		}
		if err != nil {
			return fmt.Errorf("add event %s of lead %d: %w", e.Kind, lead, err)
		}
	}
	return nil
}
