package dialog

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"leadbot/qualify"
)

//go:embed scripts/*.yaml
var scripts embed.FS

// Default is the name of the script built into the program.
const Default = "agency.yaml"

// BuiltIn returns the source of the script that is built into the program.
func BuiltIn() []byte {
	data, err := scripts.ReadFile("scripts/" + Default)
	if err != nil {
		panic(err) // it is embedded
	}
	return data
}

// Problem is something wrong with a script, at its place in the file.
type Problem struct {
	File      string
	Line, Col int
	Message   string
	Advice    bool // the script works, its copy could be better
}

// String returns the problem as FILE:LINE:COL: message.
func (p Problem) String() string {
	message := p.Message
	if p.Advice {
		message = "advice: " + message
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, message)
}

// Load reads a script; file only names it in the problems. The script is nil
// when one of the problems is more than advice.
func Load(file string, data []byte) (*Script, []Problem) {
	c := &checker{file: file}
	s := c.parse(data)
	if s != nil {
		c.base(s)
	}
	if s != nil && len(c.problems) == 0 {
		s.index()
		c.check(s)
	}
	c.sort()
	if slices.ContainsFunc(c.problems, func(p Problem) bool { return !p.Advice }) {
		return nil, c.problems
	}
	return s, c.problems
}

// index fills what is looked up often.
func (s *Script) index() {
	s.byID = map[qualify.Question]int{}
	for i := range s.Questions {
		if s.Questions[i].Kind == "" {
			s.Questions[i].Kind = Choice
		}
		if _, twice := s.byID[s.Questions[i].ID]; !twice {
			s.byID[s.Questions[i].ID] = i
		}
	}
	if s.Version == "" {
		s.Version = hash(s.Texts["consent"])[:8]
	}
	s.Scorecard = s.scorecard()
	s.fork()
	s.paths = &lengths{}
}

func hash(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// checker collects what is wrong with a script.
type checker struct {
	file     string
	root     *yaml.Node
	problems []Problem
}

// parse decodes the file; unknown fields are problems.
func (c *checker) parse(data []byte) *Script {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		c.yamlProblems(err)
		return nil
	}
	if len(doc.Content) == 0 {
		c.add(nil, "the script is empty")
		return nil
	}
	c.root = doc.Content[0]
	var s Script
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&s); err != nil && !errors.Is(err, io.EOF) {
		c.yamlProblems(err)
		return nil
	}
	return &s
}

var (
	yamlLine     = regexp.MustCompile(`line (\d+):? ?(.*)`)
	unknownField = regexp.MustCompile(`field (\S+) not found in type \S+`)
)

// yamlProblems gives each of the decoder's complaints its place.
func (c *checker) yamlProblems(err error) {
	messages := []string{strings.TrimPrefix(err.Error(), "yaml: ")}
	var te *yaml.TypeError
	if errors.As(err, &te) {
		messages = te.Errors
	}
	for _, m := range messages {
		line, col := 1, 1
		if f := yamlLine.FindStringSubmatch(m); f != nil {
			line, _ = strconv.Atoi(f[1])
			m = f[2]
			if te == nil && strings.HasPrefix(m, "did not find") {
				line++ // the parser names the line before
			}
		}
		if f := unknownField.FindStringSubmatch(m); f != nil {
			m = fmt.Sprintf("unknown field %q", f[1])
			col = column(c.root, line, f[1])
		}
		c.problems = append(c.problems, Problem{File: c.file, Line: line, Col: col, Message: m})
	}
}

// column finds where a word stands in a line.
func column(n *yaml.Node, line int, word string) int {
	if n == nil {
		return 1
	}
	if n.Line == line && n.Value == word {
		return n.Column
	}
	for _, child := range n.Content {
		if col := column(child, line, word); col > 1 {
			return col
		}
	}
	return 1
}

// base lays the script's texts over those of its language.
func (c *checker) base(s *Script) {
	data, err := scripts.ReadFile("scripts/" + s.Language + ".yaml")
	if err != nil || len(s.Language) != 2 {
		c.add(path{"language"}, "no texts for language %q; the built-in one is ru", s.Language)
		return
	}
	var b Script
	if err := yaml.Unmarshal(data, &b); err != nil {
		panic(fmt.Sprintf("base texts %s: %v", s.Language, err)) // embedded and tested
	}
	s.Region = cmp.Or(s.Region, b.Region)
	own := s.Texts
	s.Texts = b.Texts
	maps.Copy(s.Texts, own)
	if len(s.Words.Yes) == 0 {
		s.Words.Yes = b.Words.Yes
	}
	if len(s.Words.No) == 0 {
		s.Words.No = b.Words.No
	}
	s.Words.Avoid = append(s.Words.Avoid, b.Words.Avoid...)
	s.Words.Human = append(s.Words.Human, b.Words.Human...)
	s.Words.Place = append(s.Words.Place, b.Words.Place...)
	if len(s.Words.Ordinals) == 0 {
		s.Words.Ordinals = b.Words.Ordinals
	}
	s.Words.Free = append(s.Words.Free, b.Words.Free...)
	s.Words.Sold = append(s.Words.Sold, b.Words.Sold...)
	s.Words.Heads = append(s.Words.Heads, b.Words.Heads...)
	s.Words.Total = append(s.Words.Total, b.Words.Total...)
	if len(s.Reminders) == 0 {
		s.Reminders = b.Reminders
	}
	s.Desk.fill(b.Desk)
}

// path leads to a place in the file: keys of maps and indexes of lists.
type path []any

// at returns the node at the path, or its nearest parent that exists.
func (c *checker) at(p path) *yaml.Node {
	n := c.root
	for _, step := range p {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return n
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case int:
		if n.Kind == yaml.SequenceNode && step < len(n.Content) {
			return n.Content[step]
		}
	case string:
		for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				return n.Content[i+1]
			}
		}
	}
	return nil
}

func (c *checker) add(p path, format string, args ...any) {
	problem := Problem{File: c.file, Line: 1, Col: 1, Message: fmt.Sprintf(format, args...)}
	if c.root != nil {
		n := c.at(p)
		problem.Line, problem.Col = n.Line, n.Column
	}
	c.problems = append(c.problems, problem)
}

func (c *checker) sort() {
	slices.SortStableFunc(c.problems, func(a, b Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
}
