package main

import (
	"fmt"
	"sync"
	"time"
)

// Two goroutines take the same two locks in opposite order. Each ends up with one and waits for the other's.

func main() {
	var fork, knife sync.Mutex
	var both sync.WaitGroup
	dine := func(first, second *sync.Mutex) {
		first.Lock()
		defer first.Unlock()
		time.Sleep(10 * time.Millisecond)
		second.Lock()
		defer second.Unlock()
	}
	both.Go(func() { dine(&fork, &knife) })
	both.Go(func() { dine(&knife, &fork) })
	fmt.Println("nobody will eat")
	both.Wait()
}

// Exit: 2
// Output:
// nobody will eat
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [sync.WaitGroup.Wait]:
// goroutine N [sync.Mutex.Lock]:
// goroutine N [sync.Mutex.Lock]:
