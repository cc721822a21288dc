package qualify_test

// The scoring of the product once more, written from its tables without a look at
// the script or at qualify. Where the two disagree, the product decides.

type productCard struct {
	P, V, R, I, C                            int
	Score, Completeness, Awareness           int
	Category, Temperature, Segment, Lifetime string
}

var productPoints = map[string]map[string]int{
	"niche":      {"has": 10, "several": 8, "doubts": 4, "none": 2},
	"product":    {"in_place": 15, "multi": 13, "few_sales": 11, "not_chosen": 6, "not_written": 3},
	"price":      {"gt80k": 12, "20k_80k": 9, "5k_20k": 5, "lt5k": 2},
	"sales":      {"gt20": 8, "6_20": 6, "1_5": 3, "0": 0},
	"budget":     {"gte100k": 15, "50k_100k": 11, "20k_50k": 7, "not_said": 4, "lt20k": 3, "none": 0},
	"horizon":    {"long": 5, "trial": 2},
	"start":      {"now": 12, "1_3m": 7, "someday": 1},
	"experience": {"seeking": 10, "burned": 9, "curious": 5, "unaware": 2, "self_made": 0},
	"call":       {"yes": 5, "no": 0},
	"decides":    {"self": 3, "shared": 1},
}

var productCost = map[string]int{"rush": 5, "extras": 5, "rude_repeat": 8, "pay_by_result": 10, "out_of_profile": 15}

// productInput is a card in the plainest form: "" for an answer that is missing.
type productInput struct {
	answers map[string]string
	flags   map[string]bool
	days    int // idle
}

// counts drops what the table says is not asked.
func (in productInput) counts() map[string]string {
	out := map[string]string{}
	for q, v := range in.answers {
		out[q] = v
	}
	if in.answers["product"] == "not_written" {
		delete(out, "sales")
	}
	undecided := in.answers["participation"] == "undecided"
	if undecided {
		delete(out, "place")
		delete(out, "delivery")
	}
	if undecided || in.answers["niche"] == "none" {
		delete(out, "price")
	}
	return out
}

// productFormat returns the points of the format, and whether it can be scored.
func productFormat(a map[string]string) (int, bool) {
	participation, place, delivery := a["participation"], a["place"], a["delivery"]
	switch {
	case participation == "undecided":
		return 0, true
	case delivery == "recorded" || delivery == "both":
		return 5, true
	case participation == "" || place == "" || delivery == "":
		return 0, false
	}
	group := participation == "group" || participation == "both"
	online := place == "online" || place == "both"
	switch {
	case group && online:
		return 5, true
	case group || online:
		return 3, true
	}
	return 1, true
}

func assessByProduct(in productInput) productCard {
	a := in.counts()
	c := productCard{Lifetime: "prospect"}
	points := func(q string) int { return productPoints[q][a[q]] }
	format, formatKnown := productFormat(a)
	if !in.flags["out_of_profile"] {
		c.P = points("niche")
	}
	c.P += points("product")
	c.V = points("price") + points("sales") + format
	c.R = points("budget") + points("horizon")
	c.I = points("start") + points("experience") + points("call") + points("decides")
	c.I = c.I * (4 - min(in.days/14, 4)) / 4
	for flag, cost := range productCost {
		if in.flags[flag] {
			c.C += cost
		}
	}
	c.Score = max(0, min(100, c.P+c.V+c.R+c.I-c.C))
	if in.flags["spam"] || in.flags["prohibited"] {
		c.Score = 0
	}
	c.Completeness = productCompleteness(in, a, formatKnown)
	c.Awareness = map[string]int{"unaware": 1, "curious": 2, "seeking": 3, "burned": 4, "self_made": 5}[a["experience"]]
	c.Category = productCategory(c, in.flags)
	c.Temperature = productTemperature(c, a, in.flags)
	c.Segment = productSegment(a)
	return c
}

func productCompleteness(in productInput, a map[string]string, formatKnown bool) int {
	answered, applicable := 0, 10
	if in.answers["product"] == "not_written" {
		applicable--
	}
	if in.answers["participation"] == "undecided" || in.answers["niche"] == "none" {
		applicable--
	}
	for _, q := range []string{"niche", "product", "price", "sales", "budget", "start", "experience", "call", "decides"} {
		if a[q] != "" {
			answered++
		}
	}
	if formatKnown {
		answered++
	}
	return answered * 100 / applicable
}

func productCategory(c productCard, flags map[string]bool) string {
	out := flags["out_of_profile"]
	switch {
	case flags["spam"] || flags["prohibited"], c.C >= 15 && !out:
		return "problem"
	case out && c.C >= 23:
		return "problem"
	case out:
		return "operational"
	case c.Completeness < 50:
		return "unrated"
	case c.P >= 18 && c.V >= 20 && c.R >= 15 && c.C < 8:
		return "strategic"
	case c.V+c.R >= 20 && c.P >= 11:
		return "promising"
	}
	return "operational"
}

func productTemperature(c productCard, a map[string]string, flags map[string]bool) string {
	warmOrCold := func() string {
		if c.Score >= 40 {
			return "warm"
		}
		return "cold"
	}
	switch {
	case flags["spam"] || flags["prohibited"]:
		return "cold"
	case flags["asked_human"]:
		return "hot"
	case a["experience"] == "self_made":
		return "cold"
	case c.Category == "problem":
		return warmOrCold()
	case c.Score >= 70 && c.I >= 18 && c.Completeness >= 60 && !flags["out_of_profile"]:
		return "hot"
	}
	return warmOrCold()
}

func productSegment(a map[string]string) string {
	product, sales, niche := a["product"], a["sales"], a["niche"]
	selling := sales == "1_5" || sales == "6_20" || sales == "gt20"
	ready := product == "in_place" || product == "multi"
	switch {
	case a["participation"] == "undecided" && !selling:
		return "novice"
	case ready && (sales == "6_20" || sales == "gt20"):
		return "scaling"
	case product == "few_sales" || ready || product == "not_chosen" && selling:
		return "low_sales"
	case product == "" && niche != "doubts" && niche != "none":
		return "unknown"
	}
	return "novice"
}
