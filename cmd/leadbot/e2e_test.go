package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// The tests in e2e_*_test.go run the built program as a child process. Its token
// is a canary: none of its outputs may contain the secret part.
const (
	secretPart = "CANARY-AAE_5xQ7"
	botToken   = "4242:" + secretPart
)

// patience bounds every wait; nothing in these tests should take long.
const patience = time.Minute

var builtIn string // directory of the built programs, "" before the first build

func TestMain(m *testing.M) {
	code := m.Run()
	if builtIn != "" {
		_ = os.RemoveAll(builtIn)
	}
	os.Exit(code)
}

// settings are the environment of a child; it has no other.
type settings map[string]string

func (s settings) with(pairs ...string) settings {
	out := maps.Clone(s)
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}

func (s settings) list() []string {
	list := []string{"TZ=Asia/Tokyo"} // what should be UTC must not come out local
	for name, value := range s {
		list = append(list, name+"="+value)
	}
	return list
}

// process is a running leadbot.
type process struct {
	t        *testing.T
	cmd      *exec.Cmd
	out, log *tape
	ended    chan struct{}
}

// launch starts leadbot in a directory of its own; it is killed when the test ends.
func launch(t *testing.T, env settings, stdin string, args ...string) *process {
	t.Helper()
	made := program
	if env["CRASH_AT"] != "" {
		made = mortal
	}
	file, err := made()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{t: t, cmd: exec.Command(file, args...), out: newTape(), log: newTape(), ended: make(chan struct{})}
	p.cmd.Dir, p.cmd.Env = t.TempDir(), env.list()
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = strings.NewReader(stdin), p.out, p.log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.ended)
		_ = p.cmd.Wait()
	}()
	t.Cleanup(func() {
		p.kill()
		p.audit()
	})
	return p
}

// kill ends the process as a crash does, and waits until it is gone.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	<-p.ended
}

// bury ends the process as a crash does. What it said is looked at now and not
// kept: a test may kill many.
func (p *process) bury() {
	p.t.Helper()
	p.kill()
	p.audit()
	p.out.clear()
	p.log.clear()
}

func (p *process) signal(s syscall.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatalf("signal %s: %v", s, err)
	}
}

// exit waits for the process to end by itself and returns its exit code.
func (p *process) exit(within time.Duration) int {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(within):
		p.t.Fatalf("leadbot did not end within %s; its log:\n%s", within, p.log)
	}
	return p.cmd.ProcessState.ExitCode()
}

// running reports whether the process has not ended.
func (p *process) running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// audit looks for what no output may hold.
func (p *process) audit() {
	p.t.Helper()
	for name, text := range map[string]string{"stdout": p.out.String(), "stderr": p.log.String()} {
		for _, bad := range []string{secretPart, "goroutine ", "panic", "DATA RACE", ".go:"} {
			if strings.Contains(text, bad) {
				p.t.Errorf("%s contains %q:\n%s", name, bad, text)
			}
		}
	}
}

// logged returns the lines of the log that contain the part.
func (p *process) logged(part string) []string {
	lines := strings.Split(p.log.String(), "\n")
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" || !strings.Contains(line, part) })
}

// result is what a command left behind.
type result struct {
	code     int
	out, log string
}

// command runs leadbot to its end.
func command(t *testing.T, env settings, stdin string, args ...string) result {
	t.Helper()
	p := launch(t, env, stdin, args...)
	code := p.exit(patience)
	return result{code, p.out.String(), p.log.String()}
}

// tape is an output that can be waited for.
type tape struct {
	mu   sync.Mutex
	text bytes.Buffer
	news chan struct{} // closed at the next write
}

func newTape() *tape { return &tape{news: make(chan struct{})} }

func (r *tape) Write(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	close(r.news)
	r.news = make(chan struct{})
	return r.text.Write(b)
}

func (r *tape) clear() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.text = bytes.Buffer{}
}

func (r *tape) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.String()
}

// await returns when the text contains the part.
func (r *tape) await(ctx context.Context, part string) error {
	for {
		r.mu.Lock()
		found, news := strings.Contains(r.text.String(), part), r.news
		r.mu.Unlock()
		if found {
			return nil
		}
		select {
		case <-news:
		case <-ctx.Done():
			return errors.Join(fmt.Errorf("no %q in the output:\n%s", part, r), ctx.Err())
		}
	}
}
