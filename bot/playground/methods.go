package playground

import (
	"encoding/json"
	"strings"
)

// methods are what the server plays, besides getUpdates. They run under the
// server's lock.
var methods = map[string]func(*Server, *call) (any, error){
	"getMe":          (*Server).getMe,
	"setMyCommands":  (*Server).setMyCommands,
	"setWebhook":     (*Server).setWebhook,
	"deleteWebhook":  (*Server).deleteWebhook,
	"getWebhookInfo": (*Server).getWebhookInfo,

	"sendMessage":     (*Server).sendMessage,
	"sendPhoto":       (*Server).sendPhoto,
	"sendDocument":    (*Server).sendDocument,
	"sendVideo":       (*Server).sendVideo,
	"sendVideoNote":   (*Server).sendVideoNote,
	"sendVoice":       (*Server).sendVoice,
	"sendSticker":     (*Server).sendSticker,
	"sendLocation":    (*Server).sendLocation,
	"sendContact":     (*Server).sendContact,
	"sendMediaGroup":  (*Server).sendMediaGroup,
	"getFile":         (*Server).getFile,
	"sendChatAction":  (*Server).sendChatAction,
	"copyMessage":     (*Server).copyMessage,
	"copyMessages":    (*Server).copyMessages,
	"forwardMessage":  (*Server).forwardMessage,
	"editMessageText": (*Server).editMessageText,
	"deleteMessage":   (*Server).deleteMessage,

	"editMessageCaption":     (*Server).editMessageCaption,
	"editMessageReplyMarkup": (*Server).editMessageReplyMarkup,
	"setMessageReaction":     (*Server).setMessageReaction,
	"answerCallbackQuery":    (*Server).answerCallbackQuery,

	"getChat":               (*Server).getChat,
	"getChatMember":         (*Server).getChatMember,
	"getChatAdministrators": (*Server).getChatAdministrators,
	"leaveChat":             (*Server).leaveChat,

	"createForumTopic": (*Server).createForumTopic,
	"editForumTopic":   (*Server).editForumTopic,
	"closeForumTopic":  (*Server).closeForumTopic,
	"reopenForumTopic": (*Server).reopenForumTopic,
	"deleteForumTopic": (*Server).deleteForumTopic,
}

func (s *Server) getMe(*call) (any, error) {
	return struct {
		User
		CanJoin bool `json:"can_join_groups"`
		ReadAll bool `json:"can_read_all_group_messages"`
		Inline  bool `json:"supports_inline_queries"`
	}{User: s.bot, CanJoin: true}, nil
}

func (s *Server) setMyCommands(c *call) (any, error) {
	var commands []struct{ Command, Description string }
	if json.Unmarshal([]byte(c.params["commands"]), &commands) != nil || commands == nil {
		return nil, bad("expected an Array of BotCommand")
	}
	for _, command := range commands {
		if name := strings.TrimPrefix(command.Command, "/"); !validCommand(name) {
			return nil, bad("BOT_COMMAND_INVALID")
		}
		if n := units(command.Description); n < 1 || n > 256 {
			return nil, bad("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	s.commands = []byte(c.params["commands"])
	return true, nil
}

func validCommand(name string) bool {
	return name != "" && len(name) <= 32 && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// Commands returns the JSON of the commands that the bot set last, or "".
func (s *Server) Commands() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.commands)
}
