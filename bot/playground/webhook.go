package playground

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// webhook is what the last setWebhook said and how it goes. Updates go only to
// plain HTTP on this machine; to any other address nothing is ever sent.
type webhook struct {
	URL            string   `json:"url"`
	Certificate    bool     `json:"has_custom_certificate"`
	Pending        int      `json:"pending_update_count"`
	MaxConnections int      `json:"max_connections,omitempty"`
	Allowed        []string `json:"allowed_updates,omitempty"`
	FailedAt       int64    `json:"last_error_date,omitempty"`
	Failure        string   `json:"last_error_message,omitempty"`

	secret string
	stop   context.CancelFunc // of the delivery; nil when there is none
}

func (s *Server) setWebhook(c *call) (any, error) {
	address := c.params["url"]
	if address != "" && !webhookURL(address) {
		return nil, bad("bad webhook: An HTTPS URL must be provided for webhook")
	}
	s.updates.allow(c.params["allowed_updates"])
	if secret := c.params["secret_token"]; !validSecret(secret) {
		return nil, bad("secret token contains unallowed characters")
	}
	s.unhook()
	s.webhook = webhook{URL: address, MaxConnections: c.id("max_connections"), secret: c.params["secret_token"]}
	if address != "" && s.updates.poller != nil {
		s.updates.poller <- errSetWebhook
		s.updates.poller = nil
	}
	defer s.hook()
	return s.dropPending(c)
}

// validSecret takes up to 256 letters, digits, _ and -.
func validSecret(text string) bool {
	return len(text) <= 256 && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == ""
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
	s.unhook()
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

// hook begins to deliver, if the webhook is on this machine.
func (s *Server) hook() {
	u, err := url.Parse(s.webhook.URL)
	if err != nil || u.Scheme != "http" || s.closed {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	s.webhook.stop = stop
	address, secret := s.webhook.URL, s.webhook.secret
	s.handlers.Go(func() { s.deliver(ctx, address, secret) })
}

// unhook ends the delivery; what is pending stays.
func (s *Server) unhook() {
	if s.webhook.stop != nil {
		s.webhook.stop()
	}
}

// The pauses between attempts to deliver one update.
const (
	firstRetry = 200 * time.Millisecond
	lastRetry  = 10 * time.Second
)

// deliver posts the pending updates one after another, each until it is taken.
func (s *Server) deliver(ctx context.Context, address, secret string) {
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	retry := firstRetry
	for {
		u, ok := s.nextUpdate(ctx)
		if !ok {
			return
		}
		err := post(ctx, client, address, secret, u)
		s.posted(ctx, u, err)
		if err == nil {
			retry = firstRetry
			continue
		}
		s.pause(ctx, retry)
		retry = min(2*retry, lastRetry)
	}
}

// nextUpdate waits for the first pending update; there is none when ctx ends or
// the server closes.
func (s *Server) nextUpdate(ctx context.Context) (update, bool) {
	for {
		s.mu.Lock()
		s.updates.expire(s.Expiry)
		pending, news := s.updates.pending, s.updates.news.wait()
		s.mu.Unlock()
		if ctx.Err() == nil && len(pending) > 0 {
			select {
			case <-s.done:
				return update{}, false
			default:
				return pending[0], true
			}
		}
		select {
		case <-news:
		case <-ctx.Done():
			return update{}, false
		case <-s.done:
			return update{}, false
		}
	}
}

// post delivers one update; any status but 2xx is a failure.
func post(ctx context.Context, client *http.Client, address, secret string, u update) error {
	body, err := u.MarshalJSON()
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	if secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	}
	resp, err := client.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("wrong response from the webhook: %s", resp.Status)
	}
	return nil
}

// posted takes a delivered update off the queue, or keeps why it failed.
func (s *Server) posted(ctx context.Context, u update, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case err == nil:
		s.updates.pending = slices.DeleteFunc(slices.Clone(s.updates.pending), func(p update) bool { return p.id == u.id })
	case ctx.Err() == nil:
		s.webhook.FailedAt, s.webhook.Failure = s.date(), err.Error()
	}
}
