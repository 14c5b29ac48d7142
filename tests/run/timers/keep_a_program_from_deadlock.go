package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan string)
	time.AfterFunc(20*time.Millisecond, func() { c <- "the timer came" })
	fmt.Println(<-c)
	var nothing chan int
	select {
	case <-nothing:
	case now := <-time.After(10 * time.Millisecond):
		fmt.Println(!now.IsZero())
	}
}

// Output:
// the timer came
// true
