package main

import (
	"strings"
	"time"

	"leadbot/bot/playground"
)

var lookupAccounts = []account{{
	file:  "10-lookups",
	title: "What managers look up",
	rule:  "In their chat, in a topic or in a private chat with the bot; whoever is no manager gets nothing.",
	scenes: []episode{
		deskScene("Lists, a card, a search, the conversation; who is there", lookups),
	},
}}

func lookups(s *scene) {
	s.does(append(hot, "[Да]")...)
	vera, gleb := s.prospect("Вера"), s.prospect("Глеб")
	vera.says("/start", "[Даю согласие]", "/human")
	s.at(s.ivan, "Вера").taps("Взять")
	gleb.says("/start", "[Даю согласие]", "[Одна тема]", "Нумерология")
	olga := s.works(s.olga)
	s.show()
	time.Sleep(6 * time.Minute)
	general := s.at(s.olga, "")
	general.writes("/leads")
	olga.taps("Взять")
	olga.writes("Здравствуйте!")
	s.does("Добрый день")
	general.writes("/leads", "/lead 1", "/lead 3", "/lead", "/lead 99", "/find НУМЕР", "/find никого")
	s.said(s.managers.Chat, "Нумерология", 2)
	olga.taps("Переписка")
	s.transcript()
	s.at(s.ivan, "").writes("/away")
	olga.taps("Передать")
	s.at(s.ivan, "").writes("/here")
	general.writes("/help")
	s.meet("Ольга", s.olga.Chat)
	s.sends(func() { s.olga.Start("") })
	s.sends(func() { s.olga.Send("/leads") })
	s.sends(func() { s.olga.Send("/help") })
	stranger := s.prospect("Чужой")
	s.meet("Чужой", stranger.Chat)
	stranger.says("/start", "[Даю согласие]", "/leads", "/find Анна")
	if all := strings.Join(texts(stranger.Chat), "\n"); strings.Contains(all, "Анна") || strings.Contains(all, "Горят") {
		s.t.Errorf("a stranger was told:\n%s", all)
	}
}

// transcript checks the file with Анна's conversation.
func (s *scene) transcript() {
	s.t.Helper()
	var file *playground.File
	for _, m := range s.managers.Said() {
		if m.Document != nil {
			file = m.Document
		}
	}
	if file == nil {
		s.t.Fatal("there is no file")
	}
	text, _ := s.server.File(file.ID)
	s.note("managers", "! the file says: "+string(text))
	for _, part := range []string{"Ольга (менеджер): Здравствуйте!", "Анна: Добрый день", "Анна: Йога"} {
		if !strings.Contains(string(text), part) {
			s.t.Errorf("the file lacks %q", part)
		}
	}
}
