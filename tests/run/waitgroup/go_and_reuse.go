package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	wg.Wait()
	var n atomic.Int64
	for round := range 3 {
		for i := range 10 {
			wg.Go(func() { n.Add(int64(i * (round + 1))) })
		}
		wg.Wait()
		fmt.Println(n.Load())
	}
	wg.Add(2)
	waiters := make(chan int)
	for i := range 2 {
		go func() { wg.Wait(); waiters <- i }()
	}
	wg.Done()
	wg.Add(-1)
	fmt.Println(<-waiters + <-waiters)
}

// Output:
// 45
// 135
// 270
// 1
