package telegram

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"leadbot/bot"
)

// maxHook bounds an update that is posted.
const maxHook = 1 << 20

// Webhook returns the handler of updates that Telegram posts with the secret.
// It answers 200, with an empty body, once the update's Input was handled; 503
// when the request ends before, so that Telegram repeats it. Without a secret
// everything is forbidden.
func (c *Client) Webhook(secret string, submit func([]bot.Input)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if code := refusal(r, secret); code != 0 {
			w.WriteHeader(code)
			return
		}
		raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxHook))
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			w.WriteHeader(http.StatusRequestEntityTooLarge)
		case err != nil:
			w.WriteHeader(http.StatusBadRequest)
		case !c.handle(r.Context(), []json.RawMessage{raw}, submit):
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
}

// refusal returns the status that turns a request away, 0 when it is Telegram's.
func refusal(r *http.Request, secret string) int {
	if r.Method != http.MethodPost {
		return http.StatusMethodNotAllowed
	}
	given := r.Header.Get("X-Telegram-Bot-Api-Secret-Token")
	if secret == "" || subtle.ConstantTimeCompare([]byte(given), []byte(secret)) != 1 {
		return http.StatusForbidden
	}
	return 0
}
