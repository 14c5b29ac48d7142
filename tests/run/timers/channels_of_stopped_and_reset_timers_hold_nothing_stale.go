package main

import (
	"fmt"
	"time"
)

// Since Go 1.23 a timer's channel has no room: after Stop or Reset nothing old can be received, and len and cap are 0.

func received(c <-chan time.Time) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

func main() {
	t := time.NewTimer(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(t.C), cap(t.C), t.Stop(), received(t.C))

	t.Reset(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(t.Reset(time.Hour), received(t.C), t.Stop(), t.Stop())

	t.Reset(time.Millisecond)
	<-t.C
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Reset(2*time.Millisecond))
	start := time.Now()
	<-t.C
	fmt.Println(time.Since(start) < time.Minute)

	k := time.NewTicker(time.Millisecond)
	time.Sleep(4 * time.Millisecond)
	k.Stop()
	fmt.Println(received(k.C), len(k.C))
	k.Reset(time.Millisecond)
	<-k.C
	<-k.C
	k.Reset(time.Hour)
	fmt.Println(received(k.C))
	k.Stop()

	// A timer is received by one of those who wait for it.
	one := time.NewTimer(2 * time.Millisecond)
	got := make(chan int, 3)
	quit := make(chan bool)
	for i := range 3 {
		go func() {
			select {
			case <-one.C:
				got <- i
			case <-quit:
				got <- -1
			}
		}()
	}
	first := <-got
	close(quit)
	fmt.Println(first >= 0, <-got+<-got)

	// The function of AfterFunc runs once per Reset; Stop says whether it came in time.
	runs := make(chan int, 10)
	n := 0
	f := time.AfterFunc(time.Hour, func() { n++; runs <- n })
	fmt.Println(f.C == nil, f.Reset(time.Millisecond))
	fmt.Println(<-runs, f.Reset(time.Millisecond))
	fmt.Println(<-runs, f.Stop())

	func() {
		defer func() { fmt.Println(recover()) }()
		time.NewTicker(0)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		k.Reset(-1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		new(time.Timer).Stop()
	}()
	fmt.Println(time.Tick(-1) == nil)
}

// Output:
// 0 0 true false
// true false true false
// false false true
// true
// false 0
// false
// true -2
// true true
// 1 false
// 2 false
// non-positive interval for NewTicker
// non-positive interval for Ticker.Reset
// time: Stop called on uninitialized Timer
// true
