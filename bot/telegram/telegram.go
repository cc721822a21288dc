// Package telegram speaks the Telegram Bot API: it turns updates into inputs of
// the bot and deliveries into requests, and sorts what goes wrong by what to do
// next. It is the only package that knows Telegram's words, limits and errors.
package telegram

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Errors that a program acts on.
var (
	ErrRevoked  = errors.New("the bot token is wrong or was revoked")
	ErrConflict = errors.New("another program polls with the same token")
	ErrWebhook  = errors.New("a webhook is set for this bot, which forbids polling")
)

// Options are what a Client needs. Token and URL are required.
type Options struct {
	Token    string
	URL      string           // of the Bot API server, without a slash at the end
	HTTP     *http.Client     // nil: one with room for many calls at once
	Managers func() int64     // id of the managers' chat, 0 while it is unknown; nil: always unknown
	Health   func(error)      // told of every change of the poll: an error, or nil when it works again; may be nil
	CaughtUp func()           // called once, when the updates that waited at the start are handled; may be nil
	Log      *slog.Logger     // nil: slog.Default
	Now      func() time.Time // stamps inputs; nil: time.Now
}

// Client is one bot at one Bot API server. Its methods may be called from
// several goroutines at once; no error of theirs contains the token.
type Client struct {
	api      tgbotapi.BotAPI // copied for each call
	http     *http.Client
	redact   redactor
	managers func() int64
	health   func(error)
	caughtUp func()
	log      *slog.Logger
	now      func() time.Time
	username atomic.Pointer[string] // of the bot, known after Me
	moves    sync.Map               // old id of the managers' chat → new, from updates that are not committed yet

	members members
	forums  forums
	unnamed sync.Once // told that topics cannot be renamed
	parts   sync.Map  // delivery id → progress, of those sent in part
}

// New returns a Client. It makes no request.
func New(o Options) *Client {
	c := &Client{
		api:      tgbotapi.BotAPI{Token: o.Token, Buffer: 100},
		http:     cmp.Or(o.HTTP, ownHTTP()),
		redact:   newRedactor(o.Token),
		managers: o.Managers,
		health:   o.Health,
		caughtUp: o.CaughtUp,
		log:      cmp.Or(o.Log, slog.Default()),
		now:      o.Now,
	}
	if c.now == nil {
		c.now = time.Now
	}
	c.api.SetAPIEndpoint(o.URL + "/bot%s/%s")
	if c.managers == nil {
		c.managers = func() int64 { return 0 }
	}
	if c.health == nil {
		c.health = func(error) {}
	}
	if c.caughtUp == nil {
		c.caughtUp = func() {}
	}
	c.caughtUp = sync.OnceFunc(c.caughtUp)
	return c
}

// ownHTTP keeps a connection open for each call that may run at once.
func ownHTTP() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 256, 128
	return &http.Client{Transport: t}
}

// Bot is the bot's own account.
type Bot struct {
	ID       int64  `json:"id"`
	Username string `json:"username"`
}

// Me returns the bot's account. The error is ErrRevoked when the server does
// not know the token.
func (c *Client) Me(ctx context.Context) (Bot, error) {
	var me Bot
	err := c.ask(ctx, "getMe", nil, &me)
	if err == nil {
		c.username.Store(&me.Username)
	}
	return me, err
}

// Setup prepares polling: ErrWebhook when a webhook is set, unless takeOver
// removes it. Updates that wait are kept. A server that tells nothing readable
// of webhooks has none.
func (c *Client) Setup(ctx context.Context, takeOver bool) error {
	var hook struct {
		URL string `json:"url"`
	}
	err := c.ask(ctx, "getWebhookInfo", nil, &hook)
	switch {
	case errors.Is(err, ErrRevoked):
		return err
	case hook.URL == "":
		return nil
	case !takeOver:
		return ErrWebhook
	}
	return c.ask(ctx, "deleteWebhook", tgbotapi.Params{"drop_pending_updates": "false"}, nil)
}

// SetWebhook makes Telegram post updates to the address with this secret.
func (c *Client) SetWebhook(ctx context.Context, address, secret string) error {
	return c.ask(ctx, "setWebhook", tgbotapi.Params{
		"url":             address,
		"secret_token":    secret,
		"allowed_updates": allowedUpdates,
	}, nil)
}

// Command is one entry of the menu beside the text field.
type Command struct {
	Name string `json:"command"` // without a slash
	Text string `json:"description"`
}

// SetCommands shows the commands in every private chat. Repeating it is harmless.
func (c *Client) SetCommands(ctx context.Context, commands []Command) error {
	list, err := json.Marshal(commands)
	if err != nil {
		return fmt.Errorf("encode the commands: %w", err)
	}
	return c.ask(ctx, "setMyCommands", tgbotapi.Params{
		"commands": string(list),
		"scope":    `{"type":"all_private_chats"}`,
	}, nil)
}

// Answer ends the waiting of a press and shows the text, cut to what fits, or
// nothing when it is empty. It tries once; a press that expired is no error.
func (c *Client) Answer(ctx context.Context, press, text string) error {
	params := tgbotapi.Params{"callback_query_id": press}
	params.AddNonEmpty("text", toast(text))
	_, f := c.call(ctx, "answerCallbackQuery", params, answerTimeout)
	if f == nil || f.done() {
		return nil
	}
	return f
}

// toast returns the text cut to what fits.
func toast(text string) string {
	text = strings.ToValidUTF8(text, "")
	return text[:fit(text, maxToast)]
}

// ask calls a method that only prepares or reads, and decodes its result into
// to, unless that is nil.
func (c *Client) ask(ctx context.Context, method string, params tgbotapi.Params, to any) error {
	result, f := c.call(ctx, method, params, askTimeout)
	switch {
	case f != nil && f.revoked():
		return ErrRevoked
	case f != nil:
		return f
	case to == nil:
		return nil
	}
	if err := json.Unmarshal(result, to); err != nil {
		return fmt.Errorf("decode the result of %s: %w", method, err)
	}
	return nil
}

// How long calls may take.
const (
	sendTimeout   = 30 * time.Second
	answerTimeout = 10 * time.Second
	askTimeout    = 10 * time.Second
)
