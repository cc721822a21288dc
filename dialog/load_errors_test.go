package dialog

import (
	"os"
	"strings"
	"testing"
)

// source returns a script of testdata/scripts.
func source(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/scripts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// changed returns the short script with one place changed.
func changed(t *testing.T, old, new string) string {
	t.Helper()
	short := source(t, "short.yaml")
	if strings.Count(short, old) != 1 {
		t.Fatalf("%q stands %d times in short.yaml", old, strings.Count(short, old))
	}
	return strings.Replace(short, old, new, 1)
}

func TestShortScriptLoads(t *testing.T) {
	s, problems := Load("short.yaml", []byte(source(t, "short.yaml")))
	if s == nil || len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	if len(s.Questions) != 6 {
		t.Errorf("%d questions", len(s.Questions))
	}
}

// errorCases are mistakes made one at a time. The first problem must be the one
// named, at its exact place.
var errorCases = []struct{ name, old, new, want string }{
	// fields and values
	{"unknown field", `required: true`, `requird: true`, `13:5: unknown field "requird"`},
	{"unknown field of an option", `id: grand, text`, `id: grand, txt`, `19:21: unknown field "txt"`},
	{"unknown field at the top", `version: "1"`, "version: \"1\"\nvoice: soft", `5:1: unknown field "voice"`},
	{"unknown kind", `kind: phone`, `kind: fax`, `62:11: unknown kind "fax"; known: choice, text, phone`},
	{"unknown group", `group: R`, `group: X`, `44:12: unknown group "X"; known: P, V, R, I`},
	{"unknown number", `number: money`, `number: weight`, `46:13: unknown number "weight"; known: count, money`},
	{"unknown use", `used_by: [card]`, `used_by: [card, fun]`, `38:21: unknown use "fun"; known: [score branch card personalisation next_step segment scheme follow_up handoff]`},
	{"unknown step", `points: 20}` + "\n\n  - id: trouble", `points: 20, then: dance}` + "\n\n  - id: trouble", `31:57: unknown step "dance"; known: book, offer_human, think`},
	{"wrong type", `points: 25`, `points: many`, "19:1: cannot unmarshal !!str `many` into int"},

	{"unknown region", `language: ru`, "language: ru\nregion: Russia", `3:9: unknown region "Russia": write a country in two letters, such as RU`},

	// what managers choose from
	{"negative amount", `version: "1"`, "version: \"1\"\ndesk: {amounts: [5, -5]}", `5:21: an amount of -5: use whole numbers from 1`},
	{"amounts in words", `version: "1"`, "version: \"1\"\ndesk: {amounts: [много]}", "5:1: cannot unmarshal !!str `много` into int64"},
	{"too many amounts", `version: "1"`, "version: \"1\"\ndesk: {amounts: [1, 2, 3, 4, 5, 6, 7, 8, 9]}", `5:17: 9 amounts; at most 8`},
	{"empty reason", `version: "1"`, "version: \"1\"\ndesk: {lost: [\"Дорого\", \" \"]}", `5:25: an empty reason`},
	{"too many reasons", `version: "1"`, "version: \"1\"\ndesk: {reject: [а, б, в, г, д, е, ж, з, и]}", `5:16: 9 reasons; at most 8`},

	// ids
	{"duplicate question", `id: tuned`, `id: instrument`, `22:9: question "instrument" stands twice`},
	{"duplicate option", `id: grand, text`, `id: upright, text`, `19:9: option "upright" repeats the id or the text of another`},
	{"duplicate button", `"Рояль"`, `"Пианино"`, `19:9: option "grand" repeats the id or the text of another`},
	{"reserved id", `id: trouble`, `id: category`, `33:9: question id "category" is a reserved word of conditions`},
	{"id in capitals", `id: trouble`, `id: Trouble`, `33:9: question id "Trouble": use 1 to 22 of a-z, 0-9 and _`},
	{"id too long", `id: trouble`, `id: abcdefghijklmnopqrstuvw`, `33:9: question id "abcdefghijklmnopqrstuvw": use 1 to 22 of a-z, 0-9 and _`},
	{"option id with a colon", `id: small`, `id: "a:b"`, `48:14: option id "a:b": use 1 to 22 of a-z, 0-9 and _`},
	{"option called unanswered", `id: small`, `id: unanswered`, `48:14: option id "unanswered": use 1 to 22 of a-z, 0-9 and _`},

	// what a question must have
	{"no id", `- id: soon`, `-`, `52:5: question id "": use 1 to 22 of a-z, 0-9 and _`},
	{"no ask", "\n    ask: \"Когда приехать?\"", ``, `51:5: question "soon" asks nothing: add ask`},
	{"no title", "\n    title: \"Срок\"", ``, `51:5: question "soon" has no title`},
	{"no use", "\n    used_by: [card]", ``, `33:5: question "trouble" is not used by anything: say used_by or leave it out`},
	{"scored without a group", "\n    group: R\n    feature: true", ``, `43:14: question "budget": used_by score and group go together`},
	{"one option", "\n      - {id: \"no\", text: \"Не спешу\", points: 10}", ``, `51:5: question "soon" needs at least two options`},
	{"option without a text", `text: "Рояль", `, ``, `19:9: option "grand" has no text`},
	{"options of a text question", "ask: \"Что беспокоит? Хватит пары слов.\"", "ask: \"Что?\"\n    options: [{id: a, text: \"А\"}]", `33:5: question "trouble" is no choice: no options, together or number`},
	{"suggestions of a choice", "kind: phone", "kind: text\n    suggest: soon", `63:14: suggest names no text question: "soon"`},

	// references
	{"unknown question in when", `{tuned: long_ago}`, `{tunde: long_ago}`, `37:19: unknown question "tunde"`},
	{"forward reference", `{tuned: long_ago}`, `{soon: "yes"}`, `37:18: question "soon" comes later: a condition may look at earlier questions only`},
	{"own answer", `{tuned: long_ago}`, `{trouble: something}`, `37:21: question "trouble" comes later: a condition may look at earlier questions only`},
	{"unknown option", `{tuned: long_ago}`, `{tuned: never}`, `37:19: question "tuned" has no option "never"`},
	{"unknown option after not", `{not: digital}}` + "\n    used_by", `{not: organ}}` + "\n    used_by", `25:24: question "instrument" has no option "organ"`},
	{"unknown option in a rule", `{instrument: [upright, grand]}`, `{instrument: [organ]}`, `72:45: question "instrument" has no option "organ"`},
	{"unknown measure", `P+V+R: 45`, `P+V+X: 45`, `65:22: unknown measure "P+V+X"; known: P, V, R, I, C, their sums such as P+V+R, total, completeness`},
	{"unknown exercise", `points: 25`, `points: 25, exercise: scales`, `19:58: unknown exercise "scales"`},
	{"rows without their texts", "score:\n", "exercises: {scales: {text: А, now: Б, later: В, remind: [Г], rows: {title: Д}}}\nscore:\n", `68:68: rows need title, unit, head, best, how and take`},
	{"rows that set an unknown option", "score:\n", "exercises: {scales: {text: А, now: Б, later: В, remind: [Г], rows: {title: Д, unit: Е, head: Ж, best: З, how: И, take: К, sets: {instrument: organ}}}}\nscore:\n", `68:129: question "instrument" has no option "organ"`},
	{"rows with a topic that is a choice", "score:\n", "exercises: {scales: {text: А, now: Б, later: В, remind: [Г], rows: {title: Д, unit: Е, head: Ж, best: З, how: И, take: К, topic: instrument}}}\nscore:\n", `68:130: the topic needs a question of kind text, not "instrument"`},
	{"unknown question to set", `points: 25`, `points: 25, sets: {colour: black}`, `19:63: unknown question "colour"`},
	{"unknown option to set", `points: 25`, `points: 25, sets: {soon: maybe}`, `19:61: question "soon" has no option "maybe"`},
	{"condition that is no map", `{tuned: long_ago}`, `tuned`, `37:1: a condition is a map such as {niche: has}`},
	{"not without an option", `{tuned: long_ago}`, `{tuned: {is: long_ago}}`, `37:1: write {not: option}`},

	// the tables
	{"decay without days", `every: 14d`, `every: soon`, `69:10: decay needs every, such as 14d, and steps of at least 1`},
	{"last rule with a condition", `- {label: operational}`, `- {label: operational, when: {soon: "yes"}}`, `73:7: the last rule of category must have no condition`},
	{"rule without a label", `- {label: novice}`, `- {}`, `75:7: a rule without a label`},
	{"next step without a meaning", "\n  write: \"Ответить в переписке.\"", ``, `82:15: next step "write" is not explained in next_steps`},
	{"unknown awareness", "score:\n", "score:\n  awareness: mood\n", `69:14: unknown question "mood"`},
	{"unknown void", "score:\n", "score:\n  penalties: [{flag: rush, points: 5, voids: [mood]}]\n", `69:47: unknown question "mood"`},

	// texts
	{"unknown text", "\n  hello:", "\n  hi: \"Привет\"\n  hello:", `89:7: unknown text "hi"`},
	{"missing text", `"Здравствуйте! Это {shop}, с вами программа-помощник."`, `""`, `89:3: text "hello" is missing`},
	{"nothing fills a placeholder", `"Когда приехать?"`, `"Когда {who}?"`, `53:10: nothing fills {who}`},
	{"nothing fills it in a text", `Это {shop}`, `Это {shp}`, `89:10: nothing fills {shp}`},
	{"nothing fills it in a reaction", `не настраивают`, `не {do}`, `20:57: nothing fills {do}`},

	// the file
	{"unknown language", `language: ru`, `language: fr`, `2:11: no texts for language "fr"; the built-in one is ru`},
	{"no language", "language: ru\n", ``, `2:1: no texts for language ""; the built-in one is ru`},
	{"no questions", "questions:\n", "questions: []\nothers:\n", `10:1: unknown field "others"`},
	{"broken YAML", `{id: grand, text: "Рояль", points: 25}`, `{id: grand, text: "Рояль`, `19:1: did not find expected ',' or '}'`},
	{"a key twice", `version: "1"`, "version: \"1\"\nname: \"Ещё\"", `5:1: mapping key "name" already defined at line 3`},
}

func TestLoadErrors(t *testing.T) {
	for _, c := range errorCases {
		t.Run(c.name, func(t *testing.T) {
			s, problems := Load("f.yaml", []byte(changed(t, c.old, c.new)))
			if s != nil || len(problems) == 0 {
				t.Fatalf("it loads; want %s", c.want)
			}
			if got := problems[0].String(); got != "f.yaml:"+c.want {
				t.Errorf("\ngot  %s\nwant f.yaml:%s", got, c.want)
			}
		})
	}
}

func TestLoadRefusesOtherFiles(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", `1:1: the script is empty`},
		{"only a comment", "# nothing\n", `1:1: the script is empty`},
		{"null", "---\n", `2:1: no texts for language ""; the built-in one is ru`},
		{"only a language", "language: ru\n", `1:1: the script has no questions`},
		{"a list", "- a\n- b\n", "1:1: cannot unmarshal !!seq into dialog.Script"},
		{"no YAML", "\tid: x\n", `1:1: found character that cannot start any token`},
		{"no text", "\xff\xfe\x00", `1:1: incomplete UTF-16 character`},
	} {
		s, problems := Load("f.yaml", []byte(c.data))
		if s != nil || len(problems) == 0 {
			t.Errorf("%s: it loads", c.name)
			continue
		}
		if got := problems[0].String(); got != "f.yaml:"+c.want {
			t.Errorf("%s:\ngot  %s\nwant f.yaml:%s", c.name, got, c.want)
		}
	}
}

// TestLoadReportsEveryProblem in the order of the file.
func TestLoadReportsEveryProblem(t *testing.T) {
	text := changed(t, `title: "Срок"`, `title: ""`)
	text = strings.Replace(text, `id: grand`, `id: Grand`, 1)
	text = strings.Replace(text, `{label: novice}`, `{}`, 1)
	s, problems := Load("f.yaml", []byte(text))
	if s != nil || len(problems) < 4 {
		t.Fatalf("%d problems: %v", len(problems), problems)
	}
	for i := 1; i < len(problems); i++ {
		if problems[i].Line < problems[i-1].Line {
			t.Errorf("%v stands after %v", problems[i], problems[i-1])
		}
	}
}

// FuzzLoad: no file makes Load panic, and it says a problem or gives a script.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(source(f, "short.yaml")))
	f.Add([]byte("language: ru\nquestions: [{id: a, when: {a: {not: b}}}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := Load("f.yaml", data)
		if s == nil && len(problems) == 0 {
			t.Error("neither a script nor a problem")
		}
		for _, p := range problems {
			if p.Line < 1 || p.Col < 1 || p.Message == "" {
				t.Errorf("a problem without a place: %+v", p)
			}
		}
	})
}
