package bot

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"leadbot/bot/desk"
	"leadbot/dialog"
)

// lookup collects what the inputs refer to, and takes the answers.
type lookup struct {
	refs  []Ref
	found []func(Origin)
}

func (l *lookup) add(ref Ref, found func(Origin)) {
	l.refs, l.found = append(l.refs, ref), append(l.found, found)
}

func (l *lookup) run(ctx context.Context, store Store) error {
	if len(l.refs) == 0 {
		return nil
	}
	origins, err := store.Origins(ctx, l.refs)
	if err != nil {
		return fmt.Errorf("look up messages: %w", err)
	}
	for i, o := range origins {
		l.found[i](o)
	}
	return nil
}

// place finds which leads the inputs from the managers' chat are about, by the
// topic they stand in or the message they answer, and what prospects answer to.
func (b *batch) place(ctx context.Context) error {
	var l lookup
	for i := range b.inputs {
		in := &b.inputs[i]
		if in.Place == Managers && in.Topic != 0 && in.Press == "" {
			l.add(Ref{Chat: in.Chat, Topic: in.Topic}, func(o Origin) { in.Lead = o.Lead })
		}
		if (in.Place == Managers || in.Place == Private) && in.Event.Reply != 0 {
			l.add(Ref{Chat: in.Chat, Message: in.Event.Reply}, in.answers)
		}
	}
	return l.run(ctx, b.store)
}

// answers notes what the input answers. A prospect's answer keeps only that to a
// manager's message: it is shown as an answer to the original.
func (in *Input) answers(o Origin) {
	in.Origin = o
	switch {
	case in.Place == Private && desk.Sends(o.Key):
		in.Event.Reply = o.Twin
	case in.Place == Private:
		in.Event.Reply = 0
	case in.Lead == 0:
		in.Lead = o.Lead
	}
}

// quote is the lead's own message behind one that the managers see, 0 for none.
func (o Origin) quote() int64 {
	if desk.ShownKey(o.Lead, o.Twin) == o.Key {
		return o.Twin
	}
	return 0
}

// recall finds out whether the managers have seen what prospects edited now, and
// how many leads each manager has where somebody hands one over.
func (b *batch) recall(ctx context.Context) error {
	var l lookup
	for i := range b.inputs {
		in := &b.inputs[i]
		if lead := b.leads[in.Chat]; in.Place == Private && in.Event.Kind == dialog.Edited && lead != 0 {
			l.add(Ref{Key: desk.ShownKey(lead, in.Event.Message)}, func(o Origin) { in.Event.Shown = o.Lead == lead })
		}
		if _, p := cardPress(in.Event.Pressed); p.Verb == "m" && p.Args[1] == "hand" && b.loads == nil {
			if err := b.count(ctx); err != nil {
				return err
			}
		}
	}
	return l.run(ctx, b.store)
}

func (b *batch) count(ctx context.Context) (err error) {
	if b.loads, err = b.store.Loads(ctx); err != nil {
		return fmt.Errorf("count leads: %w", err)
	}
	return nil
}

// topicLink is the address of a topic of the managers' chat, "" where it has none:
// only supergroups have topics.
func topicLink(chat, thread int64) string {
	id, super := strings.CutPrefix(strconv.FormatInt(chat, 10), "-100")
	if !super || id == "" || thread == 0 {
		return ""
	}
	return fmt.Sprintf("https://t.me/c/%s/%d", id, thread)
}

// movedTo follows the managers' group over its changes of id.
func movedTo(notes map[string]string, chat int64) int64 {
	for range 4 {
		to, err := strconv.ParseInt(notes[movedNote(chat)], 10, 64)
		if err != nil {
			return chat
		}
		chat = to
	}
	return chat
}

func movedNote(chat int64) string { return "moved:" + strconv.FormatInt(chat, 10) }
