package main

import (
	"strings"

	"leadbot/qualify"
)

var missedAccounts = []account{{
	file:  "11-not-understood",
	title: "What the bot did not understand",
	rule:  "Owners and managers see what clients wrote and say what it means; from then on the bot understands the same words.",
	scenes: []episode{
		deskScene("The owner explains, the next client is understood", explained),
		deskScene("Managers explain; who comes second hears who was first", explainedTwice),
		deskScene("It is taken back", takenBack),
	},
}}

// mumbles lets Анна write to the first question what nobody understands.
func (s *scene) mumbles(words string) {
	s.does("/start", "[Даю согласие]", words)
}

// presses lets somebody press a button in their own chat with the bot.
func (p prospect) presses(s *scene, label string) {
	s.note(s.name(p.Chat.ID()), "> ["+label+"]")
	p.press(label)
	s.settle()
}

func explained(s *scene) {
	owner := prospect{s.boss, s.world}
	s.mumbles("ну такое, если честно")
	s.show()
	owner.says("/digest")
	owner.presses(s, "Объяснить боту")
	owner.presses(s, "Сомневаюсь в выборе")
	s.understood(s.anna, "doubts", qualify.ViaManager)
	vera := s.prospect("Вера")
	s.meet("Вера", vera.Chat)
	vera.says("/start", "[Даю согласие]", "Ну такое, если честно!")
	s.understood(vera, "doubts", qualify.ViaText)
	owner.says("/unclear", "/help")
	s.does("а что дальше?")
	if last := s.anna.lastText(); !strings.Contains(last, "упражнение") {
		s.t.Errorf("Анна does not go on: %q", last)
	}
}

func explainedTwice(s *scene) {
	olga := prospect{s.olga, s.world}
	s.meet("Ольга", s.olga.Chat)
	s.olga.Start("")
	s.mumbles("всё сложно")
	gleb := s.prospect("Глеб")
	gleb.says("/start", "[Даю согласие]", "[Одна тема]", "Йога", "ну такое")
	s.show()
	s.at(s.ivan, "").writes("/unclear")
	olga.says("/unclear")
	s.at(s.ivan, "").taps("Сомневаюсь в выборе")
	s.popped("Записано")
	olga.presses(s, "Пока ни одной")
	s.understood(s.anna, "doubts", qualify.ViaManager)
	olga.presses(s, "Это не ответ")
	olga.says("/unclear")
	stranger := s.prospect("Чужой")
	stranger.says("/start", "[Даю согласие]", "/unclear")
	if all := strings.Join(texts(stranger.Chat), "\n"); strings.Contains(all, "сложно") || strings.Contains(all, "непонятых") {
		s.t.Errorf("a stranger was told:\n%s", all)
	}
}

func takenBack(s *scene) {
	owner := prospect{s.boss, s.world}
	s.mumbles("ну такое")
	s.show()
	owner.says("/unclear")
	owner.presses(s, "Одна тема")
	owner.presses(s, "Отменить")
	vera := s.prospect("Вера")
	s.meet("Вера", vera.Chat)
	vera.says("/start", "[Даю согласие]", "ну такое")
	s.understood(vera, "", "")
	s.understood(s.anna, "has", qualify.ViaManager)
	owner.presses(s, "Сомневаюсь в выборе")
	vera.says("Ну такое...")
	s.understood(vera, "doubts", qualify.ViaText)
}

// understood checks a person's answer to the first question, and how it came.
func (s *scene) understood(p prospect, value string, via qualify.Via) {
	s.t.Helper()
	if a := s.lead(p.Person).Answers["niche"]; a.Value != value || a.Via != via {
		s.t.Errorf("%s is understood as %q by %q, want %q by %q", s.name(p.Chat.ID()), a.Value, a.Via, value, via)
	}
}
