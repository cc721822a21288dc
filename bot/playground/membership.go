package playground

import (
	"encoding/json"
	"maps"
	"slices"
)

// A membership is what somebody is in a group.
type membership struct {
	User   *User
	Status string          // creator, administrator, member, restricted, left or kicked
	Rights map[string]bool // of an administrator, by Telegram's names
}

// adminRights are the rights of a new administrator.
var adminRights = map[string]bool{
	"can_be_edited": false, "is_anonymous": false,
	"can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": true,
	"can_restrict_members": true, "can_promote_members": false, "can_change_info": true,
	"can_invite_users": true, "can_post_stories": false, "can_edit_stories": false,
	"can_delete_stories": false, "can_pin_messages": true, "can_manage_topics": true,
}

func (m membership) may(right string) bool { return m.Status == "creator" || m.Rights[right] }

// MarshalJSON writes the ChatMember of the status.
func (m membership) MarshalJSON() ([]byte, error) {
	body := map[string]any{"user": m.User, "status": m.Status}
	switch m.Status {
	case "administrator":
		for right, held := range m.Rights {
			body[right] = held
		}
	case "creator":
		body["is_anonymous"] = false
	case "kicked":
		body["until_date"] = 0
	case "restricted":
		body["is_member"], body["until_date"], body["can_send_messages"] = true, 0, false
	}
	return json.Marshal(body)
}

// member returns what a user is in the group; a stranger has left.
func (c *Chat) member(user *User) membership {
	m, ok := c.members[user.ID]
	if !ok {
		m.Status = "left"
	}
	m.User = user
	return m
}

// setMember changes what a user is in the group and tells the bot.
func (c *Chat) setMember(by, user *User, status string, rights map[string]bool) {
	before := c.member(user)
	after := membership{User: user, Status: status, Rights: maps.Clone(rights)}
	c.members[user.ID] = after
	kind := "chat_member"
	if user.ID == c.server.bot.ID {
		kind = "my_chat_member"
	} else if c.members[c.server.bot.ID].Status != "administrator" {
		return
	}
	c.server.updates.push(kind, map[string]any{
		"chat": c.info, "from": by, "date": c.server.date(),
		"old_chat_member": before, "new_chat_member": after,
	})
}

func (s *Server) getChat(c *call) (any, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, err
	}
	return struct {
		ChatInfo
		AccentColor  int            `json:"accent_color_id"`
		MaxReactions int            `json:"max_reaction_count"`
		Gifts        map[string]any `json:"accepted_gift_types"`
	}{chat.info, 0, 11, map[string]any{}}, nil
}

func (s *Server) getChatMember(c *call) (any, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, err
	}
	if c.integer("user_id") <= 0 {
		return nil, errUserID
	}
	user := s.user(c.integer("user_id"))
	switch {
	case user == nil:
		return nil, errNoUser
	case !chat.private():
		return chat.member(user), nil
	case user.ID == chat.id || user.IsBot:
		return membership{User: user, Status: "member"}, nil
	}
	return nil, errNoUser
}

// user returns a copy of the user with this id, the bot included, or nil.
func (s *Server) user(id int64) *User {
	if id == s.bot.ID {
		return s.botUser()
	}
	if p := s.users[id]; p != nil {
		return p.copy()
	}
	return nil
}

func (s *Server) getChatAdministrators(c *call) (any, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, err
	}
	if chat.private() {
		return nil, errPrivateAdmins
	}
	admins := []membership{}
	for _, id := range slices.Sorted(maps.Keys(chat.members)) {
		if m := chat.member(s.user(id)); m.Status == "creator" || m.Status == "administrator" {
			admins = append(admins, m)
		}
	}
	return admins, nil
}

func (s *Server) leaveChat(c *call) (any, error) {
	chat, err := s.reach(c, "chat_id")
	if err != nil {
		return nil, err
	}
	if chat.private() {
		return nil, errLeavePrivate
	}
	chat.setMember(s.botUser(), s.botUser(), "left", nil)
	return true, nil
}
