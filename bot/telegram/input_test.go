package telegram

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

const managers = -1001000000001

var noon = time.Date(2026, 11, 16, 12, 0, 0, 0, time.UTC)

// inputOf reads an update whose content is given as a field.
func inputOf(t *testing.T, field string) (bot.Input, bool) {
	t.Helper()
	u, err := parse(fmt.Appendf(nil, `{"update_id":7,%s}`, field))
	if err != nil {
		t.Fatal(err)
	}
	return reader{managers: managers, username: "lead_bot", now: noon}.input(u)
}

const (
	anna    = `"from":{"id":5,"first_name":"Анна","last_name":"Ким","username":"anna","language_code":"ru"}`
	inHers  = `"chat":{"id":5,"type":"private"}`
	inOurs  = `"chat":{"id":-1001000000001,"type":"supergroup"}`
	inOther = `"chat":{"id":-9,"type":"group"}`
)

func TestInput(t *testing.T) {
	profile := dialog.Profile{UserID: 5, Username: "anna", Name: "Анна Ким", Language: "ru"}
	person := bot.Person{ID: 5, Name: "Анна Ким"}
	manager := bot.Person{ID: 5, Name: "Анна Ким", Manager: true}
	event := func(e dialog.Input) dialog.Input {
		e.From, e.At = profile, noon
		return e
	}
	private := func(e dialog.Input) bot.Input {
		return bot.Input{Update: 7, Place: bot.Private, Chat: 5, Person: person, Event: event(e)}
	}
	for name, c := range map[string]struct {
		field string
		want  bot.Input
	}{
		"text": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"при\u202eвет\nвам"}`,
			private(dialog.Input{Kind: dialog.Wrote, Text: "привет\nвам", Message: 3})},
		"start": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"/start spring"}`,
			private(dialog.Input{Kind: dialog.Started, Text: "spring", Message: 3})},
		"long payload": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"/start ` + strings.Repeat("я", 70) + `"}`,
			private(dialog.Input{Kind: dialog.Started, Text: strings.Repeat("я", 64), Message: 3})},
		"command": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"/Find@Lead_Bot  иван  петров "}`,
			private(dialog.Input{Kind: dialog.Commanded, Text: "find иван  петров", Message: 3})},
		"command for another bot": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"/help@other_bot"}`,
			private(dialog.Input{Kind: dialog.Wrote, Text: "/help@other_bot", Message: 3})},
		"slashes": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"//inside"}`,
			private(dialog.Input{Kind: dialog.Wrote, Text: "//inside", Message: 3})},
		"own contact": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"contact":{"phone_number":"+79991234567","user_id":5}}`,
			private(dialog.Input{Kind: dialog.Shared, Phone: "+79991234567", Own: true, Message: 3, Media: true})},
		"contact of a stranger": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"contact":{"phone_number":"1"}}`,
			private(dialog.Input{Kind: dialog.Shared, Phone: "1", Message: 3, Media: true})},
		"photo": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"photo":[{}],"caption":"вот"}`,
			private(dialog.Input{Kind: dialog.SentMedia, Text: "вот", Message: 3, Media: true})},
		"album": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"video":{},"media_group_id":"130"}`,
			private(dialog.Input{Kind: dialog.SentMedia, Message: 3, Media: true, Album: "130"})},
		"sticker": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"sticker":{"emoji":"👍"}}`,
			private(dialog.Input{Kind: dialog.SentMedia, Message: 3, Media: true, Sticker: true})},
		"reply": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"voice":{},"reply_to_message":{"message_id":2}}`,
			private(dialog.Input{Kind: dialog.SentMedia, Message: 3, Media: true, Reply: 2})},
		"unknown content": {`"message":{"message_id":3,` + anna + `,` + inHers + `,"hologram":{}}`,
			private(dialog.Input{Kind: dialog.SentMedia, Message: 3, Media: true})},
		"edited": {`"edited_message":{"message_id":3,` + anna + `,` + inHers + `,"text":"/start"}`,
			private(dialog.Input{Kind: dialog.Edited, Text: "/start", Message: 3})},
		"edited caption": {`"edited_message":{"message_id":3,` + anna + `,` + inHers + `,"photo":[{}],"caption":"так","media_group_id":"130"}`,
			private(dialog.Input{Kind: dialog.Edited, Text: "так", Message: 3, Media: true, Album: "130"})},
		"caption taken away": {`"edited_message":{"message_id":3,` + anna + `,` + inHers + `,"photo":[{}]}`,
			private(dialog.Input{Kind: dialog.Edited, Message: 3, Media: true})},
		"press": {`"callback_query":{"id":"77",` + anna + `,"message":{"message_id":3,` + inHers + `},"data":"a:niche:has"}`,
			func() bot.Input {
				in := private(dialog.Input{Kind: dialog.Pressed, Pressed: "a:niche:has", Message: 3})
				in.Press = "77"
				return in
			}()},
		"press without a message": {`"callback_query":{"id":"77",` + anna + `,"data":"back"}`,
			func() bot.Input {
				in := private(dialog.Input{Kind: dialog.Pressed, Pressed: "back"})
				in.Press = "77"
				return in
			}()},
		"press in a topic": {`"callback_query":{"id":"77",` + anna + `,"message":{"message_id":3,"message_thread_id":9,"is_topic_message":true,` + inOurs + `},"data":"m:42:claim"}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Topic: 9, Press: "77", Person: person,
				Event: event(dialog.Input{Kind: dialog.Pressed, Pressed: "m:42:claim", Message: 3})}},
		"reply thread is no topic": {`"message":{"message_id":3,"message_thread_id":9,` + anna + `,` + inOurs + `,"text":"да"}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Person: manager,
				Event: event(dialog.Input{Kind: dialog.Wrote, Text: "да", Message: 3})}},
		"in a topic": {`"message":{"message_id":3,"message_thread_id":9,"is_topic_message":true,"reply_to_message":{"message_id":9},` + anna + `,` + inOurs + `,"text":"да"}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Topic: 9, Person: manager,
				Event: event(dialog.Input{Kind: dialog.Wrote, Text: "да", Message: 3})}},
		"command as a reply in a topic": {`"message":{"message_id":3,"message_thread_id":9,"is_topic_message":true,"reply_to_message":{"message_id":8},` + anna + `,` + inOurs + `,"text":"/del"}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Topic: 9, Person: manager,
				Event: event(dialog.Input{Kind: dialog.Commanded, Text: "del", Message: 3, Reply: 8})}},
		"reply where a thread of replies has that number": {`"message":{"message_id":10,"message_thread_id":9,"reply_to_message":{"message_id":9},` + anna + `,` + inOurs + `,"text":"да"}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Person: manager,
				Event: event(dialog.Input{Kind: dialog.Wrote, Text: "да", Message: 10, Reply: 9})}},
		"contact among managers": {`"message":{"message_id":3,` + anna + `,` + inOurs + `,"contact":{"phone_number":"1","user_id":5}}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Person: manager,
				Event: event(dialog.Input{Kind: dialog.SentMedia, Message: 3, Media: true})}},
		"edited by a manager": {`"edited_message":{"message_id":3,` + anna + `,` + inOurs + `,"text":"нет"}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Person: manager,
				Event: event(dialog.Input{Kind: dialog.Edited, Text: "нет", Message: 3})}},
		"anonymous administrator": {`"message":{"message_id":3,` + anna + `,"sender_chat":{"id":-1001},` + inOurs + `,"text":"да"}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers,
				Event: dialog.Input{Kind: dialog.Wrote, Text: "да", Message: 3, At: noon}}},
		"from nobody": {`"message":{"message_id":3,` + inOther + `,"text":"да"}`,
			bot.Input{Update: 7, Place: bot.Elsewhere, Chat: -9,
				Event: dialog.Input{Kind: dialog.Wrote, Text: "да", Message: 3, At: noon}}},
		"blocked": {`"my_chat_member":{` + anna + `,` + inHers + `,"old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked"}}`,
			private(dialog.Input{Kind: dialog.BlockedUs})},
		"unblocked": {`"my_chat_member":{` + anna + `,` + inHers + `,"old_chat_member":{"status":"kicked"},"new_chat_member":{"status":"member"}}`,
			private(dialog.Input{Kind: dialog.Unblocked})},
		"demoted": {`"my_chat_member":{` + anna + `,` + inOurs + `,"old_chat_member":{"status":"administrator"},"new_chat_member":{"status":"member"}}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Person: person, Event: event(dialog.Input{Kind: dialog.BlockedUs})}},
		"added elsewhere": {`"my_chat_member":{` + anna + `,` + inOther + `,"old_chat_member":{"status":"left"},"new_chat_member":{"status":"member"}}`,
			bot.Input{Update: 7, Place: bot.Elsewhere, Chat: -9, Person: person, Event: event(dialog.Input{Kind: dialog.Unblocked})}},
		"moved away": {`"message":{"message_id":3,` + anna + `,"chat":{"id":-1001000000001,"type":"group"},"migrate_to_chat_id":-2002}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: managers, Person: manager, Event: event(dialog.Input{Message: 3}),
				Outcome: &outbox.Outcome{Verdict: outbox.Moved, Chat: -2002, At: noon}}},
		"moved here": {`"message":{"message_id":3,` + anna + `,"chat":{"id":-2002,"type":"supergroup"},"migrate_from_chat_id":-1001000000001}`,
			bot.Input{Update: 7, Place: bot.Managers, Chat: -2002, Person: person, Event: event(dialog.Input{Message: 3}),
				Outcome: &outbox.Outcome{Verdict: outbox.Moved, Chat: -2002, At: noon}}},
	} {
		in, ok := inputOf(t, c.field)
		if diff := cmp.Diff(c.want, in); diff != "" || !ok {
			t.Errorf("%s: ok %v\n%s", name, ok, diff)
		}
	}
}

