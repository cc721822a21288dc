package telegram

import (
	"context"
	"strconv"
	"strings"
	"sync"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot"
	"leadbot/dialog"
)

const (
	memberFor     = time.Minute // how long a membership is believed
	memberTimeout = 5 * time.Second
	maxMembers    = 1000
)

// members remembers who is in the managers' chat. The zero value knows nobody.
type members struct {
	mu    sync.Mutex
	known map[membership]standing
}

type membership struct{ chat, user int64 }

type standing struct {
	in    bool
	until time.Time
}

func (m *members) get(key membership) (in, known bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, ok := m.known[key]
	return s.in, ok && time.Now().Before(s.until)
}

func (m *members) set(key membership, in bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= maxMembers {
		m.known = map[membership]standing{}
	}
	m.known[key] = standing{in, time.Now().Add(memberFor)}
}

// member asks whether the person is in the chat; what cannot be found out is a no.
func (c *Client) member(ctx context.Context, key membership) bool {
	if in, known := c.members.get(key); known {
		return in
	}
	ctx, cancel := context.WithTimeout(ctx, memberTimeout)
	defer cancel()
	var m member
	err := c.ask(ctx, "getChatMember", tgbotapi.Params{
		"chat_id": strconv.FormatInt(key.chat, 10),
		"user_id": strconv.FormatInt(key.user, 10),
	}, &m)
	if err != nil {
		c.log.Warn("a member cannot be checked", "chat", key.chat, "err", err)
		return false
	}
	c.members.set(key, m.belongs())
	return m.belongs()
}

// admit marks the person as a manager where that matters.
func (c *Client) admit(ctx context.Context, in *bot.Input) {
	if managers := c.followed(); managers != 0 && in.Person.ID != 0 && privileged(in) {
		in.Person.Manager = c.member(ctx, membership{managers, in.Person.ID})
	}
}

// privileged reports whether an input may mean more when a manager sends it: a
// press in their chat, and their commands and presses in a private one.
func privileged(in *bot.Input) bool {
	if p, ok := dialog.ParsePress(in.Event.Pressed); ok && p.Teaches() {
		return true
	}
	if in.Place == bot.Private && in.Event.Kind == dialog.Commanded {
		name, _, _ := strings.Cut(in.Event.Text, " ")
		return strings.Contains(" leads lead find unclear away here ", " "+name+" ")
	}
	return in.Place == bot.Managers && in.Press != ""
}

// learn keeps the memory fresh from a change that Telegram tells of.
func (c *Client) learn(change *memberChange) {
	if managers := c.managers(); managers != 0 && change.Chat.ID == managers {
		c.members.set(membership{managers, change.New.User.ID}, change.New.belongs())
	}
}
