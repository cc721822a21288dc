package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

type scoreCommand struct{}

// scoreRow is one line of input; other keys are ignored.
type scoreRow struct {
	ID       json.RawMessage             `json:"id"`
	Answers  map[qualify.Question]string `json:"answers"`
	Flags    qualify.Flags               `json:"flags"`
	IdleDays float64                     `json:"idle_days"`
}

// scoredRow is one line of output.
type scoredRow struct {
	ID json.RawMessage `json:"id"`
	qualify.Assessment
}

// Run scores each line, in order, as rows does.
func (scoreCommand) Run(c console) error { return rows(c, "scored", scoreLine) }

// scoreLine returns a scoredRow, or a badRow.
func scoreLine(script *dialog.Script, line []byte) any {
	var row scoreRow
	if err := json.Unmarshal(line, &row); err != nil {
		return badRow{idOf(line), `not a row such as {"id": 1, "answers": {"niche": "has"}, "flags": [], "idle_days": 0}`}
	}
	answers, err := row.answers(script)
	if err == nil && row.IdleDays < 0 {
		err = errors.New("idle_days is negative")
	}
	if err != nil {
		return badRow{row.ID, err.Error()}
	}
	idle := time.Duration(min(row.IdleDays, 36_500) * 24 * float64(time.Hour)) // beyond a century nothing changes
	return scoredRow{row.ID, script.Scorecard.Assess(answers, row.Flags, idle)}
}

// answers takes the row's options; a question that the script does not know is
// ignored, an option that it does not know is an error.
func (row scoreRow) answers(script *dialog.Script) (qualify.Answers, error) {
	answers := qualify.Answers{}
	for q, value := range row.Answers {
		a, ok := script.Ask(q)
		if !ok || value == "" {
			continue
		}
		if _, known := a.Option(value); a.Kind == dialog.Choice && !known {
			return nil, fmt.Errorf("question %q has no option %q", q, value)
		}
		answers[q] = qualify.Answer{Value: value}
	}
	return answers, nil
}
