package bot

import (
	"time"

	"leadbot/dialog"
)

// WallClock lets a schedule go by what the clock on the wall shows. When the
// clocks are changed, an hour that comes twice counts once, and what falls into
// an hour that is skipped is due at the jump; cron would do it twice or not.
type WallClock struct {
	Schedule // goes by the zone of the time that it is asked with
}

// Next implements [Schedule].
func (w WallClock) Next(t time.Time) time.Time {
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	for {
		if wall = w.Schedule.Next(wall); wall.IsZero() {
			return wall
		}
		if at := dialog.FirstShown(wall, t.Location()); at.After(t) {
			return at
		}
	}
}
