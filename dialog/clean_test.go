package dialog

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"": "", " привет \n": "привет", "раз\nдва": "раз\nдва", "раз\tдва\r": "раз два",
		"\u202eтевирп": "тевирп", "a\u200bb": "ab", "a\x00b\x1b[31m": "ab[31m", "\xff\xfeпривет\xc3": "привет",
		"\ufeffпривет": "привет", "\ufffd": "", "\u00a0привет": "привет", "👍🏽": "👍🏽",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := CleanLine(" раз \n\n два\u00a0три "); got != "раз два три" {
		t.Errorf("CleanLine: %q", got)
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"", 3, ""}, {"раз", 3, "раз"}, {"разум", 3, "ра…"}, {"ра зум", 4, "ра…"}, {"раз", 1, "…"}, {"👍👍👍", 2, "👍…"},
	} {
		if got := Short(c.in, c.n); got != c.want {
			t.Errorf("Short(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

func TestCleanSource(t *testing.T) {
	for in, want := range map[string]string{
		"ig_ads": "ig_ads", " a\nb ": "a b", strings.Repeat("x", 65): strings.Repeat("x", 63) + "…", strings.Repeat("ы", 64): strings.Repeat("ы", 64),
		"'; DROP TABLE leads--": "'; DROP TABLE leads--", "\u202e": "",
	} {
		if got := CleanSource(in); got != want {
			t.Errorf("CleanSource(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzClean: what is kept is valid UTF-8, no longer than what came, and clean
// already.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "привет", "\xff\xc3\x28", "a\u200d\u202eb\x00", " \n\t\r\u2028 ", "👩‍💻", "\xc3\xff\xa9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, clean := range map[string]func(string) string{"Clean": Clean, "CleanLine": CleanLine, "CleanSource": CleanSource} {
			got := clean(s)
			if !utf8.ValidString(got) || len(got) > len(s)+len("…") || clean(got) != got {
				t.Errorf("%s(%q) = %q, then %q", name, s, got, clean(got))
			}
			if strings.ContainsAny(got, "\x00\u202e\u200b\r\t") || got != strings.TrimSpace(got) {
				t.Errorf("%s(%q) = %q keeps what it should drop", name, s, got)
			}
		}
		if strings.Contains(CleanLine(s), "\n") {
			t.Errorf("CleanLine(%q) has two lines", s)
		}
	})
}

// FuzzShort: a text never gets longer than it may be, and stays as it is after.
func FuzzShort(f *testing.F) {
	f.Add("привет", 3)
	f.Add("👩‍💻 a", 2)
	f.Add("  a", 2)
	f.Add("\xff\xff\xff", 2)
	f.Fuzz(func(t *testing.T, s string, n int) {
		if n < 1 || n > 5000 {
			t.Skip()
		}
		got := Short(s, n)
		if utf8.RuneCountInString(got) > n || Short(got, n) != got {
			t.Errorf("Short(%q, %d) = %q, then %q", s, n, got, Short(got, n))
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("Short(%q, %d) = %q breaks a character", s, n, got)
		}
	})
}
