package qualify_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/qualify"
)

// small is a scorecard made by hand: five questions, one formula, one label
// rule of each sort.
func small() *qualify.Scorecard {
	return &qualify.Scorecard{
		Questions: []qualify.Rated{
			{ID: "size", Group: qualify.P, Feature: true, Points: map[string]int{"big": 10, "small": 4}},
			{ID: "speed", Group: qualify.I, Feature: true, Points: map[string]int{"fast": 8, "slow": 3},
				When: qualify.Condition{Answers: map[qualify.Question]qualify.Match{"size": {Not: []string{"small"}}}}},
			{ID: "mood", Feature: true, Awareness: map[string]int{"good": 2, "bad": 1}},
			{ID: "gift", Group: qualify.R, Keep: true, Points: map[string]int{"yes": 5},
				When: qualify.Condition{AtLeast: map[qualify.Measure]int{"P": 10}}},
			{ID: "note"},
		},
		Formulas: []qualify.Rated{{ID: "both", Group: qualify.V, Feature: true, Rows: []qualify.Row{
			{Name: "best", Points: 9, When: qualify.Condition{Answers: match("size", "big", "speed", "fast")}},
			{Name: "known", Points: 2, When: qualify.Condition{Answers: match("size", "big")}},
		}}},
		Penalties: []qualify.Penalty{
			{Flag: "late", Points: 6},
			{Flag: "alien", Points: 15, Voids: []qualify.Question{"size", "both"}},
		},
		Zero:      []qualify.Flag{"spam"},
		Decay:     qualify.Decay{Group: qualify.I, Every: 14 * day, Steps: 4},
		Awareness: "mood",
		Category: []qualify.Rule{
			{Label: "early", When: qualify.Condition{Below: number("completeness", 50)}},
			{Label: "good", When: qualify.Condition{AtLeast: number("P", 10)}},
			{Label: "also_good", When: qualify.Condition{AtLeast: number("P", 10)}},
			{Label: "plain"},
		},
		Segment:     []qualify.Rule{{Label: "of_good", When: qualify.Condition{Category: []string{"good"}}}, {Label: "other"}},
		Temperature: []qualify.Rule{{Label: "hot", When: qualify.Condition{AtLeast: number("total", 20), Segment: []string{"of_good"}}}, {Label: "cold"}},
		NextStep:    []qualify.Rule{{Label: "call", When: qualify.Condition{Temperature: []string{"hot"}}}, {Label: "wait"}},
	}
}

