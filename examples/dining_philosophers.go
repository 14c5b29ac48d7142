package main

import (
	"fmt"
	"sync"
)

// Five philosophers, five forks. Everybody takes the fork with the lower number first; without that rule all could
// hold one fork and wait forever for the other.

func main() {
	const seats, rounds = 5, 50
	var forks [seats]sync.Mutex
	var meals [seats]int
	var wg sync.WaitGroup
	for i := range seats {
		low, high := &forks[i], &forks[(i+1)%seats]
		if i == seats-1 {
			low, high = high, low
		}
		wg.Go(func() {
			for range rounds {
				low.Lock()
				high.Lock()
				meals[i]++
				high.Unlock()
				low.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println("meals:", meals)
}

// Output:
// meals: [50 50 50 50 50]
