package qualify_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"leadbot/dialog"
	"leadbot/qualify"
)

const day = 24 * time.Hour

// random returns a source that is the same in every run; its seed is printed
// when the test fails.
func random(t *testing.T, seed uint64) *rand.Rand {
	t.Helper()
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("seed %d", seed)
		}
	})
	return rand.New(rand.NewPCG(seed, 0))
}

func builtIn(t testing.TB) *dialog.Script {
	t.Helper()
	s, problems := dialog.Load(dialog.Default, dialog.BuiltIn())
	if s == nil {
		t.Fatalf("the built-in script does not load: %v", problems)
	}
	return s
}

// answers makes a card of question, value, question, value…
func answers(pairs ...string) qualify.Answers {
	a := qualify.Answers{}
	for i := 0; i < len(pairs); i += 2 {
		a[qualify.Question(pairs[i])] = qualify.Answer{Value: pairs[i+1]}
	}
	return a
}

// flagNames are all flags that the product knows.
var flagNames = []qualify.Flag{
	qualify.AskedHuman, "rush", "extras", "rude_repeat", "pay_by_result", "out_of_profile", "spam", "prohibited",
}

// randomAnswers answers each question of the script or leaves it out, whether
// or not it applies; how many are left out differs from card to card.
func randomAnswers(r *rand.Rand, s *dialog.Script) qualify.Answers {
	a, missing := qualify.Answers{}, r.Float64()*0.6
	for _, q := range s.Questions {
		if r.Float64() < missing {
			continue
		}
		value := "свой ответ"
		if n := len(q.Options); n > 0 {
			value = q.Options[r.IntN(n)].ID
		}
		a[q.ID] = qualify.Answer{Value: value, Raw: value}
	}
	return a
}

// randomFlags raises few flags, often none.
func randomFlags(r *rand.Rand) qualify.Flags {
	var flags qualify.Flags
	chance := r.Float64() * 0.3
	for _, f := range flagNames {
		if r.Float64() < chance {
			flags = flags.With(f)
		}
	}
	return flags
}

// randomIdle is mostly short and now and then longer than the whole decay.
func randomIdle(r *rand.Rand) time.Duration {
	if r.IntN(2) == 0 {
		return 0
	}
	return time.Duration(r.Int64N(int64(90 * day)))
}
