package playground

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestHTMLLikeTDLib compares with what TDLib, the library under the real server,
// answered: parseTextEntities, one case a line.
func TestHTMLLikeTDLib(t *testing.T) {
	f, err := os.Open("testdata/html.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var want struct {
			Src, Text, Error string
			Entities         []Entity
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		text, entities, err := parseHTML(want.Src)
		slices.SortFunc(entities, func(a, b Entity) int {
			return cmp.Or(a.Offset-b.Offset, b.Length-a.Length, strings.Compare(a.Type, b.Type))
		})
		said := ""
		if err != nil {
			said = strings.Replace(err.(*Error).Description, "Bad Request: can't", "Can't", 1)
		}
		if text != want.Text || said != want.Error || !gocmp.Equal(entities, want.Entities, cmpopts.EquateEmpty()) {
			t.Errorf("%s\n got %q %+v %s\nwant %q %+v %s", want.Src, text, entities, said, want.Text, want.Entities, want.Error)
		}
	}
}

func TestLinks(t *testing.T) {
	const text = "Пишите @anna_bot, /start spring, на https://ex.ru/a?b=1. или foo.ru (a@b.ru) #тег 1.5 и т.д. /a/b @ab"
	want := []string{"mention @anna_bot", "bot_command /start", "url https://ex.ru/a?b=1", "url foo.ru", "email a@b.ru", "hashtag #тег"}
	var got []string
	for _, e := range withLinks(text, nil) {
		got = append(got, e.Type+" "+string([]rune(text)[e.Offset:e.Offset+e.Length]))
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if marks := withLinks("@anna_bot", []Entity{{Type: "code", Length: 9}}); len(marks) != 1 {
		t.Errorf("a link inside code: %+v", marks)
	}
}

func TestTrim(t *testing.T) {
	text, marks := trim(" \n<x>  ", []Entity{{Type: "bold", Offset: 2, Length: 5}, {Type: "bold", Offset: 6, Length: 1}})
	if text != "<x>" || len(marks) != 1 || marks[0] != (Entity{Type: "bold", Length: 3}) {
		t.Errorf("%q %+v", text, marks)
	}
}

// FuzzHTML checks that entities lie inside the text and that escaping brings any
// text through unchanged.
func FuzzHTML(f *testing.F) {
	for _, src := range []string{"<b>x</b>", `<a href="https://ex.ru">😀</a>`, "&lt;&#x41;", "<pre><code class=language-go>x</code></pre>", "<b", "</"} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			t.Skip()
		}
		text, entities, err := parseHTML(src)
		if err != nil && text != "" {
			t.Errorf("text %q beside the error %v", text, err)
		}
		for _, e := range entities {
			if e.Offset < 0 || e.Length <= 0 || e.Offset+e.Length > units(text) || e.Type == "" {
				t.Errorf("entity %+v outside of %q", e, text)
			}
		}
		escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(src)
		if text, _, err := parseHTML(escaped); err != nil || text != src {
			t.Errorf("%q came through as %q, %v", src, text, err)
		}
		withLinks(text, entities)
	})
}
