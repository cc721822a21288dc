package digest

import "leadbot/dialog"

// missed are the texts that were not understood, with how many wrote each.
func (c composer) missed(f Figures) dialog.Text {
	if len(f.Missed) == 0 {
		return nil
	}
	lines := []dialog.Text{c.head("digest_missed")}
	for _, m := range f.Missed {
		lines = append(lines, c.text("digest_missed_row", map[string]dialog.Text{
			"question": dialog.Plain(c.script.Title(m.Question)), "n": number(m.Leads),
			"text": dialog.Foreign(dialog.Short(dialog.Line(m.Text), 60)),
		}))
	}
	return dialog.Join("\n", lines...)
}

// teaching is the button that leads to them.
func (c composer) teaching(f Figures) [][]dialog.Button {
	if len(f.Missed) == 0 {
		return nil
	}
	return [][]dialog.Button{{{Text: c.script.Texts["digest_unclear"], Data: "unclear"}}}
}
