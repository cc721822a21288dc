package bot_test

import (
	"pgregory.net/rapid"

	"leadbot/bot/outbox"
)

// verdict is what an attempt leads to, and whether it arrives.
type verdict struct {
	outbox.Verdict
	arrives bool
}

// crashed is an attempt that the process does not live to see the end of.
const crashed outbox.Verdict = "crash"

// likely are the verdicts that any attempt can have, as often as they stand here.
var likely = []verdict{
	{outbox.Sent, true}, {outbox.Sent, true}, {outbox.Sent, true}, {outbox.Sent, true}, {outbox.Sent, true}, {outbox.Sent, true}, {outbox.Sent, true},
	{outbox.Wait, false}, {outbox.Unsent, false}, {outbox.Unclear, false}, {outbox.Unclear, true}, {crashed, false}, {crashed, true},
}

// verdict draws one that fits the attempt. Once all is healed, everything arrives.
func (m *messenger) verdict(t *rapid.T, p *parcel, to spot) verdict {
	if p.Chat == outbox.Managers && to.chat != m.group {
		return verdict{outbox.Moved, false}
	}
	if m.healed {
		return verdict{outbox.Sent, true}
	}
	if rare.Draw(t, "rare") {
		return m.rare(t, p, to)
	}
	return rapid.SampledFrom(likely).Draw(t, "verdict")
}

var rare = rapid.Map(rapid.IntRange(0, 7), func(n int) bool { return n == 7 })

// rare draws one of those that only some deliveries can have.
func (m *messenger) rare(t *rapid.T, p *parcel, to spot) verdict {
	fitting := []outbox.Verdict{outbox.Refused}
	switch {
	case p.Chat == outbox.Managers:
		fitting = append(fitting, outbox.ChatLost, outbox.ChatLost)
	case p.Lead != 0:
		fitting = append(fitting, outbox.Unreachable, outbox.Unreachable)
	}
	if p.Topic != "" {
		fitting = append(fitting, outbox.NoTopic)
	}
	if !p.plain {
		fitting = append(fitting, outbox.Garbled)
	}
	if to.message != 0 && p.Method == outbox.Edit {
		fitting = append(fitting, outbox.NoTarget)
	}
	return verdict{rapid.SampledFrom(fitting).Draw(t, "rare verdict"), false}
}
