package dialog

import (
	"strings"
	"time"
)

// Choices are the answers that the managers find as buttons; any other can be
// typed.
type Choices struct {
	Amounts []int64  `yaml:"amounts"` // of a sale
	Lost    []string `yaml:"lost"`    // reasons of a lead who refused
	Reject  []string `yaml:"reject"`  // reasons for letting a lead go
}

// fill takes the lists that a script leaves out from those of its language.
func (c *Choices) fill(base Choices) {
	if len(c.Amounts) == 0 {
		c.Amounts = base.Amounts
	}
	if len(c.Lost) == 0 {
		c.Lost = base.Lost
	}
	if len(c.Reject) == 0 {
		c.Reject = base.Reject
	}
}

// Prompt is a question to the managers below the card.
type Prompt struct {
	What string    `json:"what"` // the action that takes the answer
	Key  string    `json:"key"`  // of the delivery that asks
	At   time.Time `json:"at"`
}

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
