package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var mu sync.RWMutex
	var readers, writers, both, maxReaders atomic.Int32
	shared := 0
	var wg sync.WaitGroup
	gate := make(chan bool)
	for range 3 {
		wg.Go(func() {
			mu.RLock()
			if n := readers.Add(1); n == 3 {
				close(gate)
			}
			<-gate
			maxReaders.Store(readers.Load())
			mu.RUnlock()
		})
	}
	wg.Wait()
	fmt.Println(maxReaders.Load())
	readers.Store(0)
	for i := range 20 {
		wg.Go(func() {
			for range 50 {
				if i%4 == 0 {
					mu.Lock()
					if writers.Add(1) > 1 || readers.Load() > 0 {
						both.Add(1)
					}
					shared++
					writers.Add(-1)
					mu.Unlock()
				} else {
					mu.RLock()
					readers.Add(1)
					if writers.Load() > 0 {
						both.Add(1)
					}
					readers.Add(-1)
					mu.RUnlock()
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(shared, both.Load())
}

// Output:
// 3
// 250 0
