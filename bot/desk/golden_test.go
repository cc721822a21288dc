package desk_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/bot/desk"
	"leadbot/bot/outbox"
	"leadbot/dialog"
	"leadbot/qualify"
)

var update = flag.Bool("update", false, "write the golden files")

// story presses a lead's buttons, a minute apart, and shows a message of the end:
// the card, or the last one below it.
type story struct {
	lead    func() *dialog.Session
	presses []string // "Ольга claim", "Иван types дорого"
	below   bool
}

var stories = map[string]story{
	"free":       {lead: free},
	"claimed":    {lead: free, presses: []string{"Ольга claim"}},
	"put off":    {lead: free, presses: []string{"Ольга claim", "Ольга called", "Ольга later", "Ольга later:4"}},
	"slot":       {lead: slot, presses: []string{"Ольга claim"}},
	"overridden": {lead: free, presses: []string{"Иван flag:1", "Иван cat:2", "Иван types знаю его, торгуется", "Ольга temp:2"}},
	"won":        {lead: free, presses: []string{"Ольга claim", "Ольга won", "Ольга types 35к"}},
	"second deal": {lead: func() *dialog.Session {
		s := free()
		s.Deals = []dialog.Deal{{Amount: 20000, By: 6, At: noon}}
		return s
	}, presses: []string{"Ольга claim", "Ольга won"}},
	"lost":              {lead: free, presses: []string{"Ольга claim", "Ольга lost", "Ольга why:1"}},
	"not ours":          {lead: free, presses: []string{"Иван reject", "Иван types Ищет работу у нас"}},
	"reopened":          {lead: free, presses: []string{"Ольга claim", "Ольга won", "Иван reopen"}},
	"long":              {lead: long, presses: []string{"Ольга claim", "Иван flag:1", "Иван cat:2", "Иван types долгая история, спросите у меня"}},
	"longest":           {lead: longest, presses: []string{"Ольга claim"}},
	"below hand":        {lead: free, presses: []string{"Ольга claim", "Ольга hand"}, below: true},
	"below later":       {lead: free, presses: []string{"Ольга claim", "Ольга later"}, below: true},
	"below won":         {lead: free, presses: []string{"Ольга claim", "Ольга won"}, below: true},
	"below won, told":   {lead: free, presses: []string{"Ольга claim", "Ольга won", "Ольга amount:50000"}, below: true},
	"below lost":        {lead: free, presses: []string{"Ольга claim", "Ольга lost"}, below: true},
	"below not ours":    {lead: free, presses: []string{"Ольга reject"}, below: true},
	"below more":        {lead: free, presses: []string{"Ольга more", "Ольга flag:2"}, below: true},
	"below an override": {lead: free, presses: []string{"Ольга temp:3"}, below: true},
	"brief":             {lead: talked, presses: []string{"Ольга claim", "Ольга called", "Ольга hand:6"}, below: true},
	"brief, taken over": {lead: longest, presses: []string{"Ольга claim", "Иван take_over"}, below: true},
	"brief, released":   {lead: talked, presses: []string{"Ольга claim", "Ольга release", "Иван claim"}, below: true},
}

func free() *dialog.Session { return posted(hot...) }

func slot() *dialog.Session {
	s := free()
	s.Handoff.Slots = []time.Time{noon.Add(23 * time.Hour), noon.Add(28 * time.Hour)}
	s.Handoff.Slot = s.Handoff.Slots[0]
	return s
}

// talked is a lead who has exchanged six messages with Olga.
func talked() *dialog.Session {
	s := free()
	for i, text := range []string{
		"Добрый день, Анна! Я Ольга.", "Добрый день", "Расскажите про группу: сколько человек, что с продажами?",
		"Двенадцать человек.\nПродаём через блог, в месяц 25–30 продаж, но всё вручную и я уже устала от переписки", "Понятно. Пришлю план к пятнице.", "Жду!",
	} {
		by := "Ольга"
		if i%2 == 1 {
			by = ""
		}
		s.Talk = append(s.Talk, dialog.Remark{By: by, Text: text, At: noon.Add(time.Duration(i-30) * time.Minute)})
	}
	return s
}

