package main

import (
	"fmt"
	"sync"
)

// Readers share a RWMutex, a writer has it alone. The computation is done once per key, whoever asks first.

type cache struct {
	mu      sync.RWMutex
	entries map[int]*entry
}

type entry struct {
	once  sync.Once
	value int
}

func (c *cache) get(n int, compute func(int) int) int {
	c.mu.RLock()
	e := c.entries[n]
	c.mu.RUnlock()
	if e == nil {
		c.mu.Lock()
		if e = c.entries[n]; e == nil {
			e = &entry{}
			c.entries[n] = e
		}
		c.mu.Unlock()
	}
	e.once.Do(func() { e.value = compute(n) })
	return e.value
}

func main() {
	c := cache{entries: map[int]*entry{}}
	var mu sync.Mutex
	computed := 0
	collatz := func(n int) (steps int) {
		mu.Lock()
		computed++
		mu.Unlock()
		for ; n != 1; steps++ {
			if n%2 == 0 {
				n /= 2
			} else {
				n = 3*n + 1
			}
		}
		return steps
	}
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for _, n := range []int{27, 97, 871} {
				c.get(n, collatz)
			}
		})
	}
	all.Wait()
	fmt.Println(c.get(27, collatz), c.get(97, collatz), c.get(871, collatz), "computed", computed, "times")
}

// Output:
// 111 118 178 computed 3 times
