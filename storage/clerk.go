package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"leadbot/bot"
	"leadbot/dialog"
	"leadbot/qualify"
)

const (
	selectHanded = `SELECT id, version, json_object('id', id, 'owner', owner, 'stage', stage, 'test', json(iif(test, 'true', 'false')),
			'blocked', json(iif(session ->> '$.blocked', 'true', 'false')), 'thread', coalesce(session ->> '$.thread', 0),
			'profile', json(coalesce(session -> '$.profile', '{}')),
			'handoff', json(session -> '$.handoff'), 'claim', json(session -> '$.claim'))
		FROM leads WHERE id IN (SELECT id FROM leads WHERE stage = 'handed_off' UNION SELECT id FROM leads WHERE manager IS NOT NULL)
		ORDER BY id`
	selectFound = `SELECT id, count(*) OVER () FROM leads INDEXED BY leads_search
		WHERE search GLOB ?%s ORDER BY +id DESC LIMIT ?`
	selectStory = `SELECT at, kind, question, text, '', '', '', kind = 'asked', id FROM events
			WHERE lead_id = ?1 AND kind IN ('asked', 'skipped', 'missed', 'news', 'said')
		UNION ALL SELECT at, 'answered', question, '', value, raw, via, 0, 0 FROM answers WHERE lead_id = ?1
		ORDER BY 1, 8, 9` // what is asked follows what was answered with it
)

var _ bot.Files = (*Reader)(nil)

// Handed implements [bot.Files].
func (r *Reader) Handed(ctx context.Context) ([]dialog.Session, error) {
	return r.sessions(ctx, selectHanded)
}

// Listed implements [bot.Files].
func (r *Reader) Listed(ctx context.Context, leads []int64) ([]dialog.Session, error) {
	return r.sessions(ctx, selectListed, list(leads))
}

// Find implements [bot.Files].
func (r *Reader) Find(ctx context.Context, text string, limit int) ([]int64, int, error) {
	var args []any
	for _, pattern := range patterns(text) {
		args = append(args, pattern)
	}
	query := fmt.Sprintf(selectFound, strings.Repeat(" OR search GLOB ?", len(args)-1))
	var total int
	rows, err := r.pool.QueryContext(ctx, query, append(args, limit)...)
	leads, err := collect(rows, err, func(rows *sql.Rows) (lead int64, err error) {
		err = rows.Scan(&lead, &total)
		return lead, err
	})
	if err != nil {
		return nil, 0, fmt.Errorf("look for leads: %w", err)
	}
	return leads, total, nil
}

// Story implements [bot.Files].
func (r *Reader) Story(ctx context.Context, lead int64) ([]dialog.Event, error) {
	rows, err := r.pool.QueryContext(ctx, selectStory, lead)
	story, err := collect(rows, err, scanEvent)
	if err != nil {
		return nil, fmt.Errorf("read the story of lead %d: %w", lead, err)
	}
	return story, nil
}

func scanEvent(rows *sql.Rows) (e dialog.Event, err error) {
	var at, unused int64
	var a qualify.Answer
	err = rows.Scan(&at, &e.Kind, &e.Question, &e.Text, &a.Value, &a.Raw, &a.Via, &unused, &unused)
	e.At = time.UnixMilli(at).UTC()
	if e.Kind == dialog.EventAnswered {
		a.At, e.Answer = e.At, a
	}
	return e, err
}

// patterns are what a lead found by the text matches one of: the text itself,
// and where it is a phone number or a part of one, its digits.
func patterns(text string) []string {
	found := []string{pattern(text)}
	digits := phoneDigits(text)
	if digits == "" {
		return found
	}
	found = append(found, pattern(digits))
	if digits[0] == '8' { // as numbers are written at home
		found = append(found, pattern("+7"+digits[1:]))
	}
	return found
}

// pattern matches what has the text in it, whether it says е or ё.
func pattern(text string) string {
	return "*" + globs.Replace(strings.ToLower(clean(text))) + "*"
}

var globs = strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]", "е", "[её]", "ё", "[её]")

// phoneDigits returns the digits of a number written in any form, "" for
// anything else.
func phoneDigits(text string) string {
	var digits strings.Builder
	for _, r := range text {
		switch {
		case '0' <= r && r <= '9':
			digits.WriteRune(r)
		case !strings.ContainsRune("+-(). \u00a0", r):
			return ""
		}
	}
	return digits.String()
}