func TestUpdatesOfNoInterest(t *testing.T) {
	for name, field := range map[string]string{
		"live location":   `"edited_message":{"message_id":3,` + anna + `,` + inHers + `,"location":{}}`,
		"pinned":          `"message":{"message_id":3,` + anna + `,` + inHers + `,"pinned_message":{}}`,
		"topic created":   `"message":{"message_id":3,` + anna + `,` + inOurs + `,"forum_topic_created":{"name":"x"}}`,
		"moved elsewhere": `"message":{"message_id":3,` + anna + `,` + inOther + `,"migrate_to_chat_id":-5}`,
		"member joined":   `"chat_member":{` + anna + `,` + inOurs + `,"new_chat_member":{"status":"member","user":{"id":8}}}`,
		"poll":            `"poll":{}`,
		"same standing":   `"my_chat_member":{` + anna + `,` + inHers + `,"old_chat_member":{"status":"member"},"new_chat_member":{"status":"member"}}`,
	} {
		if in, ok := inputOf(t, field); ok {
			t.Errorf("%s: %+v", name, in)
		}
	}
}

func TestHostileUpdates(t *testing.T) {
	for _, c := range []struct {
		raw string
		id  int64
	}{
		{`{"update_id":7,"message":{"message_id":3,"text":"no chat"}}`, 7},
		{`{"update_id":7,"edited_message":{}}`, 7},
		{`{"update_id":7,"callback_query":{"id":"1","data":"no from"}}`, 7},
		{`{"update_id":7,"my_chat_member":{}}`, 7},
		{`{"update_id":7,"message":{"chat":{"id":99999999999999999999999}}}`, 7},
		{`{"update_id":7,"message":[]}`, 7},
		{`{"update_id":7,"message":{"chat":{"id":5},"contact":{"phone_number":79991234567}}}`, 7},
		{`{"update_id":99999999999999999999999,"message":{}}`, 0},
		{`[]`, 0},
		{`nonsense`, 0},
	} {
		u, err := parse([]byte(c.raw))
		if err == nil || u.ID != c.id {
			t.Errorf("%s: id %d, error %v", c.raw, u.ID, err)
		}
		if err != nil && strings.Contains(err.Error(), "9991234567") {
			t.Errorf("personal data in %q", err)
		}
	}
}

