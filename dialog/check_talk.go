package dialog

import "slices"

// talk checks what answers those who hesitate and those who ask.
func (c *checker) talk(s *Script) {
	for i := range s.Questions {
		c.simple(s, &s.Questions[i], path{"questions", i})
	}
	for i, k := range s.FAQ {
		at := path{"faq", i}
		if !idForm.MatchString(k.ID) || slices.IndexFunc(s.FAQ, func(o Known) bool { return o.ID == k.ID }) != i {
			c.add(append(at, "id"), "faq id %q: use 1 to 22 of a-z, 0-9 and _, each once", k.ID)
		}
		if len(k.About) == 0 {
			c.add(at, "faq %q: no phrases in about, so nobody can ask it", k.ID)
		}
		if k.Say == "" && !k.Pass {
			c.add(at, "faq %q: say what to answer, or pass: true", k.ID)
		}
		c.placeholders(s, k.Say, append(at, "say"), nil)
		c.copy(s, k.Say, append(at, "say"), maxText)
	}
}

// simple checks the fewer options of a question, and its explanation.
func (c *checker) simple(s *Script, a *Ask, at path) {
	c.placeholders(s, a.Hint, append(slices.Clone(at), "hint"), nil)
	c.copy(s, a.Hint, append(slices.Clone(at), "hint"), maxText)
	if len(a.Simple) == 1 || len(a.Simple) > 3 {
		c.add(append(slices.Clone(at), "simple"), "question %q: simple takes two or three options", a.ID)
	}
	for j, few := range a.Simple {
		at := append(slices.Clone(at), "simple", j)
		if _, ok := a.Option(few.ID); !ok {
			c.add(at, "question %q has no option %q", a.ID, few.ID)
		}
		if few.Text == "" {
			c.add(at, "option %q has no text", few.ID)
		}
		c.label(few.Text, at)
	}
}
