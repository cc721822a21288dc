package bot_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"leadbot/bot"
	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// busy is what the managers' desk holds at noon.
func busy() []*dialog.Session {
	night := client(7, "Ночной", 14*time.Hour)
	night.Handoff.Slot, night.Test = noon.Add(3*time.Hour), true
	warm := client(8, "Олег Тёплый", time.Hour)
	warm.Handoff.Lane, warm.Thread = dialog.LaneWarm, 0
	later := held(olga, "Ольга", 2*time.Hour, false, client(9, "Вера Потом", 3*time.Hour))
	later.Claim.Later = noon.Add(time.Hour)
	won := held(olga, "Ольга", time.Hour, true, client(10, "Сделка", time.Hour))
	won.Owner, won.Stage = dialog.Closed, dialog.StageWon
	blocked := client(12, "Заблокировал", time.Hour)
	blocked.Blocked = true
	return []*dialog.Session{
		client(1, "Анна <b>Петрова</b> с очень длинным именем и фамилией", 2*time.Minute),
		held(olga, "Ольга", 20*time.Minute, false, client(2, "Борис", 30*time.Minute)),
		held(olga, "Ольга", 24*time.Hour, true, client(3, "Вика", 25*time.Hour)),
		held(ivan, "Иван", 10*time.Minute, false, client(4, "Глеб", 15*time.Minute)),
		held(ivan, "Иван", 10*time.Minute, true, client(5, "Дина", 15*time.Minute)),
		client(6, "", 40*time.Minute), night, warm, later, won, erased(11), blocked,
	}
}

func TestLeadsOfAManager(t *testing.T) {
	a := newArchive(t, busy()...)
	golden(t, "clerk_leads_olga.txt", shownAs(a.read(bot.Request{Kind: "leads", By: olga})))
	golden(t, "clerk_leads_petr.txt", shownAs(a.read(bot.Request{Kind: "leads", By: petr})))
}

func TestNoLeads(t *testing.T) {
	golden(t, "clerk_leads_none.txt", shownAs(newArchive(t).read(bot.Request{Kind: "leads", By: olga})))
}

