package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scored is what a row of testdata/scoring.jsonl expects, and a line of score.
type scored struct {
	Points       map[string]int
	Score        int
	Completeness int
	Category     string
	Temperature  string
	Segment      string
	Awareness    int
}

// score runs the command over rows and returns its lines.
func score(t *testing.T, rows string, code int) []string {
	t.Helper()
	r := command(t, settings{}, rows, "score")
	if r.code != code {
		t.Fatalf("exit code %d, want %d: %s", r.code, code, r.log)
	}
	if (r.log == "") != (code == 0) || strings.Count(r.log, "\n") > 1 {
		t.Errorf("stderr: %q", r.log)
	}
	return strings.Split(strings.TrimSuffix(r.out, "\n"), "\n")
}

func TestScoreExamples(t *testing.T) {
	t.Parallel()
	rows := string(must(os.ReadFile("testdata/scoring.jsonl"))(t))
	lines := score(t, rows, 0)
	in := bufio.NewScanner(strings.NewReader(rows))
	in.Buffer(nil, 1<<20)
	n := 0
	for ; in.Scan(); n++ {
		var row struct {
			ID       string
			Expected scored
		}
		var got scored
		decode(t, in.Text(), &row)
		if n >= len(lines) {
			t.Fatalf("%d lines", len(lines))
		}
		decode(t, lines[n], &got)
		if !strings.HasPrefix(lines[n], `{"id":"`+row.ID+`",`) {
			t.Errorf("row %d does not begin with its id: %s", n+1, lines[n])
		}
		if diff := cmp.Diff(row.Expected, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.ID, diff)
		}
	}
	if len(lines) != n || n == 0 {
		t.Errorf("%d lines for %d rows", len(lines), n)
	}
}

func decode(t *testing.T, line string, to any) {
	t.Helper()
	if err := json.Unmarshal([]byte(line), to); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
}

// A line has the fields of the contract, in its order, and none is null.
func TestScoreFields(t *testing.T) {
	t.Parallel()
	want := []string{"id", "points", "score", "completeness", "category", "temperature", "segment", "awareness", "lifecycle", "reasons", "next_step"}
	for _, row := range []string{`{"id":1}`, `{"id":1,"answers":{},"flags":[]}`, `{"id":1,"answers":{"niche":"has"},"flags":["asked_human"],"idle_days":15}`} {
		line := score(t, row, 0)[0]
		if diff := cmp.Diff(want, keys(t, line)); diff != "" {
			t.Errorf("fields of %s (-want +got):\n%s", line, diff)
		}
		if strings.Contains(line, `"reasons":null`) {
			t.Errorf("null in %s", line)
		}
	}
}

// keys returns the keys of a JSON object in their order.
func keys(t *testing.T, line string) []string {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader([]byte(line)))
	must(d.Token())(t)
	var keys []string
	for d.More() {
		keys = append(keys, must(d.Token())(t).(string))
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

func TestScoreBadRows(t *testing.T) {
	t.Parallel()
	rows := strings.Join([]string{
		`{"id":"good","answers":{"niche":"has"},"unknown":[1],"answers2":7}`,
		`not json`,
		`{"id":"option","answers":{"niche":"hasn't"}}`,
		`{"id":"type","answers":{"niche":5}}`,
		`{"id":"flags","flags":"spam"}`,
		`{"id":"idle","idle_days":-1}`,
		`[]`,
		``,
		`{"id":{"a":[1]},"answers":{"no_such_question":"x"}}`,
		`{"id":"last","answers":{"niche":"has"},"idle_days":1e9}`,
	}, "\r\n")
	lines := score(t, rows, 1)
	want := []struct {
		id  string
		bad bool
	}{{`"good"`, false}, {"null", true}, {`"option"`, true}, {`"type"`, true}, {`"flags"`, true}, {`"idle"`, true}, {"null", true}, {`{"a":[1]}`, false}, {`"last"`, false}}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), strings.Join(lines, "\n"))
	}
	for i, w := range want {
		var got struct {
			ID    json.RawMessage
			Error string
			Score *int
		}
		decode(t, lines[i], &got)
		if string(got.ID) != w.id || (got.Error != "") != w.bad || (got.Score == nil) != w.bad {
			t.Errorf("line %d, want id %s, bad %t: %s", i+1, w.id, w.bad, lines[i])
		}
	}
}

func TestScoreOfNothing(t *testing.T) {
	t.Parallel()
	for _, rows := range []string{"", "\n\n", "   "} {
		if lines := score(t, rows, 0); len(lines) != 1 || lines[0] != "" {
			t.Errorf("%q gives %q", rows, lines)
		}
	}
}
