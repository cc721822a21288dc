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
	selectHanded = `SELECT id, version, json_remove(session, '$.answers', '$.trail', '$.consents', '$.open', '$.talk')
		FROM leads WHERE id IN (SELECT id FROM leads INDEXED BY leads_waiting WHERE stage = 'handed_off'
			UNION ALL SELECT id FROM leads INDEXED BY leads_manager WHERE manager IS NOT NULL)
		ORDER BY id`
	selectFound = `SELECT id FROM leads INDEXED BY leads_search WHERE instr(search, ?)%s ORDER BY +id DESC LIMIT ?`
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
func (r *Reader) Find(ctx context.Context, text string, limit int) ([]int64, error) {
	var args []any
	for _, word := range sought(text) {
		args = append(args, word)
	}
	query := fmt.Sprintf(selectFound, strings.Repeat(" OR instr(search, ?)", len(args)-1))
	rows, err := r.pool.QueryContext(ctx, query, append(args, limit)...)
	leads, err := collect(rows, err, scanID)
	if err != nil {
		return nil, fmt.Errorf("look for leads: %w", err)
	}
	return leads, nil
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
		a.At = e.At
		e.Answer = a
	}
	return e, err
}

// sought are what a lead found by the text has one of: the text itself, and where
// it is a phone number or a part of one, its digits.
func sought(text string) []string {
	digits := phoneDigits(text)
	home := strings.HasPrefix(digits, "8") // as numbers are written at home
	switch {
	case digits == "":
		return []string{folded(text)}
	case home && len(digits) == 11:
		return []string{"+7" + digits[1:]}
	case home:
		return []string{folded(text), digits, "+7" + digits[1:]}
	}
	return []string{folded(text), digits}
}

// folded is how texts are compared: case, and е for ё, do not count.
func folded(text string) string { return strings.ReplaceAll(strings.ToLower(clean(text)), "ё", "е") }

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
