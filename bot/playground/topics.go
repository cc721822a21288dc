package playground

// topicColor is the colour of a topic that asks for none.
const topicColor = 0x6fb9f0

// forum returns the chat of a call about topics, if the bot may do that in it.
func (s *Server) forum(c *call, right string) (*Chat, error) {
	chat, err := s.reach(c, "chat_id")
	switch {
	case err != nil:
		return nil, err
	case !chat.info.IsForum:
		return nil, errNotForum
	case !chat.members[s.bot.ID].may("can_manage_topics"):
		return nil, noRights(right)
	}
	return chat, nil
}

// topic returns a living topic of the forum.
func (s *Server) topic(c *call, right string) (*Chat, *Topic, error) {
	chat, err := s.forum(c, right)
	if err != nil {
		return nil, nil, err
	}
	t := chat.topics[c.id("message_thread_id")]
	if t == nil || t.Deleted {
		return nil, nil, errNoTopic
	}
	return chat, t, nil
}

func topicName(name string) error {
	if blank(name) {
		return errTopicEmpty
	}
	if units(name) > maxTopic {
		return errTopicName
	}
	return nil
}

func (s *Server) createForumTopic(c *call) (any, error) {
	chat, err := s.forum(c, "create a topic")
	if err != nil {
		return nil, err
	}
	name := clean(c.params["name"])
	if err := topicName(name); err != nil {
		return nil, err
	}
	color := c.id("icon_color")
	if color == 0 {
		color = topicColor
	}
	t := chat.openTopic(name, color, s.botUser())
	return map[string]any{"message_thread_id": t.ID, "name": name, "icon_color": color}, nil
}

// openTopic adds a topic; the message that tells of it gives it its id.
func (c *Chat) openTopic(name string, color int, by *User) *Topic {
	m := c.add(Message{From: by, TopicCreated: &TopicTitle{Name: name, Color: color}})
	t := &Topic{ID: m.ID, Name: name, created: m}
	c.topics[t.ID] = t
	return t
}

func (s *Server) editForumTopic(c *call) (any, error) {
	chat, t, err := s.topic(c, "edit the topic")
	if err != nil {
		return nil, err
	}
	name, named := c.params["name"]
	if !named || name == "" {
		return true, nil
	}
	if err := topicName(name); err != nil {
		return nil, err
	}
	if name == t.Name {
		return nil, errTopicSame
	}
	t.Name = name
	chat.add(Message{From: s.botUser(), Thread: t.ID, TopicEdited: &TopicTitle{Name: name}})
	return true, nil
}

func (s *Server) closeForumTopic(c *call) (any, error) {
	chat, t, err := s.topic(c, "close the topic")
	if err != nil {
		return nil, err
	}
	if t.Closed {
		return nil, errTopicSame
	}
	t.Closed = true
	chat.add(Message{From: s.botUser(), Thread: t.ID, TopicClosed: &struct{}{}})
	return true, nil
}

func (s *Server) reopenForumTopic(c *call) (any, error) {
	chat, t, err := s.topic(c, "reopen the topic")
	if err != nil {
		return nil, err
	}
	if !t.Closed {
		return nil, errTopicSame
	}
	t.Closed = false
	chat.add(Message{From: s.botUser(), Thread: t.ID, TopicReopened: &struct{}{}})
	return true, nil
}

func (s *Server) deleteForumTopic(c *call) (any, error) {
	chat, t, err := s.topic(c, "delete the topic")
	if err != nil {
		return nil, err
	}
	chat.dropTopic(t)
	return true, nil
}

// dropTopic deletes a topic with all its messages.
func (c *Chat) dropTopic(t *Topic) {
	t.Deleted = true
	for _, m := range c.history {
		if m.Thread == t.ID && !m.Deleted {
			c.remove(m)
		}
	}
}
