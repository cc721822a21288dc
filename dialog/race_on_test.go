//go:build race

package dialog_test

// walks is the number of random conversations; the race detector makes each of
// them several times as slow.
const walks = 600
