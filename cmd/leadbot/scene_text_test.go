package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"leadbot/bot/playground"
)

// notef is note with a format.
func (s *scene) notef(place, format string, args ...any) { s.note(place, fmt.Sprintf(format, args...)) }

// name is how a chat is called in the text, "" when it is not shown.
func (s *scene) name(chat int64) string {
	for _, c := range s.casts {
		if c.chat == chat {
			return c.name
		}
	}
	return ""
}

// text writes what was seen, by seconds and, within one, by place: what happens at
// two places at once has no order of its own. At the managers' desk, what people do
// comes before what follows from it elsewhere.
func (s *scene) text() string {
	all := slices.DeleteFunc(slices.Concat(s.noted(), s.refused(), s.seen()), func(h happening) bool {
		return h.place == "" || h.what == "" || h.at.Before(s.since)
	})
	slices.SortFunc(all, func(a, b happening) int {
		return cmp.Or(cmp.Compare(a.at.Unix(), b.at.Unix()), s.cause(a)-s.cause(b), cmp.Compare(s.rank(a.place), s.rank(b.place)),
			a.at.Compare(b.at), cmp.Compare(kind(a), kind(b)), cmp.Compare(a.what, b.what))
	})
	var out strings.Builder
	for _, h := range folded(all) {
		text := h.what
		if h.times > 1 {
			text += fmt.Sprintf("\n(%d times until %s)", h.times, moment(h.until))
		}
		fmt.Fprintf(&out, "%s  %-9s %s\n", moment(h.at), h.place, strings.ReplaceAll(wrapped(text), "\n", "\n"+strings.Repeat(" ", 26)))
	}
	return out.String()
}

// wrapped breaks lines that are too long to read.
func wrapped(text string) string {
	var out strings.Builder
	column := 0
	for i, word := range strings.SplitAfter(text, " ") {
		long := utf8.RuneCountInString(firstLine(word))
		if i > 0 && column+long > 90 {
			out.WriteString("\n")
			column = 0
		}
		out.WriteString(word)
		if n := strings.LastIndexByte(word, '\n'); n >= 0 {
			column, long = 0, utf8.RuneCountInString(word[n+1:])
		}
		column += long
	}
	return strings.ReplaceAll(out.String(), " \n", "\n")
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func moment(t time.Time) string { return t.In(moscow).Format("Mon 15:04:05") }

// rank orders the places: what happens to the bot, the chats, its health.
func (s *scene) rank(place string) int {
	switch place {
	case processPlace:
		return -2
	case healthPlace:
		return len(s.casts)
	}
	return slices.IndexFunc(s.casts, func(c cast) bool { return c.name == place })
}

// cause orders what people do before what pops up, and that before the rest.
func (s *scene) cause(h happening) int {
	switch {
	case !s.desk || h.act:
		return 0
	case strings.HasPrefix(h.what, "(pops up)"):
		return 1
	}
	return 2
}

// kind orders what is done before what fails and what pops up before what is said.
func kind(h happening) int {
	return slices.IndexFunc([]string{"Ольга", ">", "!", "(pops up)", ""}, func(begin string) bool { return strings.HasPrefix(h.what, begin) })
}

// folded counts the calls that fail several times in a row, within minutes.
func folded(all []happening) []happening {
	var short []happening
	last := map[string]int{} // by place
	for _, h := range all {
		i, ok := last[h.place]
		if ok && short[i].what == h.what && h.at.Sub(short[i].until) < 2*time.Minute && strings.HasPrefix(h.what, "! ") {
			short[i].times, short[i].until = short[i].times+1, h.at
			continue
		}
		last[h.place] = len(short)
		h.times, h.until = 1, h.at
		short = append(short, h)
	}
	return short
}

func (s *scene) noted() []happening {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.notes)
}

// refused are the calls that went wrong, but for those that only look, and for
// the second answer to a press that came twice.
func (s *scene) refused() []happening {
	var all []happening
	for _, r := range s.failures() {
		twice := r.Method == "answerCallbackQuery" && r.Code == 400
		if twice || slices.Contains([]string{"getChatMember", "getWebhookInfo", "setMyCommands"}, r.Method) {
			continue
		}
		place := s.name(r.Chat)
		if r.Chat == 0 {
			place = telegramPlace
		}
		all = append(all, happening{at: r.Done, place: place, what: "! " + trouble(r)})
	}
	return all
}

// trouble says what went wrong with a call, "" when nothing did.
func trouble(r playground.Request) string {
	outcome := ""
	if r.Handled {
		outcome = ", though Telegram did it"
	}
	switch took := r.Done.Sub(r.At); {
	case r.Method == "getUpdates" && r.Description == "":
		return ""
	case r.Code == 0:
		return "the connection breaks during " + r.Method + outcome
	case r.Description != "":
		return fmt.Sprintf("Telegram answers %s with %d %q", r.Method, r.Code, r.Description)
	case took > 5*time.Second:
		return fmt.Sprintf("Telegram is silent on %s for %.0f s%s", r.Method, took.Seconds(), outcome)
	}
	return ""
}

// seen are the happenings of the chats.
func (s *scene) seen() []happening {
	var all []happening
	for _, e := range events(s.world) {
		all = append(all, happening{at: e.At, place: s.name(e.Message.Chat.ID), what: s.event(e), act: acted(e)})
	}
	return all
}

// events is everything that people have seen so far.
func events(w *world) []playground.Event {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	all, _ := w.server.Watch(ctx, 0)
	return all
}

// acted reports whether a person did it.
func acted(e playground.Event) bool {
	return (e.Kind == playground.Sent || e.Kind == playground.Edited) && !e.Message.ByBot()
}
