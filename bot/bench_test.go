package bot_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// BenchmarkLoop takes presses through the loop into a real database: an answer
// and the way back, over and over, of a thousand leads. An operation is a press.
func BenchmarkLoop(b *testing.B) {
	for _, size := range []int{1, 64} {
		b.Run(fmt.Sprintf("batch=%d", size), func(b *testing.B) { benchmarkLoop(b, size) })
	}
}

func benchmarkLoop(b *testing.B, size int) {
	const leads = 1000
	db := database(b, filepath.Join(b.TempDir(), "bot.db"))
	var turns []bot.Turn
	for lead := range int64(leads) {
		s := broken(lead+1, lead+1)
		s.Owner, s.Flags = dialog.Bot, nil
		turns = append(turns, bot.Turn{Session: s})
	}
	must(db.Commit(b.Context(), turns))
	loop := must(bot.NewLoop(b.Context(), settings(), db, silent))
	said, done := 0, 0
	loop.Deliver = func(d []outbox.Delivery) { said += len(d) }
	b.ReportAllocs()
	b.ResetTimer()
	for done < b.N {
		done = pressAll(b, loop, done, min(size, b.N-done), leads)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "presses/s")
	if said < b.N {
		b.Errorf("%d presses led to %d messages", b.N, said)
	}
}

// pressAll hands over so many presses after those done, runs the loop until it
// has handled them, and returns how many are done now.
func pressAll(b *testing.B, loop *bot.Loop, done, n, leads int) int {
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	end := done + n
	for i := done; i < end; i++ {
		in := press(int64(i+1), int64(i%leads+1), []string{"a:niche:has", "back"}[i/leads%2])
		in.Handled = func() {
			if done++; done == end {
				stop()
			}
		}
		loop.Submit(ctx, in)
	}
	loop.Run(ctx)
	return done
}
