package playground_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"leadbot/bot/playground"
)

// listen opens the stream and sends its lines.
func (b *browser) listen(after string) <-chan string {
	b.t.Helper()
	resp, err := http.Get(b.url + "/api/events?after=" + after)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { resp.Body.Close() })
	lines := make(chan string, 1000)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(resp.Body); in.Scan(); {
			lines <- in.Text()
		}
	}()
	return lines
}

// hears waits for a line with this part.
func (b *browser) hears(lines <-chan string, part string) {
	b.t.Helper()
	for late := time.After(5 * time.Second); ; {
		select {
		case line, ok := <-lines:
			if strings.Contains(line, part) {
				return
			}
			if !ok {
				b.t.Fatalf("the stream ended without %q", part)
			}
		case <-late:
			b.t.Fatalf("never heard %q", part)
		}
	}
}

func TestPageStreams(t *testing.T) {
	b := open(t)
	s := b.state()
	lines := b.listen(fmt.Sprintf("%s:%d", s.Epoch, s.Seq))
	b.hears(lines, `"prospects":[`)
	who := s.Status.Prospects[0].ID
	b.must("send", `{"who":%d,"chat":%d,"text":"/start"}`, who, who)
	b.hears(lines, `"text":"/start"`)
	b.hears(lines, "Согласны?")
	again := b.listen(fmt.Sprintf("%s:%d", s.Epoch, s.Seq))
	b.hears(again, fmt.Sprintf("id: %s:%d", s.Epoch, s.Seq+1))
	b.hears(again, "Согласны?")
	b.must("prospects", `{"name":"Пётр"}`)
	b.hears(lines, `"name":"Пётр"`)
	b.hears(b.listen("older:3"), "event: reload")
	b.hears(b.listen(s.Epoch+":99999"), "event: reload")
	b.must("reset", `{}`)
	b.hears(lines, "event: reload")
}

func TestPageDropsSlowReaders(t *testing.T) {
	b := open(t)
	b.page.Patience = 50 * time.Millisecond
	ended := make(chan struct{})
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.page.ServeHTTP(w, r)
		close(ended)
	}))
	defer web.Close()
	conn, err := net.Dial("tcp", strings.TrimPrefix(web.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	s := b.state()
	fmt.Fprintf(conn, "GET /api/events?after=%s:%d HTTP/1.1\r\nHost: %s\r\n\r\n", s.Epoch, s.Seq, conn.RemoteAddr())
	staff := b.Staff[0].In(b.Managers)
	text := strings.Repeat("ж", 4096)
	for range 9000 {
		select {
		case <-ended:
			return
		default:
			staff.Post(playground.Message{Text: text, Entities: []playground.Entity{}})
		}
	}
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("a reader that never reads is still served")
	}
}
