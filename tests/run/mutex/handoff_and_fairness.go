package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	stop := false
	done := make(chan int)
	go func() {
		n := 0
		for {
			mu.Lock()
			if stop {
				mu.Unlock()
				done <- n
				return
			}
			n++
			time.Sleep(100 * time.Microsecond)
			mu.Unlock()
		}
	}()
	for range 5 {
		time.Sleep(time.Millisecond)
		mu.Lock()
		mu.Unlock()
	}
	mu.Lock()
	stop = true
	mu.Unlock()
	fmt.Println(<-done > 0)
	var a, b sync.Mutex
	var wg sync.WaitGroup
	balance := [2]int{1000, 1000}
	for i := range 20 {
		wg.Go(func() {
			for range 50 {
				a.Lock()
				b.Lock()
				balance[i%2]--
				balance[1-i%2]++
				b.Unlock()
				a.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(balance)
}

// Output:
// true
// [1000 1000]
