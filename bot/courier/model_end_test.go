package courier

import "leadbot/bot/outbox"

// end holds what became of each row to its class.
func (r *replay) end() {
	if !r.stage.idle {
		r.Errorf("the courier does not come to rest")
	}
	for row, f := range r.fates {
		switch {
		case !row.over:
			r.Errorf("%s is not over", row.Key)
		case row.Class == outbox.Once && f.arrivals > 1, f.arrivals > 1 && !f.lost:
			r.Errorf("%s arrived %d times", row.Key, f.arrivals)
		case f.arrivals == 0 && !f.refused && !f.folded && (row.Class != outbox.Once || !f.lost):
			r.Errorf("%s never arrived", row.Key)
		case f.folded && !r.newer(row):
			r.Errorf("%s was left out without a newer edit", row.Key)
		}
	}
}

// newer reports whether the row's message was edited again.
func (r *replay) newer(row *row) bool {
	for _, other := range r.stage.rows {
		if other.Refers == row.Refers && other.ID > row.ID && r.fates[other].attempts > 0 {
			return true
		}
	}
	return false
}

// outdone reports whether a newer edit of the row's message is there: then the
// row may be over before the record says so.
func (r *replay) outdone(row *row) bool {
	for _, other := range r.stage.rows {
		if row.Method == outbox.Edit && other.Refers == row.Refers && other.ID > row.ID && (r.fates[other].waiting || r.fates[other].attempts > 0) {
			return true
		}
	}
	return false
}
