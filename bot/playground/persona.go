package playground

// A Persona is a typical person whom the page can play. It knows the questions of
// the built-in script by their ids; to a question that it does not know it gives
// the first answer, or skips it.
type Persona struct {
	Key     string
	Name    string
	About   string // one line for whoever chooses
	Payload string // of the link that the person came by
	Phone   string

	Refuses  bool                // the consent; all else is then empty
	Answers  map[string]string   // option by question
	Texts    map[string]string   // what is typed to a free question, and below an exercise that is done now
	Words    map[string][]string // what is typed to a question instead of a press, turn by turn; each line is a message
	Exercise map[string]string   // now, later or go_on by question; go_on by default
	HumanAt  string              // the question at which the person asks for a human and stops answering
	Notes    bool                // wants follow-ups
	Last     string              // what the person writes at the end
}

// Personas are the people whom the page plays.
var Personas = []Persona{
	{
		Key: "anna", Name: "Анна Орлова", About: "Всё готово, ищет рекламу: горячая заявка",
		Payload: "ig_ads", Phone: "+79990000001", Notes: true,
		Answers: map[string]string{
			"niche": "has", "product": "in_place", "landing": "yes", "sales": "6_20",
			"participation": "group", "place": "online", "delivery": "live", "price": "20k_80k",
			"start": "now", "experience": "seeking", "budget": "gte100k", "decides": "self", "call": "yes", "horizon": "long",
		},
		Texts: map[string]string{
			"niche_text": "Голос и уверенность на сцене",
			"priority":   "Чтобы люди приходили каждый месяц, а не волнами",
		},
		Last: "Забыла сказать: есть рассылка на 500 человек",
	},
	{
		Key: "boris", Name: "Борис Титов", About: "Новичок без темы, делает упражнение",
		Payload: "vk_post", Notes: true,
		Answers: map[string]string{
			"niche": "none", "product": "not_written", "consulting": "no",
			"participation": "undecided", "format_a": "group_online",
			"delivery": "live", "start": "someday", "experience": "unaware", "budget": "none", "decides": "self", "call": "no",
		},
		Texts: map[string]string{
			"niche": "Ольга — выступления — 6 000\nСергей — переговоры — 4 000\nИрина — выступления — 9 000",
		},
		Exercise: map[string]string{"niche": "now"},
	},
	{
		Key: "vera", Name: "Вера Лапина", About: "Программа есть, продавать не любит",
		Payload: "tg_channel", Notes: true,
		Answers: map[string]string{
			"niche": "has", "product": "few_sales", "self_selling": "no", "sales": "1_5",
			"participation": "individual", "place": "online", "delivery": "live", "price": "5k_20k",
			"start": "1_3m", "experience": "curious", "budget": "20k_50k", "decides": "shared", "call": "no", "horizon": "trial",
		},
		Texts: map[string]string{
			"niche_text": "Отношения в паре",
			"priority":   "Не уговаривать людей самой",
		},
	},
	{
		Key: "gleb", Name: "Глеб Марков", About: "Обжёгся на подрядчике, смотрит строго",
		Payload: "yandex_direct", Phone: "+79990000004",
		Answers: map[string]string{
			"niche": "several", "niche_plan": "one_first", "niche_first": "1",
			"product": "multi", "landing": "no", "sales": "6_20",
			"participation": "both", "place": "both", "delivery": "both", "price": "gt80k",
			"start": "now", "experience": "burned", "budget": "50k_100k", "decides": "shared", "call": "yes", "horizon": "trial",
		},
		Texts: map[string]string{
			"niche_text":      "Карьера после сорока, переговоры",
			"last_contractor": "Обещали заявки за неделю, отчётов так и не показали",
			"priority":        "Видеть, куда уходит каждый рубль",
		},
	},
	{
		Key: "dina", Name: "Дина Юсупова", About: "Не даёт согласия на обработку данных",
		Payload: "vk_post", Refuses: true,
	},
	{
		Key: "egor", Name: "Егор Панов", About: "На середине просит человека",
		Payload: "friend",
		Answers: map[string]string{
			"niche": "has", "product": "not_chosen", "sales": "1_5",
			"participation": "group", "place": "offline", "delivery": "live",
		},
		Texts: map[string]string{
			"niche_text": "Группы поддержки для врачей",
		},
		Exercise: map[string]string{"product": "later"},
		HumanAt:  "price",
	},
	{
		Key: "zoya", Name: "Зоя Климова", About: "Пишет словами, кнопок почти не трогает",
		Payload: "vk_post", Notes: true,
		Words: map[string][]string{
			"niche":        {"Здравствуйте!\nЯ логопед, занимаюсь с малышами в кабинете\nпо одному, 1800 за занятие, записей не делаю"},
			"product":      {"что вы имеете в виду под продуктом?", "занятия есть, но идут вяло"},
			"self_selling": {"сама предлагаю, мамам на площадке"},
			"sales":        {"человека 3-4 в месяц"},
			"start":        {"а сколько стоят ваши услуги?", "через пару месяцев, не раньше"},
			"experience":   {"никогда об этом не думала"},
			"budget":       {"15 тысяч, больше не потяну. решаем вместе с мужем"},
			"call":         {"лучше переписка, с детьми на руках не поговоришь"},
		},
	},
}

// personaOf returns the persona with this key, and whether there is one.
func personaOf(key string) (Persona, bool) {
	for _, one := range Personas {
		if one.Key == key {
			return one, true
		}
	}
	return Persona{}, false
}
