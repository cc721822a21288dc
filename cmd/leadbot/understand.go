package main

import (
	"encoding/json"
	"fmt"

	"leadbot/dialog"
	"leadbot/qualify"
)

type understandCommand struct{}

// textRow is one line of input; other keys are ignored.
type textRow struct {
	ID       json.RawMessage `json:"id"`
	Question string          `json:"question"`
	Text     *string         `json:"text"`
}

// readRow is one line of output.
type readRow struct {
	ID      json.RawMessage   `json:"id"`
	Answers map[string]string `json:"answers"` // question -> option
	Intent  *string           `json:"intent"`
	Unsure  []string          `json:"unsure"`
}

// Run reads each line's text, in order, as rows does.
func (understandCommand) Run(c console) error { return rows(c, "read", understandLine) }

// understandLine returns a readRow, or a badRow.
func understandLine(script *dialog.Script, line []byte) any {
	var row textRow
	if err := json.Unmarshal(line, &row); err != nil || row.Text == nil {
		return badRow{idOf(line), `not a row such as {"id": 1, "question": "price", "text": "15 тысяч"}`}
	}
	if _, known := script.Ask(qualify.Question(row.Question)); row.Question != "" && !known {
		return badRow{row.ID, fmt.Sprintf("the script has no question %q", row.Question)}
	}
	read := script.Reader.Read(row.Question, *row.Text)
	out := readRow{ID: row.ID, Answers: map[string]string{}, Unsure: read.Unsure}
	for q, a := range read.Answers {
		out.Answers[q] = a.Value
	}
	if read.Intent != "" {
		out.Intent = &read.Intent
	}
	if out.Unsure == nil {
		out.Unsure = []string{}
	}
	return out
}
