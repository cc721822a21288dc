package qualify_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/qualify"
)

// productOptions are the options of the product's question table.
var productOptions = map[string][]string{
	"niche": {"has", "several", "doubts", "none"}, "niche_plan": {"one_first", "all_at_once"},
	"product":    {"in_place", "few_sales", "not_chosen", "multi", "not_written"},
	"consulting": {"yes", "no"}, "self_selling": {"yes", "no"}, "landing": {"yes", "no"},
	"sales":         {"0", "1_5", "6_20", "gt20"},
	"participation": {"individual", "group", "both", "undecided"},
	"format_a":      {"group_online", "personal_online", "neither"},
	"format_b":      {"group_offline", "personal_offline", "neither"},
	"place":         {"online", "offline", "both"}, "delivery": {"live", "recorded", "both"},
	"price": {"lt5k", "5k_20k", "20k_80k", "gt80k"}, "start": {"now", "1_3m", "someday"},
	"experience": {"unaware", "curious", "seeking", "burned", "self_made"},
	"budget":     {"none", "lt20k", "20k_50k", "50k_100k", "gte100k", "not_said"},
	"decides":    {"self", "shared"}, "call": {"yes", "no"}, "horizon": {"trial", "long"},
}

// TestScriptHasTheProductsOptions holds the script to the table, so that the
// comparison below compares all of it.
func TestScriptHasTheProductsOptions(t *testing.T) {
	got := map[string][]string{}
	for _, q := range builtIn(t).Questions {
		for _, o := range q.Options {
			got[string(q.ID)] = append(got[string(q.ID)], o.ID)
		}
	}
	if diff := cmp.Diff(productOptions, got); diff != "" {
		t.Errorf("the script's options are not those of the product (-product +script):\n%s", diff)
	}
}

// TestAssessAgreesWithTheProduct compares Assess with the scoring written anew
// from the product.
func TestAssessAgreesWithTheProduct(t *testing.T) {
	s, r := builtIn(t), random(t, 2026)
	for i := range 20_000 {
		a, flags, idle := randomAnswers(r, s), randomFlags(r), randomIdle(r)
		want := assessByProduct(plain(a, flags, idle))
		got := asProduct(s.Scorecard.Assess(a, flags, idle))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("card %d: %v flags %v idle %v (-product +assess):\n%s", i, values(a), flags, idle, diff)
		}
	}
}

func plain(a qualify.Answers, flags qualify.Flags, idle time.Duration) productInput {
	in := productInput{answers: map[string]string{}, flags: map[string]bool{}, days: int(idle / day)}
	for q, answer := range a {
		in.answers[string(q)] = answer.Value
	}
	for _, f := range flags {
		in.flags[string(f)] = true
	}
	return in
}

func asProduct(as qualify.Assessment) productCard {
	p := as.Points
	return productCard{
		P: p.P, V: p.V, R: p.R, I: p.I, C: p.C,
		Score: as.Score, Completeness: as.Completeness, Awareness: as.Awareness,
		Category: as.Category, Temperature: as.Temperature, Segment: as.Segment, Lifetime: as.Lifecycle,
	}
}

func values(a qualify.Answers) map[qualify.Question]string {
	out := map[qualify.Question]string{}
	for q, answer := range a {
		out[q] = answer.Value
	}
	return out
}
