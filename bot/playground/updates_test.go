package playground_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"leadbot/bot/playground"
)

// poll returns the ids of the updates that getUpdates answers with.
func poll(t *testing.T, s *playground.Server, client *http.Client, pairs ...string) []int64 {
	t.Helper()
	a := call(t, s, client, "getUpdates", pairs...)
	if !a.OK {
		t.Fatalf("getUpdates %q: %s", pairs, a.Description)
	}
	var updates []struct {
		ID int64 `json:"update_id"`
	}
	if err := json.Unmarshal(a.Result, &updates); err != nil {
		t.Fatal(err)
	}
	ids := []int64{}
	for _, u := range updates {
		ids = append(ids, u.ID)
	}
	return ids
}

func TestOffsets(t *testing.T) {
	s, client := start(t)
	anna := s.Person("Анна")
	for i := range 5 {
		anna.Send(fmt.Sprint(i))
	}
	first := s.LastUpdate() - 4
	check := func(want []int64, pairs ...string) {
		t.Helper()
		if got := poll(t, s, client, pairs...); !slices.Equal(got, want) {
			t.Errorf("getUpdates %q: %d, want %d", pairs, got, want)
		}
	}
	all := []int64{first, first + 1, first + 2, first + 3, first + 4}
	offset := func(n int64) string { return strconv.FormatInt(n, 10) }
	check(all)
	check(all[:2], "limit", "2")
	check(all, "offset", offset(first+1000))
	check(all[1:], "offset", offset(first+1))
	check(all[1:], "offset", "0")
	check(all[1:], "offset", offset(first))
	check(all[3:], "offset", "-2")
	check(all[3:])
	check([]int64{}, "offset", offset(first+5))
	check([]int64{})
}

func TestUpdateIDsRestart(t *testing.T) {
	s, client := start(t)
	anna := s.Person("Анна")
	anna.Send("before")
	last := s.LastUpdate()
	s.RestartIDs(1000)
	anna.Send("still pending")
	high := strconv.FormatInt(last+2, 10)
	poll(t, s, client, "offset", high)
	anna.Send("after")
	for range 2 {
		if got := poll(t, s, client, "offset", high); !slices.Equal(got, []int64{1000}) {
			t.Errorf("after the restart: %d", got)
		}
	}
	poll(t, s, client, "offset", "1001")
	if n := s.Pending(); n != 0 {
		t.Errorf("%d pending", n)
	}
}

func TestRepeatedUpdates(t *testing.T) {
	s, client := start(t)
	s.Person("Анна").Send("x")
	first := s.LastUpdate()
	if err := s.Repeat(first); err != nil {
		t.Error(err)
	}
	poll(t, s, client, "offset", strconv.FormatInt(first+2, 10))
	if err := s.Redeliver(first); err != nil {
		t.Error(err)
	}
	if err := s.Inject("message", `{"message_id":"not a number"}`); err != nil {
		t.Error(err)
	}
	if got := poll(t, s, client); !slices.Equal(got, []int64{first, first + 2}) {
		t.Errorf("got %d", got)
	}
	if s.Inject("message", "{") == nil || s.Repeat(1) == nil || s.Redeliver(1) == nil {
		t.Error("nonsense was taken")
	}
}

func TestAllowedUpdates(t *testing.T) {
	s, client := start(t)
	anna := s.Person("Анна")
	group := s.Group("Менеджеры", true)
	pending := func(list string) int {
		poll(t, s, client, "offset", "-1", "allowed_updates", list)
		before := s.Pending()
		m := anna.Send("x")
		anna.Edit(m, "y")
		group.Add(anna)
		return s.Pending() - before
	}
	for _, tt := range []struct {
		list string
		want int
	}{
		{`["message"]`, 2},
		{`null`, 2},
		{`["edited_message","chat_member","dance"]`, 2},
		{`["message","edited_message","chat_member"]`, 4},
		{`[]`, 3},
	} {
		if got := pending(tt.list); got != tt.want {
			t.Errorf("allowed_updates=%s: %d updates, want %d", tt.list, got, tt.want)
		}
	}
}

func TestSecondPollEndsTheFirst(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		first := make(chan answer, 1)
		go func() { first <- call(t, s, client, "getUpdates", "timeout", "50") }()
		synctest.Wait()
		began := time.Now()
		if got := poll(t, s, client, "timeout", "20"); len(got) != 0 || time.Since(began) != 20*time.Second {
			t.Errorf("the second poll got %d after %v", got, time.Since(began))
		}
		if a := <-first; a.Code != 409 || a.Description != "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running" {
			t.Errorf("the first poll got %+v", a)
		}
	})
}

func TestPollWaits(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		began := time.Now()
		time.AfterFunc(10*time.Second, func() { s.Person("Анна").Send("x") })
		if got := poll(t, s, client, "timeout", "30"); len(got) != 1 || time.Since(began) != 10*time.Second {
			t.Errorf("got %d after %v", got, time.Since(began))
		}
	})
}

func TestWebhookForbidsPolling(t *testing.T) {
	bubble(t, func(t *testing.T, s *playground.Server, client *http.Client) {
		waiting := make(chan answer, 1)
		go func() { waiting <- call(t, s, client, "getUpdates", "timeout", "50") }()
		synctest.Wait()
		call(t, s, client, "setWebhook", "url", "https://example.com/hook")
		if a := <-waiting; a.Description != "Conflict: terminated by setWebhook request" {
			t.Errorf("%+v", a)
		}
		a := call(t, s, client, "getUpdates")
		if a.Code != 409 || !strings.HasPrefix(a.Description, "Conflict: can't use getUpdates method while webhook is active") {
			t.Errorf("%+v", a)
		}
		s.Person("Анна").Send("x")
		if a := call(t, s, client, "getWebhookInfo"); !strings.Contains(string(a.Result), `"url":"https://example.com/hook"`) ||
			!strings.Contains(string(a.Result), `"pending_update_count":1`) {
			t.Errorf("%s", a.Result)
		}
		call(t, s, client, "deleteWebhook", "drop_pending_updates", "true")
		if got := poll(t, s, client); len(got) != 0 {
			t.Errorf("dropped updates came: %d", got)
		}
	})
}

func TestCloseEndsPolls(t *testing.T) {
	s, client := start(t)
	ended := make(chan error)
	go func() {
		resp, err := client.Get(s.URL + "/bot" + token + "/getUpdates?timeout=50")
		if err == nil {
			resp.Body.Close()
		}
		ended <- err
	}()
	anna := s.Person("Анна")
	go func() {
		_, err := anna.Await(t.Context(), playground.Any)
		ended <- err
	}()
	time.Sleep(20 * time.Millisecond)
	s.Close()
	s.Close()
	for range 2 {
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			t.Fatal("something still waits")
		}
	}
}
