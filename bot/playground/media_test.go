package playground_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"leadbot/bot/playground"
)

func TestBotSendsMedia(t *testing.T) {
	st := newStage(t)
	known := st.anna.SendVoice(5 * time.Second).Voice.ID
	for method, pairs := range map[string][]string{
		"sendVoice": {"voice", known}, "sendVideo": {"video", known}, "sendVideoNote": {"video_note", known, "duration", "7"},
		"sendSticker": {"sticker", known}, "sendLocation": {"latitude", "55.75", "longitude", "37.62"},
		"sendContact": {"phone_number", "+79990000000", "first_name", "Анна"},
	} {
		var m playground.Message
		st.decode(t, &m, method, append(pairs, "chat_id", id(st.anna.Chat))...)
		shown := map[string]bool{"sendVoice": m.Voice != nil && m.Voice.Duration == 5, "sendVideo": m.Video != nil,
			"sendVideoNote": m.VideoNote != nil && m.VideoNote.Duration == 7, "sendSticker": m.Sticker != nil,
			"sendLocation": m.Location != nil && m.Location.Latitude == 55.75, "sendContact": m.Contact != nil && m.Contact.Phone == "+79990000000"}
		if !shown[method] {
			t.Errorf("%s: %+v", method, m)
		}
	}
}

func TestAlbums(t *testing.T) {
	s, client := start(t)
	anna := s.Person("Анна")
	sent := anna.SendAlbum("до", "")
	if len(sent) != 2 || sent[0].Album == "" || sent[0].Album != sent[1].Album || len(updates(t, s, client)) != 2 {
		t.Errorf("%+v", sent)
	}
	bot, err := tgbotapi.NewBotAPIWithClient(token, s.URL+"/bot%s/%s", client)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := bot.UploadFiles("sendMediaGroup", tgbotapi.Params{"chat_id": id(anna.Chat), "media": `[
		{"type":"photo","media":"attach://first","caption":"<b>вот</b>","parse_mode":"HTML"},
		{"type":"video","media":"` + sent[0].Photo[0].ID + `"}]`},
		[]tgbotapi.RequestFile{{Name: "first", Data: tgbotapi.FileBytes{Name: "a.png", Bytes: []byte("png")}}})
	if err != nil {
		t.Fatal(err)
	}
	var album []playground.Message
	if err := json.Unmarshal(resp.Result, &album); err != nil || len(album) != 2 || album[0].Album == "" ||
		album[0].Caption != "вот" || album[1].Album != album[0].Album || album[1].Video == nil {
		t.Errorf("%+v, %v", album, err)
	}
	for media, want := range map[string]string{
		`[]`: "Bad Request: there are no messages to send",
		`[` + strings.Repeat(`{"type":"photo","media":"x"},`, 10) + `{"type":"photo","media":"x"}]`: "Bad Request: too many messages to send as an album",
		`[{"type":"photo","media":"x"},{"type":"photo","media":"x"}]`:                               "Bad Request: wrong file identifier/HTTP URL specified",
	} {
		if a := call(t, s, client, "sendMediaGroup", "chat_id", id(anna.Chat), "media", media); a.Description != want {
			t.Errorf("%s: %q", media, a.Description)
		}
	}
	if n := len(anna.Said()); n != 2 {
		t.Errorf("%d messages after refusals", n)
	}
}

func TestFilesCanBeDownloaded(t *testing.T) {
	st := newStage(t)
	photo := st.anna.SendPhoto("").Photo[0]
	var f struct {
		Path string `json:"file_path"`
		Size int    `json:"file_size"`
	}
	st.decode(t, &f, "getFile", "file_id", photo.ID)
	for path, want := range map[string]int{
		"/file/bot" + token + "/" + f.Path: 200, "/file/bot1:x/" + f.Path: 401, "/file/bot" + token + "/files/none": 404, "/file/bot" + token: 404,
	} {
		resp, err := st.client.Get(st.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if resp.StatusCode != want || want == 200 && (len(body) != f.Size || string(body[1:4]) != "PNG") {
			t.Errorf("%s: %d, %d bytes", path, resp.StatusCode, len(body))
		}
	}
	if a := call(t, st.Server, st.client, "getFile", "file_id", "none"); a.Description != "Bad Request: invalid file_id" {
		t.Error(a.Description)
	}
}

func TestWebhookGetsUpdatesInOrder(t *testing.T) {
	s, client := start(t)
	texts := make(chan string, 100)
	failures := 2
	hook := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var u struct{ Message struct{ Text string } }
		if r.Header.Get("X-Telegram-Bot-Api-Secret-Token") != "s3cret" || json.NewDecoder(r.Body).Decode(&u) != nil {
			t.Errorf("%s %v", r.Method, r.Header)
		}
		if failures > 0 {
			failures--
			w.WriteHeader(500)
			return
		}
		texts <- u.Message.Text
	}))
	defer hook.Close()
	anna := s.Person("Анна")
	anna.Send("0")
	if a := call(t, s, client, "setWebhook", "url", hook.URL, "secret_token", "s3cret"); !a.OK {
		t.Fatal(a.Description)
	}
	for i := range 9 {
		anna.Send(fmt.Sprint(i + 1))
	}
	var got []string
	for range 10 {
		select {
		case text := <-texts:
			got = append(got, text)
		case <-time.After(5 * time.Second):
			t.Fatalf("only %q came", got)
		}
	}
	if want := strings.Split("0123456789", ""); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	for s.Pending() > 0 {
		time.Sleep(time.Millisecond)
	}
	a := call(t, s, client, "getWebhookInfo")
	if !strings.Contains(string(a.Result), "wrong response from the webhook: 500") {
		t.Errorf("%s", a.Result)
	}
	call(t, s, client, "deleteWebhook")
	anna.Send("late")
	if n := s.Pending(); n != 1 {
		t.Errorf("%d pending after the webhook went", n)
	}
	if a := call(t, s, client, "setWebhook", "url", hook.URL, "secret_token", "a b"); a.OK {
		t.Error("a secret with a space was taken")
	}
}
