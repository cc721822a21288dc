// Command leadbot is a Telegram chatbot that qualifies inbound leads.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands is the command line.
type commands struct {
	Env string `help:"Read settings from this file instead of .env." placeholder:"FILE"`

	Run        runCommand        `cmd:"" default:"withargs" help:"Run the bot (the default)."`
	Score      scoreCommand      `cmd:"" help:"Score JSON lines from standard input."`
	Understand understandCommand `cmd:"" help:"Read free text: JSON lines from standard input."`
	Demo       demoCommand       `cmd:"" help:"Try the whole product in a browser, with no token and no network."`
	Doctor     doctorCommand     `cmd:"" help:"Check settings, token, rights, script, database, clock and disk."`
	Script     scriptCommands    `cmd:"" help:"Work with script files."`
	Export     exportCommand     `cmd:"" help:"Write all leads."`
	Version    versionCommand    `cmd:"" help:"Print the version."`
}

type scriptCommands struct {
	Check checkCommand `cmd:"" help:"Check a script and its scoring."`
}

// console is what a command may touch of the world.
type console struct {
	in       io.Reader
	out, err io.Writer
	lookup   func(string) (string, bool) // the environment
	env      string                      // the settings file, "" for .env
}

// failure is an error with the exit code it asks for.
type failure struct {
	code int
	err  error
}

func (f failure) Error() string { return f.err.Error() }
func (f failure) Unwrap() error { return f.err }

// Exit codes beside 0.
const (
	failed  = 1 // the work could not be done
	misused = 2 // wrong settings, script or arguments
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	syscall.Umask(0o077)
	c := console{in: os.Stdin, out: os.Stdout, err: os.Stderr, lookup: os.LookupEnv}
	os.Exit(execute(ctx, os.Args[1:], c))
}

// execute runs the command line and returns the exit code.
func execute(ctx context.Context, args []string, c console) int {
	var cmd commands
	exited := -1
	parser, err := kong.New(&cmd, kong.Name("leadbot"), kong.Writers(c.out, c.err), kong.Exit(func(code int) { exited = code }),
		kong.Description("A Telegram chatbot that qualifies inbound leads."), kong.UsageOnError(), kong.BindTo(ctx, (*context.Context)(nil)))
	if err != nil {
		panic(err) // the command line is part of the program
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 { // --help
		return exited
	}
	if err != nil {
		fmt.Fprintf(c.err, "leadbot: %v\n", err)
		printUsage(parser, c)
		return misused
	}
	c.env = cmd.Env
	if err := parsed.Run(c); err != nil {
		return complain(err, c)
	}
	return 0
}

// printUsage lists the commands.
func printUsage(parser *kong.Kong, c console) {
	all, err := kong.Trace(parser, nil)
	if err == nil {
		all.Stdout = c.err
		all.Path = all.Path[:1] // without the command that runs by default
		_ = all.PrintUsage(true)
	}
}

// complain prints an error in one line for each of its causes.
func complain(err error, c console) int {
	code := failed
	var f failure
	if errors.As(err, &f) {
		code = f.code
	}
	if text := err.Error(); text != "" {
		fmt.Fprintf(c.err, "leadbot: %s\n", text)
	}
	return code
}

type versionCommand struct{}

// Run prints the version, the commit and the Go release.
func (versionCommand) Run(c console) error {
	version, commit, goVersion := "devel", "unknown", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		goVersion = info.GoVersion
		if info.Main.Version != "" && info.Main.Version != "(devel)" {
			version = info.Main.Version
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = s.Value
			}
		}
	}
	_, err := fmt.Fprintf(c.out, "leadbot %s, commit %s, %s\n", version, commit, goVersion)
	return err
}
