package bot_test

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"leadbot/bot"
	"leadbot/dialog"
)

// prospects are the private chats; the last one is the owner's.
var prospects = []int64{101, 102, 103, owner}

// drawn generators, made once: making them is dear.
var (
	chats   = rapid.SampledFrom(prospects)
	upTo5   = rapid.IntRange(1, 5)
	upTo12  = rapid.IntRange(1, 12)
	seconds = rapid.IntRange(1, 90)
	hours   = rapid.IntRange(1, 80)
	coin    = rapid.Bool()
	members = rapid.SampledFrom([]int64{5, 6})
	actions = rapid.SampledFrom([]string{
		"claim", "claim", "release", "called", "won", "lost", "reject", "dance", "take_over", "hand", "hand:5", "hand:6", "later", "later:1", "later:3",
		"amount:1", "why:1", "why:100", "reopen", "more", "flag:1", "flag:101", "flag:4", "cat:1", "cat:5", "temp:2", "temp:4", "transcript",
	})
	forged   = rapid.SampledFrom([]string{"", "human", "human:3", "back", "a:niche:has", "a:nosuch:x", "consent:yes", "consent:no:1", "review:ok", "edit:niche", "m:1:claim", "x:niche:1d", "followups:yes", "skip:phone"})
	typed    = rapid.SampledFrom([]string{"да", "нет", "Йога", "25 000", "Человек", "не знаю", "Назад", "+7 900 123-45-67", "ерунда"})
	commands = rapid.SampledFrom([]string{"help", "status", "back", "edit", "human", "stop", "forget", "forget", "mydata", "nosuch"})
)

// did is an input of a private chat with the next number.
func (p *play) did(chat int64, kind dialog.Did, what string) bot.Input {
	p.update++
	in := person(p.update, chat, kind, what)
	in.Event.At, in.Event.Message = p.now(), p.update
	return in
}

// forward does what leads on in a conversation.
func (p *play) forward(t *rapid.T, chat int64) bot.Input {
	s := p.model.lead(chat)
	if s == nil {
		return p.did(chat, dialog.Started, "ads")
	}
	if s.Owner == dialog.Closed { // comes back
		return p.did(chat, dialog.Pressed, "human")
	}
	if s.Asked == "phone" {
		in := p.did(chat, dialog.Shared, "")
		in.Event.Phone, in.Event.Own = "79001234567", true
		return in
	}
	leads := slices.DeleteFunc(slices.Clone(p.model.live[s.ID]), func(data string) bool { return !ofQuestion(data) })
	if len(leads) > 0 {
		return p.did(chat, dialog.Pressed, rapid.SampledFrom(leads).Draw(t, "button"))
	}
	return p.did(chat, dialog.Wrote, "Йога")
}

// anything is whatever a person may do.
func (p *play) anything(t *rapid.T) bot.Input {
	chat := chats.Draw(t, "chat")
	switch kinds.Draw(t, "kind") {
	case "forward":
		return p.forward(t, chat)
	case "live":
		if s := p.model.lead(chat); s != nil && len(p.model.live[s.ID]) > 0 {
			return p.did(chat, dialog.Pressed, rapid.SampledFrom(p.model.live[s.ID]).Draw(t, "button"))
		}
		return p.did(chat, dialog.Started, "vk")
	case "human":
		return p.did(chat, dialog.Pressed, "human")
	case "stale":
		return p.did(chat, dialog.Pressed, p.stale(t))
	case "text", "media", "edited":
		return p.message(t, chat)
	case "command":
		return p.did(chat, dialog.Commanded, commands.Draw(t, "command"))
	case "blocked":
		return p.did(chat, dialog.BlockedUs, "")
	case "unblocked":
		return p.did(chat, dialog.Unblocked, "")
	case "unreadable":
		p.update++
		return bot.Input{Update: p.update, Place: bot.Elsewhere, Rejected: []byte("{"), Event: dialog.Input{At: p.now()}}
	case "group":
		return p.talk(t)
	case "line":
		return p.line(t, members.Draw(t, "manager"), p.model.byID(int64(rapid.IntRange(1, max(1, len(p.model.leads))).Draw(t, "lead"))))
	}
	return p.tap(t)
}

var kinds = rapid.SampledFrom([]string{
	"forward", "forward", "forward", "live", "live", "human", "human", "stale", "text", "text", "command", "command",
	"media", "edited", "blocked", "unblocked", "unreadable", "group", "line", "line", "tap", "tap", "tap", "tap",
})

// stale is the data of a button of any time, or of none.
func (p *play) stale(t *rapid.T) string {
	if len(p.pressed) > 0 && coin.Draw(t, "seen") {
		return rapid.SampledFrom(p.pressed).Draw(t, "button")
	}
	return forged.Draw(t, "forged")
}

// tap is a press in the managers' chat: by a member, or by somebody who got in.
func (p *play) tap(t *rapid.T) bot.Input {
	by, lead := members.Draw(t, "manager"), rapid.IntRange(1, max(1, len(p.model.leads))).Draw(t, "lead")
	in := p.tapped(by, lead, actions.Draw(t, "action"))
	if rare.Draw(t, "stranger") {
		in.Person.ID, in.Person.Manager = 66, false
	}
	return in
}

// tapped is a button of a lead's card.
func (p *play) tapped(by int64, lead int, action string) bot.Input {
	in := p.did(by, dialog.Pressed, fmt.Sprintf("m:%d:%s", lead, action))
	in.Place, in.Chat, in.Person.Manager = bot.Managers, p.model.group, true
	return in
}

// talk is something in a group: a strange one, or the managers' own.
func (p *play) talk(t *rapid.T) bot.Input {
	in := p.did(5, rapid.SampledFrom([]dialog.Did{dialog.Wrote, dialog.BlockedUs, dialog.Unblocked}).Draw(t, "what"), "")
	in.Place, in.Chat = bot.Elsewhere, -7
	if coin.Draw(t, "managers") {
		in.Place, in.Chat = bot.Managers, p.model.group
		in.Gone = rare.Draw(t, "gone")
	}
	return in
}

// due are the ticks of the leads that are due now.
func (p *play) due() (ticks []bot.Input) {
	leads, err := p.store.Due(p.ctx, p.now(), 256)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, lead := range leads {
		ticks = append(ticks, bot.Input{Place: bot.Inside, Lead: lead, Event: dialog.Input{Kind: dialog.Ticked, At: p.now()}})
	}
	return ticks
}

// digest is a report that is due.
func (p *play) digest() bot.Input {
	p.update++
	report := &bot.Digest{Period: fmt.Sprint("2000-", p.update), Due: p.now(), Message: dialog.Message{Text: dialog.Plain("отчёт")}}
	return bot.Input{Place: bot.Inside, Digest: report, Event: dialog.Input{At: p.now()}}
}
