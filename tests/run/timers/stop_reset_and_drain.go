package main

import (
	"fmt"
	"time"
)

func recv(c <-chan time.Time, d time.Duration) bool {
	select {
	case <-c:
		return true
	case <-time.After(d):
		return false
	}
}

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond), recv(t.C, time.Second))
	fmt.Println(t.Stop(), t.Reset(time.Millisecond))
	time.Sleep(20 * time.Millisecond)
	fmt.Println(len(t.C), cap(t.C), t.Stop(), recv(t.C, 5*time.Millisecond))
	t.Reset(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println(t.Reset(time.Hour), recv(t.C, 5*time.Millisecond))
	fired := make(chan int, 4)
	f := time.AfterFunc(time.Millisecond, func() { fired <- 1 })
	fmt.Println(<-fired, f.Stop(), f.Reset(time.Millisecond), <-fired, f.C == nil)
	g := time.AfterFunc(time.Hour, func() { fired <- 2 })
	fmt.Println(g.Reset(2*time.Hour), g.Stop(), g.Reset(0), <-fired)
	k := time.NewTicker(2 * time.Millisecond)
	n := 0
	for range k.C {
		if n++; n == 3 {
			k.Reset(time.Millisecond)
		}
		if n == 6 {
			k.Stop()
			break
		}
	}
	fmt.Println(n, recv(k.C, 10*time.Millisecond))
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
	fmt.Println(time.Tick(0) == nil, time.Tick(-1) == nil)
	zero := time.NewTimer(-time.Second)
	<-zero.C
	start := time.Now()
	time.Sleep(-5)
	time.Sleep(0)
	fmt.Println(time.Since(start) < time.Second)
}

// Output:
// true false false true
// false false
// 0 0 true false
// true false
// 1 false false 1 true
// true true false 2
// 6 false
// non-positive interval for NewTicker
// non-positive interval for Ticker.Reset
// time: Stop called on uninitialized Timer
// true true
// true
