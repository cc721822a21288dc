package dialog

import (
	"testing"
	"unicode/utf8"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{"": "", " раз \n\n два\u00a0три ": "раз два три", "\t\r\n": ""} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
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
