package dialog

import (
	"slices"
	"time"

	"leadbot/qualify"
)

// Phase is how far a conversation has come.
type Phase string

// The phases of a conversation.
const (
	New      Phase = "new"
	Consent  Phase = "consent" // consent was asked, nothing personal is kept
	Asking   Phase = "asking"
	Review   Phase = "review"
	Done     Phase = "done"
	Declined Phase = "declined"
)

// Owner is who may speak in a conversation.
type Owner string

// The owners of a conversation.
const (
	Bot     Owner = "bot"
	Queue   Owner = "queue"   // a card is posted and nobody took it: the bot answers, it does not chase
	Manager Owner = "manager" // the bot is silent
	Closed  Owner = "closed"
)

// Stage is where the lead stands for the business.
type Stage string

// The stages of a lead.
const (
	StageNew        Stage = "new"
	StageQualifying Stage = "qualifying"
	StageQualified  Stage = "qualified"
	StageHandedOff  Stage = "handed_off"
	StageClaimed    Stage = "claimed"
	StageWon        Stage = "won"
	StageLost       Stage = "lost"
	StageRejected   Stage = "rejected"
)

// Session is everything kept of one lead and its conversation. Before consent
// the profile holds nothing but the chat and the sources.
type Session struct {
	ID      int64   `json:"id"`      // of the lead
	ChatID  int64   `json:"chat_id"` // of the private chat
	Version int64   `json:"-"`       // counts the commits; a stale one is refused
	Profile Profile `json:"profile"`
	Test    bool    `json:"test,omitempty"` // staff trying it out: outside all counts

	Phase    Phase              `json:"phase"`
	Owner    Owner              `json:"owner"`
	Stage    Stage              `json:"stage"`
	Answers  qualify.Answers    `json:"answers,omitempty"`
	Skipped  []qualify.Question `json:"skipped,omitempty"`
	Flags    qualify.Flags      `json:"flags,omitempty"`
	Trail    []qualify.Question `json:"trail,omitempty"` // answered or skipped, in that order
	Consents []Agreement        `json:"consents,omitempty"`

	Asked    qualify.Question         `json:"asked,omitempty"`    // the open question
	Open     *Shown                   `json:"open,omitempty"`     // the message whose buttons are live
	Before   *Before                  `json:"before,omitempty"`   // the one that Open repeats, should Open not arrive
	Exercise qualify.Question         `json:"exercise,omitempty"` // the question whose exercise waits for a choice
	Lists    Lists                    `json:"lists,omitempty"`    // what was written down for exercises
	Says     int                      `json:"says,omitempty"`     // messages sent to the lead so far; numbers their keys
	Redrawn  int                      `json:"redrawn,omitempty"`  // edits of such messages so far
	Misses   int                      `json:"misses,omitempty"`   // answers in a row that were not understood
	Changes  map[qualify.Question]int `json:"changes,omitempty"`  // how often an answer was replaced by another
	Rude     int                      `json:"rude,omitempty"`     // rude messages so far
	Burst    []Fragment               `json:"burst,omitempty"`    // texts that wait for their writer to pause
	Said     []Said                   `json:"said,omitempty"`     // the last texts that were read
	Paused   time.Time                `json:"paused,omitzero"`    // the bot is silent until then, after rudeness
	Later    time.Time                `json:"later,omitzero"`     // the lead put the conversation off until then
	Human    bool                     `json:"human,omitempty"`    // wants a human and was asked for consent first

	Heard     time.Time `json:"heard"`              // the lead's last message or press
	Reminded  int       `json:"reminded,omitempty"` // reminders sent since then
	Nudged    time.Time `json:"nudged,omitzero"`    // when the bot last wrote on its own
	Nudging   bool      `json:"nudging,omitempty"`  // and nobody answered since
	Homework  []Task    `json:"homework,omitempty"` // promised reminders
	Blocked   bool      `json:"blocked,omitempty"`
	Stopped   bool      `json:"stopped,omitempty"`
	Shadow    bool      `json:"shadow,omitempty"` // one of the first leads, which all go to the managers
	Cards     int       `json:"cards,omitempty"`  // handoffs so far
	Posts     int       `json:"posts,omitempty"`  // counts what the managers get of the lead beside its cards
	Handoff   *Handoff  `json:"handoff,omitempty"`
	Claim     *Claim    `json:"claim,omitempty"`
	Thread    int64     `json:"thread,omitempty"` // the lead's topic in the managers' chat, 0 for the general one
	Title     string    `json:"title,omitempty"`  // of the topic
	Titles    int       `json:"titles,omitempty"` // counts its changes
	Talk      []Remark  `json:"talk,omitempty"`   // the last few messages between the lead and the managers
	Albums    []Album   `json:"albums,omitempty"` // under way: their parts come one by one
	Album     string    `json:"album,omitempty"`  // whose parts the lead sends
	Kept      []Kept    `json:"kept,omitempty"`   // for the managers, until a card goes out
	Flood     Flood     `json:"flood,omitzero"`
	Deals     []Deal    `json:"deals,omitempty"`
	Closing   *Closing  `json:"closing,omitempty"` // how the case ended, nil while it is open
	Overrides Overrides `json:"overrides,omitzero"`
	Topics    int       `json:"topics,omitempty"` // topics that were made anew, because the one before was gone
	Created   time.Time `json:"created"`
	Updated   time.Time `json:"updated"`
	Completed time.Time `json:"completed,omitzero"`
	Due       time.Time `json:"due,omitzero"` // when a tick has something to do
}

