package dialog

import (
	"slices"
	"strings"
	"time"
)

// Kept is something that the managers get with the card, because none is out yet:
// a message or an album.
type Kept struct {
	Album    string    `json:"album,omitempty"`
	Messages []int64   `json:"messages"` // of the lead's chat; several are parts of the album
	Text     string    `json:"text,omitempty"`
	Media    bool      `json:"media,omitempty"` // it shows more than text, and the text is its caption
	At       time.Time `json:"at"`
}

const (
	maxKept  = 10 // later ones are refused, so that nothing kept is lost
	maxParts = 10 // of an album, as the messenger has it
)

// media takes what the bot cannot read: it is for the managers, and the question is
// asked again. A caption is read like a typed text.
func (t *step) media() {
	id := "media"
	switch {
	case t.in.Sticker:
		t.reply("sticker", nil)
		return
	case !t.pass():
		id = "media_full"
	case t.posts():
		id = "passed_on"
	}
	switch caption := strings.TrimSpace(t.in.Text) != ""; {
	case caption && id == "passed_on": // what is not understood is said to be passed on
		t.typed()
	case caption && id == "media":
		t.reply("media_caption", nil)
		t.typed()
	case caption:
		t.reply(id, nil)
		t.typed()
	default:
		t.repeat(t.text(id, nil))
	}
}

// mereCaption asks again without an apology below what was just kept: its caption need
// not be an answer.
func (t *step) mereCaption() bool {
	kept := t.in.Kind == SentMedia && !t.posts()
	if kept {
		t.repeat(nil)
	}
	return kept
}

// posts reports whether a card is before the managers.
func (t *step) posts() bool { return t.Handoff != nil && t.Handoff.Posted }

// toManagers gives a message to the managers, should there be a card: at once, or
// with one that waits.
func (t *step) toManagers() {
	if t.Handoff != nil {
		t.pass()
	}
}

// passOn gives a message to the managers, once, and says nothing.
func (t *step) passOn() {
	if t.in.Kind == Shared {
		t.keepContact()
	}
	for _, in := range t.messages() {
		shown := func(e Event) bool {
			return e.Kind == EventNews && in.Message != 0 && e.Input.Message == in.Message && e.Input.Kind == in.Kind
		}
		if !slices.ContainsFunc(t.events, shown) {
			t.event(Event{Kind: EventNews, Text: t.inWords(in), Input: &in})
		}
	}
}

// messages are those that make the input.
func (t *step) messages() []Input {
	if t.parts == nil {
		in := t.in
		in.Media = in.Media || in.Kind == Shared
		return []Input{in}
	}
	all := make([]Input, len(t.parts))
	for i, p := range t.parts {
		all[i] = Input{Kind: Wrote, Text: p.Text, Message: p.Message, Reply: p.Reply, From: t.in.From, At: p.At}
	}
	return all
}

// pass gives a message to the managers, at once or with the card to come; false when
// there is no room to keep it.
func (t *step) pass() bool {
	if t.posts() {
		t.passOn()
		return true
	}
	return t.keep()
}

// keep puts a message by for the managers, once, but for a sticker.
func (t *step) keep() bool {
	for _, in := range t.messages() {
		switch {
		case in.Sticker, slices.ContainsFunc(t.Kept, in.inside):
			continue
		case len(t.Kept) >= maxKept:
			return false
		}
		t.Kept = append(slices.Clone(t.Kept), Kept{
			Album: in.Album, Messages: []int64{in.Message}, Text: Short(in.Text, maxAnswer), Media: in.Media, At: in.At,
		})
		t.event(Event{Kind: EventKept, Text: t.inWords(in)})
	}
	return true
}

// inside reports whether the message is a part of what is kept.
func (in Input) inside(k Kept) bool {
	return in.Message != 0 && slices.Contains(k.Messages, in.Message)
}

// amend changes what is kept of a message as its writer changed it. An album keeps
// its captions.
func (t *step) amend() {
	i := slices.IndexFunc(t.Kept, t.in.inside)
	if i >= 0 && len(t.Kept[i].Messages) == 1 {
		t.Kept = slices.Clone(t.Kept)
		t.Kept[i].Text = Short(t.in.Text, maxAnswer)
	}
}

// part reports whether the message is a further part of the album before it. That
// one was answered: the parts go where it went, without a word.
func (t *step) part() bool {
	album := ""
	if t.in.Kind == SentMedia {
		album = t.in.Album
	}
	further := album != "" && album == t.Album
	t.Album = album
	return further
}

// keepPart adds a part to its album.
func (t *step) keepPart() {
	last := len(t.Kept) - 1
	switch {
	case t.posts() && !t.Handoff.Erased:
		t.passOn()
	case last >= 0 && t.Kept[last].Album == t.in.Album && len(t.Kept[last].Messages) < maxParts:
		t.Kept = slices.Clone(t.Kept)
		k := &t.Kept[last]
		k.Messages = append(slices.Clone(k.Messages), t.in.Message)
		k.Text = Short(strings.TrimSpace(k.Text+"\n"+t.in.Text), maxAnswer)
	}
}

// unkept tells who sends more than a text before the consent that nothing is kept;
// to others it is empty.
func (t *step) unkept() Text {
	if t.in.Kind != SentMedia && t.in.Kind != Shared || t.in.Sticker {
		return nil
	}
	return t.text("unkept", nil)
}

// inWords is what a message says in words.
func (t *step) inWords(in Input) string {
	switch in.Kind {
	case SentMedia:
		return strings.TrimSpace(in.Text + " " + t.Script.Texts["desk_media"])
	case Shared:
		return in.Phone
	}
	return in.Text
}
