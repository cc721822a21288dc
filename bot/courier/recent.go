package courier

// maxRecent bounds a generation of recent.
const maxRecent = 4096

// spot is where a delivery went: a message or a topic of a chat.
type spot struct{ message, chat int64 }

// recent remembers the last few thousand deliveries by key, so that what refers
// to them need not wait for the database.
type recent struct{ young, old map[string]spot }

func newRecent() recent { return recent{young: map[string]spot{}} }

func (r *recent) get(key string) (spot, bool) {
	if s, ok := r.young[key]; ok {
		return s, true
	}
	s, ok := r.old[key]
	return s, ok
}

func (r *recent) set(key string, s spot) {
	if len(r.young) >= maxRecent {
		r.young, r.old = map[string]spot{}, r.young
	}
	r.young[key] = s
}
