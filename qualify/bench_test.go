package qualify_test

import "testing"

// BenchmarkAssess scores one full card with the built-in script.
func BenchmarkAssess(b *testing.B) {
	s := builtIn(b)
	card := answers("niche", "has", "niche_text", "речь", "product", "in_place", "landing", "yes", "sales", "6_20",
		"participation", "group", "place", "online", "delivery", "live", "price", "20k_80k", "start", "now",
		"experience", "burned", "budget", "50k_100k", "decides", "self", "call", "yes", "horizon", "long")
	b.ReportAllocs()
	for b.Loop() {
		s.Scorecard.Assess(card, nil, 20*day)
	}
}
