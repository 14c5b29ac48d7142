package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	work, urgent := make(chan int), make(chan int, 4)
	quit := make(chan struct{})
	results := make(chan int, 16)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			for {
				select {
				case v := <-urgent:
					results <- v * 1000
				case v := <-work:
					results <- v
				case <-quit:
					return
				}
			}
		})
	}
	go func() {
		for i := 1; i <= 300; i++ {
			select {
			case work <- i:
			case urgent <- i:
			case <-time.After(10 * time.Second):
				panic("stuck")
			}
		}
	}()
	seen := map[int]bool{}
	for range 300 {
		r := <-results
		if r > 999 {
			r /= 1000
		}
		seen[r] = true
	}
	close(quit)
	wg.Wait()
	fmt.Println(len(seen), seen[1], seen[300], len(results))
}

// Output:
// 300 true true 0
