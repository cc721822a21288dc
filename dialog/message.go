package dialog

import (
	"encoding/json"
	"strings"
)

// Message is what someone gets to read, free of any messenger's format.
type Message struct {
	Text     Text       `json:"t,omitempty"`
	Buttons  [][]Button `json:"b,omitempty"` // under the message
	Links    [][]Button `json:"l,omitempty"` // below them, each opening an address
	Keyboard *Keyboard  `json:"k,omitempty"` // in place of the reader's keyboard
	Unkey    bool       `json:"u,omitempty"` // takes such a keyboard away
	Silent   bool       `json:"s,omitempty"` // without a sound
	Reply    int64      `json:"q,omitempty"` // message of the same chat that this one answers or marks
	Caption  bool       `json:"a,omitempty"` // of an edit: the text stands under a picture, a file or a recording
	Copy     *Copy      `json:"c,omitempty"`
	File     *File      `json:"f,omitempty"`
}

// Encode returns the message as it is kept until it is delivered.
func (m Message) Encode() []byte {
	data, err := json.Marshal(m)
	if err != nil {
		panic(err) // strings and flags always encode
	}
	return data
}

// Unpressable returns an encoded message without its buttons.
func Unpressable(encoded []byte) []byte {
	var m Message
	if err := json.Unmarshal(encoded, &m); err != nil {
		panic(err) // we encoded it
	}
	m.Buttons = nil
	return m.Encode()
}

// Copy is what somebody else sent, shown again: one message, or an album. A
// caption of the original goes with it unless the message has a text, which
// stands in its place, below an album.
type Copy struct {
	Chat     int64   `json:"c"`
	Messages []int64 `json:"m"`
}

// File is a text file.
type File struct {
	Name string `json:"n"`
	Text string `json:"t"`
}

// Button is pressed to send its data back; as a link, its data is an address.
type Button struct {
	Text string `json:"t"`
	Data string `json:"d"`
}

// Keyboard offers to send the own phone number, and other texts to type.
type Keyboard struct {
	Contact string     `json:"c"`
	Rows    [][]string `json:"r,omitempty"`
}

// Text is a text in spans.
type Text []Span

// Span is a stretch of text. Foreign marks what a stranger wrote: whoever
// renders it takes its links, mentions and tricks away.
type Span struct {
	Text    string `json:"t"`
	Bold    bool   `json:"b,omitempty"`
	Foreign bool   `json:"f,omitempty"`
	Person  int64  `json:"p,omitempty"` // whose name it is: a tap leads to them
}

// Plain is a text of our own.
func Plain(s string) Text { return Text{{Text: s}} }

// Bold is a text of our own that stands out.
func Bold(s string) Text { return Text{{Text: s, Bold: true}} }

// Foreign is a text that a stranger wrote.
func Foreign(s string) Text { return Text{{Text: s, Foreign: true}} }

// Join puts texts one after another with a separator between those not empty.
func Join(separator string, texts ...Text) Text {
	var all Text
	for _, t := range texts {
		if t.String() == "" {
			continue
		}
		if len(all) > 0 {
			all = append(all, Span{Text: separator})
		}
		all = append(all, t...)
	}
	return all
}

// String returns the text without its marks.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}
