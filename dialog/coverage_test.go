package dialog_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"leadbot/dialog"
)

// TestConversationsReachEveryOption: every option of every choice is answered in
// some conversation of testdata, every exercise is taken up, put off and passed
// over, and every next step is the last line of one.
func TestConversationsReachEveryOption(t *testing.T) {
	text := allConversations(t)
	a := newAssistant(t)
	for _, q := range a.Script.Questions {
		for _, o := range q.Options {
			if !strings.Contains(text, "\n= "+string(q.ID)+": "+o.ID+" (") {
				t.Errorf("no conversation ends with %s: %s", q.ID, o.ID)
			}
		}
		if q.Kind != dialog.Choice && !strings.Contains(text, "\n= "+string(q.ID)+": ") {
			t.Errorf("no conversation answers %s", q.ID)
		}
	}
	for _, choice := range []string{"exercise_now", "exercise_later", "exercise_go_on", "exercise_1d", "exercise_3d", "exercise_7d"} {
		if !strings.Contains(text, "\n> ["+a.Script.Texts[choice]+"]") {
			t.Errorf("no conversation presses %s", choice)
		}
	}
	for name, e := range a.Script.Exercises {
		if !strings.Contains(text, "\n> ["+e.Rows.Take+"]") {
			t.Errorf("no conversation takes the best topic of %s", name)
		}
	}
}

// TestConversationsReachEveryReaction: each text that an answer brings is said in
// some conversation.
func TestConversationsReachEveryReaction(t *testing.T) {
	text := folded(allConversations(t))
	s := newAssistant(t).Script
	for _, q := range s.Questions {
		for _, o := range q.Options {
			said(t, text, o.Say, string(q.ID)+": "+o.ID)
		}
		for _, r := range q.Say {
			said(t, text, r.Text, string(q.ID))
		}
	}
	for name, e := range s.Exercises {
		for _, part := range append(e.Remind, e.Text, e.Now, e.Later, e.Rows.Head, e.Rows.Best, e.Rows.How, e.Rows.Taken) {
			said(t, text, part, name)
		}
	}
	for _, r := range s.Reminders {
		said(t, text, r, "reminders")
	}
}

func TestConversationsReachEveryNextStep(t *testing.T) {
	text := allConversations(t)
	for _, r := range newAssistant(t).Script.Score.NextStep {
		if !regexp.MustCompile(`(?m)^= \d+: P .*; ` + r.Label + `$`).MatchString(text) {
			t.Errorf("no conversation ends with the next step %s", r.Label)
		}
	}
}

func allConversations(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("testdata/conversations/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}

var (
	spaces = regexp.MustCompile(`\s+`)
	filled = regexp.MustCompile(`\{\w+\}(, )?`)
)

func folded(s string) string { return strings.ToLower(spaces.ReplaceAllString(s, " ")) }

// said looks for the longest part of a text that nothing is filled into.
func said(t *testing.T, all, text, where string) {
	t.Helper()
	part := ""
	for _, p := range filled.Split(text, -1) {
		if len(p) > len(part) {
			part = p
		}
	}
	if !strings.Contains(all, folded(part)) {
		t.Errorf("no conversation says the text of %s: %.60q", where, text)
	}
}
