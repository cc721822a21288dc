package main

import (
	"io"
	"log/slog"

	"leadbot/bot/telegram"
)

// newLog returns the program's log; the token cannot appear in it.
func newLog(w io.Writer, s Settings) *slog.Logger {
	options := &slog.HandlerOptions{Level: s.LogLevel}
	var h slog.Handler = slog.NewTextHandler(w, options)
	if s.LogFormat == "json" {
		h = slog.NewJSONHandler(w, options)
	}
	return slog.New(telegram.Redact(h, s.Token))
}
