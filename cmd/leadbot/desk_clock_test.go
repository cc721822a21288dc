package main

import (
	"time"
)

var clockAccounts = []account{{
	file:  "06-clock",
	title: "The clock by day",
	rule:  "A hot lead: the group after 5 minutes, the heads after 15, the owner after 30, and the client is told. A word to the client stops it.",
	scenes: []episode{
		deskScene("Nobody comes: the heads, the owner, an apology with two times", nobodyComes).with("HEAD_IDS", "1000003"),
		deskScene("Another time; without heads the group is told", anotherTime),
		deskScene("Taken and silent: reminded, free again, taken by the next", takenAndSilent),
		deskScene("A warm lead: four working hours, and eight", warmLead).with("WORKING_HOURS", "Mon-Fri 10:00-21:00"),
		deskScene("Put off, and reminded at the time", putOff),
	},
}, {
	file:  "07-night",
	title: "The clock by night and over a weekend",
	rule:  "Cards come without a sound, the client is told the exact time and not woken; when work begins there is one list.",
	scenes: []episode{
		deskScene("A Sunday evening, and the night to Monday", weekend).from(6, 22, 0),
	},
}}

func nobodyComes(s *scene) {
	s.does(append(hot, "[Да]")...)
	s.show()
	time.Sleep(4 * time.Minute)
	s.said(s.managers.Chat, "Пора ответить", 0)
	time.Sleep(26 * time.Minute)
	s.said(s.managers.Chat, "Пора ответить", 1)
	s.said(s.managers.Chat, "руководитель", 1)
	s.said(s.boss.Chat, "никто не ответил", 1)
	s.said(s.anna.Chat, "простите нас", 1)
	s.settle()
	labels := find(s, s.anna.Chat, "простите нас").Labels()
	s.does("[" + labels[0] + "]")
	s.does("Хорошо, жду")
	s.said(s.managers.Chat, "ждёт звонка", 1)
	s.works(s.olga).taps("Взять")
	s.until("Mon 14:05")
	s.works(s.olga).taps("Позвонил")
	s.until("Mon 15:00")
	s.said(s.managers.Chat, "клиент ждёт", 1)
	s.said(s.boss.Chat, "никто не ответил", 1)
}

func anotherTime(s *scene) {
	s.asks()
	s.show()
	time.Sleep(31 * time.Minute)
	s.does("[Другое время]", "Завтра после 15:00")
	s.said(s.managers.Chat, "Завтра после 15:00", 1)
	s.said(s.managers.Chat, "Этим клиентам ещё никто", 1)
	s.does("И вечером можно")
	s.until("Mon 14:00")
	s.said(s.boss.Chat, "никто не ответил", 1)
	s.said(s.anna.Chat, "простите нас", 1)
	s.works(s.ivan).taps("Взять")
	s.works(s.ivan).says("Анна, простите. В 15:00 позвоню.")
	s.said(s.anna.Chat, "В 15:00 позвоню", 1)
}

func takenAndSilent(s *scene) {
	s.does(append(hot, "[Да]")...)
	s.works(s.olga).taps("Взять")
	s.show()
	time.Sleep(40 * time.Minute)
	s.said(s.managers.Chat, "клиент ждёт", 1)
	s.held("Ольга")
	time.Sleep(10 * time.Minute)
	s.held("queue")
	s.said(s.managers.Chat, "снова свободна", 1)
	s.said(s.anna.Chat, "С вами снова", 1)
	s.works(s.ivan).taps("Взять")
	s.works(s.ivan).says("Анна, здравствуйте!")
	s.until("Mon 14:00")
	s.held("Иван")
	s.said(s.managers.Chat, "клиент ждёт", 1)
}

// warm is a conversation that ends warm, up to the review.
var warm = []string{
	"/start vk", "[Даю согласие]", "[Одна тема]", "Йога", "[Готов и продаётся]", "[Есть]", "[От 1 до 5]",
	"[Группа]", "[Онлайн]", "[Вживую]", "[5 000–20 000 ₽]", "[Через 1–3 месяца]", "[Для меня это ново]", "[20 000–50 000 ₽]",
	"[Только я]", "[Лучше переписка]", "[Сразу надолго]", "Чтобы не заниматься рекламой",
}

func warmLead(s *scene) {
	s.does(warm...)
	s.show()
	s.does("[Да]")
	s.off(15, 55)
	s.until("Mon 16:00")
	s.said(s.managers.Chat, "Пора ответить", 0)
	s.until("Mon 16:05")
	s.said(s.managers.Chat, "Пора ответить", 1)
	s.off(19, 55)
	s.until("Mon 20:00")
	s.said(s.boss.Chat, "никто не ответил", 0)
	s.said(s.anna.Chat, "простите нас", 0)
	s.until("Mon 20:05")
	s.said(s.boss.Chat, "никто не ответил", 1)
	s.said(s.anna.Chat, "простите нас", 1)
}

// off keeps the bot switched off until a time of the day: the clock hangs on
// nothing that a restart forgets.
func (s *scene) off(hour, minute int) {
	s.t.Helper()
	now := time.Now().In(moscow)
	s.down(time.Date(now.Year(), now.Month(), now.Day(), hour, minute, 0, 0, moscow).Sub(now))
}

func putOff(s *scene) {
	olga, _ := s.taken()
	olga.taps("Позже", "Через час")
	s.until("Mon 12:55")
	s.said(s.managers.Chat, "вы отложили", 0)
	s.until("Mon 13:05")
	s.said(s.managers.Chat, "вы отложили", 1)
	olga.taps("Позже", "Через 3 часа")
	s.off(15, 55)
	s.until("Mon 16:00")
	s.said(s.managers.Chat, "вы отложили", 1)
	s.until("Mon 16:07")
	s.said(s.managers.Chat, "вы отложили", 2)
	s.held("Ольга")
	s.until("Mon 16:25")
	s.held("queue")
}

func weekend(s *scene) {
	s.does(hot...)
	s.show()
	s.does("[Да]")
	s.said(s.anna.Chat, "завтра до 10:15", 1)
	vera := s.prospect("Вера")
	s.meet("Вера", vera.Chat)
	s.until("Mon 00:30")
	vera.says("/start", "[Даю согласие]", "/human")
	s.said(vera.Chat, "сегодня до 10:15", 1)
	for _, m := range s.managers.Said() {
		if !m.Silent {
			s.t.Errorf("it sounds by night: %s", m.Text)
		}
	}
	s.does("Когда ответите?")
	s.off(8, 50)
	s.until("Mon 09:59")
	s.said(s.managers.Chat, "Пришли в нерабочее время", 0)
	s.said(s.anna.Chat, "простите", 0)
	s.until("Mon 10:01")
	list := find(s, s.managers.Chat, "Пришли в нерабочее время")
	if n := len(list.Labels()); n != 2 || list.Silent {
		s.t.Errorf("the list: %d links, silent %t", n, list.Silent)
	}
	s.works(s.olga).taps("Взять")
	s.works(s.olga).says("Анна, доброе утро!")
	s.until("Mon 11:00")
	s.said(s.managers.Chat, "Пришли в нерабочее время", 1)
	s.said(s.anna.Chat, "простите", 0)
	s.said(vera.Chat, "простите", 1)
}
