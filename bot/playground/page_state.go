package playground

import (
	"encoding/json"
	"strings"
	"time"
)

// shown is how many messages of a chat a page that opens gets.
const shown = 400

// The views are what the page reads: its JSON is between page.js and this file.
type (
	// stateView is everything, as a page asks for it when it opens.
	stateView struct {
		Epoch    string          `json:"epoch"`
		Seq      int             `json:"seq"` // of the last event that is in Messages
		Bot      User            `json:"bot"`
		Commands json.RawMessage `json:"commands"`
		Managers ChatInfo        `json:"managers"`
		Staff    []personView    `json:"staff"`
		Owner    personView      `json:"owner"`
		Personas []personaView   `json:"personas"`
		Names    []string        `json:"names"` // for a new prospect
		Messages []messageView   `json:"messages"`
		Status   statusView      `json:"status"`
	}
	// statusView is what changes besides messages.
	statusView struct {
		Now       string       `json:"now"`  // RFC 3339
		Zone      string       `json:"zone"` // of the clock
		Digest    string       `json:"digest"`
		Busy      string       `json:"busy"`
		Prospects []personView `json:"prospects"`
	}
	personView struct {
		ID       int64  `json:"id"`
		Name     string `json:"name"`
		Username string `json:"username"`
		Plays    string `json:"plays,omitempty"` // the persona who answers for the person
	}
	personaView struct {
		Key   string `json:"key"`
		Name  string `json:"name"`
		About string `json:"about"`
	}
	messageView struct {
		Message
		Keyboard       *ReplyKeyboard `json:"keyboard,omitempty"`
		RemoveKeyboard bool           `json:"remove_keyboard,omitempty"`
		Silent         bool           `json:"silent,omitempty"`
		Deleted        bool           `json:"deleted,omitempty"`
		Reaction       string         `json:"reaction,omitempty"`
	}
	eventView struct {
		Seq     int         `json:"seq"`
		Kind    EventKind   `json:"kind"`
		Message messageView `json:"message"`
	}
)

func view(m Message) messageView {
	return messageView{m, m.Keyboard, m.RemoveKeyboard, m.Silent, m.Deleted, m.Reaction}
}

func (p *Page) state() stateView {
	scene, _, _ := p.now()
	s := scene.Server
	v := stateView{
		Epoch: scene.epoch, Bot: s.Bot(), Commands: json.RawMessage("[]"),
		Managers: scene.Managers.Info(), Owner: scene.Owner.view(),
		Names: p.freeNames(scene), Status: p.status(),
	}
	if commands := s.Commands(); commands != "" {
		v.Commands = json.RawMessage(commands)
	}
	for _, person := range scene.Staff {
		v.Staff = append(v.Staff, person.view())
	}
	for _, one := range Personas {
		v.Personas = append(v.Personas, personaView{one.Key, one.Name, one.About})
	}
	v.Messages, v.Seq = scene.messages()
	return v
}

func (p *Page) status() statusView {
	p.mu.Lock()
	scene, busy := p.scene, p.busy
	playing := map[int64]string{}
	for id, play := range p.plays {
		playing[id] = play.persona.Name
	}
	p.mu.Unlock()
	now := scene.Now()
	v := statusView{Now: now.Format(time.RFC3339), Zone: now.Location().String(),
		Digest: scene.NextDigest().Format(time.RFC3339), Busy: busy}
	for _, person := range scene.prospects {
		one := person.view()
		one.Plays = playing[one.ID]
		v.Prospects = append(v.Prospects, one)
	}
	return v
}

func (p *Person) view() personView {
	u := p.User()
	return personView{ID: u.ID, Name: strings.TrimSpace(u.FirstName + " " + u.LastName), Username: u.Username}
}

// chats returns the chats that the page shows.
func (sc scene) chats() []*Chat {
	chats := []*Chat{sc.Managers.Chat, sc.Owner.Chat}
	for _, person := range sc.prospects {
		chats = append(chats, person.Chat)
	}
	return chats
}

// messages returns the last messages of every chat, and the number of the last
// event that is in them. What opened a topic is always among them.
func (sc scene) messages() ([]messageView, int) {
	sc.Server.mu.Lock()
	defer sc.Server.mu.Unlock()
	all := []messageView{}
	for _, c := range sc.chats() {
		old := max(len(c.history)-shown, 0)
		for i, m := range c.history {
			if !m.Deleted && (i >= old || m.TopicCreated != nil || m.TopicEdited != nil) {
				all = append(all, view(*m))
			}
		}
	}
	return all, sc.Server.transcript.events.len()
}