// TestManyLeads: ten of each list, the rest as a number, each link once.
func TestManyLeads(t *testing.T) {
	var leads []*dialog.Session
	for i := range int64(40) {
		s := client(i+1, fmt.Sprintf("Клиент %d", i+1), time.Hour+time.Duration(i)*time.Minute)
		if i%2 == 0 {
			held(olga, "Ольга", time.Minute, false, s)
		}
		leads = append(leads, s)
	}
	m := newArchive(t, leads...).read(bot.Request{Kind: "leads", By: olga})
	text := m.Text.String()
	for _, want := range []string{"Ваши заявки: 20\n", "Свободные: 20\n", "Горят: 40\n", "и ещё 10\n", "и ещё 30\n", "Ольга 20, Иван 0"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	links := map[string]int{}
	for _, row := range m.Links {
		for _, link := range row {
			links[link.Data]++
		}
	}
	if len(links) != 25 || len([]rune(text)) > 4000 { // five of those that burn are free ones on the list
		t.Errorf("%d links, %d characters:\n%s", len(links), len([]rune(text)), text)
	}
	for url, n := range links {
		if n != 1 {
			t.Errorf("%s: %d links", url, n)
		}
	}
}

// TestLeadByNumber: the card without its buttons; what cannot be shown says why.
func TestLeadByNumber(t *testing.T) {
	leads := busy()
	asking := client(20, "Анна Новая", time.Hour)
	asking.Phase, asking.Owner, asking.Stage, asking.Handoff, asking.Thread = dialog.Asking, dialog.Bot, dialog.StageQualifying, nil, 0
	stranger := &dialog.Session{ID: 21, ChatID: 1021, Phase: dialog.New, Owner: dialog.Bot, Stage: dialog.StageNew}
	gone := &dialog.Session{ID: 22, ChatID: 1022, Phase: dialog.Declined, Owner: dialog.Bot, Stage: dialog.StageQualifying}
	gone.Consents = []dialog.Agreement{{Purpose: dialog.Processing, Given: true, At: noon, Withdrawn: noon}}
	a := newArchive(t, append(leads, asking, stranger, gone)...)
	card := a.read(bot.Request{Kind: "lead", Text: "2"})
	want := a.Desk.Card(leads[1], noon).Text.String()
	if text := card.Text.String(); text != "#2\n"+want || len(card.Buttons) != 0 || len(card.Links) != 1 {
		t.Errorf("the card is %s\n%d rows of buttons, %d of links", text, len(card.Buttons), len(card.Links))
	}
	golden(t, "clerk_lead_asking.txt", shownAs(a.read(bot.Request{Kind: "lead", Text: " #20 "})))
	golden(t, "clerk_lead_stranger.txt", shownAs(a.read(bot.Request{Kind: "lead", Text: "21"})))
	for asked, id := range map[string]string{
		"": "clerk_lead_usage", "Анна": "clerk_lead_usage", "-1": "clerk_lead_usage", "0": "clerk_lead_usage", "1 2": "clerk_lead_usage",
		"99999999999999999999": "clerk_lead_usage", "11": "desk_erased", "22": "desk_erased",
	} {
		if got := a.read(bot.Request{Kind: "lead", Text: asked}).Text.String(); got != text(id) {
			t.Errorf("/lead %s: %q", asked, got)
		}
	}
	if got := a.read(bot.Request{Kind: "lead", Text: "777"}).Text.String(); !strings.Contains(got, "#777") {
		t.Errorf("an unknown lead: %q", got)
	}
}

func TestFind(t *testing.T) {
	a := newArchive(t, busy()...)
	golden(t, "clerk_find_niche.txt", shownAs(a.read(bot.Request{Kind: "find", Text: "ЙОГА"})))
	golden(t, "clerk_find_phone.txt", shownAs(a.read(bot.Request{Kind: "find", Text: "8 (900) 000-00-02"})))
	golden(t, "clerk_find_nobody.txt", shownAs(a.read(bot.Request{Kind: "find", Text: "<b>  никого"})))
	if got := a.read(bot.Request{Kind: "find", Text: " \n"}).Text.String(); got != text("clerk_find_usage") {
		t.Errorf("without a text: %q", got)
	}
}

// TestErasedAreNotFound, whoever they were.
func TestErasedAreNotFound(t *testing.T) {
	a := newArchive(t, client(1, "Анна Петрова", time.Hour))
	if got := a.read(bot.Request{Kind: "find", Text: "петров"}); len(got.Links) != 1 {
		t.Fatalf("not found: %s", got.Text)
	}
	forget := a.Desk.Assistant.Advance(must(a.db.Sessions(t.Context(), nil, []int64{1}))[0], dialog.Input{Kind: dialog.Commanded, Text: "forget", At: noon})
	a.commit(bot.Turn{Session: &forget.Session, Erase: forget.Erase, Events: forget.Events})
	for _, r := range []bot.Request{
		{Kind: "find", Text: "петров"}, {Kind: "find", Text: "900"}, {Kind: "lead", Text: "1"}, {Kind: "transcript", Lead: 1}, {Kind: "leads", By: olga},
	} {
		d := a.ask(r)[0]
		m := message(t, d)
		if strings.Contains(m.Text.String(), "Петров") || strings.Contains(m.Text.String(), "+7900") || m.File != nil || len(m.Links) != 0 {
			t.Errorf("%s %s: %s", r.Kind, r.Text, m.Text)
		}
	}
}

// TestAnswersGoWhereTheyWereAskedFor, each under a key of its own.
func TestAnswersGoWhereTheyWereAskedFor(t *testing.T) {
	moved := client(2, "Борис", time.Hour)
	moved.Topics = 1
	a := newArchive(t, client(1, "Анна", time.Hour), moved)
	for _, c := range []struct {
		r     bot.Request
		chat  int64
		topic string
		lead  int64
	}{
		{bot.Request{Kind: "leads", Chat: forum, Reply: 9}, outbox.Managers, "", 0},
		{bot.Request{Kind: "find", Text: "анна", Chat: outbox.Managers, Lead: 1}, outbox.Managers, "topic:1", 1},
		{bot.Request{Kind: "leads", Chat: forum, Topic: 101, Lead: 1, Reply: 9}, outbox.Managers, "topic:1", 1},
		{bot.Request{Kind: "find", Text: "анна", Chat: forum, Topic: 102, Lead: 2}, outbox.Managers, "topic:2:1", 2},
		{bot.Request{Kind: "lead", Text: "2", Chat: forum, Topic: 55}, outbox.Managers, "", 2},
		{bot.Request{Kind: "lead", Text: "2", Chat: forum, Topic: 101, Lead: 1}, outbox.Managers, "topic:1", 2},
		{bot.Request{Kind: "leads", Chat: forum, Topic: 77, Lead: 99}, outbox.Managers, "", 0},
		{bot.Request{Kind: "find", Text: "анна", Chat: olga, Reply: 3}, olga, "", 0},
		{bot.Request{Kind: "lead", Text: "1", Chat: olga}, olga, "", 1},
	} {
		d := a.ask(c.r)[0]
		if d.Chat != c.chat || d.Topic != c.topic || d.Lead != c.lead || message(t, d).Reply != c.r.Reply {
			t.Errorf("%+v: to chat %d, topic %q, lead %d", c.r, d.Chat, d.Topic, d.Lead)
		}
		if want := fmt.Sprintf("clerk:%d:1:1", c.r.Chat); d.Key != want || d.Class != outbox.Reply || d.Priority != outbox.Report || d.Method != outbox.Send {
			t.Errorf("%s: class %s, priority %d, method %s, want %s", d.Key, d.Class, d.Priority, d.Method, want)
		}
	}
}

// unreadable are files that fail, and then panic.
type unreadable struct {
	bot.Files
	asked int
}

func (u *unreadable) Handed(context.Context) ([]dialog.Session, error) {
	if u.asked++; u.asked == 1 {
		return nil, errors.New("disk on fire")
	}
	panic("Анна Петрова")
}

// TestClerkSaysWhatFailed, and answers whoever comes next.
func TestClerkSaysWhatFailed(t *testing.T) {
	a := newArchive(t, client(1, "Анна", time.Hour))
	a.Files = &unreadable{Files: a.db}
	sent := a.ask(bot.Request{Kind: "leads"}, bot.Request{Kind: "leads"}, bot.Request{Kind: "nonsense"}, bot.Request{Kind: "lead", Text: "1"})
	for i, d := range sent {
		if failed := message(t, d).Text.String() == text("clerk_failed"); failed != (i < 3) {
			t.Errorf("request %d: %s", i, message(t, d).Text)
		}
	}
}

// TestAskNeverBlocks: too many requests at once are dropped.
func TestAskNeverBlocks(t *testing.T) {
	a := newArchive(t)
	for range 1000 {
		a.Ask(bot.Request{Kind: "leads"})
	}
}
