package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// A buffered channel is a counting semaphore: its capacity is how many may be inside at once.

func main() {
	const limit = 3
	sem := make(chan struct{}, limit)
	var inside, most atomic.Int32
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() {
			sem <- struct{}{}
			defer func() { <-sem }()

			n := inside.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			time.Sleep(5 * time.Millisecond)
			inside.Add(-1)
		})
	}
	wg.Wait()
	fmt.Println("never more than", limit, "inside:", most.Load() <= limit)
}

// Output:
// never more than 3 inside: true
