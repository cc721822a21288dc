package telegram

import (
	"strings"
	"testing"
	"time"

	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/dialog"
)

var copied = outbox.Delivery{ID: 5, Method: outbox.Copy, Class: outbox.Reply, Chat: outbox.Managers, Twin: 9}

// desk is a stage with a lead and a topic of the managers' chat.
type desk struct {
	*stage
	anna  *playground.Person
	boss  playground.Member
	group *playground.Group
	topic Target
}

func playDesk(t *testing.T, test func(*desk)) {
	t.Helper()
	play(t, func(s *stage) {
		d := &desk{stage: s, anna: s.Person("Анна")}
		d.anna.Start("")
		boss := s.Person("Босс")
		d.group = s.Group("Менеджеры", true, boss)
		d.boss, d.managers = boss.In(d.group), d.group.ID()
		d.topic = Target{Chat: d.group.ID(), Topic: int64(d.group.OpenTopic("Лид").ID)}
		test(d)
	})
}

// of is a message that shows others of a chat again.
func of(text string, from ...playground.Message) dialog.Message {
	m := dialog.Message{Copy: &dialog.Copy{Chat: from[0].Chat.ID}}
	for _, one := range from {
		m.Copy.Messages = append([]int64{int64(one.ID)}, m.Copy.Messages...) // the order does not matter
	}
	if text != "" {
		m.Text = dialog.Foreign(text)
	}
	return m
}

func TestCopyOfOneMessage(t *testing.T) {
	playDesk(t, func(d *desk) {
		card := d.send(said, d.topic, dialog.Message{Text: dialog.Plain("Карточка")}, outbox.Sent)
		photo := d.anna.SendPhoto("смотрите @all")
		o := d.send(copied, d.topic, of("", photo), outbox.Sent)
		m := d.last(d.group.Chat)
		if int64(m.ID) != o.Message || m.Photo == nil || m.Caption != photo.Caption || int64(m.Thread) != d.topic.Topic {
			d.Errorf("copied %+v, outcome %+v", m, o)
		}
		if o.Delivery.Twin != copied.Twin {
			d.Errorf("the outcome is about %+v", o.Delivery)
		}
		answer := of("<b>Анна<b>: @all", photo)
		answer.Reply = card.Message
		d.send(copied, d.topic, answer, outbox.Sent)
		m = d.last(d.group.Chat)
		if m.Caption != "<b>Анна<b>: @\u200ball" || len(m.CaptionEntities) != 0 || m.ReplyTo == nil || int64(m.ReplyTo.ID) != card.Message {
			d.Errorf("copied %q as a reply to %+v", m.Caption, m.ReplyTo)
		}
	})
}

func TestCopyOfEveryKind(t *testing.T) {
	playDesk(t, func(d *desk) {
		for name, m := range map[string]playground.Message{
			"voice": d.anna.SendVoice(time.Second), "video note": d.anna.SendVideoNote(time.Second), "sticker": d.anna.SendSticker("👍"),
			"document": d.anna.SendDocument("план.pdf", ""), "video": d.anna.SendVideo(time.Second, ""), "location": d.anna.SendLocation(1, 2),
			"contact": d.anna.SendStrangersContact("1", "Пётр"), "audio": d.anna.SendAudio(time.Second, ""), "text": d.anna.Send("да"),
		} {
			o := d.send(copied, d.topic, of("подпись", m), outbox.Sent)
			if now, _ := d.group.Message(int(o.Message)); now.From.ID != d.Bot().ID || now.Text != m.Text {
				d.Errorf("%s: %+v", name, now)
			}
		}
	})
}

func TestCopyOfAnAlbum(t *testing.T) {
	playDesk(t, func(d *desk) {
		album := d.anna.SendAlbum("до", "после", "")
		before := len(d.group.Said())
		o := d.send(copied, d.topic, of("", album...), outbox.Sent)
		all := d.group.Said()[before:]
		if len(all) != 3 || int64(all[0].ID) != o.Message || all[0].Caption != "до" || all[1].Album != all[0].Album {
			d.Fatalf("copied %+v, outcome %+v", all, o)
		}
		before += len(all)
		d.Fail("sendMessage", 1, playground.Flood(time.Second))
		d.send(copied, d.topic, of("Анна: до и после", album...), outbox.Wait)
		o = d.send(copied, d.topic, of("Анна: до и после", album...), outbox.Sent)
		all = d.group.Said()[before:]
		if len(all) != 4 || int64(all[0].ID) != o.Message || all[0].Caption != "" {
			d.Fatalf("copied %+v, outcome %+v", all, o)
		}
		if text := all[3]; text.Text != "Анна: до и после" || int64(text.ReplyTo.ID) != o.Message || int64(text.Thread) != d.topic.Topic {
			d.Errorf("below stands %+v, answering %+v, outcome %+v", text, text.ReplyTo, o)
		}
	})
}

