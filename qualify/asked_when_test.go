package qualify_test

import (
	"slices"
	"testing"

	"leadbot/qualify"
)

// askedByProduct is the column «asked when» of the product's question table: the
// ids that apply to a card, in the table's order. An answer counts in a condition
// only while its own question applies.
func askedByProduct(in productInput) []string {
	a := map[string]string{}
	var asked []string
	ask := func(q string, when bool) {
		if when {
			asked = append(asked, q)
			a[q] = in.answers[q]
		}
	}
	ask("niche", true)
	ask("niche_text", a["niche"] == "has" || a["niche"] == "several")
	ask("niche_plan", a["niche"] == "several")
	ask("niche_first", a["niche_plan"] == "one_first")
	ask("product", true)
	ask("consulting", a["product"] == "not_written")
	ask("self_selling", a["product"] == "few_sales")
	ask("landing", a["product"] == "in_place" || a["product"] == "multi")
	ask("sales", a["product"] != "not_written")
	ask("participation", true)
	ask("format_a", a["participation"] == "undecided")
	ask("format_b", a["format_a"] == "neither")
	ask("place", a["participation"] != "undecided")
	ask("delivery", a["participation"] != "undecided")
	ask("price", a["participation"] != "undecided" && a["niche"] != "none")
	ask("start", true)
	ask("experience", true)
	ask("last_contractor", a["experience"] == "burned")
	for _, q := range []string{"budget", "decides", "call"} {
		ask(q, true)
	}
	ask("phone", a["call"] == "yes")
	fit := in
	fit.answers = without(in.answers, "horizon")
	c := assessByProduct(fit)
	ask("horizon", c.P+c.V+c.R >= 35)
	c = assessByProduct(in)
	ask("priority", c.P+c.V+c.R >= 35)
	return asked
}

func without(answers map[string]string, q string) map[string]string {
	out := map[string]string{}
	for id, v := range answers {
		if id != q {
			out[id] = v
		}
	}
	return out
}

func TestApplicableAgreesWithTheProduct(t *testing.T) {
	s, r := builtIn(t), random(t, 12)
	for range 5000 {
		a, flags := randomAnswers(r, s), randomFlags(r)
		want := askedByProduct(plain(a, flags, 0))
		var got []string
		for _, q := range s.Scorecard.Applicable(a, flags) {
			got = append(got, string(q))
		}
		if !slices.Equal(want, got) {
			t.Fatalf("%v %v:\nproduct %v\nscript  %v", values(a), flags, want, got)
		}
	}
}

// TestOwnAnswerHasNoSay: what a question was answered does not change whether it
// applies.
func TestOwnAnswerHasNoSay(t *testing.T) {
	s, r := builtIn(t), random(t, 13)
	for range 200 {
		a, flags := randomAnswers(r, s), randomFlags(r)
		for _, q := range s.Questions {
			b := qualify.Answers{}
			for id, answer := range a {
				if id != q.ID {
					b[id] = answer
				}
			}
			with := slices.Contains(s.Scorecard.Applicable(a, flags), q.ID)
			if without := slices.Contains(s.Scorecard.Applicable(b, flags), q.ID); with != without {
				t.Fatalf("%v: %s applies with its answer: %t, without: %t", values(a), q.ID, with, without)
			}
		}
	}
}
