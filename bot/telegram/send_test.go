package telegram

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/dialog"
)

var (
	said   = outbox.Delivery{ID: 1, Method: outbox.Send, Class: outbox.Reply}
	edited = outbox.Delivery{ID: 2, Method: outbox.Edit, Class: outbox.Idempotent}
	titled = outbox.Delivery{ID: 3, Method: outbox.Topic, Class: outbox.Idempotent}
	left   = outbox.Delivery{ID: 4, Method: outbox.Leave, Class: outbox.Idempotent}
)

func TestSendAndEdit(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Start("")
		question := dialog.Message{
			Text:    dialog.Join("\n", dialog.Bold("Ниша"), dialog.Foreign("<i>/start")),
			Buttons: [][]dialog.Button{{{Text: "Да", Data: "a:niche:has"}}, {{Text: "Назад", Data: "back"}}},
			Silent:  true,
		}
		o := s.send(said, Target{Chat: anna.ID()}, question, outbox.Sent)
		m := s.last(anna.Chat)
		if int64(m.ID) != o.Message || o.Chat != anna.ID() || !m.Silent || !m.NoPreview {
			s.Errorf("message %+v of outcome %+v", m, o)
		}
		if m.Text != "Ниша\n<i>/\u200bstart" || len(m.Entities) != 1 || m.Entities[0].Type != "bold" {
			s.Errorf("text %q with %v", m.Text, m.Entities)
		}
		if diff := cmp.Diff([]string{"Да", "Назад"}, m.Labels()); diff != "" {
			s.Error(diff)
		}

		done := dialog.Message{Text: dialog.Plain("Ниша: да")}
		to := Target{Chat: anna.ID(), Message: o.Message}
		for range 2 { // the second is not modified
			if o := s.send(edited, to, done, outbox.Sent); o.Message != to.Message || o.Err != "" {
				s.Errorf("edit: %+v", o)
			}
		}
		if m := s.last(anna.Chat); m.Text != "Ниша: да" || len(m.Labels()) != 0 {
			s.Errorf("edited to %q with %v", m.Text, m.Labels())
		}
	})
}

func TestKeyboards(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Start("")
		to := Target{Chat: anna.ID()}
		s.send(said, to, dialog.Message{Text: dialog.Plain("Телефон?"), Keyboard: &dialog.Keyboard{
			Contact: "Отправить номер", Rows: [][]string{{"Пропустить", "Назад"}, {"Человек"}},
		}}, outbox.Sent)
		want := &playground.ReplyKeyboard{Resize: true, Rows: [][]playground.ReplyButton{
			{{Text: "Отправить номер", RequestContact: true}}, {{Text: "Пропустить"}, {Text: "Назад"}}, {{Text: "Человек"}},
		}}
		if diff := cmp.Diff(want, anna.Keyboard()); diff != "" {
			s.Error(diff)
		}
		s.send(said, to, dialog.Message{Text: dialog.Plain("Спасибо"), Unkey: true}, outbox.Sent)
		if k := anna.Keyboard(); k != nil {
			s.Errorf("keyboard %+v is left", k)
		}
	})
}

func TestButtonThatDoesNotFitIsLeftOut(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Start("")
		s.send(said, Target{Chat: anna.ID()}, dialog.Message{Text: dialog.Plain("?"), Buttons: [][]dialog.Button{
			{{Text: "длинная", Data: strings.Repeat("x", 65)}, {Text: "годная", Data: strings.Repeat("x", 64)}}, {{Text: "", Data: "x"}},
		}}, outbox.Sent)
		if diff := cmp.Diff([]string{"годная"}, s.last(anna.Chat).Labels()); diff != "" {
			s.Error(diff)
		}
		if !strings.Contains(s.logs.String(), "does not fit") {
			s.Error("nobody is told")
		}
	})
}

