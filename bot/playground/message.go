package playground

import "strings"

// A Message is one message of a chat. Fields with a JSON name are what Telegram
// sends, the others what only people see.
type Message struct {
	ID              int         `json:"message_id"`
	Thread          int         `json:"message_thread_id,omitempty"` // topic of a forum; 0 is General
	From            *User       `json:"from,omitempty"`
	SenderChat      *ChatInfo   `json:"sender_chat,omitempty"`
	Date            int64       `json:"date"` // Unix seconds
	Chat            ChatInfo    `json:"chat"`
	Forward         *Origin     `json:"forward_origin,omitempty"`
	InTopic         bool        `json:"is_topic_message,omitempty"`
	ReplyTo         *Message    `json:"reply_to_message,omitempty"`
	Album           string      `json:"media_group_id,omitempty"` // the same in all messages of an album
	EditDate        int64       `json:"edit_date,omitempty"`
	Text            string      `json:"text,omitempty"` // visible, without markup
	Entities        []Entity    `json:"entities,omitempty"`
	Caption         string      `json:"caption,omitempty"`
	CaptionEntities []Entity    `json:"caption_entities,omitempty"`
	Photo           []File      `json:"photo,omitempty"` // sizes of one photo, the largest last
	Document        *File       `json:"document,omitempty"`
	Video           *File       `json:"video,omitempty"`
	VideoNote       *File       `json:"video_note,omitempty"`
	Voice           *File       `json:"voice,omitempty"`
	Audio           *File       `json:"audio,omitempty"`
	Animation       *File       `json:"animation,omitempty"` // its file is the Document as well
	Sticker         *File       `json:"sticker,omitempty"`
	Location        *Location   `json:"location,omitempty"`
	Contact         *Contact    `json:"contact,omitempty"`
	NewMembers      []User      `json:"new_chat_members,omitempty"`
	LeftMember      *User       `json:"left_chat_member,omitempty"`
	MigrateTo       int64       `json:"migrate_to_chat_id,omitempty"`
	MigrateFrom     int64       `json:"migrate_from_chat_id,omitempty"`
	TopicCreated    *TopicTitle `json:"forum_topic_created,omitempty"`
	TopicEdited     *TopicTitle `json:"forum_topic_edited,omitempty"`
	TopicClosed     *struct{}   `json:"forum_topic_closed,omitempty"`
	TopicReopened   *struct{}   `json:"forum_topic_reopened,omitempty"`

	Inline *InlineKeyboard `json:"reply_markup,omitempty"`

	Keyboard       *ReplyKeyboard `json:"-"` // buttons in place of the phone's keyboard
	RemoveKeyboard bool           `json:"-"` // takes such a keyboard away
	ForceReply     bool           `json:"-"`
	Silent         bool           `json:"-"`
	Deleted        bool           `json:"-"`
	NoPreview      bool           `json:"-"` // link previews are off
	Reaction       string         `json:"-"` // the bot's emoji, "" when none
}

// A User is a person or the bot.
type User struct {
	ID        int64  `json:"id"`
	IsBot     bool   `json:"is_bot"`
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name,omitempty"`
	Username  string `json:"username,omitempty"`
	Language  string `json:"language_code,omitempty"`
}

// A ChatInfo is a chat as it stands in a message.
type ChatInfo struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"` // private, group or supergroup
	Title     string `json:"title,omitempty"`
	Username  string `json:"username,omitempty"`
	FirstName string `json:"first_name,omitempty"`
	LastName  string `json:"last_name,omitempty"`
	IsForum   bool   `json:"is_forum,omitempty"`
}

// An Entity marks a part of a text; offset and length count UTF-16 units.
type Entity struct {
	Type     string `json:"type"`
	Offset   int    `json:"offset"`
	Length   int    `json:"length"`
	URL      string `json:"url,omitempty"`
	User     *User  `json:"user,omitempty"`
	Language string `json:"language,omitempty"`
}

// A File is something uploaded or a stub of it. Its bytes stay in the server.
type File struct {
	ID       string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Size     int    `json:"file_size,omitempty"`
	Name     string `json:"file_name,omitempty"`
	MIME     string `json:"mime_type,omitempty"`
	Width    int    `json:"width,omitempty"`
	Height   int    `json:"height,omitempty"`
	Duration int    `json:"duration,omitempty"`
	Emoji    string `json:"emoji,omitempty"`
	Type     string `json:"type,omitempty"` // of a sticker

	Data []byte `json:"-"`
}

// A Location is a point on the map.
type Location struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// A Contact is a phone number with a name. UserID is the person's own id when
// they sent their own contact, or 0.
type Contact struct {
	Phone     string `json:"phone_number"`
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name,omitempty"`
	UserID    int64  `json:"user_id,omitempty"`
}

// An Origin tells who wrote a forwarded message and when.
type Origin struct {
	Type string `json:"type"`
	Date int64  `json:"date"`
	User *User  `json:"sender_user,omitempty"`
}

// A TopicTitle is what a service message about a topic says of it.
type TopicTitle struct {
	Name  string `json:"name,omitempty"`
	Color int    `json:"icon_color,omitempty"`
}

// Edited reports whether the message was changed after it was sent.
func (m Message) Edited() bool { return m.EditDate != 0 }

// ByBot reports whether a bot wrote the message.
func (m Message) ByBot() bool { return m.From != nil && m.From.IsBot && m.SenderChat == nil }

// Labels returns the texts of the inline buttons, row by row.
func (m Message) Labels() []string {
	var labels []string
	for _, row := range m.Inline.rows() {
		for _, b := range row {
			labels = append(labels, b.Text)
		}
	}
	return labels
}

// Says matches, for Await, a message whose text or caption contains part.
func Says(part string) func(Message) bool {
	return func(m Message) bool { return strings.Contains(m.Text+m.Caption, part) }
}

// Any matches every message.
func Any(Message) bool { return true }

// captioned reports whether a caption can stand under what the message shows.
func (m Message) captioned() bool {
	return m.Photo != nil || m.Document != nil || m.Video != nil || m.Voice != nil || m.Audio != nil
}

func (m Message) service() bool {
	return m.NewMembers != nil || m.LeftMember != nil || m.MigrateTo != 0 || m.MigrateFrom != 0 ||
		m.TopicCreated != nil || m.TopicEdited != nil || m.TopicClosed != nil || m.TopicReopened != nil
}

// quoted is the message as it stands inside a reply to it.
func (m Message) quoted() *Message {
	m.ReplyTo = nil
	return &m
}
