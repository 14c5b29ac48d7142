package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 5
	var forks [n]sync.Mutex
	var meals [n]int
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			first, second := min(i, (i+1)%n), max(i, (i+1)%n)
			for range 100 {
				forks[first].Lock()
				forks[second].Lock()
				meals[i]++
				forks[second].Unlock()
				forks[first].Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(meals)
}

// Output:
// [100 100 100 100 100]
