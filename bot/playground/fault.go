package playground

import (
	"context"
	"math/rand/v2"
	"net/http"
	"time"
)

// A Fault is one way for a call to go wrong. The zero value is none.
type Fault struct {
	Err  *Error        // answer with this instead of handling
	HTML bool          // the answer is a web page, not JSON
	Drop Drop          // cut the connection
	Slow time.Duration // wait before anything else
	Chat int64         // strike only calls for this chat; 0 for any
}

// Drop says when a connection is cut.
type Drop int

const (
	Never          Drop = iota
	BeforeHandling      // nothing was done
	AfterHandling       // it was done, but no answer comes
)

// Faults by name.
var (
	ServerError = Fault{Err: &Error{Code: 500, Description: "Internal Server Error"}}
	BadGateway  = Fault{Err: &Error{Code: 502, Description: "Bad Gateway"}, HTML: true}
	Blocked     = Fault{Err: errBlocked}
	Kicked      = Fault{Err: errKicked}
	Revoked     = Fault{Err: errUnauthorized}
	OtherPoll   = Fault{Err: errOtherPoll}
	DropBefore  = Fault{Drop: BeforeHandling}
	DropAfter   = Fault{Drop: AfterHandling}
)

// Flood answers 429 and asks for a pause of whole seconds.
func Flood(pause time.Duration) Fault { return Fault{Err: tooMany(pause)} }

// Slow handles the call after d. A caller who gives up before does not stop it.
func Slow(d time.Duration) Fault { return Fault{Slow: d} }

// Refuse answers with an error of the caller's own.
func Refuse(code int, description string) Fault {
	return Fault{Err: &Error{Code: code, Description: description}}
}

// In limits the fault to calls for one chat.
func (f Fault) In(chat int64) Fault {
	f.Chat = chat
	return f
}

// armed is a fault that waits for n more calls of a method.
type armed struct {
	method string
	n      int
	fault  Fault
}

// Fail makes the next n calls of a method go wrong; the method "" stands for
// every method but getUpdates. A negative n lasts until Heal. Faults strike in
// the order of Fail, one per call.
func (s *Server) Fail(method string, n int, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n != 0 {
		s.faults = append(s.faults, &armed{method, n, f})
	}
}

// Chaos lets each call of any method, getUpdates too, meet one of the faults, with
// the probability share; every fault is as likely as another. It lasts until Heal
// or the next Chaos. The same seed strikes the same way, call after call. Faults
// of Fail go first.
func (s *Server) Chaos(seed uint64, share float64, faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.chaos = chaos{rand.New(rand.NewPCG(seed, 0)), share, faults}
}

// chaos is faults by chance; the zero value is none.
type chaos struct {
	rng    *rand.Rand
	share  float64
	faults []Fault
}

// draw returns the fault of the next call, or none.
func (c chaos) draw() Fault {
	if len(c.faults) == 0 || c.rng.Float64() >= c.share {
		return Fault{}
	}
	return c.faults[c.rng.IntN(len(c.faults))]
}

// Heal takes all waiting faults away, and ends Chaos.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults, s.chaos = nil, chaos{}
}

// takeFault returns the fault that this call meets, and counts it.
func (s *Server) takeFault(c *call) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.faults {
		if a.n != 0 && a.strikes(c) {
			a.n--
			return a.fault
		}
	}
	if f := s.chaos.draw(); f.meets(c) {
		return f
	}
	return Fault{}
}

func (a *armed) strikes(c *call) bool {
	return a.fault.meets(c) && (a.method == c.method || a.method == "" && c.method != "getUpdates")
}

// meets reports whether the call is for the fault's chat.
func (f Fault) meets(c *call) bool { return f.Chat == 0 || f.Chat == c.integer("chat_id") }

func (f Fault) drops() bool { return f.Drop != Never }

// refusal returns the fault's error, or nil.
func (f Fault) refusal() error {
	if f.Err == nil {
		return nil
	}
	return f.Err
}

// page writes the error as a proxy would.
func (f Fault) page(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(f.Err.Code)
	w.Write([]byte("<html><head><title>" + f.Err.Description + "</title></head></html>\r\n"))
}

// pause waits for d, or until the caller or the server goes.
func (s *Server) pause(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	case <-s.done:
	}
}
