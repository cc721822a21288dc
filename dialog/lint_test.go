package dialog

import (
	"slices"
	"strings"
	"testing"
)

// lintCases change a text of the short script; the script loads all the same and
// the advice is the one named.
var lintCases = []struct{ name, old, new, want string }{
	{"a long text", `"Что беспокоит? Хватит пары слов."`, `"` + strings.Repeat("Да. ", 101) + `"`, `36:10: advice: 404 characters; at most 400 are read`},
	{"a long sentence", `"Когда приехать?"`, `"Один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать."`,
		`53:10: advice: a sentence of 14 words; at most 13 are easy: "Один два три четыре пять шесть семь вос…"`},
	{"two questions", `"Когда приехать?"`, `"Когда приехать? Утром?"`, `53:10: advice: 2 questions in one message; one gets an answer`},
	{"the name twice", `"Когда приехать?"`, `"{name}, добрый день, {name}. Когда?"`, `53:10: advice: the name stands more than once`},
	{"much before a question", `"Когда приехать?"`, `"Раз. Два. Три. Четыре. Когда?"`, `53:10: advice: 4 sentences before the question; at most 3`},
	{"a word to avoid", `"Когда приехать?"`, `"Когда воронка?"`, `53:10: advice: avoid "воронк"`},
	{"a long button", `"Рояль"`, `"Рояль, концертный или кабинетный, чёрный"`, `19:27: advice: a button of 40 characters; at most 32 read well`},
	{"a reaction", `"Цифровое не настраивают, но клавиши мастер посмотрит."`, `"Только сегодня смотрим клавиши."`, `20:57: advice: avoid "только сегодня"`},
	{"a text", `Это {shop}, с вами программа-помощник.`, `Это лучший мастер.`, `89:10: advice: avoid "лучший"`},
	{"a reminder", "texts:\n", "reminders: [\"Пора? Ждать?\", \"Пока.\"]\ntexts:\n", `88:13: advice: 2 questions in one message; one gets an answer`},
	{"a reaction to several answers", "  - id: phone", "    say: [{text: \"Успейте.\"}]\n  - id: phone", `61:18: advice: avoid "успейте"`},
}

func TestLint(t *testing.T) {
	for _, c := range lintCases {
		t.Run(c.name, func(t *testing.T) {
			s, problems := Load("f.yaml", []byte(changed(t, c.old, c.new)))
			if s == nil {
				t.Fatalf("advice keeps the script from loading: %v", problems)
			}
			var got []string
			for _, p := range problems {
				if !p.Advice {
					t.Errorf("no advice: %v", p)
				}
				got = append(got, strings.TrimPrefix(p.String(), "f.yaml:"))
			}
			if !slices.Equal(got, []string{c.want}) {
				t.Errorf("\ngot  %s\nwant %s", strings.Join(got, "\n     "), c.want)
			}
		})
	}
}

// TestLintLeavesInPeace what stands just within the bounds.
func TestLintLeavesInPeace(t *testing.T) {
	for name, text := range map[string]string{
		"400 characters":      strings.Repeat("Да. ", 99) + "Нет.",
		"thirteen words":      "Один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать.",
		"three sentences":     "Раз. Два. Три. Когда?",
		"dashes are no words": "Один — два — три — четыре — пять — шесть — семь — восемь — девять — десять.",
		"lines end sentences": "Раз два три четыре пять шесть семь\nвосемь девять десять одиннадцать двенадцать тринадцать четырнадцать",
		"the name once":       "{name}, когда?",
	} {
		_, problems := Load("f.yaml", []byte(changed(t, `"Когда приехать?"`, `"`+strings.ReplaceAll(text, "\n", `\n`)+`"`)))
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestLintExercise(t *testing.T) {
	long := strings.Repeat("Да. ", 120)
	exercise := func(text, now string) string {
		return `exercises: {scales: {text: "` + text + `", now: "` + now + `", later: "Хорошо.", remind: ["Раз.", "Два."]}}` + "\ntexts:\n"
	}
	if _, problems := Load("f.yaml", []byte(changed(t, "texts:\n", exercise(long, "Да.")))); len(problems) > 0 {
		t.Errorf("an exercise may be longer than a message: %v", problems)
	}
	_, problems := Load("f.yaml", []byte(changed(t, "texts:\n", exercise(long+long, long))))
	if len(problems) != 2 || !strings.Contains(problems[0].Message, "at most 700") || !strings.Contains(problems[1].Message, "at most 400") {
		t.Errorf("problems: %v", problems)
	}
}

// TestBuiltInCopyNeedsNoAdvice, but for what is let pass knowingly.
func TestBuiltInCopyNeedsNoAdvice(t *testing.T) {
	_, problems := Load(Default, BuiltIn())
	for _, p := range problems {
		t.Error(p)
	}
}
