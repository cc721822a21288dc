package desk

// Colleague is a manager as the others see them.
type Colleague struct {
	ID   int64
	Name string
	Away bool
	Load int // how many leads they have now
}
