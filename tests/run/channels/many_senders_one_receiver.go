package main

import (
	"fmt"
	"sync"
)

func main() {
	c := make(chan [2]int)
	var wg sync.WaitGroup
	const senders, each = 20, 50
	for s := range senders {
		wg.Go(func() {
			for i := range each {
				c <- [2]int{s, i}
			}
		})
	}
	go func() { wg.Wait(); close(c) }()
	last := map[int]int{}
	n, ordered := 0, true
	for v := range c {
		if prev, ok := last[v[0]]; ok && v[1] != prev+1 {
			ordered = false
		}
		last[v[0]] = v[1]
		n++
	}
	fmt.Println(n, ordered, len(last))
}

// Output:
// 1000 true 20
