package dialog_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"leadbot/bot/telegram"
	"leadbot/dialog"
)

// hostile are texts that nobody types by hand: as long as the messenger lets them be,
// in any direction, of nothing visible, of marks upon marks, of almost numbers.
var hostile = []string{
	strings.Repeat("слово ", 682), strings.Repeat("👍", 2048), strings.Repeat("👩‍👩‍👧‍👦", 370), "а" + strings.Repeat("\u0301", 4095), strings.Repeat("a\u0336", 2048),
	"\u202eяиннад\u202c " + strings.Repeat("\u200b", 4000), strings.Repeat("\u3164", 4096), strings.Repeat("שלום ", 800), strings.Repeat("\n", 4096),
	strings.Repeat("1 ", 2048), strings.Repeat("1234567 ", 512), strings.Repeat("9", 4096), strings.Repeat("89001234567\n", 300), strings.Repeat("1.", 2048), strings.Repeat("+(", 2048),
	strings.Repeat("да ", 1300), strings.Repeat("не ", 1300), strings.Repeat(", и ", 1000), strings.Repeat("«", 4096), strings.Repeat("<b>", 1300), strings.Repeat("{name}", 600),
	"\x00\xff\xfe", "{list}", "{name}", "%s%d%!", "/", "//", "\\", "`*_[]()~", "'; DROP TABLE leads; --", "﷽﷽﷽", "1️⃣", "٣", "½", "∞", "1e9", "0x10", "-0", "NaN",
	"Ⅷ", "１５", "  ", "да\u0000", "Д\u0430", "\U000e0041\U000e0042",
}

var (
	once  sync.Once
	stood []*walk
)

// everywhere are conversations as they stand in every phase, at every question and
// with every owner.
func everywhere(t testing.TB) []*walk {
	once.Do(func() {
		a, all := newAssistant(t), map[string]*walk{}
		for i := range uint64(40) {
			w := newWalk(t, a, walkSeed+i)
			all["new"] = w.copy(t, 1)
			for _, w := range w.willing() {
				all[fmt.Sprint(w.s.Phase, w.s.Owner, w.s.Asked, w.s.Exercise != "")] = w
			}
		}
		for _, w := range slices.Collect(maps.Values(all)) {
			switch {
			case w.s.Phase == dialog.Consent:
				no := w.copy(t, 1)
				no.press("consent:no")
				all["declined"] = no
			case w.s.Owner == dialog.Queue && w.s.Handoff.Posted:
				for _, owner := range []dialog.Owner{dialog.Manager, dialog.Closed} {
					given := w.copy(t, 1)
					given.s.Owner = owner
					all[string(owner)] = given
				}
			}
		}
		for _, name := range slices.Sorted(maps.Keys(all)) {
			stood = append(stood, all[name])
		}
	})
	return stood
}

// suffers lets the conversation take a text as it comes from the messenger: typed,
// changed, below a photo, as a command, a start or a button. Each turn is held to the
// rules, and what is kept stays small.
func suffers(t testing.TB, at *walk, text string) {
	text = telegram.Clean(text)
	for _, in := range []dialog.Input{
		{Kind: dialog.Wrote, Text: text}, {Kind: dialog.Edited, Text: text}, {Kind: dialog.SentMedia, Text: text, Media: true},
		{Kind: dialog.Commanded, Text: text}, {Kind: dialog.Started, Text: text}, {Kind: dialog.Pressed, Pressed: text},
		{Kind: dialog.Shared, Phone: text, Own: true, Media: true}, {Kind: dialog.Shared, Phone: text, Media: true},
	} {
		empty := in.Kind == dialog.Edited && text == ""                        // of no interest to whoever reads updates
		source := in.Kind == dialog.Started && !at.s.Agreed(dialog.Processing) // which is kept before the consent
		if empty || source {
			continue
		}
		w := at.copy(t, 1)
		w.now = w.now.Add(2 * time.Minute)
		before := len(encode(w.s))
		w.step(in)
		if grown := len(encode(w.s)) - before; grown > 32<<10 {
			w.fail("the session grows by %d bytes", grown)
		}
	}
}

// TestHostileTexts does each of them at every third place, and all at some.
func TestHostileTexts(t *testing.T) {
	stood := everywhere(t)
	phases := map[dialog.Phase]bool{}
	for _, w := range stood {
		phases[w.s.Phase] = true
	}
	if len(phases) < 6 || len(stood) < 30 {
		t.Fatalf("only %d conversations, in phases %v", len(stood), phases)
	}
	for i, w := range stood {
		for j, text := range hostile {
			if (i+j)%3 == 0 {
				suffers(t, w, text)
			}
		}
	}
}

func FuzzTyped(f *testing.F) {
	for i, text := range append(hostile, typed...) {
		f.Add(uint(i), text)
	}
	stood := everywhere(f)
	f.Fuzz(func(t *testing.T, where uint, text string) {
		suffers(t, stood[where%uint(len(stood))], text)
	})
}
