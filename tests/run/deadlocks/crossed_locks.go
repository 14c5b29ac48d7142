package main

import "sync"

func main() {
	var a, b sync.Mutex
	step := make(chan bool)
	go func() {
		b.Lock()
		step <- true
		a.Lock()
	}()
	a.Lock()
	<-step
	b.Lock()
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [sync.Mutex.Lock]:
// goroutine N [sync.Mutex.Lock]:
