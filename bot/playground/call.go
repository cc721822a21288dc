package playground

import (
	"context"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A call is one request for a method while it is handled.
type call struct {
	ctx    context.Context
	method string
	params map[string]string // JSON values other than strings as JSON text
	files  map[string]File   // multipart uploads by field name
}

// maxBody bounds what a request may carry, files included.
const maxBody = 50 << 20

// ServeHTTP answers one request to the Bot API.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.enter() {
		panic(http.ErrAbortHandler)
	}
	defer s.handlers.Done()
	if s.download(w, r) {
		return
	}
	c, err := s.read(w, r)
	if err != nil {
		reply(w, nil, err)
		return
	}
	s.handle(w, c)
}

// read checks the path and the token and takes the parameters of a request.
func (s *Server) read(w http.ResponseWriter, r *http.Request) (*call, error) {
	token, method, ok := strings.Cut(strings.TrimPrefix(r.URL.Path, "/bot"), "/")
	if !ok || !strings.HasPrefix(r.URL.Path, "/bot") {
		return nil, errNotFound
	}
	if token != s.token {
		return nil, errUnauthorized
	}
	c := &call{ctx: r.Context(), method: canonical(method), params: map[string]string{}, files: map[string]File{}}
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	return c, c.readParams(r)
}

func (c *call) readParams(r *http.Request) error {
	for name, values := range r.URL.Query() {
		c.params[name] = values[0]
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		return c.readJSON(r.Body)
	case "multipart/form-data":
		return c.readMultipart(r)
	}
	if err := r.ParseForm(); err != nil {
		return bad("can't parse form")
	}
	c.take(r.PostForm)
	return nil
}

func (c *call) take(form map[string][]string) {
	for name, values := range form {
		c.params[name] = values[0]
	}
}

func (c *call) readJSON(body io.Reader) error {
	var values map[string]json.RawMessage
	if err := json.NewDecoder(body).Decode(&values); err != nil {
		return bad("can't parse JSON object")
	}
	for name, raw := range values {
		var text string
		if json.Unmarshal(raw, &text) != nil || raw[0] != '"' {
			text = string(raw)
		}
		c.params[name] = text
	}
	return nil
}

func (c *call) readMultipart(r *http.Request) error {
	if err := r.ParseMultipartForm(maxBody); err != nil {
		return bad("can't parse multipart form")
	}
	c.take(r.MultipartForm.Value)
	for field, headers := range r.MultipartForm.File {
		f, err := headers[0].Open()
		if err != nil {
			return bad("can't read file " + field)
		}
		data, err := io.ReadAll(f)
		f.Close()
		if err != nil {
			return bad("can't read file " + field)
		}
		c.files[field] = File{Name: headers[0].Filename, Size: len(data), Data: data,
			MIME: headers[0].Header.Get("Content-Type")}
	}
	return nil
}

// integer returns a parameter as a number, 0 when it is missing.
func (c *call) integer(name string) int64 {
	n, _ := strconv.ParseInt(c.params[name], 10, 64)
	return n
}

func (c *call) id(name string) int { return int(c.integer(name)) }

// truth reads a Boolean as Telegram does.
func (c *call) truth(name string) bool {
	switch strings.ToLower(c.params[name]) {
	case "true", "yes", "1":
		return true
	}
	return false
}

// handle carries a call out, under the fault that waits for it, if any.
func (s *Server) handle(w http.ResponseWriter, c *call) {
	began := time.Now()
	f := s.takeFault(c)
	s.pause(c.ctx, f.Slow)
	var result any
	err := f.refusal()
	handled := false
	if err == nil && f.Drop != BeforeHandling {
		result, err = s.play(c)
		handled = err == nil
	}
	s.log(c, began, handled, f, err)
	switch {
	case f.drops():
		panic(http.ErrAbortHandler)
	case f.HTML:
		f.page(w)
	default:
		reply(w, result, err)
	}
}

// play carries out the method. getUpdates waits and locks by itself.
func (s *Server) play(c *call) (any, error) {
	if err := s.check(c); err != nil {
		return nil, err
	}
	if c.method == "getUpdates" {
		return s.getUpdates(c)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.spend(c); err != nil {
		return nil, err
	}
	return methods[c.method](s, c)
}

// reply writes an answer in Telegram's envelope.
func reply(w http.ResponseWriter, result any, err error) {
	body := map[string]any{"ok": true, "result": result}
	code := http.StatusOK
	if e, ok := err.(*Error); ok {
		code = e.Code
		body = map[string]any{"ok": false, "error_code": e.Code, "description": e.Description}
		if e.Parameters != nil {
			body["parameters"] = e.Parameters
		}
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(body)
}
