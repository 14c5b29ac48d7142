package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

func main() {
	done := make(chan string)
	time.AfterFunc(30*time.Millisecond, func() { done <- "second" })
	time.AfterFunc(10*time.Millisecond, func() { done <- "first" })
	fmt.Println(<-done, <-done)
	var ran atomic.Bool
	t := time.AfterFunc(time.Hour, func() { ran.Store(true) })
	fmt.Println(t.Stop(), t.Stop(), t.C == nil)
	t.Reset(time.Millisecond)
	for !ran.Load() {
		time.Sleep(time.Millisecond)
	}
	fmt.Println("ran after reset", t.Stop())
	n := 0
	var tick *time.Timer
	end := make(chan int)
	tick = time.AfterFunc(time.Millisecond, func() {
		n++
		if n == 3 {
			end <- n
			return
		}
		tick.Reset(time.Millisecond)
	})
	fmt.Println(<-end)
}

// Output:
// first second
// true false true
// ran after reset false
// 3
