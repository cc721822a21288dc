package qualify_test

import (
	"testing"

	"leadbot/qualify"
)

func TestMatch(t *testing.T) {
	is := func(v ...string) qualify.Match { return qualify.Match{Is: v} }
	not := func(v ...string) qualify.Match { return qualify.Match{Not: v} }
	for _, c := range []struct {
		name  string
		match qualify.Match
		value string
		want  bool
	}{
		{"nothing required", qualify.Match{}, "", true},
		{"nothing required of an answer", qualify.Match{}, "a", true},
		{"the option", is("a"), "a", true},
		{"one of the options", is("a", "b"), "b", true},
		{"another option", is("a"), "b", false},
		{"an option of an unanswered question", is("a"), "", false},
		{"unanswered", is(qualify.Unanswered), "", true},
		{"unanswered, but it has an answer", is(qualify.Unanswered), "a", false},
		{"an option or unanswered", is("a", qualify.Unanswered), "", true},
		{"not the option", not("a"), "b", true},
		{"not the option, but it is", not("a"), "a", false},
		{"not the option holds while unanswered", not("a"), "", true},
		{"not unanswered", not(qualify.Unanswered), "", false},
		{"is and not together", qualify.Match{Is: []string{"a", "b"}, Not: []string{"b"}}, "b", false},
		{"is and not together, the other", qualify.Match{Is: []string{"a", "b"}, Not: []string{"b"}}, "a", true},
	} {
		if got := c.match.Holds(c.value); got != c.want {
			t.Errorf("%s: Holds(%q) = %t", c.name, c.value, got)
		}
	}
}

func TestConditionNeedsEveryPart(t *testing.T) {
	c := small()
	a := answers("size", "big", "speed", "fast") // P 10, V 9, I 8
	for _, test := range []struct {
		name  string
		when  qualify.Condition
		flags qualify.Flags
		want  bool
	}{
		{"the zero condition", qualify.Condition{}, nil, true},
		{"two answers", qualify.Condition{Answers: match("size", "big", "speed", "fast")}, nil, true},
		{"one of two answers", qualify.Condition{Answers: match("size", "big", "speed", "slow")}, nil, false},
		{"any flag", qualify.Condition{AnyFlag: []qualify.Flag{"late", "rude"}}, qualify.Flags{"rude"}, true},
		{"any flag, none raised", qualify.Condition{AnyFlag: []qualify.Flag{"late"}}, nil, false},
		{"no flag", qualify.Condition{NoFlag: []qualify.Flag{"late"}}, qualify.Flags{"rude"}, true},
		{"no flag, raised", qualify.Condition{NoFlag: []qualify.Flag{"late"}}, qualify.Flags{"late"}, false},
		{"at least, exactly", qualify.Condition{AtLeast: number("P", 10)}, nil, true},
		{"at least, one short", qualify.Condition{AtLeast: number("P", 11)}, nil, false},
		{"a sum of groups", qualify.Condition{AtLeast: number("P+I", 18)}, nil, true},
		{"below", qualify.Condition{Below: number("P+I", 19)}, nil, true},
		{"below is strict", qualify.Condition{Below: number("P+I", 18)}, nil, false},
		{"total", qualify.Condition{AtLeast: number("total", 27), Below: number("total", 28)}, nil, true},
		{"answers hold, numbers do not", qualify.Condition{Answers: match("size", "big"), AtLeast: number("P", 99)}, nil, false},
		{"numbers hold, flags do not", qualify.Condition{AtLeast: number("P", 1), AnyFlag: []qualify.Flag{"late"}}, nil, false},
		{"a label of an unlabelled card", qualify.Condition{Category: []string{"good"}}, nil, false},
	} {
		if got := c.Holds(test.when, a, test.flags); got != test.want {
			t.Errorf("%s: %t", test.name, got)
		}
	}
}

// TestConditionSeesOnlyWhatApplies: the answer «slow» belongs to a question that
// is not asked of small ones.
func TestConditionSeesOnlyWhatApplies(t *testing.T) {
	c, when := small(), qualify.Condition{Answers: match("speed", "slow")}
	if c.Holds(when, answers("size", "small", "speed", "slow"), nil) {
		t.Error("a condition holds for an answer that does not apply")
	}
	if !c.Holds(when, answers("speed", "slow"), nil) {
		t.Error("a condition fails for an answer that applies while size is unanswered")
	}
}

func TestMeasureKnown(t *testing.T) {
	for m, want := range map[qualify.Measure]bool{
		"P": true, "V": true, "R": true, "I": true, "C": true, "P+V+R": true, "total": true, "completeness": true,
		"": false, "p": false, "X": false, "P+": false, "+P": false, "PV": false, "P-V": false, "P + V": false, "P+total": false, "score": false,
	} {
		if m.Known() != want {
			t.Errorf("Measure(%q).Known() = %t", m, !want)
		}
	}
}

func TestFlagsWith(t *testing.T) {
	first := make(qualify.Flags, 0, 4).With("a")
	second, third := first.With("b"), first.With("c")
	if !second.Has("b") || second.Has("c") || !third.Has("c") || len(second) != 2 {
		t.Errorf("two flags raised on the same set mix: %v, %v", second, third)
	}
	if again := second.With("a"); len(again) != 2 {
		t.Errorf("raising a flag twice gives %v", again)
	}
}

func match(pairs ...string) map[qualify.Question]qualify.Match {
	m := map[qualify.Question]qualify.Match{}
	for i := 0; i < len(pairs); i += 2 {
		m[qualify.Question(pairs[i])] = qualify.Match{Is: []string{pairs[i+1]}}
	}
	return m
}

func number(m qualify.Measure, n int) map[qualify.Measure]int { return map[qualify.Measure]int{m: n} }
