package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(5 * time.Millisecond)
	start := time.Now()
	var last time.Time
	ordered := true
	for range 4 {
		now := <-t.C
		if now.Before(last) {
			ordered = false
		}
		last = now
	}
	fmt.Println(ordered, time.Since(start) >= 20*time.Millisecond)
	t.Stop()
	select {
	case <-t.C:
		fmt.Println("late tick")
	case <-time.After(20 * time.Millisecond):
		fmt.Println("stopped")
	}
	t.Reset(time.Millisecond)
	<-t.C
	t.Stop()
	time.Sleep(5 * time.Millisecond)
	n := 0
	for range time.Tick(2 * time.Millisecond) {
		if n++; n == 3 {
			break
		}
	}
	fmt.Println(n)
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}

// Output:
// true true
// stopped
// 3
// non-positive interval for NewTicker
