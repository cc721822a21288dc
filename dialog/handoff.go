package dialog

import "time"

// Lane says why a card goes to the managers.
type Lane string

// The lanes of a handoff.
const (
	LaneHuman      Lane = "human"
	LaneBooking    Lane = "booking"
	LaneHot        Lane = "hot"
	LaneWarm       Lane = "warm"
	LaneUnfinished Lane = "unfinished"
	LaneShadow     Lane = "shadow"
	LaneQuestion   Lane = "question" // the lead asked what the script does not answer
)

// Handoff is a card for the managers, posted or waiting for working hours.
type Handoff struct {
	Lane      Lane        `json:"lane"`
	At        time.Time   `json:"at"` // when it was decided
	Due       time.Time   `json:"due"`
	Posted    bool        `json:"posted,omitempty"`
	Confirmed bool        `json:"confirmed,omitempty"` // the lead said «Да» to the review
	Number    int         `json:"number"`              // counts a lead's cards
	Erased    bool        `json:"erased,omitempty"`    // the lead wanted to be forgotten
	Offered   bool        `json:"offered,omitempty"`   // managers who write were told that nobody has the lead
	Posts     int         `json:"posts,omitempty"`     // what followed the card, in sessions from before the lead counted it
	Steps     int         `json:"steps,omitempty"`     // of the escalation, taken so far
	Slots     []time.Time `json:"slots,omitempty"`     // offered for a call, after nobody came
	Slot      time.Time   `json:"slot,omitzero"`       // the one that the lead chose
	Other     bool        `json:"other,omitempty"`     // the lead wants another time and is to write it
	Prompts   []Prompt    `json:"prompts,omitempty"`   // open, the latest of each kind
}

// Promised reports whether the lead was told by when to hear from a human: at the
// end, or because of a wish or a question.
func (h *Handoff) Promised() bool {
	return h.Confirmed || h.Lane == LaneHuman || h.Lane == LaneBooking || h.Lane == LaneQuestion
}

// CountPost gives the next post about the lead its number.
func (s *Session) CountPost() {
	if s.Handoff != nil {
		s.Posts = max(s.Posts, s.Handoff.Posts)
	}
	s.Posts++
}

// posted is how many cards the managers have seen of the lead.
func (s *Session) posted() int {
	if s.Handoff != nil && !s.Handoff.Posted {
		return s.Cards - 1
	}
	return s.Cards
}

// Claim is a manager's hold on a lead.
type Claim struct {
	ID      int64     `json:"id"`
	Name    string    `json:"name"`
	At      time.Time `json:"claimed_at"`
	FirstAt time.Time `json:"first_message_at,omitzero"` // of a human message to the lead, or a call
	Spoke   bool      `json:"spoke,omitempty"`           // whoever has the lead now had a word with it
	Pinged  time.Time `json:"pinged,omitzero"`           // reminded of the silence
	Later   time.Time `json:"later,omitzero"`            // put off until then
}

// Spoken reports whether whoever has the lead now had a word with it.
func (c *Claim) Spoken() bool { return c.Spoke || !c.FirstAt.IsZero() && !c.FirstAt.Before(c.At) }

// Remark is one message between the lead and the managers.
type Remark struct {
	By   string    `json:"by,omitempty"` // a manager's name, "" for the lead
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}

// Album collects messages that belong together until no more come.
type Album struct {
	Group    string    `json:"group"`
	Chat     int64     `json:"chat"` // where they were sent
	Messages []int64   `json:"messages"`
	Text     string    `json:"text,omitempty"`
	Due      time.Time `json:"due"`
	Inside   bool      `json:"inside,omitempty"` // a note among managers
}

// Deal is a sale.
type Deal struct {
	Amount int64     `json:"amount,omitempty"` // in the script's currency, 0 when it was not told
	By     int64     `json:"by"`
	At     time.Time `json:"at"`
}

// Closing is how a lead's case ended.
type Closing struct {
	Reason string    `json:"reason,omitempty"` // of a loss or a rejection
	By     int64     `json:"by"`
	Name   string    `json:"name"`
	At     time.Time `json:"at"`
}

// Overrides are the labels that a manager put in place of the computed ones.
type Overrides struct {
	Category    *Override `json:"category,omitempty"`
	Temperature *Override `json:"temperature,omitempty"`
}

// Override is one of them.
type Override struct {
	Label  string    `json:"label"`
	Reason string    `json:"reason,omitempty"`
	By     int64     `json:"by"`
	Name   string    `json:"name"`
	At     time.Time `json:"at"`
}