func TestPoints(t *testing.T) {
	for _, c := range []struct {
		name  string
		card  qualify.Answers
		flags qualify.Flags
		want  qualify.Points
	}{
		{"nothing", answers(), nil, qualify.Points{}},
		{"one answer, and what the formula knows of it", answers("size", "big"), nil, qualify.Points{P: 10, V: 2}},
		{"the first row that holds", answers("size", "big", "speed", "fast"), nil, qualify.Points{P: 10, V: 9, I: 8}},
		{"no row holds", answers("size", "small"), nil, qualify.Points{P: 4}},
		{"what does not apply earns nothing", answers("size", "small", "speed", "fast"), nil, qualify.Points{P: 4}},
		{"not holds while unanswered", answers("speed", "slow"), nil, qualify.Points{I: 3}},
		{"an unknown option earns nothing", answers("size", "huge"), nil, qualify.Points{}},
		{"an unknown question earns nothing", answers("colour", "red"), nil, qualify.Points{}},
		{"a kept answer counts when its question no longer applies", answers("gift", "yes"), nil, qualify.Points{R: 5}},
		{"a penalty", answers("size", "big"), qualify.Flags{"late"}, qualify.Points{P: 10, V: 2, C: 6}},
		{"two penalties", answers("speed", "fast"), qualify.Flags{"late", "alien"}, qualify.Points{I: 8, C: 21}},
		{"a void", answers("size", "big", "speed", "fast"), qualify.Flags{"alien"}, qualify.Points{I: 8, C: 15}},
		{"a flag raised twice costs once", answers(), qualify.Flags{"late", "late"}, qualify.Points{C: 6}},
		{"an unknown flag costs nothing", answers(), qualify.Flags{"tall"}, qualify.Points{}},
	} {
		if got := small().Assess(c.card, c.flags, 0).Points; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestReasons(t *testing.T) {
	got := small().Assess(answers("size", "big", "speed", "slow"), qualify.Flags{"late", "alien"}, 30*day).Reasons
	want := []qualify.Reason{
		{Question: "size", Answer: "big", Points: 0}, {Question: "speed", Answer: "slow", Points: 3},
		{Question: "gift", Answer: qualify.NotAsked}, {Question: "both", Answer: "known", Points: 0},
		{Question: "late", Answer: "yes", Points: -6}, {Question: "alien", Answer: "yes", Points: -15},
		{Question: "decay", Answer: "30d", Points: -2},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}

func TestScoreIsClamped(t *testing.T) {
	for _, c := range []struct {
		name  string
		card  qualify.Answers
		flags qualify.Flags
		want  int
	}{
		{"below", answers(), qualify.Flags{"late"}, 0},
		{"between", answers("size", "big", "speed", "fast", "gift", "yes"), nil, 32},
		{"a zero flag", answers("size", "big", "speed", "fast"), qualify.Flags{"spam"}, 0},
	} {
		if got := small().Assess(c.card, c.flags, 0).Score; got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	rich := small()
	rich.Questions[0].Points["big"] = 500
	if got := rich.Assess(answers("size", "big"), nil, 0).Score; got != 100 {
		t.Errorf("above: %d, want 100", got)
	}
}

func TestZeroFlagKeepsThePoints(t *testing.T) {
	as := small().Assess(answers("size", "big"), qualify.Flags{"spam"}, 0)
	if as.Score != 0 || as.Points.P != 10 {
		t.Errorf("score %d, points %+v", as.Score, as.Points)
	}
}

// TestDecay: 8 points of intent fade by a quarter of themselves, the rest rounded
// down; nothing else fades.
func TestDecay(t *testing.T) {
	for _, c := range []struct{ days, points, left int }{
		{0, 8, 8}, {13, 8, 8}, {14, 8, 6}, {27, 8, 6}, {28, 8, 4}, {42, 8, 2}, {55, 8, 2}, {56, 8, 0}, {80, 8, 0}, {4000, 8, 0},
		{14, 3, 2}, {28, 3, 1}, {42, 3, 0}, {56, 3, 0}, {28, 29, 14}, {14, 1, 0}, {14, 0, 0},
	} {
		card := small()
		card.Questions[1].Points["fast"] = c.points
		as := card.Assess(answers("size", "big", "speed", "fast"), nil, time.Duration(c.days)*day)
		if as.Points.I != c.left || as.Points.P != 10 || as.Points.V != 9 {
			t.Errorf("%d points after %d days: %+v, want I %d", c.points, c.days, as.Points, c.left)
		}
	}
}

func TestDecayCountsFullDays(t *testing.T) {
	card := answers("size", "big", "speed", "fast")
	for idle, want := range map[time.Duration]int{14*day - 1: 8, 14 * day: 6, 28*day - time.Second: 6, -day: 8} {
		if got := small().Assess(card, nil, idle).Points.I; got != want {
			t.Errorf("after %v: I %d, want %d", idle, got, want)
		}
	}
	never := small()
	never.Decay = qualify.Decay{}
	if as := never.Assess(card, nil, 1000*day); as.Points.I != 8 {
		t.Errorf("without a decay: %+v", as.Points)
	}
}

// TestCompleteness: a formula counts once it can be scored, a question that does
// not apply does not count, a part of a percent is dropped.
func TestCompleteness(t *testing.T) {
	for _, c := range []struct {
		name string
		card qualify.Answers
		want int
	}{
		{"nothing of four", answers(), 0},
		{"a formula with its question", answers("size", "big"), 50},
		{"without speed, which does not apply", answers("size", "small"), 33},
		{"all that applies but the formula", answers("size", "small", "mood", "good"), 66},
		{"what does not apply does not count", answers("size", "small", "speed", "fast"), 33},
		{"all", answers("size", "big", "speed", "slow", "mood", "bad"), 100},
		{"what is no feature", answers("note", "hello", "gift", "yes"), 0},
	} {
		if got := small().Assess(c.card, nil, 0).Completeness; got != c.want {
			t.Errorf("%s: %d %%, want %d", c.name, got, c.want)
		}
	}
	var empty qualify.Scorecard
	if as := empty.Assess(answers("size", "big"), nil, day); as.Completeness != 0 || as.Category != "" || as.Score != 0 {
		t.Errorf("a scorecard without questions: %+v", as)
	}
}

// TestLabelsInTheirOrder: the first rule wins, and each label sees those before
// it: category, segment, temperature, next step.
func TestLabelsInTheirOrder(t *testing.T) {
	for _, c := range []struct {
		card qualify.Answers
		want [4]string
	}{
		{answers(), [4]string{"early", "other", "cold", "wait"}},
		{answers("size", "big"), [4]string{"good", "of_good", "cold", "wait"}},
		{answers("size", "big", "speed", "fast"), [4]string{"good", "of_good", "hot", "call"}},
		{answers("size", "small", "mood", "good"), [4]string{"plain", "other", "cold", "wait"}},
	} {
		as := small().Assess(c.card, nil, 0)
		if got := [4]string{as.Category, as.Segment, as.Temperature, as.NextStep}; got != c.want {
			t.Errorf("%v: %v, want %v", values(c.card), got, c.want)
		}
	}
}

func TestApplying(t *testing.T) {
	card := answers("size", "small", "speed", "fast", "gift", "yes", "colour", "red")
	got := values(small().Applying(card, nil))
	want := map[qualify.Question]string{"size": "small", "gift": "yes"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("applying (-want +got):\n%s", diff)
	}
	asked := small().Applicable(card, nil)
	if want := []qualify.Question{"size", "mood", "note"}; !slices.Equal(asked, want) {
		t.Errorf("applicable: %v, want %v", asked, want)
	}
}

func TestAwareness(t *testing.T) {
	for mood, want := range map[string]int{"good": 2, "bad": 1, "": 0, "odd": 0} {
		if got := small().Assess(answers("mood", mood), nil, 0).Awareness; got != want {
			t.Errorf("mood %q: awareness %d, want %d", mood, got, want)
		}
	}
}

func TestBest(t *testing.T) {
	for q, want := range map[qualify.Question]int{"size": 10, "both": 9, "mood": 0, "nothing": 0} {
		if got := small().Best(q); got != want {
			t.Errorf("Best(%s) = %d, want %d", q, got, want)
		}
	}
}

// TestFixedLabels: a label that a person fixed stands, the rules after it go by
// it, points and reasons are the same.
func TestFixedLabels(t *testing.T) {
	card := answers("size", "big", "speed", "fast", "mood", "good")
	computed := small().Assess(card, nil, 0)
	for _, c := range []struct {
		fixed qualify.Fixed
		want  [4]string
	}{
		{qualify.Fixed{}, [4]string{"good", "of_good", "hot", "call"}},
		{qualify.Fixed{Category: "plain"}, [4]string{"plain", "other", "cold", "wait"}},
		{qualify.Fixed{Temperature: "cold"}, [4]string{"good", "of_good", "cold", "wait"}},
		{qualify.Fixed{Category: "plain", Temperature: "hot"}, [4]string{"plain", "other", "hot", "call"}},
	} {
		as := small().AssessFixed(card, nil, 0, c.fixed)
		if got := [4]string{as.Category, as.Segment, as.Temperature, as.NextStep}; got != c.want {
			t.Errorf("%+v: %v, want %v", c.fixed, got, c.want)
		}
		if as.Points != computed.Points || as.Score != computed.Score || cmp.Diff(as.Reasons, computed.Reasons) != "" {
			t.Errorf("%+v changes the points: %+v", c.fixed, as)
		}
	}
}
