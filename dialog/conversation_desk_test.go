package dialog_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

// rest waits for whatever comes first, of the dialog or of the managers' clock.
func (s *stage) rest() {
	wake := s.desk().Wake(&s.session, s.now)
	if due := s.assistant.Wake(&s.session, s.now); wake.IsZero() || !due.IsZero() && due.Before(wake) {
		wake = due
	}
	s.session.Due = wake
}

func (s *stage) desk() *desk.Desk {
	return &desk.Desk{Assistant: s.assistant, Targets: desk.Targets{
		Hot: [3]time.Duration{5 * time.Minute, 15 * time.Minute, 30 * time.Minute}, Warm: 4 * time.Hour, Any: 8 * time.Hour,
		Silent: 30 * time.Minute, Release: 15 * time.Minute,
	}}
}

// tick runs the timers of the dialog and the managers' clock.
func (s *stage) tick() {
	s.take(dialog.Input{Kind: dialog.Ticked, At: s.now})
	d := s.desk()
	steps := d.Tick(&s.session, s.now)
	s.session = s.reread(s.session)
	s.post(steps.Out)
	for _, b := range steps.Burning {
		m := d.List(b.Level, []desk.Burning{b}, nil, func(int64) string { return "" })
		fmt.Fprintf(&s.out, "  %s:\n%s", map[bool]string{true: "владельцам", false: "в чат менеджеров"}[b.Level == desk.Owners], indented(m))
	}
	if steps.Return {
		s.take(dialog.Input{Kind: dialog.Returned, At: s.now})
	}
	if steps.Excuse {
		s.take(dialog.Input{Kind: dialog.Excused, At: s.now})
	}
	s.rest()
}

// post writes what the managers get.
func (s *stage) post(deliveries []outbox.Delivery) {
	for _, delivery := range deliveries {
		if strings.HasPrefix(delivery.Key, "topic:") {
			continue
		}
		var m dialog.Message
		if err := json.Unmarshal(delivery.Body, &m); err != nil {
			s.t.Fatal(err)
		}
		sound := "со звуком"
		if m.Silent {
			sound = "без звука"
		}
		if delivery.Method == outbox.Edit {
			sound = "правка карточки"
		}
		fmt.Fprintf(&s.out, "  менеджерам (%s):\n%s", sound, indented(m))
		if m.Copy != nil {
			fmt.Fprintf(&s.out, "    (вложений: %d)\n", len(m.Copy.Messages))
		}
	}
}

// manage presses a button of the card, or of what was not understood.
func (s *stage) manage(action string) {
	if meaning, ok := strings.CutPrefix(action, "means "); ok {
		s.teach(meaning)
		return
	}
	r := s.desk().Press(&s.session, action, 0, desk.Manager{ID: 900, Name: "Ольга", Member: true}, nil, s.now)
	s.session = s.reread(s.session)
	s.rest()
	fmt.Fprintf(&s.out, "  (всплывает: %s)\n", r.Toast)
}

// teach gives the text written last a meaning, now and for ever.
func (s *stage) teach(meaning string) {
	question, option, _ := strings.Cut(meaning, ":")
	p, _ := dialog.NewPhrase(qualify.Question(question), s.words)
	s.assistant.Taught = s.assistant.Taught.With(dialog.Lesson{Phrase: p, Option: option, By: "Ольга", At: s.now})
	s.take(dialog.Input{Kind: dialog.Meant, Pressed: "a:" + meaning, Text: s.words, At: s.now})
}