// long is a lead who has answered all that can be asked, at some length.
func long() *dialog.Session {
	s := posted(append([]string{"priority", strings.Repeat("Полные группы без рутины. ", 6), "niche_plan", "one_first",
		"niche_first", "Йога для беременных и после родов", "niche_text", "Йога, медитация, дыхание, работа с голосом, ретриты"}, hot...)...)
	s.Answers["niche"] = qualify.Answer{Value: "several"}
	s.Answers["niche_text"] = qualify.Answer{Value: "Йога, медитация, дыхание, работа с голосом, ретриты"}
	return s
}

// longest writes a book in every line, and so do the managers.
func longest() *dialog.Session {
	s := long()
	book := strings.Repeat("Очень длинный рассказ о жизни. ", 30)
	s.Profile = dialog.Profile{UserID: 100, Name: strings.TrimSpace(strings.Repeat("Анна-Мария ", 6)), Username: strings.Repeat("anna_coach", 3), FirstSource: strings.Repeat("blog_", 12)}
	for _, q := range []qualify.Question{"niche_text", "niche_first", "last_contractor", "priority"} {
		s.Answers[q] = qualify.Answer{Value: book}
	}
	for i := range 6 {
		s.Talk = append(s.Talk, dialog.Remark{By: []string{"Ольга", ""}[i%2], Text: book, At: noon})
	}
	for label, o := range map[string]**dialog.Override{"strategic": &s.Overrides.Category, "hot": &s.Overrides.Temperature} {
		*o = &dialog.Override{Label: label, Reason: dialog.Short(book, 200), Name: "Константин Константинопольский", At: noon}
	}
	for _, f := range []qualify.Flag{"rush", "extras", "pay_by_result"} {
		s.Flags = s.Flags.With(f)
	}
	return s
}

// TestGolden compares what managers see with the files of testdata; **bold**,
// ‹strangers'› words, names that ring @‹Иван› and [buttons] are marked. With
// -update the files are written.
func TestGolden(t *testing.T) {
	for name, story := range stories {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", strings.NewReplacer(" ", "_", ",", "").Replace(name)+".txt")
			got := marked(story.play(t))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func (st story) play(t *testing.T) dialog.Message {
	d, s, at := newDesk(t), st.lead(), noon
	var last []outbox.Delivery
	for _, line := range st.presses {
		at = at.Add(time.Minute)
		name, action, _ := strings.Cut(line, " ")
		by := map[string]desk.Manager{"Ольга": olga, "Иван": ivan}[name]
		r := desk.Result{}
		if text, typed := strings.CutPrefix(action, "types "); typed {
			r, _ = d.Answer(s, s.Handoff.Prompts[len(s.Handoff.Prompts)-1].Key, text, by, at)
		} else {
			r = pressed(d, s, action, by, at)
		}
		if last = r.Out; len(last) == 0 {
			t.Fatalf("%s: nothing follows: %s", line, r.Toast)
		}
	}
	if st.below {
		return body(t, last[len(last)-1])
	}
	return d.Card(s, at)
}

func marked(m dialog.Message) string {
	var b strings.Builder
	for _, span := range m.Text {
		switch {
		case span.Bold:
			b.WriteString("**" + span.Text + "**")
		case span.Foreign && span.Person != 0:
			b.WriteString("@‹" + span.Text + "›")
		case span.Foreign:
			b.WriteString("‹" + span.Text + "›")
		default:
			b.WriteString(span.Text)
		}
	}
	b.WriteString("\n")
	if len(m.Buttons) > 0 {
		b.WriteString("\n")
	}
	for _, row := range m.Buttons {
		for i, button := range row {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString("[" + button.Text + "]")
		}
		b.WriteString("\n")
	}
	return b.String()
}
