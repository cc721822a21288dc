package main

import (
	"slices"
	"testing"
)

var deskAccounts = slices.Concat(handAccounts, relayAccounts, deskTroubleAccounts, clockAccounts, outcomeAccounts, lookupAccounts, missedAccounts, keptAccounts)

// TestDesk plays the managers' desk: two managers, a client and an owner over
// days, and compares what each of them sees with the files of testdata/desk, or
// writes those with -update. What must hold whatever the files say is checked by
// the scenes.
func TestDesk(t *testing.T) { recount(t, "desk", deskAccounts) }
