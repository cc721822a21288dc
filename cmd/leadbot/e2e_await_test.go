package main

import (
	"slices"
	"strings"
	"time"

	"leadbot/bot/playground"
	"leadbot/storage"
)

// awaitTaken waits until no poll hangs: the bot holds what it took.
func (w *town) awaitTaken() {
	w.t.Helper()
	polls := w.server.Requests("getUpdates")
	for w.ctx.Err() == nil {
		if polls = w.server.Requests("getUpdates"); !slices.ContainsFunc(polls, func(r playground.Request) bool { return r.Done.IsZero() }) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.t.Fatalf("the bot goes on polling: %d times", len(polls))
}

// awaitSettled waits until the database knows that everything arrived.
func (w *town) awaitSettled() {
	w.t.Helper()
	db := must(storage.OpenReader(w.ctx, w.env["DATABASE_URL"]))(w.t)
	defer db.Close()
	for {
		undone, _, err := db.Undelivered(w.ctx)
		if err != nil {
			w.t.Fatal(err)
		}
		if len(undone) == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// awaitConfirmed waits until no update waits.
func (w *town) awaitConfirmed() {
	w.t.Helper()
	for w.server.Pending() > 0 {
		if time.Sleep(10 * time.Millisecond); w.ctx.Err() != nil {
			w.t.Fatalf("%d updates stay unconfirmed", w.server.Pending())
		}
	}
}

// twice returns what a person was told in the same words more than once.
func (w *town) twice() (told []string) {
	seen := map[string]bool{}
	for _, r := range w.server.Requests("sendMessage") {
		key := strings.Join([]string{r.Params["chat_id"], r.Params["message_thread_id"], r.Params["text"]}, " ")
		if seen[key] && r.Handled {
			told = append(told, key)
		}
		seen[key] = seen[key] || r.Handled
	}
	return told
}

// onlyOnce wants nobody to be told the same thing twice.
func (w *town) onlyOnce() {
	w.t.Helper()
	if sent := w.twice(); len(sent) > 0 {
		w.t.Errorf("said twice: %q", sent)
	}
}
