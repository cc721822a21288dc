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
	Rows [][]inlineButton `json:"inline_keyboard"`
}

type inlineButton struct {
	Text string `json:"text"`
	Data string `json:"callback_data"`
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
	if inline, ok := inlineMarkup(m.Buttons); inline != "" || !ok {
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

// inlineMarkup is replyMarkup for the buttons under a message.
func inlineMarkup(rows [][]dialog.Button) (markup string, fitted bool) {
	var k inlineKeyboard
	left := maxButtons
	fitted = true
	for _, row := range rows {
		var line []inlineButton
		for _, b := range row {
			if b.Text == "" || b.Data == "" || len(b.Data) > maxData || left == 0 {
				fitted = false
				continue
			}
			line = append(line, inlineButton(b))
			left--
		}
		if len(line) > 0 {
			k.Rows = append(k.Rows, line)
		}
	}
	if len(k.Rows) == 0 {
		return "", fitted
	}
	return encode(k), fitted
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
