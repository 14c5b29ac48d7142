package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	c := make(chan int)
	go mu.Lock()
	go func() { c <- 1 }()
	go func() { <-make(chan int) }()
	go func() {
		select {
		case <-c:
			c <- 0
		}
	}()
	go func() { select {} }()
	time.Sleep(10 * time.Millisecond)
	wg.Add(1)
	wg.Wait()
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [sync.WaitGroup.Wait]:
// goroutine N [chan receive]:
// goroutine N [chan send]:
// goroutine N [select (no cases)]:
// goroutine N [sync.Mutex.Lock]:
