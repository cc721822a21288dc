package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
)

// workshop makes the directory of the built programs.
var workshop = sync.OnceValues(func() (dir string, err error) {
	builtIn, err = os.MkdirTemp("", "leadbot-e2e-")
	return builtIn, err
})

// The programs that these tests run: the one that people get, and the one that
// dies where CRASH_AT says.
var (
	program = build("leadbot", "")
	mortal  = build("mortal", "crash")
)

// build builds leadbot under a tag once for all tests, with the race detector
// when they have it.
func build(name, tag string) func() (string, error) {
	return sync.OnceValues(func() (string, error) {
		dir, err := workshop()
		if err != nil {
			return "", err
		}
		file := filepath.Join(dir, name)
		args := []string{"build", "-tags", tag, "-o", file}
		if withRace() {
			args = append(args, "-race")
		}
		if out, err := exec.Command("go", append(args, ".")...).CombinedOutput(); err != nil {
			return "", fmt.Errorf("go build: %w\n%s", err, out)
		}
		return file, nil
	})
}

func withRace() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}
