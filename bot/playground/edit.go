package playground

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"
)

// editable returns the chat and the bot's own message that a call edits.
func (s *Server) editable(c *call) (*Chat, *Message, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, nil, err
	}
	if c.params["message_id"] == "" {
		return nil, nil, errMessageID
	}
	m := chat.find(c.id("message_id"))
	switch {
	case m == nil:
		return nil, nil, errNoEdit
	case !m.ByBot() || m.Forward != nil || m.service() || m.Keyboard != nil || m.RemoveKeyboard || m.ForceReply:
		return nil, nil, errCannotEdit
	}
	return chat, m, nil
}

// editMessageText replaces text and keyboard; without a reply_markup the
// keyboard goes.
func (s *Server) editMessageText(c *call) (any, error) {
	chat, m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	changed := *m
	if err := s.setText(c, &changed, errEditLong); err != nil {
		return nil, err
	}
	if m.Text == "" {
		return nil, errNoTextToEdit
	}
	return s.change(c, chat, m, changed)
}

// editMessageCaption is editMessageText for what stands under a picture, a file or
// a recording; without a caption it goes.
func (s *Server) editMessageCaption(c *call) (any, error) {
	chat, m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	changed := *m
	if err := s.setCaption(c, &changed, errEditCaption); err != nil {
		return nil, err
	}
	if !m.captioned() {
		return nil, errNoCaption
	}
	return s.change(c, chat, m, changed)
}

func (s *Server) editMessageReplyMarkup(c *call) (any, error) {
	chat, m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	return s.change(c, chat, m, *m)
}

// change gives the edited message its keyboard and puts it in the old one's place.
func (s *Server) change(c *call, chat *Chat, m *Message, changed Message) (any, error) {
	changed.Inline = nil
	if err := s.setMarkup(c, &changed); err != nil {
		return nil, err
	}
	if changed.Keyboard != nil || changed.RemoveKeyboard || changed.ForceReply {
		return nil, bad("inline keyboard expected")
	}
	if reflect.DeepEqual(*m, changed) {
		return nil, errNotModified
	}
	changed.EditDate = s.date()
	*m = changed
	chat.tell(Event{Kind: Edited, Message: changed})
	return changed, nil
}

// deletable is how long after sending a message can be deleted for everyone.
const deletable = 48 * time.Hour

func (s *Server) deleteMessage(c *call) (any, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, err
	}
	if c.params["message_id"] == "" {
		return nil, errMessageID
	}
	m := chat.find(c.id("message_id"))
	bot := chat.members[s.bot.ID]
	switch {
	case m == nil:
		return nil, errNoDelete
	case !chat.private() && !m.ByBot() && !bot.may("can_delete_messages"):
		return nil, errCannotDelete
	case s.now().Sub(time.Unix(m.Date, 0)) > deletable && !bot.may("can_delete_messages"):
		return nil, errDeleteOld
	}
	chat.remove(m)
	return true, nil
}

// setMessageReaction keeps the bot's one emoji, or takes it away.
func (s *Server) setMessageReaction(c *call) (any, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, err
	}
	m := chat.find(c.id("message_id"))
	if m == nil {
		return nil, errNoReact
	}
	var wanted []struct{ Type, Emoji string }
	json.Unmarshal([]byte(c.params["reaction"]), &wanted)
	if len(wanted) > 1 || len(wanted) == 1 && (wanted[0].Type != "emoji" || !slices.Contains(reactions, wanted[0].Emoji)) {
		return nil, errReaction
	}
	m.Reaction = ""
	if len(wanted) == 1 {
		m.Reaction = wanted[0].Emoji
	}
	chat.tell(Event{Kind: Reacted, Message: *m})
	return true, nil
}

// reactions are the emoji that bots may react with.
var reactions = strings.Fields(`
	❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐
	🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡`)
