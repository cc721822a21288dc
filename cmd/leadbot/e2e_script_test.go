package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"leadbot/dialog"
)

func TestScriptCheckBuiltIn(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "own.yaml")
	if err := os.WriteFile(file, dialog.BuiltIn(), 0o600); err != nil {
		t.Fatal(err)
	}
	r := command(t, settings{}, "", "script", "check", file)
	if r.code != 0 || r.log != "" || strings.Count(r.out, "\n") != 1 {
		t.Errorf("exit code %d, stderr %q, stdout:\n%s", r.code, r.log, r.out)
	}
}

// marker finds «# COLUMN: message» at the end of a line.
var marker = regexp.MustCompile(`# (\d+): (.*)$`)

// The files in testdata/broken say at the end of a line what is wrong with it and
// at which column.
func TestScriptCheckFindsAll(t *testing.T) {
	t.Parallel()
	files := must(filepath.Glob("testdata/broken/*.yaml"))(t)
	if len(files) < 3 {
		t.Fatalf("files: %v", files)
	}
	for _, file := range files {
		file = must(filepath.Abs(file))(t)
		var want []string
		n := 0
		for line := range strings.Lines(string(must(os.ReadFile(file))(t))) {
			n++
			if m := marker.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
				want = append(want, fmt.Sprintf("%s:%d:%s: %s", file, n, m[1], m[2]))
			}
		}
		r := command(t, settings{}, "", "script", "check", file)
		if r.code != 1 {
			t.Errorf("%s: exit code %d", file, r.code)
		}
		got := strings.Split(strings.TrimSpace(r.out+r.log), "\n")
		got = slices.DeleteFunc(got, func(line string) bool { return strings.Contains(line, ": advice: ") })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

func TestScriptCheckWithoutFile(t *testing.T) {
	t.Parallel()
	checkFailure(t, command(t, settings{}, "", "script", "check", "none.yaml"), 1, "none.yaml")
	checkFailure(t, command(t, settings{}, "", "script", "check", "/"), 1, "/")
}
