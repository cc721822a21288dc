package main

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
)

// TestExportOfWhatManagersDid: labels that they changed, deals and the end of the
// case stand in the export, in UTC.
func TestExportOfWhatManagersDid(t *testing.T) {
	t.Parallel()
	script, _ := dialog.Load(dialog.Default, dialog.BuiltIn())
	at := time.Date(2026, 11, 19, 12, 0, 0, 0, time.FixedZone("MSK", 3*3600))
	s := &dialog.Session{
		ID: 42, Owner: dialog.Closed, Stage: dialog.StageLost, Heard: at, Created: at, Updated: at,
		Claim:     &dialog.Claim{ID: 5, Name: "Ольга", At: at},
		Deals:     []dialog.Deal{{Amount: 35000, By: 5, At: at}},
		Closing:   &dialog.Closing{Reason: "Дорого", By: 5, Name: "Ольга", At: at},
		Overrides: dialog.Overrides{Category: &dialog.Override{Label: "strategic", Reason: "знаю его", By: 6, Name: "Иван", At: at}},
	}
	line, err := json.Marshal(newRecord(script, s, at))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"category":"strategic"`, `"lifecycle":"user"`, `"outcome":"lost"`,
		`"closing":{"reason":"Дорого","by":5,"name":"Ольга","at":"2026-11-19T09:00:00Z"}`,
		`"deals":[{"amount":35000,"by":5,"at":"2026-11-19T09:00:00Z"}]`,
		`"overrides":{"category":{"label":"strategic","reason":"знаю его","by":6,"name":"Иван","at":"2026-11-19T09:00:00Z"}}`,
	} {
		if !strings.Contains(string(line), want) {
			t.Errorf("the export has no %s", want)
		}
	}
	if s.Deals[0].At.Location() == time.UTC {
		t.Error("the export changed the session")
	}
	if t.Failed() {
		t.Logf("%s", line)
	}
}
