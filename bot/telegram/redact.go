package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
)

// redactor takes the secret part of a token out of texts. Only that part is
// looked for: what stands before the colon is public, and the colon is written
// in more than one way in addresses.
type redactor struct{ secret string }

func newRedactor(token string) redactor {
	if _, secret, ok := strings.Cut(token, ":"); ok && secret != "" {
		return redactor{secret}
	}
	return redactor{token}
}

func (r redactor) string(s string) string {
	if r.secret == "" {
		return s
	}
	return strings.ReplaceAll(s, r.secret, "[token]")
}

// Redact returns a handler that takes the token out of every record before h
// sees it: a second line behind errors that do not contain it.
func Redact(h slog.Handler, token string) slog.Handler {
	return redacting{h, newRedactor(token)}
}

type redacting struct {
	slog.Handler
	redactor
}

func (h redacting) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, h.string(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(h.attr(a))
		return true
	})
	return h.Handler.Handle(ctx, clean)
}

func (h redacting) WithAttrs(attrs []slog.Attr) slog.Handler {
	return redacting{h.Handler.WithAttrs(h.attrs(attrs)), h.redactor}
}

func (h redacting) WithGroup(name string) slog.Handler {
	return redacting{h.Handler.WithGroup(name), h.redactor}
}

func (h redacting) attrs(attrs []slog.Attr) []slog.Attr {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = h.attr(a)
	}
	return clean
}

// attr keeps values that cannot hold the token as they are.
func (h redacting) attr(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindGroup:
		v = slog.GroupValue(h.attrs(v.Group())...)
	case slog.KindString:
		v = slog.StringValue(h.string(v.String()))
	case slog.KindAny:
		if text := fmt.Sprintf("%+v", v.Any()); text != h.string(text) {
			v = slog.StringValue(h.string(text))
		}
	}
	return slog.Attr{Key: h.string(a.Key), Value: v}
}
