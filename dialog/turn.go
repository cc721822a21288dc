package dialog

import (
	"time"

	"leadbot/qualify"
)

// Input is one thing that happened in a prospect's conversation. Whoever makes it
// from a messenger's update cleans what a stranger wrote: valid UTF-8, no control,
// direction or invisible characters.
type Input struct {
	Kind    Did
	Text    string // what was typed; the payload of a start; a command's name
	Pressed string // a button's data
	Message int64  // id of the message, or of the one whose button was pressed
	Phone   string // of a contact
	Own     bool   // the contact is the sender's
	From    Profile
	At      time.Time
	Shadow  bool      // a place among the first leads is still free
	Shown   bool      // of Edited: the managers have seen the message
	Reply   int64     // id of the message of the same chat that this one answers, 0 for none
	Media   bool      // it shows more than text, and the text is its caption
	Album   string    // of SentMedia: what its parts have in common, "" when it is alone
	Sticker bool      // of SentMedia: it says nothing but a mood
	Since   time.Time // of Resumed: when the bot was last seen at work
}

// Did is the kind of an input.
type Did string

// The kinds of inputs.
const (
	Started   Did = "start"
	Wrote     Did = "text"
	Edited    Did = "edited"
	Pressed   Did = "pressed"
	Shared    Did = "contact"
	SentMedia Did = "media"
	Commanded Did = "command"
	Ticked    Did = "tick"
	BlockedUs Did = "blocked"
	Unblocked Did = "unblocked"
	Excused   Did = "excused"  // nobody came in the promised time: apologise and offer Slots of the handoff
	Returned  Did = "returned" // the manager gave the lead back: the bot says that it is there
	Resumed   Did = "resumed"  // the bot is back from a downtime that may have cost a press
	Meant     Did = "meant"    // the staff said what the lead's Text meant: Pressed is that option's button
	Unsent    Did = "unsent"   // a message on the bot's own initiative did not arrive: Text is its key
)

// Turn is everything that follows from one input.
type Turn struct {
	Session Session
	Say     []Say
	Toast   string // the answer to a press
	Events  []Event
	Erase   bool // the person wants to be forgotten

	Withdraw bool // reminders that are not sent yet are out of date
}

// Say is a message to the prospect.
type Say struct {
	Key     string
	Message Message
	Edits   string // key of the message it replaces, "" for a new one
	Why     Why
	Until   time.Time // of Reminds: not to be begun later; zero for any time
}

// Why says on whose initiative a message goes out.
type Why string

// The reasons to say something.
const (
	Replies Why = "reply"  // the prospect wrote and waits
	Redraws Why = "redraw" // an answered message shows the choice
	Reminds Why = "remind" // the bot starts by itself: never twice
)

// Event is a fact for the reports and the managers' side.
type Event struct {
	Kind     string
	Question qualify.Question
	Answer   qualify.Answer // for Answered
	Input    *Input         // for EventNews: what the managers are to read
	Text     string         // a lane for EventHandoff and EventRaised; for EventNews and EventMissed what was written
	At       time.Time
}

// The kinds of events.
const (
	EventStarted   = "started"
	EventConsented = "consented"
	EventDeclined  = "declined"
	EventAsked     = "asked"
	EventAnswered  = "answered"
	EventSkipped   = "skipped"
	EventWithdrawn = "withdrawn" // an edited text no longer gives the answer
	EventConfirmed = "confirmed"
	EventHandoff   = "handoff" // the card goes out now
	EventRaised    = "raised"  // a posted card has a new reason: Text is its lane
	EventUpdated   = "updated" // a posted card changed
	EventSaid      = "said"    // by a manager to the lead
	EventNews      = "news"    // the managers should know: Text says what
	EventKept      = "kept"    // for the managers, with the card to come: Text says what
	EventMissed    = "missed"  // not understood
	EventReminded  = "reminded"
	EventStopped   = "stopped"
	EventBlocked   = "blocked"
	EventUnblocked = "unblocked"
	EventShadow    = "shadow" // the lead took a place among the first
	EventSlot      = "slot"   // the lead chose a time for a call: Handoff.Slot
)