func TestLongTextGoesOnWhereItStopped(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		anna.Start("")
		long := dialog.Message{
			Text:    dialog.Plain(strings.Repeat("слово ", 1500)),
			Buttons: [][]dialog.Button{{{Text: "Да", Data: "x"}}},
		}
		s.Fail("sendMessage", 1, playground.Slow(0))
		s.Fail("sendMessage", 1, playground.Flood(3*time.Second))
		if o := s.send(said, Target{Chat: anna.ID()}, long, outbox.Wait); o.After != 3*time.Second {
			s.Errorf("wait %v", o.After)
		}
		o := s.send(said, Target{Chat: anna.ID()}, long, outbox.Sent)
		all := anna.Said()
		if len(all) != 3 || int64(all[2].ID) != o.Message || len(all[1].Labels()) != 0 || len(all[2].Labels()) != 1 {
			s.Errorf("%d messages, outcome %+v", len(all), o)
		}
		if _, kept := s.client.parts.Load(said.ID); kept {
			s.Error("the parts are not forgotten")
		}
	})
}

func TestTopics(t *testing.T) {
	play(t, func(s *stage) {
		boss := s.Person("Босс")
		forum := s.Group("Менеджеры", true, boss)
		o := s.send(titled, Target{Chat: forum.ID()}, dialog.Message{Text: dialog.Plain(strings.Repeat("т", 200))}, outbox.Sent)
		topics := forum.Topics()
		if len(topics) != 1 || int64(topics[0].ID) != o.Message || len([]rune(topics[0].Name)) != maxTitle {
			s.Fatalf("topics %+v, outcome %+v", topics, o)
		}
		card := dialog.Message{Text: dialog.Plain("Карточка")}
		s.send(said, Target{Chat: forum.ID(), Topic: o.Message}, card, outbox.Sent)
		if m := s.last(forum.Chat); int64(m.Thread) != o.Message {
			s.Errorf("the card is in thread %d", m.Thread)
		}
		forum.CloseTopic(topics[0].ID)
		s.Fail("sendMessage", 1, playground.Refuse(400, "Bad Request: TOPIC_CLOSED"))
		s.send(said, Target{Chat: forum.ID(), Topic: o.Message}, card, outbox.Sent)
		if now := forum.Topics()[0]; now.Closed {
			s.Error("the topic was not opened again")
		}
		forum.DeleteTopic(topics[0].ID)
		s.send(said, Target{Chat: forum.ID(), Topic: o.Message}, card, outbox.NoTopic)
	})
}

func TestTopicWhereThereAreNone(t *testing.T) {
	for name, prepare := range map[string]func(*stage, *playground.Group){
		"a group":         func(*stage, *playground.Group) {},
		"undecodable":     func(s *stage, g *playground.Group) { s.Fail("getChat", 1, playground.Refuse(400, "Bad Request: what")) },
		"forum no longer": func(s *stage, g *playground.Group) { s.client.forums.set(g.ID(), true) },
	} {
		t.Run(name, func(t *testing.T) {
			play(t, func(s *stage) {
				group := s.Group("Менеджеры", false, s.Person("Босс"))
				prepare(s, group)
				for range 2 {
					o := s.send(titled, Target{Chat: group.ID()}, dialog.Message{Text: dialog.Plain("тема")}, outbox.Sent)
					if o.Message != 0 {
						s.Errorf("topic %d", o.Message)
					}
				}
				if n := len(s.Requests("getChat")); n > 1 {
					s.Errorf("getChat was asked %d times", n)
				}
			})
		})
	}
}

func TestTopicWithoutTheRight(t *testing.T) {
	play(t, func(s *stage) {
		forum := s.Group("Менеджеры", true, s.Person("Босс"))
		forum.Deny("can_manage_topics")
		if o := s.send(titled, Target{Chat: forum.ID()}, dialog.Message{Text: dialog.Plain("тема")}, outbox.Sent); o.Message != 0 {
			s.Errorf("topic %d", o.Message)
		}
	})
}

