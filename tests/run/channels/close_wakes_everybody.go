package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	start := make(chan struct{})
	var woken atomic.Int32
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i%2 == 0 {
				<-start
			} else {
				select {
				case _, ok := <-start:
					if ok {
						fmt.Println("wrong")
					}
				case <-make(chan int):
				}
			}
			woken.Add(1)
		}()
	}
	close(start)
	wg.Wait()
	fmt.Println(woken.Load())
}

// Output:
// 50
