package dialog

import (
	"slices"

	"leadbot/dialog/understand"
	"leadbot/qualify"
)

// Script is a conversation as its owner wrote it: questions, reactions, copy and
// the tables of the score. It comes from a file and is read-only once loaded.
type Script struct {
	Language   string              `yaml:"language"` // of the base texts it builds on
	Region     string              `yaml:"region"`   // of phone numbers without their country
	Name       string              `yaml:"name"`
	Version    string              `yaml:"version"` // kept with every consent
	Vars       map[string]string   `yaml:"vars"`    // facts that the copy names: {agency}
	Questions  []Ask               `yaml:"questions"`
	Exercises  map[string]Exercise `yaml:"exercises"`
	Reminders  []string            `yaml:"reminders"` // of an unfinished form, in order
	Texts      map[string]string   `yaml:"texts"`
	Words      Words               `yaml:"words"`
	Score      score               `yaml:"score"`
	Schemes    []Scheme            `yaml:"schemes"`
	NextSteps  map[string]string   `yaml:"next_steps"` // what each next step means, for the managers
	Effort     map[string]string   `yaml:"effort"`     // what a category is worth, for the managers
	Desk       Choices             `yaml:"desk"`       // what managers choose from when a case ends
	FAQ        []Known             `yaml:"faq"`
	Understand understand.Lexicon  `yaml:"understand"` // what people type instead of pressing a button
	Scorecard  qualify.Scorecard   `yaml:"-"`
	Reader     *understand.Reader  `yaml:"-"` // of what people type

	byID  map[qualify.Question]int
	paths *lengths
}

// Kind is how a question is answered.
type Kind string

// The kinds of questions.
const (
	Choice Kind = "choice"
	Free   Kind = "text"
	Phone  Kind = "phone"
)

// Quantity says what a number typed to a question counts.
type Quantity string

// The quantities.
const (
	Count Quantity = "count"
	Money Quantity = "money" // a bare 5…999 means thousands
)

// Ask is one question of a script.
type Ask struct {
	ID       qualify.Question `yaml:"id"`
	Kind     Kind             `yaml:"kind"`  // Choice unless said otherwise
	Title    string           `yaml:"title"` // a word or two, for the review and the card
	Text     string           `yaml:"ask"`
	When     when             `yaml:"when"`
	Required bool             `yaml:"required"` // has no skip
	Together string           `yaml:"together"` // questions with the same word share one message
	UsedBy   []string         `yaml:"used_by"`
	Number   Quantity         `yaml:"number"`  // a typed number is always the quantity
	Suggest  qualify.Question `yaml:"suggest"` // the first two themes of that answer become buttons
	Options  []Option         `yaml:"options"`
	Simple   []Few            `yaml:"simple"` // two or three of them, in plainer words, for who does not know
	Hint     string           `yaml:"hint"`   // what is meant, for who asks
	Say      []Reaction       `yaml:"say"`    // the first that holds is said when the answer is in

	Group   qualify.Group `yaml:"group"`   // of the score
	Feature bool          `yaml:"feature"` // counts in the completeness
	Keep    bool          `yaml:"keep"`    // counts once given, whatever applies later

	forks []Option // one for every way in which the conversation can go on
}

// Option is one answer that a choice question offers.
type Option struct {
	ID        string                      `yaml:"id"`
	Text      string                      `yaml:"text"` // the button
	Points    int                         `yaml:"points"`
	Awareness int                         `yaml:"awareness"`
	UpTo      *int                        `yaml:"up_to"` // numbers up to and with this one mean the option
	Under     *int                        `yaml:"under"` // numbers below this one
	Over      bool                        `yaml:"over"`  // all larger numbers
	Sets      map[qualify.Question]string `yaml:"sets"`  // answers to other questions that follow from it
	Say       string                      `yaml:"say"`   // reaction, said before the next question
	Exercise  string                      `yaml:"exercise"`
	Then      Step                        `yaml:"then"`
}

// Few is an option as an undecided lead reads it.
type Few struct {
	ID   string `yaml:"id"`
	Text string `yaml:"text"`
}

// Step is what happens beside going on.
type Step string

// The steps an option may lead to.
const (
	Book       Step = "book"        // a card to the managers at once
	OfferHuman Step = "offer_human" // a button to a human beside the reaction
	Think      Step = "think"       // one reminder after three days
)

