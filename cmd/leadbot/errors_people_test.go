package main

import (
	"fmt"
	"strconv"
	"time"

	"leadbot/bot/playground"
)

var peopleAccounts = []account{
	{
		file:  "05-person-gone",
		title: "403 blocked by the user, 403 deactivated: the prospect cannot be reached",
		rule:  "Whatever the bot would begin by itself is cancelled, and the managers learn of it once. Who comes back goes on.",
		scenes: []episode{
			{title: "Анна blocks the bot, and comes back", play: blockedAndBack},
			{title: "403 blocked before Telegram tells of it", play: unreachable("bot was blocked by the user")},
			{title: "403 deactivated", play: unreachable("user is deactivated")},
			{title: "Deactivated in the middle of the questions: no reminder is tried twice", play: goneWhileAsked},
		},
	},
	{
		file:   "06-owner-never-started",
		title:  "403 can't initiate conversation: an owner never pressed Start",
		rule:   "The managers read who should press Start, once a day. The other owners get theirs.",
		scenes: []episode{{title: "A second owner, Глеб", play: ownerNeverStarted}},
	},
}

func blockedAndBack(s *scene) {
	s.asks()
	s.show()
	s.happens("Анна", "Анна blocks the bot", s.anna.Block)
	s.said(s.managers.Chat, "бот заблокирован", 1)
	s.down(100 * time.Hour)
	s.said(s.anna.Chat, "Анкета", 0)
	s.does("/start")
	s.said(s.managers.Chat, "бот заблокирован", 1)
	if len(s.failures("sendMessage", "editMessageText")) > 0 {
		s.t.Error("the bot wrote to somebody who blocked it")
	}
}

// unreachable: two messages and a change meet a chat that is closed; the managers
// learn of it once.
func unreachable(why string) func(*scene) {
	return func(s *scene) {
		s.asks()
		s.show()
		closed := playground.Refuse(403, "Forbidden: "+why).In(s.anna.ID())
		s.server.Fail("sendMessage", 1, closed)
		s.server.Fail("editMessageText", 1, closed)
		s.does("[Одна тема]")
		s.server.Heal()
		s.said(s.managers.Chat, "бот заблокирован", 1)
		s.does("/status")
		s.said(s.managers.Chat, "бот заблокирован", 1)
		s.said(s.boss.Chat, "", 0)
	}
}

func goneWhileAsked(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.happens("Анна", "Анна's account is deleted; Telegram does not tell the bot", s.anna.Deactivate)
	for range 4 {
		s.down(25 * time.Hour)
	}
	if n := len(s.failures("sendMessage")); n != 1 {
		s.t.Errorf("%d reminders were tried", n)
	}
}

// ownerNeverStarted: on each of two days the owners are to hear that Telegram did
// not take something.
func ownerNeverStarted(s *scene) {
	gleb := s.server.Person("Глеб")
	s.meet("Глеб", gleb.Chat)
	s.settings["OWNER_IDS"] = fmt.Sprint(s.boss.ID(), ",", gleb.ID())
	s.down(time.Second)
	s.asks()
	s.show()
	for range 2 {
		s.server.Fail("sendMessage", 2, unknownMethod.In(s.anna.ID()))
		s.does("/status", "/status")
		s.down(23 * time.Hour)
	}
	s.said(s.managers.Chat, strconv.FormatInt(gleb.ID(), 10), 2)
	s.said(s.boss.Chat, "Not Found", 2)
	s.happens("Глеб", "Глеб presses Start", func() { gleb.Start("") })
	s.server.Fail("sendMessage", 1, unknownMethod.In(s.anna.ID()))
	s.does("/status")
	s.said(gleb.Chat, "Not Found", 1)
	s.said(s.managers.Chat, strconv.FormatInt(gleb.ID(), 10), 2)
}
