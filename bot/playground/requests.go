package playground

import (
	"context"
	"maps"
	"slices"
	"time"
)

// A Request is one call that came to the server and what it answered.
type Request struct {
	Method      string
	Chat        int64             // the chat_id as a number, or 0
	Params      map[string]string // as sent; JSON values other than strings as JSON text
	Code        int               // HTTP status; 0 when the connection was dropped
	Description string            // of an error
	Handled     bool              // the method was carried out, though the answer may be lost
	At          time.Time         // when it came
	Done        time.Time         // when it was answered
}

// Requests returns the calls answered so far, by the order of their answers:
// those of the given methods, or all. Of very
// many only the last are left.
func (s *Server) Requests(methods ...string) []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var chosen []Request
	for _, r := range s.requests.after(0) {
		if len(methods) == 0 || slices.Contains(methods, r.Method) {
			r.Params = maps.Clone(r.Params)
			chosen = append(chosen, r)
		}
	}
	return chosen
}

// AwaitRequest returns the first call answered that match accepts, of those that
// Requests knows or that are still to come; it waits for it until ctx ends.
func (s *Server) AwaitRequest(ctx context.Context, match func(Request) bool) (Request, error) {
	for n := 0; ; {
		s.mu.Lock()
		requests, news := s.requests.after(n), s.asked.wait()
		n = s.requests.len()
		s.mu.Unlock()
		for _, r := range requests {
			if match(r) {
				return r, nil
			}
		}
		select {
		case <-news:
		case <-ctx.Done():
			return Request{}, ctx.Err()
		case <-s.done:
			return Request{}, ErrClosed
		}
	}
}

// log writes the call into the list of requests.
func (s *Server) log(c *call, began time.Time, handled bool, f Fault, err error) {
	request := Request{Method: c.method, Chat: c.integer("chat_id"), Params: c.params,
		Code: 200, Handled: handled, At: began, Done: time.Now()}
	if e, ok := err.(*Error); ok {
		request.Code, request.Description = e.Code, e.Description
	}
	if f.drops() {
		request.Code = 0
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests.add(request)
	s.asked.raise()
}
