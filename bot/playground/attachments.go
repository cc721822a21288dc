package playground

import "time"

// SendContact sends the person's own contact.
func (m Member) SendContact(phone string) Message {
	u := m.person.User()
	return m.Post(Message{Contact: &Contact{Phone: phone, FirstName: u.FirstName, LastName: u.LastName, UserID: u.ID}})
}

// SendStrangersContact sends the contact of somebody else, who is not on Telegram.
func (m Member) SendStrangersContact(phone, name string) Message {
	return m.Post(Message{Contact: &Contact{Phone: phone, FirstName: name}})
}

// SendPhoto sends a photo, always the same one; the caption may be empty.
func (m Member) SendPhoto(caption string) Message {
	return m.Post(Message{Caption: caption, Photo: []File{m.stub(File{Width: 640, Height: 360, Data: picture()})}})
}

// SendAlbum sends photos with these captions, which may be empty, as one album.
func (m Member) SendAlbum(captions ...string) []Message {
	s := m.chat.server
	s.mu.Lock()
	album := s.newAlbum()
	s.mu.Unlock()
	var sent []Message
	for _, caption := range captions {
		f := m.stub(File{Width: 640, Height: 360, Data: picture()})
		sent = append(sent, m.Post(Message{Caption: caption, Photo: []File{f}, Album: album}))
	}
	return sent
}

// SendVideoNote sends a stub of a round video of this length, in whole seconds.
func (m Member) SendVideoNote(length time.Duration) Message {
	f := m.stub(File{Duration: int(length / time.Second)})
	return m.Post(Message{VideoNote: &f})
}

// SendDocument sends a stub of a document.
func (m Member) SendDocument(name, caption string) Message {
	f := m.stub(File{Name: name, MIME: "application/octet-stream"})
	return m.Post(Message{Caption: caption, Document: &f})
}

// SendVoice sends a stub of a voice message of this length, in whole seconds.
func (m Member) SendVoice(length time.Duration) Message {
	f := m.stub(File{MIME: "audio/ogg", Duration: int(length / time.Second)})
	return m.Post(Message{Voice: &f})
}

// SendVideo sends a stub of a video of this length, in whole seconds.
func (m Member) SendVideo(length time.Duration, caption string) Message {
	f := m.stub(File{MIME: "video/mp4", Width: 1280, Height: 720, Duration: int(length / time.Second)})
	return m.Post(Message{Caption: caption, Video: &f})
}

// SendAudio sends a stub of a piece of music of this length, in whole seconds.
func (m Member) SendAudio(length time.Duration, caption string) Message {
	f := m.stub(File{MIME: "audio/mpeg", Name: "audio.mp3", Duration: int(length / time.Second)})
	return m.Post(Message{Caption: caption, Audio: &f})
}

// SendAnimation sends a stub of a silent moving picture.
func (m Member) SendAnimation(caption string) Message {
	f := m.stub(File{MIME: "video/mp4", Name: "animation.mp4", Width: 320, Height: 320, Duration: 2})
	return m.Post(Message{Caption: caption, Animation: &f, Document: &f})
}

// SendSticker sends a stub of a sticker.
func (m Member) SendSticker(emoji string) Message {
	f := m.stub(File{Emoji: emoji, Width: 512, Height: 512, Type: "regular"})
	return m.Post(Message{Sticker: &f})
}

// SendLocation sends a point on the map.
func (m Member) SendLocation(latitude, longitude float64) Message {
	return m.Post(Message{Location: &Location{latitude, longitude}})
}

func (m Member) stub(f File) File {
	s := m.chat.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Data == nil {
		f.Data = []byte("stub")
	}
	f.Size = len(f.Data)
	return s.keep(f)
}
