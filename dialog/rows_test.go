package dialog

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestRows: what people write for a row, and the row that it is.
func TestRows(t *testing.T) {
	s := builtInScript(t)
	for line, want := range map[string]Row{
		"Ольга — выступления — 6 000":             {"выступления", 6000, 1, 0},
		"Ольга – выступления – 6\u00a0000 ₽":      {"выступления", 6000, 1, 0},
		"Ольга - выступления - 6000 руб.":         {"выступления", 6000, 1, 0},
		"Ольга: выступления: 6000р":               {"выступления", 6000, 1, 0},
		"Ольга; выступления; 6000;":               {"выступления", 6000, 1, 0},
		"| Ольга | выступления | 6000 |":          {"выступления", 6000, 1, 0},
		"Ольга\tвыступления\t6000":                {"выступления", 6000, 1, 0},
		"\tОльга\t—\tвыступления\t—\t6000":        {"выступления", 6000, 1, 0},
		"Ольга, выступления, 1,5 тыс":             {"выступления", 1500, 1, 0},
		"Ольга: выступления — 6000":               {"выступления", 6000, 1, 0},
		"Ольга—выступления—6000":                  {"выступления", 6000, 1, 0},
		"1. Ольга — выступления — 6 тысяч":        {"выступления", 6000, 1, 0},
		"2) Ольга — выступления — 6к":             {"выступления", 6000, 1, 0},
		"• Ольга — выступления — шесть тысяч":     {"выступления", 6000, 1, 0},
		"- Ольга - выступления - 6":               {"выступления", 6000, 1, 0},
		"выступления — 6 000":                     {"выступления", 6000, 0, 0},
		"Пётр — арт-терапия — 900":                {"арт-терапия", 900, 1, 0},
		"Пётр — голос, сцена — 900 р":             {"голос, сцена", 900, 1, 0},
		"Петрова, Ольга — сон — 900 р":            {"сон", 900, 1, 0},
		"Пётр — «Сон»! — бесплатно":               {"Сон", 0, 1, 0},
		"30 дней стройности — 40 000":             {"30 дней стройности", 40000, 0, 0},
		"Ольга — режим 10:30 — 5000":              {"режим 10:30", 5000, 1, 0},
		"курс речи — 12 продаж":                   {"курс речи", 0, 12, 0},
		"курс речи — 12 шт. — 40 000":             {"курс речи", 40000, 12, 0},
		"Зоя — " + strings.Repeat("я", 90) + "—7": {strings.Repeat("я", 59) + "…", 7000, 1, 0},
	} {
		rows, bad := s.rows(line, 0)
		if len(rows) != 1 || len(bad) > 0 || rows[0] != want {
			t.Errorf("%q: %+v, %+v; want %+v", line, rows, bad, want)
		}
	}
}

// TestNoRows: lines that are reported, and lines that only stand in a list.
func TestNoRows(t *testing.T) {
	s := builtInScript(t)
	for _, line := range []string{
		"Ольга выступления 6000", "5000", "про Ирину не помню", "Олег — сон — много", "Олег — сон — 100 $", "Олег — сон — 100 евро",
		"Олег — сон — 10–15 тыс", "Олег — — 5000", "Олег — … — 5000", "Олег — сон — -500", "а — б — в — г — 5000", "Олег — 5000 — сон",
		"Олег — сон — 5000 за час",
	} {
		if rows, bad := s.rows(line, 0); len(rows) > 0 || len(bad) != 1 {
			t.Errorf("%q: %+v, %+v; want it unread", line, rows, bad)
		}
	}
	for _, line := range []string{"", "  \t ", "имя — тема — сумма", "| Имя | Тема | Сумма, руб. |", "|---|---|---|", "Итого — 20 000", "Всего: 5000 р", "👍"} {
		if rows, bad := s.rows(line, 0); len(rows)+len(bad) > 0 {
			t.Errorf("%q: %+v, %+v; want neither", line, rows, bad)
		}
	}
}

// TestRowsCountLines: unread lines are numbered as they are seen; blank ones are not.
func TestRowsCountLines(t *testing.T) {
	rows, bad := builtInScript(t).rows("имя — тема — сумма\n\nОльга — сон — 5000\nне помню\n\n\nПётр — сон — ?\r\nсон — 1к", 0)
	if want := []unread{{3, "не помню"}, {4, "Пётр — сон — ?"}}; len(rows) != 2 || !slices.Equal(bad, want) {
		t.Errorf("rows %+v, unread %+v; want %+v", rows, bad, want)
	}
}

// TestRank: topics are the same whatever their case, ё and punctuation; the most
// profitable leads, then the one with more people, then the one named first.
func TestRank(t *testing.T) {
	got := rank([]Row{{"сон", 1000, 1, 0}, {"Ещё  сон.", 500, 0, 0}, {"голос", 3000, 1, 0}, {"еще сон", 500, 0, 0}, {"СОН", 2000, 1, 0}, {"еда", 0, 1, 0}, {"бег", 0, 1, 0}, {"курс", 0, 9, 0}})
	want := []ranked{
		{"сон", 3000, 2, true}, {"голос", 3000, 1, true}, {"Ещё  сон.", 1000, 2, true}, {"курс", 0, 9, true}, {"еда", 0, 1, true}, {"бег", 0, 1, true},
	}
	if !slices.Equal(got, want) {
		t.Errorf("rank: %+v\nwant  %+v", got, want)
	}
}

// FuzzRows: no list makes the reading panic, and rows keep their bounds.
func FuzzRows(f *testing.F) {
	s := builtInScript(f)
	for _, text := range []string{"Ольга — сон — 5 000\nПётр: еда", "|||", "— — —", "1. 2) 3", "а-1", "\xff—\xff—5", "12 продаж — 12 продаж — 12 продаж", "1⃣ сон;5"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, bad := s.rows(text, 0)
		if n := strings.Count(text, "\n") + 1; len(rows)+len(bad) > n {
			t.Errorf("%d rows and %d unread of %d lines", len(rows), len(bad), n)
		}
		for _, row := range rows {
			if folded(row.Topic) == "" || utf8.RuneCountInString(row.Topic) > maxRowTopic || row.Sum < 0 || row.Count < 0 {
				t.Errorf("%+v", row)
			}
		}
		if all := rank(rows); len(all) > 0 && strings.TrimSpace(s.table(all, "раз|раза|раз").String()) == "" {
			t.Error("nothing is said to the rows")
		}
	})
}
