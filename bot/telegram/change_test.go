package telegram

import (
	"strings"
	"testing"

	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/dialog"
)

var (
	marked  = outbox.Delivery{ID: 11, Method: outbox.React, Class: outbox.Idempotent, Chat: outbox.Managers}
	deleted = outbox.Delivery{ID: 12, Method: outbox.Delete, Class: outbox.Idempotent, Chat: outbox.Managers}
	renamed = outbox.Delivery{ID: 13, Method: outbox.Title, Class: outbox.Idempotent, Chat: outbox.Managers}
)

func TestReaction(t *testing.T) {
	playDesk(t, func(d *desk) {
		line := d.boss.Topic(int(d.topic.Topic)).Send("здравствуйте")
		mark := func(emoji string, on int) dialog.Message {
			return dialog.Message{Text: dialog.Plain(emoji), Reply: int64(on)}
		}
		for _, emoji := range []string{"👌", "👌", ""} {
			if o := d.send(marked, d.topic, mark(emoji, line.ID), outbox.Sent); o.Message != 0 || o.Err != "" {
				d.Errorf("outcome %+v", o)
			}
			if m, _ := d.group.Message(line.ID); m.Reaction != emoji {
				d.Errorf("the mark is %q, want %q", m.Reaction, emoji)
			}
		}
		d.send(marked, d.topic, mark("🦖", line.ID), outbox.Sent)
		d.send(marked, d.topic, mark("👌", 77777), outbox.Sent)
		d.Fail("setMessageReaction", 1, playground.Refuse(400, "Bad Request: MESSAGE_ID_INVALID"))
		d.send(marked, d.topic, mark("👌", line.ID), outbox.Sent)
		if strings.Contains(d.logs.String(), "level=WARN") || !strings.Contains(d.logs.String(), "REACTION_INVALID") {
			d.Errorf("logs %s", &d.logs)
		}
		d.Fail("setMessageReaction", 1, playground.ServerError)
		d.send(marked, d.topic, mark("👌", line.ID), outbox.Unclear)
	})
}

func TestDeletion(t *testing.T) {
	playDesk(t, func(d *desk) {
		o := d.send(said, Target{Chat: d.anna.ID()}, dialog.Message{Text: dialog.Plain("ошибка")}, outbox.Sent)
		line := Target{Chat: d.anna.ID(), Message: o.Message}
		for range 2 { // the second finds nothing
			if o := d.send(deleted, line, dialog.Message{}, outbox.Sent); o.Err != "" {
				d.Errorf("outcome %+v", o)
			}
		}
		if m, _ := d.anna.Message(int(line.Message)); !m.Deleted {
			d.Error("the message is still there")
		}
		d.send(deleted, Target{Chat: d.anna.ID()}, dialog.Message{}, outbox.Sent)
		d.Fail("deleteMessage", 1, playground.Refuse(400, "Bad Request: message can't be deleted for everyone"))
		d.send(deleted, line, dialog.Message{}, outbox.Refused)
		d.anna.Block()
		d.send(deleted, line, dialog.Message{}, outbox.Unreachable)
	})
}

func TestTopicGetsAnotherName(t *testing.T) {
	playDesk(t, func(d *desk) {
		on := Target{Chat: d.group.ID(), Message: d.topic.Topic}
		name := dialog.Message{Text: dialog.Foreign("Анна\n· Иван " + strings.Repeat("я", 200))}
		for range 2 { // the second changes nothing
			d.send(renamed, on, name, outbox.Sent)
		}
		if got := d.group.Topics()[0].Name; !strings.HasPrefix(got, "Анна · Иван я") || len([]rune(got)) != maxTitle {
			d.Errorf("the topic is called %q", got)
		}
		d.send(renamed, Target{Chat: d.group.ID()}, name, outbox.Sent)
		d.send(renamed, on, dialog.Message{}, outbox.Sent)
		if n := len(d.Requests("editForumTopic")); n != 2 {
			d.Errorf("%d calls", n)
		}
		d.group.Deny("can_manage_topics")
		for range 2 {
			d.send(renamed, on, dialog.Message{Text: dialog.Plain("другое")}, outbox.Sent)
		}
		if n := strings.Count(d.logs.String(), "no topic can be renamed"); n != 1 {
			d.Errorf("said %d times that it has no rights", n)
		}
		d.group.Promote()
		d.group.DeleteTopic(int(on.Message))
		d.send(renamed, on, name, outbox.Sent)
		d.group.SetForum(false)
		d.send(renamed, on, name, outbox.Sent)
		d.group.Kick()
		d.send(renamed, on, name, outbox.ChatLost)
	})
}

func TestCaptionIsEdited(t *testing.T) {
	playDesk(t, func(d *desk) {
		o := d.send(copied, d.topic, of("", d.anna.SendPhoto("было")), outbox.Sent)
		on := Target{Chat: d.group.ID(), Message: o.Message}
		change := outbox.Delivery{ID: 14, Method: outbox.Edit, Class: outbox.Idempotent, Chat: outbox.Managers}
		now := dialog.Message{Text: dialog.Join(" ", dialog.Bold("стало"), dialog.Foreign("@all")), Caption: true}
		for range 2 { // the second is not modified
			d.send(change, on, now, outbox.Sent)
		}
		m, _ := d.group.Message(int(o.Message))
		if m.Caption != "стало @\u200ball" || m.Photo == nil || len(m.CaptionEntities) != 1 {
			d.Errorf("edited to %+v", m)
		}
		d.send(change, on, dialog.Message{Caption: true}, outbox.Sent)
		if m, _ := d.group.Message(int(o.Message)); m.Caption != "" {
			d.Errorf("the caption is %q", m.Caption)
		}
		d.send(change, on, dialog.Message{Text: dialog.Plain(strings.Repeat("слово ", 300)), Caption: true}, outbox.Sent)
		d.send(change, on, dialog.Message{Text: dialog.Plain("текст")}, outbox.NoTarget)
		d.group.DeleteMessage(int(o.Message))
		d.send(change, on, now, outbox.NoTarget)

		anew := outbox.Delivery{ID: 15, Method: outbox.Send, Class: outbox.Idempotent, Chat: outbox.Managers}
		d.send(anew, d.topic, now, outbox.Sent)
		if o := d.send(anew, d.topic, dialog.Message{Caption: true}, outbox.Sent); o.Message != 0 {
			d.Errorf("an empty caption was sent as %d", o.Message)
		}
	})
}

// TestEditedWordsReachTheReader: a copy that cannot take them is followed by them.
func TestEditedWordsReachTheReader(t *testing.T) {
	playDesk(t, func(d *desk) {
		line := outbox.Delivery{ID: 16, Method: outbox.Copy, Class: outbox.Reply, Chat: d.anna.ID()}
		o := d.send(line, Target{Chat: d.anna.ID()}, of("", d.boss.SendVideoNote(1)), outbox.Sent)
		edit := outbox.Delivery{ID: 17, Method: outbox.Edit, Class: outbox.Idempotent, Chat: d.anna.ID()}
		words := dialog.Message{Text: dialog.Plain("и ещё"), Caption: true}
		d.send(edit, Target{Chat: d.anna.ID(), Message: o.Message}, words, outbox.NoTarget)
		d.anna.DeleteMessage(int(o.Message))
		d.send(edit, Target{Chat: d.anna.ID(), Message: o.Message}, words, outbox.Sent)
	})
}
