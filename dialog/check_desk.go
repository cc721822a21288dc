package dialog

import "strings"

// maxChoices is how many answers a manager can take in at a glance.
const maxChoices = 8

// desk checks what the managers choose from.
func (c *checker) desk(s *Script) {
	if n := len(s.Desk.Amounts); n > maxChoices {
		c.add(path{"desk", "amounts"}, "%d amounts; at most %d", n, maxChoices)
	}
	for i, n := range s.Desk.Amounts {
		if n < 1 || n > maxQuantity {
			c.add(path{"desk", "amounts", i}, "an amount of %d: use whole numbers from 1", n)
		}
	}
	c.reasons("lost", s.Desk.Lost)
	c.reasons("reject", s.Desk.Reject)
}

func (c *checker) reasons(name string, list []string) {
	if len(list) > maxChoices {
		c.add(path{"desk", name}, "%d reasons; at most %d", len(list), maxChoices)
	}
	for i, reason := range list {
		at := path{"desk", name, i}
		if strings.TrimSpace(reason) == "" {
			c.add(at, "an empty reason")
		}
		c.label(reason, at)
	}
}
