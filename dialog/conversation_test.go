package dialog_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/dialog"
)

var update = flag.Bool("update", false, "rewrite the golden conversations")

// TestConversations plays every file of testdata/conversations. A line that
// begins with «>» is what the prospect does, one with «~» lets time pass; all
// else is what follows and is compared, or written with -update. The session is
// saved and read again between any two steps.
//
//	> /start source      a start with its payload
//	> [Да]               a press on the button with that label
//	> [[Да]]             a press on that button of an older message
//	> {a:niche:has}      a press with raw data
//	> (фото)             something that is no text; (фото: …) with a caption
//	> (альбом 1: …)      a part of an album; (стикер)
//	* 25 привет          the same 25 times within seconds: what repeats is counted
//	> (контакт +7…)      the own contact; (чужой контакт +7…) another's
//	> (блокирует бота)
//	> (правит) …         the last text, changed
//	> anything else      a text; ⏎ stands for a new line
//	>> anything else     a text right after the one before
//	~ 2h                 time passes, the timers run
//	! flag               a flag is raised
//	@ claim              the manager Ольга presses a button of the card
//	@ means niche:doubts she says what the text written last means, for ever
func TestConversations(t *testing.T) {
	files, err := filepath.Glob("testdata/conversations/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no conversations: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := play(t, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("the conversation went otherwise (-want +got):\n%s", diff)
			}
		})
	}
}

// stage plays one conversation.
type stage struct {
	t         *testing.T
	assistant *dialog.Assistant
	session   dialog.Session
	now       time.Time
	shown     []dialog.Message // with buttons, the newest last
	out       strings.Builder
	message   int64
	wrote     int64  // id of the last text
	words     string // and the text
}

// opening is when conversations begin: a Thursday at noon in Moscow.
var opening = time.Date(2026, 11, 19, 12, 0, 0, 0, time.FixedZone("MSK", 3*3600))

// builtIn is the script built in, which tests only read.
var builtIn = sync.OnceValue(func() *dialog.Script {
	script, _ := dialog.Load(dialog.Default, dialog.BuiltIn())
	return script
})

func newAssistant(t testing.TB) *dialog.Assistant {
	t.Helper()
	script := builtIn()
	if script == nil {
		t.Fatal("the built-in script does not load")
	}
	working, err := dialog.ParseWeek("Mon-Fri 10:00-19:00")
	if err != nil {
		t.Fatal(err)
	}
	quiet, err := dialog.ParseQuiet("21:00-09:00")
	if err != nil {
		t.Fatal(err)
	}
	return &dialog.Assistant{Script: script, Calendar: dialog.Calendar{
		Zone: opening.Location(), Working: working, Quiet: quiet,
		RemindAfter: []time.Duration{time.Hour, 24 * time.Hour, 72 * time.Hour},
		HandoffIdle: 10 * time.Minute, Promise: 15 * time.Minute, WarmPromise: 4 * time.Hour, FollowUps: true,
	}}
}

func play(t *testing.T, script string) string {
	s := &stage{t: t, assistant: newAssistant(t), now: opening, session: dialog.Session{
		ID: 7, ChatID: 100, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew, Created: opening, Heard: opening,
	}}
	s.assistant.Calendar.Burst = 2 * time.Second
	lines := bufio.NewScanner(strings.NewReader(script))
	for lines.Scan() {
		line := lines.Text()
		if !strings.HasPrefix(line, ">> ") && line != "" {
			s.pause()
		}
		switch {
		case strings.HasPrefix(line, ">> "):
			fmt.Fprintf(&s.out, "%s\n", line)
			s.now = s.now.Add(time.Second)
			s.take(s.input(strings.TrimPrefix(line, ">> ")))
		case strings.HasPrefix(line, "#"):
			fmt.Fprintln(&s.out, line)
		case strings.HasPrefix(line, "> "):
			fmt.Fprintf(&s.out, "\n%s\n", line)
			s.now = s.now.Add(5 * time.Second)
			s.take(s.input(strings.TrimPrefix(line, "> ")))
		case strings.HasPrefix(line, "* "):
			fmt.Fprintf(&s.out, "\n%s\n", line)
			s.many(strings.TrimPrefix(line, "* "))
		case strings.HasPrefix(line, "~ "):
			fmt.Fprintf(&s.out, "\n%s\n", line)
			s.wait(strings.TrimPrefix(line, "~ "))
		case strings.HasPrefix(line, "@ "):
			fmt.Fprintf(&s.out, "\n%s\n", line)
			s.manage(strings.TrimPrefix(line, "@ "))
		case strings.HasPrefix(line, "! "):
			fmt.Fprintf(&s.out, "\n%s\n", line)
			s.session.Flags = s.session.Flags.With(qualifyFlag(line[2:]))
		}
	}
	s.pause()
	s.summary()
	return s.out.String()
}

