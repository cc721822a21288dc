package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"leadbot/bot/playground"
)

// event tells of a change in a chat, "" when nobody cares.
func (s *scene) event(e playground.Event) string {
	m := e.Message
	switch {
	case e.Kind == playground.Answered && e.Toast.Text != "":
		return "(pops up) " + e.Toast.Text
	case e.Kind == playground.Deleted && m.TopicCreated != nil:
		return "the topic is deleted with all that stood in it"
	case e.Kind == playground.Edited:
		return "< (edited) " + change(m) + below(m)
	case e.Kind != playground.Sent, m.MigrateFrom != 0:
		return ""
	case m.TopicCreated != nil:
		return "a topic opens: «" + m.TopicCreated.Name + "»"
	case m.TopicEdited != nil:
		return "the topic is renamed: «" + m.TopicEdited.Name + "»"
	case m.TopicClosed != nil:
		return "the topic is closed"
	case m.TopicReopened != nil:
		return "the topic is open again"
	case m.MigrateTo != 0:
		return "the group becomes a supergroup"
	case !m.ByBot():
		return "> " + m.Text
	}
	return "< " + s.marks(m) + s.brief(m) + below(m)
}

// marks say where in a chat a message stands and whether it sounds.
func (s *scene) marks(m playground.Message) string {
	marks := ""
	for _, t := range s.managers.Topics() {
		if m.Chat.ID == s.managers.ID() && m.Thread == t.ID {
			marks += "(in its topic) "
		}
	}
	if m.Silent {
		marks += "(silently) "
	}
	return marks
}

// brief is the beginning of a text, its bold parts between asterisks; all of it
// where the scene is about that.
func (s *scene) brief(m playground.Message) string {
	lines := lines(m)
	if len(lines) > 3 && !s.whole {
		lines = append(lines[:2], fmt.Sprintf("… (%d lines more)", len(lines)-2))
	}
	return strings.Join(lines, "\n")
}

// change is what an edited message shows: how it begins and ends.
func change(m playground.Message) string {
	lines := lines(m)
	begin, end := []rune(lines[0]), lines[len(lines)-1]
	if len(m.Labels()) == 0 {
		end += " (no buttons)"
	}
	return strings.TrimSpace(string(begin[:min(30, len(begin))])) + " … " + end
}

func lines(m playground.Message) []string {
	return slices.DeleteFunc(strings.Split(marked(m), "\n"), func(line string) bool { return line == "" })
}

// marked is the text with its markup.
func marked(m playground.Message) string {
	units := utf16.Encode([]rune(m.Text))
	var out strings.Builder
	from := 0
	for _, e := range m.Entities {
		if e.Type != "bold" && e.Type != "text_mention" && e.Type != "text_link" {
			continue
		}
		open, end := "*", "*"
		if e.Type != "bold" {
			open, end = "[", "](profile)"
		}
		out.WriteString(string(utf16.Decode(units[from:e.Offset])) + open)
		from = e.Offset + e.Length
		out.WriteString(string(utf16.Decode(units[e.Offset:from])) + end)
	}
	return out.String() + string(utf16.Decode(units[from:]))
}

// below are the buttons of a message.
func below(m playground.Message) string {
	if len(m.Labels()) == 0 {
		return ""
	}
	return "\n[" + strings.Join(m.Labels(), "] [") + "]"
}
