package desk

import (
	"fmt"
	"slices"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Unshown tells the managers that something from the lead cannot be shown.
func (d *Desk) Unshown(s *dialog.Session, at time.Time) []outbox.Delivery {
	if s.Handoff == nil {
		return nil
	}
	return []outbox.Delivery{d.news(s, d.text("desk_unshown", d.who(s)), at)}
}

// heard shows the managers what the lead wrote.
func (d *Desk) heard(s *dialog.Session, in *dialog.Input, at time.Time) []outbox.Delivery {
	if in.Kind == dialog.Edited && in.Shown {
		return []outbox.Delivery{d.reword(s, in, at)}
	}
	if !underWay(s, in.Album) {
		s.Talk = remember(s.Talk, dialog.Remark{Text: d.shown(*in), At: at})
	}
	if in.Album != "" {
		s.Albums = collect(s.Albums, *in, s.ChatID, in.Text)
		return nil
	}
	body := dialog.Message{Text: d.said(s, in), Reply: in.Reply, Silent: !d.Assistant.Calendar.Open(at)}
	if in.Media {
		body.Copy = &dialog.Copy{Chat: s.ChatID, Messages: []int64{in.Message}}
		if in.Text == "" {
			body.Text = nil
		}
	}
	out := d.line(s, body, at)
	if in.Media {
		out.Method = outbox.Copy
	}
	if in.Message != 0 && in.Kind != dialog.Edited {
		out.Key, out.Twin = ShownKey(s.ID, in.Message), in.Message
	}
	return []outbox.Delivery{out}
}

func (d *Desk) said(s *dialog.Session, in *dialog.Input) dialog.Text {
	id := "desk_message"
	if in.Kind == dialog.Edited {
		id = "desk_edited"
	}
	return dialog.Join(" ", d.text(id, d.who(s)), dialog.Foreign(in.Text))
}

// reword changes what the managers saw of a message that the lead changed.
func (d *Desk) reword(s *dialog.Session, in *dialog.Input, at time.Time) outbox.Delivery {
	s.CountPost()
	key := ShownKey(s.ID, in.Message)
	return outbox.Delivery{
		Key: fmt.Sprintf("%s:%d", key, s.Posts), Lead: s.ID, Class: outbox.Idempotent, Method: outbox.Edit,
		Topic: TopicKey(s), Refers: key, Priority: outbox.Answer, At: at,
		Body: dialog.Message{Text: d.said(s, in), Caption: in.Media}.Encode(),
	}
}

// lastRemarks is how many messages a brief shows.
const lastRemarks = 5

func remember(talk []dialog.Remark, r dialog.Remark) []dialog.Remark {
	r.Text = dialog.Short(dialog.Line(r.Text), 120)
	talk = append(slices.Clone(talk), r)
	return talk[max(0, len(talk)-lastRemarks):]
}
