package dialog

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"leadbot/dialog/understand"
	"leadbot/qualify"
)

// The intents that a reading may tell.
const (
	wantsHuman = "human"
	wantsStop  = "stop"
	wantsLater = "later"
	wantsBack  = "back"
	isRude     = "rude"
	asks       = "question"
)

// wishes are the intents that end the turn: each is met in its way.
var wishes = map[string]func(*step){
	wantsHuman: (*step).human, wantsStop: (*step).stop, wantsLater: (*step).putTalkOff, isRude: (*step).rude,
}

// respond takes what a text says: its answers first, then what its writer wants.
func (t *step) respond(r understand.Reading) {
	open, _ := t.Script.Ask(t.Asked)
	if t.movesPause() && (len(r.Answers) == 0 || open != nil && open.Kind == Free) {
		t.putTalkOff()
		return
	}
	if r.Intent == wantsBack && len(r.Answers) > 1 && open != nil {
		delete(r.Answers, string(open.ID)) // what is corrected was asked before
	}
	given := t.absorb(r, open)
	if r.Intent != "" && (!slices.Contains(remarks, r.Intent) || t.awaited()) {
		t.toManagers()
	}
	wish, ok := wishes[r.Intent]
	switch {
	case ok:
		t.leaveAnswered(open, given)
		wish(t)
	case r.Intent == wantsBack && len(given) == 0:
		t.back()
	default:
		t.carryOn(r, given)
	}
}

// leaveAnswered closes a question that a text answered beside its wish: it is not
// asked again.
func (t *step) leaveAnswered(open *Ask, given []*Ask) {
	if open != nil && len(given) > 0 && !t.waits(open) {
		t.close(t.chosen(open))
		t.Asked = ""
	}
}

// carryOn answers what was said beside the answers, and goes on.
func (t *step) carryOn(r understand.Reading, given []*Ask) {
	said := t.remark(r)
	switch {
	case len(given) > 0:
		t.follow(given, said)
	case said.String() != "" && t.Later.After(t.in.At):
		t.send(Message{Text: said}, Replies)
	case said.String() != "":
		t.repeat(said)
	case len(r.Answers) > 0:
		t.repeat(t.text("known", nil))
	default:
		t.missed(r)
	}
}

// remarks are the answers to what is neither an answer nor a wish.
// Each has a text of its name.
var remarks = []string{"greeting", "thanks", "offtopic"}

func (t *step) remark(r understand.Reading) Text {
	if r.Intent == asks && (r.Theme != "" || len(strings.Fields(t.in.Text)) > maxBlank) {
		return t.question(r.Theme)
	}
	if slices.Contains(remarks, r.Intent) {
		return t.text(r.Intent, nil)
	}
	return nil
}

// maxBlank is the length, in words, of a question that asks nothing: «что?».
const maxBlank = 2

// absorb records the answers of a text, in the order of the script, and returns
// the questions that have a new one. The open question may be none.
func (t *step) absorb(r understand.Reading, open *Ask) []*Ask {
	answers := t.free(open, r)
	exercise := t.Exercise
	var given []*Ask
	for i := range t.Script.Questions {
		a := &t.Script.Questions[i]
		found, ok := answers[string(a.ID)]
		if a.Kind == Phone && !ok {
			found, ok = t.phoneAmong(a)
		}
		if !ok || !t.isNew(a, found.Value) {
			continue
		}
		t.noteChange(a)
		t.record(a, found.Value, found.Raw, t.via())
		given = append(given, a)
		if exercise == "" {
			exercise = t.Exercise // of two, the one that comes first
		}
	}
	if t.Exercise != "" {
		t.Exercise = exercise
	}
	return given
}

// isNew reports whether an answer can be one to the question and is not the one
// that stands.
func (t *step) isNew(a *Ask, value string) bool {
	if a.Kind == Choice {
		if _, ok := a.Option(value); !ok {
			return false
		}
	}
	return value != "" && t.Answers.Value(a.ID) != value
}

// via is how the answers of a text reach us.
func (t *step) via() qualify.Via {
	if t.in.Kind == Edited {
		return qualify.ViaEdit
	}
	return qualify.ViaText
}

// free adds the answer to an open question that takes any text: the text itself.
// One that is put in the lead's own words hides no other answers.
func (t *step) free(open *Ask, r understand.Reading) map[string]understand.Answer {
	if open == nil || open.Kind != Free || r.Intent != "" || r.Doubt || strings.TrimSpace(t.in.Text) == "" {
		return r.Answers
	}
	topic := t.Script.Understand.Topic
	own := string(open.ID)
	if topic == nil || topic.Question != own {
		return map[string]understand.Answer{own: t.whole()}
	}
	out := maps.Clone(r.Answers)
	delete(out, topic.Choice)
	_, named := out[own]
	if len(out) == 0 || named && len(out) == 1 && utf8.RuneCountInString(t.in.Text) <= maxTopic {
		out[own] = t.whole()
	}
	return out
}

// maxTopic is the length, in characters, of an answer that names a field and says
// little else.
const maxTopic = 60

// whole is the text itself as an answer, up to a bound.
func (t *step) whole() understand.Answer {
	kept := Short(t.in.Text, maxAnswer)
	return understand.Answer{Value: kept, Raw: kept}
}

// follow goes on from the answers that a text gave: what was taken in, what is
// said to it, and what is open now.
func (t *step) follow(given []*Ask, said Text) {
	if open, ok := t.Script.Ask(t.Asked); ok && !t.waits(open) {
		t.close(t.chosen(open))
	}
	t.fixable = !t.plainReply(given)
	if t.fixable {
		said = Join("\n\n", said, t.paraphrase(given))
	}
	t.proceed(Join("\n\n", said, t.advice(given)))
}

// plainReply reports whether the answers are just those that were asked for: the
// question itself shows them.
func (t *step) plainReply(given []*Ask) bool {
	open, ok := t.Script.Ask(t.Asked)
	return ok && t.in.Kind != Edited && !slices.ContainsFunc(given, func(a *Ask) bool { return !slices.Contains(t.group(open), a) })
}

// paraphrase says what was taken in.
func (t *step) paraphrase(given []*Ask) Text {
	var list Text
	for _, a := range given {
		if topic := t.Script.Understand.Topic; topic != nil && topic.Choice == string(a.ID) && slices.ContainsFunc(given, func(g *Ask) bool { return string(g.ID) == topic.Question }) {
			continue // the field itself says that there is one
		}
		label := Foreign(Short(t.Script.Label(a.ID, t.Answers.Value(a.ID)), 40))
		if a.Kind == Choice {
			label = Plain(small(label.String()))
		}
		list = Join("; ", list, Join("", Plain(small(a.Title)+" — "), label))
	}
	if t.corrects {
		return t.text("corrected", values{"list": list})
	}
	return t.text("understood", values{"list": list})
}

// small begins a label with a small letter, for the middle of a sentence.
func small(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// advice is the reaction to the answer that was asked for, else to the first of
// the others that has one.
func (t *step) advice(given []*Ask) Text {
	open, ok := t.Script.Ask(t.Asked)
	if ok && slices.Contains(given, open) {
		if said := t.reaction(open); said.String() != "" {
			return said
		}
	}
	for _, a := range given {
		if a == open {
			continue
		}
		if said := t.reaction(a); said.String() != "" {
			return said
		}
	}
	return nil
}
