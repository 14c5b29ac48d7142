package main

import (
	"fmt"
	"sync"
)

// Without a lock, increments of several goroutines get lost: read, add and write are three steps. How many are lost differs
// from run to run, so this only shows that never more than all arrive, and that the lock loses none.

func count(lock, unlock func()) (n int) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 2000 {
				lock()
				n++
				unlock()
			}
		})
	}
	all.Wait()
	return n
}

func main() {
	nothing := func() {}
	var mu sync.Mutex
	fmt.Println("racing, at most 16000:", count(nothing, nothing) <= 16000)
	fmt.Println("locked:", count(mu.Lock, mu.Unlock))
}

// Output:
// racing, at most 16000: true
// locked: 16000
