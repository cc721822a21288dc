package dialog

import (
	"strconv"
	"strings"
	"time"

	"leadbot/qualify"
)

// score is the part of a script that rates the answers.
type score struct {
	Formulas    []formula        `yaml:"formulas"`
	Penalties   []penalty        `yaml:"penalties"`
	Zero        []qualify.Flag   `yaml:"zero"`
	Decay       decay            `yaml:"decay"`
	Awareness   qualify.Question `yaml:"awareness"`
	Unfinished  int              `yaml:"unfinished"` // from this total on, a dropped form goes to the managers
	Category    []rule           `yaml:"category"`
	Temperature []rule           `yaml:"temperature"`
	Segment     []rule           `yaml:"segment"`
	NextStep    []rule           `yaml:"next_step"`
}

type formula struct {
	ID      qualify.Question `yaml:"id"`
	Title   string           `yaml:"title"`
	Group   qualify.Group    `yaml:"group"`
	Feature bool             `yaml:"feature"`
	Rows    []struct {
		Name   string `yaml:"name"`
		Points int    `yaml:"points"`
		When   when   `yaml:"when"`
	} `yaml:"rows"`
}

type penalty struct {
	Flag   qualify.Flag       `yaml:"flag"`
	Points int                `yaml:"points"`
	Voids  []qualify.Question `yaml:"voids"`
}

type decay struct {
	Group qualify.Group `yaml:"group"`
	Every string        `yaml:"every"` // whole days, such as 14d
	Steps int           `yaml:"steps"`
}

type rule struct {
	Label string `yaml:"label"`
	When  when   `yaml:"when"`
}

// days reads "14d"; anything else is 0.
func days(s string) time.Duration {
	n, err := strconv.Atoi(strings.TrimSuffix(s, "d"))
	if err != nil || !strings.HasSuffix(s, "d") {
		return 0
	}
	return time.Duration(n) * 24 * time.Hour
}

// scorecard puts the tables of a script into the form that qualify reads.
func (s *Script) scorecard() qualify.Scorecard {
	c := qualify.Scorecard{
		Zero: s.Score.Zero, Awareness: s.Score.Awareness,
		Decay:    qualify.Decay{Group: s.Score.Decay.Group, Every: days(s.Score.Decay.Every), Steps: s.Score.Decay.Steps},
		Category: rules(s.Score.Category), Temperature: rules(s.Score.Temperature),
		Segment: rules(s.Score.Segment), NextStep: rules(s.Score.NextStep),
	}
	for _, a := range s.Questions {
		c.Questions = append(c.Questions, a.rated())
	}
	for _, f := range s.Score.Formulas {
		c.Formulas = append(c.Formulas, f.rated())
	}
	for _, p := range s.Score.Penalties {
		c.Penalties = append(c.Penalties, qualify.Penalty(p))
	}
	return c
}

func (a *Ask) rated() qualify.Rated {
	r := qualify.Rated{
		ID: a.ID, When: a.When.Condition, Keep: a.Keep, Group: a.Group, Feature: a.Feature,
		Points: map[string]int{}, Awareness: map[string]int{},
	}
	for _, o := range a.Options {
		r.Points[o.ID], r.Awareness[o.ID] = o.Points, o.Awareness
	}
	return r
}

func (f formula) rated() qualify.Rated {
	r := qualify.Rated{ID: f.ID, Group: f.Group, Feature: f.Feature}
	for _, row := range f.Rows {
		r.Rows = append(r.Rows, qualify.Row{When: row.When.Condition, Name: row.Name, Points: row.Points})
	}
	return r
}

func rules(list []rule) []qualify.Rule {
	out := make([]qualify.Rule, len(list))
	for i, r := range list {
		out[i] = qualify.Rule{Label: r.Label, When: r.When.Condition}
	}
	return out
}
