package main

import (
	"fmt"
	"slices"
	"time"
)

var keptAccounts = []account{{
	file:  "12-before-the-card",
	title: "What came before the card",
	rule:  "Voice, photos and files wait for the card and follow it in their order, each once. Nothing is kept before the consent, and no sticker.",
	scenes: []episode{
		deskScene("Into the topic", beforeTheCard),
		deskScene("Without topics, below the card", beforeTheCard).plain(),
		deskScene("Twelve voice messages and thirty more", tooMany),
	},
}}

func beforeTheCard(s *scene) {
	s.sends(func() { s.anna.Start("") })
	s.sends(func() { s.anna.SendVoice(5 * time.Second) })
	s.does("[Даю согласие]")
	s.show()
	for _, send := range []func(){
		func() { s.anna.SendVoice(12 * time.Second) },
		func() { s.anna.SendSticker("👋") },
		func() { s.anna.SendAlbum("Мои <b>отзывы</b>", "", "И ещё") },
		func() { s.anna.SendPhoto("Одна тема") },
		func() { s.anna.SendDocument("программа.pdf", "") },
	} {
		s.sends(send)
	}
	s.does("[Человек]")
	s.brought("{voice of 12 s}", "{photo of an album}", "{photo of an album}", "{photo of an album}", "{photo}", "{file программа.pdf}")
	s.said(s.managers.Chat, "Мои <b>отзывы", 1)
}

// brought checks, in order, what the managers got beside texts.
func (s *scene) brought(want ...string) {
	s.t.Helper()
	var got []string
	for _, m := range s.managers.Said() {
		if what := attached(m); what != "" {
			got = append(got, what)
		}
	}
	if !slices.Equal(got, want) {
		s.t.Errorf("the managers got %q, want %q", got, want)
	}
}

// tooMany is kept as far as there is room; then comes a flood.
func tooMany(s *scene) {
	s.does("/start", "[Даю согласие]")
	s.show()
	for i := range 12 {
		s.sends(func() { s.anna.SendVoice(time.Duration(i+1) * time.Second) })
	}
	time.Sleep(2 * time.Minute)
	for range 30 {
		s.anna.Send("?")
	}
	time.Sleep(50 * time.Second) // a chat takes a message a second
	s.said(s.anna.Chat, "больше не помещается", 2)
	s.said(s.anna.Chat, "Подождите минуту", 1)
	s.does("/human")
	time.Sleep(time.Minute)
	var want []string
	for i := range 10 {
		want = append(want, fmt.Sprintf("{voice of %d s}", i+1))
	}
	s.brought(want...)
}
