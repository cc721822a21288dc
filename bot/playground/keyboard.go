package playground

import (
	"encoding/json"
	"unicode/utf8"
)

// An InlineKeyboard is the buttons under a message.
type InlineKeyboard struct {
	Rows [][]InlineButton `json:"inline_keyboard"`
}

// An InlineButton is one of them. Exactly one of the fields after Text is set
// in a button that Telegram accepts.
type InlineButton struct {
	Text              string    `json:"text"`
	Data              string    `json:"callback_data,omitempty"`
	URL               string    `json:"url,omitempty"`
	CopyText          *CopyText `json:"copy_text,omitempty"`
	SwitchInline      *string   `json:"switch_inline_query,omitempty"`
	SwitchInlineHere  *string   `json:"switch_inline_query_current_chat,omitempty"`
	Style             string    `json:"style,omitempty"`
	IconCustomEmojiID string    `json:"icon_custom_emoji_id,omitempty"`
}

// CopyText is what a button puts on the clipboard.
type CopyText struct {
	Text string `json:"text"`
}

// A ReplyKeyboard is the buttons in place of the phone's keyboard.
type ReplyKeyboard struct {
	Rows        [][]ReplyButton `json:"keyboard"`
	Resize      bool            `json:"resize_keyboard,omitempty"`
	OneTime     bool            `json:"one_time_keyboard,omitempty"`
	Persistent  bool            `json:"is_persistent,omitempty"`
	Placeholder string          `json:"input_field_placeholder,omitempty"`
}

// A ReplyButton sends its text, or the person's contact.
type ReplyButton struct {
	Text            string `json:"text"`
	RequestContact  bool   `json:"request_contact,omitempty"`
	RequestLocation bool   `json:"request_location,omitempty"`
}

const (
	maxButtons    = 100
	maxButtonData = 64 // bytes
)

// rows returns the rows of a keyboard that may be nil.
func (k *InlineKeyboard) rows() [][]InlineButton {
	if k == nil {
		return nil
	}
	return k.Rows
}

// find returns the button with this label or data.
func (k *InlineKeyboard) find(button string) (InlineButton, bool) {
	for _, row := range k.rows() {
		for _, b := range row {
			if b.Text == button || b.Data != "" && b.Data == button {
				return b, true
			}
		}
	}
	return InlineButton{}, false
}

// markup is a reply_markup of any kind.
type markup struct {
	Inline json.RawMessage `json:"inline_keyboard"`
	Reply  json.RawMessage `json:"keyboard"`
	Remove bool            `json:"remove_keyboard"`
	Force  bool            `json:"force_reply"`
}

// setMarkup gives the message the keyboard of the call's reply_markup.
func (s *Server) setMarkup(c *call, m *Message) error {
	text := c.params["reply_markup"]
	if text == "" {
		return nil
	}
	var kind *markup
	if err := json.Unmarshal([]byte(text), &kind); err != nil || kind == nil {
		return errMarkup
	}
	m.RemoveKeyboard, m.ForceReply = kind.Remove, kind.Force
	var err error
	if kind.Inline != nil {
		m.Inline, err = readInline(text)
	} else if kind.Reply != nil {
		m.Keyboard, err = readReply(text)
	}
	if err == nil && s.exposes(m.Inline) {
		err = errPrivacy
	}
	return err
}

// exposes reports whether a button leads to a hidden profile.
func (s *Server) exposes(k *InlineKeyboard) bool {
	for _, row := range k.rows() {
		for _, b := range row {
			if p, _ := s.profile(b.URL); p != nil && p.hidden {
				return true
			}
		}
	}
	return false
}

// readInline returns nil for a keyboard without buttons: Telegram takes it as none.
func readInline(text string) (*InlineKeyboard, error) {
	var k InlineKeyboard
	if err := json.Unmarshal([]byte(text), &k); err != nil {
		return nil, badf("can't parse inline keyboard markup JSON object: %v", err)
	}
	var rows [][]InlineButton
	count := 0
	for _, row := range k.Rows {
		for _, b := range row {
			if err := b.check(); err != nil {
				return nil, err
			}
		}
		if len(row) > 0 {
			rows = append(rows, row)
			count += len(row)
		}
	}
	if count > maxButtons {
		return nil, errMarkupLong
	}
	if count == 0 {
		return nil, nil
	}
	return &InlineKeyboard{Rows: rows}, nil
}

func (b InlineButton) check() error {
	switch {
	case b.Text == "":
		return errInlineEmpty
	case !utf8.ValidString(b.Text + b.Data):
		return errNotUTF8
	case b.URL != "" && checkedURL(b.URL) == "":
		return badf("inline keyboard button URL '%s' is invalid: Wrong HTTP URL", b.URL)
	case b.Data != "":
		if len(b.Data) > maxButtonData {
			return errButtonData
		}
	case b.URL == "" && b.CopyText == nil && b.SwitchInline == nil && b.SwitchInlineHere == nil:
		return errTextButton
	}
	return nil
}

func readReply(text string) (*ReplyKeyboard, error) {
	var k ReplyKeyboard
	if err := json.Unmarshal([]byte(text), &k); err != nil {
		return nil, badf("can't parse reply keyboard markup JSON object: %v", err)
	}
	count := 0
	for _, row := range k.Rows {
		for _, b := range row {
			if b.Text == "" {
				return nil, errButtonEmpty
			}
			count++
		}
	}
	if count == 0 {
		return nil, errKeyboardNone
	}
	return &k, nil
}

// find returns the button with this label.
func (k *ReplyKeyboard) find(label string) (ReplyButton, bool) {
	if k == nil {
		return ReplyButton{}, false
	}
	for _, row := range k.Rows {
		for _, b := range row {
			if b.Text == label {
				return b, true
			}
		}
	}
	return ReplyButton{}, false
}
