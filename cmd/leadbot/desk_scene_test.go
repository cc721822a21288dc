package main

import (
	"strconv"
	"strings"
	"time"

	"leadbot/bot/playground"
	"leadbot/dialog"
)

// deskScene is an episode about the managers' desk: what they get is shown in
// full, from the moment when play shows it.
func deskScene(title string, play func(*scene)) episode {
	return episode{title: title, play: func(s *scene) { s.desk = true; play(s) }}
}

// with adds settings.
func (e episode) with(name, value string) episode {
	env := map[string]string{name: value}
	for name, value := range e.env {
		env[name] = value
	}
	e.env = env
	return e
}

// from begins the episode at a time of the week after.
func (e episode) from(day, hour, minute int) episode {
	e.at = time.Date(2000, 1, 3+day, hour, minute, 0, 0, moscow)
	return e
}

// plain plays the episode in a managers' chat without topics.
func (e episode) plain() episode {
	e.before = func(w *world) {
		w.managers = w.server.Group("Менеджеры", false, w.olga, w.ivan)
		w.settings["MANAGERS_CHAT_ID"] = strconv.FormatInt(w.managers.ID(), 10)
	}
	return e
}

// A colleague is a manager at work, in one topic where there are topics.
type colleague struct {
	playground.Member
	s      *scene
	name   string
	thread int
}

// at lets a person work in a client's topic, the general one for "".
func (s *scene) at(p *playground.Person, client string) colleague {
	c := colleague{p.In(s.managers), s, p.User().FirstName, 0}
	for _, t := range s.managers.Topics() {
		if client != "" && !t.Deleted && strings.HasPrefix(t.Name, client+" · ") {
			c.thread = t.ID
		}
	}
	c.Member = c.Topic(c.thread)
	return c
}

// works lets a person work in Анна's topic.
func (s *scene) works(p *playground.Person) colleague { return s.at(p, "Анна") }

// taps presses buttons, each on the newest message of the topic that has it.
func (c colleague) taps(labels ...string) {
	c.s.t.Helper()
	for _, label := range labels {
		c.s.note("managers", c.name+" > ["+label+"]")
		var here []playground.Message
		for _, m := range c.s.managers.Said() {
			if m.Thread == c.thread {
				here = append(here, m)
			}
		}
		if !pressed(c.Member, here, label) {
			c.s.t.Fatalf("%s finds no button %q", c.name, label)
		}
		c.s.settle()
	}
}

// writes sends lines.
func (c colleague) writes(lines ...string) {
	for _, line := range lines {
		c.Send(line)
		c.s.settle()
	}
}

// sends does something that the chat shows by itself.
func (s *scene) sends(do func()) { do(); s.settle() }

// answers replies to the newest message of the chat with the part.
func (c colleague) answers(part, line string) {
	c.s.t.Helper()
	c.Reply(find(c.s, c.s.managers.Chat, part), line)
	c.s.settle()
}

// find returns the newest message of a chat with the part, whoever wrote it.
func find(s *scene, chat *playground.Chat, part string) playground.Message {
	s.t.Helper()
	all := chat.Messages()
	for i := len(all) - 1; i >= 0; i-- {
		if !all[i].Deleted && strings.Contains(shown(all[i]), part) {
			return all[i]
		}
	}
	s.t.Fatalf("no message in %s has %q", s.name(chat.ID()), part)
	return playground.Message{}
}

// lead is what the bot keeps of a person.
func (s *scene) lead(p *playground.Person) dialog.Session {
	s.t.Helper()
	found, err := s.app.db.Sessions(s.t.Context(), []int64{p.ID()}, nil)
	if err != nil || len(found) != 1 {
		s.t.Fatalf("%d leads: %v", len(found), err)
	}
	return found[0]
}

// held checks who has Анна's conversation: a manager's name, or an owner of it.
func (s *scene) held(want string) {
	s.t.Helper()
	l := s.lead(s.anna.Person)
	got := string(l.Owner)
	if l.HeldBy() != 0 {
		got = l.Claim.Name
	}
	if got != want {
		s.t.Errorf("the conversation is with %q, want %q", got, want)
	}
	last := s.managers.Topics()
	word := map[string]string{"bot": "отвечает бот", "queue": "свободна", "closed": "закрыта"}[want]
	if word == "" {
		word = want
	}
	if n := len(last); n > 0 && !last[n-1].Deleted && !strings.HasSuffix(last[n-1].Name, " · "+word) {
		s.t.Errorf("the topic is called %q, and %s has the conversation", last[n-1].Name, want)
	}
}

// popped checks what the last press was answered with.
func (s *scene) popped(part string) {
	s.t.Helper()
	toast := ""
	for _, h := range s.seen() {
		if text, ok := strings.CutPrefix(h.what, "(pops up) "); ok && h.place == "managers" {
			toast = text
		}
	}
	if !strings.Contains(toast, part) {
		s.t.Errorf("the press was answered with %q, want %q", toast, part)
	}
}

// button is the data of a card's button.
func button(lead int64, action string) string {
	return "m:" + strconv.FormatInt(lead, 10) + ":" + action
}
