package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.Unlock()
}

// Exit: 2
// Stderr:
// fatal error: sync: Unlock of unlocked RWMutex
//
// goroutine 1 [running]:
