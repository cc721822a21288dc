package main

import (
	"time"

	"leadbot/bot/playground"
)

var topicAccounts = []account{
	{
		file:  "12-topic-gone",
		title: "400 topic closed, thread not found, topic deleted: a lead's topic does not take messages",
		rule:  "A closed topic is opened again. For one that is gone the lead gets another, with the card in it. Where none can be made, all goes to the general one.",
		scenes: []episode{
			{title: "A manager closed the topic", play: topicClosed},
			{title: "A manager deleted the topic", play: topicDeleted},
			{title: "A manager deleted the topic, and Telegram says it in another way", play: topicDeletedOtherwise},
			{title: "A topic is gone before the hot card stands in it", play: topicGoneEarly},
			{title: "No other topic can be made", play: topicForbidden},
			{title: "The group has no topics any more", play: topicsOff},
		},
	},
}

// topic is the newest topic of the managers' chat.
func (s *scene) topic() playground.Topic {
	s.t.Helper()
	topics := s.managers.Topics()
	if len(topics) == 0 {
		s.t.Fatal("there is no topic")
	}
	return topics[len(topics)-1]
}

// claimed lets Ольга take Анна's lead, so that what Анна writes reaches the topic.
func (s *scene) claimed() {
	s.t.Helper()
	s.asks()
	s.taps("Взять")
	s.show()
}

func topicClosed(s *scene) {
	s.claimed()
	s.happens("managers", "Ольга closes the topic", func() { s.managers.CloseTopic(s.topic().ID) })
	s.server.Fail("sendMessage", 1, playground.Refuse(400, "Bad Request: TOPIC_CLOSED").In(s.managers.ID()))
	s.does("Когда позвоните?")
	s.said(s.managers.Chat, "Когда позвоните?", 1)
	if t := s.topic(); t.Closed || len(s.managers.Topics()) != 1 {
		s.t.Errorf("the topics: %+v", s.managers.Topics())
	}
	s.said(s.boss.Chat, "", 0)
}

func topicDeleted(s *scene) {
	s.claimed()
	s.happens("managers", "Ольга deletes the topic", func() { s.managers.DeleteTopic(s.topic().ID) })
	s.follows()
	if t := s.topic(); t.Deleted || len(s.managers.Topics()) != 2 {
		s.t.Errorf("the topics: %+v", s.managers.Topics())
	}
}

// follows: the card and what Анна writes stand in the managers' chat, and the
// card's buttons work.
func (s *scene) follows() {
	s.t.Helper()
	s.does("Когда позвоните?", "Жду.")
	s.said(s.managers.Chat, "Когда позвоните?", 1)
	s.said(s.managers.Chat, "Жду.", 1)
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
	s.taps("Позвонил")
	time.Sleep(time.Minute)
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
	s.said(s.boss.Chat, "", 0)
}

func topicDeletedOtherwise(s *scene) {
	s.claimed()
	s.server.Fail("sendMessage", 1, playground.Refuse(400, "Bad Request: TOPIC_DELETED").In(s.managers.ID()))
	s.happens("managers", "Ольга deletes the topic", func() { s.managers.DeleteTopic(s.topic().ID) })
	s.follows()
}

func topicGoneEarly(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 1, playground.Refuse(400, "Bad Request: message thread not found").In(s.managers.ID()))
	s.does("/human")
	s.said(s.managers.Chat, "Просит человека", 1)
	if card, _ := s.managers.Last(); card.Thread != s.topic().ID || card.Silent {
		s.t.Errorf("the card stands in topic %d, silent %t", card.Thread, card.Silent)
	}
	s.taps("Взять")
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
	s.said(s.boss.Chat, "", 0)
}

func topicForbidden(s *scene) {
	s.claimed()
	s.happens("managers", "Ольга deletes the topic, and the bot may not open topics", func() {
		s.managers.DeleteTopic(s.topic().ID)
		s.managers.Deny("can_manage_topics")
	})
	s.follows()
}

func topicsOff(s *scene) {
	s.claimed()
	s.happens("managers", "Ольга turns the topics off, which deletes them", func() {
		s.managers.DeleteTopic(s.topic().ID)
		s.managers.SetForum(false)
	})
	s.follows()
}
