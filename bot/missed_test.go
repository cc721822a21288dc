package bot_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
	"leadbot/storage"
)

// class is an office over a real database in which the staff teaches.
type class struct {
	*office
	db     *storage.DB
	update int64
}

func newClass(t *testing.T) *class {
	db := database(t, filepath.Join(t.TempDir(), "bot.db"))
	return &class{office: open(t, settings(), db), db: db}
}

// writes lets a person begin, if they have not, and write to the first question.
func (c *class) writes(chat int64, text string) {
	c.t.Helper()
	if c.update += 10; len(must(c.db.Sessions(c.t.Context(), []int64{chat}, nil))) == 0 {
		c.do(person(c.update, chat, dialog.Started, ""), press(c.update+1, chat, "consent:yes"))
	}
	c.do(person(c.update+2, chat, dialog.Wrote, text))
}

// missed is what stands first among what was not understood.
func (c *class) missed() dialog.Missed {
	c.t.Helper()
	all := must(c.db.MostMissed(context.Background(), noon.Add(-time.Hour), noon.Add(time.Hour), loaded().Teachable(), 5))
	if len(all) == 0 {
		c.t.Fatal("everything was understood")
	}
	return all[0]
}

// taps presses a button of a text shown in list 77, and returns the answer.
func (c *class) taps(in bot.Input) string {
	c.t.Helper()
	c.update += 10
	in.Update, in.Press = c.update, fmt.Sprintf("p%d", c.update)
	c.do(in)
	for _, did := range c.did {
		if text, ok := strings.CutPrefix(did, "answer "+in.Press+" "); ok {
			return text
		}
	}
	return ""
}

func (c *class) niche(chat int64) qualify.Answer { return c.session(chat).Answers["niche"] }

// last is the newest delivery.
func (c *class) last() outbox.Delivery { return c.pushed[len(c.pushed)-1] }

// TestTeaching: whoever wrote it gets the answer without a word; the next who
// writes the same is understood, also after a restart, until it is taken back.
func TestTeaching(t *testing.T) {
	c := newClass(t)
	c.writes(100, "Ну такое")
	m := c.missed()
	pushed := len(c.pushed)
	if got := c.taps(press(0, owner, fmt.Sprintf("u:%d:doubts:77", m.ID))); !strings.Contains(got, "Сомневаюсь") {
		t.Errorf("answered with %q", got)
	}
	if a := c.niche(100); a.Value != "doubts" || a.Via != qualify.ViaManager || a.Raw != "Ну такое" {
		t.Errorf("the lead's answer is %+v", a)
	}
	for _, d := range c.pushed[pushed:] {
		if d.Chat == 100 {
			t.Errorf("the lead hears %q", message(t, d).Text)
		}
	}
	d := c.last()
	if d.Chat != owner || d.Method != outbox.Edit || d.Refers != fmt.Sprintf("missed:%d:77:%d", owner, m.ID) || d.Lead != 1 {
		t.Errorf("edited is %+v", d)
	}
	if shown := message(t, d); len(shown.Buttons) != 1 || shown.Buttons[0][0].Data != fmt.Sprintf("undo:%d:77", m.ID) || !strings.Contains(shown.Text.String(), "Сомневаюсь") {
		t.Errorf("shown is %v %v", shown.Text, shown.Buttons)
	}
	c.writes(101, "ну такое...")
	if a := c.niche(101); a.Value != "doubts" || a.Via != qualify.ViaText {
		t.Errorf("the next one is understood as %+v", a)
	}
	c.office = open(t, settings(), c.db)
	c.writes(102, "НУ такое")
	if a := c.niche(102); a.Value != "doubts" {
		t.Errorf("forgotten over a restart: %+v", a)
	}
	if got := c.taps(tap(0, 5, fmt.Sprintf("undo:%d:77", m.ID))); got != text("missed_undone") {
		t.Errorf("taking it back is answered with %q", got)
	}
	if d := c.last(); d.Chat != outbox.Managers || len(message(t, d).Buttons) != 5 {
		t.Errorf("shown is %v", message(t, d))
	}
	c.writes(103, "ну такое")
	if a := c.niche(103); a.Value != "" {
		t.Errorf("it still means %+v", a)
	}
	if c.niche(100).Value != "doubts" {
		t.Error("the answer given with it is gone")
	}
}

