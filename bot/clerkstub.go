package bot

import "time"

type Request struct {
	Kind               string
	Text               string
	Lead               int64
	By                 int64
	Chat, Topic, Reply int64
	Update             int64
	At                 time.Time
}
