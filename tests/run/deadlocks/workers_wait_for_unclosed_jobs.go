package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for j := range jobs {
				_ = j
			}
		})
	}
	jobs <- 1
	jobs <- 2
	fmt.Println("forgot to close jobs")
	wg.Wait()
}

// Exit: 2
// Output:
// forgot to close jobs
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [sync.WaitGroup.Wait]:
// goroutine N [chan receive]:
// goroutine N [chan receive]:
