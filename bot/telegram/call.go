package telegram

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// maxAnswer bounds what is read of an answer: a full batch of updates is less.
const maxAnswer = 64 << 20

// call makes one request and returns its result, or how it failed. Files are
// uploaded with it.
func (c *Client) call(ctx context.Context, method string, params tgbotapi.Params, timeout time.Duration,
	files ...tgbotapi.RequestFile) (json.RawMessage, *Failure) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	x := &exchange{ctx: ctx, client: c.http}
	api := c.api
	api.Client = x
	var resp *tgbotapi.APIResponse
	var err error
	if len(files) > 0 {
		resp, err = api.UploadFiles(method, params, files) // its errors have no code, the exchange does
	} else {
		resp, err = api.MakeRequest(method, params)
	}
	if err != nil {
		return nil, c.failure(method, x, err)
	}
	return resp.Result, nil
}

// exchange is the HTTP client of one call: it carries the call's context and
// notes how far the call came, neither of which tgbotapi can.
type exchange struct {
	ctx    context.Context
	client *http.Client
	wrote  atomic.Bool // the headers: the server may have acted from here on
	status int
}

// Do reads the whole answer, so that its connection can serve the next call.
func (x *exchange) Do(req *http.Request) (*http.Response, error) {
	trace := &httptrace.ClientTrace{
		GetConn:      func(string) { x.wrote.Store(false) }, // again only if nothing was written before
		WroteHeaders: func() { x.wrote.Store(true) },
	}
	resp, err := x.client.Do(req.WithContext(httptrace.WithClientTrace(x.ctx, trace)))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	x.status = resp.StatusCode
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// Failure is a call that did not succeed.
type Failure struct {
	Method   string
	Status   int    // of the answer; 0 when none came
	Answered bool   // in Telegram's form, so that Text is Telegram's word
	Text     string // without the token
	Wrote    bool   // the request may have arrived
	Retry    time.Duration
	MovedTo  int64
}

func (f *Failure) Error() string {
	if f.Status == 0 {
		return fmt.Sprintf("%s: %s", f.Method, f.Text)
	}
	return fmt.Sprintf("%s: %d %s", f.Method, f.Status, f.Text)
}

// failure sorts out the error of a call. An error of net/http names the whole
// address, which holds the token.
func (c *Client) failure(method string, x *exchange, err error) *Failure {
	f := &Failure{Method: method, Status: x.status, Wrote: x.wrote.Load()}
	var told *tgbotapi.Error
	if errors.As(err, &told) {
		f.Status, f.Answered = cmp.Or(told.Code, x.status), true
		f.Retry = time.Duration(told.RetryAfter) * time.Second
		f.MovedTo = told.MigrateToChatID
	}
	var address *url.Error
	if errors.As(err, &address) {
		err = address.Err
	}
	f.Text = c.redact.string(err.Error())
	return f
}