// Reaction is said when its condition holds; the answer just given counts.
type Reaction struct {
	When when   `yaml:"when"`
	Text string `yaml:"text"`
}

// Exercise is a piece of homework offered under a question.
type Exercise struct {
	Text   string   `yaml:"text"`
	Now    string   `yaml:"now"`    // said when the lead starts at once
	Later  string   `yaml:"later"`  // said when the lead wants to be reminded, with {when}
	Remind []string `yaml:"remind"` // the reminders, in order
	Rows   *Rows    `yaml:"rows"`   // set: a list sent to the bot is summed by topic
}

// Rows is what is said to a list that an exercise asks for, and what follows when
// the lead takes its best topic.
type Rows struct {
	Title string                      `yaml:"title"` // of the list, on the card
	Unit  string                      `yaml:"unit"`  // what a row counts: forms of the word for 1, 2 and 5
	Head  string                      `yaml:"head"`  // above the sums
	Best  string                      `yaml:"best"`  // below them, with {topic}
	How   string                      `yaml:"how"`   // shows a row to whoever wrote otherwise
	Take  string                      `yaml:"take"`  // the button
	Taken string                      `yaml:"taken"` // said when it is pressed, with {topic}
	Sets  map[qualify.Question]string `yaml:"sets"`  // answers that follow from taking the topic
	Topic qualify.Question            `yaml:"topic"` // the question that the topic's name answers
}

// said are the texts that a lead reads, by key.
func (r *Rows) said() map[string]string {
	return map[string]string{"head": r.Head, "best": r.Best, "how": r.How, "taken": r.Taken}
}

// Words are what plain answers sound like.
type Words struct {
	Yes      []string `yaml:"yes"`
	No       []string `yaml:"no"`
	Human    []string `yaml:"human"`    // plain wishes for a person
	Place    []string `yaml:"place"`    // words before the number of an option
	Ordinals []string `yaml:"ordinals"` // forms of «first», of «second», …, each separated by |
	Free     []string `yaml:"free"`     // in place of a sum: nothing was paid
	Sold     []string `yaml:"sold"`     // behind a number in place of a sum: what was counted
	Heads    []string `yaml:"heads"`    // of the column with the sums
	Total    []string `yaml:"total"`    // before the sum of all rows
	Avoid    []string `yaml:"avoid"`    // beginnings of words that the copy does without
}

// Scheme is the way to promote a format.
type Scheme struct {
	When when   `yaml:"when"`
	Text string `yaml:"text"`
}

// Ask returns the question with the id, and whether the script has it.
func (s *Script) Ask(id qualify.Question) (*Ask, bool) {
	i, ok := s.byID[id]
	if !ok {
		return nil, false
	}
	return &s.Questions[i], true
}

// Phone returns the question for the phone number, and whether there is one.
func (s *Script) Phone() (*Ask, bool) {
	i := slices.IndexFunc(s.Questions, func(a Ask) bool { return a.Kind == Phone })
	if i < 0 {
		return nil, false
	}
	return &s.Questions[i], true
}

// Option returns the option with the id, and whether the question has it.
func (a *Ask) Option(id string) (Option, bool) {
	i := slices.IndexFunc(a.Options, func(o Option) bool { return o.ID == id })
	if i < 0 {
		return Option{}, false
	}
	return a.Options[i], true
}

// Title names a question, or a formula of the score, in a word or two; "" when
// the script knows neither.
func (s *Script) Title(q qualify.Question) string {
	if a, ok := s.Ask(q); ok {
		return a.Title
	}
	for _, f := range s.Score.Formulas {
		if f.ID == q {
			return f.Title
		}
	}
	return ""
}

// Label returns what a lead reads for an answer: the option's text, or the
// answer itself.
func (s *Script) Label(q qualify.Question, value string) string {
	if a, ok := s.Ask(q); ok {
		if o, ok := a.Option(value); ok {
			return o.Text
		}
	}
	return value
}

// Scheme returns how to promote the format that the answers describe; false
// while it is not known.
func (s *Script) Scheme(a qualify.Answers, flags qualify.Flags) (string, bool) {
	for _, scheme := range s.Schemes {
		if s.Scorecard.Holds(scheme.When.Condition, a, flags) {
			return scheme.Text, true
		}
	}
	return "", false
}
