package main

import (
	"time"

	"leadbot/bot/playground"
)

// unclear are the ways in which it stays open whether Telegram did what it was
// asked to. Done says whether it did.
var unclear = []struct {
	title string
	fault playground.Fault
	done  bool
}{
	{"500", playground.ServerError, false},
	{"502 and a web page", playground.BadGateway, false},
	{"200 and something that is not JSON", playground.Fault{HTML: true, Err: &playground.Error{Code: 200, Description: "a web page"}}, false},
	{"No answer in time", playground.Slow(time.Minute), true},
	{"The connection breaks before Telegram did it", playground.DropBefore, false},
	{"The connection breaks after Telegram did it", playground.DropAfter, true},
}

var unclearAccounts = []account{
	{
		file:   "15-unclear-critical",
		title:  "5xx, silence, a broken connection, no JSON: a hot card",
		rule:   "It is sent again. The managers may see it twice, with the same number; they never miss it.",
		scenes: append(each(unclearCard), episode{title: "It does not get through for three minutes", play: cardStuck}),
	},
	{
		file:   "16-unclear-reply",
		title:  "5xx, silence, a broken connection, no JSON: the next question",
		rule:   "It is sent again. Анна may see it twice and is never left without.",
		scenes: append(each(unclearReply), episode{title: "It does not get through for a day", play: replyGivenUp}),
	},
	{
		file:   "17-unclear-once",
		title:  "5xx, silence, a broken connection, no JSON: a reminder, a digest",
		rule:   "It is not sent again: Анна is never reminded twice. The owner is told.",
		scenes: append(each(unclearReminder), onceScenes...),
	},
	{
		file:   "18-unclear-idempotent",
		title:  "5xx, silence, a broken connection, no JSON: a change of a card",
		rule:   "It is tried again until the card shows what is true; doing it twice changes nothing.",
		scenes: each(unclearEdit),
	},
	{
		file:   "19-unclear-ephemeral",
		title:  "5xx, silence, a broken connection, no JSON: the answer to a press",
		rule:   "It is tried once. What was pressed counts all the same.",
		scenes: each(unclearAnswer),
	},
}

// each plays a scene with every unclear fault.
func each(play func(s *scene, f playground.Fault, done bool)) []episode {
	var all []episode
	for _, u := range unclear {
		all = append(all, episode{title: u.title, play: func(s *scene) { play(s, u.fault, u.done) },
			env: map[string]string{"REMIND_AFTER": "5m,24h,72h"}})
	}
	return all
}

// times is how often something is seen that is sent again: twice, when the first
// try was done.
func times(done bool) int {
	if done {
		return 2
	}
	return 1
}

func unclearCard(s *scene, f playground.Fault, done bool) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 1, f.In(s.managers.ID()))
	s.does("/human")
	time.Sleep(time.Minute)
	s.said(s.managers.Chat, "Просит человека", times(done))
	if n := len(s.managers.Topics()); n != 1 {
		s.t.Errorf("%d topics", n)
	}
	s.said(s.boss.Chat, "", 0)
}

func cardStuck(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", -1, playground.ServerError.In(s.managers.ID()))
	s.does("/human")
	time.Sleep(3 * time.Minute)
	s.said(s.boss.Chat, "#1", 1)
	s.healthy(false)
	s.server.Heal()
	time.Sleep(2 * time.Minute)
	s.said(s.managers.Chat, "Просит человека", 1)
	s.said(s.boss.Chat, "#1", 1)
	s.healthy(true)
}

func unclearReply(s *scene, f playground.Fault, done bool) {
	s.does("/start")
	s.show()
	s.server.Fail("sendMessage", 1, f.In(s.anna.ID()))
	s.does("[Даю согласие]")
	time.Sleep(time.Minute)
	s.said(s.anna.Chat, "Вы с ней уже определились?", times(done))
	s.said(s.boss.Chat, "", 0)
}

// replyGivenUp: the reply is a day old when it fails once more.
func replyGivenUp(s *scene) {
	s.does("/start")
	s.show()
	s.server.Fail("sendMessage", -1, playground.ServerError.In(s.anna.ID()))
	s.does("[Даю согласие]")
	s.down(24 * time.Hour)
	time.Sleep(time.Minute)
	s.said(s.boss.Chat, "500", 1)
	s.server.Heal()
	s.does("/start")
	s.said(s.anna.Chat, "Вы с ней уже определились?", 1)
}

func unclearReminder(s *scene, f playground.Fault, done bool) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 1, f.In(s.anna.ID()))
	time.Sleep(7 * time.Minute)
	s.said(s.anna.Chat, "ответы сохранены", times(done)-1)
	s.said(s.boss.Chat, "могло не дойти", 1)
	s.down(time.Minute)
	s.said(s.anna.Chat, "ответы сохранены", times(done)-1)
	s.said(s.boss.Chat, "могло не дойти", 1)
	s.does("[Одна тема]") // whichever message stands last, it can be answered
	s.said(s.anna.Chat, "О чём ваша работа?", 1)
}

var onceScenes = []episode{
	{title: "Telegram cannot be reached at all: that was surely not sent", env: map[string]string{"REMIND_AFTER": "5m,24h,72h"}, play: reminderUnsent},
	{title: "A digest, when the connection breaks", env: map[string]string{"DIGEST_SCHEDULE": "5 12 * * *"}, play: unclearDigest},
}

func reminderUnsent(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	time.Sleep(4 * time.Minute)
	s.happens(telegramPlace, "Telegram cannot be reached", s.server.Down)
	time.Sleep(3 * time.Minute)
	s.healthy(false)
	s.happens(telegramPlace, "Telegram is back", func() {
		if err := s.server.Up(); err != nil {
			s.t.Error(err)
		}
	})
	time.Sleep(2 * time.Minute)
	s.said(s.anna.Chat, "ответы сохранены", 1)
	s.said(s.boss.Chat, "", 0)
	s.healthy(true)
}

func unclearDigest(s *scene) {
	s.server.Fail("sendMessage", 1, playground.DropAfter.In(s.boss.ID()))
	time.Sleep(6 * time.Minute)
	s.down(time.Minute)
	s.said(s.boss.Chat, "Сводка 2000", 1)
	s.said(s.boss.Chat, "могла не дойти", 1)
}

func unclearEdit(s *scene, f playground.Fault, _ bool) {
	s.asks()
	s.show()
	s.server.Fail("editMessageText", 1, f.In(s.managers.ID()))
	s.taps("Взять")
	time.Sleep(time.Minute)
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
	s.said(s.managers.Chat, "Просит человека", 1)
	s.said(s.boss.Chat, "", 0)
}

func unclearAnswer(s *scene, f playground.Fault, _ bool) {
	s.asks()
	s.show()
	s.server.Fail("answerCallbackQuery", 1, f)
	s.taps("Взять")
	time.Sleep(time.Minute)
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
	if n := len(s.server.Requests("answerCallbackQuery")); n != 2 { // with Анна's consent
		s.t.Errorf("%d presses were answered", n)
	}
	s.said(s.boss.Chat, "", 0)
}
