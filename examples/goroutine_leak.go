package main

import (
	"fmt"
	"runtime"
	"time"
)

// A goroutine that waits for ever is never freed. first leaks all losers of its race; firstDone lets them go.

func first(servers int) int {
	answers := make(chan int)
	for i := range servers {
		go func() { answers <- i }()
	}
	return <-answers
}

func firstDone(servers int) int {
	answers, done := make(chan int), make(chan struct{})
	defer close(done)
	for i := range servers {
		go func() {
			select {
			case answers <- i:
			case <-done:
			}
		}()
	}
	return <-answers
}

// settle gives goroutines that can end the time to do so.
func settle() int {
	for range 50 {
		if runtime.NumGoroutine() == 1 {
			break
		}
		time.Sleep(2 * time.Millisecond)
	}
	return runtime.NumGoroutine()
}

func main() {
	firstDone(10)
	fmt.Println("goroutines after firstDone:", settle())
	first(10)
	fmt.Println("goroutines after first:", settle())
}

// Output:
// goroutines after firstDone: 1
// goroutines after first: 10
