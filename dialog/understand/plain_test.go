package understand_test

import "testing"

// TestSum: a text that is nothing but a sum, and what looks like one.
func TestSum(t *testing.T) {
	r := agency(t)
	for text, want := range map[string]int64{
		"12 000": 12000, "12\u00a0000 ₽": 12000, "6000р": 6000, "6 000 руб.": 6000, "1,5 тыс": 1500, "1.5 тыс. рублей": 1500,
		"20к": 20000, "20 К": 20000, "двадцать тысяч": 20000, "около 20 тыс": 20000, "~ 7000": 7000, "6": 6000, "99": 99000,
		"100": 100, "500": 500, "500 р": 500, "0": 0, "1 млн": 1_000_000, "12.000": 12000, "₽ 300": 300,
	} {
		if got, ok := r.Sum(text); !ok || got != want {
			t.Errorf("Sum(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", "много", "рублей", "100 $", "300 евро", "5000 тенге", "10–15 тыс", "до 5000", "больше 5000", "5000+", "5000 за час", "12 продаж",
		"50 %", "5000 6000", "не 5000", "8 900 123-45-67", "10:30", "999999999999999999",
	} {
		if got, ok := r.Sum(text); ok {
			t.Errorf("Sum(%q) = %d; want none", text, got)
		}
	}
}

// FuzzSum: no text makes a sum that nobody pays.
func FuzzSum(f *testing.F) {
	r := agency(f)
	for _, text := range []string{"1,5 тыс", "миллион миллионов", "тысяч", "~", "₽", "\xff5", "1e9", "99999999999 млн"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if sum, ok := r.Sum(text); sum < 0 || sum > 1e12 || !ok && sum != 0 {
			t.Errorf("Sum(%q) = %d, %v", text, sum, ok)
		}
	})
}
