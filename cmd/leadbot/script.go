package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"leadbot/dialog"
)

type checkCommand struct {
	File string `arg:"" help:"The script file."`
}

// Run prints every problem of the file. Advice on the copy is no error.
func (cmd checkCommand) Run(c console) error {
	data, err := os.ReadFile(cmd.File)
	if err != nil {
		return failure{failed, fmt.Errorf("read script: %w", err)}
	}
	script, problems := dialog.Load(cmd.File, data)
	for _, p := range problems {
		fmt.Fprintln(c.out, p)
	}
	if script == nil {
		return failure{failed, errors.New("")}
	}
	fmt.Fprintf(c.out, "%s: %d questions, no errors\n", cmd.File, len(script.Questions))
	return nil
}

// loadScript reads the script of the settings, or the built-in one. The error
// lists every problem but advice.
func loadScript(s Settings) (*dialog.Script, error) {
	file, data := dialog.Default, dialog.BuiltIn()
	if s.Script != "" {
		own, err := os.ReadFile(s.Script)
		if err != nil {
			return nil, failure{misused, fmt.Errorf("SCRIPT: %w", err)}
		}
		file, data = s.Script, own
	}
	script, problems := dialog.Load(file, data)
	if script != nil {
		return script, nil
	}
	var lines []string
	for _, p := range problems {
		if !p.Advice {
			lines = append(lines, p.String())
		}
	}
	return nil, failure{misused, fmt.Errorf("the script has errors:\n%s", strings.Join(lines, "\n"))}
}
