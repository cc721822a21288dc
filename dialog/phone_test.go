package dialog

import (
	"regexp"
	"strings"
	"testing"
)

func russian() *Script { return &Script{Region: "RU"} }

// TestPhone: whatever way a number is written, it is kept in one.
func TestPhone(t *testing.T) {
	for in, want := range map[string]string{
		// Russian ways to write a number
		"+7 900 123-45-67": "+79001234567", "8 900 123 45 67": "+79001234567", "89001234567": "+79001234567", "79001234567": "+79001234567",
		"9001234567": "+79001234567", "900 123 45 67": "+79001234567", "8(900)123-45-67": "+79001234567", " +7(900)1234567 ": "+79001234567",
		"8.900.123.45.67": "+79001234567", "(900) 123-45-67": "+79001234567", "+7\u00a0900\u00a01234567": "+79001234567", "8\u2011900\u2013123–45–67": "+79001234567",
		"8 495 123-45-67": "+74951234567", "8-800-555-35-35": "+78005553535", "+ 7 900 123 45 67": "+79001234567",
		// a neighbour that shares the country's code
		"8 701 123 45 67": "+77011234567",
		// from elsewhere, with and without a plus
		"+375 29 123-45-67": "+375291234567", "+1 212 555 0100": "+12125550100", "+49 30 12345678": "+493012345678", "+998 90 123 45 67": "+998901234567",
		"+86 138 0013 8000": "+8613800138000", "+971 50 123 4567": "+971501234567", "375291234567": "+375291234567", "998901234567": "+998901234567",
		// extensions are not dialled by a phone
		"8 495 123-45-67 доб. 5": "+74951234567", "+7 900 123-45-67 ext 12": "+79001234567", "8 495 123 45 67 #12": "+74951234567", "8 495 123-45-67 добавочный 512": "+74951234567",
		// among words
		"мой номер 8 900 123-45-67, звоните": "+79001234567", "8 900 123 45 67, Анна": "+79001234567", "звоните с 10 до 19 на 89001234567": "+79001234567",
		"Мне 35,\n89001234567": "+79001234567", "35\n89001234567": "+79001234567", "тел:+79001234567(Анна)": "+79001234567",
		"89001234567 или 89007654321": "+79001234567", "12.10.2026 89001234567": "+79001234567", "9001234567р": "+79001234567",
		strings.Repeat("я", 500) + " 89001234567": "+79001234567",
	} {
		if got, ok := russian().phone(in); !ok || got != want {
			t.Errorf("phone(%.60q) = %q, %t; want %q", in, got, ok, want)
		}
	}
}

// TestForeignPhoneKeepsItsCountry: after a plus the country is said, whatever its
// digits look like.
func TestForeignPhoneKeepsItsCountry(t *testing.T) {
	for in, want := range map[string]string{
		"+81 3 1234 5678": "+81312345678", // Japan
		"+82 2 312 3456":  "+8223123456",  // Korea
		"+960 771-2345":   "+9607712345",  // Maldives
		"+84 28 3822 999": "",             // Vietnam, one digit short
		"+84 912 345 678": "+84912345678",
	} {
		if got, _ := russian().phone(in); got != want {
			t.Errorf("phone(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestPhoneOfAnotherRegion: a number without its country is of the script's.
func TestPhoneOfAnotherRegion(t *testing.T) {
	for region, want := range map[string]string{"KZ": "+77011234567", "RU": "+77011234567", "BY": ""} {
		if got, _ := (&Script{Region: region}).phone("8 701 123 45 67"); got != want {
			t.Errorf("in %s: %q, want %q", region, got, want)
		}
	}
	if got, _ := (&Script{Region: "BY"}).phone("8 029 123-45-67"); got != "+375291234567" {
		t.Errorf("in BY: %q", got)
	}
}

func TestPhoneRefuses(t *testing.T) {
	for _, in := range []string{
		"", "+", "123", "900123456", "нет", "позвоните мне", "+1234567890123456", "89OO1234567", "8 9oo 123 45 67", "8 (9xx) 123-45-67", "٨٩٠٠١٢٣٤٥٦٧", "---", "((((",
		"mail@example.com", "8-800-FLOWERS", "+7 000 000 00 00", "81234567890", "0000000000", "4276 1234 5678 9012", "24 000 000 000", "12.10.2026", "с 10 до 19", "100 000 руб",
		"89001234567890", strings.Repeat("я", 1000) + " 89001234567",
	} {
		if got, ok := russian().phone(in); ok {
			t.Errorf("phone(%.40q) = %q", in, got)
		}
	}
}

// FuzzPhone: what passes is in E.164, and stays as it is.
func FuzzPhone(f *testing.F) {
	for _, s := range []string{"+7 900 123-45-67", "89001234567", "9001234567", "+81 3 1234 5678", "((((", strings.Repeat("1 ", 2000), strings.Repeat("9001234567 ", 300)} {
		f.Add(s)
	}
	form := regexp.MustCompile(`^\+[1-9]\d{6,14}$`)
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := russian().phone(s)
		if !ok {
			return
		}
		if again, _ := russian().phone(got); !form.MatchString(got) || again != got {
			t.Errorf("phone(%q) = %q, read again %q", s, got, again)
		}
	})
}
