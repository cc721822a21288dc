// Package understand reads free text: what people type instead of pressing a
// button becomes answers, an intent, or the honest remark that it is unclear. It
// is pure and knows no business: all words come from a Lexicon, which a script
// file teaches.
//
// Phrases are patterns over words. A word stands for all its forms; the rest of
// the notation:
//
//	=слово    this form only          слов*    words that begin so
//	*слово    words that end so
//	<class>   a word of the class     a|b_c    either; _ joins words
//	a?        may be left out         !a       the next word is not a
//	..        up to 3 more words      ...      up to 8
//	^ $       begin, end of a clause  ^^ $$    begin, end of the message
//	~ a b     in any order, up to 3 words between
//	a & b     both in one sentence
//	a && b    both in one message
//
// <number>, <several>, <money> and <phone> are the numbers, those above one, sums
// and phone numbers of the text.
package understand

// Lexicon is what a Reader knows. Its zero value knows nothing.
type Lexicon struct {
	Classes     map[string][]string  `yaml:"classes"`     // words by class, for phrases and for the reader itself
	Numbers     map[int64][]string   `yaml:"numbers"`     // number words
	Sums        map[int64][]string   `yaml:"sums"`        // words that are a sum of money by themselves
	Intents     []Intent             `yaml:"intents"`     // the first that is found counts
	Void        []string             `yaml:"void"`        // phrases that say nothing, whatever their words say elsewhere
	Doubts      []string             `yaml:"doubts"`      // phrases that take back what stands beside them
	Corrections []string             `yaml:"corrections"` // phrases after which another value follows
	Answers     map[string]*Question `yaml:"answers"`
	Topic       *Topic               `yaml:"topic"`
	Times       Times                `yaml:"times"`
	Themes      []Theme              `yaml:"-"` // what a writer's question may be about; the first that is found counts
}

// Theme is what a writer's question may be about.
type Theme struct {
	ID  string
	Any []string // phrases
}

// Times are the words for a time to come.
type Times struct {
	Days     map[int64][]string `yaml:"days"`     // days from today: tomorrow is 1
	Weekdays map[int64][]string `yaml:"weekdays"` // Monday is 1
	Months   map[int64][]string `yaml:"months"`   // January is 1
	Hours    map[int64][]string `yaml:"hours"`    // parts of the day by the hour they begin
	Next     []string           `yaml:"next"`     // the week, month or year after this one
	At       []string           `yaml:"at"`       // what an hour of the day follows
	Minute   []string           `yaml:"minute"`
	HalfHour []string           `yaml:"half_hour"`
	Hour     []string           `yaml:"hour"`
}

// Phrases are the wordings of one meaning.
type Phrases struct {
	Any   []string `yaml:"any"`   // count wherever they are said
	Asked []string `yaml:"asked"` // count only as an answer to the question
	Not   string   `yaml:"not"`   // the option that is meant when this one is denied
}

// Intent is what a writer may want beside answering.
type Intent struct {
	ID       string   `yaml:"id"`
	Any      []string `yaml:"any"`      // wherever they are said
	Asks     []string `yaml:"asks"`     // in a sentence that ends in a question mark
	Spare    []string `yaml:"spare"`    // unless the question asked is answered
	Whole    bool     `yaml:"whole"`    // counts only when nothing else is said
	Silences []string `yaml:"silences"` // questions that are not answered beside it
	Short    bool     `yaml:"short"`    // counts only beside one answer at most
	Corrects bool     `yaml:"corrects"` // of two values that differ the one that follows counts

	at int // its place in the script
}

// Question is how the answers to one question are worded.
type Question struct {
	Options map[string]Phrases `yaml:"options"`
	Void    []string           `yaml:"void"`    // phrases that answer nothing, nor does what overlaps them
	Both    []string           `yaml:"both"`    // both, and the two options that make it
	Order   []string           `yaml:"order"`   // of options said together the first one counts
	Yields  []string           `yaml:"yields"`  // questions whose reply its words may be instead, when asked; none for any
	Fact    bool               `yaml:"fact"`    // about the speaker's present: what was, is wished or is another's does not count
	Own     bool               `yaml:"own"`     // about the speaker: what another did does not count
	Hedged  bool               `yaml:"hedged"`  // a reply with a «but» that is not understood answers nothing
	Kind    string             `yaml:"kind"`    // sum, count or span; "" for phrases alone
	Cues    []string           `yaml:"cues"`    // phrases that make a number the answer
	Weak    []string           `yaml:"weak"`    // cues that count when no better one stands near
	Minor   []string           `yaml:"minor"`   // cues of a number that counts when no other is given
	Other   []string           `yaml:"other"`   // phrases that make a number something else
	Alone   bool               `yaml:"alone"`   // sum: one that no phrase claims is the answer
	Monthly bool               `yaml:"monthly"` // sum: a month's; a day's or a week's is reckoned up
	Units   []string           `yaml:"units"`   // count: words counted; they are cues themselves
	Spans   []Span             `yaml:"spans"`   // span: options by days from now
	Bands   []Band             `yaml:"-"`       // sum, count: options by bounds, in growing order

	units symbol
}

// Span is an option that means a time from now.
type Span struct {
	Option string  `yaml:"option"`
	From   float64 `yaml:"from"` // days
	To     float64 `yaml:"to"`   // days, 0 for no end
}

// Band is an option that means numbers up to a bound.
type Band struct {
	Option string
	UpTo   float64 // the largest number, or the smallest that is too large
	Under  bool    // UpTo itself is too large
	Over   bool    // all larger numbers; UpTo is not used
}

// Topic is how the speaker's own field is told.
type Topic struct {
	Question   string   `yaml:"question"`   // takes the field's name
	Choice     string   `yaml:"choice"`     // the question that says whether there is one
	One        string   `yaml:"one"`        // its option for one field
	Several    string   `yaml:"several"`    // its option for more
	Roles      []string `yaml:"roles"`      // professions that say nothing without a topic
	Telling    []string `yaml:"telling"`    // professions that are a field themselves
	Subjects   []string `yaml:"subjects"`   // fields
	Names      []string `yaml:"names"`      // phrases after which the field is named outright
	Leads      []string `yaml:"leads"`      // phrases after which a field often follows
	Works      []string `yaml:"works"`      // what is made of a field: a course, a school
	About      []string `yaml:"about"`      // words that lead from a profession or a course to the field
	Ends       []string `yaml:"ends"`       // words that a field's name does not go beyond
	Empty      []string `yaml:"empty"`      // words that are no field
	Activities []string `yaml:"activities"` // kinds of work that say nothing without a topic
	Matter     []string `yaml:"matter"`     // words that lead from a course to the field, other words between
	Places     []string `yaml:"places"`     // words that lead to a place or a time
	Closing    []string `yaml:"closing"`    // verbs that the field may stand before
	ForWhom    []string `yaml:"for_whom"`   // words that lead from a thing to the people it is for
	Audience   []string `yaml:"audience"`   // people a field is for; a field only when nothing else is
	Practise   []string `yaml:"practise"`   // verbs of the speaker's work
	Teaches    []string `yaml:"teaches"`    // those of them that tell the field better than a profession does
	Since      []string `yaml:"since"`      // words after which the field of today is told
	Learns     []string `yaml:"learns"`     // words of a course that the speaker takes, not gives
}

// Mistake is something wrong with a lexicon, at its place in it.
type Mistake struct {
	Path    []any // keys and indexes, as in the file
	Message string
}

func (m Mistake) Error() string { return m.Message }
