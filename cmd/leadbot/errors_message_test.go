package main

import (
	"time"

	"leadbot/bot/playground"
)

var messageAccounts = []account{
	{
		file:   "09-not-modified",
		title:  "400 message is not modified",
		rule:   "It already looks as it should: that is a success.",
		scenes: []episode{{title: "The answer to the first try is lost, so the bot tries again", play: notModified}},
	},
	{
		file:  "10-message-gone",
		title: "400 message to edit not found",
		rule:  "A card is sent anew, once, and from then on that one is changed. A question that was answered is not.",
		scenes: []episode{
			{title: "A manager deleted the card", play: cardGone},
			{title: "The question in Анна's chat is gone", play: questionGone},
		},
	},
	{
		file:  "11-markup-refused",
		title: "400 can't parse entities: a mistake of the bot's own",
		rule:  "The message goes out at once as plain text; the owner is told, at most once a day.",
		scenes: []episode{
			{title: "In a hot card and in two messages to Анна", play: markupRefused},
			{title: "Plain text is refused as well", play: plainRefused},
		},
	},
	{
		file:  "13-profile-hidden",
		title: "400 BUTTON_USER_PRIVACY_RESTRICTED: the prospect hides the profile",
		rule:  "The card comes without the button to the profile.",
		scenes: []episode{
			{title: "Анна hides her profile", play: profileHidden},
			{title: "The card is refused for it", play: profileRefused},
		},
	},
	{
		file:  "14-chat-not-found",
		title: "400 chat not found",
		rule:  "A message for a chat that does not exist is set aside and the owner is told. The managers' chat may be a wrong setting, so its cards are kept.",
		scenes: []episode{
			{title: "A prospect's chat", play: chatUnknown},
			{title: "The managers' chat: a wrong MANAGERS_CHAT_ID, put right later", play: managersUnknown},
		},
	},
}

func notModified(s *scene) {
	s.asks()
	s.show()
	s.server.Fail("editMessageText", 1, playground.DropAfter.In(s.managers.ID()))
	s.taps("Взять")
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
	s.said(s.managers.Chat, "Просит человека", 1)
	s.said(s.boss.Chat, "", 0)
}

func cardGone(s *scene) {
	s.asks()
	s.show()
	card, _ := s.managers.Last()
	s.happens("managers", "Ольга deletes the card", func() { s.managers.DeleteMessage(card.ID) })
	s.does("[Одна тема]", "Йога")
	s.said(s.managers.Chat, "Просит человека", 1)
	s.taps("Взять")
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
}

func questionGone(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("editMessageText", 1, playground.Refuse(400, "Bad Request: message to edit not found").In(s.anna.ID()))
	s.does("[Одна тема]", "Йога")
	s.said(s.anna.Chat, "Вы с ней уже определились?", 1)
	s.said(s.boss.Chat, "", 0)
}

var unparsable = playground.Refuse(400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 42")

func markupRefused(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 1, unparsable.In(s.managers.ID()))
	s.server.Fail("sendMessage", 1, unparsable.In(s.anna.ID()))
	s.does("/human")
	s.server.Fail("sendMessage", 1, unparsable.In(s.anna.ID()))
	s.does("/status")
	s.said(s.managers.Chat, "Просит человека", 1)
	s.said(s.boss.Chat, "простым текстом", 1)
	s.down(23 * time.Hour)
	s.server.Fail("sendMessage", 1, unparsable.In(s.anna.ID()))
	s.does("/status")
	s.said(s.boss.Chat, "простым текстом", 2)
}

func plainRefused(s *scene) {
	s.whole = true
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 2, unparsable.In(s.managers.ID()))
	s.does("/human")
	s.said(s.managers.Chat, "Просит человека", 0)
	s.said(s.boss.Chat, "#1", 1)
}

func profileHidden(s *scene) {
	s.whole = true
	s.anna.HideProfile()
	s.does("/start", "[Даю согласие]")
	s.show()
	s.does("/human")
	s.said(s.managers.Chat, "Просит человека", 1)
}

func profileRefused(s *scene) {
	s.whole = true
	s.does("/start", "[Даю согласие]")
	s.show()
	s.server.Fail("sendMessage", 1, playground.Refuse(400, "Bad Request: BUTTON_USER_PRIVACY_RESTRICTED").In(s.managers.ID()))
	s.does("/human")
	s.said(s.managers.Chat, "Просит человека", 1)
	s.taps("Взять")
	s.said(s.managers.Chat, "Взял(а) Ольга", 1)
	s.said(s.boss.Chat, "", 0)
}

var noChat = playground.Refuse(400, "Bad Request: chat not found")

func chatUnknown(s *scene) {
	s.does("/start")
	s.show()
	s.server.Fail("sendMessage", 2, noChat.In(s.anna.ID()))
	s.does("[Даю согласие]", "/status", "/help")
	s.said(s.boss.Chat, "chat not found", 1)
}

func managersUnknown(s *scene) {
	right := s.settings["MANAGERS_CHAT_ID"]
	s.settings["MANAGERS_CHAT_ID"] = "-100555"
	s.down(time.Second)
	s.does("/start", "[Даю согласие]")
	s.show()
	s.does("/human")
	s.said(s.boss.Chat, "не доходят до чата менеджеров", 1)
	s.healthy(false)
	s.note(processPlace, "MANAGERS_CHAT_ID is put right")
	s.settings["MANAGERS_CHAT_ID"] = right
	s.down(time.Minute)
	s.said(s.managers.Chat, "Просит человека", 1)
	s.said(s.boss.Chat, "не доходят до чата менеджеров", 1)
	s.healthy(true)
}
