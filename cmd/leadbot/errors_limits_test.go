package main

import (
	"fmt"
	"time"

	"leadbot/bot/playground"
)

var limitAccounts = []account{
	{
		file:  "01-too-many-requests",
		title: "429 with retry_after: too many messages",
		rule:  "The bot waits exactly as long as Telegram says, keeps the order and loses nothing.",
		scenes: []episode{
			{title: "In Анна's chat, and then a server error: the wait was no attempt", play: floodedPerson},
			{title: "When a reminder is due", env: map[string]string{"REMIND_AFTER": "5m,24h,72h"}, play: floodedReminder},
			{title: "In the managers' chat, when a hot card comes", play: floodedManagers},
			{title: "While the bot asks for news", play: floodedPoll},
		},
	},
	{
		file:  "02-token-refused",
		title: "401 to anything, 404 to getMe and getUpdates: the token is not valid",
		rule:  "The bot ends and says why. With a valid token it goes on where it stopped.",
		scenes: []episode{
			{title: "401 to a message", play: refusedToken("sendMessage", playground.Revoked)},
			{title: "401 while the bot asks for news", play: refusedToken("getUpdates", playground.Revoked)},
			{title: "404 while the bot asks for news", play: refusedToken("getUpdates", unknownMethod)},
			{title: "401 at the start", play: refusedAtStart(playground.Revoked)},
			{title: "404 at the start", play: refusedAtStart(unknownMethod)},
		},
	},
	{
		file:  "03-unknown-method",
		title: "404 to any other method: the server does not know what is asked",
		rule:  "What was to be done is set aside and the owner is told; all else goes on.",
		scenes: []episode{
			{title: "To the change of a card", play: unknownEdit},
			{title: "To a message for Анна", play: unknownReply},
			{title: "To the topic of a hot lead", play: unknownTopic},
			{title: "To a hot card", play: unknownCard},
		},
	},
	{
		file:   "04-second-poller",
		title:  "409: another program asks for news with the same token",
		rule:   "The bot tries again, after 5 seconds first and never more than 60; its health says so meanwhile.",
		scenes: []episode{{title: "Five times", play: secondPoller}},
	},
	{
		file:   "20-unreadable-news",
		title:  "200 with news that cannot be read",
		rule:   "What cannot be read is set aside, and whoever sent it is asked to try again. The owner is told, at most once a day. All other news is taken.",
		scenes: []episode{{title: "Two messages of Анна's, and one on the next day", play: unreadableNews}},
	},
}

var unknownMethod = playground.Refuse(404, "Not Found")

// resumed checks that each refused call of the method to the chat is followed by
// the next one after the pause, to the second.
func (s *scene) resumed(method string, chat int64, pauses ...time.Duration) {
	s.t.Helper()
	var refused *playground.Request
	for _, r := range s.server.Requests(method) {
		if r.Chat != chat || r.At.Before(s.since) {
			continue
		}
		if refused != nil && len(pauses) > 0 {
			if took := r.At.Sub(refused.Done); took < pauses[0] || took >= pauses[0]+time.Second {
				s.t.Errorf("%s goes on after %v, want %v", method, took, pauses[0])
			}
			pauses, refused = pauses[1:], nil
		}
		if r.Code >= 400 {
			refused = &r
		}
	}
	if len(pauses) > 0 {
		s.t.Errorf("%s did not go on after %v", method, pauses)
	}
}

func floodedPerson(s *scene) {
	s.does("/start")
	s.show()
	s.server.Fail("sendMessage", 1, playground.Flood(37*time.Second).In(s.anna.ID()))
	s.server.Fail("sendMessage", 1, playground.Flood(7*time.Second).In(s.anna.ID()))
	s.server.Fail("sendMessage", 1, playground.ServerError.In(s.anna.ID()))
	s.does("[Даю согласие]", "/status")
	time.Sleep(time.Minute)
	s.resumed("sendMessage", s.anna.ID(), 37*time.Second, 7*time.Second, time.Second)
	s.said(s.anna.Chat, "Вы с ней уже определились?", 1)
}

func floodedReminder(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 1, playground.Flood(50*time.Second).In(s.anna.ID()))
	time.Sleep(7 * time.Minute)
	s.resumed("sendMessage", s.anna.ID(), 50*time.Second)
	s.said(s.anna.Chat, "ответы сохранены", 1)
	s.said(s.boss.Chat, "", 0)
}

