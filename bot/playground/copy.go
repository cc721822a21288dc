package playground

import "encoding/json"

// copyMessage sends the content of a message again, without its origin. A new
// caption is taken only where one can stand.
func (s *Server) copyMessage(c *call) (any, error) {
	chat, m, err := s.draft(c, "text messages")
	if err != nil {
		return nil, err
	}
	source, err := s.source(c, errNoCopy)
	if err != nil {
		return nil, err
	}
	if source.service() {
		return nil, errCannotCopy
	}
	m.content(source)
	if _, ok := c.params["caption"]; ok && source.captioned() {
		if err := s.setCaption(c, &m, errCaptionLong); err != nil {
			return nil, err
		}
	}
	return map[string]int{"message_id": chat.add(m).ID}, nil
}

// maxCopies is how many messages one call copies at most.
const maxCopies = 100

// copyMessages copies several messages at once; what is gone or cannot be copied
// is left out. Albums stay albums.
func (s *Server) copyMessages(c *call) (any, error) {
	chat, draft, err := s.draft(c, "text messages")
	if err != nil {
		return nil, err
	}
	sources, err := s.sources(c)
	if err != nil {
		return nil, err
	}
	albums := map[string]string{}
	copies := []map[string]int{}
	for _, source := range sources {
		m := draft
		m.content(source)
		if c.truth("remove_caption") {
			m.Caption, m.CaptionEntities = "", nil
		}
		if m.Album = albums[source.Album]; source.Album != "" && m.Album == "" {
			m.Album = s.newAlbum()
			albums[source.Album] = m.Album
		}
		copies = append(copies, map[string]int{"message_id": chat.add(m).ID})
	}
	return copies, nil
}

// sources returns the messages of a call that can be copied, at least one.
func (s *Server) sources(c *call) ([]*Message, error) {
	from, err := s.readable(c)
	if err != nil {
		return nil, err
	}
	ids, err := c.ids()
	if err != nil {
		return nil, err
	}
	var found []*Message
	refusal := errNoneToCopy
	for _, id := range ids {
		m := from.find(id)
		if m != nil && m.service() {
			refusal = errCopyNone
		} else if m != nil {
			found = append(found, m)
		}
	}
	if len(found) == 0 {
		return nil, refusal
	}
	return found, nil
}

// ids reads the message_ids of a call.
func (c *call) ids() ([]int, error) {
	var ids []int
	json.Unmarshal([]byte(c.params["message_ids"]), &ids)
	switch {
	case len(ids) == 0:
		return nil, errNoIDs
	case len(ids) > maxCopies:
		return nil, errCopyMany
	}
	for i := range ids[1:] {
		if ids[i+1] <= ids[i] {
			return nil, errCopyOrder
		}
	}
	return ids, nil
}

// readable returns the chat that a copy is taken from. A person who blocked the
// bot can still be read.
func (s *Server) readable(c *call) (*Chat, error) {
	chat, err := s.reach(c, "from_chat_id")
	if chat != nil && chat.private() {
		err = nil
	}
	return chat, err
}

func (s *Server) forwardMessage(c *call) (any, error) {
	chat, m, err := s.draft(c, "text messages")
	if err != nil {
		return nil, err
	}
	source, err := s.source(c, errNoForward)
	if err != nil {
		return nil, err
	}
	m.content(source)
	m.Forward = &Origin{Type: "user", Date: source.Date, User: source.From}
	return *chat.add(m), nil
}

// source returns the message that a copy is made of.
func (s *Server) source(c *call, missing error) (*Message, error) {
	from, err := s.readable(c)
	if err != nil {
		return nil, err
	}
	if c.params["message_id"] == "" {
		return nil, errMessageID
	}
	m := from.find(c.id("message_id"))
	if m == nil {
		return nil, missing
	}
	return m, nil
}

// content takes over what a message says or shows.
func (m *Message) content(from *Message) {
	m.Text, m.Entities = from.Text, from.Entities
	m.Caption, m.CaptionEntities = from.Caption, from.CaptionEntities
	m.Photo, m.Document, m.Voice, m.Sticker = from.Photo, from.Document, from.Voice, from.Sticker
	m.Video, m.VideoNote, m.Audio, m.Animation = from.Video, from.VideoNote, from.Audio, from.Animation
	m.Location, m.Contact = from.Location, from.Contact
}
