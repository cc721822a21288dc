//go:build crash

package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync/atomic"

	"modernc.org/sqlite"
)

// realWorld lets the process die at the point that CRASH_AT names, as kill -9
// would: nothing is closed and nothing deferred runs. It stands only in a program
// built with the tag crash, at the seams of the released one: below its HTTP
// client and inside SQLite. The points are
//
//	commit:N                   inside the N-th commit, whose changes are lost
//	METHOD:before:N            just before the N-th call of the method leaves
//	METHOD:after:N             just after its answer came, which nobody noted yet
//	METHOD@CHAT:before:N       the N-th call for one chat; so with after
//
// To be called before the database is opened. Without CRASH_AT nothing happens;
// a point that cannot be read ends the process at once.
func realWorld(c console) outside {
	name, ok := c.lookup("CRASH_AT")
	if !ok {
		return outside{}
	}
	point, err := parsePoint(name)
	if err != nil {
		fmt.Fprintln(c.err, err)
		os.Exit(misused)
	}
	f := &fatality{crashPoint: point, name: name, err: c.err}
	sqlite.RegisterConnectionHook(f.watch)
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 256, 128
	return outside{http: &http.Client{Transport: fatalTransport{f, t}}}
}

// crashPoint is where to die.
type crashPoint struct {
	method string // of the Bot API, or "commit"
	chat   string // "" for any
	when   string // "before" or "after"; "" for a commit
	nth    int64  // from 1
}

func parsePoint(name string) (p crashPoint, err error) {
	fields := strings.Split(name, ":")
	last := len(fields) - 1
	p.nth, err = strconv.ParseInt(fields[last], 10, 64)
	p.method, p.chat, _ = strings.Cut(fields[0], "@")
	if last == 2 {
		p.when = fields[1]
	}
	timed := p.when == "before" || p.when == "after"
	if err != nil || p.nth < 1 || last < 1 || last > 2 || (p.method == "commit") == timed {
		return p, fmt.Errorf("CRASH_AT: no such point: %q", name)
	}
	return p, nil
}

// fatality counts how often its point was passed, and ends the process in time.
type fatality struct {
	crashPoint
	name   string
	err    io.Writer
	passed atomic.Int64
}

// pass notes that the point was reached once more.
func (f *fatality) pass() {
	if f.passed.Add(1) != f.nth {
		return
	}
	fmt.Fprintln(f.err, "dies at", f.name)
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = self.Kill()
	}
	select {} // the signal comes in a moment
}

// watch looks at the commits of a new connection.
func (f *fatality) watch(conn sqlite.ExecQuerierContext, _ string) error {
	if hooks, ok := conn.(sqlite.HookRegisterer); ok && f.method == "commit" {
		hooks.RegisterCommitHook(func() int32 { f.pass(); return 0 })
	}
	return nil
}

// fatalTransport dies around a call.
type fatalTransport struct {
	*fatality
	next http.RoundTripper
}

func (t fatalTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	meant := t.meant(r)
	if meant && t.when == "before" {
		t.pass()
	}
	resp, err := t.next.RoundTrip(r)
	if meant && t.when == "after" {
		t.pass()
	}
	return resp, err
}

// meant reports whether the request is a call that the point names.
func (t fatalTransport) meant(r *http.Request) bool {
	if !strings.HasSuffix(r.URL.Path, "/"+t.method) {
		return false
	}
	return t.chat == "" || t.chat == chatOf(r)
}

// chatOf returns the chat_id of a form, "" without one.
func chatOf(r *http.Request) string {
	if r.GetBody == nil {
		return ""
	}
	body, err := r.GetBody()
	if err != nil {
		return ""
	}
	copied := r.Clone(r.Context())
	copied.Body = body
	return copied.PostFormValue("chat_id")
}