func FuzzUpdate(f *testing.F) {
	f.Add([]byte(`{"update_id":7,"message":{"message_id":3,` + anna + `,` + inHers + `,"text":"/start x"}}`))
	f.Add([]byte(`{"update_id":7,"callback_query":{"id":"77",` + anna + `,"message":{"date":0},"data":"m:1:claim"}}`))
	f.Add([]byte(`{"update_id":7,"my_chat_member":{` + inOurs + `,"new_chat_member":{"status":"left"}}}`))
	f.Add([]byte(`{"update_id":7,"edited_message":{"message_id":3,"message_thread_id":9,"is_topic_message":true,"photo":[],"media_group_id":"1",` +
		anna + `,` + inOurs + `,"reply_to_message":{"message_id":8,"text":"x"}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		u, err := parse(raw)
		if err != nil {
			return
		}
		in, ok := reader{managers: managers, now: noon}.input(u)
		if ok && in.Person.Manager && (in.Chat != managers || in.Person.ID == 0 || in.Press != "") {
			t.Fatalf("a stranger is a manager: %+v", in)
		}
		if ok && (in.Event.Text != Clean(in.Event.Text) || len([]rune(in.Person.Name)) > maxName) {
			t.Fatalf("%+v", in)
		}
		if ok && in.Event.Kind == "" && in.Outcome == nil {
			t.Fatalf("an input without a kind: %+v", in)
		}
	})
}

func BenchmarkDecodeUpdate(b *testing.B) {
	raw := json.RawMessage(`{"update_id":500000001,"callback_query":{"id":"4300000000500000001",` + anna +
		`,"message":{"message_id":31,"from":{"id":123456,"is_bot":true,"first_name":"Lead Bot","username":"lead_test_bot"},` +
		inHers + `,"date":1790000000,"text":"Есть ли у вас ниша, в которой вы работаете?","reply_markup":{"inline_keyboard":` +
		`[[{"text":"Да","callback_data":"a:niche:has"}],[{"text":"Пропустить","callback_data":"skip:niche"}]]}},` +
		`"chat_instance":"-77000000005","data":"a:niche:has"}}`)
	c := New(Options{Token: "1:x"})
	b.ReportAllocs()
	for b.Loop() {
		c.read(b.Context(), raw)
	}
}
