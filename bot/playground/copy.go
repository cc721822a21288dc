package playground

// copyMessage sends the content of a message again, without its origin.
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
	if _, ok := c.params["caption"]; ok && source.Text == "" {
		if err := s.setCaption(c, &m); err != nil {
			return nil, err
		}
	}
	return map[string]int{"message_id": chat.add(m).ID}, nil
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
	from, err := s.reach(c, "from_chat_id")
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
	m.Video, m.VideoNote = from.Video, from.VideoNote
	m.Location, m.Contact = from.Location, from.Contact
}
