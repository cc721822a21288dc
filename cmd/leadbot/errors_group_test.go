package main

import (
	"strings"
	"time"

	"leadbot/bot/playground"
)

var groupAccounts = []account{
	{
		file:  "07-managers-chat-lost",
		title: "403 kicked, 403 not a member, 400 no rights: the managers' chat is lost",
		rule:  "The owner is told once; the cards are kept, and posted as soon as the bot may write again.",
		scenes: []episode{
			{title: "The bot is thrown out", play: lostManagers("the bot is thrown out", (*playground.Group).Kick)},
			{title: "The bot may not write", play: lostManagers("the bot loses the right to write", (*playground.Group).Mute)},
			{title: "403 not a member, which Telegram did not tell before", play: lostUntold("", 403, "Forbidden: bot is not a member of the supergroup chat")},
			{title: "400 no rights, which Telegram did not tell before", play: lostUntold("sendMessage", 400, "Bad Request: have no rights to send a message")},
		},
	},
	{
		file:  "08-group-moved",
		title: "400 with migrate_to_chat_id: the group became a supergroup",
		rule:  "The new id replaces the setting for good, and what was refused is sent again there.",
		scenes: []episode{
			{title: "The group tells so itself", play: movedAsTold},
			{title: "Only the answer to a card tells it", play: movedByAnswer},
		},
	},
}

// lostManagers: two people ask for a human while the bot is out.
func lostManagers(what string, lose func(*playground.Group)) func(*scene) {
	return func(s *scene) {
		s.does("/start", "[Даю согласие]")
		s.show()
		s.happens("managers", what, func() { lose(s.managers) })
		s.does("/human")
		s.kept()
	}
}

// lostUntold: calls of the method fail; "" stands for all.
func lostUntold(method string, code int, description string) func(*scene) {
	return func(s *scene) {
		s.does("/start", "[Даю согласие]")
		s.show()
		s.managers.Deny("can_manage_topics")
		s.server.Fail(method, -1, playground.Refuse(code, description).In(s.managers.ID()))
		s.does("/human")
		s.kept()
	}
}

// kept: the owners hear once, also after a restart, and the cards of two people
// arrive once the bot is back.
func (s *scene) kept() {
	s.t.Helper()
	boris := s.prospect("Борис")
	boris.says("/start", "[Даю согласие]", "/human")
	time.Sleep(90 * time.Second)
	s.down(time.Minute)
	s.said(s.managers.Chat, "Просит человека", 0)
	s.said(s.boss.Chat, "не доходят до чата менеджеров", 1)
	s.said(s.boss.Chat, "заявка #1", 1)
	s.happens("managers", "the bot is an administrator again", func() {
		s.server.Heal()
		s.managers.Promote()
	})
	time.Sleep(2 * time.Minute)
	s.said(s.managers.Chat, "Просит человека", 2)
	s.said(s.boss.Chat, "не доходят до чата менеджеров", 1)
	s.healthy(true)
}

func movedAsTold(s *scene) {
	s.asks()
	s.show()
	moved := s.managers.Migrate()
	s.meet("managers", moved.Chat)
	s.settle()
	s.does("Вы тут?")
	s.movedTo(moved)
}

// movedByAnswer: Telegram gives no news while the card of a hot lead who fell
// silent comes due.
func movedByAnswer(s *scene) {
	s.does(hot...)
	s.show()
	s.server.Fail("getUpdates", -1, playground.BadGateway)
	time.Sleep(31 * time.Second) // the call that waits for news ends
	moved := s.managers.Migrate()
	s.meet("managers", moved.Chat)
	time.Sleep(10 * time.Minute)
	s.said(moved.Chat, "Горячая заявка", 1)
	s.server.Heal()
	time.Sleep(time.Minute)
	s.movedTo(moved)
}

// movedTo: what comes next goes to the new group, after a restart as well.
func (s *scene) movedTo(moved *playground.Group) {
	s.t.Helper()
	s.managers = moved
	boris := s.prospect("Борис")
	boris.says("/start", "[Даю согласие]", "/human")
	s.down(time.Minute)
	vera := s.prospect("Вера")
	vera.says("/start", "[Даю согласие]", "/human")
	s.taps("Взять")
	s.said(moved.Chat, "Борис", 1)
	s.said(moved.Chat, "Вера", 1)
	s.said(s.boss.Chat, "", 0)
	if all := strings.Join(texts(moved.Chat), "\n"); !strings.Contains(all, "Взял(а) Ольга") {
		s.t.Errorf("the card shows no claim:\n%s", all)
	}
}
