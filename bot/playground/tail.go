package playground

// kept is how many events, requests, updates and presses the server remembers.
const kept = 10_000

// A tail is a list that may grow for ever: it counts all elements and keeps the
// last ones. The zero value is empty.
type tail[T any] struct {
	items []T
	count int // ever added
}

func (t *tail[T]) add(v T) {
	if len(t.items) == 2*kept {
		t.items = append(make([]T, 0, 2*kept), t.items[kept:]...) // readers hold the old ones
	}
	t.items = append(t.items, v)
	t.count++
}

// len counts the elements ever added.
func (t *tail[T]) len() int { return t.count }

// after returns the elements behind the first n, of those that are left. The
// slice stays as it is.
func (t *tail[T]) after(n int) []T {
	wanted := min(max(t.count-n, 0), kept, len(t.items))
	end := len(t.items)
	return t.items[end-wanted : end : end]
}
