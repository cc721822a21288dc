//go:build !race

package dialog_test

// walks is the number of random conversations.
const walks = 3000
