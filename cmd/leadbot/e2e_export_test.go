package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/playground"
)

// exported are the fields of the contract.
var exported = strings.Fields(`id chat_id user_id username name language first_source last_source skipped phase owner stage
	answers flags points score completeness category temperature segment awareness lifecycle reasons next_step manager
	outcome closing deals overrides consents blocked stopped created_at updated_at completed_at`)

// The export of leads in every state: all fields, no null lists, times in UTC.
func TestExportFields(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	w.server.Person("Первый").Start("vk")
	w.newcomer("Второй")
	_, card := w.wanted("Третий")
	w.claim(card)
	p := w.server.Person("Четвёртый")
	p.Start("")
	must(p.Press(must(p.Await(w.ctx, playground.Says("согласны")))(t), "Нет, спасибо"))(t)
	must(p.Await(w.ctx, playground.Says("Ничего не сохраняем")))(t)
	finished := newGuest(w.server, "Пятый", 1, 1)
	finished.calm, finished.likes = true, hotLikes
	if err := finished.talk(w.ctx); err != nil {
		t.Fatal(err)
	}
	r := command(t, w.env, "", "export")
	if r.code != 0 || strings.Count(r.out, "\n") != 5 {
		t.Fatalf("exit code %d: %s%s", r.code, r.log, r.out)
	}
	for line := range strings.Lines(r.out) {
		checkRecord(t, line)
	}
}

// claim lets the first manager take the card.
func (w *town) claim(card playground.Message) {
	w.t.Helper()
	press := must(w.managers[0].In(w.group).Press(card, "Взять"))(w.t)
	if a := must(w.server.AwaitAnswer(w.ctx, press))(w.t); !strings.Contains(a.Text, "Заявка ваша") {
		w.t.Fatalf("the claim was answered with %q", a.Text)
	}
}

func checkRecord(t *testing.T, line string) {
	t.Helper()
	have := map[string]bool{}
	for _, key := range keys(t, line) {
		have[key] = true
	}
	for _, key := range exported {
		if !have[key] {
			t.Errorf("no %s in %s", key, line)
		}
	}
	var record map[string]json.RawMessage
	decode(t, line, &record)
	for _, list := range []string{"skipped", "flags", "reasons", "consents", "deals"} {
		if !strings.HasPrefix(string(record[list]), "[") {
			t.Errorf("%s is %s, no list", list, record[list])
		}
	}
	for _, object := range []string{"answers", "points", "overrides"} {
		if !strings.HasPrefix(string(record[object]), "{") {
			t.Errorf("%s is %s, no object", object, record[object])
		}
	}
	checkTimes(t, line)
}

var aTime = regexp.MustCompile(`"([a-z_]*at|withdrawn)":"([^"]*)"`)

// checkTimes wants every time of the record in UTC, and a recent one.
func checkTimes(t *testing.T, line string) {
	t.Helper()
	found := aTime.FindAllStringSubmatch(line, -1)
	if len(found) < 2 {
		t.Errorf("%d times in %s", len(found), line)
	}
	for _, f := range found {
		at, err := time.Parse(time.RFC3339Nano, f[2])
		if err != nil || !strings.HasSuffix(f[2], "Z") || time.Since(at).Abs() > time.Hour {
			t.Errorf("%s is %s: not now in UTC (%v)", f[1], f[2], err)
		}
	}
}

func TestExportToFile(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.start()
	w.newcomer("Анна")
	w.stop()
	out := filepath.Join(t.TempDir(), "leads.jsonl")
	old := filepath.Join(t.TempDir(), "old.jsonl")
	if err := os.WriteFile(old, []byte(strings.Repeat("older and longer\n", 1000)), 0o644); err != nil {
		t.Fatal(err)
	}
	stdout := command(t, w.env, "", "export").out
	for _, file := range []string{out, old} {
		r := command(t, w.env, "", "export", "--format", "jsonl", "--out", file)
		if r.code != 0 || r.out != "" || r.log != "" {
			t.Errorf("exit code %d: %s%s", r.code, r.out, r.log)
		}
		if mode := must(os.Stat(file))(t).Mode(); mode != 0o600 {
			t.Errorf("%s has mode %s", filepath.Base(file), mode)
		}
		if diff := cmp.Diff(keys(t, stdout), keys(t, string(must(os.ReadFile(file))(t)))); diff != "" {
			t.Errorf("the file and stdout differ:\n%s", diff)
		}
	}
}

func TestExportOfNothing(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	missing := command(t, w.env, "", "export", "--out", filepath.Join(t.TempDir(), "leads.jsonl"))
	checkFailure(t, missing, 1, w.env["DATABASE_URL"])
	if _, err := os.Stat(w.env["DATABASE_URL"]); !os.IsNotExist(err) {
		t.Errorf("the export made a database: %v", err)
	}
	w.start()
	must(w.server.AwaitRequest(w.ctx, func(r playground.Request) bool { return r.Method == "getWebhookInfo" }))(t)
	w.stop()
	if r := command(t, w.env, "", "export"); r != (result{}) {
		t.Errorf("an empty database: %+v", r)
	}
	checkFailure(t, command(t, w.env, "", "export", "--out", "/nowhere/leads.jsonl"), 1, "/nowhere/leads.jsonl")
}

func TestVersion(t *testing.T) {
	t.Parallel()
	r := command(t, settings{}, "", "version")
	form := regexp.MustCompile(`^leadbot \S+, commit ([0-9a-f]{40}|unknown), go1\.\d+\S*( \S+)*\n$`)
	if r.code != 0 || r.log != "" || !form.MatchString(r.out) {
		t.Errorf("exit code %d: %s%s", r.code, r.out, r.log)
	}
}
