package dialog

import (
	"slices"
	"testing"
)

// TestChoicesOfTheLanguage: a script that names no amounts and reasons has those
// of its language, one that names some has its own.
func TestChoicesOfTheLanguage(t *testing.T) {
	plain, _ := Load("short.yaml", []byte(source(t, "short.yaml")))
	own, problems := Load("own.yaml", []byte(changed(t, `version: "1"`, "version: \"1\"\ndesk: {amounts: [7000], lost: [Рано]}")))
	if own == nil {
		t.Fatal(problems)
	}
	if len(plain.Desk.Amounts) != 3 || len(plain.Desk.Lost) == 0 || len(plain.Desk.Reject) == 0 {
		t.Errorf("the language's choices: %+v", plain.Desk)
	}
	if !slices.Equal(own.Desk.Amounts, []int64{7000}) || !slices.Equal(own.Desk.Lost, []string{"Рано"}) || !slices.Equal(own.Desk.Reject, plain.Desk.Reject) {
		t.Errorf("the script's own: %+v", own.Desk)
	}
}
