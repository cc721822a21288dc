package dialog

import "testing"

func TestFillName(t *testing.T) {
	s := &Script{Vars: map[string]string{"agency": "мастерская"}}
	for _, c := range []struct{ template, with, without string }{
		{"Добрый день!", "Добрый день!", "Добрый день!"},
		{"{name}, добрый день!", "Анна, добрый день!", "Добрый день!"},
		{"Спасибо, {name}!", "Спасибо, Анна!", "Спасибо!"},
		{"Спасибо, {name}. До встречи.", "Спасибо, Анна. До встречи.", "Спасибо. До встречи."},
		{"Готово. {name}, идём дальше?", "Готово. Анна, идём дальше?", "Готово. Идём дальше?"},
		{"Готово!\n\n{name}, идём дальше?", "Готово!\n\nАнна, идём дальше?", "Готово!\n\nИдём дальше?"},
		{"Правда, {name}, что это рояль?", "Правда, Анна, что это рояль?", "Правда, что это рояль?"},
		{"{name}", "Анна", ""},
		{"{name}, {agency} рядом", "Анна, мастерская рядом", "мастерская рядом"},
		{"Это {agency}. {name}, здравствуйте!", "Это мастерская. Анна, здравствуйте!", "Это мастерская. Здравствуйте!"},
		{"Это {agency}", "Это мастерская", "Это мастерская"},
	} {
		if got := s.fill(c.template, values{"name": Foreign("Анна")}).String(); got != c.with {
			t.Errorf("%q with a name: %q, want %q", c.template, got, c.with)
		}
		if got := s.fill(c.template, values{"name": Foreign("")}).String(); got != c.without {
			t.Errorf("%q without a name: %q, want %q", c.template, got, c.without)
		}
	}
}

// TestFillMarksStrangersWords: only what a stranger wrote is foreign, and what
// looks like a placeholder in it stays as it is.
func TestFillMarksStrangersWords(t *testing.T) {
	s := &Script{Vars: map[string]string{"agency": "мы"}}
	got := s.fill("{name}, это {agency}", values{"name": Foreign("{agency}")})
	want := Text{{Text: "{agency}", Foreign: true}, {Text: ", это "}, {Text: "мы"}}
	if got.String() != want.String() || len(got) != 3 || !got[0].Foreign || got[2].Foreign {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestFillDropsWhatNothingFills(t *testing.T) {
	if got := (&Script{}).fill("раз {nothing} два", nil).String(); got != "раз  два" {
		t.Errorf("got %q", got)
	}
}

// TestNamesOfPeople: the first word of the name, and none that is no name.
func TestNamesOfPeople(t *testing.T) {
	for name, want := range map[string]string{
		"Анна Петрова": "Анна", "Анна": "Анна", "": "", "Анна\u00a0Петрова": "Анна",
		"Двадцатьоднабуквавимени": "", "Jean-Pierre Dupont": "Jean-Pierre",
	} {
		step := &step{Session: Session{Profile: Profile{Name: name}}}
		if got := step.firstName(); got != want {
			t.Errorf("%q is addressed as %q, want %q", name, got, want)
		}
	}
}
