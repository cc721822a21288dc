package telegram

import (
	"context"
	"net/http"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Peek asks for updates once without confirming any. The error is ErrConflict
// when another program polls with the same token, and ErrWebhook when a webhook
// is set. A poll under way elsewhere is cut short by it.
func (c *Client) Peek(ctx context.Context) error {
	if err := c.Setup(ctx, false); err != nil {
		return err
	}
	_, f := c.call(ctx, "getUpdates", tgbotapi.Params{"limit": "1", "timeout": "0", "allowed_updates": allowedUpdates}, askTimeout)
	switch {
	case f == nil:
		return nil
	case f.Status == http.StatusConflict:
		return ErrConflict
	}
	return f
}

// Clock returns how far this machine's clock is ahead of the server's; false
// when the server does not tell the time.
func (c *Client) Clock(ctx context.Context, base string) (ahead time.Duration, ok bool) {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, base, nil)
	if err != nil {
		return 0, false
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, false
	}
	defer resp.Body.Close()
	theirs, err := http.ParseTime(resp.Header.Get("Date"))
	return time.Since(theirs).Truncate(time.Second), err == nil
}
