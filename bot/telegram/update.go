package telegram

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
)

// allowedUpdates are asked for each time: a null would keep an older choice.
const allowedUpdates = `["message","edited_message","callback_query","my_chat_member","chat_member"]`

// update is what is read of one; at most one field beside the id is set.
type update struct {
	ID       int64         `json:"update_id"`
	Message  *message      `json:"message"`
	Edited   *message      `json:"edited_message"`
	Press    *press        `json:"callback_query"`
	Standing *memberChange `json:"my_chat_member"` // of the bot
	Member   *memberChange `json:"chat_member"`    // of somebody else
}

type message struct {
	ID          int64    `json:"message_id"`
	Thread      int64    `json:"message_thread_id"`
	InTopic     bool     `json:"is_topic_message"` // else Thread is a thread of replies
	From        *user    `json:"from"`
	SenderChat  *chat    `json:"sender_chat"`
	ReplyTo     *quoted  `json:"reply_to_message"`
	Album       string   `json:"media_group_id"`
	Chat        *chat    `json:"chat"`
	Text        string   `json:"text"`
	Caption     string   `json:"caption"`
	Contact     *contact `json:"contact"`
	Location    present  `json:"location"`
	Sticker     present  `json:"sticker"`
	MigrateTo   int64    `json:"migrate_to_chat_id"`
	MigrateFrom int64    `json:"migrate_from_chat_id"`
	service
}

type quoted struct {
	ID int64 `json:"message_id"`
}

// answers returns the message that this one replies to. In a topic, what replies
// to nothing seems to reply to the message that opened the topic.
func (m *message) answers() int64 {
	if m.ReplyTo == nil || m.InTopic && m.ReplyTo.ID == m.Thread {
		return 0
	}
	return m.ReplyTo.ID
}

type press struct {
	ID      string   `json:"id"`
	From    *user    `json:"from"`
	Message *message `json:"message"` // date 0 and no content when it is too old
	Data    string   `json:"data"`
}

type memberChange struct {
	Chat *chat  `json:"chat"`
	From *user  `json:"from"`
	Old  member `json:"old_chat_member"`
	New  member `json:"new_chat_member"`
}

type member struct {
	User   user   `json:"user"`
	Status string `json:"status"`
	Inside bool   `json:"is_member"`         // of a restricted one
	Writes bool   `json:"can_send_messages"` // of a restricted one
}

type user struct {
	ID       int64  `json:"id"`
	Bot      bool   `json:"is_bot"`
	First    string `json:"first_name"`
	Last     string `json:"last_name"`
	Username string `json:"username"`
	Language string `json:"language_code"`
}

type chat struct {
	ID   int64  `json:"id"`
	Type string `json:"type"`
}

type contact struct {
	Phone  string `json:"phone_number"`
	UserID int64  `json:"user_id"`
}

// service holds what makes a message a notice that nobody wrote.
type service struct {
	NewMembers    present `json:"new_chat_members"`
	LeftMember    present `json:"left_chat_member"`
	OwnerLeft     present `json:"chat_owner_left"`
	OwnerChanged  present `json:"chat_owner_changed"`
	NewTitle      present `json:"new_chat_title"`
	NewPhoto      present `json:"new_chat_photo"`
	NoPhoto       present `json:"delete_chat_photo"`
	GroupMade     present `json:"group_chat_created"`
	SuperMade     present `json:"supergroup_chat_created"`
	ChannelMade   present `json:"channel_chat_created"`
	AutoDelete    present `json:"message_auto_delete_timer_changed"`
	Pinned        present `json:"pinned_message"`
	Connected     present `json:"connected_website"`
	MayWrite      present `json:"write_access_allowed"`
	Proximity     present `json:"proximity_alert_triggered"`
	Boost         present `json:"boost_added"`
	Background    present `json:"chat_background_set"`
	TopicMade     present `json:"forum_topic_created"`
	TopicEdited   present `json:"forum_topic_edited"`
	TopicClosed   present `json:"forum_topic_closed"`
	TopicReopened present `json:"forum_topic_reopened"`
	GeneralHidden present `json:"general_forum_topic_hidden"`
	GeneralShown  present `json:"general_forum_topic_unhidden"`
	VideoPlanned  present `json:"video_chat_scheduled"`
	VideoStarted  present `json:"video_chat_started"`
	VideoEnded    present `json:"video_chat_ended"`
	VideoInvited  present `json:"video_chat_participants_invited"`
}

// present is true when the field is there, whatever it holds.
type present bool

func (p *present) UnmarshalJSON(b []byte) error {
	*p = string(b) != "null"
	return nil
}

func (s service) any() bool { return s != service{} }

// parse reads an update. Beside an error, the update has its id where at least
// that could be read.
func parse(raw []byte) (u update, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("read an update: %v", r)
		}
	}()
	if err := json.Unmarshal(raw, &u); err != nil {
		return update{ID: updateID(raw)}, unreadable("an update", err)
	}
	if !u.whole() {
		return update{ID: u.ID}, errWithoutChat
	}
	return u, nil
}

// unreadable describes an error of package json without the value it may quote.
func unreadable(what string, err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("read %s: field %q is no %s", what, wrong.Field, wrong.Type)
	}
	return fmt.Errorf("read %s: %w", what, err)
}

var errWithoutChat = errors.New("read an update: its chat or its sender is missing")

// updateID reads nothing but the id, 0 when not even that can be read.
func updateID(raw []byte) int64 {
	var u struct {
		ID int64 `json:"update_id"`
	}
	if json.Unmarshal(raw, &u) != nil {
		return 0
	}
	return u.ID
}

// chatID reads the private chat or the sender of an update whose rest cannot be
// read, 0 when that cannot be read either.
func chatID(raw []byte) int64 {
	type sender struct {
		Chat struct {
			ID int64 `json:"id"`
		} `json:"chat"`
		From struct {
			ID int64 `json:"id"`
		} `json:"from"`
	}
	var u map[string]json.RawMessage
	if json.Unmarshal(raw, &u) != nil {
		return 0
	}
	for _, part := range u {
		var s sender
		_ = json.Unmarshal(part, &s) // what can be read is read
		if id := cmp.Or(s.Chat.ID, s.From.ID); id != 0 {
			return id
		}
	}
	return 0
}

// whole reports whether everything that the rest relies on is there.
func (u update) whole() bool {
	for _, m := range []*message{u.Message, u.Edited} {
		if m != nil && m.Chat == nil {
			return false
		}
	}
	for _, c := range []*memberChange{u.Standing, u.Member} {
		if c != nil && c.Chat == nil {
			return false
		}
	}
	return u.Press == nil || u.Press.From != nil
}
