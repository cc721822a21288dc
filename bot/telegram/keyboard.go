package telegram

import (
	"encoding/json"

	"leadbot/dialog"
)

// Limits of keyboards.
const (
	maxData    = 64 // bytes of a button's data
	maxButtons = 100
)

type inlineKeyboard struct {
	Rows  [][]inlineButton `json:"inline_keyboard"`
	left  int              // buttons that there is still room for
	short bool             // some did not fit
}

type inlineButton struct {
	Text string `json:"text"`
	Data string `json:"callback_data,omitempty"`
	URL  string `json:"url,omitempty"`
}

type replyKeyboard struct {
	Rows   [][]replyButton `json:"keyboard"`
	Resize bool            `json:"resize_keyboard"`
}

type replyButton struct {
	Text    string `json:"text"`
	Contact bool   `json:"request_contact,omitempty"`
}

const noKeyboard = `{"remove_keyboard":true}`

// replyMarkup returns the message's keyboard as JSON, "" when it has none, and
// whether every button fitted; those that did not are left out.
func replyMarkup(m dialog.Message) (markup string, fitted bool) {
	if inline, ok := inlineMarkup(m); inline != "" || !ok {
		return inline, ok
	}
	if k := keys(m.Keyboard); len(k) > 0 {
		return encode(replyKeyboard{Rows: k, Resize: true}), true
	}
	if m.Unkey {
		return noKeyboard, true
	}
	return "", true
}

// inlineMarkup is replyMarkup for the buttons under a message, links last.
func inlineMarkup(m dialog.Message) (markup string, fitted bool) {
	k := inlineKeyboard{left: maxButtons}
	for _, row := range m.Buttons {
		k.add(row, func(b dialog.Button) (inlineButton, bool) {
			return inlineButton{Text: b.Text, Data: b.Data}, len(b.Data) <= maxData
		})
	}
	for _, row := range m.Links {
		k.add(row, func(b dialog.Button) (inlineButton, bool) { return inlineButton{Text: b.Text, URL: b.Data}, true })
	}
	if len(k.Rows) == 0 {
		return "", !k.short
	}
	return encode(k), !k.short
}

// add puts in a row of those buttons that fit.
func (k *inlineKeyboard) add(row []dialog.Button, of func(dialog.Button) (inlineButton, bool)) {
	var line []inlineButton
	for _, b := range row {
		button, fits := of(b)
		if b.Text == "" || b.Data == "" || !fits || k.left == 0 {
			k.short = true
			continue
		}
		line = append(line, button)
		k.left--
	}
	if len(line) > 0 {
		k.Rows = append(k.Rows, line)
	}
}

// keys returns the rows of a keyboard, the contact button first.
func keys(k *dialog.Keyboard) [][]replyButton {
	if k == nil {
		return nil
	}
	var rows [][]replyButton
	if k.Contact != "" {
		rows = append(rows, []replyButton{{Text: k.Contact, Contact: true}})
	}
	for _, texts := range k.Rows {
		var row []replyButton
		for _, text := range texts {
			row = append(row, replyButton{Text: text})
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// encode returns a keyboard's JSON: strings and booleans, which always encode.
func encode(keyboard any) string {
	b, _ := json.Marshal(keyboard)
	return string(b)
}