// TestTeachingInOneBatch: what follows in the same commit is read by it already.
func TestTeachingInOneBatch(t *testing.T) {
	c := newClass(t)
	c.writes(100, "ну такое")
	c.do(person(50, 101, dialog.Started, ""), press(51, 101, "consent:yes"))
	m := c.missed()
	c.loop.Handle(t.Context(), press(52, owner, fmt.Sprintf("u:%d:doubts:77", m.ID)),
		tap(53, 5, fmt.Sprintf("u:%d:none:78", m.ID)), person(54, 101, dialog.Wrote, "ну такое"))
	if a := c.niche(101); a.Value != "doubts" {
		t.Errorf("understood as %+v", a)
	}
	if c.noted("answer p53 Анна") != 1 || c.niche(100).Value != "doubts" {
		t.Errorf("the second press changed something: %v", c.did)
	}
}

// TestWhoMayTeach: owners and managers; a button with a forged meaning changes nothing.
func TestWhoMayTeach(t *testing.T) {
	c := newClass(t)
	c.writes(100, "ну такое")
	m := c.missed()
	no := text("desk_not_member")
	outside := tap(0, 9, fmt.Sprintf("u:%d:doubts:77", m.ID))
	outside.Person.Manager = false
	for name, in := range map[string]bot.Input{
		"a stranger": press(0, 100, fmt.Sprintf("u:%d:doubts:77", m.ID)), "who left the chat": outside,
		"a stranger takes back": press(0, 100, fmt.Sprintf("undo:%d:77", m.ID)), "a stranger asks": press(0, 100, "unclear"),
	} {
		if got := c.taps(in); got != no {
			t.Errorf("%s: answered with %q", name, got)
		}
	}
	gone := text("missed_gone")
	for _, data := range []string{fmt.Sprintf("u:%d:nonsense:77", m.ID), "u:99999:doubts:77", "u:x:doubts:77", "undo:99999:77"} {
		if got := c.taps(press(0, owner, data)); got != gone {
			t.Errorf("%s: answered with %q", data, got)
		}
	}
	if start := must(c.db.Start(t.Context())); len(start.Taught) != 0 || c.niche(100).Value != "" {
		t.Errorf("taught: %v", start.Taught)
	}
	manager := press(0, 9, fmt.Sprintf("u:%d:doubts:77", m.ID))
	manager.Person.Manager = true
	if c.taps(manager); c.niche(100).Value != "doubts" || c.last().Chat != 9 {
		t.Error("a manager cannot teach in private")
	}
}

// TestNoAnswer: it is settled, nothing is learnt and nobody gets an answer.
func TestNoAnswer(t *testing.T) {
	c := newClass(t)
	c.writes(100, "как-то так")
	c.taps(press(0, owner, fmt.Sprintf("u:%d:-:77", c.missed().ID)))
	if all := must(c.db.MostMissed(t.Context(), noon.Add(-time.Hour), noon.Add(time.Hour), loaded().Teachable(), 5)); len(all) != 0 {
		t.Errorf("told again: %v", all)
	}
	c.writes(101, "привет, как дела")
	if c.niche(100).Value+c.niche(101).Value != "" {
		t.Error("it became an answer")
	}
}

// TestTeachingGivesNoSecondAnswer: whoever answered meanwhile, was closed or is
// forgotten keeps what they have; of the forgotten nothing can be taught.
func TestTeachingGivesNoSecondAnswer(t *testing.T) {
	c := newClass(t)
	c.writes(100, "ну такое")
	m := c.missed()
	c.writes(100, "1")
	c.taps(press(0, owner, fmt.Sprintf("u:%d:doubts:77", m.ID)))
	if a := c.niche(100); a.Value != "has" {
		t.Errorf("the answer became %+v", a)
	}
	c.writes(101, "всё сложно")
	m = c.missed()
	c.do(person(900, 101, dialog.Commanded, "forget"))
	if got := c.taps(press(0, owner, fmt.Sprintf("u:%d:doubts:77", m.ID))); got != text("desk_erased") {
		t.Errorf("the words of somebody forgotten: %q", got)
	}
	if start := must(c.db.Start(t.Context())); len(start.Taught) != 1 {
		t.Errorf("taught: %v", start.Taught)
	}
}

// TestUndoAfterTheWordsAreErased still finds the lesson.
func TestUndoAfterTheWordsAreErased(t *testing.T) {
	c := newClass(t)
	c.writes(100, "ну такое")
	m := c.missed()
	c.taps(press(0, owner, fmt.Sprintf("u:%d:doubts:77", m.ID)))
	c.do(person(900, 100, dialog.Commanded, "forget"))
	c.taps(press(0, owner, fmt.Sprintf("undo:%d:77", m.ID)))
	if shown := message(t, c.last()); len(shown.Buttons) != 0 || strings.Contains(shown.Text.String(), "такое") {
		t.Errorf("shown is %v %v", shown.Text, shown.Buttons)
	}
	if start := must(c.db.Start(t.Context())); len(start.Taught) != 0 {
		t.Errorf("taught: %v", start.Taught)
	}
}