// pause lets the bot read what was written when nothing follows it.
func (s *stage) pause() {
	if len(s.session.Burst) > 0 {
		s.now = s.now.Add(s.assistant.Calendar.Burst)
		s.tick()
	}
}

func (s *stage) input(did string) dialog.Input {
	s.message++
	if !strings.ContainsRune("/[{(", []rune(did)[0]) {
		s.words = did
	}
	in := dialog.Input{Kind: dialog.Wrote, Text: strings.ReplaceAll(did, " ⏎ ", "\n"), At: s.now, Message: s.message, From: dialog.Profile{UserID: 100, Name: "Анна Петрова", Username: "anna_coach", Language: "ru"}}
	switch {
	case did == "/start" || strings.HasPrefix(did, "/start "):
		in.Kind, in.Text = dialog.Started, strings.TrimSpace(strings.TrimPrefix(did, "/start"))
	case strings.HasPrefix(did, "/"):
		in.Kind, in.Text = dialog.Commanded, did[1:]
	case strings.HasPrefix(did, "[["):
		in.Kind, in.Pressed = dialog.Pressed, s.button(strings.Trim(did, "[]"), s.shown[:len(s.shown)-1])
	case strings.HasPrefix(did, "["):
		in.Kind, in.Pressed = dialog.Pressed, s.button(strings.Trim(did, "[]"), s.shown)
	case strings.HasPrefix(did, "{"):
		in.Kind, in.Pressed = dialog.Pressed, strings.Trim(did, "{}")
	case strings.HasPrefix(did, "(контакт "):
		in.Kind, in.Own, in.Phone = dialog.Shared, true, strings.TrimSuffix(strings.TrimPrefix(did, "(контакт "), ")")
	case strings.HasPrefix(did, "(чужой контакт "):
		in.Kind, in.Phone = dialog.Shared, strings.TrimSuffix(strings.TrimPrefix(did, "(чужой контакт "), ")")
	case did == "(блокирует бота)":
		in.Kind = dialog.BlockedUs
	case strings.HasPrefix(did, "(правит) "):
		in.Kind, in.Text, in.Message = dialog.Edited, strings.TrimPrefix(did, "(правит) "), s.wrote
	case strings.HasPrefix(did, "("):
		what, caption, _ := strings.Cut(strings.Trim(did, "()"), ": ")
		in.Kind, in.Text, in.Media, in.Sticker = dialog.SentMedia, caption, true, what == "стикер"
		if strings.HasPrefix(what, "альбом") {
			in.Album = what
		}
	}
	if in.Kind == dialog.Wrote {
		s.wrote = in.Message
	}
	return in
}

// many does the same many times, quickly, and writes what follows once for all
// turns in which it is the same.
func (s *stage) many(what string) {
	count, did, _ := strings.Cut(what, " ")
	n, err := strconv.Atoi(count)
	if err != nil {
		s.t.Fatalf("how often: %q", what)
	}
	whole := s.out.String()
	var turns []string
	for range n {
		s.out.Reset()
		s.now = s.now.Add(100 * time.Millisecond)
		s.take(s.input(did))
		if s.out.Len() == 0 {
			s.out.WriteString("  (молчание)\n")
		}
		turns = append(turns, s.out.String())
	}
	s.out.Reset()
	s.out.WriteString(whole)
	for len(turns) > 0 {
		same := 1
		for same < len(turns) && turns[same] == turns[0] {
			same++
		}
		fmt.Fprintf(&s.out, "%s  (раз: %d)\n", turns[0], same)
		turns = turns[same:]
	}
}

// button finds the data behind a label, in the newest message that has it. The
// marks of a choice and of a list do not count.
func (s *stage) button(label string, shown []dialog.Message) string {
	for i := len(shown) - 1; i >= 0; i-- {
		for _, row := range shown[i].Buttons {
			for _, b := range row {
				if bare(b.Text) == bare(label) {
					return b.Data
				}
			}
		}
	}
	s.t.Fatalf("no button %q", label)
	return ""
}

