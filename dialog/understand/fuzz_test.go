package understand_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzRead: no text makes the reader panic, and what it gives are words of the
// text, cut to their bound.
func FuzzRead(f *testing.F) {
	r := agency(f)
	for _, u := range utterances(f, "shared.jsonl") {
		f.Add(u.Question, u.Text)
	}
	for _, text := range []string{"", ")))", "1 000 000 000 000 000 000", "5-", "-5", "\xff\xfe", "к", "до", "не не не", "٣٤٥ клиентов", "🙈🙈", "a̐b̐"} {
		f.Add("price", text)
	}
	f.Fuzz(func(t *testing.T, asked, text string) {
		for q, a := range r.Read(asked, text).Answers {
			if a.Value == "" || a.Raw == "" || !strings.Contains(text, a.Raw) {
				t.Errorf("%s: %+v is not from the text", q, a)
			}
			if utf8.RuneCountInString(a.Raw) > 60 {
				t.Errorf("%s: %d characters kept", q, utf8.RuneCountInString(a.Raw))
			}
		}
	})
}

// TestLongTexts: 4 000 characters of anything are read in a moment.
func TestLongTexts(t *testing.T) {
	r := agency(t)
	for _, word := range []string{"не ", "15-20 тыс ", "рекламу ", "а ", "сто ", "ищу ", "5", "онлайн, ", "клиентов нет ", "🙈", "ни одной записи ", "(", "не знаю "} {
		text := strings.Repeat(word, 4000/utf8.RuneCountInString(word))
		begun := time.Now()
		r.Read("", text)
		if took := time.Since(begun); took > 10*time.Second {
			t.Errorf("%q repeated: %v", word, took)
		}
	}
}

// BenchmarkRead reads a message of the labelled ones.
func BenchmarkRead(b *testing.B) {
	r := agency(b)
	set := utterances(b, "shared.jsonl")
	for i := 0; b.Loop(); i++ {
		u := set[i%len(set)]
		r.Read(u.Question, u.Text)
	}
}

// BenchmarkReadLongest reads texts as long as the messenger lets them be.
func BenchmarkReadLongest(b *testing.B) {
	r := agency(b)
	for name, text := range map[string]string{"words": strings.Repeat("веду группы онлайн, ", 200), "numbers": strings.Repeat("1 ", 2048), "denials": strings.Repeat("не ", 1300)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r.Read("sales", text)
			}
		})
	}
}

// BenchmarkLoad compiles the built-in script with its words.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		agency(b)
	}
}
