package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var wg sync.WaitGroup
	var fired atomic.Int32
	start := time.Now()
	for i := range 2000 {
		wg.Add(1)
		time.AfterFunc(time.Duration(i%20)*time.Millisecond, func() {
			fired.Add(1)
			wg.Done()
		})
	}
	var stopped int
	for range 500 {
		if time.AfterFunc(time.Hour, func() { fired.Add(1000) }).Stop() {
			stopped++
		}
	}
	wg.Wait()
	fmt.Println(fired.Load(), stopped, time.Since(start) >= 19*time.Millisecond)
	var order []int
	var mu sync.Mutex
	for _, n := range []int{250, 50, 150, 100, 200} {
		wg.Go(func() {
			time.Sleep(time.Duration(n) * time.Millisecond)
			mu.Lock()
			order = append(order, n)
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(order)
}

// Output:
// 2000 500 true
// [50 100 150 200 250]
