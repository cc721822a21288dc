package qualify_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leadbot/qualify"
)

// example is a row of the worked examples. The part after «expected» that the
// row leaves out is not compared.
type example struct {
	ID       string
	Answers  map[qualify.Question]string
	Flags    qualify.Flags
	IdleDays int `json:"idle_days"`
	Why      string
	Expected struct {
		Points                         qualify.Points
		Score, Completeness, Awareness int
		Category, Temperature, Segment string
	}
}

func TestExamples(t *testing.T) {
	s := builtIn(t)
	for _, e := range readExamples(t) {
		t.Run(e.ID, func(t *testing.T) {
			a := qualify.Answers{}
			for q, value := range e.Answers {
				a[q] = qualify.Answer{Value: value}
			}
			as := s.Scorecard.Assess(a, e.Flags, time.Duration(e.IdleDays)*day)
			got := e.Expected
			got.Points, got.Score, got.Completeness, got.Awareness = as.Points, as.Score, as.Completeness, as.Awareness
			got.Category, got.Temperature, got.Segment = as.Category, as.Temperature, as.Segment
			if diff := cmp.Diff(e.Expected, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", e.Why, diff)
			}
		})
	}
}

func readExamples(t *testing.T) []example {
	t.Helper()
	file, err := os.Open("testdata/examples.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []example
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var e example
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			t.Fatalf("row %d: %v", len(all)+1, err)
		}
		all = append(all, e)
	}
	if lines.Err() != nil || len(all) < 20 {
		t.Fatalf("%d examples: %v", len(all), lines.Err())
	}
	return all
}
