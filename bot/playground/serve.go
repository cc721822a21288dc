package playground

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"syscall"
)

// endpoint is where the server listens; the zero value is nowhere.
type endpoint struct {
	listen func() (net.Listener, error) // again at the same address
	dial   func(ctx context.Context, network, address string) (net.Conn, error)
	http   *http.Server
	pipes  *pipeListener
	served sync.WaitGroup
}

// Start listens on a free TCP port of 127.0.0.1 and sets URL.
func (s *Server) Start() error {
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	address := first.Addr().String()
	s.URL = "http://" + address
	s.endpoint.dial = new(net.Dialer).DialContext
	s.endpoint.listen = func() (net.Listener, error) { return net.Listen("tcp", address) }
	s.serve(first)
	return nil
}

// StartPipe listens on net.Pipe, whose reads a synctest bubble can wait for,
// and sets URL. Only clients with the server's DialContext reach it.
func (s *Server) StartPipe() {
	s.URL = "http://playground"
	s.endpoint.listen = func() (net.Listener, error) { return s.newPipes(), nil }
	s.endpoint.dial = s.dialPipe
	s.serve(s.newPipes())
}

// DialContext opens a connection to the server, over TCP to the given
// address, over a pipe whatever it says. It fails with ECONNREFUSED while the
// server is down.
func (s *Server) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	if s.endpoint.dial == nil {
		return nil, refused
	}
	return s.endpoint.dial(ctx, network, address)
}

// Client returns a new HTTP client that reaches the server, by TCP or by pipe.
// Close its idle connections when done.
func (s *Server) Client() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: s.DialContext}}
}

// Down cuts all connections and refuses new ones, as a dead network does: what
// was under way is ambiguous, what comes later provably not sent. Up ends it.
func (s *Server) Down() {
	s.mu.Lock()
	server := s.endpoint.http
	s.endpoint.http, s.endpoint.pipes = nil, nil
	s.mu.Unlock()
	if server != nil {
		server.Close()
		s.endpoint.served.Wait()
	}
}

// Up listens again at the same address after Down. It does nothing when the
// server is up, closed or was never started.
func (s *Server) Up() error {
	s.mu.Lock()
	idle := s.endpoint.http == nil && s.endpoint.listen != nil && !s.closed
	s.mu.Unlock()
	if !idle {
		return nil
	}
	l, err := s.endpoint.listen()
	if err == nil {
		s.serve(l)
	}
	return err
}

func (s *Server) serve(l net.Listener) {
	server := &http.Server{Handler: s, ErrorLog: log.New(io.Discard, "", 0)}
	s.mu.Lock()
	s.endpoint.http = server
	s.mu.Unlock()
	s.endpoint.served.Go(func() { server.Serve(l) })
}

func (s *Server) newPipes() *pipeListener {
	l := &pipeListener{conns: make(chan net.Conn), closed: make(chan struct{})}
	s.mu.Lock()
	s.endpoint.pipes = l
	s.mu.Unlock()
	return l
}

func (s *Server) dialPipe(ctx context.Context, network, address string) (net.Conn, error) {
	s.mu.Lock()
	l := s.endpoint.pipes
	s.mu.Unlock()
	if l == nil {
		return nil, refused
	}
	return l.dial(ctx)
}

var refused = &net.OpError{Op: "dial", Net: "pipe", Addr: pipeAddr{}, Err: syscall.ECONNREFUSED}

// A pipeListener hands the server's end of every dialed pipe to Accept.
type pipeListener struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func (l *pipeListener) dial(ctx context.Context) (net.Conn, error) {
	near, far := net.Pipe()
	select {
	case l.conns <- far:
		return near, nil
	case <-l.closed:
		return nil, refused
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case conn := <-l.conns:
		return conn, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "playground" }
