package playground

import (
	"encoding/json"
	"strconv"
)

// maxAlbum is how many messages an album has at most.
const maxAlbum = 10

// albumKinds are what an album can be made of, and how a message shows it.
var albumKinds = map[string]func(*Message, File){
	"photo":    func(m *Message, f File) { m.Photo = []File{f.asPhoto()} },
	"video":    func(m *Message, f File) { m.Video = &f },
	"document": func(m *Message, f File) { m.Document = &f },
}

// newAlbum returns the id of a new album.
func (s *Server) newAlbum() string {
	s.albums++
	return strconv.Itoa(13_000_000_000_000_000 + s.albums)
}

// sendMediaGroup sends all messages of an album, or none.
func (s *Server) sendMediaGroup(c *call) (any, error) {
	chat, draft, err := s.draft(c, "media")
	if err != nil {
		return nil, err
	}
	var items []map[string]any
	if json.Unmarshal([]byte(c.params["media"]), &items) != nil || len(items) == 0 {
		return nil, errAlbumNone
	}
	if len(items) > maxAlbum {
		return nil, errAlbumLong
	}
	draft.Album = s.newAlbum()
	album := make([]Message, len(items))
	for i, item := range items {
		if album[i], err = s.albumItem(c, draft, item); err != nil {
			return nil, err
		}
	}
	for i := range album {
		album[i] = *chat.add(album[i])
	}
	return album, nil
}

// albumItem makes one message of an InputMedia.
func (s *Server) albumItem(c *call, m Message, item map[string]any) (Message, error) {
	one := &call{ctx: c.ctx, method: c.method, params: map[string]string{}, files: c.files}
	for name, value := range item {
		text, ok := value.(string)
		if !ok {
			raw, _ := json.Marshal(value)
			text = string(raw)
		}
		one.params[name] = text
	}
	put := albumKinds[one.params["type"]]
	if put == nil {
		return m, errAlbumKind
	}
	if err := s.setCaption(one, &m, errCaptionLong); err != nil {
		return m, err
	}
	f, err := s.file(one, "media")
	if err == nil {
		put(&m, f)
	}
	return m, err
}
