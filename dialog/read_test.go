package dialog

import (
	"slices"
	"strings"
	"testing"
)

func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		in           string
		count, money int // -1 where it is no such quantity
	}{
		{"0", 0, 0}, {"3", 3, 3}, {"15", 15, 15_000}, {" 15 ", 15, 15_000}, {"999", 999, 999_000}, {"1000", 1000, 1000},
		{"25000", 25_000, 25_000}, {"25 000", 25_000, 25_000}, {"25\u00a0000", 25_000, 25_000}, {"25.000", 25_000, 25_000},
		{"1 000 000", 1_000_000, 1_000_000}, {"~20000", 20_000, 20_000}, {"≈ 20 000", 20_000, 20_000},
		{"25к", -1, 25_000}, {"25 К", -1, 25_000}, {"25k", -1, 25_000}, {"5 тыс", -1, 5000}, {"5 тыс.", -1, 5000}, {"5 тысяч", -1, 5000}, {"5тыщ", -1, 5000},
		{"3000 руб", -1, 3000}, {"3000 руб.", -1, 3000}, {"15 р", -1, 15}, {"3000₽", -1, 3000}, {"30 тыс руб", -1, 30_000}, {"30 тысяч рублей", -1, 30_000},
		{"-3", -1, -1}, {"+3", -1, -1}, {"", -1, -1}, {"много", -1, -1}, {"15 человек", -1, -1}, {"от 5", -1, -1}, {"5-10", -1, -1}, {"5–10 тыс", -1, -1},
		{"1,5", -1, -1}, {"2.5", -1, -1}, {"25 00", -1, -1}, {"1e9", -1, -1}, {"0x10", -1, -1}, {"٣", -1, -1},
		{"999999999", 999_999_999, 999_999_999}, {"9999999999", -1, -1}, {"99999999999999999999999", -1, -1},
		{"99 999 999 999 999 999 999 999", -1, -1},
	} {
		for q, want := range map[Quantity]int{Count: c.count, Money: c.money} {
			got, ok := quantity(c.in, q)
			if !ok {
				got = -1
			}
			if got != want {
				t.Errorf("quantity(%q, %s) = %d, want %d", c.in, q, got, want)
			}
		}
	}
}

// TestHugeAmountStaysPositive: thousands of a number near the bound of an int.
func TestHugeAmountStaysPositive(t *testing.T) {
	for _, in := range []string{"9 000 000 000 000 000 000 к", "10 000 000 000 000 000 тыс", "9 223 372 036 854 775 807 k"} {
		if n, ok := quantity(in, Money); ok && n < 1_000_000_000 {
			t.Errorf("quantity(%q) = %d", in, n)
		}
	}
}

// FuzzQuantity: nothing read is below zero.
func FuzzQuantity(f *testing.F) {
	for _, s := range []string{"25 000", "25к", "~5 тыс. руб.", "-3", "999999999 т", "1.000.000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, ok := quantity(s, Count); ok && n < 0 {
			t.Errorf("count of %q: %d", s, n)
		}
		if n, ok := quantity(s, Money); ok && n < 0 && len(s) < 20 {
			t.Errorf("money of %q: %d", s, n)
		}
	})
}

func TestNumber(t *testing.T) {
	for in, want := range map[string]int{"2": 2, "2.": 2, " 2) ": 2, "02": 2, "10": 10, "-3": -3} {
		if got, ok := number(in); !ok || got != want {
			t.Errorf("number(%q) = %d, %t", in, got, ok)
		}
	}
	for _, in := range []string{"", ".", "второе", "2а", "2 3", "2,5", "99999999999999999999", "№2", "٢"} {
		if got, ok := number(in); ok {
			t.Errorf("number(%q) = %d", in, got)
		}
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Да", "да", true}, {"Да!", " да ", true}, {"всё так", "Все так.", true}, {"1. Одна тема", "одна тема", true}, {"2) Да", "да", true},
		{"20 000–50 000 ₽", "20000-50000", false}, {"20 000–50 000 ₽", "20 000 - 50 000", true}, {"да да", "да-да", true},
		{"нет", "да", false}, {"", "", false}, {"!!!", "???", false}, {"👍", "👍", false}, {"данет", "да нет", false},
	} {
		if got := same(c.a, c.b); got != c.want {
			t.Errorf("same(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

func TestThemes(t *testing.T) {
	for in, want := range map[string][]string{
		"":                              nil,
		"речь":                          nil,
		"речь, карьера":                 {"речь", "карьера"},
		"речь и карьера":                {"речь", "карьера"},
		"речь; карьера; деньги":         {"речь", "карьера"},
		"речь\nкарьера":                 {"речь", "карьера"},
		"речь / карьера":                {"речь", "карьера"},
		", , речь,, карьера":            {"речь", "карьера"},
		"речь, ":                        nil,
		"семья и история":               {"семья", "история"},
		"история":                       nil,
		"речь, , карьера":               {"речь", "карьера"},
		strings.Repeat("щ", 50) + ", a": {strings.Repeat("щ", 39) + "…", "a"},
	} {
		if got := themes(in); !slices.Equal(got, want) {
			t.Errorf("themes(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestBands: the bounds of the product's ranges, to the rouble.
func TestBands(t *testing.T) {
	s := builtInScript(t)
	for _, c := range []struct {
		question string
		n        int
		want     string
	}{
		{"price", 0, "lt5k"}, {"price", 4999, "lt5k"}, {"price", 5000, "5k_20k"}, {"price", 20_000, "5k_20k"}, {"price", 20_001, "20k_80k"},
		{"price", 80_000, "20k_80k"}, {"price", 80_001, "gt80k"}, {"price", 1 << 40, "gt80k"},
		{"budget", 0, "none"}, {"budget", 1, "lt20k"}, {"budget", 19_999, "lt20k"}, {"budget", 20_000, "20k_50k"}, {"budget", 49_999, "20k_50k"},
		{"budget", 50_000, "50k_100k"}, {"budget", 99_999, "50k_100k"}, {"budget", 100_000, "gte100k"}, {"budget", 1 << 40, "gte100k"},
		{"sales", 0, "0"}, {"sales", 1, "1_5"}, {"sales", 5, "1_5"}, {"sales", 6, "6_20"}, {"sales", 20, "6_20"}, {"sales", 21, "gt20"},
	} {
		for i := range s.Questions {
			if a := &s.Questions[i]; string(a.ID) == c.question {
				if o, ok := a.band(c.n); !ok || o.ID != c.want {
					t.Errorf("%d to %s is %q, want %s", c.n, c.question, o.ID, c.want)
				}
			}
		}
	}
}
