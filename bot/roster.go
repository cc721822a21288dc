package bot

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"leadbot/bot/desk"
)

// Colleagues returns everybody who was seen among the managers, by name, each with
// the leads that they have now.
func (l *Loop) Colleagues(loads map[int64]int) []desk.Colleague {
	return roster(*l.notes.Load(), loads)
}

// publish lets others see what the last commit noted.
func (l *Loop) publish() {
	notes := l.start.Notes
	l.notes.Store(&notes)
	l.managers.Store(movedTo(notes, l.Config.Managers))
}

// Managers returns the id of the managers' chat, 0 while there is none. A group
// that became a supergroup is followed over the setting.
func (l *Loop) Managers() int64 { return l.managers.Load() }

// The notes that make the roster: who has been seen among the managers, and who
// is away since when.
const managerNote = "manager:"

func awayNote(id int64) string { return fmt.Sprintf("away:%d", id) }

// meet keeps the roster: a member of the managers' chat who did something there.
func (b *batch) meet(turn *Turn, p Person) {
	name := managerNote + strconv.FormatInt(p.ID, 10)
	if p.Manager && p.ID != 0 && b.start.Notes[name] != p.Name {
		b.note(turn, name, p.Name)
	}
}

// gone takes somebody who left the managers' chat off the roster; what they have
// not answered is offered to the others.
func (b *batch) gone(turn *Turn, in Input) {
	b.note(turn, managerNote+strconv.FormatInt(in.Person.ID, 10), "")
	b.requests = append(b.requests, Request{Kind: "away", By: in.Person.ID, Update: in.Update, At: in.Event.At})
}

// colleagues is everybody of the roster, by name.
func (b *batch) colleagues() []desk.Colleague { return roster(b.start.Notes, b.loads) }

func roster(notes map[string]string, loads map[int64]int) []desk.Colleague {
	var all []desk.Colleague
	for _, note := range slices.Sorted(maps.Keys(notes)) {
		number, ok := strings.CutPrefix(note, managerNote)
		id, err := strconv.ParseInt(number, 10, 64)
		if ok && err == nil && notes[note] != "" {
			all = append(all, desk.Colleague{ID: id, Name: notes[note], Away: notes[awayNote(id)] != "", Load: loads[id]})
		}
	}
	slices.SortStableFunc(all, func(a, c desk.Colleague) int { return strings.Compare(a.Name, c.Name) })
	return all
}
