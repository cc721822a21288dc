package main

import (
	"flag"
	"fmt"
	"strings"
	"time"

	"leadbot/bot/playground"
)

var crashes = flag.String("crash", "some", "cells of TestCrashMatrix: some, with each point and each behaviour, or all")

// doom is a point at which the bot dies.
type doom struct {
	claim  bool   // counted from a start just before the claim, not from the first one
	call   string // a method of the Bot API, or "commit"
	with   string // whose chat the call is for: "prospect", "managers", "owner" or "" for any
	when   string // before or after the call; "" for a commit
	number int
}

func (d doom) String() string {
	name := d.call
	if d.claim {
		name = "claim " + name
	}
	return strings.Join(strings.Fields(fmt.Sprint(name, " ", d.with, " ", d.when, " ", d.number)), " ")
}

var dooms = []doom{
	{call: "commit", number: 1}, // of the schema
	{call: "commit", number: 2},
	{call: "commit", number: 3},
	{call: "commit", number: 7},
	{call: "commit", number: 16},
	{call: "commit", number: 30},
	{call: "getMe", when: "after", number: 1},
	{call: "getUpdates", when: "before", number: 2},
	{call: "getUpdates", when: "after", number: 1},
	{call: "getUpdates", when: "after", number: 6},
	{call: "sendMessage", with: "prospect", when: "before", number: 1},
	{call: "sendMessage", with: "prospect", when: "after", number: 1},
	{call: "sendMessage", with: "prospect", when: "before", number: 5},
	{call: "sendMessage", with: "prospect", when: "after", number: 6},
	{call: "editMessageText", with: "prospect", when: "before", number: 2},
	{call: "editMessageText", with: "prospect", when: "after", number: 3},
	{call: "answerCallbackQuery", when: "before", number: 3},
	{call: "answerCallbackQuery", when: "after", number: 4},
	{call: "createForumTopic", with: "managers", when: "before", number: 1},
	{call: "createForumTopic", with: "managers", when: "after", number: 1},
	{call: "sendMessage", with: "managers", when: "before", number: 1}, // the card
	{call: "sendMessage", with: "managers", when: "after", number: 1},
	{claim: true, call: "commit", number: 1},
	{claim: true, call: "commit", number: 2},
	{claim: true, call: "getUpdates", when: "after", number: 1}, // the press in hand
	{claim: true, call: "getChatMember", with: "managers", when: "after", number: 2},
	{claim: true, call: "answerCallbackQuery", when: "before", number: 1},
	{claim: true, call: "answerCallbackQuery", when: "after", number: 1},
	{claim: true, call: "editMessageText", with: "managers", when: "before", number: 1},
	{claim: true, call: "editMessageText", with: "managers", when: "after", number: 1},
	{claim: true, call: "sendMessage", with: "owner", when: "before", number: 1}, // a digest
	{claim: true, call: "sendMessage", with: "owner", when: "after", number: 1},
}

// behaviour is what the server does with the call around the death.
type behaviour struct {
	name  string
	fault playground.Fault
}

var behaviours = []behaviour{
	{"ok", playground.Fault{}},
	{"done without an answer", playground.DropAfter},
	{"refused", playground.DropBefore},
	{"429", playground.Flood(time.Second)},
	{"500", playground.ServerError},
	{"502 with a page", playground.BadGateway},
	{"slow", playground.Slow(slowness)},
}

// cell is one of the matrix.
type cell struct {
	doom
	behaviour
}

// chosen are the cells to play. The race detector makes a crash no harder and all
// slower: it gets a third of some, still with each behaviour.
func chosen() (cells []cell) {
	for i, d := range dooms {
		for j, b := range behaviours {
			some := j == i%len(behaviours) && (!withRace() || i%3 == 0)
			if *crashes == "all" || some {
				cells = append(cells, cell{d, b})
			}
		}
	}
	return cells
}
