package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// reading lists the libraries that the dialog reads texts, scripts and phone numbers
// with, and so everything that imports it.
var reading = []string{
	"github.com/kljensen/snowball", "go.yaml.in/yaml/v3", "github.com/nyaruka/phonenumbers", "golang.org/x/text/", "google.golang.org/protobuf/",
}

// arrows says what each package may import of this module, directly or not, and
// of others, beside the standard library.
var arrows = map[string]struct{ own, others []string }{
	"qualify":           {},
	"bot/outbox":        {},
	"bot/playground":    {},
	"dialog/understand": {nil, reading[:1]},
	"dialog":            {[]string{"qualify", "dialog/understand"}, reading},
	"bot/desk":          {[]string{"dialog", "dialog/understand", "qualify", "bot/outbox"}, reading},
	"bot/digest":        {[]string{"dialog", "dialog/understand", "qualify"}, reading},
	"bot":               {[]string{"dialog", "dialog/understand", "qualify", "bot/desk", "bot/outbox", "bot/digest"}, reading},
	"bot/courier":       {[]string{"bot", "dialog", "dialog/understand", "qualify", "bot/desk", "bot/outbox", "bot/digest"}, reading},
	"bot/telegram": {[]string{"bot", "dialog", "dialog/understand", "qualify", "bot/desk", "bot/outbox", "bot/digest"},
		append(reading[:len(reading):len(reading)], "github.com/go-telegram-bot-api/")},
	"storage": {[]string{"bot", "dialog", "dialog/understand", "qualify", "bot/desk", "bot/outbox", "bot/digest"},
		append(reading[:len(reading):len(reading)], "modernc.org/", "github.com/gofrs/flock", "github.com/dustin/go-humanize", "github.com/google/uuid", "github.com/remyoudompheng/bigfft", "golang.org/x/sys")},
}

func TestArrows(t *testing.T) {
	for room, may := range arrows {
		t.Run(room, func(t *testing.T) {
			for _, dep := range deps(t, "leadbot/"+room) {
				own, ours := strings.CutPrefix(dep, "leadbot/")
				if ours && own != room && !slices.Contains(may.own, own) {
					t.Errorf("%s imports %s", room, own)
				}
				if !ours && !slices.ContainsFunc(may.others, func(p string) bool { return strings.HasPrefix(dep, p) }) {
					t.Errorf("%s imports %s", room, dep)
				}
			}
		})
	}
}

// TestRoomsAreComplete keeps a new package from slipping in without a place in
// the house.
func TestRoomsAreComplete(t *testing.T) {
	out, err := exec.Command("go", "list", "leadbot/...").Output()
	if err != nil {
		t.Fatalf("list the packages: %v", err)
	}
	for _, room := range strings.Fields(string(out)) {
		room = strings.TrimPrefix(room, "leadbot/")
		if _, known := arrows[room]; !known && room != "cmd/leadbot" {
			t.Errorf("no arrows are drawn for %s", room)
		}
	}
}

// deps are the packages that one rests on, without the standard library.
func deps(t *testing.T, name string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", name).Output()
	if err != nil {
		t.Fatalf("list what %s rests on: %v", name, err)
	}
	return strings.Fields(string(out))
}
