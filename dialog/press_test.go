package dialog

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestParsePress(t *testing.T) {
	for in, want := range map[string]Press{
		"a:niche:has":       {Verb: "a", Args: []string{"niche", "has"}},
		"a:niche:has:12":    {Verb: "a", Args: []string{"niche", "has"}, Turn: 12},
		"a:niche_first:1":   {Verb: "a", Args: []string{"niche_first", "1"}},
		"a:niche_first:1:3": {Verb: "a", Args: []string{"niche_first", "1"}, Turn: 3},
		"a:sales:0":         {Verb: "a", Args: []string{"sales", "0"}},
		"skip:sales":        {Verb: "skip", Args: []string{"sales"}},
		"skip:sales:4":      {Verb: "skip", Args: []string{"sales"}, Turn: 4},
		"back":              {Verb: "back", Args: []string{}},
		"back:7":            {Verb: "back", Args: []string{}, Turn: 7},
		"human":             {Verb: "human", Args: []string{}},
		"consent:yes":       {Verb: "consent", Args: []string{"yes"}},
		"review:edit:9":     {Verb: "review", Args: []string{"edit"}, Turn: 9},
		"edit:niche":        {Verb: "edit", Args: []string{"niche"}},
		"x:niche:go_on:3":   {Verb: "x", Args: []string{"niche", "go_on"}, Turn: 3},
		"followups:no":      {Verb: "followups", Args: []string{"no"}},
		"m:7:claim":         {Verb: "m", Args: []string{"7", "claim"}},
	} {
		got, ok := ParsePress(in)
		if !ok || got.Verb != want.Verb || !slices.Equal(got.Args, want.Args) || got.Turn != want.Turn {
			t.Errorf("ParsePress(%q) = %+v, %t; want %+v", in, got, ok, want)
		}
	}
}

func TestParsePressRefuses(t *testing.T) {
	for _, in := range []string{
		"", ":", "a", "a:", "a:niche", "a:niche:", "a::has", "a:niche:has:", "a:niche:has:0", "a:niche:has:-1", "a:niche:has:x",
		"a:niche:has:1:2", "back:", "back:x", "back:0", "back:1:2", "skip", "consent", "review", "x:niche", "A:niche:has", "drop:table",
		"a:niche:has:99999999999999999999", " a:niche:has", "human:call:me",
	} {
		if got, ok := ParsePress(in); ok {
			t.Errorf("ParsePress(%q) passes: %+v", in, got)
		}
	}
}

// data writes a press as our buttons do.
func (p Press) data() string {
	parts := append([]string{p.Verb}, p.Args...)
	if p.Turn > 0 {
		parts = append(parts, fmt.Sprint(p.Turn))
	}
	return strings.Join(parts, ":")
}

// FuzzParsePress: what is read was well formed, and reads the same when written
// again.
func FuzzParsePress(f *testing.F) {
	for _, s := range []string{"a:niche:has:12", "back", "skip:sales:4", "x:niche:later", "m:7:claim", "a:::", "a:niche:has:+1", "a:b:c:007"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := ParsePress(s)
		if !ok {
			return
		}
		if len(p.Args) != arity[p.Verb] || p.Turn < 0 || slices.Contains(p.Args, "") || strings.Contains(strings.Join(p.Args, ""), ":") {
			t.Errorf("ParsePress(%q) = %+v", s, p)
		}
		again, ok := ParsePress(p.data())
		if !ok || again.data() != p.data() || again.Turn != p.Turn {
			t.Errorf("ParsePress(%q) = %+v, again %+v", s, p, again)
		}
	})
}

// TestButtonsReadBack: every button that the built-in script can show is read, and
// fits 64 bytes with a turn of seven digits.
func TestButtonsReadBack(t *testing.T) {
	s := builtInScript(t)
	for i := range s.Questions {
		q := &s.Questions[i]
		list := []string{"skip:" + string(q.ID), "edit:" + string(q.ID), exerciseData(q.ID, "go_on"), exerciseData(q.ID, "later")}
		for _, o := range q.Options {
			list = append(list, answerData(q.ID, o.ID))
		}
		for _, data := range list {
			data += ":9999999"
			if p, ok := ParsePress(data); !ok || p.Turn != 9999999 || len(data) > 64 {
				t.Errorf("%q reads as %+v, %t", data, p, ok)
			}
		}
	}
}

// TestLongestIDsFit: the longest ids that a script may have still fit.
func TestLongestIDsFit(t *testing.T) {
	id := strings.Repeat("q", 22)
	if !idForm.MatchString(id) || idForm.MatchString(id+"q") {
		t.Fatal("the bound of an id moved")
	}
	if data := fmt.Sprintf("a:%s:%s:%d", id, id, 9_999_999); len(data) > 64 {
		t.Errorf("%d bytes", len(data))
	}
}
