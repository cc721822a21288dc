package bot

import (
	"fmt"
	"slices"
	"strconv"

	"leadbot/dialog"
)

// shown is how many leads each list names.
const shown = 10

// lines are the texts one below another, the first shown of them after a
// heading, and how many more there are.
func (c *Clerk) lines(heading dialog.Text, rows []dialog.Text, total int) dialog.Text {
	lines := append([]dialog.Text{heading}, rows...)
	if more := total - len(rows); more > 0 {
		lines = append(lines, c.text("clerk_more", map[string]dialog.Text{"n": number(int64(more))}))
	}
	return dialog.Join("\n", lines...)
}

// called is a lead's number and name; staff trying the bot are marked.
func (c *Clerk) called(s *dialog.Session) dialog.Text {
	name := dialog.Foreign(dialog.Short(dialog.Line(s.Profile.Name), 30))
	test := dialog.Text(nil)
	if s.Test {
		test = dialog.Plain("(" + c.word("desk_test") + ")")
	}
	return dialog.Join(" ", dialog.Plain("#"+strconv.FormatInt(s.ID, 10)), name, test)
}

// lane says why a lead was handed over.
func (c *Clerk) lane(s *dialog.Session) dialog.Text {
	return dialog.Plain(c.word("desk_new_" + string(s.Handoff.Lane)))
}

// links lead into the topics of those leads that have one, each once.
func (c *Clerk) links(leads ...*dialog.Session) [][]dialog.Button {
	var buttons []dialog.Button
	for _, s := range leads {
		url := topicLink(c.Managers(), s.Thread)
		if url == "" || slices.ContainsFunc(buttons, func(b dialog.Button) bool { return b.Data == url }) {
			continue
		}
		label := dialog.Short(dialog.Line(s.Profile.Name), 30)
		if label == "" {
			label = fmt.Sprintf("#%d", s.ID)
		}
		buttons = append(buttons, dialog.Button{Text: label, Data: url})
	}
	return slices.Collect(slices.Chunk(buttons, 2))
}

func refs(sessions []dialog.Session) []*dialog.Session {
	var all []*dialog.Session
	for i := range sessions {
		all = append(all, &sessions[i])
	}
	return all
}
