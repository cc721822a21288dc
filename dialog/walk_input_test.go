package dialog_test

import (
	"strings"
	"time"

	"leadbot/dialog"
)

// sleep lets some time pass: mostly seconds, sometimes days.
func (w *walk) sleep() {
	switch n := w.r.IntN(20); {
	case n < 14:
		w.now = w.now.Add(time.Duration(1+w.r.IntN(60)) * time.Second)
	case n < 19:
		w.now = w.now.Add(time.Duration(w.r.Int64N(int64(20 * time.Hour))))
	default:
		w.now = w.now.Add(time.Duration(w.r.Int64N(int64(40 * 24 * time.Hour))))
	}
}

// desk plays the managers now and then: one takes a posted card, gives it back,
// or closes it.
func (w *walk) desk() {
	switch {
	case w.r.IntN(10) > 0:
	case w.s.Owner == dialog.Queue && w.s.Handoff.Posted:
		w.s.Owner, w.s.Stage, w.s.Claim = dialog.Manager, dialog.StageClaimed, &dialog.Claim{ID: 1, Name: "Ольга", At: w.now}
		w.note("a manager takes it")
	case w.s.Owner == dialog.Manager && w.r.IntN(2) == 0:
		w.s.Owner, w.s.Stage, w.s.Claim = dialog.Queue, dialog.StageHandedOff, nil
		w.note("the manager gives it back")
		w.step(dialog.Input{Kind: dialog.Returned})
	case w.s.Owner == dialog.Manager:
		w.s.Owner, w.s.Stage = dialog.Closed, dialog.StageLost
		w.note("the manager closes it")
	}
}

// excuse plays the managers' clock: nobody came, two times are offered. The clock
// itself knows who is not to be written to.
func (w *walk) excuse() {
	h := w.s.Handoff
	hour := w.now.In(opening.Location()).Hour()
	if h == nil || !h.Posted || len(h.Slots) > 0 || w.s.Owner != dialog.Queue || w.s.Stopped || w.s.Blocked || hour >= 21 || hour < 9 {
		w.step(dialog.Input{Kind: dialog.Returned})
		return
	}
	offered := *h
	offered.Slots = []time.Time{w.now.Add(2 * time.Hour), w.now.Add(26 * time.Hour)}
	w.s.Handoff = &offered
	w.step(dialog.Input{Kind: dialog.Excused})
}

// tick comes when it is due, or at any other time.
func (w *walk) tick() {
	if !w.s.Due.IsZero() && w.s.Due.After(w.now) && w.r.IntN(4) > 0 {
		w.now = w.s.Due
	}
	w.step(dialog.Input{Kind: dialog.Ticked})
}

// forged are presses that no button of an open message makes; without a turn they
// pass for presses on the open one.
var forged = []string{
	"", ":", "back", "human", "a:niche:has", "a:niche:nosuch", "a:nosuch:has", "a:call:yes", "a:format_a:group_online", "a:place:online",
	"a:niche_first:1", "a:niche_first:9", "skip:niche", "skip:place", "skip:phone", "skip:nosuch", "consent:yes", "consent:no", "consent:maybe",
	"review:ok", "review:edit", "review:x", "edit:niche", "edit:participation", "edit:phone", "edit:nosuch", "x:niche:now", "x:niche:later",
	"x:niche:go_on", "x:niche:1d", "x:product:7d", "x:consulting:3d", "x:niche:never", "x:niche:take", "x:product:take", "followups:yes", "followups:no", "followups:x",
	"m:7:claim", "m:7:won", "slot:1", "slot:2:1", "slot:other", "slot:9", "slot:1:9", "f:7:stop", "f:7:stuck", "a:niche:has:1", "a:niche:has:999999", "review:ok:3", "\x00", "секрет", strings.Repeat("a", 64),
}

// typed are texts; «секрет» marks what may not be kept too early.
var typed = []string{
	"да", "нет", "Да, звоните", "1", "2", "3", "9", "0", "15", "25 000", "5 тыс", "100к", "9999999999", "-3", "секрет", "секрет, тайна",
	"Группа онлайн", "Вживую", "онлайн", "лично", "Пропустить", "Назад", "Человек", "не знаю", "?", "👍", "+7 900 123-45-67", "8 900",
	"Ольга — голос — 6 000\nПётр — сон — 9к\nне помню", "курс — 12 продаж", "секрет: сон — 5 000",
	"/", " ", "Одна тема", "Готов и продаётся", "Ищу, кому поручить", "Даю согласие", "Нет, спасибо", "секрет " + strings.Repeat("слово ", 700),
}

var commands = []string{"help", "status", "back", "edit", "human", "stop", "forget", "mydata", "nosuch", "start2 x", ""}
