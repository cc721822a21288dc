package main

import (
	"database/sql"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/playground"
)

// The ids of updates start again lower while people talk, and once more while
// the bot is down: everybody is heard, once.
func TestUpdateIDsRestartLower(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	anna := w.newcomer("Анна")
	for step, restart := range []int64{500, 400_000, 30} {
		w.awaitConfirmed()
		w.awaitSettled()
		w.server.RestartIDs(restart)
		if step > 0 {
			w.bot.kill()
		}
		anna.Send("1")
		w.newcomers(step)
		if step > 0 {
			w.start()
		}
		must(anna.Await(w.ctx, playground.Says(fmt.Sprintf("\n%d из", step+2))))(t)
	}
	w.awaitConfirmed()
	if id := w.server.LastUpdate(); id > 100 {
		t.Errorf("the last update is %d: the ids did not start lower", id)
	}
	leads := w.export()
	if a := leads[anna.ID()]; len(leads) != 7 || len(a.Answers) != 3 {
		t.Errorf("%d leads, of Анна is known %+v", len(leads), a)
	}
	w.onlyOnce()
	w.stop()
}

// newcomers are two people who write without waiting for an answer.
func (w *town) newcomers(step int) {
	for i := range 2 {
		p := w.server.Person(fmt.Sprintf("Гость%d-%d", step, i))
		p.Start("")
		p.Send("Здравствуйте")
	}
}

// poison are updates that no messenger should send.
var poison = [][2]string{
	{"message", `5`}, {"message", `"x"`}, {"message", `[]`}, {"message", `null`}, {"message", `{}`},
	{"message", `{"message_id":1e99,"chat":{"id":1}}`}, {"message", `{"message_id":1,"chat":{"id":"abc","type":"private"},"text":"/start"}`},
	{"message", `{"message_id":1,"date":-9223372036854775808,"chat":{"id":0,"type":"private"},"from":null,"text":"/start"}`},
	{"message", `{"message_id":1,"date":1,"chat":{"id":88,"type":"private"},"from":{"id":88},"text":"/","entities":[{"type":"bot_command","offset":-5,"length":99}]}`},
	{"message", `{"message_id":1,"date":1,"chat":{"id":89,"type":"supergroup"},"migrate_to_chat_id":"x"}`},
	{"callback_query", `{}`}, {"callback_query", `{"id":7,"from":{},"data":{}}`},
	{"callback_query", `{"id":"7","from":{"id":88},"data":"m:99999999999999999999:claim:claim:claim"}`},
	{"callback_query", `{"id":"8","from":{"id":88},"message":{"message_id":0,"date":0,"chat":{"id":88,"type":"private"}},"data":"a:::"}`},
	{"my_chat_member", `{}`}, {"my_chat_member", `{"chat":{"id":1},"new_chat_member":[]}`}, {"edited_message", `{"chat":{}}`},
}

// Updates of any shape among good ones take nobody's place: they are set aside.
func TestPoisonAmongGoodUpdates(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	anna, vera := w.newcomer("Анна"), w.newcomer("Вера")
	w.awaitConfirmed()
	w.stop()
	for i, p := range poison {
		if err := w.server.Inject(p[0], p[1]); err != nil {
			t.Fatal(err)
		}
		if i%6 == 5 {
			anna.Send("1")
		}
	}
	vera.Send("1")
	w.start()
	must(anna.Await(w.ctx, playground.Says("\n3 из")))(t)
	must(vera.Await(w.ctx, playground.Says("\n2 из")))(t)
	w.awaitConfirmed()
	w.newcomer("Последняя")
	leads := w.export()
	if len(leads[anna.ID()].Answers) != 2 || len(leads[vera.ID()].Answers) != 1 {
		t.Errorf("of Анна is known %+v, of Вера %+v", leads[anna.ID()], leads[vera.ID()])
	}
	if n := w.letters(); n < 5 || n > len(poison) {
		t.Errorf("%d of %d bad updates were set aside", n, len(poison))
	}
	w.stop()
}

// letters counts the updates set aside.
func (w *town) letters() (n int) {
	w.t.Helper()
	db := must(sql.Open("sqlite", "file:"+w.env["DATABASE_URL"]+"?mode=ro"))(w.t)
	defer db.Close()
	if err := db.QueryRow("SELECT count(*) FROM dead_letters").Scan(&n); err != nil {
		w.t.Fatal(err)
	}
	return n
}

// What three hundred people wrote while the bot was down is answered in their
// order, each line once: everybody's chat reads as that of one who waited for
// each answer.
func TestBacklog(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	lines := []string{"/start late", "да", "1", "Йога", "1", "1", "1"}
	patient := w.server.Person("Терпеливая")
	for _, line := range lines {
		patient.Send(line)
		w.awaitConfirmed()
		w.awaitSettled()
	}
	want := texts(patient.Chat)
	w.stop()
	crowd := make([]*playground.Person, 300)
	if withRace() {
		crowd = crowd[:50] // the detector makes the rest a matter of minutes
	}
	for i := range crowd {
		crowd[i] = w.server.Person("Терпеливая")
	}
	for _, line := range lines {
		for _, p := range crowd {
			p.Send(line)
		}
	}
	waiting, begun := w.server.Pending(), time.Now()
	w.start()
	w.awaitConfirmed()
	w.awaitSettled()
	took := time.Since(begun)
	for _, p := range crowd {
		if diff := cmp.Diff(want, texts(p.Chat)); diff != "" {
			t.Fatalf("a chat of the backlog (-patient +backlog):\n%s", diff)
		}
	}
	if leads := w.export(); len(leads) != len(crowd)+1 || waiting != len(crowd)*len(lines) || took > 20*time.Second {
		t.Errorf("%d leads from %d updates in %s", len(leads), waiting, took)
	}
	t.Logf("%d updates of %d people in %s", waiting, len(crowd), took.Round(time.Millisecond))
	w.stop()
}

// A press and a message of one person come in the wrong order. Neither counts
// for another question; what no longer fits is said, not dropped in silence.
func TestPressAndMessageInAnyOrder(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	anna, vera := w.newcomer("Анна"), w.newcomer("Вера")
	w.awaitConfirmed()
	w.stop()
	question, _ := anna.Last()
	anna.Send("Йога") // overtakes the press that it follows
	press := must(anna.Press(question, "1. Одна тема"))(t)
	question, _ = vera.Last()
	must(vera.Press(question, "1. Одна тема"))(t)
	vera.Send("Йога")
	w.start()
	must(vera.Await(w.ctx, playground.Says("\n3 из")))(t)
	if answer := must(w.server.AwaitAnswer(w.ctx, press))(t); answer.Text == "" {
		t.Error("the press that came too late is answered with silence")
	}
	must(anna.Await(w.ctx, playground.Says("\n3 из")))(t)
	leads := w.export()
	if diff := cmp.Diff(leads[vera.ID()].Answers, leads[anna.ID()].Answers, cmp.Comparer(sameValue)); diff != "" || len(leads[vera.ID()].Answers) != 2 {
		t.Errorf("(-in order +overtaken):\n%s", diff)
	}
	w.stop()
}

func sameValue(a, b struct{ Value, Via string }) bool { return a.Value == b.Value }
