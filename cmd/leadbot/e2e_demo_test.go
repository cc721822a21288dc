package main

import (
	"net"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestDemoAddress(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, c := range []struct {
		addr string
		code int
		says string
	}{
		{taken.Addr().String(), 1, "--addr 127.0.0.1:0 picks a free port"},
		{"0.0.0.0:8080", 2, "127.0.0.1 only"},
		{"nonsense", 2, "for example --addr 127.0.0.1:8080"},
	} {
		r := command(t, settings{}, "", "demo", "--addr", c.addr)
		if r.code != c.code || !strings.Contains(r.log, c.says) || strings.Count(strings.TrimSpace(r.log), "\n") > 0 || r.out != "" {
			t.Errorf("%s: exit %d, says %q and %q", c.addr, r.code, r.out, r.log)
		}
	}
}

func TestDemoEndsQuietly(t *testing.T) {
	t.Parallel()
	p := launch(t, settings{}, "", "demo", "--addr", "127.0.0.1:0")
	if err := p.out.await(t.Context(), "Ctrl+C"); err != nil {
		t.Fatal(err)
	}
	p.signal(syscall.SIGINT)
	if code := p.exit(10 * time.Second); code != 0 || p.log.String() != "" {
		t.Errorf("exit %d: %s", code, p.log)
	}
}
