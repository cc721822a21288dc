package playground_test

import (
	"net"
	"net/http"
	"strings"
	"testing"
)

func TestPageKeepsStrangersOut(t *testing.T) {
	b := open(t)
	host := strings.TrimPrefix(b.url, "http://")
	_, port, _ := net.SplitHostPort(host)
	for _, tt := range []struct {
		method, path, host string
		header             map[string]string
		want               int
	}{
		{"GET", "/", host, nil, 200},
		{"GET", "/api/state", "localhost:" + port, nil, 200},
		{"GET", "/api/state", "[::1]:" + port, nil, 200},
		{"GET", "/api/state", "evil.example:" + port, nil, 403},
		{"GET", "/", "127.0.0.1.evil.example:" + port, nil, 403},
		{"GET", "/api/state", "127.0.0.1:1", nil, 403},
		{"GET", "/api/state", "127.0.0.1", nil, 403},
		{"GET", "/api/state", host, map[string]string{"Origin": "http://evil.example"}, 403},
		{"GET", "/api/events", host, map[string]string{"Origin": "null"}, 403},
		{"POST", "/api/stop", host, nil, 403},
		{"POST", "/api/stop", host, map[string]string{"Origin": "http://localhost:" + port}, 403},
		{"POST", "/api/stop", host, map[string]string{"Origin": "https://" + host}, 403},
		{"POST", "/api/stop", host, map[string]string{"Origin": b.url}, 200},
		{"POST", "/api/stop", host, map[string]string{"X-Leadbot-Demo": "1"}, 200},
		{"POST", "/api/stop", host, map[string]string{"X-Leadbot-Demo": "1", "Origin": "http://evil.example"}, 403},
		{"OPTIONS", "/api/stop", host, map[string]string{"Origin": "http://evil.example"}, 403},
		{"POST", "/api/state", host, map[string]string{"Origin": b.url}, 405},
	} {
		r, _ := http.NewRequest(tt.method, b.url+tt.path, strings.NewReader("{}"))
		r.Host = tt.host
		for name, value := range tt.header {
			r.Header.Set(name, value)
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != tt.want || resp.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s %s as %s %v: %d, want %d", tt.method, tt.path, tt.host, tt.header, resp.StatusCode, tt.want)
		}
	}
}
