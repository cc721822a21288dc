package playground

import (
	"context"
	"time"
)

// attachments are stubs of what people send besides texts. Those that take a
// caption get it.
var attachments = map[string]func(who Member, caption string) Message{
	"photo":      Member.SendPhoto,
	"album":      func(who Member, caption string) Message { return who.SendAlbum(caption, "")[0] },
	"video":      func(who Member, caption string) Message { return who.SendVideo(12*time.Second, caption) },
	"document":   func(who Member, caption string) Message { return who.SendDocument("Программа.pdf", caption) },
	"voice":      func(who Member, _ string) Message { return who.SendVoice(7 * time.Second) },
	"video_note": func(who Member, _ string) Message { return who.SendVideoNote(9 * time.Second) },
	"sticker":    func(who Member, _ string) Message { return who.SendSticker("👍") },
	"contact":    func(who Member, _ string) Message { return who.SendStrangersContact("+79990000099", "Пётр") },
	"location":   func(who Member, _ string) Message { return who.SendLocation(55.7558, 37.6176) },
}

// attach sends a stub of a picture, a voice message or the like.
func (p *Page) attach(_ context.Context, o order) (any, error) {
	scene, _, _ := p.now()
	who, err := scene.actor(o)
	if err != nil {
		return nil, err
	}
	send, ok := attachments[o.Kind]
	if !ok {
		return nil, refusal("Такого вложения нет.")
	}
	if units(o.Text) > maxCaption {
		return nil, refusal("Подпись длиннее 1024 знаков.")
	}
	return view(send(who.answering(o.Message), o.Text)), nil
}
