package dialog

import "testing"

func TestNormalPhone(t *testing.T) {
	for in, want := range map[string]string{
		// Russian ways to write a number
		"+7 900 123-45-67": "+79001234567", "8 900 123 45 67": "+79001234567", "89001234567": "+79001234567", "79001234567": "+79001234567",
		"9001234567": "+79001234567", "8(900)123-45-67": "+79001234567", " +7(900)1234567 ": "+79001234567", "8.900.123.45.67": "+79001234567",
		"+7\u00a0900\u00a01234567": "+79001234567", "8 495 123-45-67": "+74951234567",
		// from elsewhere
		"+375 29 123-45-67": "+375291234567", "+1 212 555 0100": "+12125550100", "+49 30 123456789": "+4930123456789", "+998 90 123 45 67": "+998901234567",
		"+86 138 0013 8000": "+8613800138000", "+971 50 123 4567": "+971501234567", "+123456789012345": "+123456789012345",
	} {
		if got, ok := normalPhone(in); !ok || got != want {
			t.Errorf("normalPhone(%q) = %q, %t; want %q", in, got, ok, want)
		}
	}
}

// TestForeignPhoneKeepsItsCountry: after a plus the country is said, whatever its
// digits look like.
func TestForeignPhoneKeepsItsCountry(t *testing.T) {
	for in, want := range map[string]string{
		"+81 3 1234 5678": "+81312345678", // Japan
		"+82 2 1234 5678": "+82212345678", // Korea
		"+960 771-2345":   "+9607712345",  // Maldives
		"+84 28 1234 567": "+84281234567", // Vietnam
		"+95 1 234 5678":  "+9512345678",  // Myanmar
	} {
		if got, ok := normalPhone(in); !ok || got != want {
			t.Errorf("normalPhone(%q) = %q, %t; want %q", in, got, ok, want)
		}
	}
}

func TestNormalPhoneRefuses(t *testing.T) {
	for _, in := range []string{
		"", "+", "123", "900123456", "нет", "позвоните мне", "8 900 123-45-67 доб. 5", "+1234567890123456", "89OO1234567", "٨٩٠٠١٢٣٤٥٦٧",
		"8900123456a", "---", "8 900 123 45 67, Анна", "mail@example.com",
	} {
		if got, ok := normalPhone(in); ok {
			t.Errorf("normalPhone(%q) = %q", in, got)
		}
	}
}

// FuzzNormalPhone: what passes is + and 10 to 15 digits, and stays as it is.
func FuzzNormalPhone(f *testing.F) {
	for _, s := range []string{"+7 900 123-45-67", "89001234567", "9001234567", "+81 3 1234 5678", "(((("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := normalPhone(s)
		if !ok {
			return
		}
		if len(got) < 11 || len(got) > 16 || got[0] != '+' {
			t.Errorf("normalPhone(%q) = %q", s, got)
		}
	})
}
