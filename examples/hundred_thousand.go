package main

import "fmt"

// A chain of a hundred thousand goroutines passes one number along. Each adds one; all of them fit in a few dozen
// megabytes.

func main() {
	const n = 100_000
	first := make(chan int)
	in := first
	for range n {
		out := make(chan int)
		go func(in <-chan int, out chan<- int) { out <- 1 + <-in }(in, out)
		in = out
	}
	first <- 0
	fmt.Println(<-in)
}

// NoStress: a collection for each of a hundred thousand goroutines takes minutes
// Output:
// 100000
