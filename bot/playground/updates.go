package playground

import (
	"encoding/json"
	"errors"
	"slices"
	"time"
)

// firstUpdate is where the ids begin; Telegram begins anywhere.
const firstUpdate = 700_000_001

// A queue holds the updates that the bot has not confirmed.
type queue struct {
	next    int64 // id of the next update
	restart int64 // id to go on with once nothing is pending; 0 for none
	pending []update
	past    map[int64]update // the last updates queued
	order   []int64          // their ids, the oldest first
	allowed []string         // nil for Telegram's default
	poller  chan error       // ends the hanging poll; nil when none hangs
	news    signal
}

// An update waits in the queue as JSON.
type update struct {
	id   int64
	kind string
	body json.RawMessage
	at   time.Time
}

func (u update) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"update_id": u.id, u.kind: u.body})
}

// kinds are the updates that a bot gets; the first ones only when it asks.
var kinds = []string{
	"chat_member", "message_reaction", "message_reaction_count",
	"message", "edited_message", "channel_post", "edited_channel_post", "callback_query",
	"my_chat_member", "inline_query", "chosen_inline_result", "poll", "poll_answer", "chat_join_request",
}

func newQueue() queue {
	return queue{next: firstUpdate, past: map[int64]update{}}
}

// push queues an update and returns its id, or 0 when the bot does not want its
// kind.
func (q *queue) push(kind string, body any) int64 {
	if !q.wants(kind) {
		return 0
	}
	raw, err := json.Marshal(body)
	if err != nil {
		panic("playground: encode " + kind + ": " + err.Error())
	}
	if q.restart != 0 && len(q.pending) == 0 {
		q.next, q.restart = q.restart, 0
	}
	u := update{id: q.next, kind: kind, body: raw, at: time.Now()}
	q.next++
	q.remember(u)
	q.pending = append(q.pending, u)
	q.news.raise()
	return u.id
}

// remember keeps the update for Redeliver and Repeat, and forgets the oldest.
func (q *queue) remember(u update) {
	q.past[u.id] = u
	q.order = append(q.order, u.id)
	if len(q.order) > kept {
		delete(q.past, q.order[0])
		q.order = q.order[1:]
	}
}

func (q *queue) wants(kind string) bool {
	if q.allowed == nil {
		return slices.Index(kinds, kind) >= 3
	}
	return slices.Contains(q.allowed, kind)
}

// allow takes an allowed_updates parameter: nonsense changes nothing, and a list
// without a known kind brings the default back.
func (q *queue) allow(list string) {
	var names []string
	if json.Unmarshal([]byte(list), &names) != nil || names == nil {
		return
	}
	q.allowed = slices.DeleteFunc(names, func(n string) bool { return !slices.Contains(kinds, n) })
	if len(q.allowed) == 0 {
		q.allowed = nil
	}
}

// confirm forgets the updates below offset; a negative one keeps that many of
// the last. An offset far above all ids belongs to older ids and is ignored.
func (q *queue) confirm(offset int64) {
	if offset < 0 {
		n := min(int(-offset), len(q.pending))
		q.pending = q.pending[len(q.pending)-n:]
		return
	}
	if offset > q.next+10 {
		return
	}
	for len(q.pending) > 0 && q.pending[0].id < offset {
		q.pending = q.pending[1:]
	}
}

// expire drops what waited too long: presses for expiry, all else for a day.
func (q *queue) expire(expiry time.Duration) {
	q.pending = slices.DeleteFunc(q.pending, func(u update) bool {
		age := time.Since(u.at)
		return age > 24*time.Hour || u.kind == "callback_query" && age > expiry
	})
}

// takeOver ends the hanging poll with 409 and returns the channel that will end
// the caller's.
func (q *queue) takeOver(reason error) chan error {
	if q.poller != nil {
		q.poller <- reason
	}
	q.poller = make(chan error, 1)
	return q.poller
}

// getUpdates confirms what is below the offset and answers with what is pending;
// when nothing is, it waits for the timeout.
func (s *Server) getUpdates(c *call) (any, error) {
	timer := time.NewTimer(time.Duration(min(c.integer("timeout"), 50)) * time.Second)
	defer timer.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.webhook.URL != "" {
		return nil, errWebhookSet
	}
	q := &s.updates
	ended := q.takeOver(errOtherPoll)
	defer q.leave(ended)
	q.allow(c.params["allowed_updates"])
	q.confirm(c.integer("offset"))
	for {
		q.expire(s.Expiry)
		if len(q.pending) > 0 {
			return slices.Clone(q.pending[:min(len(q.pending), c.limit())]), nil
		}
		more, err := s.awaitUpdate(c, timer, ended)
		if !more || err != nil {
			return []update{}, err
		}
	}
}

// awaitUpdate unlocks the server until an update comes, and reports whether one did.
func (s *Server) awaitUpdate(c *call, timer *time.Timer, ended <-chan error) (bool, error) {
	news := s.updates.news.wait()
	s.mu.Unlock()
	defer s.mu.Lock()
	select {
	case <-news:
		return true, nil
	case err := <-ended:
		return false, err
	case <-timer.C:
	case <-c.ctx.Done():
	case <-s.done:
	}
	return false, nil
}

// leave frees the place of the poll, unless another has taken it.
func (q *queue) leave(ended chan error) {
	if q.poller == ended {
		q.poller = nil
	}
}

// limit returns how many updates a poll asks for.
func (c *call) limit() int {
	if c.params["limit"] == "" {
		return 100
	}
	return min(max(c.id("limit"), 1), 100)
}

// LastUpdate returns the id of the newest update, or 0 when there was none.
func (s *Server) LastUpdate() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.updates.past[s.updates.next-1]; !ok {
		return 0
	}
	return s.updates.next - 1
}

// Pending returns how many updates wait unconfirmed.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.updates.expire(s.Expiry)
	return len(s.updates.pending)
}

// RestartIDs lets the update ids go on from next, lower or higher, as Telegram
// does after a quiet week: from the first update that finds nothing pending.
func (s *Server) RestartIDs(next int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.updates.restart = next
}

// Inject queues an update of a kind, such as "message", with any JSON value as
// its content, well formed for a bot or not.
func (s *Server) Inject(kind, content string) error {
	if !json.Valid([]byte(content)) {
		return errors.New("inject an update: content is not JSON")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.updates.push(kind, json.RawMessage(content))
	return nil
}

// Redeliver queues an update once more under its old id, before all others,
// though it may be confirmed. An unknown id is an error.
func (s *Server) Redeliver(id int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	u, ok := s.updates.past[id]
	if !ok {
		return errors.New("redeliver an update: no such id")
	}
	u.at = time.Now()
	s.updates.pending = append([]update{u}, s.updates.pending...)
	s.updates.news.raise()
	return nil
}

// Repeat queues the content of an update once more under a new id, as Telegram
// does with a press that nobody answered. An unknown id is an error.
func (s *Server) Repeat(id int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	u, ok := s.updates.past[id]
	if !ok {
		return errors.New("repeat an update: no such id")
	}
	s.updates.push(u.kind, u.body)
	return nil
}
