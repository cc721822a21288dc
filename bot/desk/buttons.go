package desk

import "leadbot/dialog"

// buttons are what can be done with the lead now.
func (d *Desk) buttons(s *dialog.Session) [][]dialog.Button {
	var layout [][]string
	switch {
	case s.Owner == dialog.Closed:
		layout = [][]string{{"reopen"}}
	case s.Claim == nil:
		layout = [][]string{{"claim"}, {"reject", "transcript", "more"}}
	case !s.Claim.Spoken():
		layout = append([][]string{{"called", "hand", "later"}}, taken...)
	default:
		layout = append([][]string{{"hand", "later"}}, taken...)
	}
	all := make([][]dialog.Button, len(layout))
	for i, row := range layout {
		for _, action := range row {
			all[i] = append(all[i], button(s, d.word("desk_"+action), action, 0))
		}
	}
	return all
}

// taken are the lower rows of a lead that somebody has.
var taken = [][]string{{"won", "lost", "reject"}, {"release", "take_over"}, {"transcript", "more"}}
