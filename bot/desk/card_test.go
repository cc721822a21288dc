package desk_test

import (
	"strings"
	"testing"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

var (
	olga     = desk.Manager{ID: 5, Name: "Ольга", Member: true}
	ivan     = desk.Manager{ID: 6, Name: "Иван", Member: true}
	stranger = desk.Manager{ID: 7, Name: "Чужой"}
)

// TestCardTells: everything a manager needs stands on the card of a hot lead,
// each fact in its line.
func TestCardTells(t *testing.T) {
	text := newDesk(t).Card(posted(hot...), noon).Text.String()
	for _, want := range []string{
		"Горячая заявка\n",
		"Стратегический · растёт · 91 из 100 · срочно\n",
		"Анна Петрова · @anna_coach · +79001234567 · Источник ig_ads\n",
		"Своими словами: «Обещали и пропали»\n",
		"Ниша: Одна тема · Тема: Йога\n", "Продукт: Готов и продаётся", "Продажи в месяц: Больше 20", "Участие: Группа", "Место: Онлайн",
		"Цена: 20 000–80 000 ₽", "Бюджет в месяц: От 100 000 ₽", "Начало: Прямо сейчас", "Опыт: Был опыт, но неудачный",
		"За: продукт «Готов и продаётся» +15, бюджет в месяц «От 100 000 ₽» +15, начало «Прямо сейчас» +12\n",
		"Риски: срок работы «Сначала попробовать», кто решает «Вместе с кем-то»\n",
		"Обещано: ответ до 19.11 12:15\n",
		"До 19.11 12:15.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the card does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

func TestCardOfAnEmptyLead(t *testing.T) {
	s := posted()
	s.Profile = dialog.Profile{}
	card := newDesk(t).Card(s, noon)
	text := card.Text.String()
	if !strings.Contains(text, "#42") || !strings.Contains(text, "Без оценки") {
		t.Errorf("the card of an unknown person: %s", text)
	}
	for _, id := range []string{"desk_said", "desk_up", "desk_source", "desk_scheme"} {
		if strings.Contains(text, word(id)+":") || strings.Contains(text, "@") {
			t.Errorf("the card has a line %q without anything to say: %s", word(id), text)
		}
	}
}

func TestCardHeading(t *testing.T) {
	for _, c := range []struct {
		lane            dialog.Lane
		confirmed, test bool
		want            string
	}{
		{dialog.LaneHot, true, false, "Горячая заявка"},
		{dialog.LaneHot, false, false, "Горячая заявка · ответы не подтверждены"},
		{dialog.LaneHot, true, true, "Проверка · Горячая заявка"},
		{dialog.LaneHuman, false, false, "Просит человека"},
		{dialog.LaneBooking, false, false, "Запись на консультацию"},
		{dialog.LaneWarm, true, false, "Новая заявка"},
		{dialog.LaneUnfinished, false, false, "Анкета не закончена"},
		{dialog.LaneShadow, true, false, "Пробная заявка"},
	} {
		s := posted(hot...)
		s.Handoff.Lane, s.Handoff.Confirmed, s.Test = c.lane, c.confirmed, c.test
		if got, _, _ := strings.Cut(newDesk(t).Card(s, noon).Text.String(), "\n"); got != c.want {
			t.Errorf("%s, confirmed %t, test %t: %q, want %q", c.lane, c.confirmed, c.test, got, c.want)
		}
	}
}

// TestCardPromises: only who was told a time was promised one; the deadline of
// the next step stands on every card.
func TestCardPromises(t *testing.T) {
	for _, c := range []struct {
		lane      dialog.Lane
		confirmed bool
		promised  bool
		at, until string
	}{
		{dialog.LaneHot, true, true, "12:00", "19.11 12:15"},
		{dialog.LaneHot, false, false, "12:00", "19.11 12:15"},
		{dialog.LaneHuman, false, true, "12:00", "19.11 12:15"},
		{dialog.LaneBooking, false, true, "22:00", "20.11 10:15"},
		{dialog.LaneWarm, true, true, "12:00", "19.11 16:00"},
		{dialog.LaneWarm, true, true, "22:00", "20.11 14:00"},
		{dialog.LaneUnfinished, false, false, "12:00", "19.11 16:00"},
		{dialog.LaneShadow, true, true, "12:00", "19.11 16:00"},
	} {
		s := posted(hot...)
		s.Handoff.Lane, s.Handoff.Confirmed = c.lane, c.confirmed
		if c.at == "22:00" {
			s.Handoff.At = night
		}
		text := newDesk(t).Card(s, s.Handoff.At).Text.String()
		if got := strings.Contains(text, "Обещано: ответ до "+c.until); got != c.promised {
			t.Errorf("%s at %s, confirmed %t: promised %t\n%s", c.lane, c.at, c.confirmed, got, text)
		}
		if !strings.Contains(text, "До "+c.until+".") {
			t.Errorf("%s at %s: no deadline %s\n%s", c.lane, c.at, c.until, text)
		}
	}
}

func TestCardButtons(t *testing.T) {
	d := newDesk(t)
	for name, c := range map[string]struct {
		s    *dialog.Session
		want string
	}{
		"free":   {posted(hot...), "claim | reject transcript more"},
		"taken":  {claimedBy(olga, posted(hot...)), "called hand later | won lost reject | release take_over | transcript more"},
		"called": {called(), "hand later | won lost reject | release take_over | transcript more"},
		"closed": {closed("won", 0), "reopen"},
	} {
		card := d.Card(c.s, noon)
		if got := pressable(card); got != c.want {
			t.Errorf("%s: buttons %q, want %q", name, got, c.want)
		}
		for _, row := range card.Buttons {
			for _, b := range row {
				if p, ok := dialog.ParsePress(b.Data); !ok || p.Args[0] != "42" || b.Text == "" || len(b.Data) > 64 {
					t.Errorf("%s: a button %+v", name, b)
				}
			}
		}
		if got := strings.Contains(card.Text.String(), "Взял(а) Ольга, 12:00"); got != (name != "free") {
			t.Errorf("%s: tells who has the lead: %t", name, got)
		}
	}
}

// TestCardOfTheForgotten holds nothing of the person, whatever is still kept.
func TestCardOfTheForgotten(t *testing.T) {
	s := claimedBy(olga, posted(hot...))
	s.Handoff.Erased, s.Owner = true, dialog.Closed
	card := newDesk(t).Card(s, noon)
	if got := card.Text.String(); got != word("desk_erased") || len(card.Buttons) > 0 {
		t.Errorf("the card says %q with buttons %q", got, pressable(card))
	}
}

// TestCardQuotes: the latest of the free answers is the quote, on one line.
func TestCardQuotes(t *testing.T) {
	for _, c := range []struct{ last, priority, want string }{
		{"", "", ""},
		{"Обещали\n\n и  пропали", "", "«Обещали и пропали»"},
		{"Обещали", "Полные группы", "«Полные группы»"},
		{"", strings.Repeat("я", 300), "«" + strings.Repeat("я", 119) + "…»"},
	} {
		s := posted("niche", "has", "niche_text", "Йога", "experience", "burned")
		for q, value := range map[string]string{"last_contractor": c.last, "priority": c.priority} {
			if value != "" {
				s.Answers = posted(append([]string{q, value}, flat(s)...)...).Answers
			}
		}
		_, rest, found := strings.Cut(newDesk(t).Card(s, noon).Text.String(), word("desk_said")+": ")
		got, _, _ := strings.Cut(rest, "\n")
		if got != c.want || found != (c.want != "") {
			t.Errorf("%.10q, %.10q: quote %q, want %q", c.last, c.priority, got, c.want)
		}
	}
}

func flat(s *dialog.Session) (pairs []string) {
	for q, a := range s.Answers {
		pairs = append(pairs, string(q), a.Value)
	}
	return pairs
}
