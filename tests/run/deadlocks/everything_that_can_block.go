package main

import (
	"context"
	"runtime"
	"sync"
	"time"
)

// One goroutine for each way to wait for ever, and main without a timer that could help.

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	var once sync.Once
	mu.Lock()
	rw.Lock()
	wg.Add(1)
	cond := sync.NewCond(new(sync.Mutex))
	ctx, cancel := context.WithCancel(context.Background())
	_ = cancel
	stopped := time.NewTimer(time.Hour)
	stopped.Stop()
	ways := []func(){
		mu.Lock,
		rw.RLock,
		wg.Wait,
		func() { once.Do(func() { select {} }) },
		func() { cond.L.Lock(); cond.Wait() },
		func() { <-ctx.Done() },
		func() { <-stopped.C },
		func() { var c chan int; c <- 1 },
		func() { var c chan int; <-c },
		func() { make(chan int) <- 1 },
		func() {
			select {
			case <-ctx.Done():
			case make(chan bool) <- true:
			}
		},
	}
	for _, w := range ways {
		go w()
	}
	for range 100 {
		runtime.Gosched()
	}
	for range make(chan struct{}) {
	}
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan receive]:
// goroutine N [chan receive (nil chan)]:
// goroutine N [chan receive]:
// goroutine N [chan receive]:
// goroutine N [chan send (nil chan)]:
// goroutine N [chan send]:
// goroutine N [select (no cases)]:
// goroutine N [select]:
// goroutine N [sync.Cond.Wait]:
// goroutine N [sync.Mutex.Lock]:
// goroutine N [sync.RWMutex.RLock]:
// goroutine N [sync.WaitGroup.Wait]:
