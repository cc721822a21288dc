package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden stories of testdata")

// An account tells in scenes what everybody sees in one kind of case; it is a file
// of testdata.
type account struct {
	file   string
	title  string // the case
	rule   string // what the bot does about it
	scenes []episode
}

// An episode is one scene of an account. It begins with the prospect Анна, whom
// the bot does not know yet, and ends with everything delivered.
type episode struct {
	title  string
	env    map[string]string // settings beside those of inWorld
	at     time.Time         // when it begins; Monday noon by default
	before func(*world)      // changes the world before the bot wakes up in it
	play   func(*scene)
}

// recount plays accounts, and compares what was seen with the files of a folder of
// testdata, or writes those with -update. No file is left of an account that is
// gone.
func recount(t *testing.T, folder string, accounts []account) {
	for _, a := range accounts {
		t.Run(a.file, func(t *testing.T) {
			t.Parallel()
			var out strings.Builder
			fmt.Fprintf(&out, "# %s\n\n%s\n", a.title, a.rule)
			for _, e := range a.scenes {
				fmt.Fprintf(&out, "\n## %s\n\n%s", e.title, perform(t, e))
			}
			golden(t, filepath.Join("testdata", folder, a.file+".txt"), out.String())
		})
	}
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*"))
	if err != nil || len(files) != len(accounts) && !*update {
		t.Errorf("%d files of %d accounts: %q, %v", len(files), len(accounts), files, err)
	}
}

// golden compares with a file, or writes it with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("it went otherwise (-want +got):\n%s", diff)
	}
}

// perform plays an episode and returns what was seen.
func perform(t *testing.T, e episode) string {
	seen := ""
	if e.at.IsZero() {
		e.at = mondayNoon
	}
	inWorldAt(t, e.at, e.env, func(w *world) {
		if e.before != nil {
			e.before(w)
		}
		s := newScene(w)
		defer func() {
			if seen = s.text(); w.t.Failed() {
				w.t.Logf("%s:\n%s", e.title, seen)
			}
		}()
		e.play(s)
		s.over()
	})
	return seen
}
