package dialog

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"time"
	"unicode"

	"leadbot/qualify"
)

// Missed is a text that was not understood.
type Missed struct {
	ID       int64 // of its event
	Lead     int64 // who wrote it
	Question qualify.Question
	Text     string // as it was written, "" once the lead wanted to be forgotten
	Leads    int    // how many wrote the same, where it was counted
}

// Phrase is a text written to a question, as people compare texts. It holds a
// hash of the words alone: they may be personal, and outlive the wish of whoever
// wrote them to be forgotten.
type Phrase struct {
	Question qualify.Question
	Words    string
}

// NewPhrase returns the phrase of a text; false where there is nothing to compare,
// neither a letter nor a digit, and where digits may be somebody's phone: their
// hash could be guessed.
func NewPhrase(q qualify.Question, text string) (Phrase, bool) {
	words, digits := folded(text), 0
	for _, r := range words {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	sum := sha256.Sum256([]byte(words))
	return Phrase{q, hex.EncodeToString(sum[:])}, words != "" && digits < 7
}

// Lesson is what the staff said that a phrase means.
type Lesson struct {
	Phrase
	Option string // "" for no answer at all
	By     string // the name of who said it
	Missed int64  // the event it was said of
	At     time.Time
}

// Taught are the lessons that hold. It never changes: With and Without return
// another one.
type Taught map[Phrase]Lesson

// With adds a lesson, in place of another one about the same phrase.
func (t Taught) With(l Lesson) Taught {
	more := Taught{l.Phrase: l}
	for p, other := range t {
		if p != l.Phrase {
			more[p] = other
		}
	}
	return more
}

// Without takes the lesson about a phrase away.
func (t Taught) Without(p Phrase) Taught {
	less := maps.Clone(t)
	delete(less, p)
	return less
}

// Of returns the lesson about a text that was not understood. Once its words are
// erased, it is known by the event.
func (t Taught) Of(m Missed) (Lesson, bool) {
	if p, ok := NewPhrase(m.Question, m.Text); ok {
		l, found := t[p]
		return l, found
	}
	for _, l := range t {
		if l.Missed == m.ID {
			return l, true
		}
	}
	return Lesson{}, false
}

// means returns the option that the staff said the text to mean for a question.
func (t *step) means(a *Ask) (Option, bool) {
	if len(t.Taught) == 0 {
		return Option{}, false
	}
	p, _ := NewPhrase(a.ID, t.in.Text)
	return a.Option(t.Taught[p].Option)
}

// Teachable returns the questions whose unclear answers can be given a meaning:
// those with options.
func (s *Script) Teachable() []qualify.Question {
	var all []qualify.Question
	for i := range s.Questions {
		if s.Questions[i].Kind == Choice {
			all = append(all, s.Questions[i].ID)
		}
	}
	return all
}

// Lacks reports whether an answer to the question may still come from somebody
// else than the lead: it has none, and the lead agreed and is not done with us.
func (s *Session) Lacks(q qualify.Question) bool {
	return s.Owner != Closed && s.Agreed(Processing) && !s.Answers.Has(q)
}

// meant records what the staff said that the lead's words meant. Nothing is said:
// the conversation goes on when the lead does something.
func (t *step) meant() {
	p, _ := ParsePress(t.in.Pressed)
	a, ok := t.Script.Ask(qualify.Question(p.Args[0]))
	if !ok || !t.Lacks(a.ID) {
		return
	}
	exercise, promised := t.Exercise, t.Later
	t.record(a, p.Args[1], Short(t.in.Text, maxAnswer), qualify.ViaManager)
	t.Exercise, t.Later = exercise, promised // leave offers the one; the lead counts on the other
}

// leave ends an open question that was answered in the lead's stead, as if the
// lead had just answered it; false when it was not.
func (t *step) leave(said Text) bool {
	a, ok := t.Script.Ask(t.Asked)
	if !ok || t.Phase != Asking || t.Exercise != "" || t.waits(a) || t.Answers[a.ID].Via != qualify.ViaManager {
		return false
	}
	t.Misses = 0
	if o, _ := a.Option(t.Answers.Value(a.ID)); o.Exercise != "" {
		t.Exercise = a.ID
	}
	t.finish(a, Join("\n\n", said, t.reaction(a)))
	return true
}
