package desk

import (
	"slices"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// kept brings what the lead sent before there was a card, below it and in order. The
// card made the sound.
func (d *Desk) kept(s *dialog.Session, at time.Time) []outbox.Delivery {
	var out []outbox.Delivery
	for _, k := range s.Kept {
		s.Talk = remember(s.Talk, dialog.Remark{Text: d.shown(dialog.Input{Text: k.Text, Media: k.Media}), At: k.At})
		out = append(out, d.before(s, k, at))
	}
	s.Kept = nil
	return out
}

// before is one of these messages, or an album.
func (d *Desk) before(s *dialog.Session, k dialog.Kept, at time.Time) outbox.Delivery {
	body := dialog.Message{Silent: true}
	if k.Text != "" {
		body.Text = d.said(s, &dialog.Input{Text: k.Text}) // safe, as the caption of a stranger is not
	}
	if k.Media {
		body.Copy = &dialog.Copy{Chat: s.ChatID, Messages: slices.Sorted(slices.Values(k.Messages))}
	}
	out := d.line(s, body, at)
	if k.Media {
		out.Method = outbox.Copy
	}
	first := slices.Min(k.Messages)
	out.Key, out.Twin = ShownKey(s.ID, first), first
	return out
}
