package telegram

import (
	"strconv"
	"testing"
	"time"

	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/dialog"
)

var given = outbox.Delivery{ID: 6, Method: outbox.File, Class: outbox.Reply, Chat: outbox.Managers}

func TestTextFile(t *testing.T) {
	playDesk(t, func(d *desk) {
		m := dialog.Message{
			Text: dialog.Bold("Переписка"), Silent: true,
			File:  &dialog.File{Name: "Анна, лид 42.txt", Text: "10:00 Анна: здравствуйте\n10:01 бот: добрый день\n"},
			Links: [][]dialog.Button{{{Text: "К теме", Data: "https://t.me/c/1/2"}}},
		}
		o := d.send(given, d.topic, m, outbox.Sent)
		got := d.last(d.group.Chat)
		if int64(got.ID) != o.Message || got.Document == nil || got.Document.Name != m.File.Name || got.Caption != "Переписка" || len(got.Labels()) != 1 || !got.Silent {
			d.Fatalf("sent %+v, outcome %+v", got, o)
		}
		if want := "10:00 Анна: здравствуйте\n10:01 бот: добрый день\n"; string(got.Document.Data) != want {
			d.Errorf("the file says %q", got.Document.Data)
		}
		d.send(given, d.topic, dialog.Message{File: &dialog.File{Name: "x"}}, outbox.Refused)
		for _, f := range []struct {
			fault playground.Fault
			want  outbox.Verdict
		}{
			{playground.Flood(2 * time.Second), outbox.Wait},
			{playground.Refuse(403, "Forbidden: bot was kicked from the supergroup chat"), outbox.ChatLost},
			{playground.Revoked, outbox.Revoked},
			{playground.ServerError, outbox.Unclear},
			{playground.BadGateway, outbox.Unclear},
			{playground.DropAfter, outbox.Unclear},
			{playground.Slow(time.Minute), outbox.Unclear},
		} {
			d.Fail("sendDocument", 1, f.fault)
			if o := d.send(given, d.topic, m, f.want); f.want == outbox.Wait && o.After != 2*time.Second {
				d.Errorf("wait %v", o.After)
			}
		}
		d.Down()
		d.send(given, d.topic, m, outbox.Unsent)
	})
}

func TestReplyToAMessageOfTheChat(t *testing.T) {
	playDesk(t, func(d *desk) {
		first := d.anna.Send("вопрос")
		answer := dialog.Message{Text: dialog.Plain("ответ"), Reply: int64(first.ID)}
		to := Target{Chat: d.anna.ID()}
		d.send(said, to, answer, outbox.Sent)
		if m := d.last(d.anna.Chat); m.ReplyTo == nil || m.ReplyTo.ID != first.ID {
			d.Errorf("reply to %+v", m.ReplyTo)
		}
		keyed := said
		keyed.Refers = "gone" // what it refers to was never sent: the other id is not meant
		d.send(keyed, to, answer, outbox.Sent)
		if m := d.last(d.anna.Chat); m.ReplyTo != nil {
			d.Errorf("reply to %+v", m.ReplyTo)
		}
		answer.Reply = 77777
		d.send(said, to, answer, outbox.Sent)
	})
}

func TestLinksStandBelowTheButtons(t *testing.T) {
	playDesk(t, func(d *desk) {
		link := "https://t.me/c/1/" + strconv.Itoa(int(d.topic.Topic))
		m := dialog.Message{
			Text:    dialog.Plain("Карточка"),
			Buttons: [][]dialog.Button{{{Text: "Взять", Data: "m:1:claim"}}},
			Links:   [][]dialog.Button{{{Text: "К теме", Data: link}}, {{Text: "Профиль", Data: "tg://user?id=" + strconv.FormatInt(d.anna.ID(), 10)}}},
		}
		d.send(said, d.topic, m, outbox.Sent)
		rows := d.last(d.group.Chat).Inline.Rows
		if len(rows) != 3 || rows[0][0].Data != "m:1:claim" || rows[1][0].URL != link || rows[1][0].Data != "" {
			d.Errorf("rows %+v", rows)
		}
		d.anna.HideProfile()
		d.send(said, d.topic, m, outbox.Hidden)
		m.Links[1][0].Data = "nowhere"
		d.send(said, d.topic, m, outbox.Garbled)
		plain := d.topic
		plain.Plain = true
		d.send(said, plain, m, outbox.Sent)
		if rows := d.last(d.group.Chat).Inline.Rows; len(rows) != 1 {
			d.Errorf("rows %+v", rows)
		}
	})
}
