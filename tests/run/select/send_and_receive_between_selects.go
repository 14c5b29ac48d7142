package main

import (
	"fmt"
	"sync"
)

func main() {
	c, d := make(chan int), make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	sent, received := 0, 0
	const each = 500
	for g := range 4 {
		wg.Go(func() {
			for i := range each {
				if g%2 == 0 {
					select {
					case c <- i:
					case d <- i:
					}
					mu.Lock()
					sent += i
					mu.Unlock()
				} else {
					var v int
					select {
					case v = <-d:
					case v = <-c:
					}
					mu.Lock()
					received += v
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(sent, received)
}

// Output:
// 249500 249500
