package bot_test

import (
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

var (
	forms  = rapid.SampledFrom([]string{"text", "text", "text", "inside", "media", "album", "album", "edited", "del", "command"})
	orders = rapid.SampledFrom([]string{"away", "here", "leads", "help", "nosuch"})
	ways   = rapid.SampledFrom([]string{"text", "text", "media", "album", "album", "edited"})
	turns  = rapid.SampledFrom([]string{"holder", "holder", "colleague", "lead", "lead", "pause"})
)

// line is what a manager writes: in the lead's topic, or as an answer to what
// stands there.
func (p *play) line(t *rapid.T, by int64, lead *dialog.Session) bot.Input {
	in := p.did(by, dialog.Wrote, "")
	in.Event.Text = fmt.Sprint("реплика ", p.update)
	in.Place, in.Chat, in.Person.Manager = bot.Managers, p.model.group, true
	if lead == nil {
		return in
	}
	p.put(t, &in, lead)
	earlier := p.wrote[-lead.ID]
	switch form := forms.Draw(t, "form"); {
	case form == "inside":
		in.Event.Text = "// " + in.Event.Text
	case form == "media" || form == "album":
		p.attach(t, &in.Event, form)
	case form == "command":
		in.Event.Kind, in.Event.Text = dialog.Commanded, orders.Draw(t, "command")
	case form == "edited" && len(earlier) > 0:
		in.Event.Kind, in.Event.Message = dialog.Edited, rapid.SampledFrom(earlier).Draw(t, "message")
	case form == "del" && len(earlier) > 0:
		in.Event.Kind, in.Event.Text, in.Event.Reply = dialog.Commanded, "del", rapid.SampledFrom(earlier).Draw(t, "message")
	}
	p.wrote[-lead.ID] = append(earlier, p.update)
	return in
}

// put makes a manager's message stand in the lead's topic, or answer something.
func (p *play) put(t *rapid.T, in *bot.Input, lead *dialog.Session) {
	if lead.Thread != 0 && coin.Draw(t, "in the topic") {
		in.Topic = lead.Thread
		if coin.Draw(t, "no answer") {
			return
		}
	}
	if posts := p.model.posts(outbox.Managers, lead.ID); len(posts) > 0 {
		in.Event.Reply = rapid.SampledFrom(posts).Draw(t, "answers")
	}
}

// posts are messages that the loop knows to stand in a chat, about a lead.
func (m *model) posts(chat, lead int64) (posts []int64) {
	for _, r := range m.rows {
		if r.Chat == chat && r.Lead == lead && r.made.message != 0 && (r.Method == outbox.Send || r.Method == outbox.Copy) {
			posts = append(posts, r.made.message)
		}
	}
	return posts
}

// attach makes a message show more than text, perhaps as a part of an album.
func (p *play) attach(t *rapid.T, e *dialog.Input, form string) {
	e.Kind, e.Media = dialog.SentMedia, true
	if form != "album" {
		return
	}
	if coin.Draw(t, "another album") {
		p.album++
	}
	e.Album = fmt.Sprint("альбом ", p.album)
}

// message is what a prospect writes or sends.
func (p *play) message(t *rapid.T, chat int64) bot.Input {
	in := p.did(chat, dialog.Wrote, typed.Draw(t, "text"))
	if s := p.model.lead(chat); s != nil && coin.Draw(t, "an answer") {
		if posts := p.model.posts(chat, s.ID); len(posts) > 0 {
			in.Event.Reply = rapid.SampledFrom(posts).Draw(t, "answers")
		}
	}
	switch way := ways.Draw(t, "way"); {
	case way == "media" || way == "album":
		p.attach(t, &in.Event, way)
	case way == "edited":
		in.Event.Kind = dialog.Edited
		if earlier := p.wrote[chat]; len(earlier) > 0 {
			in.Event.Message = rapid.SampledFrom(earlier).Draw(t, "message")
		}
	}
	p.wrote[chat] = append(p.wrote[chat], p.update)
	return in
}

// talkOver lets a lead ask for a human, a manager take it, and both talk.
func (p *play) talkOver(t *rapid.T) {
	chat, by := chats.Draw(t, "chat"), members.Draw(t, "manager")
	for range 3 {
		if s := p.model.lead(chat); s != nil && s.Handoff != nil && s.Handoff.Posted {
			break
		}
		p.feed(t, p.remember(p.call(chat))...)
	}
	s := p.model.lead(chat)
	p.attempts(t)
	p.feed(t, p.outcomes(len(p.reports))...)
	p.feed(t, p.tapped(by, int(s.ID), "claim"))
	for range upTo5.Draw(t, "turns") {
		switch turns.Draw(t, "turn") {
		case "holder":
			p.feed(t, p.remember(p.line(t, by, p.model.lead(chat)))...)
		case "colleague":
			p.feed(t, p.remember(p.line(t, 11-by, p.model.lead(chat)))...)
		case "lead":
			p.feed(t, p.remember(p.message(t, chat))...)
		case "pause":
			time.Sleep(2 * time.Second)
			p.tick(t)
		}
	}
}

// call is the next step of a prospect who wants a human.
func (p *play) call(chat int64) bot.Input {
	s := p.model.lead(chat)
	switch {
	case s == nil:
		return p.did(chat, dialog.Started, "ads")
	case slices.Contains(p.model.live[s.ID], "consent:yes:2"):
		return p.did(chat, dialog.Pressed, "consent:yes:2")
	}
	return p.did(chat, dialog.Pressed, "human")
}
