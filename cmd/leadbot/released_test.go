package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leadbot/bot/outbox"
	"leadbot/bot/playground"
	"leadbot/dialog"
	"leadbot/storage"
)

// A database of any release, stopped in the middle of its work, is taken up
// where it was: what is on its way arrives, or does not when it may come twice,
// and the conversations go on.
func TestReleasedDatabasesResume(t *testing.T) {
	dumps, err := filepath.Glob("../../storage/testdata/released/*.sql")
	if err != nil || len(dumps) == 0 {
		t.Fatal(dumps, err)
	}
	for _, dump := range dumps {
		t.Run(filepath.Base(dump), func(t *testing.T) {
			path, alive := restored(t, dump)
			inWorldAt(t, alive.Add(time.Minute), nil, func(w *world) {
				people := w.everybody(1_000_050)
				w.stop()
				w.server.RestartIDs(900_000_000) // those of the release are handled
				w.settings["DATABASE_URL"] = path
				undone, tried := w.undelivered()
				w.start()
				time.Sleep(time.Minute)
				w.checkArrived(undone, tried, people)
				w.goOn(people)
			})
		})
	}
}

// restored makes a database of a dump, and tells when its bot was last at work.
func restored(t *testing.T, dump string) (path string, alive time.Time) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "leads.db")
	db := must(sql.Open("sqlite", path))(t)
	defer db.Close()
	must(db.Exec(string(must(os.ReadFile(dump))(t))))(t)
	var note string
	if err := db.QueryRow("SELECT value FROM notes WHERE name = 'alive'").Scan(&note); err != nil {
		t.Fatal(err)
	}
	return path, must(time.Parse(time.RFC3339, note))(t)
}

// everybody lets people with all chat ids up to the last write to the bot, and the
// managers to each other.
func (w *world) everybody(last int64) map[int64]*playground.Person {
	people := map[int64]*playground.Person{w.boss.ID(): w.boss}
	for len(people) == 1 || people[last] == nil {
		p := w.server.Person("Гость")
		p.Start("")
		people[p.ID()] = p
	}
	for range 100 { // what managers say now has other ids than what the release knows
		w.olga.In(w.managers).Send("Проверка")
	}
	time.Sleep(20 * time.Second)
	for _, p := range people {
		p.Skip()
	}
	return people
}

// undelivered is what waits in a database that no bot has now.
func (w *world) undelivered() ([]outbox.Delivery, map[int64]bool) {
	w.t.Helper()
	db := must(storage.Open(w.t.Context(), w.settings["DATABASE_URL"]))(w.t)
	defer db.Close()
	undone, tried, err := db.Undelivered(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return undone, tried
}

// checkArrived wants each new message once, in its chat, and none that may have
// arrived before and must not come twice.
func (w *world) checkArrived(deliveries []outbox.Delivery, tried map[int64]bool, people map[int64]*playground.Person) {
	w.t.Helper()
	for _, d := range deliveries {
		var m dialog.Message
		if err := json.Unmarshal(d.Body, &m); err != nil {
			w.t.Fatal(err)
		}
		if d.Method != outbox.Send {
			continue
		}
		chat, want := w.managers.Chat, 1
		if d.Chat != outbox.Managers {
			chat = people[d.Chat].Chat
		}
		if d.Class == outbox.Once && tried[d.ID] {
			want = 0
		}
		if n := count(texts(chat), m.Text.String()); n != want {
			w.t.Errorf("%s came %d times, want %d: %q", d.Key, n, want, texts(chat))
		}
	}
}

// goOn wants nothing to wait, beside the running bot, and lets everybody in the
// middle of the questions ask for theirs, and whom a manager has speak with them.
func (w *world) goOn(people map[int64]*playground.Person) {
	w.t.Helper()
	db := must(storage.OpenReader(w.t.Context(), w.settings["DATABASE_URL"]))(w.t)
	defer db.Close()
	if left, _, err := db.Undelivered(w.t.Context()); len(left) > 0 || err != nil {
		w.t.Errorf("%d deliveries still wait, %v", len(left), err)
	}
	for s, err := range db.Leads(w.t.Context()) {
		if err != nil {
			w.t.Fatal(err)
		}
		if s.Owner == dialog.Manager {
			w.speaks(s, people[s.ChatID])
			continue
		}
		if s.Phase != dialog.Asking || s.Blocked {
			continue
		}
		p := people[s.ChatID]
		p.Start("")
		w.settle()
		if last, _ := p.Last(); len(last.Labels()) == 0 {
			w.t.Errorf("lead %d cannot go on after %q", s.ID, last.Text)
		}
	}
}

// speaks wants what a lead in a manager's hands writes to reach the managers, and
// what the manager says to reach the lead.
func (w *world) speaks(s dialog.Session, p *playground.Person) {
	w.t.Helper()
	word := fmt.Sprintf("Пишу %d-й", s.ID)
	p.Send(word)
	w.settle()
	for _, m := range w.managers.Said() {
		if strings.Contains(m.Text, word) {
			by := map[int64]*playground.Person{w.olga.ID(): w.olga, w.ivan.ID(): w.ivan}[s.HeldBy()]
			by.In(w.managers).Topic(m.Thread).Send("Отвечаю. " + word)
			w.settle()
		}
	}
	if n := count(texts(p.Chat), "Отвечаю. "+word); n != 1 {
		w.t.Errorf("lead %d was answered %d times", s.ID, n)
	}
}