func bare(label string) string {
	label = strings.TrimPrefix(label, "✓ ")
	if i := strings.Index(label, ". "); i == 1 || i == 2 {
		label = label[i+2:]
	}
	return label
}

// take advances the session and writes what follows.
func (s *stage) take(in dialog.Input) {
	turn := s.assistant.Advance(s.session, in)
	s.session = s.reread(turn.Session)
	if turn.Toast != "" {
		fmt.Fprintf(&s.out, "  (всплывает: %s)\n", turn.Toast)
	}
	for _, say := range turn.Say {
		s.write(say)
	}
	s.post(s.desk().Follow(&s.session, turn.Events, s.now))
	s.rest()
}

// reread saves the session and reads it again.
func (s *stage) reread(session dialog.Session) dialog.Session {
	data, err := json.Marshal(session)
	if err != nil {
		s.t.Fatal(err)
	}
	var again dialog.Session
	if err := json.Unmarshal(data, &again); err != nil {
		s.t.Fatal(err)
	}
	if diff := cmp.Diff(session, again, cmp.Comparer(time.Time.Equal), emptyEqualsNil()); diff != "" {
		s.t.Fatalf("the session changed by being saved:\n%s", diff)
	}
	return again
}

func (s *stage) write(say dialog.Say) {
	if say.Edits != "" {
		fmt.Fprintf(&s.out, "  правка: %s\n", lastLine(say.Message.Text.String()))
		if len(say.Message.Buttons) > 0 {
			s.shown[len(s.shown)-1].Buttons = say.Message.Buttons
			s.out.WriteString(buttons(say.Message))
		}
		return
	}
	s.out.WriteString(indented(say.Message))
	if len(say.Message.Buttons) > 0 {
		s.shown = append(s.shown, say.Message)
	}
}

func lastLine(text string) string {
	return text[strings.LastIndexByte(text, '\n')+1:]
}

func indented(m dialog.Message) string {
	text := "  < " + strings.ReplaceAll(m.Text.String(), "\n", "\n    ") + "\n"
	return strings.ReplaceAll(text, "    \n", "\n") + buttons(m)
}

func buttons(m dialog.Message) string {
	var b strings.Builder
	for _, row := range m.Buttons {
		b.WriteString("   ")
		for _, button := range row {
			fmt.Fprintf(&b, " [%s]", button.Text)
		}
		b.WriteByte('\n')
	}
	if m.Keyboard != nil {
		fmt.Fprintf(&b, "    клавиатура: [%s] %s\n", m.Keyboard.Contact, strings.Join(m.Keyboard.Rows[0], ", "))
	}
	if m.Unkey {
		b.WriteString("    (клавиатура убрана)\n")
	}
	return b.String()
}

// wait lets time pass; the timers run when they come due. A leading «down» means
// that the bot was off meanwhile and ticks once at the end.
func (s *stage) wait(what string) {
	span, down := strings.CutPrefix(what, "down ")
	d, err := time.ParseDuration(span)
	if err != nil {
		s.t.Fatalf("bad time %q: %v", what, err)
	}
	end := s.now.Add(d)
	for !down && !s.session.Due.IsZero() && !s.session.Due.After(end) {
		s.now = s.session.Due.In(opening.Location())
		fmt.Fprintf(&s.out, "  %s\n", s.now.Format("Mon 15:04"))
		s.tick()
	}
	s.now = end
	if down {
		s.tick()
	}
}

// summary writes what is known at the end.
func (s *stage) summary() {
	as := s.assistant.Assess(&s.session, s.now)
	fmt.Fprintf(&s.out, "\n= %s, %s, %s\n", s.session.Phase, s.session.Owner, s.session.Stage)
	for _, a := range s.assistant.Script.Questions {
		if answer, ok := s.session.Answers[a.ID]; ok {
			fmt.Fprintf(&s.out, "= %s: %s (%s)\n", a.ID, answer.Value, answer.Via)
		}
	}
	fmt.Fprintf(&s.out, "= %d: P %d, V %d, R %d, I %d, C %d; %s, %s, %s; %d%%; %s\n", as.Score, as.Points.P, as.Points.V, as.Points.R, as.Points.I, as.Points.C,
		as.Category, as.Temperature, as.Segment, as.Completeness, as.NextStep)
}