// TestLongCaptionGoesOnBelow: nothing of it is cut off.
func TestLongCaptionGoesOnBelow(t *testing.T) {
	playDesk(t, func(d *desk) {
		photo := d.anna.SendPhoto("")
		before := len(d.group.Said())
		long := strings.Repeat("слово ", 1000)
		o := d.send(copied, d.topic, of(long, photo), outbox.Sent)
		all := d.group.Said()[before:]
		var text string
		for _, m := range all {
			text += m.Caption + m.Text + " "
		}
		if len(all) != 3 || int64(all[0].ID) != o.Message || strings.Join(strings.Fields(text), " ") != strings.TrimSpace(long) {
			d.Errorf("%d messages of %d characters, outcome %+v", len(all), len(text), o)
		}
	})
}

func TestCopyThatCannotBeMade(t *testing.T) {
	playDesk(t, func(d *desk) {
		gone, kept := d.anna.SendPhoto(""), d.anna.SendPhoto("")
		d.anna.DeleteMessage(gone.ID)
		d.send(copied, d.topic, of("", gone), outbox.Refused)
		d.send(copied, d.topic, of("", gone, gone), outbox.Refused)
		d.send(copied, d.topic, dialog.Message{Copy: &dialog.Copy{Chat: 5}}, outbox.Refused)
		d.send(copied, d.topic, dialog.Message{}, outbox.Refused)
		for _, f := range []struct {
			fault playground.Fault
			want  outbox.Verdict
		}{
			{playground.Refuse(400, "Bad Request: MESSAGE_ID_INVALID"), outbox.Refused},
			{playground.Refuse(400, "Bad Request: can't parse entities: x"), outbox.Garbled},
			{playground.DropAfter, outbox.Unclear}, {playground.BadGateway, outbox.Unclear}, {playground.Flood(time.Second), outbox.Wait},
		} {
			d.Fail("copyMessage", 1, f.fault)
			d.send(copied, d.topic, of("", kept), f.want)
		}
		plain := d.topic
		plain.Plain = true
		o := d.send(copied, plain, of("<b>", kept), outbox.Sent)
		if m, _ := d.group.Message(int(o.Message)); m.Caption != "<b>" {
			d.Errorf("plain %q", m.Caption)
		}
	})
}

func TestCopyIntoATopicThatIsClosedOrGone(t *testing.T) {
	playDesk(t, func(d *desk) {
		photo := d.anna.SendPhoto("")
		d.group.CloseTopic(int(d.topic.Topic))
		for _, method := range []string{"copyMessage", "copyMessages"} {
			d.Fail(method, 1, playground.Refuse(400, "Bad Request: TOPIC_CLOSED"))
		}
		d.send(copied, d.topic, of("", photo), outbox.Sent)
		if d.group.Topics()[0].Closed {
			d.Error("the topic was not opened again")
		}
		d.group.CloseTopic(int(d.topic.Topic))
		d.send(copied, d.topic, of("", d.anna.SendAlbum("", "")...), outbox.Sent)
		d.group.DeleteTopic(int(d.topic.Topic))
		d.send(copied, d.topic, of("", photo), outbox.NoTopic)
		d.send(copied, d.topic, of("", d.anna.SendAlbum("", "")...), outbox.NoTopic)
	})
}

// TestCopyOutOfALostGroup: the person it goes to has not moved and is not lost.
func TestCopyOutOfALostGroup(t *testing.T) {
	play(t, func(s *stage) {
		anna, boss := s.Person("Анна"), s.Person("Босс")
		anna.Start("")
		group, other := s.Group("Менеджеры", false, boss), s.Group("Другие", true, boss)
		photo, lost := boss.In(group).SendPhoto(""), boss.In(other).SendPhoto("")
		group.Migrate()
		other.Kick()
		line := outbox.Delivery{ID: 7, Method: outbox.Copy, Class: outbox.Reply, Chat: anna.ID()}
		s.send(line, Target{Chat: anna.ID()}, of("", photo), outbox.Refused)
		s.send(line, Target{Chat: anna.ID()}, of("", lost), outbox.Refused)
		blocked := anna.SendPhoto("")
		anna.Block()
		s.send(line, Target{Chat: anna.ID()}, of("", blocked), outbox.Unreachable)
	})
}
