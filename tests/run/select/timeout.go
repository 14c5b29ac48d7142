package main

import (
	"fmt"
	"time"
)

func main() {
	slow := make(chan int)
	start := time.Now()
	select {
	case <-slow:
		fmt.Println("never")
	case <-time.After(30 * time.Millisecond):
		fmt.Println("timed out")
	}
	d := time.Since(start)
	fmt.Println(d >= 30*time.Millisecond, d < 5*time.Second)
	fast := make(chan int)
	go func() { fast <- 1 }()
	select {
	case v := <-fast:
		fmt.Println("value", v)
	case <-time.After(10 * time.Second):
		fmt.Println("too slow")
	}
}

// Output:
// timed out
// true true
// value 1
