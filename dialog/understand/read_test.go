package understand_test

import (
	"slices"
	"testing"

	"leadbot/dialog/understand"
)

// TestRead holds the reader to one example of every phenomenon.
func TestRead(t *testing.T) {
	r := agency(t)
	for _, c := range []struct{ name, asked, text, question, want string }{
		// numbers
		{"thousands by a letter", "budget", "20к", "budget", "20k_50k"},
		{"thousands apart", "price", "180 000 руб.", "price", "gt80k"},
		{"words", "price", "двадцать одна тысяча", "price", "20k_80k"},
		{"a half", "price", "две с половиной тысячи", "price", "lt5k"},
		{"a half of many", "price", "двенадцать с половиной тысяч", "price", "5k_20k"},
		{"one and a half", "price", "полтора миллиона", "price", "gt80k"},
		{"thousands left out", "price", "две пятьсот", "price", "lt5k"},
		{"a thousand and hundreds", "price", "тыща пятьсот", "price", "lt5k"},
		{"and some more", "budget", "50 с лишним", "budget", "50k_100k"},
		{"pieces of money", "price", "пять штук", "price", "5k_20k"},
		{"a bound by denial", "budget", "больше 20 тысяч не дам", "budget", "lt20k"},
		{"a sum by the day", "budget", "три тысячи в день", "budget", "50k_100k"},
		{"told the sentence before", "sales", "С ценой ошиблась. Не 19, а 29 тысяч", "price", "20k_80k"},
		{"those who were taught", "", "Выпустила уже 200 учеников", "sales", ""},
		{"Latin letters", "product", "kurs poka ne dopisala", "product", "not_written"},
		{"a number outweighs a remark", "budget", "Мне хватит 60, больше никак", "budget", "50k_100k"},
		{"what a price is for", "", "Беру 3500 час", "price", "lt5k"},
		{"hundreds for a part", "", "Берём восемьсот за занятие", "price", "lt5k"},
		{"a sum of one word", "budget", "полтинник", "budget", "50k_100k"},
		{"the multiplier first", "budget", "тысяч тридцать", "budget", "20k_50k"},
		{"a bare number means thousands", "budget", "60", "budget", "50k_100k"},
		{"an upper bound", "budget", "не больше 50", "budget", "20k_50k"},
		{"a lower bound", "budget", "от 50 тысяч", "budget", "50k_100k"},
		{"a range", "price", "от 9 до 19 тысяч", "price", "5k_20k"},
		{"two numbers of one meaning", "sales", "три, максимум четыре", "sales", "1_5"},
		{"a range over a bound", "price", "15-30 тысяч", "price", ""},
		{"dollars", "price", "150 баксов", "price", "5k_20k"},
		{"a week", "sales", "по 2 в неделю", "sales", "6_20"},
		{"a day", "sales", "2-3 оплаты в день", "sales", "gt20"},
		{"a year tells nothing", "sales", "100 человек в год", "sales", ""},
		{"months", "", "Начать хотелось бы месяца через два", "start", "1_3m"},

		{"not that many but so many", "budget", "учеников в месяц у меня не трое, а восемь", "sales", "6_20"},
		{"a portion", "", "Увожу по восемь человек на трое суток", "sales", ""},
		{"outdated by what follows", "", "Ходили тридцать учеников, теперь четверо", "sales", "1_5"},
		{"the past sum leaves the cue", "price", "раньше просил 15, нынче 25", "price", "20k_80k"},
		{"said again in brackets", "", "Плата за курс 6 300 (шесть тысяч триста) руб. 00 коп.", "price", "5k_20k"},
		{"another's number by name", "", "Света посоветовала, у неё теперь по 15 продаж в месяц", "sales", ""},
		{"a wish counts nobody", "sales", "мечтаю о сотне", "sales", ""},
		{"another's against one's own", "", "У неё после рекламы 30 клиентов, а у меня пока четыре ученицы", "sales", "1_5"},
		{"where a change ends", "price", "подняла до 25", "price", "20k_80k"},
		{"hundreds for a lesson", "price", "По четыреста за урок", "price", "lt5k"},
		{"a but that nobody understood", "product", "готов, но почти не тянутся", "product", ""},
		{"people are no money", "", "За неделю приходят шестеро", "price", ""},

		// what is denied, corrected, doubted
		{"denied opposite", "place", "без онлайна", "place", "offline"},
		{"denied verb", "delivery", "записи не делаю", "delivery", "live"},
		{"not only", "place", "не только онлайн, но и в студии", "place", "both"},
		{"given up", "participation", "от групп отказалась", "participation", "individual"},
		{"any verb denied", "delivery", "записи не раздаю", "delivery", "live"},
		{"taken back", "place", "про группы неправильно ответила, только индивидуально", "participation", "individual"},
		{"asked of the agency", "", "а ваш офис в центре?", "place", ""},
		{"one or the other, both offered", "", "встречаемся в кабинете или по скайпу", "place", "both"},
		{"corrected", "place", "онлайн, ой, нет, очно", "place", "offline"},
		{"corrected number", "price", "100500 рублей, шучу, 12", "price", "5k_20k"},
		{"doubted", "place", "онлайн или офлайн, не знаю", "place", ""},

		// whose and when
		{"the past", "place", "раньше в офисе, теперь в зуме", "place", "online"},
		{"another's", "", "У конкурента курс за 70 тысяч", "price", ""},
		{"a wish behind its object", "participation", "индивидуально, а группу лишь мечтаю набрать", "participation", "individual"},
		{"a time of another wish", "start", "Через два месяца. Вечером допишу остальное", "start", "1_3m"},
		{"a year is no time ahead", "start", "преподавать начала в 2015 году", "start", ""},
		{"a wish", "", "Веду занятия лично, хочу группы", "participation", "individual"},
		{"the price of a part is no count", "", "Сейчас беру 3500 за консультацию", "sales", ""},
		{"each cue its own sum", "", "Курс йоги, 4500 в месяц, бюджет 20 тысяч", "budget", "20k_50k"},
		{"spent money", "", "На рекламу ушло 90 тысяч", "budget", ""},
		{"the size of a group", "", "Группы по 12 человек", "sales", ""},

		{"asked of us", "call", "а в какое время вы обычно звоните?", "call", ""},
		{"a verb joined on", "experience", "рекламировать не умею и ищу, кто возьмётся", "experience", "seeking"},
		{"what answers nothing", "decides", "муж в курсе, но решаю я", "decides", "self"},
		{"a pause that is the reply", "start", "давайте завтра", "start", "now"},
		{"a time corrected", "start", "через неделю. вру, через два месяца", "start", "1_3m"},
		{"a phrase that corrects a time", "start", "через месяц. хотя чего тянуть, сразу давайте", "start", "now"},
		{"a year that is no span", "start", "ближе к новому году", "start", ""},
		{"a bound that denies nothing", "", "в группу больше десяти не беру", "participation", "group"},
		{"what is denied before its verb", "", "всё на стриме, записей не оставляю с осени", "delivery", "live"},
		{"given up long ago", "place", "от онлайна отказалась год назад", "place", "offline"},
		{"a verb joined on to one denied", "", "рекламу всегда делаю сама и отдавать не собираюсь", "experience", "self_made"},
		{"no past", "product", "Рекламу раньше чем через полгода запускать не собираюсь", "start", "someday"},
		{"a wish of one clause", "", "веду растяжку, про онлайн мечтаю, занимаемся в зале", "place", "offline"},
		{"an end in a choice", "experience", "не знаю, как продвигать", "experience", "curious"},

		// the speaker's own field
		{"a title", "", "Айкидо, зал в Твери, 4500", "niche_text", "Айкидо"},
		{"a thing for people", "", "Эксель для бухгалтеров, 3490 р", "niche_text", "Эксель для бухгалтеров"},
		{"the matter of a course", "", "Курс у меня по подготовке руки к письму", "niche_text", "подготовке руки к письму"},
		{"a course in quotation marks", "", "Курс «Деньги без стыда», 9900", "niche_text", "Деньги без стыда"},
		{"teaching over a profession", "", "Я бухгалтер, учу вязать", "niche_text", "вязать"},
		{"a profession over what is done", "", "Я нумеролог, делаю разборы по дате рождения", "niche_text", "нумеролог"},
		{"whom, not what", "", "Таможенное оформление. Учу декларантов, 38 тыщ", "niche_text", "Таможенное оформление"},
		{"a row", "niche", "вокал, сценречь, импровизация", "niche", "several"},
		{"corrected field", "", "Пишите: йога для пожилых... стоп, теперь йога для беременных, 900 рублей", "niche_text", "йога для беременных"},
		{"told before a question", "", "Здравствуйте, я дизайнер интерьеров, с такими работаете?", "niche_text", "дизайнер интерьеров"},
		{"another's profession", "niche", "сестра у меня хиромант", "niche", ""},
		{"a profession looked for", "experience", "Нанимала психолога, чтобы разобраться", "niche", ""},
		{"what is learnt", "start", "сначала закончу курс по вождению", "niche", ""},
		{"a field before its verb", "participation", "народ разный, стендапу учу в баре", "niche_text", "стендапу"},
		{"a place after a verb", "", "Веду занятия, обучаю на борту", "niche_text", ""},
		{"in the next sentence only", "", "Учу. До пандемии ходило тридцать ребят", "niche_text", ""},
		{"another's affairs", "", "Занимаюсь делами мужа", "niche", ""},
		{"how, not what", "", "Учу вязать, веду параллельно", "niche_text", "вязать"},
		{"after a second thought", "niche", "парфюмерия. Хотя нет, пусть будет аромадизайн", "niche_text", "аромадизайн"},
		{"a remark beside a field", "niche", "Узкая: готовлю к родам в воде. Начинать думаю месяца через два", "niche_text", "родам в воде"},
		{"either or", "", "То ли тимлидов учить, то ли столярку преподавать", "niche", "doubts"},
		{"a row after a colon", "niche", "их у меня пучок: иллюстрация, керамика, батик", "niche", "several"},
		{"whom the speaker teaches", "niche", "других учу фехтовать", "niche_text", "фехтовать"},
		{"days are no field", "delivery", "по вторникам занимаюсь с ними сама", "niche", ""},
		{"in a place", "", "Вечера в подвальчике на Рубинштейна, 4500", "niche", ""},
		{"a field of a club", "", "Беговой клуб, взнос 2200 в месяц", "niche_text", "Беговой клуб"},
		{"no such club", "", "Новый клуб, взнос 2200 в месяц", "niche_text", ""},
		{"classes of a profession", "", "Я флорист, провожу мастер-классы", "niche_text", "флорист"},
		{"what is left over", "niche", "Со скорочтением простилась, осталась каллиграфия. Занятия дважды в неделю", "niche_text", "каллиграфия"},
		{"a wish instead of a field", "niche", "вы тупые что ли, идиоты", "niche", ""},

		// spelling
		{"misspelt", "participation", "индивидульно", "participation", "individual"},
		{"look-alikes", "place", "oнлaйн", "place", "online"},
		{"capitals", "delivery", "ТОЛЬКО ЗАПИСИ", "delivery", "recorded"},
		{"a picture", "decides", "сама 😎", "decides", "self"},

		// what stands apart
		{"in the next sentence", "", "Всё готово. Покупателей пока ноль", "product", "few_sales"},
		{"after a comma", "", "Веду йогу, сейчас личные ученики, двое", "sales", "1_5"},

		// the reply to the question asked
		{"yes to a product", "product", "да есть", "product", "in_place"},
		{"yes to nothing", "experience", "да", "experience", ""},
		{"a number to no number", "delivery", "45", "delivery", ""},
		{"where, when that was asked", "place", "вживую", "place", "offline"},
		{"how, when it was not", "", "Веду курс вживую", "delivery", "live"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := r.Read(c.asked, c.text).Answers[c.question].Value; got != c.want {
				t.Errorf("%q to %q: %s = %q, want %q", c.text, c.asked, c.question, got, c.want)
			}
		})
	}
}

// TestVagueTime: a time that no number tells is asked for again.
func TestVagueTime(t *testing.T) {
	if got := agency(t).Read("start", "после нового года"); len(got.Answers) > 0 || !slices.Contains(got.Unsure, "start") {
		t.Errorf("read %+v", got)
	}
}

// TestMistakes: what is wrong with a lexicon is named at its place.
func TestMistakes(t *testing.T) {
	_, err := understand.New(understand.Lexicon{
		Classes: map[string][]string{"goods": {"два слова"}},
		Void:    []string{"да", "<none_such>", "", ".. слово", "~ одно"},
		Answers: map[string]*understand.Question{"q": {Kind: "weight", Both: []string{"a"}}},
	})
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("error %v", err)
	}
	if got := len(joined.Unwrap()); got != 7 {
		t.Errorf("%d mistakes, want 7: %v", got, err)
	}
}

// TestNoWords: a reader that was taught nothing says nothing.
func TestNoWords(t *testing.T) {
	r, err := understand.New(understand.Lexicon{})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Read("price", "Добрый день, 20 тысяч, онлайн!"); len(got.Answers) > 0 || got.Intent != "" || len(got.Unsure) > 0 {
		t.Errorf("read %+v", got)
	}
}
