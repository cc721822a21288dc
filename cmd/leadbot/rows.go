package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"leadbot/dialog"
)

// rows answers each line of the input, in order. A bad one gives a line with an
// error and, at the end, a failure that says what could not be done with it.
func rows(c console, done string, answer func(*dialog.Script, []byte) any) error {
	settings, err := LoadSettings(c.env, c.lookup)
	if err != nil {
		return failure{misused, err}
	}
	script, err := loadScript(settings)
	if err != nil {
		return err
	}
	out := json.NewEncoder(c.out)
	out.SetEscapeHTML(false)
	bad := 0
	lines := bufio.NewReader(c.in)
	for err == nil {
		var line []byte
		line, err = lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		row := answer(script, line)
		if _, wrong := row.(badRow); wrong {
			bad++
		}
		if err := out.Encode(row); err != nil {
			return failure{failed, fmt.Errorf("write rows: %w", err)}
		}
	}
	if !errors.Is(err, io.EOF) {
		return failure{failed, fmt.Errorf("read rows: %w", err)}
	}
	if bad > 0 {
		return failure{failed, fmt.Errorf("%d rows could not be %s", bad, done)}
	}
	return nil
}

// badRow is the answer to a line that could not be used.
type badRow struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// idOf finds the id of a line whose other fields are wrong; null when it has none.
func idOf(line []byte) json.RawMessage {
	var row struct{ ID json.RawMessage }
	if json.Unmarshal(line, &row) != nil {
		return nil
	}
	return row.ID
}