func floodedManagers(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 2, playground.Flood(33*time.Second).In(s.managers.ID()))
	s.does("/human")
	time.Sleep(2 * time.Minute)
	s.resumed("sendMessage", s.managers.ID(), 33*time.Second, 33*time.Second)
	s.said(s.managers.Chat, "Анна", 1)
}

func floodedPoll(s *scene) {
	s.server.Fail("getUpdates", 1, playground.Flood(11*time.Second))
	time.Sleep(30 * time.Second) // the call that waits for news ends
	s.does("/start")
	time.Sleep(10 * time.Second)
	s.resumed("getUpdates", 0, 11*time.Second)
	s.said(s.anna.Chat, "Здравствуйте", 1)
	s.healthy(true)
}

// refusedToken refuses the token at one method while Анна asks for a human.
func refusedToken(method string, fault playground.Fault) func(*scene) {
	return func(s *scene) {
		s.does("/start")
		s.show()
		if method == "getUpdates" {
			fault.Slow = 2 * time.Second // until all else is done
		}
		s.server.Fail(method, 1, fault)
		s.does("[Даю согласие]")
		s.dies()
		s.does("/human")
		s.again(time.Minute)
		s.said(s.anna.Chat, "Вы с ней уже определились?", 2) // the second time below the next
		s.said(s.anna.Chat, "Зову человека", 1)
		s.said(s.managers.Chat, "Просит человека", 1)
	}
}

func refusedAtStart(fault playground.Fault) func(*scene) {
	return func(s *scene) {
		s.stop()
		s.server.Fail("getMe", 1, fault)
		s.start()
		s.settle()
		s.dies()
		s.does("/start")
		s.again(time.Minute)
		s.said(s.anna.Chat, "Здравствуйте", 1)
	}
}

func unknownEdit(s *scene) {
	s.asks()
	s.show()
	s.server.Fail("editMessageText", 1, unknownMethod.In(s.managers.ID()))
	s.taps("Взять")
	s.does("Когда позвоните?")
	s.said(s.boss.Chat, "Not Found", 1)
	s.said(s.managers.Chat, "Когда позвоните?", 1)
}

func unknownReply(s *scene) {
	s.does("/start")
	s.show()
	s.server.Fail("sendMessage", 1, unknownMethod.In(s.anna.ID()))
	s.does("[Даю согласие]", "/status")
	s.said(s.boss.Chat, "Not Found", 1)
}

func unknownTopic(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("createForumTopic", 1, unknownMethod)
	s.does("/human")
	s.said(s.managers.Chat, "Анна", 1)
	s.said(s.boss.Chat, "не принял карточку", 0)
}

func unknownCard(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 1, unknownMethod.In(s.managers.ID()))
	s.does("/human")
	s.said(s.boss.Chat, "#1", 1)
}

// secondPoller: the pauses are 5, 10, 20, 40 and 60 seconds.
func secondPoller(s *scene) {
	s.server.Fail("getUpdates", 5, playground.OtherPoll)
	time.Sleep(30 * time.Second) // the call that waits for news ends
	s.does("/start")
	s.healthy(false)
	time.Sleep(3 * time.Minute)
	s.resumed("getUpdates", 0, 5*time.Second, 10*time.Second, 20*time.Second, 40*time.Second, time.Minute)
	s.said(s.anna.Chat, "Здравствуйте", 1)
	s.healthy(true)
}

func unreadableNews(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	for _, pause := range []time.Duration{0, time.Second, 23 * time.Hour} {
		if pause > time.Minute {
			s.down(pause)
		}
		s.happens("Анна", "a message of Анна's comes that makes no sense", func() {
			news := fmt.Sprintf(`{"message_id":"one","date":1,"chat":{"id":%d,"type":"private"},"from":{"id":%[1]d}}`, s.anna.ID())
			if err := s.server.Inject("message", news); err != nil {
				s.t.Error(err)
			}
		})
		s.does("/status")
	}
	s.said(s.anna.Chat, "Пройдено 0 из", 3)
	s.said(s.anna.Chat, "Попробуйте, пожалуйста, ещё раз", 3)
	s.said(s.boss.Chat, "не смог обработать", 2)
	s.healthy(true)
}
