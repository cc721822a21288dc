package main

import (
	"time"

	"leadbot/bot/playground"
)

var deskTroubleAccounts = []account{{
	file:  "04-client-gone",
	title: "The client cannot be reached, or does not want to be",
	rule:  "👎 and a line say that a message did not go out, and why.",
	scenes: []episode{
		deskScene("Blocked: the answer to a message tells it", blockedUntold),
		deskScene("Blocked, and Telegram tells it; back again", blockedTold),
		deskScene("/stop in the middle of the talk, and back", stopped),
		deskScene("Telegram does not take one message", refusedOne),
	},
}, {
	file:  "05-chat-in-trouble",
	title: "The managers' chat changes in the middle of a talk",
	rule:  "Every message arrives, or is marked and told; the owner hears when the chat is lost.",
	scenes: []episode{
		deskScene("The topic is deleted", topicLost),
		deskScene("The topic is closed", topicShut),
		deskScene("The group moves to another id", groupMoves).plain(),
		deskScene("The bot is thrown out and comes back", thrownOut),
		deskScene("The bot may not write, nobody said so", muted),
	},
}}

func blockedUntold(s *scene) {
	olga, _ := s.taken()
	olga.says("Здравствуйте, это Ольга.")
	s.happens("Анна", "deletes her account: Telegram tells nobody", s.anna.Deactivate)
	olga.says("Вы тут?")
	s.liked("Вы тут?", "👎")
	olga.says("Анна?")
	s.liked("Анна?", "👎")
	if l := s.lead(s.anna.Person); !l.Blocked {
		s.t.Error("the lead is not blocked")
	}
	s.said(s.managers.Chat, "больше не доходят", 2)
}

func blockedTold(s *scene) {
	olga, _ := s.taken()
	olga.says("Здравствуйте, это Ольга.")
	s.happens("Анна", "blocks the bot", s.anna.Block)
	olga.says("Вы тут?")
	s.liked("Вы тут?", "👎")
	s.happens("Анна", "unblocks the bot", s.anna.Unblock)
	olga.says("С возвращением!")
	s.liked("С возвращением!", "👍")
	s.said(s.anna.Chat, "С возвращением!", 1)
	s.said(s.anna.Chat, "Вы тут?", 0)
	s.held("Ольга")
}

func stopped(s *scene) {
	olga, _ := s.taken()
	olga.says("Здравствуйте, это Ольга.")
	s.does("/stop")
	olga.says("Один вопрос!")
	s.liked("Один вопрос!", "👎")
	s.said(s.anna.Chat, "Один вопрос!", 0)
	s.does("Передумала, пишите")
	olga.says("Рада вас видеть!")
	s.said(s.managers.Chat, "Передумала, пишите", 1)
	s.liked("Рада вас видеть!", "👍")
	s.said(s.anna.Chat, "Рада вас видеть!", 1)
}

func refusedOne(s *scene) {
	olga, _ := s.taken()
	s.server.Fail("sendMessage", 1, playground.Refuse(400, "Bad Request: message is too strange").In(s.anna.ID()))
	olga.says("Здравствуйте!")
	s.liked("Здравствуйте!", "👎")
	s.server.Fail("copyMessage", 1, playground.Refuse(400, "Bad Request: message can't be copied").In(s.anna.ID()))
	s.sends(func() { olga.SendPhoto("Афиша") })
	s.liked("Афиша", "👎")
	s.server.Fail("copyMessage", 1, playground.Refuse(400, "Bad Request: message can't be copied").In(s.managers.ID()))
	s.sends(func() { s.anna.SendPhoto("Моя школа") })
	s.said(s.managers.Chat, "показать не может", 1)
	olga.says("Так дойдёт?")
	s.liked("Так дойдёт?", "👍")
	s.server.Fail("sendMessage", 1, playground.Flood(20*time.Second).In(s.anna.ID()))
	olga.says("И так?")
	time.Sleep(20 * time.Second)
	s.liked("И так?", "👍")
	s.said(s.anna.Chat, "И так?", 1)
}

