package dialog_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

func (c *chatter) sends(message int64, album, caption string) dialog.Turn {
	return c.does(4*time.Second, dialog.Input{Kind: dialog.SentMedia, Media: true, Message: message, Album: album, Text: caption})
}

// kept lists what is kept for the managers.
func kept(s dialog.Session) (all []string) {
	for _, k := range s.Kept {
		all = append(all, fmt.Sprint(k.Messages, k.Text))
	}
	return all
}

// TestAlbumIsAnsweredOnce, and its parts stay together.
func TestAlbumIsAnsweredOnce(t *testing.T) {
	c := newChatter(t)
	said := 0
	for i, album := range []string{"a", "a", "a", "", "b", "b", "a"} {
		said += len(slices.DeleteFunc(c.sends(int64(i+1), album, "").Say, func(s dialog.Say) bool { return s.Edits != "" }))
	}
	if got, want := kept(c.s), []string{"[1 2 3]", "[4]", "[5 6]", "[7]"}; !slices.Equal(got, want) || said != 4 {
		t.Errorf("kept %v, answered %d times", got, said)
	}
}

// TestKeptIsBounded: ten messages, ten parts of an album, a caption like an answer;
// what does not fit is refused in words, an album in one.
func TestKeptIsBounded(t *testing.T) {
	c := newChatter(t)
	for i := range 15 {
		c.sends(int64(100+i), "z", strings.Repeat("я", 4000))
	}
	for i := range 9 {
		c.sends(int64(1+i), "", "")
	}
	refused := c.sends(20, "b", "")
	if text := refused.Say[0].Message.Text.String(); !strings.HasPrefix(text, c.a.Script.Texts["media_full"]) {
		t.Errorf("the eleventh meets %q", text)
	}
	if turn := c.sends(21, "b", ""); !nothing(turn) {
		t.Errorf("its second part meets %+v", turn)
	}
	if len(c.s.Kept) != 10 || len(c.s.Kept[0].Messages) != 10 || len([]rune(c.s.Kept[0].Text)) > 1000 {
		t.Errorf("kept %d, the album %d parts", len(c.s.Kept), len(c.s.Kept[0].Messages))
	}
}

// TestNothingIsKept before the consent, of stickers, and after /forget.
func TestNothingIsKept(t *testing.T) {
	c := newChatter(t)
	c.s = dialog.Session{ID: 7, ChatID: 100, Phase: dialog.New, Owner: dialog.Bot}
	for i := range 4 {
		turn := c.sends(int64(i+1), []string{"", "a", "a", ""}[i], "секрет")
		if i != 2 && !strings.Contains(turn.Say[len(turn.Say)-1].Message.Text.String()+turn.Say[0].Message.Text.String(), c.a.Script.Texts["unkept"]) {
			t.Errorf("message %d meets %q", i+1, turn.Say[0].Message.Text)
		}
	}
	if strings.Contains(encode(c.s), "секрет") || len(c.s.Kept) > 0 {
		t.Errorf("before the consent: %s", encode(c.s))
	}
	c = newChatter(t)
	turn := c.does(time.Second, dialog.Input{Kind: dialog.SentMedia, Media: true, Sticker: true, Message: 1})
	if len(c.s.Kept) > 0 || len(turn.Say) != 1 || turn.Say[0].Message.Text.String() != c.a.Script.Texts["sticker"] {
		t.Errorf("a sticker meets %+v, kept %v", turn.Say, c.s.Kept)
	}
	c.sends(2, "", "")
	if c.commands("forget"); len(c.s.Kept) > 0 {
		t.Errorf("after /forget: %v", c.s.Kept)
	}
}

// TestCaptionIsAnAnswer besides being kept; with a card out it is shown once.
func TestCaptionIsAnAnswer(t *testing.T) {
	c := newChatter(t)
	if c.sends(1, "", "Одна тема"); c.s.Answers.Value("niche") != "has" || len(c.s.Kept) != 1 {
		t.Errorf("niche %q, kept %v", c.s.Answers.Value("niche"), c.s.Kept)
	}
	c = newChatter(t)
	c.commands("human")
	for _, caption := range []string{"ничего не значит", "Одна тема"} {
		turn := c.sends(2, "", caption)
		news := slices.DeleteFunc(slices.Clone(turn.Events), func(e dialog.Event) bool { return e.Kind != dialog.EventNews })
		if len(news) != 1 || news[0].Input.Message != 2 || len(c.s.Kept) > 0 {
			t.Errorf("%q: %d news, kept %v", caption, len(news), c.s.Kept)
		}
	}
	if c.s.Answers.Value("niche") != "has" {
		t.Error("the caption is no answer")
	}
}

// TestOwnContactMeansWhatItsQuestionHangsOn: the condition of the script's question
// for the phone, unless it is answered.
func TestOwnContactMeansWhatItsQuestionHangsOn(t *testing.T) {
	own := dialog.Input{Kind: dialog.Shared, Own: true, Phone: "79991234567", Media: true, Message: 9}
	c := newChatter(t)
	c.does(0, own)
	if c.s.Answers.Value("phone") != "+79991234567" || c.s.Answers.Value("call") != "yes" {
		t.Errorf("answers %v", c.s.Answers)
	}
	c = newChatter(t)
	c.s.Answers["call"] = qualify.Answer{Value: "no", Raw: "нет", Via: qualify.ViaButton, At: opening}
	c.does(0, own)
	if c.s.Answers.Value("phone") != "+79991234567" || c.s.Answers.Value("call") != "no" {
		t.Errorf("after a no: %v", c.s.Answers)
	}
	c = newChatter(t)
	c.s = asked(t, c.a, "call")
	if c.does(0, own); c.s.Answers.Value("call") != "yes" || c.s.Asked == "call" {
		t.Errorf("the open question: %v, asked %s", c.s.Answers, c.s.Asked)
	}
	c = newChatter(t)
	own.Phone = "88801234567" // a number without a country, for messengers alone
	if c.does(0, own); len(c.s.Answers) > 0 || len(c.s.Kept) != 1 {
		t.Errorf("a number that cannot be called: %v, kept %v", c.s.Answers, c.s.Kept)
	}
}

// TestKeptFollowsItsEdit: the managers read what was meant at last.
func TestKeptFollowsItsEdit(t *testing.T) {
	c := newChatter(t)
	c.sends(3, "", "Цена 50 рублей")
	c.does(time.Second, dialog.Input{Kind: dialog.Edited, Message: 3, Media: true, Text: "Цена 50 тысяч"})
	if got := kept(c.s); !slices.Equal(got, []string{"[3]Цена 50 тысяч"}) {
		t.Errorf("kept %v", got)
	}
}

// TestQuestionWithoutRoom: nobody promises an answer to what the managers do not get.
func TestQuestionWithoutRoom(t *testing.T) {
	c := newChatter(t)
	c.now = time.Date(2026, 11, 19, 22, 30, 0, 0, opening.Location())
	for i := range 10 {
		c.sends(int64(100+i), "", "")
	}
	turn := c.does(2*time.Minute, dialog.Input{Kind: dialog.Wrote, Text: "а вы работаете с клиентами из Антарктиды?", Message: 200})
	if text := turn.Say[0].Message.Text.String(); !strings.HasPrefix(text, c.a.Script.Texts["media_full"]) || len(c.s.Kept) != 10 {
		t.Errorf("it meets %q, kept %d", text, len(c.s.Kept))
	}
}
