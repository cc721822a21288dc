package dialog

import (
	"slices"
	"time"

	"leadbot/dialog/understand"
	"leadbot/qualify"
)

// Said is a text that was read, kept for a while: its writer may edit it.
type Said struct {
	Parts []Fragment                     `json:"parts"`
	Asked qualify.Question               `json:"asked,omitempty"`
	Gave  map[qualify.Question]time.Time `json:"gave,omitempty"` // when the answers it gave were recorded
}

// The bounds of what is kept to be read again.
const (
	maxSaid      = 8
	maxSaidRunes = 4096
)

// remember keeps a text that was just read beside the answers it gave.
func (t *step) remember(asked qualify.Question) { t.rememberEdit(Said{Asked: asked}) }

// rememberEdit is remember for an edited text. before is what was kept of it.
func (t *step) rememberEdit(before Said) {
	said := Said{Parts: t.parts, Asked: before.Asked, Gave: map[qualify.Question]time.Time{}}
	if said.Parts == nil {
		said.Parts = []Fragment{{t.in.Message, t.in.Reply, t.in.Text, t.in.At}}
	}
	for q, answer := range t.Answers {
		if answer.At.Equal(t.in.At) || t.came(q, before) {
			said.Gave[q] = answer.At
		}
	}
	t.Said = bounded(append(slices.Clone(t.Said), said))
}

// bounded drops the oldest texts until the others are few and short enough.
func bounded(all []Said) []Said {
	size, from := 0, len(all)
	for from > 0 && len(all)-from < maxSaid {
		for _, p := range all[from-1].Parts {
			size += len([]rune(p.Text))
		}
		if size > maxSaidRunes {
			break
		}
		from--
	}
	return all[from:]
}

// edited reads a text again that its writer changed: the answers that it gave, and
// that nothing later replaced, follow it.
func (t *step) edited() {
	t.amend()
	if i := slices.IndexFunc(t.Burst, t.isEdited); i >= 0 {
		t.Burst = slices.Clone(t.Burst)
		t.Burst[i].Text = t.in.Text
		return
	}
	i := slices.IndexFunc(t.Said, func(s Said) bool { return slices.ContainsFunc(s.Parts, t.isEdited) })
	if t.in.Shown {
		t.passOn()
	}
	if i < 0 {
		if !t.in.Shown {
			t.reply("edited_ignored", nil)
		}
		return
	}
	said := t.Said[i]
	t.Said = slices.Delete(slices.Clone(t.Said), i, i+1)
	t.reread(said)
}

func (t *step) isEdited(f Fragment) bool { return f.Message == t.in.Message }

// reread takes what an edited text says now in place of what it said.
func (t *step) reread(said Said) {
	parts := slices.Clone(said.Parts)
	parts[slices.IndexFunc(parts, t.isEdited)].Text = t.in.Text
	edit := t.in
	t.unite(parts)
	if t.relisted(said.Asked) {
		t.remember(said.Asked)
		return
	}
	t.in.Kind, t.in.Message, t.in.Shown = Edited, edit.Message, edit.Shown
	open, _ := t.Script.Ask(said.Asked)
	r := t.meaning(open)
	for q := range r.Answers {
		if q := qualify.Question(q); t.Answers.Has(q) && !t.came(q, said) {
			delete(r.Answers, string(q))
		}
	}
	given := t.absorb(r, open)
	gone := t.takeBack(said, r)
	t.rememberEdit(said)
	t.corrects = t.corrects || gone
	t.afterEdit(given, gone, r)
}

// afterEdit tells what an edit changed, and goes on.
func (t *step) afterEdit(given []*Ask, gone bool, r understand.Reading) {
	switch {
	case r.Intent == wantsHuman:
		t.human()
	case r.Intent == wantsStop:
		t.stop()
	case len(given) == 0 && !gone:
		if !t.in.Shown {
			t.reply("edited_ignored", nil)
		}
	case t.Phase == Done:
		t.reconfirm(nil)
	case len(given) == 0:
		t.proceed(t.text("edited_gone", nil))
	default:
		t.follow(given, nil)
	}
}

// came reports whether the answer that stands is the one that a text gave.
func (t *step) came(q qualify.Question, said Said) bool {
	at, gave := said.Gave[q]
	return gave && t.Answers[q].At.Equal(at)
}

// takeBack forgets the answers of a text that it no longer gives; it reports
// whether there were any.
func (t *step) takeBack(said Said, r understand.Reading) bool {
	gone := false
	for q := range said.Gave {
		if _, still := r.Answers[string(q)]; still || !t.came(q, said) {
			continue
		}
		delete(t.Answers, q)
		t.Trail = slices.DeleteFunc(t.Trail, func(x qualify.Question) bool { return x == q })
		t.event(Event{Kind: EventWithdrawn, Question: q})
		t.changed()
		gone = true
	}
	return gone
}

// meaning reads the input as an answer to a question that may be none: word for
// word, or as free text.
func (t *step) meaning(open *Ask) understand.Reading {
	if open == nil {
		return t.Script.Reader.Read("", t.in.Text)
	}
	for _, m := range t.group(open) {
		if o, ok := t.match(m); ok && m.Kind == Choice {
			return understand.Reading{Answers: map[string]understand.Answer{string(m.ID): {Value: o.ID, Raw: t.in.Text}}}
		}
	}
	r := t.Script.Reader.Read(string(open.ID), t.in.Text)
	if phone, ok := t.Script.phone(t.in.Text); ok && open.Kind == Phone {
		r.Answers[string(open.ID)] = understand.Answer{Value: phone, Raw: Short(t.in.Text, maxRaw)}
	}
	return r
}
