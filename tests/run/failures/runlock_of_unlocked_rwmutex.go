package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.RUnlock()
}

// Exit: 2
// Stderr:
// fatal error: sync: RUnlock of unlocked RWMutex
//
// goroutine 1 [running]:
