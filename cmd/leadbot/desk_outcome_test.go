package main

import (
	"strings"

	"leadbot/dialog"
	"leadbot/qualify"
)

var outcomeAccounts = []account{{
	file:  "08-outcomes",
	title: "How cases end",
	rule:  "Buttons first, words second; every end is recorded with who and when, and can be taken back.",
	scenes: []episode{
		deskScene("A sale, the amount by a button; the client comes back and buys again", soldTwice),
		deskScene("A loss with a reason in words, reopened; not ours with a reason by a button", lostAndReopened),
	},
}, {
	file:  "09-labels",
	title: "Remarks and labels from «Ещё»",
	rule:  "The score and the title change at once, the reason is asked for, the card shows who changed what.",
	scenes: []episode{
		deskScene("A remark, a label with a reason, both taken back", labels),
	},
}}

func soldTwice(s *scene) {
	s.does(append(hot, "[Да]")...)
	olga := s.works(s.olga)
	olga.taps("Взять")
	olga.says("Здравствуйте!")
	s.show()
	olga.taps("Продажа", "50\u00a0000 ₽")
	s.held("closed")
	olga.answers("Сумма продажи", "много")
	s.said(s.managers.Chat, "Сумма не записана", 1)
	olga.answers("Сумма продажи", "55 тыс.")
	s.does("Спасибо за всё!")
	s.does("/start")
	s.does("[Всё так же]")
	olga = s.works(s.olga)
	olga.taps("Взять")
	olga.taps("Продажа")
	olga.answers("Сумма продажи", "35 000")
	l := s.lead(s.anna.Person)
	if len(l.Deals) != 2 || l.Deals[0].Amount != 55000 || l.Deals[1].Amount != 35000 || l.Deals[0].By != s.olga.ID() {
		s.t.Errorf("the deals: %+v", l.Deals)
	}
	out := s.export()
	for _, part := range []string{`"stage":"won"`, `"outcome":"won"`, `"lifecycle":"regular"`, `"amount":35000`} {
		if !strings.Contains(out, part) {
			s.t.Errorf("the export lacks %s: %s", part, out)
		}
	}
}

// export is what the command writes of all leads.
func (s *scene) export() string {
	s.t.Helper()
	var out strings.Builder
	lookup := func(name string) (string, bool) { v, ok := s.settings[name]; return v, ok }
	if err := (exportCommand{Format: "jsonl"}).Run(s.t.Context(), console{out: &out, lookup: lookup}); err != nil {
		s.t.Fatal(err)
	}
	return out.String()
}

func lostAndReopened(s *scene) {
	olga, ivan := s.taken()
	olga.taps("Отказ")
	olga.answers("Почему отказ", "Уехала на год")
	l := s.lead(s.anna.Person)
	if l.Stage != dialog.StageLost || l.Closing == nil || l.Closing.Reason != "Уехала на год" || l.Closing.By != s.olga.ID() {
		s.t.Errorf("stage %s, closing %+v", l.Stage, l.Closing)
	}
	ivan.taps("Вернуть в работу")
	s.held("Иван")
	ivan.taps("Не наш", "Нет бюджета")
	s.held("closed")
	olga.old(s.card(), "Продажа", "won")
	s.popped("закрыта")
	l = s.lead(s.anna.Person)
	if l.Stage != dialog.StageRejected || l.Closing.Reason != "Нет бюджета" || l.Closing.Name != "Иван" {
		s.t.Errorf("stage %s, closing %+v", l.Stage, l.Closing)
	}
}

func labels(s *scene) {
	s.does(append(hot, "[Да]")...)
	olga := s.works(s.olga)
	olga.taps("Взять")
	score := func() qualify.Assessment {
		l := s.lead(s.anna.Person)
		return s.app.loop.Assistant.Assess(&l, l.Updated)
	}
	before := score()
	s.show()
	olga.taps("Ещё", "Торопит")
	if after := score(); after.Score != before.Score-5 {
		s.t.Errorf("the score went from %d to %d", before.Score, after.Score)
	}
	olga.taps("Операционный")
	olga.answers("Почему изменили категорию", "Маленькая школа")
	olga.taps("Не спешить", "Без причины")
	if after := score(); after.Category != "operational" || after.Temperature != qualify.Cold {
		s.t.Errorf("the labels: %s, %s", after.Category, after.Temperature)
	}
	s.said(s.managers.Chat, "Маленькая школа", 2) // on the card and below the question
	olga.taps("Торопит", "Категория: по ответам", "Срочность: по ответам")
	if after := score(); after.Score != before.Score || after.Category != before.Category || after.Temperature != before.Temperature {
		s.t.Errorf("the labels: %+v, before %+v", after, before)
	}
}
