package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var pictures = flag.Bool("pictures", false, "take the pictures of the README anew")

// tab is the demo's page in a browser.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// openDemo starts the built program's demo and opens its page. Without Chromium
// the test is skipped, except where CI is set: there it must run.
func openDemo(t *testing.T, width, height int) *tab {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil && os.Getenv("CI") != "" {
		t.Fatal("CI needs chromium for this test: ", err)
	}
	if err != nil {
		t.Skip("there is no chromium here")
	}
	address := startDemo(t)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true),
		chromedp.WindowSize(width, height), chromedp.UserDataDir(t.TempDir()))
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	b := &tab{t, ctx}
	b.run(chromedp.EmulateViewport(int64(width), int64(height)), chromedp.Navigate(address), chromedp.WaitVisible(`[data-action=start]`))
	return b
}

// startDemo returns the address that the demo prints as its first line.
func startDemo(t *testing.T) string {
	t.Helper()
	file, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(file, "demo", "--addr", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); err != nil {
			t.Errorf("the demo ended with %v", err)
		}
	})
	var address string
	if _, err := fmt.Fscanln(out, &address); err != nil || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("the demo says %q: %v", address, err)
	}
	return address
}

func (b *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// until waits for a JavaScript expression to be true.
func (b *tab) until(what, expression string) {
	b.t.Helper()
	often, soon := chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(15*time.Second)
	if _, err := chromedp.Run(b.ctx, chromedp.Poll[chromedp.Void](expression, often, soon)); err != nil {
		text, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.querySelector('#panes').innerText.slice(-1500)`))
		b.t.Fatalf("%s: %v\nthe page ends with:\n%s", what, err, text)
	}
}

// press clicks the newest button of the bot with this label, in a pane.
func (b *tab) press(pane, label string) {
	b.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll('[data-pane=%s] .log [data-button]')].filter(x => x.textContent.replace(/^(\d+\. |✓ )/, '') === %q).at(-1)`, pane, label)
	b.until("the button "+label, find+" !== undefined")
	b.run(chromedp.Evaluate[chromedp.Void](find + ".click()"))
}

// reads waits for a text in a pane.
func (b *tab) reads(pane, text string) {
	b.t.Helper()
	b.until("the text "+text, fmt.Sprintf(`document.querySelector('[data-pane=%s] .log').innerText.includes(%q)`, pane, text))
}

// types sends a text as the prospect.
func (b *tab) types(text string) { b.writes("prospect", text) }

// writes sends a text in a pane.
func (b *tab) writes(pane, text string) {
	b.t.Helper()
	input := fmt.Sprintf(`[data-pane=%s] .composer textarea`, pane)
	b.run(chromedp.SendKeys(input, text), chromedp.SendKeys(input, "\r"))
}

// comes adds a prospect and starts the bot.
func (b *tab) comes(name string) {
	b.t.Helper()
	b.run(chromedp.Click(`[data-pane=prospect] [data-action=add]`), chromedp.WaitVisible(`#dialog input`),
		chromedp.SetValue(`#dialog input`, name), chromedp.Click(`#dialog [data-action=ok]`))
	b.until(name+" is there", fmt.Sprintf(`document.querySelector('[data-pane=prospect] .people [aria-pressed=true]')?.title === %q`, name))
	b.run(chromedp.Click(`[data-pane=prospect] [data-action=start]`, chromedp.NodeVisible))
}

// picture keeps what the page looks like for the README.
func (b *tab) picture(name string) {
	b.t.Helper()
	if !*pictures {
		return
	}
	b.run(chromedp.Sleep(5 * time.Second)) // what pops up is gone
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("docs", name+".png"), png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

func TestDemoInABrowser(t *testing.T) {
	b := openDemo(t, 1400, 900)
	b.run(chromedp.Click(`[data-pane=prospect] [data-action=start]`))
	for _, label := range []string{"Даю согласие", "Одна тема"} {
		b.press("prospect", label)
	}
	b.reads("prospect", "О чём ваша работа")
	b.types("Йога для беременных")
	for _, label := range []string{"Готов и продаётся", "Есть", "Больше 20", "Группа", "Онлайн", "Вживую", "20 000–80 000 ₽", "Прямо сейчас",
		"Ищу, кому поручить", "От 100 000 ₽", "Только я", "Лучше переписка", "Сразу надолго"} {
		b.press("prospect", label)
	}
	b.reads("prospect", "важнее всего")
	b.types("Чтобы группы были полными круглый год")
	b.press("prospect", "Да")
	b.reads("prospect", "в течение 15 минут")

	b.run(chromedp.Click(`[data-pane=managers] [data-topic]:not([data-topic="0"])`, chromedp.NodeVisible))
	b.reads("managers", "Горячая заявка")
	b.picture("hot")
	b.press("managers", "Взять")
	b.reads("managers", "Взял(а) Ольга")
	b.writes("managers", "Здравствуйте! Это Ольга. Когда вам удобно созвониться?")
	b.reads("prospect", "Это Ольга. Когда вам удобно")
	b.reads("managers", "👍")
	b.types("Сегодня после пяти, пожалуйста")
	b.reads("managers", "пишет: Сегодня после пяти")
	b.picture("desk")

	b.comes("Павел Новиков")
	b.press("prospect", "Даю согласие")
	b.press("prospect", "Пока ни одной")
	b.press("prospect", "Сделаю сейчас")
	b.reads("prospect", "Пишите прямо сюда")
	b.types("Ольга — выступления — 6 000")
	b.reads("prospect", "1. выступления — 6\u00a0000 ₽")
	b.press("prospect", "Идём дальше")
	b.reads("prospect", "Что сейчас с вашим продуктом")
	b.picture("novice")

	b.run(chromedp.Click(`[data-action=jump-day]`))
	b.reads("prospect", "ответы сохранены")
	b.reads("prospect", "Анкета ждёт")
	b.run(chromedp.Click(`[data-action=jump-digest]`))
	b.reads("owner", "Сводка 20")
	b.reads("owner", "Новые заявки: ")
	b.picture("digest")
}

// TestDemoInWords: a prospect writes instead of pressing, in several messages; what
// was understood is said and can be corrected, by hand and by an edit.
func TestDemoInWords(t *testing.T) {
	b := openDemo(t, 1400, 900)
	b.comes("Зоя Климова")
	b.press("prospect", "Даю согласие")
	for _, line := range []string{"Здравствуйте!", "Я логопед, занимаюсь с малышами в кабинете", "по одному, 1800 за занятие, записей не делаю"} {
		b.types(line)
		b.reads("prospect", line)
	}
	b.reads("prospect", "Понимаю так: тема — логопед")
	b.reads("prospect", "Что сейчас с вашим продуктом")
	b.picture("words")
	b.types("что вы имеете в виду под продуктом?")
	b.reads("prospect", "то, за что вам платят")
	b.types("занятия есть, но идут вяло")
	b.reads("prospect", "Как вы продаёте программу сейчас")
}

func TestDemoRefusalAndHuman(t *testing.T) {
	b := openDemo(t, 1400, 900)
	b.comes("Ирина Белова")
	b.press("prospect", "Нет, спасибо")
	b.reads("prospect", "Если передумаете")
	b.comes("Тимур Алиев")
	b.press("prospect", "Даю согласие")
	b.press("prospect", "Человек")
	b.reads("prospect", "коллега напишет")
	b.run(chromedp.Click(`[data-pane=managers] [data-topic]:not([data-topic="0"])`, chromedp.NodeVisible))
	b.reads("managers", "Просит человека")
	b.reads("managers", "Тимур Алиев")
}

func TestDemoOnAPhone(t *testing.T) {
	b := openDemo(t, 390, 844)
	b.run(chromedp.Click(`[data-pane=prospect] [data-action=start]`))
	b.press("prospect", "Даю согласие")
	b.reads("prospect", "Начнём с ниши")
	wide, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > innerWidth`))
	if err != nil || wide {
		t.Errorf("the page scrolls sideways on a phone: %t, %v", wide, err)
	}
	b.picture("phone")
	b.run(chromedp.Click(`[data-tab=owner]`, chromedp.NodeVisible), chromedp.WaitVisible(`[data-pane=owner] .log`))
	b.reads("owner", "Вы владелец")
}
