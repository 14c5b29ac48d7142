package main

import (
	"fmt"
	"sync"
)

type counter struct {
	sync.Mutex
	n map[string]int
}

func (c *counter) inc(k string) {
	c.Lock()
	defer c.Unlock()
	c.n[k]++
}

func main() {
	c := counter{n: map[string]int{}}
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			for range 40 {
				c.inc([]string{"even", "odd"}[i%2])
			}
		})
	}
	wg.Wait()
	fmt.Println(c.n)
}

// Output:
// map[even:1000 odd:1000]