// Profile is what the messenger tells of a person.
type Profile struct {
	UserID      int64  `json:"user_id,omitempty"`
	Username    string `json:"username,omitempty"`
	Name        string `json:"name,omitempty"`
	Language    string `json:"language,omitempty"`
	FirstSource string `json:"first_source,omitempty"`
	LastSource  string `json:"last_source,omitempty"`
}

// Shown is a message sent with live buttons.
type Shown struct {
	Key  string `json:"key"`
	Turn int    `json:"turn"` // the suffix of its buttons
	Text Text   `json:"text"`
	Edit bool   `json:"edit,omitempty"` // whether it can be edited: not below a keyboard
}

// Before is a message that was repeated on the bot's own initiative, with the
// buttons that it would have now.
type Before struct {
	Shown
	Buttons [][]Button `json:"buttons"`
}

// Agreement is one consent or its refusal.
type Agreement struct {
	Purpose   string    `json:"purpose"` // processing or followups
	Given     bool      `json:"given"`
	Version   string    `json:"version"`
	Hash      string    `json:"hash"` // of the text that was agreed to
	Message   int64     `json:"message_id"`
	At        time.Time `json:"at"`
	Withdrawn time.Time `json:"withdrawn,omitzero"`
}

// Task is a reminder that the lead was promised.
type Task struct {
	Question qualify.Question `json:"question"`
	Due      time.Time        `json:"due"`
	Sent     int              `json:"sent,omitempty"`
}

// HeldBy returns who has the lead now, 0 for nobody.
func (s *Session) HeldBy() int64 {
	if s.Owner != Manager || s.Claim == nil {
		return 0
	}
	return s.Claim.ID
}

// Agreed reports whether the purpose has a consent that stands.
func (s *Session) Agreed(purpose string) bool {
	i := slices.IndexFunc(s.Consents, func(a Agreement) bool { return a.Purpose == purpose })
	return i >= 0 && s.Consents[i].Given && s.Consents[i].Withdrawn.IsZero()
}

// asked reports whether a consent was asked for and answered.
func (s *Session) asked(purpose string) bool {
	return slices.ContainsFunc(s.Consents, func(a Agreement) bool { return a.Purpose == purpose })
}

// The purposes of consent.
const (
	Processing = "processing"
	FollowUps  = "followups"
)
