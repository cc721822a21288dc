package playground

import (
	"encoding/json"
	"net"
	"net/url"
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
	"sendChatAction":  (*Server).sendChatAction,
	"copyMessage":     (*Server).copyMessage,
	"forwardMessage":  (*Server).forwardMessage,
	"editMessageText": (*Server).editMessageText,
	"deleteMessage":   (*Server).deleteMessage,

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

// webhook is what the last setWebhook said; nothing is ever sent to it.
type webhook struct {
	URL            string   `json:"url"`
	Certificate    bool     `json:"has_custom_certificate"`
	Pending        int      `json:"pending_update_count"`
	MaxConnections int      `json:"max_connections,omitempty"`
	Allowed        []string `json:"allowed_updates,omitempty"`
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

func (s *Server) setWebhook(c *call) (any, error) {
	address := c.params["url"]
	if address != "" && !webhookURL(address) {
		return nil, bad("bad webhook: An HTTPS URL must be provided for webhook")
	}
	s.updates.allow(c.params["allowed_updates"])
	s.webhook = webhook{URL: address, MaxConnections: c.id("max_connections")}
	if address != "" && s.updates.poller != nil {
		s.updates.poller <- errSetWebhook
		s.updates.poller = nil
	}
	return s.dropPending(c)
}

// webhookURL takes HTTPS, and HTTP to this machine as a local server does.
func webhookURL(text string) bool {
	u, err := url.Parse(text)
	if err != nil {
		return false
	}
	local := u.Hostname() == "localhost" || net.ParseIP(u.Hostname()).IsLoopback()
	return u.Scheme == "https" || u.Scheme == "http" && local
}

func (s *Server) deleteWebhook(c *call) (any, error) {
	s.webhook = webhook{}
	return s.dropPending(c)
}

func (s *Server) dropPending(c *call) (any, error) {
	if c.truth("drop_pending_updates") {
		s.updates.pending = nil
	}
	return true, nil
}

func (s *Server) getWebhookInfo(*call) (any, error) {
	info := s.webhook
	s.updates.expire(s.Expiry)
	info.Pending, info.Allowed = len(s.updates.pending), s.updates.allowed
	return info, nil
}