func topicLost(s *scene) {
	olga, _ := s.taken()
	olga.says("Здравствуйте, это Ольга.")
	s.does("Сколько стоит?")
	s.happens("managers", "Ольга deletes the topic", func() { s.managers.DeleteTopic(s.topic().ID) })
	s.does("И когда начнём?")
	s.sends(func() { s.anna.SendPhoto("Моя афиша") })
	olga = s.works(s.olga)
	olga.says("Со среды.")
	s.said(s.managers.Chat, "И когда начнём?", 1)
	s.said(s.anna.Chat, "Со среды.", 1)
	s.liked("Со среды.", "👍")
	s.held("Ольга")
	if last := find(s, s.managers.Chat, "Моя афиша"); last.Thread != olga.thread || last.Photo == nil {
		s.t.Error("the photo is not in the new topic")
	}
	s.said(s.boss.Chat, "", 0)
}

func topicShut(s *scene) {
	olga, _ := s.taken()
	olga.says("Здравствуйте, это Ольга.")
	s.happens("managers", "Ольга closes the topic", func() { s.managers.CloseTopic(s.topic().ID) })
	s.server.Fail("copyMessage", 1, playground.Refuse(400, "Bad Request: TOPIC_CLOSED").In(s.managers.ID()))
	s.sends(func() { s.anna.SendPhoto("Моя афиша") })
	s.does("Сколько стоит?")
	olga.says("35 000 ₽.")
	s.said(s.managers.Chat, "Сколько стоит?", 1)
	s.said(s.anna.Chat, "35 000", 1)
	find(s, s.managers.Chat, "Моя афиша")
	if n := len(s.managers.Topics()); n != 1 {
		s.t.Errorf("%d topics", n)
	}
}

func groupMoves(s *scene) {
	olga, _ := s.taken()
	olga.says("Здравствуйте, это Ольга.")
	s.does("Сколько стоит?")
	moved := s.managers.Migrate()
	s.meet("managers", moved.Chat)
	s.managers = moved
	s.settle()
	s.does("И когда начнём?")
	find(s, moved.Chat, "И когда начнём?")
	olga = s.works(s.olga)
	olga.answers("И когда начнём?", "Со среды.")
	s.said(s.anna.Chat, "Со среды.", 1)
	s.liked("Со среды.", "👍")
	s.does("Хорошо")
	for range 12 { // their messages count from one again
		olga.answers("Хорошо", "И ещё.")
		s.liked("И ещё.", "👍")
	}
	s.said(s.anna.Chat, "И ещё.", 12)
	s.held("Ольга")
	s.said(s.boss.Chat, "", 0)
}

func thrownOut(s *scene) {
	olga, _ := s.taken()
	olga.says("Здравствуйте, это Ольга.")
	s.happens("managers", "the bot is thrown out", s.managers.Kick)
	s.does("Сколько стоит?")
	s.sends(func() { s.anna.SendPhoto("Моя афиша") })
	s.said(s.boss.Chat, "не доходят до чата менеджеров", 1)
	s.happens("managers", "the bot is an administrator again", s.managers.Promote)
	time.Sleep(2 * time.Minute)
	s.said(s.managers.Chat, "Сколько стоит?", 1)
	find(s, s.managers.Chat, "Моя афиша")
	olga.says("35 000 ₽.")
	s.said(s.anna.Chat, "35 000", 1)
	s.held("Ольга")
}

func muted(s *scene) {
	olga, _ := s.taken()
	s.note("managers", "! every call into the chat is refused")
	s.server.Fail("", -1, playground.Refuse(400, "Bad Request: have no rights to send a message").In(s.managers.ID()))
	s.does("Сколько стоит?")
	olga.says("35 000 ₽.")
	s.said(s.anna.Chat, "35 000", 1)
	s.said(s.boss.Chat, "не доходят до чата менеджеров", 1)
	s.happens("managers", "the calls are taken again", s.server.Heal)
	time.Sleep(2 * time.Minute)
	s.said(s.managers.Chat, "Сколько стоит?", 1)
	s.liked("35 000 ₽.", "👍")
}
