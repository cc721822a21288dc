package main

import (
	"cmp"
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
	case e.Kind == playground.Reacted:
		return fmt.Sprintf("(%s on %s)", cmp.Or(m.Reaction, "no emoji"), begin(m))
	case e.Kind == playground.Deleted && m.TopicCreated != nil:
		return "the topic is deleted with all that stood in it"
	case e.Kind == playground.Deleted && !s.inDeletedTopic(m):
		return "(deleted) " + begin(m)
	case e.Kind == playground.Edited:
		return s.edited(m)
	case e.Kind != playground.Sent, m.MigrateFrom != 0:
		return ""
	}
	if said, service := about(m); service {
		return said
	}
	return s.speaker(m) + s.marks(m) + answered(m) + s.brief(m) + below(m)
}

// about tells of a change of the chat itself.
func about(m playground.Message) (said string, service bool) {
	switch {
	case m.TopicCreated != nil:
		return "a topic opens: «" + m.TopicCreated.Name + "»", true
	case m.TopicEdited != nil:
		return "the topic is renamed: «" + m.TopicEdited.Name + "»", true
	case m.TopicClosed != nil:
		return "the topic is closed", true
	case m.TopicReopened != nil:
		return "the topic is open again", true
	case m.MigrateTo != 0:
		return "the group becomes a supergroup", true
	}
	return "", m.NewMembers != nil || m.LeftMember != nil
}

func (s *scene) inDeletedTopic(m playground.Message) bool {
	return slices.ContainsFunc(s.managers.Topics(), func(t playground.Topic) bool {
		return t.Deleted && t.ID == m.Thread && m.Chat.ID == s.managers.ID()
	})
}

// speaker is the mark of who speaks; in a group, people with their names.
func (s *scene) speaker(m playground.Message) string {
	switch {
	case m.ByBot():
		return "< "
	case m.Chat.Type == "private":
		return "> "
	}
	return m.From.FirstName + " > "
}

// marks say where in a chat a message stands and whether it sounds.
func (s *scene) marks(m playground.Message) string {
	marks := ""
	for _, t := range s.managers.Topics() {
		if m.Chat.ID == s.managers.ID() && m.Thread == t.ID {
			marks += s.place(t)
		}
	}
	if m.Silent {
		marks += "(silently) "
	}
	return marks
}

// place names a topic, where there are several to tell apart.
func (s *scene) place(t playground.Topic) string {
	if !s.desk {
		return "(in its topic) "
	}
	name, _, _ := strings.Cut(t.Name, " · ")
	return "(topic " + name + ") "
}

// answered is what a message replies to.
func answered(m playground.Message) string {
	if m.ReplyTo == nil || m.ReplyTo.TopicCreated != nil {
		return ""
	}
	return "(to " + begin(*m.ReplyTo) + ") "
}

// begin is how a message begins.
func begin(m playground.Message) string {
	line := firstLine(shown(m))
	if text := []rune(line); len(text) > 30 {
		line = string(text[:30]) + "…"
	}
	return "«" + line + "»"
}

// brief is the beginning of a text, its bold parts between asterisks; all of it
// where the scene is about that.
func (s *scene) brief(m playground.Message) string {
	lines := lines(m)
	if len(lines) > 3 && !s.whole && !(s.desk && !card(m)) {
		lines = append(lines[:2], fmt.Sprintf("… (%d lines more)", len(lines)-2))
	}
	return strings.Join(lines, "\n")
}

// card reports whether a message is the card of a lead.
func card(m playground.Message) bool { return cardOf(m) != 0 && len(lines(m)) > 6 }

// edited is what an edited message shows: how a long one begins and ends.
func (s *scene) edited(m playground.Message) string {
	who := "< "
	if !m.ByBot() {
		who = s.speaker(m)
	}
	lines := lines(m)
	text := strings.Join(lines, "\n")
	if (!s.desk || len(lines) > 3) && !(s.desk && s.whole) {
		text = s.change(lines)
	}
	if m.ByBot() && len(m.Labels()) == 0 && (!s.desk || len(lines) > 1) {
		text += " (no buttons)"
	}
	return who + "(edited) " + text + below(m)
}

func (s *scene) change(lines []string) string {
	if s.desk {
		return strings.Join(append(lines[:2:2], "…", lines[len(lines)-1]), "\n")
	}
	begin, end := []rune(lines[0]), lines[len(lines)-1]
	return strings.TrimSpace(string(begin[:min(30, len(begin))])) + " … " + end
}

func lines(m playground.Message) []string {
	return slices.DeleteFunc(strings.Split(shown(m), "\n"), func(line string) bool { return line == "" })
}

// shown is what a message shows: in brackets what is no text, then the text.
func shown(m playground.Message) string {
	text := marked(m.Text, m.Entities) + marked(m.Caption, m.CaptionEntities)
	return strings.TrimSpace(attached(m) + " " + text)
}

// attached names what a message shows beside its text.
func attached(m playground.Message) string {
	what := ""
	switch {
	case m.Photo != nil:
		what = "photo"
	case m.Animation != nil:
		what = "animation"
	case m.Document != nil:
		what = "file " + m.Document.Name
	case m.Voice != nil:
		what = fmt.Sprintf("voice of %d s", m.Voice.Duration)
	case m.VideoNote != nil:
		what = fmt.Sprintf("video note of %d s", m.VideoNote.Duration)
	case m.Video != nil:
		what = "video"
	case m.Audio != nil:
		what = "audio"
	case m.Sticker != nil:
		what = "sticker " + m.Sticker.Emoji
	case m.Contact != nil:
		what = "contact " + m.Contact.FirstName + " " + m.Contact.Phone
	case m.Location != nil:
		what = fmt.Sprintf("location %.2f, %.2f", m.Location.Latitude, m.Location.Longitude)
	default:
		return ""
	}
	if m.Album != "" {
		what += " of an album"
	}
	return "{" + what + "}"
}

// marked is the text with its markup.
func marked(text string, entities []playground.Entity) string {
	units := utf16.Encode([]rune(text))
	var out strings.Builder
	from := 0
	for _, e := range entities {
		if e.Type != "bold" && e.Type != "text_mention" && e.Type != "text_link" || e.Offset < from {
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
