package dialog_test

import (
	"slices"
	"strings"
	"unicode"

	"leadbot/dialog"
)

// privacy: without consent the session holds nothing personal.
func (w *walk) privacy(turn dialog.Turn) {
	s := turn.Session
	if s.Agreed(dialog.Processing) {
		return
	}
	for _, secret := range []string{"Анна", "anna_coach", "424242", "секрет", "79001234567", "Петрова"} {
		if strings.Contains(encode(s), secret) {
			w.fail("without consent the session keeps %q: %s", secret, encode(s))
		}
	}
	if len(s.Answers)+len(s.Trail)+len(s.Skipped)+len(s.Flags)+len(s.Homework) > 0 || s.Claim != nil {
		w.fail("without consent the session keeps %s", encode(s))
	}
	for _, e := range turn.Events {
		if e.Kind == dialog.EventAnswered || strings.Contains(e.Text, "секрет") {
			w.fail("without consent an event says %+v", e)
		}
	}
}

// answered: what is kept is an option or a text; what is answered is not asked
// again unless someone goes back to it.
func (w *walk) answered(in dialog.Input, turn dialog.Turn) {
	s := turn.Session
	for q, answer := range s.Answers {
		a, ok := w.a.Script.Ask(q)
		if !ok || answer.Value == "" || answer.Raw == "" || len([]rune(answer.Value)) > 1000 {
			w.fail("the answer to %s is %+v", q, answer)
		}
		if _, ok := a.Option(answer.Value); a.Kind == dialog.Choice && !ok {
			w.fail("the answer to %s is %+v", q, answer)
		}
		if slices.Contains(s.Skipped, q) {
			w.fail("%s is answered and skipped", q)
		}
	}
	if s.Phase != dialog.Asking || s.Asked == "" || s.Asked == w.s.Asked || w.goesBack(in) {
		return
	}
	if w.complete(s) {
		w.fail("%s is asked again", s.Asked)
	}
}

// complete reports whether the asked question, and all that share its message,
// are answered or skipped.
func (w *walk) complete(s dialog.Session) bool {
	a, _ := w.a.Script.Ask(s.Asked)
	for _, id := range w.a.Script.Scorecard.Applicable(s.Answers, s.Flags) {
		m, _ := w.a.Script.Ask(id)
		shares := id == a.ID || a.Together != "" && m.Together == a.Together
		if shares && !s.Answers.Has(id) && !slices.Contains(s.Skipped, id) {
			return false
		}
	}
	return true
}

func (w *walk) goesBack(in dialog.Input) bool {
	return strings.HasPrefix(in.Pressed, "back") || strings.HasPrefix(in.Pressed, "edit:") || in.Text == "back" || backInWords(w.a, in.Text)
}

// handoffs: a card goes out once under its number.
func (w *walk) handoffs(turn dialog.Turn) {
	for _, e := range turn.Events {
		if !e.At.Equal(w.now) {
			w.fail("an event of %v: %+v", e.At, e)
		}
		if e.Kind != dialog.EventHandoff {
			continue
		}
		h := turn.Session.Handoff
		if h == nil || !h.Posted {
			w.fail("a handoff without a card: %+v", h)
		}
		w.posted[h.Number]++
		if w.posted[h.Number] > 1 {
			w.fail("card %d goes out twice", h.Number)
		}
	}
	if h := turn.Session.Handoff; h != nil && h.Posted && w.posted[h.Number] != 1 {
		w.fail("card %d is posted, %d events say so", h.Number, w.posted[h.Number])
	}
	if s := turn.Session; s.Phase == dialog.Done && s.Completed.IsZero() {
		w.fail("done, but never completed")
	}
}

// heard: whatever a prospect does is answered, or reaches the manager who has
// the lead; then the bot keeps out of it.
func (w *walk) heard(in dialog.Input, turn dialog.Turn) {
	switch in.Kind {
	case dialog.Ticked, dialog.Excused, dialog.Returned, dialog.BlockedUs, dialog.Unblocked:
		return
	}
	if !turn.Session.Heard.Equal(in.At) {
		w.fail("heard at %v", turn.Session.Heard)
	}
	further := in.Kind == dialog.SentMedia && in.Album != "" && in.Album == w.s.Album
	if len(turn.Say) > 0 || turn.Toast != "" || further {
		return
	}
	passed := slices.ContainsFunc(turn.Events, func(e dialog.Event) bool { return e.Kind == dialog.EventNews })
	quiet := w.s.Owner == dialog.Manager || w.s.Owner == dialog.Closed && in.Kind == dialog.Edited
	if !passed || !quiet {
		w.fail("silence")
	}
}

// wayOn: in the middle of a conversation something is always open to answer.
func (w *walk) wayOn(turn dialog.Turn) {
	s := turn.Session
	between := s.Phase == dialog.Consent || s.Phase == dialog.Asking || s.Phase == dialog.Review
	if between && s.Open == nil && s.Owner != dialog.Manager {
		w.fail("nothing is open in phase %s", s.Phase)
	}
}

// backInWords reports whether a text asks for the question before, as it is compared
// with the label: by its letters alone.
func backInWords(a *dialog.Assistant, text string) bool {
	letters := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(letters, " ") == "назад" || a.Script.Reader.Read("", text).Intent == "back"
}
