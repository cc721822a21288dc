package main

import (
	"strings"
	"time"

	"leadbot/bot/playground"
)

var relayAccounts = []account{{
	file:  "02-relay",
	title: "Both ways through the topic",
	rule:  "What the client writes stands in the topic; what whoever has the client writes there reaches the client. 👍 says that it did.",
	scenes: []episode{
		deskScene("Words: answers, corrections, notes, deletions", words),
		deskScene("Everything that is no text", things),
		deskScene("Who may not speak: before a claim, without one, after the end", wordsInside),
	},
}, {
	file:  "03-relay-without-topics",
	title: "The same in a group without topics",
	rule:  "Everything is a reply to the card, and a reply to it, or to what the client wrote, reaches the client.",
	scenes: []episode{
		deskScene("Words: answers, corrections, notes, deletions", words).plain(),
		deskScene("Everything that is no text", things).plain(),
		deskScene("Who may not speak: before a claim, without one, after the end", wordsInside).plain(),
	},
}}

// taken begins a scene with Анна's lead in Ольга's hands.
func (s *scene) taken() (olga, ivan colleague) {
	s.t.Helper()
	s.asks()
	s.works(s.olga).taps("Взять")
	s.show()
	return s.works(s.olga), s.works(s.ivan)
}

// card is the newest card.
func (s *scene) card() playground.Message {
	return find(s, s.managers.Chat, "Просит человека")
}

// says writes so that it goes to the client: in the topic, or to the card.
func (c colleague) says(line string) playground.Message {
	m := c.speaking().Send(line)
	c.s.settle()
	return m
}

// speaking is the manager where the client hears.
func (c colleague) speaking() playground.Member {
	if c.thread != 0 {
		return c.Member
	}
	return c.Quoting(c.s.card())
}

func words(s *scene) {
	olga, ivan := s.taken()
	hello := olga.says("Здравствуйте! Чем помочь?")
	s.does("Сколько стоит <b>реклама</b>?")
	olga.answers("Сколько стоит", "От 35 000 ₽ в месяц.")
	heard := find(s, s.anna.Chat, "От 35 000")
	if heard.ReplyTo == nil || heard.ReplyTo.Text != "Сколько стоит <b>реклама</b>?" {
		s.t.Errorf("the answer quotes %+v", heard.ReplyTo)
	}
	s.sends(func() { s.anna.Reply(heard, "Дорого") })
	olga.answers("От 35 000", "Это с настройкой.")
	s.sends(func() { must(olga.Edit(hello, "Здравствуйте, Анна! Чем помочь?"))(s.t) })
	s.sends(func() { must(s.anna.Edit(find(s, s.anna.Chat, "Дорого"), "Дороговато"))(s.t) })
	olga.says("// торгуется, не уступаем")
	line := ivan.says("Я бы дал скидку")
	s.sends(func() { must(ivan.Edit(line, "Я бы дал скидку 10 %"))(s.t) })
	gone := olga.says("Ой, это не вам")
	s.sends(func() { olga.Reply(gone, "/del") })
	s.sends(func() { ivan.Reply(hello, "/del") })
	s.said(s.anna.Chat, "Здравствуйте, Анна! Чем помочь?", 1)
	s.said(s.anna.Chat, "торгуется", 0)
	s.said(s.anna.Chat, "скидку", 0)
	s.said(s.anna.Chat, "Ой", 0)
	s.said(s.managers.Chat, "Дороговато", 1)
	s.liked("Здравствуйте, Анна", "👍")
	s.liked("Я бы дал", "")
	s.liked("// торгуется", "")
}

// liked checks the bot's emoji on a message in the managers' chat.
func (s *scene) liked(part, want string) {
	s.t.Helper()
	all := s.managers.Messages()
	for i := len(all) - 1; i >= 0; i-- {
		if m := all[i]; !m.ByBot() && strings.Contains(shown(m), part) {
			if m.Reaction != want {
				s.t.Errorf("%s has the emoji %q, want %q", begin(m), m.Reaction, want)
			}
			return
		}
	}
	s.t.Errorf("nobody said %q", part)
}

// things are sent from one side to the other and back.
func things(s *scene) {
	olga, _ := s.taken()
	count := func(c *playground.Chat) int { return len(c.Said()) }
	managers, anna := count(s.managers.Chat), count(s.anna.Chat)
	all := func(m func() playground.Member) {
		for _, send := range []func(){
			func() { m().SendPhoto("Афиша") },
			func() { m().SendPhoto("") },
			func() { m().SendDocument("план.pdf", "") },
			func() { m().SendVoice(12 * time.Second) },
			func() { m().SendVideoNote(7 * time.Second) },
			func() { m().SendVideo(9*time.Second, "Зал") },
			func() { m().SendSticker("👋") },
			func() { m().SendStrangersContact("+79001234567", "Пётр") },
			func() { m().SendLocation(55.75, 37.62) },
			func() { m().SendAlbum("Было", "", "Стало") },
		} {
			send()
			s.settle()
		}
	}
	all(func() playground.Member { return s.anna.Member })
	if n := count(s.managers.Chat) - managers; n != 13 { // the captions of the album apart
		s.t.Errorf("the managers got %d of 13 messages", n)
	}
	all(olga.speaking)
	if n := count(s.anna.Chat) - anna; n != 12 {
		s.t.Errorf("Анна got %d of 12 messages", n)
	}
	s.sends(func() { must(olga.Edit(find(s, s.managers.Chat, "{video} Зал"), "Малый зал"))(s.t) })
	poster := s.anna.SendPhoto("Вот афиша")
	s.settle()
	s.sends(func() { must(s.anna.Edit(poster, "Вот новая афиша"))(s.t) })
	olga.answers("Вот новая афиша", "Красиво!")
	s.said(s.anna.Chat, "", count(s.anna.Chat)) // nothing was taken back
}

func wordsInside(s *scene) {
	s.asks()
	s.show()
	olga, ivan := s.works(s.olga), s.works(s.ivan)
	olga.says("Хочу спросить")
	olga.says("Есть кто?")
	s.said(s.managers.Chat, "заявку никто не взял", 1)
	olga.taps("Взять")
	ivan.says("Это мой знакомый")
	olga.says("Здравствуйте, это Ольга.")
	s.liked("Это мой знакомый", "")
	olga.taps("Вернуть")
	olga.says("Ещё вопрос")
	s.said(s.managers.Chat, "заявку никто не взял", 2)
	ivan.taps("Взять", "Отказ", "Не сейчас")
	s.held("closed")
	ivan.says("Вдогонку")
	s.said(s.managers.Chat, "заявка закрыта", 1)
	for _, inside := range []string{"Хочу спросить", "Есть кто", "знакомый", "Ещё вопрос", "Вдогонку"} {
		s.said(s.anna.Chat, inside, 0)
	}
	s.said(s.anna.Chat, "это Ольга", 1)
	s.does("Я передумала, давайте начнём")
}
