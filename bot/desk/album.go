package desk

import (
	"slices"
	"strings"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// albumPause is how long after its last part an album is taken to be whole.
const albumPause = 1500 * time.Millisecond

// collect adds a message to its album, which goes out when no more parts come.
func collect(albums []dialog.Album, in dialog.Input, chat int64, text string) []dialog.Album {
	albums = slices.Clone(albums)
	i := slices.IndexFunc(albums, func(a dialog.Album) bool { return a.Group == in.Album && a.Chat == chat })
	if i < 0 {
		albums = append(albums, dialog.Album{Group: in.Album, Chat: chat})
		i = len(albums) - 1
	}
	a := &albums[i]
	a.Messages = append(slices.Clone(a.Messages), in.Message)
	a.Text, a.Due = strings.TrimSpace(a.Text+"\n"+text), in.At.Add(albumPause)
	a.Inside = a.Inside || inside(text)
	return albums
}

// underWay reports whether a part of the album came before.
func underWay(s *dialog.Session, group string) bool {
	return group != "" && slices.ContainsFunc(s.Albums, func(a dialog.Album) bool { return a.Group == group })
}

// albumDue is when the next album is whole, the zero time for never.
func albumDue(s *dialog.Session) (due time.Time) {
	for _, a := range s.Albums {
		if due.IsZero() || a.Due.Before(due) {
			due = a.Due
		}
	}
	return due
}

// albums sends the albums that are whole. A manager's goes out while the lead is
// with a manager, else its parts are marked; one with a note in it stays inside.
func (d *Desk) albums(s *dialog.Session, at time.Time) []outbox.Delivery {
	var out []outbox.Delivery
	s.Albums = slices.DeleteFunc(slices.Clone(s.Albums), func(a dialog.Album) bool {
		if a.Due.After(at) {
			return false
		}
		switch fromLead := a.Chat == s.ChatID; {
		case s.Handoff == nil || a.Inside && !fromLead:
		case fromLead || s.HeldBy() != 0:
			out = append(out, d.album(s, a, at))
		default:
			out = append(out, d.unpassed(s, a, at)...)
		}
		return true
	})
	return out
}

// unpassed marks the parts of a manager's album that does not go out: the lead
// was given back before it was whole.
func (d *Desk) unpassed(s *dialog.Session, a dialog.Album, at time.Time) (marks []outbox.Delivery) {
	for _, message := range a.Messages {
		marks = append(marks, d.mark(s, sentKey(s, Written{Chat: a.Chat}, message), message, failed, at))
	}
	return marks
}

func (d *Desk) album(s *dialog.Session, a dialog.Album, at time.Time) outbox.Delivery {
	in := &dialog.Input{Kind: dialog.SentMedia, Text: a.Text, Message: slices.Min(a.Messages), Media: true, At: at}
	body := dialog.Message{Copy: &dialog.Copy{Chat: a.Chat, Messages: slices.Sorted(slices.Values(a.Messages))}}
	if a.Chat != s.ChatID {
		out := toLead(s, Written{Input: *in, Chat: a.Chat}, at)
		out.Body = body.Encode()
		return out
	}
	body.Silent = !d.Assistant.Calendar.Open(at)
	if a.Text != "" {
		body.Text = d.said(s, in) // safe, as the caption of a stranger is not
	}
	out := d.line(s, body, at)
	out.Method, out.Key, out.Twin = outbox.Copy, ShownKey(s.ID, in.Message), in.Message
	return out
}
