package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

func main() {
	runtime.GOMAXPROCS(1)
	var stop atomic.Bool
	spun := make(chan bool)
	go func() {
		n := 0
		for !stop.Load() {
			n++
		}
		spun <- n >= 0
	}()
	go func() {
		for {
		}
	}()
	ticks := make(chan int)
	go func() {
		for i := range 3 {
			ticks <- i
		}
		close(ticks)
	}()
	for t := range ticks {
		fmt.Println("tick", t)
	}
	stop.Store(true)
	fmt.Println(<-spun)
}

// Output:
// tick 0
// tick 1
// tick 2
// true
