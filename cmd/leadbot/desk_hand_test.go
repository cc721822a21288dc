package main

import "leadbot/bot/playground"

var handAccounts = []account{{
	file:  "01-one-owner",
	title: "Who has the conversation",
	rule:  "One manager at a time, or the bot. Everybody sees who, in the title and on the card.",
	scenes: []episode{
		deskScene("Take, a second tap, a call, back to the bot", takeAndRelease),
		deskScene("From one manager to the next", handOver),
		deskScene("Nobody to hand over to, and strangers", nobodyElse),
	},
}}

func takeAndRelease(s *scene) {
	s.whole = true
	s.does(hot...)
	s.show()
	s.does("[Да]")
	olga, ivan := s.works(s.olga), s.works(s.ivan)
	olga.taps("Взять")
	s.popped("Заявка ваша")
	s.held("Ольга")
	card := find(s, s.managers.Chat, "Горячая заявка")
	ivan.old(card, "Взять", "claim")
	s.popped("Уже взял(а) Ольга")
	s.does("А сколько это стоит?")
	olga.taps("Позвонил")
	olga.taps("Вернуть")
	s.held("queue")
	s.said(s.anna.Chat, "Человек напишет вам", 1)
	s.does("Спасибо!")
	ivan.taps("Взять")
	s.held("Иван")
}

// old presses a button as it was on a message that has changed since.
func (c colleague) old(on playground.Message, label, action string) {
	lead := cardOf(on)
	c.s.note("managers", c.name+" > ["+label+"], though it is not there any more")
	c.PressData(on, button(lead, action))
	c.s.settle()
}

func handOver(s *scene) {
	vera := s.prospect("Вера")
	vera.says("/start", "[Даю согласие]", "/human")
	s.at(s.ivan, "Вера").taps("Взять")
	s.does(append(hot, "[Да]")...)
	olga, ivan := s.works(s.olga), s.works(s.ivan)
	olga.taps("Взять")
	olga.writes("Здравствуйте, Анна! Это Ольга. Сколько групп ведёте сейчас?")
	s.does("Две, по восемь человек.")
	s.show()
	olga.taps("Передать", "Иван · 1")
	s.held("Иван")
	olga.writes("Анна, добрый день!")
	ivan.writes("Анна, это Иван, продолжу вместо Ольги.")
	s.said(s.anna.Chat, "добрый день", 0)
	s.said(s.anna.Chat, "продолжу вместо Ольги", 1)
	olga.taps("Перехватить")
	s.held("Ольга")
	s.said(s.anna.Chat, "Человек напишет", 0) // the client notices no seam
}

func nobodyElse(s *scene) {
	s.asks()
	olga := s.works(s.olga)
	s.show()
	stranger := s.server.Person("Чужой").In(s.managers)
	card := find(s, s.managers.Chat, "Просит человека")
	s.note("managers", "Чужой > [Взять]")
	stranger.PressData(card, button(1, "claim"))
	s.settle()
	s.popped("только у менеджеров")
	s.held("queue")
	olga.taps("Взять", "Передать")
	s.popped("Передать некому")
	s.held("Ольга")
	s.note("managers", "Чужой > [Продажа]")
	stranger.PressData(card, button(1, "won"))
	s.settle()
	s.held("Ольга")
}
