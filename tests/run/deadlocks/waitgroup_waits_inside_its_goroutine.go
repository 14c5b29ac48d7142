package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { wg.Wait() })
	wg.Wait()
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [sync.WaitGroup.Wait]:
// goroutine N [sync.WaitGroup.Wait]:
