package main

import "fmt"

// Each stage is a goroutine that reads from one channel and writes to the next; all run at the same time.

func count(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			out <- i
		}
	}()
	return out
}

func apply(in <-chan int, f func(int) int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func main() {
	squares := apply(count(5), func(v int) int { return v * v })
	labelled := apply(squares, func(v int) int { return v + 1000 })
	for v := range labelled {
		fmt.Println(v)
	}
}

// Output:
// 1001
// 1004
// 1009
// 1016
// 1025
