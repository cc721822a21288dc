// Package bot ties the product together: one loop takes every input, lets the
// conversation or the managers' desk decide, and commits what follows; what was
// committed is delivered by others. It knows no messenger and no database.
package bot

import (
	"context"
	"time"

	"leadbot/bot/outbox"
	"leadbot/dialog"
)

// Place is where an input came from.
type Place string

// The places.
const (
	Private   Place = "private"   // a person's chat with the bot
	Managers  Place = "managers"  // the managers' chat
	Elsewhere Place = "elsewhere" // any other group or channel
	Inside    Place = "inside"    // a timer or the courier
)

// Input is one thing that happened, from whichever side.
type Input struct {
	Update   int64 // the messenger's number of it, 0 when it has none; handled once
	Place    Place
	Chat     int64
	Topic    int64  // of the managers' chat, 0 outside topics
	Press    string // id under which a press is answered, "" when it is none
	Person   Person
	Lead     int64 // whose timer or topic it is; 0 for all else
	Event    dialog.Input
	Origin   Origin            // of the message answered, found by the loop
	Missed   dialog.Missed     // what a press gives a meaning to, found by the loop
	Gone     bool              // the person is no longer in the managers' chat
	Redraw   bool              // the lead's card is to be shown where the managers are now
	Left     int64             // the manager who went away and may have the lead
	Post     []outbox.Delivery // what was written beside the loop and only needs to go out
	Outcome  *outbox.Outcome   // of a delivery
	Digest   *Digest           // a report that is due
	Overdue  *outbox.Delivery  // a card that does not get through
	Away     *Away             // the bot is back from a downtime
	Alive    bool              // the bot is at work
	Rejected []byte            // an update that could not be read, for the dead letters
	Handled  func()            // called after the commit; may be nil
}

// Away is a time in which the bot was not at work.
type Away struct{ From, To time.Time }

// Person is who did it.
type Person struct {
	ID      int64
	Name    string
	Manager bool // a member of the managers' chat, checked just now
}

// Ref names a topic of the managers' chat, a message of any chat, or a delivery by
// its key.
type Ref struct {
	Chat, Topic, Message int64
	Key                  string
}

// Origin is what a topic or a message belongs to; the zero Origin is nothing of ours.
type Origin struct {
	Lead int64
	Key  string // of the delivery that made it
	Twin int64  // message of the other side that it stands for
}

// Digest is a report, asked for or due. From and To bound what it covers.
type Digest struct {
	From, To time.Time
	Period   string // its name, such as "2026-W47"
	Ask      int64  // the owner's chat that asked for it, 0 when the schedule did
	Due      time.Time
	Message  dialog.Message
}

// DigestNote is the note that tells which scheduled digest was done last.
const DigestNote = "digest"

// Turn is what one input leads to, recorded as one.
type Turn struct {
	Update     int64
	Session    *dialog.Session // nil when no lead is concerned
	Events     []dialog.Event
	Deliveries []outbox.Delivery
	Outcome    *outbox.Outcome   // of an earlier delivery
	Notes      map[string]string // settings of our own that survive a restart
	Lesson     *dialog.Lesson    // that the staff gave
	Unlearn    *dialog.Phrase    // the one whose lesson the staff took back
	Dead       *DeadLetter
	Withdraw   bool // reminders of the session's lead that are not sent yet are not sent
	Erase      bool // what is known of the session's person goes; proof of consent and counts stay
}

// DeadLetter is an input that could not be handled, kept for a person to look at.
type DeadLetter struct {
	At      time.Time
	Update  int64
	Chat    int64
	Payload []byte // holds personal data: erased with the lead, and after 30 days
	Err     string
}

// Store keeps everything. Its methods may be called again after an error.
type Store interface {
	// Sessions returns the sessions of the private chats and of the leads that
	// exist, in no order, each once.
	Sessions(ctx context.Context, chats, leads []int64) ([]dialog.Session, error)
	// Handled returns which of the updates were committed before.
	Handled(ctx context.Context, updates []int64) (map[int64]bool, error)
	// Commit records the turns in one transaction: all or nothing. An update
	// handled before and a delivery whose key exists are left out; the deliveries
	// that are new come back in the order of their ids.
	Commit(ctx context.Context, turns []Turn) ([]outbox.Delivery, error)
	// Origins returns, in the order of the refs, what each belongs to.
	Origins(ctx context.Context, refs []Ref) ([]Origin, error)
	// Loads returns how many leads each manager has now.
	Loads(ctx context.Context) (map[int64]int, error)
	// Missed returns the texts that were not understood, by their events, those
	// that there are.
	Missed(ctx context.Context, events []int64) (map[int64]dialog.Missed, error)
	// Due returns at most limit leads whose session is due at the time.
	Due(ctx context.Context, at time.Time, limit int) ([]int64, error)
	// Start returns what the loop counts on in memory.
	Start(ctx context.Context) (Start, error)
}

// Start is what a fresh loop needs to know of the past.
type Start struct {
	LastLead     int64
	LastDelivery int64
	Shadow       int // places among the first leads already taken
	Notes        map[string]string
	Taught       dialog.Taught
}
