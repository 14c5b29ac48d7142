package main

type t struct{ pad [10]int }

func a(x t) int { x.pad[0]++; return b(x) + 1 }
func b(x t) int { return a(x) * 2 }

func main() {
	done := make(chan int)
	go func() {
		defer func() { recover() }()
		done <- a(t{})
	}()
	println(<-done)
}

// NoStress: each collection scans a deep stack
// Exit: 2
// Stderr:
// runtime: goroutine stack exceeds 1000000000-byte limit
// fatal error: stack overflow
