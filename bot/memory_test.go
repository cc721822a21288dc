package bot_test

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/storage"
)

// memory is a store that keeps what the contract of bot.Store asks for, and
// nothing after the test.
type memory struct {
	sessions map[int64]dialog.Session
	updates  map[int64]bool
	rows     map[string]*kept // by key
	start    bot.Start
}

func newMemory() *memory {
	return &memory{sessions: map[int64]dialog.Session{}, updates: map[int64]bool{}, rows: map[string]*kept{}, start: bot.Start{Notes: map[string]string{}}}
}

func (m *memory) Sessions(_ context.Context, chats, leads []int64) (found []dialog.Session, err error) {
	for _, s := range m.sessions {
		if slices.Contains(chats, s.ChatID) || slices.Contains(leads, s.ID) {
			found = append(found, s)
		}
	}
	return found, nil
}

func (m *memory) Handled(_ context.Context, updates []int64) (map[int64]bool, error) {
	handled := map[int64]bool{}
	for _, u := range updates {
		if m.updates[u] {
			handled[u] = true
		}
	}
	return handled, nil
}

func (m *memory) Origins(_ context.Context, refs []bot.Ref) ([]bot.Origin, error) {
	origins := make([]bot.Origin, len(refs))
	for i, ref := range refs {
		if d := m.origin(ref); d != nil {
			origins[i] = bot.Origin{Lead: d.Lead, Key: d.Key, Twin: d.Twin}
		}
	}
	return origins, nil
}

func (m *memory) Loads(context.Context) (map[int64]int, error) {
	loads := map[int64]int{}
	for _, s := range m.sessions {
		if by := s.HeldBy(); by != 0 {
			loads[by]++
		}
	}
	return loads, nil
}

// Missed knows of nothing: over a store in memory nobody teaches.
func (m *memory) Missed(context.Context, []int64) (map[int64]dialog.Missed, error) { return nil, nil }

func (m *memory) Due(_ context.Context, at time.Time, limit int) (due []int64, err error) {
	for _, s := range m.sessions {
		if !s.Due.IsZero() && !s.Due.After(at) {
			due = append(due, s.ID)
		}
	}
	slices.Sort(due)
	return due[:min(limit, len(due))], nil
}

func (m *memory) Start(context.Context) (bot.Start, error) {
	start := m.start
	start.Notes = maps.Clone(m.start.Notes)
	return start, nil
}

func (m *memory) Commit(_ context.Context, turns []bot.Turn) (added []outbox.Delivery, err error) {
	versions := map[int64]int64{}
	for _, turn := range turns {
		if s := turn.Session; s != nil && s.Version != m.sessions[s.ID].Version {
			return nil, storage.ErrStale
		} else if s != nil {
			versions[s.ID] = s.Version + 1
		}
	}
	for _, turn := range turns {
		if turn.Update != 0 && m.updates[turn.Update] {
			continue
		}
		m.updates[turn.Update] = true
		maps.Copy(m.start.Notes, turn.Notes)
		if turn.Session != nil {
			s := *turn.Session
			s.Version = versions[s.ID]
			m.sessions[s.ID], m.start.LastLead = s, max(m.start.LastLead, s.ID)
		}
		for _, e := range turn.Events {
			if e.Kind == dialog.EventShadow {
				m.start.Shadow++
			}
		}
		if turn.Session != nil && turn.Erase {
			m.erase(turn.Session.ID)
		}
		if turn.Session != nil && turn.Withdraw {
			m.withdraw(turn.Session.ID)
		}
		m.settle(turn.Outcome)
		added = append(added, m.accept(turn.Deliveries)...)
	}
	slices.SortFunc(added, func(a, b outbox.Delivery) int { return cmp.Compare(a.ID, b.ID) })
	return added, nil
}