func TestVerdictsOfTheServer(t *testing.T) {
	play(t, func(s *stage) {
		hello := dialog.Message{Text: dialog.Plain("Здравствуйте")}
		anna, stranger := s.Person("Анна"), s.Person("Никто")
		anna.Start("")
		s.send(said, Target{Chat: stranger.ID()}, hello, outbox.Stranger)
		s.send(outbox.Delivery{Method: outbox.Send, Chat: 5}, Target{Chat: 999999999}, hello, outbox.Refused)
		s.send(outbox.Delivery{Method: outbox.Send, Chat: outbox.Managers}, Target{Chat: 999999999}, hello, outbox.ChatLost)
		s.send(edited, Target{Chat: anna.ID(), Message: 77777}, hello, outbox.NoTarget)
		gone := outbox.Delivery{Method: outbox.Edit, Class: outbox.Idempotent, Chat: anna.ID()}
		s.send(gone, Target{Chat: anna.ID(), Message: 77777}, hello, outbox.Sent)
		hello.Buttons = [][]dialog.Button{{{Text: "Да", Data: "a:b:c"}}}
		s.send(gone, Target{Chat: anna.ID(), Message: 77777}, hello, outbox.NoTarget)
		s.send(outbox.Delivery{Method: "dance"}, Target{Chat: anna.ID()}, hello, outbox.Refused)

		for _, f := range []struct {
			fault playground.Fault
			want  outbox.Verdict
		}{
			{playground.ServerError, outbox.Unclear},
			{playground.BadGateway, outbox.Unclear},
			{playground.DropBefore, outbox.Unclear},
			{playground.DropAfter, outbox.Unclear},
			{playground.Slow(time.Minute), outbox.Unclear},
			{playground.Revoked, outbox.Revoked},
			{playground.Flood(2 * time.Second), outbox.Wait},
			{playground.Refuse(400, "Bad Request: can't parse entities: x"), outbox.Garbled},
		} {
			s.Fail("sendMessage", 1, f.fault)
			s.send(said, Target{Chat: anna.ID()}, hello, f.want)
		}
		s.Down()
		s.send(said, Target{Chat: anna.ID()}, hello, outbox.Unsent)
		if err := s.Up(); err != nil {
			s.Fatal(err)
		}
		anna.Block()
		s.send(said, Target{Chat: anna.ID()}, hello, outbox.Unreachable)
	})
}

func TestGroupThatIsLostOrMoved(t *testing.T) {
	play(t, func(s *stage) {
		hello := dialog.Message{Text: dialog.Plain("Здравствуйте")}
		boss := s.Person("Босс")
		muted, kicked, group := s.Group("А", true, boss), s.Group("Б", false, boss), s.Group("В", false, boss)
		muted.Mute()
		s.send(said, Target{Chat: muted.ID()}, hello, outbox.ChatLost)
		kicked.Kick()
		s.send(said, Target{Chat: kicked.ID()}, hello, outbox.ChatLost)
		s.send(left, Target{Chat: kicked.ID()}, dialog.Message{}, outbox.Sent)
		super := group.Migrate()
		if o := s.send(said, Target{Chat: group.ID()}, hello, outbox.Moved); o.Chat != super.ID() {
			s.Errorf("moved to %d, want %d", o.Chat, super.ID())
		}
		s.send(left, Target{Chat: super.ID()}, dialog.Message{}, outbox.Sent)
	})
}

func TestReplyToAMessageThatIsGone(t *testing.T) {
	play(t, func(s *stage) {
		anna := s.Person("Анна")
		first := anna.Start("")
		hello := dialog.Message{Text: dialog.Plain("Здравствуйте")}
		s.send(said, Target{Chat: anna.ID(), Message: int64(first.ID)}, hello, outbox.Sent)
		if m := s.last(anna.Chat); m.ReplyTo == nil || m.ReplyTo.ID != first.ID {
			s.Errorf("reply to %+v", m.ReplyTo)
		}
		s.send(said, Target{Chat: anna.ID(), Message: 77777}, hello, outbox.Sent)
	})
}
