package dialog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"leadbot/qualify"
)

// List is what a lead wrote down for an exercise.
type List struct {
	Exercise string `json:"exercise"`
	Rows     []Row  `json:"rows"`
	Taken    string `json:"taken,omitempty"` // the topic that the lead chose
}

// Lists are the lists of a lead by the question whose exercise asked for them.
type Lists map[qualify.Question]List

// maxRows bounds a list.
const maxRows = 100

// list returns the rows that count for a question and the exercise that asked for
// them: once the answer has changed otherwise than by taking a topic, none count.
func (s *Script) list(sess *Session, q qualify.Question) (List, *Rows) {
	l, ok := sess.Lists[q]
	if !ok {
		return List{}, nil
	}
	r := s.Exercises[l.Exercise].Rows
	if r == nil || s.exerciseName(sess, q) != l.Exercise && !l.stands(sess, r) {
		return List{}, nil
	}
	return l, r
}

// stands reports whether the answers are still those that the lead took from the
// list.
func (l List) stands(sess *Session, r *Rows) bool {
	for q, option := range r.Sets {
		if sess.Answers.Value(q) != option {
			return false
		}
	}
	return l.Taken != "" && len(r.Sets) > 0 && (r.Topic == "" || sess.Answers.Value(r.Topic) == l.Taken)
}

// listed takes a text as the list that an exercise asks for: the one that waits,
// or one that was put off. False when it is no list.
func (t *step) listed() bool {
	q, rows, bad := t.listing()
	switch {
	case len(rows) > 0:
		t.showList(q, nil, t.noted(q, t.enlist(q, rows), bad))
	case t.Exercise == "" || len(bad) == 0 || !t.meansRows():
		return false
	default:
		t.toManagers()
		t.send(Message{Text: t.noted(q, 0, bad)}, Replies)
	}
	return true
}

// meansRows reports whether a text without rows was meant to have some: it has
// numbers, and no wish.
func (t *step) meansRows() bool {
	return strings.ContainsFunc(t.in.Text, unicode.IsDigit) && t.Script.Reader.Read("", t.in.Text).Intent == ""
}

// listing reads a text as a list. One for an exercise that does not wait has at
// least two rows: one alone may be anything.
func (t *step) listing() (qualify.Question, []Row, []unread) {
	q := cmp.Or(t.Exercise, t.unlisted())
	if e, ok := t.exerciseOf(q); !ok || e.Rows == nil {
		return "", nil, nil
	}
	rows, bad := t.Script.rows(t.in.Text, t.in.Message)
	if t.Exercise == "" && (len(rows) < 2 || len(rows) < len(bad)) {
		return "", nil, nil
	}
	return q, rows, bad
}

// unlisted returns the question whose exercise a list would be for: the first one
// without rows, else the last one; "" for none.
func (t *step) unlisted() (found qualify.Question) {
	for _, a := range t.Script.Questions {
		if e, ok := t.exerciseOf(a.ID); !ok || e.Rows == nil {
			continue
		}
		found = a.ID
		if l, _ := t.Script.list(&t.Session, a.ID); len(l.Rows) == 0 {
			break
		}
	}
	return found
}

// enlist adds rows to the list of a question and returns how many found no room.
// The exercise is done, so nobody is reminded of it any more. A text with all the
// rows so far is the list sent again, corrected.
func (t *step) enlist(q qualify.Question, rows []Row) int {
	l, _ := t.Script.list(&t.Session, q)
	l.Exercise = t.Script.exerciseName(&t.Session, q)
	if !holds(rows, l.Rows) {
		rows = slices.Concat(l.Rows, rows)
	}
	l.Rows = rows[:min(len(rows), maxRows)]
	t.keepList(q, l)
	t.Homework = slices.DeleteFunc(t.Homework, func(h Task) bool { return h.Question == q })
	t.Misses = 0
	return len(rows) - len(l.Rows)
}

// relisted takes an edited list in place of what it said; false when it was none.
func (t *step) relisted(asked qualify.Question) bool {
	written := func(r Row) bool { return r.From == t.in.Message }
	for _, a := range t.Script.Questions {
		l := t.Lists[a.ID]
		switch {
		case !slices.ContainsFunc(l.Rows, written):
			continue
		case t.Script.exerciseName(&t.Session, a.ID) != l.Exercise:
			t.reply("edited_ignored", nil)
			return true
		}
		l.Rows = slices.DeleteFunc(slices.Clone(l.Rows), written)
		t.keepList(a.ID, l)
		rows, bad := t.Script.rows(t.in.Text, t.in.Message)
		t.showList(a.ID, nil, t.noted(a.ID, t.enlist(a.ID, rows), bad))
		return true
	}
	return asked == "" && t.listed()
}

func (t *step) keepList(q qualify.Question, l List) {
	if t.Lists == nil {
		t.Lists = Lists{}
	}
	t.Lists[q] = l
	t.changed()
}

// holds reports whether all of the wanted rows are among the others, from whatever
// message.
func holds(rows, wanted []Row) bool {
	left := slices.Clone(rows)
	for _, row := range wanted {
		i := slices.IndexFunc(left, func(r Row) bool { r.From = row.From; return r == row })
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return true
}
