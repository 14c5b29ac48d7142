package main

import (
	"fmt"
	"sync"
)

// Many goroutines change one value: a mutex lets them do so one after the other. The zero Mutex is ready to use.

type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *counter) add(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[key]++
}

func main() {
	c := counter{n: map[string]int{}}
	var all sync.WaitGroup
	for i := range 1000 {
		all.Go(func() {
			if i%3 == 0 {
				c.add("fizz")
			}
			if i%5 == 0 {
				c.add("buzz")
			}
		})
	}
	all.Wait()
	fmt.Println(c.n)
}

// Output:
// map[buzz:200 fizz:334]
