package main

import "sync"

func main() {
	var mu sync.Mutex
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 100 {
				mu.Lock()
				m[j%10] += i
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if m[3] != 280 {
		panic(m[3])
	}
}

// Output:
