package dialog

import "slices"

// Known is a question that leads ask again and again, with its answer.
type Known struct {
	ID    string   `yaml:"id"`
	About []string `yaml:"about"` // phrases; the notation of understand
	Say   string   `yaml:"say"`
	Hint  bool     `yaml:"hint"` // the open question's own explanation goes before Say
	Pass  bool     `yaml:"pass"` // a manager answers; Say goes before the promise
}

// question answers what the lead asks from the script, or passes it to a manager
// and says by when.
func (t *step) question(about string) Text {
	k, ok := t.Script.known(about)
	if !ok {
		return t.passQuestion(nil)
	}
	said := t.fill(k.Say, nil)
	if a, ok := t.Script.Ask(t.Asked); ok && k.Hint && a.Hint != "" {
		said = t.fill(a.Hint, nil)
	}
	if k.Pass {
		return t.passQuestion(said)
	}
	return said
}

// known returns an entry of the script's questions and answers.
func (s *Script) known(id string) (Known, bool) {
	i := slices.IndexFunc(s.FAQ, func(k Known) bool { return k.ID == id })
	if i < 0 {
		return Known{}, false
	}
	return s.FAQ[i], true
}

// passQuestion gives a question to the managers with a time that they can keep;
// before the consent nothing is passed on.
func (t *step) passQuestion(said Text) Text {
	if !t.Agreed(Processing) {
		return Join(" ", said, t.text("question_consent", nil))
	}
	if t.Handoff == nil {
		t.handOff(LaneQuestion)
	}
	if !t.pass() {
		return Join(" ", said, t.text("media_full", nil))
	}
	return Join(" ", said, t.text("question_passed", values{"when": Plain(t.when())}))
}
