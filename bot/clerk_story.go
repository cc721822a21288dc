package bot

import (
	"cmp"
	"context"
	"strconv"
	"strings"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

// transcript writes the whole conversation with a lead into a text file.
func (c *Clerk) transcript(ctx context.Context, r Request) (answer, error) {
	s, ok, err := c.lead(ctx, r.Lead)
	if err != nil {
		return answer{}, err
	}
	if !ok {
		return answer{Message: c.plain("desk_gone", nil)}, nil
	}
	if forgotten(&s) {
		return answer{Message: c.plain("desk_erased", nil)}, nil
	}
	story, err := c.Files.Story(ctx, s.ID)
	if err != nil {
		return answer{}, err
	}
	w := writer{Clerk: c, lead: &s, answered: map[qualify.Question]bool{}}
	begun := agreement(&s).At.Truncate(time.Millisecond)
	for _, e := range story {
		if !e.At.Before(begun) { // what comes before was to be forgotten
			w.add(e)
		}
	}
	if len(w.lines) == 0 {
		return answer{Message: c.plain("clerk_no_talk", nil)}, nil
	}
	return answer{Message: w.file(), about: s.ID}, nil
}

// writer puts a conversation into lines that a person reads.
type writer struct {
	*Clerk
	lead     *dialog.Session
	lines    []string
	answered map[qualify.Question]bool
	last     dialog.Event // written
}

func (w *writer) add(e dialog.Event) {
	by, text := w.name(), ""
	switch e.Kind {
	case dialog.EventAsked:
		by, text = w.word("clerk_bot_says"), w.asked(e)
	case dialog.EventAnswered:
		if text = w.answer(e); e.Answer.Via == qualify.ViaManager {
			by = w.word("clerk_meant")
		}
	case dialog.EventSkipped:
		text = "(" + w.word("skipped") + ")"
	case dialog.EventNews, dialog.EventKept, dialog.EventMissed:
		text = w.written(e)
	case dialog.EventSaid:
		by, text = w.said(e)
	}
	if text != "" {
		w.line(e.At, by, text)
		w.last = e
	}
}

// line is indented where it goes on, so that none looks like another's.
func (w *writer) line(at time.Time, by, text string) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    ")
	w.lines = append(w.lines, w.time(at).String()+" "+by+": "+text)
}

func (w *writer) name() string {
	return cmp.Or(dialog.Line(w.lead.Profile.Name), "#"+strconv.FormatInt(w.lead.ID, 10))
}

// asked is the question as it was put. Of those that share a message, the words
// of the first that was open head it, and no other is a line.
func (w *writer) asked(e dialog.Event) string {
	if w.last.Kind == dialog.EventAsked && w.last.At.Equal(e.At) {
		return ""
	}
	if a, ok := w.script().Ask(e.Question); ok && a.Together != "" && w.answered[e.Question] {
		return ""
	}
	return w.script().Wording(e.Question, w.lead.Profile.Name).String()
}

// answer is what the lead saw or typed and, where it differs, how it was
// understood. One press may answer several questions: it is one line.
func (w *writer) answer(e dialog.Event) string {
	w.answered[e.Question] = true
	raw, label := e.Answer.Raw, w.script().Label(e.Question, e.Answer.Value)
	same := w.last.Kind == dialog.EventAnswered && w.last.At.Equal(e.At) && w.last.Answer.Raw == raw
	switch {
	case same && raw != "":
		return ""
	case raw == "" || raw == label:
		return label
	case label == "" || strings.HasSuffix(raw, "…") && strings.HasPrefix(label, strings.TrimSuffix(raw, "…")):
		return cmp.Or(label, raw)
	}
	return raw + " (" + label + ")"
}

// written is a message of the lead, which may be both: not understood, and for the
// managers.
func (w *writer) written(e dialog.Event) string {
	twice := w.last.Kind == dialog.EventMissed || e.Kind == dialog.EventMissed
	if twice && w.last.At.Equal(e.At) && w.last.Text == e.Text {
		return ""
	}
	return cmp.Or(strings.TrimSpace(e.Text), w.word("clerk_attachment"))
}

// said is a message of a manager, whose name stands in front of it.
func (w *writer) said(e dialog.Event) (by, text string) {
	name, text, _ := strings.Cut(e.Text, ": ")
	by = w.text("clerk_manager_says", map[string]dialog.Text{"manager": dialog.Plain(dialog.Line(name))}).String()
	return by, cmp.Or(strings.TrimSpace(text), w.word("clerk_attachment"))
}

// file begins with a mark that tells phones which alphabet it is in.
func (w *writer) file() dialog.Message {
	caption := w.text("clerk_transcript", map[string]dialog.Text{
		"name": dialog.Foreign(dialog.Short(w.name(), 40)), "count": dialog.Plain(dialog.Counted(w.word("clerk_messages"), len(w.lines))),
	})
	if w.lead.Test {
		caption = dialog.Join(" · ", dialog.Plain(w.word("desk_test")), caption)
	}
	name := w.text("clerk_file", map[string]dialog.Text{"lead": number(w.lead.ID)}).String()
	content := "\ufeff" + caption.String() + "\n\n" + strings.Join(w.lines, "\n") + "\n"
	return dialog.Message{Text: caption, File: &dialog.File{Name: name, Text: content}}
}
