package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

// RWMutex: many readers, writers first, TryLock and TryRLock, RLocker, fairness of a waiting writer.

func main() {
	var rw sync.RWMutex
	fmt.Println(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock(), rw.TryLock())
	rw.Unlock()

	// A writer that waits keeps new readers out, and gets in between.
	rw.RLock()
	var mu sync.Mutex
	var log []string
	say := func(s string) { mu.Lock(); log = append(log, s); mu.Unlock() }
	var wg sync.WaitGroup
	wg.Go(func() {
		rw.Lock()
		say("writer")
		rw.Unlock()
	})
	for rw.TryRLock() {
		rw.RUnlock()
		runtime.Gosched()
	}
	for range 3 {
		wg.Go(func() {
			rw.RLock()
			say("late reader")
			rw.RUnlock()
		})
	}
	time.Sleep(2 * time.Millisecond)
	say("first reader leaves")
	rw.RUnlock()
	wg.Wait()
	fmt.Println(log)

	// A cache: look up with the read lock, compute with the write lock, look again in between.
	cache := map[int]int{}
	computed := 0
	get := func(k int) int {
		rw.RLock()
		v, ok := cache[k]
		rw.RUnlock()
		if ok {
			return v
		}
		rw.Lock()
		defer rw.Unlock()
		if v, ok := cache[k]; ok {
			return v
		}
		computed++
		cache[k] = k * k
		return cache[k]
	}
	sums := make([]int, 6)
	for g := range sums {
		wg.Go(func() {
			for i := range 200 {
				sums[g] += get(i % 20)
			}
		})
	}
	wg.Wait()
	fmt.Println(sums, computed)

	// Invariant over two fields: readers never see one without the other.
	a, b, torn := 0, 0, 0
	for range 3 {
		wg.Go(func() {
			for range 300 {
				rw.RLock()
				if a != b {
					torn++
				}
				rw.RUnlock()
			}
		})
	}
	wg.Go(func() {
		for range 300 {
			rw.Lock()
			a++
			runtime.Gosched()
			b++
			rw.Unlock()
		}
	})
	wg.Wait()
	fmt.Println(a, b, torn)

	l := rw.RLocker()
	l.Lock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	l.Unlock()
	fmt.Println(rw.TryLock())
}

// Output:
// true true false
// true false false
// [first reader leaves writer late reader late reader late reader]
// [24700 24700 24700 24700 24700 24700] 20
// 300 300 0
// false true
// true
