// Package qualify turns a prospect's answers into a card: points with their
// reasons, labels and the next step. It is pure: the tables come from a script
// file, time is an argument, nothing is read or written.
package qualify

import (
	"slices"
	"time"
)

// Question is the id of a question of the script, such as "niche".
type Question string

// Via says how an answer reached us.
type Via string

// The ways an answer reaches us.
const (
	ViaButton  Via = "button"
	ViaText    Via = "text"
	ViaEdit    Via = "edit"
	ViaContact Via = "contact"
	ViaManager Via = "manager"
)

// Answer is what a lead said to one question. Value is an option's id, or the
// text itself where the question is a free one; Raw is what the lead saw or
// typed.
type Answer struct {
	Value string    `json:"value"`
	Raw   string    `json:"raw"`
	Via   Via       `json:"via"`
	At    time.Time `json:"at"`
}

// Answers holds the latest answer to each question.
type Answers map[Question]Answer

// Value returns the answer's value, or "" when the question has none.
func (a Answers) Value(q Question) string { return a[q].Value }

// Has reports whether the question has an answer.
func (a Answers) Has(q Question) bool { _, ok := a[q]; return ok }

// Flag is a remark on a lead that costs points or changes a label.
type Flag string

// Flags is a set of flags, kept in the order they were raised.
type Flags []Flag

// Has reports whether the flag is raised.
func (f Flags) Has(flag Flag) bool { return slices.Contains(f, flag) }

// With returns the flags with one more; raising a flag twice changes nothing.
func (f Flags) With(flag Flag) Flags {
	if f.Has(flag) {
		return f
	}
	return append(slices.Clip(f), flag)
}

// Without returns the flags with one less.
func (f Flags) Without(flag Flag) Flags {
	return slices.DeleteFunc(slices.Clone(f), func(have Flag) bool { return have == flag })
}

// RudeRepeat is raised by the conversation when a lead is rude again.
const RudeRepeat Flag = "rude_repeat"

// AskedHuman is raised by the conversation when a lead asks for a person.
const AskedHuman Flag = "asked_human"
