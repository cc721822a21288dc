//go:build !crash

package main

// realWorld is what a bot that serves people takes from the world: nothing
// stands between it and Telegram or its database. The tests build another
// program beside it, with the tag crash, whose realWorld lets the process die at
// a point that they choose; see world_crash.go.
func realWorld(console) outside { return outside{} }
