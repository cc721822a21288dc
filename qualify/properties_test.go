package qualify_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"leadbot/qualify"
)

const cards = 2000

// TestReasonsAddUp: the reasons explain all of the total, and C is what the
// flags cost.
func TestReasonsAddUp(t *testing.T) {
	s, r := builtIn(t), random(t, 1)
	for range cards {
		a, flags, idle := randomAnswers(r, s), randomFlags(r), randomIdle(r)
		as := s.Scorecard.Assess(a, flags, idle)
		sum := 0
		for _, reason := range as.Reasons {
			sum += reason.Points
		}
		p := as.Points
		if total := p.P + p.V + p.R + p.I - p.C; sum != total {
			t.Fatalf("%v %v %v: reasons add up to %d, points to %d: %v", values(a), flags, idle, sum, total, as.Reasons)
		}
	}
}

// TestReasonsNameEverything: each scored question, the format, each costly flag
// and the decay stand in the reasons once.
func TestReasonsNameEverything(t *testing.T) {
	s, r := builtIn(t), random(t, 2)
	for range cards {
		flags, idle := randomFlags(r), randomIdle(r)
		want := []qualify.Question{"niche", "product", "price", "sales", "format", "budget", "horizon", "start", "experience", "call", "decides"}
		for _, f := range flags {
			if productCost[string(f)] > 0 {
				want = append(want, qualify.Question(f))
			}
		}
		if idle >= 14*day {
			want = append(want, "decay")
		}
		var got []qualify.Question
		for _, reason := range s.Scorecard.Assess(randomAnswers(r, s), flags, idle).Reasons {
			got = append(got, reason.Question)
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Fatalf("flags %v idle %v: reasons name %v, want %v", flags, idle, got, want)
		}
	}
}

func TestTotalStaysWithinBounds(t *testing.T) {
	s, r := builtIn(t), random(t, 3)
	for range cards {
		a, flags := randomAnswers(r, s), randomFlags(r)
		as := s.Scorecard.Assess(a, flags, randomIdle(r))
		if as.Score < 0 || as.Score > 100 || as.Completeness < 0 || as.Completeness > 100 {
			t.Fatalf("%v %v: score %d, completeness %d", values(a), flags, as.Score, as.Completeness)
		}
		if as.Category == "" || as.Temperature == "" || as.Segment == "" || as.NextStep == "" {
			t.Fatalf("%v %v: a label is empty: %+v", values(a), flags, as)
		}
	}
}

// TestBetterAnswerNeverLowersTheTotal gives one scored question an option with
// more points; the other answers, and which of them count, stay.
func TestBetterAnswerNeverLowersTheTotal(t *testing.T) {
	s, r := builtIn(t), random(t, 4)
	for range cards / 2 {
		a, flags, idle := randomAnswers(r, s), randomFlags(r), randomIdle(r)
		before := s.Scorecard.Assess(a, flags, idle).Score
		for q, options := range productPoints {
			id := qualify.Question(q)
			for option, points := range options {
				if !a.Has(id) || points <= options[a.Value(id)] {
					continue
				}
				better := with(a, id, option)
				if !sameCount(s.Scorecard, a, better, flags) {
					continue
				}
				if after := s.Scorecard.Assess(better, flags, idle).Score; after < before {
					t.Fatalf("%v %v: %s to %s takes the total from %d to %d", values(a), flags, q, option, before, after)
				}
			}
		}
	}
}

func with(a qualify.Answers, q qualify.Question, value string) qualify.Answers {
	out := qualify.Answers{}
	for id, answer := range a {
		out[id] = answer
	}
	out[q] = qualify.Answer{Value: value}
	return out
}

// sameCount reports whether the same questions count on two cards.
func sameCount(c qualify.Scorecard, a, b qualify.Answers, flags qualify.Flags) bool {
	x, y := c.Applying(a, flags), c.Applying(b, flags)
	for q := range x {
		if !y.Has(q) {
			return false
		}
	}
	return len(x) == len(y)
}

// TestOrderDoesNotMatter builds the same card in many orders.
func TestOrderDoesNotMatter(t *testing.T) {
	s, r := builtIn(t), random(t, 5)
	for range 20 {
		a, flags, idle := randomAnswers(r, s), randomFlags(r), randomIdle(r)
		want := s.Scorecard.Assess(a, flags, idle)
		for range 100 {
			got := s.Scorecard.Assess(shuffled(r, a), flags, idle)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%v: another order gives another assessment:\n%s", values(a), diff)
			}
		}
	}
}

func shuffled(r *rand.Rand, a qualify.Answers) qualify.Answers {
	var ids []qualify.Question
	for q := range a {
		ids = append(ids, q)
	}
	r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	out := qualify.Answers{}
	for _, q := range ids {
		out[q] = a[q]
	}
	return out
}

// TestInapplicableAnswersChangeNothing takes away what does not count.
func TestInapplicableAnswersChangeNothing(t *testing.T) {
	s, r := builtIn(t), random(t, 6)
	for range cards {
		a, flags, idle := randomAnswers(r, s), randomFlags(r), randomIdle(r)
		kept := s.Scorecard.Applying(a, flags)
		want, got := s.Scorecard.Assess(a, flags, idle), s.Scorecard.Assess(kept, flags, idle)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v: without what does not apply:\n%s", values(a), diff)
		}
	}
}

func TestPenaltyNeverRaises(t *testing.T) {
	s, r := builtIn(t), random(t, 7)
	for range cards / 2 {
		a, flags, idle := randomAnswers(r, s), randomFlags(r), randomIdle(r)
		before := s.Scorecard.Assess(a, flags, idle)
		for _, f := range flagNames {
			after := s.Scorecard.Assess(a, flags.With(f), idle)
			if after.Score > before.Score || after.Points.C < before.Points.C {
				t.Fatalf("%v %v: flag %s takes the total from %d to %d", values(a), flags, f, before.Score, after.Score)
			}
		}
	}
}

func TestSilenceNeverRaises(t *testing.T) {
	s, r := builtIn(t), random(t, 8)
	for range cards {
		a, flags, idle := randomAnswers(r, s), randomFlags(r), randomIdle(r)
		before, after := s.Scorecard.Assess(a, flags, idle), s.Scorecard.Assess(a, flags, idle+randomIdle(r))
		p, q := before.Points, after.Points
		if after.Score > before.Score || q.I > p.I || p.P != q.P || p.V != q.V || p.R != q.R || p.C != q.C {
			t.Fatalf("%v: silence takes %+v to %+v", values(a), p, q)
		}
	}
}
