package dialog_test

import (
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"leadbot/qualify"
)

func qualifyFlag(name string) qualify.Flag { return qualify.Flag(name) }

// emptyEqualsNil compares what is saved: an empty list is not written.
func emptyEqualsNil() cmp.Option {
	return cmpopts.EquateEmpty()
}
