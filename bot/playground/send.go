package playground

import (
	"encoding/json"
	"strconv"
)

// reach returns the chat of a chat_id parameter, if the bot may act in it.
func (s *Server) reach(c *call, name string) (*Chat, error) {
	text := c.params[name]
	if text == "" {
		return nil, errChatEmpty
	}
	id, err := strconv.ParseInt(text, 10, 64)
	chat := s.chats[id]
	if err != nil || chat == nil {
		return nil, errNoChat
	}
	return chat, chat.refusal()
}

// refusal returns why the bot cannot act in the chat, or nil.
func (c *Chat) refusal() error {
	if p := c.person; p != nil {
		return p.refusal()
	}
	if c.upgraded != 0 {
		return upgraded(c.upgraded)
	}
	return c.outcast()
}

// outcast refuses a bot that is not in the group.
func (c *Chat) outcast() error {
	switch status := c.members[c.server.bot.ID].Status; {
	case status == "kicked" && c.supergroup():
		return errKicked
	case status == "kicked":
		return errKickedGroup
	case status == "left" && c.supergroup():
		return errOut
	case status == "left":
		return errOutGroup
	}
	return nil
}

// draft begins a message of the bot: chat, thread, reply and keyboard.
func (s *Server) draft(c *call, kind string) (*Chat, Message, error) {
	m := Message{From: s.botUser(), Thread: c.id("message_thread_id"), Silent: c.truth("disable_notification")}
	chat, err := s.reach(c, "chat_id")
	if err == nil {
		err = chat.admits(m.Thread, kind)
	}
	if err == nil {
		m.ReplyTo, err = c.replied(chat)
	}
	if err == nil {
		err = s.setMarkup(c, &m)
	}
	return chat, m, err
}

func (s *Server) botUser() *User {
	bot := s.bot
	return &bot
}

// admits reports whether the bot may write into a thread, 0 for none. The kind
// is Telegram's word for what it writes, such as "text messages".
func (c *Chat) admits(thread int, kind string) error {
	bot := c.members[c.server.bot.ID]
	if !c.private() && bot.Status == "restricted" {
		return noRights("send " + kind + " to the chat")
	}
	if thread == 0 {
		return nil
	}
	t := c.topics[thread]
	if t == nil || t.Deleted {
		return errNoThread
	}
	if t.Closed && !bot.may("can_manage_topics") {
		return errTopicClosed
	}
	return nil
}

// replied returns the message that the call replies to, or nil.
func (c *call) replied(chat *Chat) (*Message, error) {
	reply := struct {
		ID      int  `json:"message_id"`
		Without bool `json:"allow_sending_without_reply"`
	}{c.id("reply_to_message_id"), c.truth("allow_sending_without_reply")}
	if text := c.params["reply_parameters"]; text != "" && json.Unmarshal([]byte(text), &reply) != nil {
		return nil, bad("can't parse reply parameters JSON object")
	}
	if reply.ID == 0 {
		return nil, nil
	}
	if m := chat.find(reply.ID); m != nil {
		return m.quoted(), nil
	}
	if reply.Without {
		return nil, nil
	}
	return nil, errNoReply
}

func (s *Server) sendMessage(c *call) (any, error) {
	chat, m, err := s.draft(c, "text messages")
	if err != nil {
		return nil, err
	}
	if err := s.setText(c, &m, errTextLong); err != nil {
		return nil, err
	}
	return *chat.add(m), nil
}

// setText gives the message the call's text; tooLong is how Telegram refuses a
// long one, which differs between methods.
func (s *Server) setText(c *call, m *Message, tooLong error) error {
	if c.params["text"] == "" {
		return errTextEmpty
	}
	text, marks, err := c.text("text", "entities")
	if err != nil {
		return err
	}
	if blank(text) {
		return errTextBlank
	}
	if units(text) > maxText {
		return tooLong
	}
	m.Text, m.Entities, m.NoPreview = text, s.mentions(marks), c.noPreview()
	return nil
}

func (c *call) noPreview() bool {
	var options struct {
		Disabled bool `json:"is_disabled"`
	}
	json.Unmarshal([]byte(c.params["link_preview_options"]), &options)
	return options.Disabled || c.truth("disable_web_page_preview")
}

// setCaption is setText for what stands under a file; it may be missing.
func (s *Server) setCaption(c *call, m *Message, tooLong error) error {
	text, marks, err := c.text("caption", "caption_entities")
	if err != nil {
		return err
	}
	if units(text) > maxCaption {
		return tooLong
	}
	m.Caption, m.CaptionEntities = text, s.mentions(marks)
	return nil
}

func (s *Server) sendChatAction(c *call) (any, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, err
	}
	switch c.params["action"] {
	case "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
		"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note":
		return true, chat.act(c.id("message_thread_id"))
	}
	return nil, errAction
}

// act shows in a thread that the bot is about to write.
func (c *Chat) act(thread int) error {
	err := c.admits(thread, "chat actions")
	if err == nil {
		c.tell(Event{Kind: Typing, Message: Message{Chat: c.info, Thread: thread}})
	}
	return err
}
