package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	var log []string
	mu.RLock()
	written := make(chan bool)
	go func() {
		mu.Lock()
		log = append(log, "writer")
		mu.Unlock()
		written <- true
	}()
	for mu.TryRLock() {
		mu.RUnlock()
		time.Sleep(time.Millisecond)
	}
	fmt.Println("new readers wait")
	done := make(chan bool)
	go func() {
		mu.RLock()
		log = append(log, "reader")
		mu.RUnlock()
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	mu.RUnlock()
	<-written
	<-done
	fmt.Println(log)
}

// Output:
// new readers wait
// [writer reader]
