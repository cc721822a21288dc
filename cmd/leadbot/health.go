package main

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"sync"
	"time"
)

// health knows what is wrong now. Each change is one line of the log.
type health struct {
	log      *slog.Logger
	mu       sync.Mutex
	problems map[string]string // by part
}

func newHealth(log *slog.Logger) *health { return &health{log: log, problems: map[string]string{}} }

// set notes the problem of a part, "" when it is well again.
func (h *health) set(part, problem string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.problems[part] == problem {
		return
	}
	if problem == "" {
		delete(h.problems, part)
		h.log.Info(part + " is well again")
		return
	}
	h.problems[part] = problem
	h.log.Error(part + ": " + problem)
}

func (h *health) setErr(part string, err error) {
	if err == nil {
		h.set(part, "")
		return
	}
	h.set(part, err.Error())
}

// ServeHTTP answers 200 when all is well, else 503 with a line for each problem.
func (h *health) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.problems) == 0 {
		fmt.Fprintln(w, "ok")
		return
	}
	w.WriteHeader(http.StatusServiceUnavailable)
	for _, part := range slices.Sorted(maps.Keys(h.problems)) {
		fmt.Fprintf(w, "%s: %s\n", part, h.problems[part])
	}
}

// metrics serves the health where METRICS_ADDR says.
func (a *app) metrics(ctx context.Context) {
	if a.settings.MetricsAddr == "" {
		return
	}
	mux := http.NewServeMux()
	mux.Handle("GET /healthz", a.health)
	mux.Handle("GET /readyz", a.health)
	server := &http.Server{Addr: a.settings.MetricsAddr, Handler: mux, ReadTimeout: 10 * time.Second}
	if err := listen(ctx, server); err != nil {
		a.fatal(fmt.Errorf("METRICS_ADDR: %w", err))
	}
}
