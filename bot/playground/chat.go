package playground

import (
	"slices"
)

// A Chat is a private chat of a person with the bot, or a group.
type Chat struct {
	server     *Server
	id         int64
	name       string // for error texts
	info       ChatInfo
	history    []*Message // by the order of sending, deleted ones included
	lastID     int        // of a supergroup
	topics     map[int]*Topic
	members    map[int64]membership
	person     *Person // of a private chat
	upgraded   int64   // id of the supergroup that the group became
	transcript transcript
	seen       int // events of the transcript that Await has passed
}

// A Topic is a thread of a forum.
type Topic struct {
	ID      int // message_thread_id
	Name    string
	Closed  bool
	Deleted bool
	created *Message
}

// ID returns Telegram's id of the chat. In a private chat it is the person's.
func (c *Chat) ID() int64 { return c.id }

// Info returns the chat as it stands in messages.
func (c *Chat) Info() ChatInfo {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	return c.info
}

// Messages returns all messages of the chat as they are now, in the order of
// sending, deleted ones (marked) included.
func (c *Chat) Messages() []Message {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	all := make([]Message, len(c.history))
	for i, m := range c.history {
		all[i] = *m
	}
	return all
}

// Said returns the bot's messages of the chat that are not deleted.
func (c *Chat) Said() []Message {
	return slices.DeleteFunc(c.Messages(), func(m Message) bool {
		return m.Deleted || !m.ByBot() || m.service()
	})
}

// Message returns the message with this id as it is now, deleted or not, and
// whether there is one.
func (c *Chat) Message(id int) (Message, bool) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if m := c.at(id); m != nil {
		return *m, true
	}
	return Message{}, false
}

// Last returns the bot's last message that is not deleted, and whether there is one.
func (c *Chat) Last() (Message, bool) {
	said := c.Said()
	if len(said) == 0 {
		return Message{}, false
	}
	return said[len(said)-1], true
}

// Keyboard returns the reply keyboard that stands under the chat, or nil.
func (c *Chat) Keyboard() *ReplyKeyboard {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	for _, m := range slices.Backward(c.history) {
		if m.Keyboard != nil || m.RemoveKeyboard {
			return m.Keyboard
		}
	}
	return nil
}

// Topics returns the topics of a forum by the order of creation, deleted ones included.
func (c *Chat) Topics() []Topic {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	var all []Topic
	for _, t := range c.topics {
		all = append(all, *t)
	}
	slices.SortFunc(all, func(a, b Topic) int { return a.ID - b.ID })
	return all
}

func (c *Chat) private() bool    { return c.info.Type == "private" }
func (c *Chat) supergroup() bool { return c.info.Type == "supergroup" }

// at returns the message with this id, deleted or not, or nil. Ids grow along
// the history.
func (c *Chat) at(id int) *Message {
	i, ok := slices.BinarySearchFunc(c.history, id, func(m *Message, id int) int { return m.ID - id })
	if !ok {
		return nil
	}
	return c.history[i]
}

// find returns the message with this id, or nil when it is unknown or deleted.
func (c *Chat) find(id int) *Message {
	if m := c.at(id); m != nil && !m.Deleted {
		return m
	}
	return nil
}

// nextID gives a message its id: supergroups count on their own, all other
// chats of the bot together.
func (c *Chat) nextID() int {
	counter := &c.server.messages
	if c.supergroup() {
		counter = &c.lastID
	}
	*counter++
	return *counter
}

// add puts a new message into the chat and returns it. In a topic, what replies
// to nothing replies to the message that opened the topic, as in Telegram.
func (c *Chat) add(m Message) *Message {
	m.ID, m.Chat, m.Date = c.nextID(), c.info, c.server.date()
	if m.TopicCreated != nil {
		m.Thread, m.InTopic = m.ID, true
	}
	if t := c.topics[m.Thread]; t != nil {
		m.InTopic = true
		if m.ReplyTo == nil {
			m.ReplyTo = t.created.quoted()
		}
	}
	c.history = append(c.history, &m)
	c.tell(Event{Kind: Sent, Message: m})
	return &m
}

// tell writes an event into the transcripts.
func (c *Chat) tell(e Event) {
	e.Seq, e.At = c.server.transcript.events.len()+1, c.server.now()
	c.server.transcript.add(e)
	c.transcript.add(e)
}

func (c *Chat) remove(m *Message) {
	m.Deleted = true
	c.tell(Event{Kind: Deleted, Message: *m})
}

// DeleteMessage lets people delete a message; the bot is not told. One that is
// not there is left alone.
func (c *Chat) DeleteMessage(id int) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if m := c.find(id); m != nil {
		c.remove(m)
	}
}
