// Package outbox holds the types of a delivery: what is to be sent, how hard to
// try, and what an attempt led to. It does no I/O.
package outbox

import "time"

// Class says how hard to try when it is not known whether an attempt arrived.
type Class string

// The classes of a delivery.
const (
	Critical   Class = "critical"   // a hot card, an alarm: send again, rarely twice
	Reply      Class = "reply"      // a prospect's next question: send again
	Once       Class = "once"       // a reminder, a digest: never again
	Idempotent Class = "idempotent" // an edit, a topic's title: repeat freely
)

// Method is what the messenger is asked to do.
type Method string

// The methods of a delivery.
const (
	Send  Method = "send"  // a new message
	Edit  Method = "edit"  // a message sent before takes this text and these buttons
	Topic Method = "topic" // a topic of its own for a lead; nothing where the chat has none
	Leave Method = "leave" // the bot leaves the chat

	Copy   Method = "copy"   // messages of another chat, without their author: the body's Copy
	File   Method = "file"   // a text file: the body's File, its text as the caption
	React  Method = "react"  // the body's text, an emoji, becomes the bot's reaction to the body's Reply
	Delete Method = "delete" // the message of Refers goes; it is gone already: done
	Title  Method = "title"  // the topic of Refers takes the body's text as its name
)

// Managers stands in Delivery.Chat for the managers' private chat, whichever it
// is when the delivery goes out.
const Managers int64 = 0

// Delivery is one row of the outbox. Rows with the same Lane go out one after
// another in the order of their ids; a key is accepted once, for ever.
type Delivery struct {
	ID       int64
	Key      string
	Lead     int64 // 0 when it belongs to no lead
	Class    Class
	Method   Method
	Chat     int64
	Topic    string // key of the Topic delivery whose topic this goes into
	Refers   string // key of the delivery whose message this edits, deletes or replies to, or whose topic it names
	Priority Priority
	Body     []byte // a dialog.Message as JSON
	At       time.Time
	Attempts int
	Twin     int64     // message of the other side that this one stands for; 0 for none
	Until    time.Time // class Once: not to be begun later; zero for any time
}

// Lane names the queue in which order is kept: a private chat, or one lead's
// topic of the managers' chat.
type Lane struct{ Chat, Lead int64 }

// Lane returns the delivery's queue.
func (d Delivery) Lane() Lane {
	if d.Chat == Managers {
		return Lane{Managers, d.Lead}
	}
	return Lane{d.Chat, 0}
}

// Priority orders deliveries of different lanes when the limits make them wait;
// the smaller goes first.
type Priority int

// The order of importance.
const (
	Card Priority = iota
	Answer
	Claim
	Nudge
	Report
	Redraw // an edit that may wait, replaced by a newer edit of the same message
)

// Verdict is what an attempt led to, and so what to do next.
type Verdict string

// The verdicts.
const (
	Sent        Verdict = "sent"        // done; Outcome.Message is its id
	Wait        Verdict = "wait"        // too many: again after Outcome.After, the order kept, no attempt used
	Unsent      Verdict = "unsent"      // provably not sent: again
	Unclear     Verdict = "unclear"     // perhaps sent: by class
	Unreachable Verdict = "unreachable" // the person blocked the bot or is gone
	Stranger    Verdict = "stranger"    // the person never started the bot
	ChatLost    Verdict = "chat_lost"   // removed from the group, or no rights there: keep, tell the owners
	Moved       Verdict = "moved"       // the group has a new id, Outcome.Chat: again there
	NoTarget    Verdict = "no_target"   // the message to edit is gone: send it anew
	NoTopic     Verdict = "no_topic"    // the topic is gone: given back, to be posted in another
	Garbled     Verdict = "garbled"     // the markup was refused: once more as plain text
	Hidden      Verdict = "hidden"      // the person shows no profile: once more without the link to it
	Refused     Verdict = "refused"     // for good: set it aside and say so
	Stale       Verdict = "stale"       // withdrawn, erased or out of date before it was sent
	Revoked     Verdict = "revoked"     // the token is no longer valid: stop
)

// Outcome reports an attempt.
type Outcome struct {
	Delivery Delivery
	Verdict  Verdict
	Message  int64         // id of the message sent, the first of a copy, or the id of the topic
	Chat     int64         // where it went; for Moved, the new id
	After    time.Duration // for Wait
	Err      string        // what the messenger said, without secrets
	At       time.Time
}
