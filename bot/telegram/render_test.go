package telegram

import (
	"html"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"leadbot/dialog"
)

func TestPages(t *testing.T) {
	for name, c := range map[string]struct {
		text dialog.Text
		want string
	}{
		"own":        {dialog.Plain(`a < b & "c" > d`), "a &lt; b &amp; &quot;c&quot; &gt; d"},
		"own link":   {dialog.Plain("https://example.org @us"), "https://example.org @us"},
		"bold":       {dialog.Join("\n", dialog.Bold("A<B"), dialog.Plain("c")), "<b>A&lt;B</b>\nc"},
		"mention":    {dialog.Foreign("@boss"), "@\u200bboss"},
		"command":    {dialog.Foreign("/start now"), "/\u200bstart now"},
		"address":    {dialog.Foreign("https://evil.example/x"), "https:/\u200b/\u200bevil.\u200bexample/\u200bx"},
		"mail":       {dialog.Foreign("a@b.co"), "a@\u200bb.\u200bco"},
		"sentence":   {dialog.Foreign("Да. Нет. 3 шт."), "Да. Нет. 3 шт."},
		"ip":         {dialog.Foreign("127.0.0.1"), "127.\u200b0.\u200b0.\u200b1"},
		"tag":        {dialog.Foreign("<b>x</b>"), "&lt;b&gt;x&lt;/\u200bb&gt;"},
		"bidi":       {dialog.Foreign("a\u202eb\u0000c"), "abc"},
		"nul":        {dialog.Plain("a\x00b\xff"), "ab"},
		"no content": {nil, ""},
	} {
		if got := pages(c.text, false); !cmp.Equal(got, []string{c.want}) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPlainPagesHaveNoMarkup(t *testing.T) {
	got := pages(dialog.Join(" ", dialog.Bold("A & B"), dialog.Foreign("@x")), true)
	if want := []string{"A & B @\u200bx"}; !cmp.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSplit(t *testing.T) {
	mark := strings.Repeat("\u0301", 3)
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"fits":       {"0123456789", []string{"0123456789"}},
		"line":       {"01234\n6789abc", []string{"01234\n", "6789abc"}},
		"early line": {"0\n23456 89abc", []string{"0\n23456 ", "89abc"}},
		"word":       {"012345 789abc", []string{"012345 ", "789abc"}},
		"no place":   {"0123456789abc", []string{"0123456789", "abc"}},
		"surrogates": {"012345678😀", []string{"012345678", "😀"}},
		"marks":      {"0123456e" + mark, []string{"0123456", "e" + mark}},
		"flag":       {"0123456🇷🇺", []string{"0123456", "🇷🇺"}},
		"two flags":  {"012🇷🇺🇩🇪", []string{"012🇷🇺", "🇩🇪"}},
		"tone":       {"0123456👍🏽", []string{"0123456", "👍🏽"}},
		"all marks":  {strings.Repeat("\u0301", 12), []string{strings.Repeat("\u0301", 10), "\u0301\u0301"}},
		"blank":      {"01234 789\n" + strings.Repeat(" ", 10) + "x", []string{"01234 789\n", "x"}},
	} {
		var got []string
		for _, part := range split(dialog.Plain(c.text), 10) {
			got = append(got, part.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestSplitKeepsMarks(t *testing.T) {
	text := dialog.Text{{Text: "0123"}, {Text: "456789abcd", Bold: true}, {Text: "ef", Foreign: true}}
	want := []dialog.Text{
		{{Text: "0123"}, {Text: "456789", Bold: true}},
		{{Text: "abcd", Bold: true}, {Text: "ef", Foreign: true}},
	}
	if diff := cmp.Diff(want, split(text, 10)); diff != "" {
		t.Error(diff)
	}
}

func TestTitle(t *testing.T) {
	if got := title("  Анна\n" + strings.Repeat("😀", 100)); units(got) > maxTitle || !strings.HasPrefix(got, "Анна 😀") {
		t.Errorf("%q has %d units", got, units(got))
	}
}

func FuzzPages(f *testing.F) {
	f.Add("own <b>", "@foreign/x.y\u202e", "é😀 ", 200)
	f.Fuzz(func(t *testing.T, own, foreign, long string, times int) {
		long = strings.Repeat(long, times&0x3ff)
		text := dialog.Join(" ", dialog.Plain(own), dialog.Foreign(foreign), dialog.Bold(long))
		for _, page := range pages(text, false) {
			bare := strings.NewReplacer("<b>", "", "</b>", "").Replace(page)
			if strings.ContainsAny(bare, `<>"`) || strings.Count(page, "<b>") != strings.Count(page, "</b>") {
				t.Fatalf("raw markup in %q", page)
			}
			if n := units(html.UnescapeString(bare)); n > maxText || !utf8.ValidString(page) {
				t.Fatalf("a page of %d units, valid %v", n, utf8.ValidString(page))
			}
		}
		for _, s := range tame(dialog.Foreign(foreign)) {
			for _, link := range []string{"@a", "/a", "://"} {
				if strings.Contains(s.Text, link) {
					t.Fatalf("%q is left in %q", link, s.Text)
				}
			}
		}
	})
}

func FuzzSplit(f *testing.F) {
	f.Add("one two\nthree 😀 e\u0301\u0301🇷🇺🇩🇪", 5)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		s, limit = strings.ToValidUTF8(s, ""), 2+(limit&0xff)
		var all strings.Builder
		for _, part := range split(dialog.Plain(s), limit) {
			if units(part.String()) > limit {
				t.Fatalf("%q is longer than %d", part.String(), limit)
			}
			all.WriteString(part.String())
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(all.String()) != squeeze(s) {
			t.Fatalf("%q became %q", s, all.String())
		}
	})
}

func FuzzClean(f *testing.F) {
	f.Add("a\u0301\u0301\u0301\u0301\u200d\u202e\x00\xffб\n\t")
	f.Fuzz(func(t *testing.T, s string) {
		once := Clean(s)
		if !utf8.ValidString(once) || Clean(once) != once || strings.ContainsAny(once, "\x00\u200b\u202e\r") {
			t.Fatalf("%q became %q and then %q", s, once, Clean(once))
		}
	})
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

func BenchmarkRender(b *testing.B) {
	text := dialog.Join("\n",
		dialog.Bold("Анна · коучинг для руководителей"),
		dialog.Plain("strategic · scaling · 83 · hot"),
		dialog.Foreign("Хочу 20 клиентов в месяц, пишите на anna@example.org или @anna"),
		dialog.Plain(strings.Repeat("Причина: бюджет от 100 тысяч (+15). ", 15)))
	b.ReportAllocs()
	for b.Loop() {
		pages(text, false)
	}
}
