package playground

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// heartbeat is how often an idle stream shows that it lives.
const heartbeat = 15 * time.Second

// A stream writes server-sent events to one reader.
type stream struct {
	w        http.ResponseWriter
	control  *http.ResponseController
	patience time.Duration
}

// serveEvents streams what happens after the event that the page names by its id
// ("<epoch>:<seq>", in Last-Event-ID or ?after=). It keeps nothing for a slow
// reader: who blocks longer than Patience is cut off, and who comes back with a
// number that is gone, or from another stage, is told to load everything anew.
func (p *Page) serveEvents(w http.ResponseWriter, r *http.Request) {
	after := r.Header.Get("Last-Event-ID")
	if after == "" {
		after = r.URL.Query().Get("after")
	}
	epoch, number, _ := strings.Cut(after, ":")
	seq, _ := strconv.Atoi(number)
	w.Header().Set("Content-Type", "text/event-stream")
	out := &stream{w, http.NewResponseController(w), p.Patience}
	told := 0
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		scene, version, changed := p.now()
		events, last, news := scene.Server.newer(seq)
		if scene.epoch != epoch || seq > last || last-seq > len(events) {
			out.write("event: reload\ndata: {}\n\n")
			return
		}
		seq = last
		text := scene.eventText(events)
		if version != told {
			told = version
			text += "event: status\ndata: " + encode(p.status()) + "\n\n"
		}
		if out.write(text) != nil {
			return
		}
		select {
		case <-news:
		case <-changed:
		case <-beat.C:
			if out.write(": жив\n\n") != nil {
				return
			}
		case <-r.Context().Done():
			return
		case <-p.ctx.Done():
			return
		}
	}
}

// newer returns the events after the one numbered after, as far as they are
// left, the number of the last one, and a channel that the next one closes.
func (s *Server) newer(after int) ([]Event, int, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.transcript.events.after(after), s.transcript.events.len(), s.transcript.news.wait()
}

// eventText writes the events; those of chats that the page does not show only
// by their numbers.
func (sc scene) eventText(events []Event) string {
	var b strings.Builder
	shows := map[int64]bool{}
	for _, c := range sc.chats() {
		shows[c.id] = true
	}
	for _, e := range events {
		body := "{}"
		if shows[e.Message.Chat.ID] {
			body = encode(eventView{e.Seq, e.Kind, view(e.Message)})
		}
		fmt.Fprintf(&b, "id: %s:%d\ndata: %s\n\n", sc.epoch, e.Seq, body)
	}
	return b.String()
}

func encode(v any) string {
	body, err := json.Marshal(v)
	if err != nil {
		panic("playground: encode for the page: " + err.Error())
	}
	return string(body)
}

// write sends the text at once; it fails when the reader is gone or too slow.
func (s *stream) write(text string) error {
	s.control.SetWriteDeadline(time.Now().Add(s.patience))
	if _, err := s.w.Write([]byte(text)); err != nil {
		return err
	}
	return s.control.Flush()
}
