package dialog

import "leadbot/qualify"

// Wording returns how a question is put to someone of that name: its title where
// the script has no words for it, its id where the script no longer has it.
func (s *Script) Wording(q qualify.Question, name string) Text {
	a, ok := s.Ask(q)
	switch {
	case !ok:
		return Plain(string(q))
	case a.Text == "":
		return Plain(a.Title)
	}
	first, _, _ := cutSpace(name)
	return s.fill(a.Text, values{"name": Foreign(first)})
}
