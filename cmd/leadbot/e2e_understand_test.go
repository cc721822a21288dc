package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each line is read, in order; a bad one gives an error and, at the end, exit 1.
func TestUnderstandRows(t *testing.T) {
	t.Parallel()
	rows := strings.Join([]string{
		`{"id":"a","question":"price","text":"двадцать одна тысяча"}`,
		`{"id":2,"question":"","text":"Позовите человека","gold":{}}`,
		`{"id":3,"question":"place"}`,
		``,
		`not json`,
		`{"id":{"x":1},"question":"place","text":"онлайн или офлайн, не знаю"}`,
		`{"id":"last","question":"no_such_question","text":""}`,
	}, "\r\n")
	want := []string{
		`{"id":"a","answers":{"price":"20k_80k"},"intent":null,"unsure":[]}`,
		`{"id":2,"answers":{},"intent":"human","unsure":[]}`,
		`{"id":3,"error":"not a row such as {\"id\": 1, \"question\": \"price\", \"text\": \"15 тысяч\"}"}`,
		`{"id":null,"error":"not a row such as {\"id\": 1, \"question\": \"price\", \"text\": \"15 тысяч\"}"}`,
		`{"id":{"x":1},"answers":{},"intent":null,"unsure":["place"]}`,
		`{"id":"last","error":"the script has no question \"no_such_question\""}`,
	}
	r := command(t, settings{}, rows, "understand")
	if r.code != 1 || strings.Count(r.log, "\n") != 1 {
		t.Errorf("exit code %d, stderr %q", r.code, r.log)
	}
	if diff := cmp.Diff(want, strings.Split(strings.TrimSpace(r.out), "\n")); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}
