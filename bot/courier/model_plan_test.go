package courier

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"leadbot/bot/outbox"
)

// row is a delivery of a plan, and what its attempts lead to; after those it is
// sent.
type row struct {
	outbox.Delivery
	push    time.Duration // when it is committed
	latency time.Duration
	script  []outbox.Outcome
	flying  bool // as the database has it
	over    bool
}

var (
	drawCount   = rapid.IntRange(1, 40)
	drawLane    = rapid.SampledFrom([]outbox.Lane{{Chat: 1}, {Chat: 2}, {Lead: 7}, {Lead: 8}, {Lead: 9}, {Lead: 10}})
	drawClass   = rapid.SampledFrom([]outbox.Class{outbox.Critical, outbox.Reply, outbox.Once})
	drawGap     = rapid.SampledFrom([]time.Duration{0, 0, 0, 0, 100 * time.Millisecond, 2 * time.Second, 30 * time.Second})
	drawLatency = rapid.SampledFrom([]time.Duration{0, time.Millisecond, 300 * time.Millisecond, 2500 * time.Millisecond})
	drawOften   = rapid.SampledFrom([]int{0, 0, 0, 0, 1, 1, 2, 3})
	drawAfter   = rapid.IntRange(1, 40)
	drawRestart = rapid.SliceOfN(rapid.IntRange(1, 60_000), 0, 2)
	anywhere    = []outbox.Verdict{outbox.Wait, outbox.Wait, outbox.Unsent, outbox.Unclear, outbox.Unclear, outbox.Garbled, outbox.Refused}
)

// draw makes a plan: the rows, and when the process ends and starts again.
func draw(t *rapid.T) (rows []*row, restarts []time.Duration) {
	push := time.Duration(0)
	for i := range drawCount.Draw(t, "rows") {
		push += drawGap.Draw(t, "gap")
		lane := drawLane.Draw(t, "lane")
		r := &row{push: push, latency: drawLatency.Draw(t, "latency"), Delivery: outbox.Delivery{
			ID: int64(i + 1), Key: fmt.Sprint("row ", i+1), Chat: lane.Chat, Lead: lane.Lead, Method: outbox.Send,
			Class: drawClass.Draw(t, "class"), Priority: outbox.Priority(rapid.IntRange(0, 4).Draw(t, "priority")),
		}}
		if i%4 == 3 { // an edit of what may well be there
			r.Class, r.Method, r.Refers = outbox.Idempotent, outbox.Edit, fmt.Sprint("card ", lane)
			r.Priority = rapid.SampledFrom([]outbox.Priority{outbox.Redraw, outbox.Redraw, outbox.Claim}).Draw(t, "edit")
		}
		for range drawOften.Draw(t, "trouble") {
			r.script = append(r.script, drawTrouble(t, r))
		}
		rows = append(rows, r)
	}
	for _, ms := range drawRestart.Draw(t, "restarts") {
		restarts = append(restarts, time.Duration(ms)*time.Millisecond)
	}
	return rows, restarts
}

func drawTrouble(t *rapid.T, r *row) outbox.Outcome {
	fitting := anywhere
	if r.Chat == outbox.Managers {
		fitting = append(fitting[:len(fitting):len(fitting)], outbox.ChatLost)
	} else {
		fitting = append(fitting[:len(fitting):len(fitting)], outbox.Unreachable)
	}
	if r.Method == outbox.Edit {
		fitting = append(fitting, outbox.NoTarget)
	}
	o := outbox.Outcome{Verdict: rapid.SampledFrom(fitting).Draw(t, "verdict")}
	if o.Verdict == outbox.Wait {
		o.After = time.Duration(drawAfter.Draw(t, "after")) * time.Second
	}
	return o
}
