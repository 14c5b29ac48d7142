package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	out := make(chan any)
	for range 3 {
		go func() {
			defer func() { out <- recover() }()
			c <- 1
		}()
	}
	time.Sleep(20 * time.Millisecond)
	close(c)
	for range 3 {
		fmt.Println(<-out)
	}
	_, ok := <-c
	fmt.Println(ok)
}

// Output:
// send on closed channel
// send on closed channel
// send on closed channel
// false
