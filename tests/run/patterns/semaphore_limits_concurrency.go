package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	sem := make(chan struct{}, 3)
	var wg sync.WaitGroup
	var now, peak, total atomic.Int32
	for range 30 {
		sem <- struct{}{}
		wg.Go(func() {
			defer func() { <-sem }()
			n := now.Add(1)
			for {
				p := peak.Load()
				if n <= p || peak.CompareAndSwap(p, n) {
					break
				}
			}
			runtime.Gosched()
			total.Add(1)
			now.Add(-1)
		})
	}
	wg.Wait()
	fmt.Println(total.Load(), peak.Load() <= 3, peak.Load() >= 1)
}

// Output:
// 30 true true
