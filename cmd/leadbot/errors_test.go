package main

import (
	"slices"
	"testing"
)

var accounts = slices.Concat(limitAccounts, peopleAccounts, groupAccounts, topicAccounts, messageAccounts, unclearAccounts)

// TestErrors plays every answer of Telegram's that is no success, and compares
// what the prospect, the managers and the owner see with the files of
// testdata/errors, or writes those with -update. What must hold whatever the
// files say is checked by the scenes.
func TestErrors(t *testing.T) {
	recount(t, "errors", accounts)
}
